/* Inflection: the longest suffix decides. */
#include "gazetteer/inflection.h"

static bool is_better(const struct kith_word_hit *hit, const struct kith_word_hit *best)
{
    return !best->pattern || hit->pattern->text.length > best->pattern->text.length;
}

static struct kith_word_hit find_longest(const struct kith_variant_name *name,
                                         const struct kith_variant_word *word,
                                         uint8_t language)
{
    const struct kith_variant_rules *rules = name->rules;
    struct kith_rule_filter filter = {name->types, name->traditions,
                                      KITH_IN_SCOPE(KITH_ON_CASE)};
    struct kith_word_hit hits[KITH_HIT_LIMIT], best = {NULL, 0, 0};
    uint32_t count = kith_word_hits(rules, word, &filter, hits);
    for (uint32_t i = 0; i < count; i++)
        if (rules->rows.items[hits[i].pattern->rule].language == language &&
            is_better(&hits[i], &best))
            best = hits[i];
    return best;
}

void kith_inflection_find(const struct kith_variant_name *name, uint8_t language,
                          struct kith_inflection *inflection)
{
    inflection->name = name;
    inflection->case_count = 0;
    inflection->words = 0;
    for (uint32_t w = 0; w < name->word_count; w++) {
        struct kith_word_hit hit = find_longest(name, &name->words[w], language);
        inflection->hits[w] = hit;
        if (!hit.pattern)
            continue;
        inflection->words |= 1u << w;
        if (hit.pattern->replacement_count > inflection->case_count)
            inflection->case_count = hit.pattern->replacement_count;
    }
}

bool kith_inflection_apply(const struct kith_inflection *inflection, uint32_t w,
                           uint32_t which, struct kith_variant_word *out)
{
    const struct kith_word_hit *hit = &inflection->hits[w];
    if (which >= hit->pattern->replacement_count)
        return false;
    struct kith_str ending =
        inflection->name->rules->replacements.items[hit->pattern->replacement + which];
    return ending.data && kith_variant_word_splice(&inflection->name->words[w],
                                                   hit->begin, hit->end, ending, out);
}
