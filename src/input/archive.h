/* Files inside of archives and compressed files: the door to libarchive.
 *
 * Compression (gzip, bzip2, xz, Zstandard), tar and ZIP, also one in the other, are told
 * by their bytes. Nothing is written to disk, so that a name like "../../x" is only a
 * name. What was made to overwhelm is stopped by the limits below. */
#ifndef KITH_INPUT_ARCHIVE_H
#define KITH_INPUT_ARCHIVE_H

#include "input/stream.h"

/* Archives inside one another. A compressed tar is one; people have a tar of ZIPs of
 * compressed files, and no more. */
#define KITH_ARCHIVE_DEPTH 4

/* Files in one archive, with those in the archives inside of it. The largest collections
 * of news have some millions. */
#define KITH_ARCHIVE_FILES 5000000

/* Bytes out of one file, all depths added: a terabyte is more news than there is. */
#define KITH_ARCHIVE_BYTES ((uint64_t)1 << 40)

/* Bytes out for one byte in. News compresses to a fifth, markup and tables that repeat
 * themselves to a fiftieth; gzip's bombs have 1,000 and others millions. Counted from
 * KITH_ARCHIVE_FREE bytes on: short files of blanks are no bombs. */
#define KITH_ARCHIVE_RATIO 250
#define KITH_ARCHIVE_FREE ((uint64_t)64 * 1024 * 1024)

/* What one file on disk has cost so far, with all archives inside of it. Begins as {0}.
 */
struct kith_archive_cost {
    uint64_t in, out; /* bytes */
    uint64_t files;
    unsigned depth; /* archives open */
    bool is_over;   /* past a limit: nothing more is given */
};

enum kith_archive_member {
    KITH_MEMBER_FILE,
    KITH_MEMBER_WHOLE,  /* the file was compressed, and this is all of it */
    KITH_MEMBER_LOCKED, /* encrypted */
    KITH_MEMBER_DEVICE, /* a device, a socket or a pipe */
    KITH_MEMBER_PASSED  /* a folder or a link: what it leads to has its own name */
};

struct kith_archive;

/* Does a file begin so that is an archive or compressed? `head` is 512 bytes, if it has
 * so many. */
bool kith_archive_is_one(struct kith_str head);

/* Open what `stream` holds, at its begin. KITH_BAD_INPUT when it is none or past a limit;
 * KITH_NO_MEMORY. `stream` and `cost` must outlive it. */
enum kith_status kith_archive_open(struct kith_archive **archive,
                                   struct kith_stream *stream,
                                   struct kith_archive_cost *cost,
                                   struct kith_error *err);

/* The next member; what was not read of the one before is passed over. `name` lives until
 * the next call, and is empty when the archive does not say it. KITH_END after the last;
 * KITH_BAD_INPUT with a sentence, and then KITH_END, where the archive is damaged, ends
 * too early or passes a limit, unless a read has said so already. */
enum kith_status kith_archive_next(struct kith_archive *archive,
                                   enum kith_archive_member *kind, struct kith_str *name,
                                   struct kith_error *err);

/* The bytes of the member, for kith_stream_of, with the archive as `from`. Errors name
 * the stream's path, not the member. */
kith_stream_fn kith_archive_read;

void kith_archive_close(struct kith_archive *archive);

#endif
