/* What a word stands for that is no name: "he" for the one person spoken of, "the attack"
 * for the one event that the article names. Where more than one may be meant nobody is.
 */
#ifndef KITH_RELATE_REFERENT_H
#define KITH_RELATE_REFERENT_H

#include "recognize/mention.h"
#include "relate/referring.h"
#include "relate/rules.h"

/* Events that one article names; of more, none is "the attack". */
#define KITH_EVENT_LIMIT 8

struct kith_event {
    struct kith_str head; /* "attack": the last word of its name, which is kept */
    uint32_t mention;     /* where the article names it first */
    bool is_several;      /* another event has the same head */
};

/* Of one article; what it points to must outlive it. */
struct kith_referents {
    const struct kith_rules *rules;
    const struct kith_document *document;
    const struct kith_mentions *mentions;
    kith_id person; /* the type, or KITH_NO_ID */
    struct kith_event events[KITH_EVENT_LIMIT];
    uint32_t event_count;
    struct kith_referring referring;
};

/* `rules` are compiled. Linear in the mentions. */
void kith_referents_read(const struct kith_rules *rules,
                         const struct kith_document *document,
                         const struct kith_mentions *mentions,
                         struct kith_referents *referents);

/* The mention that the words from token `at` of `sentence` stand for, or KITH_NO_ID;
 * *end is behind them. `first` is the first mention of the sentence or behind it. Names
 * begin at none of these tokens. kith_referring_is true there. */
uint32_t kith_referent_at(const struct kith_referents *referents, uint32_t sentence,
                          uint32_t first, uint32_t at, uint32_t *end);

/* True when some words of the sentence stand for another mention. */
bool kith_referents_stand_in(const struct kith_referents *referents, uint32_t sentence,
                             uint32_t first);

#endif
