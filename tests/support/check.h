/* cmocka with the headers it needs before it, and what every unit test shares.
 *
 * Include this instead of cmocka.h. */
#ifndef KITH_TESTS_CHECK_H
#define KITH_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/* A slice equals a literal. On failure both are printed. */
#define assert_str(slice, expected)                                                      \
    do {                                                                                 \
        struct kith_str check_slice = (slice);                                           \
        struct kith_str check_wanted = kith_str_of(expected);                            \
        if (!kith_str_equal(check_slice, check_wanted))                                  \
            fail_msg("is \"%.*s\", not \"%s\"", KITH_STR_ARGS(check_slice), (expected)); \
    } while (0)

/* A call came to KITH_OK; else its sentence is printed. */
#define assert_ok(call, err)                                                             \
    do {                                                                                 \
        if ((call) != KITH_OK)                                                           \
            fail_msg("%s", (err)->text);                                                 \
    } while (0)

/* Run `stage` with the arena capped at 0, 16, 32 ... bytes until it succeeds: every
 * outcome before must be KITH_NO_MEMORY or KITH_LIMIT, never a crash. The step grows with
 * the cap, so that large stages end too. */
typedef enum kith_status check_stage_fn(struct kith_arena *arena, void *context,
                                        struct kith_error *err);

static inline void check_memory_sweep(check_stage_fn *stage, void *context)
{
    for (size_t cap = 0;; cap += 16 + cap / 64) {
        struct kith_arena arena;
        struct kith_error err = {0};
        kith_arena_init(&arena, cap);
        enum kith_status status = stage(&arena, context, &err);
        kith_arena_release(&arena);
        if (status == KITH_OK)
            return;
        if (status != KITH_NO_MEMORY && status != KITH_LIMIT)
            fail_msg("cap %zu: status %d: %s", cap, (int)status, err.text);
    }
}

#endif
