/* Spellings of a word: a search from the word along the rules, cheapest first (E. W.
 * Dijkstra 1959), with a short queue. */
#include "gazetteer/variant_spelling.h"

/* A word so far from the one it began as is another one. */
#define SPELLING_COST_LIMIT 12

/* Rules are applied again to the likeliest spellings only; what they would make of the
 * others hardly ever finds room in the list of variants. */
#define EXPANSION_LIMIT 8

static bool is_known(const struct kith_spellings *spellings,
                     const struct kith_variant_word *word)
{
    for (uint32_t i = 0; i < spellings->count; i++)
        if (kith_str_equal(kith_variant_word_folded(&spellings->items[i].word),
                           kith_variant_word_folded(word)))
            return true;
    return false;
}

/* Keep the list in the order of costs, older ones first; the dearest one falls out. */
static void insert(struct kith_spellings *spellings, const struct kith_spelling *spelling)
{
    uint32_t at = spellings->count;
    while (at > 0 && spellings->items[at - 1].cost > spelling->cost)
        at--;
    if (at == KITH_SPELLING_LIMIT)
        return;
    uint32_t kept = spellings->count - (spellings->count == KITH_SPELLING_LIMIT);
    memmove(&spellings->items[at + 1], &spellings->items[at],
            (kept - at) * sizeof *spellings->items);
    spellings->items[at] = *spelling;
    spellings->count = kept + 1;
}

static void respell(const struct kith_variant_rules *rules,
                    const struct kith_spelling *from, const struct kith_word_hit *hit,
                    struct kith_spellings *spellings)
{
    const struct kith_word_pattern *pattern = hit->pattern;
    uint32_t cost = from->cost + rules->rows.items[pattern->rule].cost;
    /* What is said of a first name is said of it as it stands: the nickname of a name
     * that was itself a guess is nobody's. */
    if (from->rule_count > 0 && rules->rows.items[pattern->rule].scope == KITH_ON_FIRST)
        return;
    if (cost > SPELLING_COST_LIMIT || from->rule_count == KITH_SPELLING_DEPTH)
        return;
    for (uint32_t i = 0; i < pattern->replacement_count; i++) {
        struct kith_str replacement = rules->replacements.items[pattern->replacement + i];
        struct kith_spelling spelling;
        spelling.cost = (uint8_t)cost;
        spelling.rule_count = from->rule_count;
        memcpy(spelling.rules, from->rules, sizeof spelling.rules);
        spelling.rules[spelling.rule_count++] = pattern->rule;
        if (kith_variant_word_splice(&from->word, hit->begin, hit->end, replacement,
                                     &spelling.word) &&
            !is_known(spellings, &spelling.word))
            insert(spellings, &spelling);
    }
}

void kith_spellings_make(const struct kith_variant_rules *rules,
                         const struct kith_variant_word *word,
                         const struct kith_rule_filter *filter,
                         struct kith_spellings *spellings)
{
    struct kith_word_hit hits[KITH_HIT_LIMIT];
    spellings->items[0].word = *word;
    spellings->items[0].cost = 0;
    spellings->items[0].rule_count = 0;
    spellings->count = 1;
    /* Costs are positive, so all that is still to come stands behind `i`. */
    for (uint32_t i = 0; i < spellings->count && i < EXPANSION_LIMIT; i++) {
        struct kith_spelling from = spellings->items[i];
        uint32_t count = kith_word_hits(rules, &from.word, filter, hits);
        for (uint32_t h = 0; h < count; h++)
            respell(rules, &from, &hits[h], spellings);
    }
}
