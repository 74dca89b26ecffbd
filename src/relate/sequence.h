/* A sentence as rules see it: names, words and marks, one symbol each.
 *
 * A mention is one symbol however many words it has; those that overlap it are left out.
 * Quotation marks are left out: they stand between a name and its role without a meaning
 * of their own. */
#ifndef KITH_RELATE_SEQUENCE_H
#define KITH_RELATE_SEQUENCE_H

#include "relate/referent.h"
#include "relate/rule_book.h"

struct kith_symbol {
    kith_id class;    /* of a word or mark; KITH_NO_ID for mentions and unknown words */
    uint32_t mention; /* index in mentions, or KITH_NO_ID; of what "he" and "the attack"
                         stand for, too */
    kith_id type;     /* of the mention's entity; KITH_NO_ID for others */
    uint32_t roles;   /* of the class */
    uint8_t kind;     /* enum kith_token_kind; KITH_TOKEN_WORD for mentions */
    uint8_t shape;    /* enum kith_token_shape of the first token */
    bool touches;     /* nothing stands between it and the token before */
    uint32_t begin, end; /* bytes */
};

/* Lower-case words that may stand before a name. */
#define KITH_DESCRIPTION_LIMIT 3

/* In the arena; reused from sentence to sentence. */
struct kith_sequence {
    const char *text; /* the document's */
    struct kith_symbol *items;
    uint64_t *signs; /* of what stands at each symbol (net.h); behind the last, those of
                        a gap with nothing in it */
    uint64_t wants;  /* what its words serve; prospect.h */
    uint32_t count;
    struct {
        uint32_t *items; /* symbols */
        uint32_t count;
    } names;        /* where they stand */
    uint64_t *keys; /* of tokens, while they are read */
    uint32_t room;  /* tokens that all of these have room for */
};

/* True for a lower-case word in -ing or -ed. */
bool kith_sequence_is_participle(const struct kith_sequence *sequence, uint32_t at);

/* True for a lower-case word in -s: a verb or noun, and hardly an adjective. */
bool kith_sequence_ends_in_s(const struct kith_sequence *sequence, uint32_t at);

/* True when the name at `at` belongs to a preposition, "in Ostland", "of the Guild", or
 * only keeps the subject company: "joined the Guild in claiming". */
static inline bool kith_sequence_is_led(const struct kith_sequence *sequence, uint32_t at)
{
    const unsigned leads = KITH_ROLE_PREPOSITION | KITH_ROLE_OF | KITH_ROLE_COMPANY;
    uint32_t before = at;
    if (before > 0 && sequence->items[before - 1].roles & KITH_ROLE_DETERMINER)
        before--;
    return before > 0 && sequence->items[before - 1].roles & leads;
}

/* True when the name at `at` only tells which noun is meant: "a Guild | branch". */
static inline bool kith_sequence_describes(const struct kith_sequence *sequence,
                                           uint32_t at)
{
    const struct kith_symbol *symbol = &sequence->items[at];
    return at > 0 && at + 1 < sequence->count &&
           symbol[-1].roles & KITH_ROLE_DETERMINER && symbol[1].mention == KITH_NO_ID &&
           symbol[1].shape == KITH_SHAPE_LOWER &&
           !(symbol[1].roles & (KITH_ROLE_CLOSED | KITH_ROLE_ADVERB)) &&
           !kith_sequence_is_participle(sequence, at + 1);
}

/* True when "..." may pass over the symbol at `at`; over a name only where it belongs to
 * a preposition or to a noun, and never from a name to its own: "Anna | 's brother". */
static inline bool kith_sequence_fits_gap(const struct kith_sequence *sequence,
                                          uint32_t at)
{
    if (at >= sequence->count)
        return false;
    const struct kith_symbol *symbol = &sequence->items[at];
    if (symbol->mention != KITH_NO_ID)
        return kith_sequence_is_led(sequence, at) ||
               kith_sequence_describes(sequence, at);
    if (symbol->kind == KITH_TOKEN_POSSESSIVE && at > 0 &&
        symbol[-1].mention != KITH_NO_ID)
        return kith_sequence_is_led(sequence, at - 1);
    return !(symbol->roles & KITH_ROLE_BARRIER) && symbol->kind != KITH_TOKEN_MARK;
}

/* Read one sentence, whose mentions are [first, end), of the article that `referents`
 * were read from. */
enum kith_status kith_sequence_read(const struct kith_referents *referents,
                                    uint32_t sentence, uint32_t first, uint32_t end,
                                    struct kith_arena *arena,
                                    struct kith_sequence *sequence,
                                    struct kith_error *err);

#endif
