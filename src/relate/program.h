/* A rule as a small machine: the steps that a matcher takes along a sentence. */
#ifndef KITH_RELATE_PROGRAM_H
#define KITH_RELATE_PROGRAM_H

#include "relate/pattern.h"

enum kith_step_kind {
    KITH_STEP_WORD,   /* a word of class x or, in the plural, y */
    KITH_STEP_LIST,   /* an entry of list x */
    KITH_STEP_SLOT,   /* names for hole x: 0 is A, 1 is B */
    KITH_STEP_GAP,    /* up to x words */
    KITH_STEP_HELP,   /* what may help a verb: x is an enum kith_help */
    KITH_STEP_EITHER, /* go on at x; failing that, at y */
    KITH_STEP_JUMP,   /* go on at x */
    KITH_STEP_ACCEPT
};

struct kith_step {
    uint32_t kind; /* enum kith_step_kind */
    uint32_t x, y;
};

struct kith_program {
    struct kith_step *steps;
    uint32_t count;
};

/* Translate a parsed pattern (Thompson's construction). The steps live in `arena`. */
enum kith_status kith_program_build(const struct kith_pattern *pattern,
                                    struct kith_arena *arena,
                                    struct kith_program *program, struct kith_error *err);

/* The item of `pattern` that step number `step` of its program belongs to;
 * pattern->count for the last step, which accepts. */
uint32_t kith_program_item(const struct kith_pattern *pattern, uint32_t step);

#endif
