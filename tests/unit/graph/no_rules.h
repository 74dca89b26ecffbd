/* For tests whose ledgers have no rules: none is looked up, and the rules' own files need
 * not be linked. */
#ifndef KITH_TESTS_GRAPH_NO_RULES_H
#define KITH_TESTS_GRAPH_NO_RULES_H

#include "relate/rules.h"

__attribute__((weak)) struct kith_rule kith_rules_rule(const struct kith_rules *rules,
                                                       kith_id rule)
{
    (void)rules, (void)rule;
    return (struct kith_rule){0};
}

__attribute__((weak)) struct kith_relation_type
kith_rules_relation(const struct kith_rules *rules, kith_id relation)
{
    (void)rules, (void)relation;
    return (struct kith_relation_type){0};
}

#endif
