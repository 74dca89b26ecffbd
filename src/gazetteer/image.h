/* A compiled gazetteer as one stretch of bytes: a head, then the tables, which refer to
 * each other by number only. It can stand in memory, be written to a file, and be mapped
 * from there by any number of processes that share its pages. docs/FORMATS.md, Images.
 *
 * An image comes from outside and may be damaged. Opening one checks its head and, where
 * it is small, all of it; of a large one the tables are checked as they are read. */
#ifndef KITH_GAZETTEER_IMAGE_H
#define KITH_GAZETTEER_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/problem.h"
#include "base/status.h"
#include "base/str.h"
#include "gazetteer/origin.h"

struct kith_gazetteer;

/* The bytes that hold the tables. */
struct kith_image {
    unsigned char *bytes; /* NULL: not compiled yet */
    size_t size;
    enum { KITH_IMAGE_BORROWED, KITH_IMAGE_ALLOCATED, KITH_IMAGE_MAPPED } keeping;
};

/* Move the tables of a gazetteer, which is complete, into an image. */
enum kith_status kith_image_pack(struct kith_gazetteer *gazetteer,
                                 struct kith_error *err);

/* Make an empty gazetteer that of the image in `bytes`, which begin at a multiple of
 * eight and outlive it. KITH_BAD_INPUT when they are no image or a damaged one; `name`
 * stands for the path. The gazetteer is good for nothing but to be freed then. */
enum kith_status kith_image_attach(struct kith_gazetteer *gazetteer,
                                   struct kith_str bytes, const char *name,
                                   struct kith_error *err);

/* The same for a file, which is mapped. Nothing is asked about its sources. */
enum kith_status kith_image_map(struct kith_gazetteer *gazetteer, const char *path,
                                struct kith_error *err);

/* Are the sources of a mapped image as they were when it was compiled? */
enum kith_freshness kith_image_freshness(const struct kith_gazetteer *gazetteer);

/* kith_gazetteer_load for an image: map it; when its sources have changed, build it anew
 * from them, here and in the file. What was done is a note in `problems`. */
enum kith_status kith_image_load(struct kith_gazetteer *gazetteer, const char *path,
                                 struct kith_problems *problems, struct kith_error *err);

/* Write the hashes of an image that was changed: for tests of what they do not show. */
void kith_image_seal(unsigned char *bytes, size_t size);

void kith_image_release(struct kith_image *image);

#endif
