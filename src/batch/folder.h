/* The output folder: files that appear together.
 *
 * All are written beside their places first. Only when every one is complete are they
 * moved, one after the other, so that a run that fails or is stopped leaves an earlier
 * run's folder as it was. */
#ifndef KITH_BATCH_FOLDER_H
#define KITH_BATCH_FOLDER_H

#include "base/file.h"

enum kith_folder_file {
    KITH_FILE_GRAPHML,
    KITH_FILE_GEXF,
    KITH_FILE_DOT,
    KITH_FILE_VOSVIEWER,
    KITH_FILE_NODES,
    KITH_FILE_EDGES,
    KITH_FILE_ARTICLES, /* the tables of rows.h, in its order */
    KITH_FILE_SENTENCES,
    KITH_FILE_MENTIONS,
    KITH_FILE_EVIDENCE,
    KITH_FILE_COPIES,
    KITH_FILE_NODES_JSONL,
    KITH_FILE_EDGES_JSONL,
    KITH_FILE_ARTICLES_JSONL, /* likewise */
    KITH_FILE_SENTENCES_JSONL,
    KITH_FILE_MENTIONS_JSONL,
    KITH_FILE_EVIDENCE_JSONL,
    KITH_FILE_COPIES_JSONL,
    KITH_FILE_PROBLEMS,
    KITH_FILE_RUN,
    KITH_FILE_COUNT
};

/* A file whose name is known at the end alone. */
struct kith_folder_extra {
    struct kith_output *file;
    unsigned format; /* enum kith_format; 0: of none, and always wanted */
};

struct kith_folder {
    const char *path; /* borrowed */
    unsigned formats; /* wanted: enum kith_format */
    unsigned written; /* these, and those that are written to be read back alone */
    bool bom;
    const volatile int *stop; /* kith_folder_listen */
    struct kith_output files[KITH_FILE_COUNT];
    struct kith_folder_extra *more;
    uint32_t more_count, more_room;
    struct kith_buf names; /* of all files, zero bytes behind them; once committed */
};

/* The name of a file inside the folder: "graph.graphml". */
const char *kith_folder_name(enum kith_folder_file file);

/* Is a file of this format one of the `formats`, or always wanted? */
bool kith_folder_wants(unsigned formats, unsigned format);

/* The same of one of the files. */
bool kith_folder_has(unsigned formats, enum kith_folder_file file);

/* Make the folder when it is missing, finish what a killed run began there, and begin the
 * files of `formats` and of `aside`, which are not to stand in the folder; with `bom`,
 * tables with a byte order mark. */
enum kith_status kith_folder_open(struct kith_folder *folder, const char *path,
                                  unsigned formats, unsigned aside, bool bom,
                                  struct kith_error *err);

/* Begin one more file of the folder, of `format`, or 0 when it is wanted in any case. It
 * is committed and discarded with the others. */
enum kith_status kith_folder_add(struct kith_folder *folder, const char *name,
                                 unsigned format, struct kith_output **out,
                                 struct kith_error *err);

/* From here on, once *stop is not zero, what is written is in vain: writers see it, and
 * committing ends with KITH_INTERRUPTED and moves no file. */
void kith_folder_listen(struct kith_folder *folder, const volatile int *stop);

/* Finish all files, and move those that are wanted to their places. */
enum kith_status kith_folder_commit(struct kith_folder *folder, struct kith_error *err);

/* Where a file that was written can be read once the folder is committed, until it is
 * discarded; a zero byte behind it. False when there is none of the name. */
bool kith_folder_find(const struct kith_folder *folder, const char *name,
                      struct kith_buf *path);

/* Drop whatever has not been moved, and give memory back; nothing is left behind. */
void kith_folder_discard(struct kith_folder *folder);

#endif
