/* Stop marks: which there are, in all scripts, and how far they reach. Whether one ends a
 * sentence is sentence.c's business. */
#ifndef KITH_TEXT_STOP_H
#define KITH_TEXT_STOP_H

#include <stdbool.h>

#include "text/token.h"

/* In order of strength. */
enum kith_stop_kind {
    KITH_NO_STOP,
    KITH_STOP_DOT,      /* may belong to an abbreviation */
    KITH_STOP_ELLIPSIS, /* ... and … */
    KITH_STOP_STRONG,   /* ! and ? */
    KITH_STOP_FULL      /* 。 and its like, behind which no blank is needed */
};

/* A stop with the stops and closing marks that touch it. */
struct kith_stop {
    enum kith_stop_kind kind; /* the strongest of them */
    uint32_t at;              /* its first token; dotted initials are their own stop */
    uint32_t end;             /* the token behind it */
    bool is_dotted;
    bool has_closer; /* a quote or bracket is closed by it */
};

/* True for a mark that can end a sentence in any script. */
bool kith_is_stop(struct kith_str text, const struct kith_token *token);

/* True for a quote or bracket that only opens. */
bool kith_is_opener(uint32_t point);

/* The stop that begins at token `at`, which is a stop mark or dotted initials. */
struct kith_stop kith_stop_gather(struct kith_str text, const struct kith_token *tokens,
                                  uint32_t count, uint32_t at);

#endif
