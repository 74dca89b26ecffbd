/* What is different between two compiled gazetteers, as far as an article can tell: the
 * names of whose entities an article has to hold all words before it may be read
 * differently.
 *
 * An entity is as it was when its id, name, type, further cells and aliases are, and it
 * stands in the same order among all others that are as they were. An article that holds
 * no name of any other entity, from either gazetteer, is read alike with both: whom its
 * names mean depends on no other rows than those that bear them. */
#ifndef KITH_GAZETTEER_DIFFERENCE_H
#define KITH_GAZETTEER_DIFFERENCE_H

#include "gazetteer/gazetteer.h"

/* The words of a name, each as kith_word_key gives it. */
struct kith_changed_name {
    const uint64_t *words;
    uint32_t count;
};

struct kith_difference {
    kith_id *successor_of; /* of an entity of the first, in the second; KITH_NO_ID: it is
                              gone or another now. Rising where it is not that */
    struct {
        struct kith_changed_name *items;
        uint32_t count, room;
    } names;
    uint32_t entities; /* that are not as they were, counted once */
    bool is_wide;      /* names may be found in any article: they have no words */
};

/* Compare two gazetteers. All of it lives in `arena`. Linear but for a sort. */
enum kith_status kith_gazetteers_compare(const struct kith_gazetteer *before,
                                         const struct kith_gazetteer *after,
                                         struct kith_arena *arena,
                                         struct kith_difference *difference,
                                         struct kith_error *err);

#endif
