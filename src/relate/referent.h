/* What a word stands for that is no name: "he" for the one person spoken of, "the attack"
 * for the one event that the article names. Where more than one may be meant nobody is.
 */
#ifndef KITH_RELATE_REFERENT_H
#define KITH_RELATE_REFERENT_H

#include "recognize/mention.h"
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
    kith_id person;   /* the type, or KITH_NO_ID */
    bool has_persons; /* the article names some */
    struct kith_event events[KITH_EVENT_LIMIT];
    uint32_t event_count;
};

/* `rules` are compiled. Linear in the mentions. */
void kith_referents_read(const struct kith_rules *rules,
                         const struct kith_document *document,
                         const struct kith_mentions *mentions,
                         struct kith_referents *referents);

/* True for the word at token `at`, which is as long as `length`; `word` is in small
 * letters. The first letter tells of most that they are another. */
static inline bool kith_referent_reads(const struct kith_referents *referents,
                                       uint32_t at, const char *word, uint32_t length)
{
    const struct kith_token *token = &referents->document->tokens.items[at];
    const char *text = referents->document->text.data + token->begin;
    if (token->end - token->begin != length || (text[0] | 0x20) != word[0])
        return false;
    uint32_t i = 1;
    while (i < length && (text[i] | 0x20) == word[i])
        i++;
    return i == length;
}

/* "he", "she" */
static inline bool kith_referent_is_pronoun(const struct kith_referents *referents,
                                            uint32_t at)
{
    return kith_referent_reads(referents, at, "he", 2) ||
           kith_referent_reads(referents, at, "she", 3);
}

/* A glance at token `at`: false where nothing can stand for somebody in this article. */
static inline bool kith_referent_may_stand(const struct kith_referents *referents,
                                           uint32_t at)
{
    return (referents->has_persons && kith_referent_is_pronoun(referents, at)) ||
           (referents->event_count && at > 0 &&
            (kith_referent_reads(referents, at - 1, "the", 3) ||
             kith_referent_reads(referents, at - 1, "this", 4)));
}

/* The mention that the words from token `at` of `sentence` stand for, or KITH_NO_ID;
 * *end is behind them. `first` is the first mention of the sentence or behind it. Names
 * begin at none of these tokens. kith_referent_may_stand is true of `at`. */
uint32_t kith_referent_at(const struct kith_referents *referents, uint32_t sentence,
                          uint32_t first, uint32_t at, uint32_t *end);

/* True when some words of the sentence stand for another mention. */
bool kith_referents_stand_in(const struct kith_referents *referents, uint32_t sentence,
                             uint32_t first);

#endif
