/* Rules that have changed: in which articles they may find something else, and under
 * which numbers the store knows the rules that are as they were. */
#include "batch/basis.h"
#include "batch/growth_part.h"
#include "relate/rule_difference.h"
#include "store/word_set.h"

/* Looking for more words in each article takes longer than reading it. */
#define MOST_WORDS 4000

/* A relation is between two. */
#define LEAST_MENTIONS 2

struct asking {
    const struct kith_needs *needs; /* NULL: whatever the words */
    bool *has_word;                 /* by the needs' words, of the article at hand */
};

static bool is_touched(void *context, struct kith_str words, uint32_t mentions)
{
    const struct asking *asking = context;
    const struct kith_needs *needs = asking->needs;
    if (mentions < LEAST_MENTIONS || !needs)
        return mentions >= LEAST_MENTIONS;
    for (uint32_t i = 0; i < needs->words.count; i++)
        asking->has_word[i] = kith_word_set_has(words, needs->words.items[i]);
    return kith_needs_are_met(needs, asking->has_word);
}

/* Where nothing is known of the difference. No record that stays speaks of a rule. */
static enum kith_status forget_all(struct kith_growth *growth, const char *why,
                                   struct kith_error *err)
{
    struct asking asking = {0};
    KITH_TRY(kith_growth_say_why(growth, err, "%s", why));
    return kith_store_forget(growth->store, is_touched, &asking, err);
}

static enum kith_status tell(struct kith_growth *growth,
                             const struct kith_rule_difference *difference,
                             struct kith_error *err)
{
    if (difference->rules)
        KITH_TRY(kith_growth_say_why(growth, err, "%u %s changed", difference->rules,
                                     difference->rules == 1 ? "rule" : "rules"));
    if (difference->lists)
        KITH_TRY(kith_growth_say_why(growth, err, "%u %s of the rules changed",
                                     difference->lists,
                                     difference->lists == 1 ? "list" : "lists"));
    return KITH_OK;
}

/* `count` rules were there before. */
static enum kith_status settle(struct kith_growth *growth,
                               const struct kith_rule_difference *difference,
                               uint32_t count, struct kith_arena *arena,
                               struct kith_error *err)
{
    const struct kith_needs *needs = &difference->needs;
    struct asking asking = {.needs = needs};
    if (needs->words.count > MOST_WORDS)
        return forget_all(growth, "the rules have changed in many places", err);
    asking.has_word = KITH_ARRAY(arena, bool, needs->words.count);
    if (!asking.has_word)
        return kith_no_memory(err);
    KITH_TRY(tell(growth, difference, err));
    if (needs->any.count)
        KITH_TRY(kith_store_forget(growth->store, is_touched, &asking, err));
    return kith_growth_renumber(growth, &growth->recall.numbering.rule_numbers,
                                "rule numbers", difference->successor_of, count, err);
}

static enum kith_status compare(struct kith_growth *growth, struct kith_rules *before,
                                const struct kith_rules *after, struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_rule_difference difference;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_rules_compare(before, after, &arena, &difference, err);
    if (status == KITH_OK)
        status = settle(growth, &difference, kith_rules_count(before), &arena, err);
    kith_arena_release(&arena);
    return status;
}

enum kith_status kith_growth_compare_rules(struct kith_growth *growth,
                                           struct kith_str before,
                                           const struct kith_rules *after,
                                           struct kith_error *err)
{
    struct kith_rules *rules = NULL;
    struct kith_error unheard;
    if (!after || kith_basis_read_rules(before, &rules, &unheard) != KITH_OK)
        return forget_all(growth, "the rules have changed", err);
    enum kith_status status = compare(growth, rules, after, err);
    kith_rules_free(rules);
    return status;
}
