/* Files that hold many articles, for the intake alone. Each kind is one file in this
 * folder. */
#ifndef KITH_INPUT_CONTAINER_H
#define KITH_INPUT_CONTAINER_H

#include "input/archive.h"
#include "input/intake.h"

/* A run of the intake: what all files, and the files inside of them, share. */
struct kith_giver {
    const struct kith_intake *intake;
    struct kith_arena arena; /* of one article */
    kith_id number;          /* of the article that comes next */
    enum kith_status taken;  /* what on_article said last, if not KITH_OK */
    struct kith_str sought;  /* the only path that is wanted, or empty */
    struct kith_archive_cost cost;
};

/* A file being taken apart, on disk or in an archive. */
struct kith_container {
    struct kith_giver *giver;
    struct kith_str path; /* zero-terminated */
    struct kith_stream *stream;
};

static inline const struct kith_reader_options *
kith_container_options(const struct kith_container *container)
{
    return &container->giver->intake->options;
}

/* Give an article away; its path becomes the container's with `place` behind it: "#12".
 */
enum kith_status kith_container_give(struct kith_container *container, uint64_t place,
                                     struct kith_unread *unread, struct kith_error *err);

/* Give the file as a whole away, as one article: its bytes. */
enum kith_status kith_container_give_bytes(struct kith_container *container,
                                           struct kith_str bytes, struct kith_error *err);

/* Say why there is no article, in the file or at `place` of it, unless that is 0. */
enum kith_status kith_container_refuse(struct kith_container *container, uint64_t place,
                                       const char *fault, const char *reason,
                                       struct kith_error *err);

/* The same for what is larger than articles may be. */
enum kith_status kith_container_refuse_size(struct kith_container *container,
                                            uint64_t place, struct kith_error *err);

/* Take a whole container apart. A failure that is not on_article's is one of the file
 * as a whole. */
typedef enum kith_status kith_container_fn(struct kith_container *container,
                                           struct kith_error *err);

/* Any file, by its kind; a failure of it is told, and is none of the caller's. */
kith_container_fn kith_take_file;

/* The files in an archive, and what is in them; or a compressed file. */
kith_container_fn kith_take_archive;

/* A table, one article a row, places are lines; a first row of headings is wanted. */
kith_container_fn kith_take_table;

/* JSON objects, one a line; places are lines. */
kith_container_fn kith_take_json_lines;

/* JSON objects in an array, or one alone; places count from 1. */
kith_container_fn kith_take_json;

/* Articles in XML; places count from 1. A document that is one article is given whole. */
kith_container_fn kith_take_xml;

#endif
