/* Rules in the shadow of others: whatever they find, another rule finds, too. */
#ifndef KITH_RELATE_RULE_SHADOW_H
#define KITH_RELATE_RULE_SHADOW_H

#include "base/problem.h"
#include "relate/rules.h"

/* Add to `problems` the rules of the file at `path` that say no more than one rule of the
 * same relation, types and language that is at least as sure: those that say the same as
 * one before them (faults), and those that say less (notes). Only what is certain is
 * told; two rules that together say what a third says are not looked for. Quadratic in
 * the rules of one relation, at the cost of comparing two numbers for almost every pair.
 */
enum kith_status kith_rules_lint_shadows(const struct kith_rules *rules,
                                         struct kith_str path, struct kith_arena *arena,
                                         struct kith_problems *problems,
                                         struct kith_error *err);

#endif
