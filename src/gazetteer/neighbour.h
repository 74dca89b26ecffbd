/* Neighbours: the aliases that hold a word, for telling what a name that is not found may
 * have been meant for. */
#ifndef KITH_GAZETTEER_NEIGHBOUR_H
#define KITH_GAZETTEER_NEIGHBOUR_H

#include "gazetteer/gazetteer.h"
#include "text/token.h"

/* More are only counted. */
#define KITH_NEIGHBOURS 5

struct kith_neighbour {
    kith_id alias;
    uint32_t words;   /* of the alias, all told */
    bool is_silenced; /* never found by itself: a correction took it away, or it is the
                         name of an entity that only given mentions have */
};

struct kith_neighbours {
    struct kith_neighbour items[KITH_NEIGHBOURS]; /* shortest first, then in row order */
    uint32_t count;
    uint32_t total; /* those left out, too */
};

/* Find the aliases that hold `word` of `text`, whatever its case and marks. Linear in the
 * bytes of all aliases. */
enum kith_status kith_neighbours_find(const struct kith_gazetteer *gazetteer,
                                      struct kith_str text, const struct kith_token *word,
                                      struct kith_neighbours *neighbours,
                                      struct kith_error *err);

#endif
