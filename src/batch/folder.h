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
    KITH_FILE_NODES,
    KITH_FILE_EDGES,
    KITH_FILE_ARTICLES,
    KITH_FILE_SENTENCES,
    KITH_FILE_MENTIONS,
    KITH_FILE_EVIDENCE,
    KITH_FILE_PROBLEMS,
    KITH_FILE_RUN,
    KITH_FILE_COUNT
};

struct kith_folder {
    const char *path; /* borrowed */
    struct kith_output files[KITH_FILE_COUNT];
};

/* The name of a file inside the folder: "graph.graphml". */
const char *kith_folder_name(enum kith_folder_file file);

/* Make the folder when it is missing and begin all its files. */
enum kith_status kith_folder_open(struct kith_folder *folder, const char *path,
                                  struct kith_error *err);

/* Move all files to their places. */
enum kith_status kith_folder_commit(struct kith_folder *folder, struct kith_error *err);

/* Drop whatever has not been moved; nothing is left behind. */
void kith_folder_discard(struct kith_folder *folder);

#endif
