/* Looking rules over before they are used: what in a rule file does nothing. */
#ifndef KITH_RELATE_RULE_LINT_H
#define KITH_RELATE_RULE_LINT_H

#include "base/problem.h"
#include "relate/rules.h"

/* Add to `problems`, for the rules of the file at `path`: lists that nothing uses, rules
 * that stand twice, relations without a rule (faults); rules that find only what another
 * finds, relations that no two names of `names`, a compiled gazetteer, can stand in, and
 * types that none of its names has (notes). `rules` need not be compiled. */
enum kith_status kith_rules_lint(const struct kith_rules *rules, struct kith_str path,
                                 const struct kith_gazetteer *names,
                                 struct kith_arena *arena, struct kith_problems *problems,
                                 struct kith_error *err);

#endif
