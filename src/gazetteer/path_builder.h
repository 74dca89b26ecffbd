/* Making the set of paths: names in, flat tables out. */
#ifndef KITH_GAZETTEER_PATH_BUILDER_H
#define KITH_GAZETTEER_PATH_BUILDER_H

#include "base/map.h"
#include "base/status.h"
#include "gazetteer/name.h"
#include "gazetteer/tables.h"

/* Where an alias came to its end. */
struct kith_landing {
    uint64_t path;
    kith_id alias;
    uint32_t pattern;
};

/* A set of paths that still grows. */
struct kith_path_builder {
    struct kith_paths *paths;
    const struct kith_alias_table *aliases;
    struct kith_arena *arena;   /* of the finished tables */
    struct kith_arena *scratch; /* of what only building needs */
    struct {
        struct kith_landing *items;
        uint32_t count, room;
    } landings;
    struct {
        struct kith_beginning *items;
        uint32_t count, room;
    } beginnings;
    struct kith_map known_patterns; /* hash of a pattern -> its offset */
    struct kith_map plain_patterns; /* of one with hyphens -> of the same without */
    struct kith_map known_words;    /* hash of a first word -> its place in beginnings */
};

/* Begin the set of the paths of `aliases`, which are read until it is finished. */
enum kith_status kith_paths_begin(struct kith_path_builder *builder,
                                  struct kith_paths *paths,
                                  const struct kith_alias_table *aliases,
                                  struct kith_arena *arena, struct kith_arena *scratch,
                                  struct kith_error *err);

/* Add the path of an alias; it has at least one step. Aliases come in ascending order. */
enum kith_status kith_paths_add(struct kith_path_builder *builder,
                                const struct kith_path *path, kith_id alias,
                                struct kith_error *err);

/* The pattern of names that differ from those of `pattern` in their hyphens alone, and
 * have none. */
uint32_t kith_paths_plain_pattern(const struct kith_path_builder *builder,
                                  uint32_t pattern);

/* Lay the tables out. The postings of a path come by entity, then alias.
 * Whatever add and finish came to, release. */
enum kith_status kith_paths_finish(struct kith_path_builder *builder,
                                   struct kith_error *err);
void kith_path_builder_release(struct kith_path_builder *builder);

#endif
