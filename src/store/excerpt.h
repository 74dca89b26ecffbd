/* What of an article's text is kept in a record: the sentences that evidence stands in,
 * its triggers and speakers, and the names. */
#ifndef KITH_STORE_EXCERPT_H
#define KITH_STORE_EXCERPT_H

#include "relate/findings.h"

/* Bytes of the text. */
struct kith_stretch {
    uint32_t begin, end;
};

struct kith_excerpt {
    bool *holds_evidence; /* by sentence: all of it is kept */
    bool *is_told;        /* by sentence: something of it is kept */
    struct {
        struct kith_stretch *items; /* rising; no two touch */
        uint32_t count, room;
    } stretches;
};

/* Choose it; all of it lives in `arena`. False when the findings point outside their
 * document, and when memory is out. Linear but for a sort. */
bool kith_excerpt_choose(const struct kith_findings *findings, struct kith_arena *arena,
                         struct kith_excerpt *excerpt);

#endif
