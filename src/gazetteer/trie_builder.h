/* Making a trie: paths in, flat tables out. */
#ifndef KITH_GAZETTEER_TRIE_BUILDER_H
#define KITH_GAZETTEER_TRIE_BUILDER_H

#include "base/map.h"
#include "base/status.h"
#include "gazetteer/name.h"
#include "gazetteer/trie.h"

/* Where an alias came to its end. */
struct kith_landing {
    uint32_t state;
    struct kith_posting posting;
};

/* A trie that still grows. */
struct kith_trie_builder {
    struct kith_trie *trie;
    struct kith_arena *arena;   /* of the finished tables */
    struct kith_arena *scratch; /* of what only building needs */
    struct {
        struct kith_state *items;
        uint32_t count, room;
    } states;
    struct {
        struct kith_landing *items;
        uint32_t count, room;
    } landings;
    struct {
        uint8_t *items;
        uint32_t count, room;
    } patterns;
    struct kith_map known_patterns; /* hash of a pattern -> its offset */
    struct {
        struct kith_beginning *items;
        uint32_t count, room;
    } beginnings;
    struct {
        struct kith_going_on *items;
        uint32_t count, room;
    } steps;
};

enum kith_status kith_trie_begin(struct kith_trie_builder *builder,
                                 struct kith_trie *trie, struct kith_arena *arena,
                                 struct kith_arena *scratch, struct kith_error *err);

/* Add the path of an alias; it has at least one step. Aliases come in any order. */
enum kith_status kith_trie_add(struct kith_trie_builder *builder,
                               const struct kith_path *path, kith_id entity,
                               kith_id alias, struct kith_error *err);

/* Lay the tables out. The trie is complete. Whatever add and finish came to, release. */
enum kith_status kith_trie_finish(struct kith_trie_builder *builder,
                                  struct kith_error *err);
void kith_trie_builder_release(struct kith_trie_builder *builder);

#endif
