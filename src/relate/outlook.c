/* Outlooks: what the words around a symbol make of it. */
#include "relate/outlook.h"

#include "relate/verb_group.h"

/* A name can be reached over descriptions, and a dot behind each. */
#define NAME_REACH (2 * KITH_DESCRIPTION_LIMIT)

static void sign_names(struct kith_sequence *s)
{
    for (uint32_t i = 0; i < s->names.count; i++) {
        const uint32_t name = s->names.items[i];
        const uint32_t first = name < NAME_REACH ? 0 : name - NAME_REACH;
        for (uint32_t at = first; at <= name; at++)
            s->signs[at] |= KITH_NET_NAME_SIGN;
    }
}

/* "4 May" and "in May": a month, and no word of doubt. */
static void mark_month(struct kith_sequence *s, uint32_t at)
{
    struct kith_symbol *symbol = &s->items[at];
    const unsigned doubt = KITH_ROLE_STATUS | KITH_ROLE_AUXILIARY;
    if (symbol->shape != KITH_SHAPE_TITLE || (symbol->roles & doubt) != doubt)
        return;
    bool is_month = (at > 0 && (s->items[at - 1].kind == KITH_TOKEN_NUMBER ||
                                s->items[at - 1].roles & KITH_ROLE_BEFORE_TIME)) ||
                    (at + 1 < s->count && s->items[at + 1].kind == KITH_TOKEN_NUMBER);
    if (is_month)
        symbol->roles = KITH_ROLE_TIME;
}

/* Most symbols are neither helped nor doubted by those beside them. */
static void read_beside(struct kith_sequence *s)
{
    const unsigned looked_at = KITH_ROLE_AUXILIARY | KITH_VERB_GROUP_PERHAPS;
    /* Backwards, so that a month is known before what leads to it. */
    for (uint32_t at = s->count; at-- > 0;) {
        const struct kith_symbol *symbol = &s->items[at];
        if (!(symbol->roles & looked_at) && symbol->kind != KITH_TOKEN_NUMBER)
            continue;
        mark_month(s, at);
        if (kith_verb_group_begins(s, at))
            s->signs[at] |= KITH_NET_HELP_SIGN;
    }
}

void kith_outlook_read(struct kith_sequence *sequence)
{
    sign_names(sequence);
    read_beside(sequence);
    for (uint32_t i = 0; i <= KITH_GAP_LIMIT; i++)
        sequence->signs[sequence->count + i] = KITH_NET_ANY_SIGN;
}
