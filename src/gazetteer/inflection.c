/* Inflection: the longest suffix decides. A rule with fewer forms than another one of the
 * name begins again with its first: the forms are the cases in rounds. */
#include "gazetteer/inflection.h"

/* How well a pattern fits: a longer text before letters with their marks ("*á" is no
 * "*a") before a rule for the place of the word. */
static uint32_t fitness(const struct kith_variant_rules *rules,
                        const struct kith_word_pattern *pattern)
{
    bool has_marks = pattern->marks.length > 0;
    bool is_placed = rules->rows.items[pattern->rule].scope != KITH_ON_CASE;
    return (uint32_t)pattern->text.length * 4 + has_marks * 2u + is_placed;
}

static bool is_better(const struct kith_variant_rules *rules,
                      const struct kith_word_hit *hit, const struct kith_word_hit *best)
{
    return !best->pattern || fitness(rules, hit->pattern) > fitness(rules, best->pattern);
}

static struct kith_word_hit find_longest(const struct kith_variant_name *name, uint32_t w,
                                         uint8_t language)
{
    const struct kith_variant_rules *rules = name->rules;
    bool is_last = w + 1 == name->word_count;
    uint32_t place = is_last ? KITH_ON_CASE_LAST : KITH_ON_CASE_BEFORE;
    struct kith_rule_filter filter = {name->types, name->traditions,
                                      KITH_IN_SCOPE(KITH_ON_CASE) | KITH_IN_SCOPE(place)};
    struct kith_word_hit hits[KITH_HIT_LIMIT], best = {NULL, 0, 0};
    uint32_t count = kith_word_hits(rules, &name->words[w], &filter, hits);
    for (uint32_t i = 0; i < count; i++)
        if (rules->rows.items[hits[i].pattern->rule].language == language &&
            is_better(rules, &hits[i], &best))
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
        struct kith_word_hit hit = find_longest(name, w, language);
        inflection->hits[w] = hit;
        if (!hit.pattern || hit.pattern->replacement_count == 0)
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
    uint32_t form = which % hit->pattern->replacement_count;
    struct kith_str ending =
        inflection->name->rules->replacements.items[hit->pattern->replacement + form];
    return ending.data && kith_variant_word_splice(&inflection->name->words[w],
                                                   hit->begin, hit->end, ending, out);
}
