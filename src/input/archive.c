/* libarchive over a stream, and the count of what comes out of it. */
#include "input/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

struct kith_archive {
    struct archive *reader;
    struct kith_stream *stream;
    struct kith_archive_cost *cost;
    struct kith_error reason; /* of the stream's failure */
    locale_t names;
    bool is_outermost;
    bool has_ended;  /* the member */
    bool has_failed; /* the archive, and this was told */
    char block[BLOCK_SIZE];
};

bool kith_archive_is_one(struct kith_str head)
{
    static const struct {
        size_t place, length;
        const char *bytes;
    } marks[] = {
        {0, 3, "\x1F\x8B\x08"},     /* gzip */
        {0, 4, "\x28\xB5\x2F\xFD"}, /* Zstandard */
        {0, 6,
         "\xFD"
         "7zXZ"},                           /* xz, with the zero behind it */
        {0, 4, "PK\x03\x04"},               /* ZIP, */
        {0, 4, "PK\x05\x06"},               /* an empty one */
        {4, 6, "1AY&SY"},                   /* bzip2, */
        {4, 6, "\x17\x72\x45\x38\x50\x90"}, /* an empty one */
        {257, 5, "ustar"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (head.length >= marks[i].place + marks[i].length &&
            memcmp(head.data + marks[i].place, marks[i].bytes, marks[i].length) == 0)
            return true;
    return false;
}

/* libarchive turns names into the locale's encoding, and the C locale has none for most
 * names. The locale is the thread's, and only inside of this door. */
static locale_t enter(struct kith_archive *archive)
{
    return archive->names ? uselocale(archive->names) : (locale_t)0;
}

static void leave(locale_t before)
{
    if (before)
        uselocale(before);
}

/* ---- limits ---- */

static enum kith_status pass_limit(struct kith_archive *archive, struct kith_error *err,
                                   const char *sentence)
{
    archive->cost->is_over = true;
    return kith_fail(err, KITH_BAD_INPUT, "%s: %s; the rest of the archive is left out",
                     archive->stream->path, sentence);
}

/* Bytes came out. */
static enum kith_status count_bytes(struct kith_archive *archive, size_t count,
                                    struct kith_error *err)
{
    struct kith_archive_cost *cost = archive->cost;
    cost->out += count;
    if (cost->out > KITH_ARCHIVE_BYTES)
        return pass_limit(archive, err, "unpacks to more than a terabyte");
    if (cost->out > KITH_ARCHIVE_FREE && cost->out / KITH_ARCHIVE_RATIO > cost->in)
        return pass_limit(archive, err,
                          "unpacks to more than 250 times its size, as only archives do "
                          "that are made to fill disks");
    return KITH_OK;
}

static enum kith_status count_file(struct kith_archive *archive, struct kith_error *err)
{
    return ++archive->cost->files > KITH_ARCHIVE_FILES
               ? pass_limit(archive, err, "holds more than 5,000,000 files")
               : KITH_OK;
}

/* What of the file on disk has been read: that is the stream of the outermost archive. */
static void count_input(struct kith_archive *archive)
{
    if (!archive->is_outermost)
        return;
    la_int64_t place = archive_filter_bytes(archive->reader, -1);
    if (place > 0 && (uint64_t)place > archive->cost->in)
        archive->cost->in = (uint64_t)place;
}

/* ---- failures ---- */

/* What libarchive says, or the stream below it. */
static enum kith_status fail(struct kith_archive *archive, struct kith_error *err)
{
    if (archive->reason.text[0])
        return kith_fail(err, KITH_BAD_INPUT, "%s", archive->reason.text);
    const char *reason = archive_error_string(archive->reader);
    return kith_fail(err, KITH_BAD_INPUT, "%s: is damaged or cut off here (%s)",
                     archive->stream->path, reason ? reason : "no reason is given");
}

/* ---- opening ---- */

static la_ssize_t give_block(struct archive *reader, void *context, const void **bytes)
{
    struct kith_archive *archive = context;
    size_t got;
    *bytes = archive->block;
    if (kith_stream_read(archive->stream, archive->block, BLOCK_SIZE, &got,
                         &archive->reason) == KITH_OK)
        return (la_ssize_t)got;
    archive_set_error(reader, ARCHIVE_FATAL, "cannot read");
    return ARCHIVE_FATAL;
}

static bool supports(struct archive *reader)
{
    return archive_read_support_filter_gzip(reader) == ARCHIVE_OK &&
           archive_read_support_filter_bzip2(reader) == ARCHIVE_OK &&
           archive_read_support_filter_xz(reader) == ARCHIVE_OK &&
           archive_read_support_filter_zstd(reader) == ARCHIVE_OK &&
           archive_read_support_format_tar(reader) == ARCHIVE_OK &&
           archive_read_support_format_zip(reader) == ARCHIVE_OK &&
           archive_read_support_format_raw(reader) == ARCHIVE_OK;
}

/* A file is gone about in: a ZIP's list of contents is at its end. */
static enum kith_status open_reader(struct kith_archive *archive, struct kith_error *err)
{
    struct archive *reader = archive->reader;
    if (!reader || !supports(reader))
        return kith_no_memory(err);
    int descriptor = kith_stream_file(archive->stream);
    int answer = descriptor >= 0
                     ? archive_read_open_fd(reader, descriptor, BLOCK_SIZE)
                     : archive_read_open(reader, archive, NULL, give_block, NULL);
    return answer == ARCHIVE_OK || answer == ARCHIVE_WARN ? KITH_OK : fail(archive, err);
}

enum kith_status kith_archive_open(struct kith_archive **out, struct kith_stream *stream,
                                   struct kith_archive_cost *cost, struct kith_error *err)
{
    if (cost->depth == KITH_ARCHIVE_DEPTH)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: is an archive in an archive in an archive and so on; more "
                         "than four are not opened",
                         stream->path);
    struct kith_archive *archive = calloc(1, sizeof *archive);
    if (!archive)
        return kith_no_memory(err);
    archive->is_outermost = cost->depth++ == 0;
    archive->has_ended = true;
    archive->stream = stream;
    archive->cost = cost;
    archive->reader = archive_read_new();
    archive->names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = enter(archive);
    enum kith_status status = open_reader(archive, err);
    leave(before);
    if (status != KITH_OK) {
        kith_archive_close(archive);
        return status;
    }
    *out = archive;
    return KITH_OK;
}

void kith_archive_close(struct kith_archive *archive)
{
    archive->cost->depth--;
    archive_read_free(archive->reader);
    if (archive->names)
        freelocale(archive->names);
    free(archive);
}

/* ---- members ---- */

static enum kith_archive_member kind_of(struct kith_archive *archive,
                                        struct archive_entry *entry)
{
    if (archive_format(archive->reader) == ARCHIVE_FORMAT_RAW)
        return KITH_MEMBER_WHOLE;
    if (archive_entry_hardlink(entry))
        return KITH_MEMBER_PASSED;
    if (archive_entry_is_data_encrypted(entry))
        return KITH_MEMBER_LOCKED;
    switch (archive_entry_filetype(entry)) {
    case AE_IFCHR:
    case AE_IFBLK:
    case AE_IFIFO:
    case AE_IFSOCK:
        return KITH_MEMBER_DEVICE;
    case AE_IFDIR:
    case AE_IFLNK:
        return KITH_MEMBER_PASSED;
    default:
        return KITH_MEMBER_FILE;
    }
}

static enum kith_status next_entry(struct kith_archive *archive,
                                   struct archive_entry **entry, struct kith_error *err)
{
    int answer = archive_read_next_header(archive->reader, entry);
    if (answer == ARCHIVE_EOF)
        return KITH_END;
    archive->has_failed = true;
    if (answer != ARCHIVE_OK && answer != ARCHIVE_WARN)
        return fail(archive, err);
    /* What is of no kind, and not compressed either, is "raw" too. */
    if (archive_format(archive->reader) == ARCHIVE_FORMAT_RAW &&
        archive_filter_count(archive->reader) < 2)
        return kith_fail(err, KITH_BAD_INPUT, "%s: is no archive, whatever its name says",
                         archive->stream->path);
    archive->has_failed = false;
    return KITH_OK;
}

/* Bytes that are not compressed can be passed over unseen; others are counted. */
static enum kith_status pass_rest(struct kith_archive *archive, struct kith_error *err)
{
    char bytes[4096];
    size_t got = 1;
    if (archive_filter_count(archive->reader) < 2)
        return KITH_OK;
    while (got && !archive->has_ended)
        KITH_TRY(kith_archive_read(archive, bytes, sizeof bytes, &got, err));
    return KITH_OK;
}

static enum kith_status advance(struct kith_archive *archive,
                                struct archive_entry **entry, struct kith_error *err)
{
    KITH_TRY(pass_rest(archive, err));
    KITH_TRY(next_entry(archive, entry, err));
    archive->has_ended = false;
    count_input(archive);
    return count_file(archive, err);
}

enum kith_status kith_archive_next(struct kith_archive *archive,
                                   enum kith_archive_member *kind, struct kith_str *name,
                                   struct kith_error *err)
{
    struct archive_entry *entry;
    if (archive->has_failed || archive->cost->is_over)
        return KITH_END;
    locale_t before = enter(archive);
    enum kith_status status = advance(archive, &entry, err);
    if (status == KITH_OK) {
        const char *told = archive_entry_pathname(entry);
        *kind = kind_of(archive, entry);
        *name = kith_str_of(told ? told : "");
    }
    leave(before);
    return status;
}

static enum kith_status read_some(struct kith_archive *archive, char *bytes, size_t room,
                                  size_t *got, struct kith_error *err)
{
    la_ssize_t length = archive_read_data(archive->reader, bytes, room);
    count_input(archive);
    archive->has_ended = length <= 0;
    archive->has_failed = length == ARCHIVE_FATAL;
    if (length < 0)
        return fail(archive, err);
    *got = (size_t)length;
    return count_bytes(archive, *got, err);
}

enum kith_status kith_archive_read(void *from, char *bytes, size_t room, size_t *got,
                                   struct kith_error *err)
{
    struct kith_archive *archive = from;
    locale_t before = enter(archive);
    enum kith_status status = read_some(archive, bytes, room, got, err);
    leave(before);
    return status;
}
