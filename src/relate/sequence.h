/* A sentence as rules see it: names, words and marks, one symbol each.
 *
 * A mention is one symbol however many words it has; those that overlap it are left out.
 * Quotation marks are left out: they stand between a name and its role without a meaning
 * of their own. */
#ifndef KITH_RELATE_SEQUENCE_H
#define KITH_RELATE_SEQUENCE_H

#include "relate/rule_book.h"
#include "recognize/mention.h"

struct kith_symbol {
    kith_id class;      /* of a word or mark; KITH_NO_ID for mentions and unknown words */
    uint32_t mention;   /* index in mentions, or KITH_NO_ID */
    kith_id type;       /* of the mention's entity; KITH_NO_ID for others */
    uint32_t roles;     /* of the class */
    uint64_t signs;     /* of the class, in the net of all rules */
    uint8_t kind;       /* enum kith_token_kind; KITH_TOKEN_WORD for mentions */
    uint8_t shape;      /* enum kith_token_shape of the first token */
    bool touches;       /* nothing stands between it and the token before */
    bool is_participle; /* a lower-case word in -ing or -ed */
    bool ends_in_s;     /* a lower-case verb or noun, and hardly an adjective */
    uint32_t begin, end; /* bytes */
};

/* Places of the mentions among the symbols. */
struct kith_names_at {
    uint32_t *items;
    uint32_t count, room;
};

/* In the arena; reused from sentence to sentence. */
struct kith_sequence {
    struct kith_symbol *items;
    uint32_t count, room;
    struct kith_names_at names;
};

/* True when "..." may pass over the symbol at `at`; over a name only where it belongs to
 * a preposition: "in | Ostland". */
static inline bool kith_sequence_fits_gap(const struct kith_sequence *sequence,
                                          uint32_t at)
{
    if (at >= sequence->count)
        return false;
    const struct kith_symbol *symbol = &sequence->items[at];
    if (symbol->mention != KITH_NO_ID)
        return at > 0 && (symbol[-1].roles & KITH_ROLE_PREPOSITION);
    return !(symbol->roles & KITH_ROLE_BARRIER) && symbol->kind != KITH_TOKEN_MARK;
}

/* Read one sentence of `document`, whose mentions are [first, end). */
enum kith_status
kith_sequence_read(const struct kith_rules *rules, const struct kith_document *document,
                   const struct kith_mentions *mentions, uint32_t sentence,
                   uint32_t first, uint32_t end, struct kith_arena *arena,
                   struct kith_sequence *sequence, struct kith_error *err);

#endif
