/* What went wrong and did not stop the run: a list of places with their reasons.
 *
 * Loaders and readers add to it; the run writes it to problems.csv and counts it in the
 * summary. A note (a collision that was kept, a fallback encoding) leaves the exit code
 * at 0; a fault (something of the user's was not used) makes it 1. */
#ifndef KITH_BASE_PROBLEM_H
#define KITH_BASE_PROBLEM_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

enum kith_severity { KITH_NOTE, KITH_FAULT };

struct kith_problem {
    enum kith_severity severity;
    struct kith_str file; /* as the user named it */
    uint64_t line;        /* 1-based; 0 when the whole file is meant */
    struct kith_str kind; /* a short word to count by: "encoding", "empty", "alias" ... */
    struct kith_str text; /* one sentence, without file and line */
};

struct kith_problems {
    struct kith_arena *arena; /* not owned; holds items and their strings */
    struct kith_problem *items;
    uint32_t count;
    uint32_t room;
    uint32_t fault_count;
};

void kith_problems_init(struct kith_problems *list, struct kith_arena *arena);

/* Add one; `file`, `kind` and the formatted text (cut like an error's) are copied.
 * KITH_NO_MEMORY when the arena is full, since a lost report is a failure. */
enum kith_status kith_problems_add(struct kith_problems *list,
                                   enum kith_severity severity, struct kith_str file,
                                   uint64_t line, const char *kind,
                                   struct kith_error *err, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

/* The same for one that is there already; its strings are copied. */
enum kith_status kith_problems_put(struct kith_problems *list,
                                   const struct kith_problem *problem,
                                   struct kith_error *err);

/* The sentence of a failure without the file it begins with, which a problem has beside
 * it. Points into `reason`. */
struct kith_str kith_problem_text(const struct kith_error *reason, struct kith_str file);

/* Copy all of `from` behind what `list` holds. */
enum kith_status kith_problems_merge(struct kith_problems *list,
                                     const struct kith_problems *from,
                                     struct kith_error *err);

#endif
