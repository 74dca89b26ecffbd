/* Running one rule over one sentence.
 *
 * A rule is tried at every symbol of the sentence. A bitmap remembers each state (step,
 * place, what the names so far demand) that has been tried, so that no state is tried
 * twice and the time is linear in the sentence, whatever the rule: the bounded
 * backtracking of Cox, "Regular Expression Matching in the Wild". */
#ifndef KITH_RELATE_RULE_MATCH_H
#define KITH_RELATE_RULE_MATCH_H

#include "relate/slot.h"

/* Symbols that filled one hole. */
struct kith_filling {
    uint32_t members[KITH_MEMBER_LIMIT];
    uint32_t count;
};

/* One place where a rule matched. */
struct kith_rule_match {
    uint32_t begin, end;             /* symbols, half-open */
    struct kith_filling holes[2];    /* of A, of B */
    uint32_t word_begin, word_end;   /* symbols: from the rule's first word in the text to
                                        its last, marks left aside where there are words */
    uint32_t group_begin, group_end; /* symbols: what stands before the verb and helps it;
                                        equal when nothing does */
    uint64_t own;                    /* bit i: symbol begin + i is a word of the rule */
};

/* True when the rule itself names the symbol at `at`; far behind the beginning of a match
 * nobody knows. */
static inline bool kith_rule_match_owns(const struct kith_rule_match *match, uint32_t at)
{
    uint32_t place = at - match->begin;
    return place < 64 && (match->own >> place & 1);
}

struct kith_rule_matches {
    struct kith_rule_match *items;
    uint32_t count, room;
};

/* Memory that is reused from rule to rule. */
struct kith_tried {
    uint64_t *bits; /* in the arena */
    size_t words;
};

/* Append to `matches` every place where rule number `rule` matches `sequence`, from left
 * to right. `tried` and `matches` live in `arena`. */
enum kith_status kith_rule_match(const struct kith_rules *rules, kith_id rule,
                                 const struct kith_sequence *sequence,
                                 struct kith_tried *tried, struct kith_arena *arena,
                                 struct kith_rule_matches *matches,
                                 struct kith_error *err);

/* True when two names of the sentence are of the types that the rule wants. */
bool kith_rule_match_has_ends(const struct kith_rules *rules, kith_id rule,
                              const struct kith_sequence *sequence);

/* How far rule number `rule` came when it was run last, with `tried`: the last of its
 * steps that was reached, and the first place it was reached at. False when the rule did
 * not begin anywhere. */
bool kith_rule_match_furthest(const struct kith_rules *rules, kith_id rule,
                              const struct kith_sequence *sequence,
                              const struct kith_tried *tried, uint32_t *step,
                              uint32_t *at);

#endif
