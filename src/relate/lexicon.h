/* Every word that rules speak of, with all that reading a sentence wants to know of it in
 * one place: most words of a text are looked up once, each somewhere else in memory. */
#ifndef KITH_RELATE_LEXICON_H
#define KITH_RELATE_LEXICON_H

#include "gazetteer/word_key.h"
#include "relate/word_class.h"

struct kith_rules;

struct kith_lexicon_word {
    uint64_t key;   /* kith_word_key */
    uint64_t signs; /* net.h */
    uint64_t wants; /* prospect.h */
    kith_id class;  /* KITH_NO_ID where the table is empty */
    uint32_t roles; /* enum kith_word_role, or-ed */
};

struct kith_lexicon {
    struct kith_lexicon_word *words; /* an open table, a third of it empty */
    uint64_t *glances; /* bits: no word has a key that begins like one whose bit is 0 */
    uint64_t mask;
    unsigned shift;        /* what of a key is its place */
    unsigned glance_shift; /* what of a key is its bit */
};

/* What is known of words that no rule speaks of. */
extern const struct kith_lexicon_word kith_lexicon_unknown;

/* Enter all classes, when their roles are given and the net is laid. */
enum kith_status kith_lexicon_build(struct kith_rules *rules, struct kith_error *err);

/* Where the key's word stands, or an empty place. Keys are spread over their high bits.
 */
static inline uint64_t kith_lexicon_place(const struct kith_lexicon *lexicon,
                                          uint64_t key)
{
    uint64_t at = key >> lexicon->shift;
    while (lexicon->words[at].key != key && lexicon->words[at].class != KITH_NO_ID)
        at = (at + 1) & lexicon->mask;
    return at;
}

/* False for most keys that no word has. The bits are few enough to stay at hand. */
static inline bool kith_lexicon_may_know(const struct kith_lexicon *lexicon, uint64_t key)
{
    const uint64_t glance = key >> lexicon->glance_shift;
    return lexicon->glances[glance / 64] >> glance % 64 & 1;
}

static inline const struct kith_lexicon_word *
kith_lexicon_find(const struct kith_lexicon *lexicon, uint64_t key)
{
    return kith_lexicon_may_know(lexicon, key)
               ? &lexicon->words[kith_lexicon_place(lexicon, key)]
               : &kith_lexicon_unknown;
}

/* Say that the key will be looked for soon. */
static inline void kith_lexicon_announce(const struct kith_lexicon *lexicon, uint64_t key)
{
    __builtin_prefetch(&lexicon->words[key >> lexicon->shift]);
}

#endif
