/* The outlook from the symbols of a sentence: what those around make of them, and which
 * signs (net.h) stand there and ahead. Signs tell the net's reader of most nodes that no
 * step leads on from them, before it goes there. */
#ifndef KITH_RELATE_OUTLOOK_H
#define KITH_RELATE_OUTLOOK_H

#include "relate/sequence.h"

/* Add to the signs of words where names and verb groups begin, and tell the month of May
 * from what may be. Behind the last symbol there is room for the signs of a gap. Linear
 * in the symbols. */
void kith_outlook_read(struct kith_sequence *sequence);

/* The signs of all that "..." may lead to from symbol `at`: of that symbol and of
 * KITH_GAP_LIMIT more. */
static inline uint64_t kith_outlook_ahead(const struct kith_sequence *sequence,
                                          uint32_t at)
{
    uint64_t ahead = 0;
    for (uint32_t i = 0; i <= KITH_GAP_LIMIT; i++)
        ahead |= sequence->signs[at + i];
    return ahead;
}

#endif
