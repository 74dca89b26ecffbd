/* Direct speech: what stands between quotation marks, over one sentence or several. */
#ifndef KITH_RELATE_QUOTE_H
#define KITH_RELATE_QUOTE_H

#include "text/document.h"

struct kith_quote {
    uint32_t begin, end;         /* tokens between the marks, half-open */
    uint32_t first_byte, behind; /* bytes of the same */
    bool is_open_ended;          /* its paragraph ended first: the next may go on */
};

struct kith_quotes {
    struct kith_quote *items;
    uint32_t count, room;
};

/* Pair the quotation marks of `document`: double ones, straight or curly, angles, and
 * curly single ones. A quote ends with its paragraph at the latest. They live in `arena`.
 * Linear. */
enum kith_status kith_quotes_read(const struct kith_document *document,
                                  struct kith_arena *arena, struct kith_quotes *quotes,
                                  struct kith_error *err);

/* The quote that holds the byte, or KITH_NO_ID. */
uint32_t kith_quotes_find(const struct kith_quotes *quotes, uint32_t byte);

#endif
