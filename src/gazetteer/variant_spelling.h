/* The spellings of one word, cheapest first. For this room. */
#ifndef KITH_GAZETTEER_VARIANT_SPELLING_H
#define KITH_GAZETTEER_VARIANT_SPELLING_H

#include "gazetteer/variant_table.h"
#include "gazetteer/variant_word.h"

/* A word has no more spellings, its own counted. */
#define KITH_SPELLING_LIMIT 24

/* A spelling is made by at most so many rules, one behind the other. */
#define KITH_SPELLING_DEPTH 4

struct kith_spelling {
    struct kith_variant_word word;
    uint8_t cost;
    uint8_t rule_count;
    kith_id rules[KITH_SPELLING_DEPTH];
};

struct kith_spellings {
    struct kith_spelling items[KITH_SPELLING_LIMIT]; /* the first is the word itself */
    uint32_t count;
};

/* Fill `spellings` with those of `word` that the rules which pass `filter` make, and the
 * rules on what they made. */
void kith_spellings_make(const struct kith_variant_rules *rules,
                         const struct kith_variant_word *word,
                         const struct kith_rule_filter *filter,
                         struct kith_spellings *spellings);

#endif
