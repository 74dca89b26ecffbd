/* The table of rules: its life, its index, and who made what. Reading it is
 * variant_load.c's. */
#include "gazetteer/variant_table.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"

/* Patterns are shorter than this; a word's parts that are longer are not looked up. */
#define PATTERN_LIMIT 31

enum kith_status kith_variant_rules_new(struct kith_str languages,
                                        struct kith_variant_rules **out,
                                        struct kith_error *err)
{
    *out = NULL;
    struct kith_variant_rules *rules = calloc(1, sizeof *rules);
    if (!rules)
        return kith_no_memory(err);
    kith_arena_init(&rules->arena, KITH_ARENA_UNCAPPED);
    rules->free_names = KITH_NO_ID;
    rules->languages = kith_str_copy(&rules->arena, languages);
    if (!rules->languages.data) {
        kith_variant_rules_free(rules);
        return kith_no_memory(err);
    }
    *out = rules;
    return KITH_OK;
}

static bool is_offered(const struct kith_variant_rules *rules, struct kith_str language)
{
    bool is_offered = language.length == 0 || kith_str_equal(language, KITH_STR("en"));
    for (uint32_t i = 0; i < rules->offered.count && !is_offered; i++)
        is_offered = kith_str_equal(rules->offered.items[i], language);
    return is_offered;
}

enum kith_status kith_variant_rules_check(const struct kith_variant_rules *rules,
                                          struct kith_error *err)
{
    char list[256] = "en";
    struct kith_str rest = rules->languages;
    for (uint32_t i = 0; i < rules->offered.count; i++) {
        size_t length = strlen(list);
        if (!kith_str_equal(rules->offered.items[i], KITH_STR("en")))
            snprintf(list + length, sizeof list - length, ", %.*s",
                     KITH_STR_ARGS(rules->offered.items[i]));
    }
    while (rest.data) {
        struct kith_str language = kith_str_cut(&rest, ' ');
        if (!is_offered(rules, language))
            return kith_fail(err, KITH_BAD_INPUT,
                             "no rules of spelling are for the language \"%.*s\"; there "
                             "are: %s",
                             KITH_STR_ARGS(language), list);
    }
    return KITH_OK;
}

void kith_variant_rules_free(struct kith_variant_rules *rules)
{
    if (!rules)
        return;
    kith_map_release(&rules->word_index);
    kith_map_release(&rules->name_index);
    kith_arena_release(&rules->arena);
    free(rules);
}

uint32_t kith_variant_rules_count(const struct kith_variant_rules *rules)
{
    return rules->rows.count;
}

struct kith_variant_rule kith_variant_rules_rule(const struct kith_variant_rules *rules,
                                                 kith_id rule)
{
    return rules->rows.items[rule].about;
}

kith_variant_types kith_variant_rules_types(const struct kith_variant_rules *rules,
                                            kith_type_is_fn *is, void *context)
{
    kith_variant_types types = KITH_ALL_TYPES;
    for (uint32_t i = 0; i < rules->types.count; i++)
        if (is(context, rules->types.items[i]))
            types |= 1u << i;
    return types;
}

static uint64_t word_key(struct kith_str text, enum kith_rule_group group,
                         enum kith_anchor anchor)
{
    return kith_hash(text.data, text.length) + (uint64_t)group * KITH_ANCHORS + anchor;
}

static enum kith_rule_group group_of(const struct kith_rule_row *row,
                                     const struct kith_word_pattern *pattern)
{
    if (row->scope >= KITH_ON_SIGN)
        return KITH_GROUP_LIST;
    if (row->scope >= KITH_ON_CASE)
        return KITH_GROUP_CASE;
    if (pattern->marks.length)
        return KITH_GROUP_MARKS;
    return row->when ? KITH_GROUP_TRADITION : KITH_GROUP_PLAIN;
}

/* The letter at the edge, and the one beside it. */
static uint32_t edge_of(char outer, char inner)
{
    return ((unsigned char)outer & 31u) << 5 | ((unsigned char)inner & 31u);
}

/* Where there is but one letter, any may stand beside it. */
static void index_length(uint32_t *lengths, struct kith_str text, enum kith_anchor anchor)
{
    size_t last = text.length - 1;
    bool is_end = anchor == KITH_ANCHOR_END;
    for (int inner = 0; last == 0 && inner < 32; inner++)
        lengths[edge_of(text.data[0], (char)inner)] |= 1u << 1;
    if (last > 0)
        lengths[edge_of(text.data[is_end ? last : 0],
                        text.data[is_end ? last - 1 : 1])] |= 1u << text.length;
}

bool kith_word_pattern_index(struct kith_variant_rules *rules)
{
    uint32_t newest = rules->words.count - 1;
    struct kith_word_pattern *pattern = &rules->words.items[newest];
    enum kith_anchor anchor = pattern->anchor;
    enum kith_rule_group group = group_of(&rules->rows.items[pattern->rule], pattern);
    pattern->group = (uint8_t)group;
    uint32_t *head = kith_map_place(
        &rules->word_index, word_key(pattern->text, group, anchor), KITH_NO_ID, NULL);
    if (!head)
        return false;
    pattern->next = *head;
    *head = newest;
    index_length(rules->lengths[group][anchor], pattern->text, anchor);
    return true;
}

/* The longest word of a pattern; length 0 when it has none. */
static struct kith_str longest_literal(const struct kith_variant_rules *rules,
                                       const struct kith_name_shape *shape)
{
    struct kith_str longest = {NULL, 0};
    for (uint32_t i = 0; i < shape->element_count; i++) {
        const struct kith_name_element *element =
            &rules->elements.items[shape->element + i];
        if (element->kind == KITH_ELEMENT_WORD && element->folded.length > longest.length)
            longest = element->folded;
    }
    return longest;
}

bool kith_name_pattern_index(struct kith_variant_rules *rules)
{
    uint32_t newest = rules->names.count - 1;
    struct kith_name_pattern *pattern = &rules->names.items[newest];
    struct kith_str literal = longest_literal(rules, &pattern->shape);
    uint32_t *head = &rules->free_names;
    if (literal.length)
        head = kith_map_place(&rules->name_index, kith_hash(literal.data, literal.length),
                              KITH_NO_ID, NULL);
    if (!head)
        return false;
    pattern->next = *head;
    *head = newest;
    return true;
}

uint32_t kith_name_patterns_find(const struct kith_variant_rules *rules,
                                 struct kith_str folded)
{
    const uint32_t *head =
        kith_map_find(&rules->name_index, kith_hash(folded.data, folded.length));
    return head ? *head : KITH_NO_ID;
}

/* Finding the patterns of one word. */
struct search {
    const struct kith_variant_rules *rules;
    const struct kith_rule_filter *filter;
    const struct kith_variant_word *word;
    struct kith_str folded; /* its folded form */
    struct kith_word_hit *hits;
    uint32_t count;
    enum kith_rule_group group; /* the one that is being looked through */
};

static size_t count_letters(struct kith_str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.length; i++)
        count += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return count;
}

/* Do the stars stand for enough letters? */
static bool has_enough(const struct search *search, enum kith_anchor anchor, size_t least,
                       size_t begin, size_t end)
{
    struct kith_str before = kith_str_slice(search->folded, 0, begin);
    struct kith_str behind = kith_str_slice(search->folded, end, search->folded.length);
    bool has_before = anchor == KITH_ANCHOR_WHOLE || anchor == KITH_ANCHOR_START ||
                      count_letters(before) >= least;
    bool has_behind = anchor == KITH_ANCHOR_WHOLE || anchor == KITH_ANCHOR_END ||
                      count_letters(behind) >= least;
    return has_before && has_behind;
}

/* True when `inner` lies within `outer`, is shorter, and both are of one row. */
static bool hides(const struct kith_word_hit *outer, const struct kith_word_hit *inner)
{
    return outer->pattern->rule == inner->pattern->rule && outer->begin <= inner->begin &&
           outer->end >= inner->end &&
           outer->end - outer->begin > inner->end - inner->begin;
}

static bool is_hidden(const struct search *search, const struct kith_word_hit *hit)
{
    for (uint32_t i = 0; i < search->count; i++)
        if (hides(&search->hits[i], hit))
            return true;
    return false;
}

static void drop_hidden(struct search *search, const struct kith_word_hit *hit)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < search->count; i++)
        if (!hides(hit, &search->hits[i]))
            search->hits[kept++] = search->hits[i];
    search->count = kept;
}

/* Hits are kept in the order of their rows, then of their places. */
static void add_hit(struct search *search, struct kith_word_hit hit)
{
    if (is_hidden(search, &hit))
        return;
    drop_hidden(search, &hit);
    if (search->count == KITH_HIT_LIMIT)
        return;
    uint32_t at = search->count++;
    while (at > 0 && search->hits[at - 1].pattern > hit.pattern) {
        search->hits[at] = search->hits[at - 1];
        at--;
    }
    search->hits[at] = hit;
}

/* Does the word have the marks that the pattern is written with? A capital counts as its
 * small letter; the patterns are written small. */
static bool has_marks(const struct search *search,
                      const struct kith_word_pattern *pattern, size_t begin, size_t end)
{
    if (pattern->marks.length == 0)
        return true;
    size_t from = search->word->origin[begin], to = search->word->origin[end];
    return kith_variant_word_is_small_form(
        kith_str_slice(kith_variant_word_text(search->word), from, to), pattern->marks);
}

static void look_up(struct search *search, enum kith_anchor anchor, size_t begin,
                    size_t end)
{
    const struct kith_variant_rules *rules = search->rules;
    struct kith_str part = kith_str_slice(search->folded, begin, end);
    const uint32_t *head =
        kith_map_find(&rules->word_index, word_key(part, search->group, anchor));
    for (uint32_t i = head ? *head : KITH_NO_ID; i != KITH_NO_ID;
         i = rules->words.items[i].next) {
        const struct kith_word_pattern *pattern = &rules->words.items[i];
        const struct kith_rule_row *row = &rules->rows.items[pattern->rule];
        if (kith_rule_passes(row, search->filter) &&
            kith_str_equal(pattern->text, part) &&
            has_enough(search, anchor, row->least, begin, end) &&
            has_marks(search, pattern, begin, end))
            add_hit(search,
                    (struct kith_word_hit){pattern, (uint8_t)begin, (uint8_t)end});
    }
}

/* The lengths of patterns that may stand at `begin`, a bit each. */
static uint32_t lengths_at(const struct search *search, enum kith_anchor anchor,
                           size_t begin)
{
    struct kith_str folded = search->folded;
    char inner = begin + 1 < folded.length ? folded.data[begin + 1] : '\0';
    return search->rules
        ->lengths[search->group][anchor][edge_of(folded.data[begin], inner)];
}

/* The least of them; there is one. */
static size_t least(uint32_t lengths)
{
    return (size_t)__builtin_ctz(lengths);
}

/* Look up what begins at `begin`, for each length that patterns have. */
static void look_up_from(struct search *search, enum kith_anchor anchor, size_t begin)
{
    size_t left = search->folded.length - begin;
    uint32_t lengths = lengths_at(search, anchor, begin);
    for (; lengths && least(lengths) <= left; lengths &= lengths - 1)
        look_up(search, anchor, begin, begin + least(lengths));
}

static void look_up_ends(struct search *search)
{
    size_t whole = search->folded.length;
    if (whole == 1) /* nothing would be left for the star */
        return;
    const char *end = search->folded.data + whole;
    uint32_t lengths =
        search->rules->lengths[search->group][KITH_ANCHOR_END][edge_of(end[-1], end[-2])];
    for (; lengths && least(lengths) < whole; lengths &= lengths - 1)
        look_up(search, KITH_ANCHOR_END, whole - least(lengths), whole);
}

static void look_through(struct search *search, enum kith_rule_group group)
{
    struct kith_str folded = search->folded;
    search->group = group;
    if (folded.length <= PATTERN_LIMIT &&
        lengths_at(search, KITH_ANCHOR_WHOLE, 0) >> folded.length & 1)
        look_up(search, KITH_ANCHOR_WHOLE, 0, folded.length);
    look_up_from(search, KITH_ANCHOR_START, 0);
    look_up_ends(search);
    for (size_t i = 1; i + 1 < folded.length; i++)
        look_up_from(search, KITH_ANCHOR_INNER, i);
}

uint32_t kith_word_hits(const struct kith_variant_rules *rules,
                        const struct kith_variant_word *word,
                        const struct kith_rule_filter *filter, struct kith_word_hit *hits)
{
    const uint32_t spellings = KITH_IN_SCOPE(KITH_ON_WORD) |
                               KITH_IN_SCOPE(KITH_ON_FIRST) | KITH_IN_SCOPE(KITH_ON_LAST);
    struct search search = {.rules = rules,
                            .filter = filter,
                            .word = word,
                            .folded = kith_variant_word_folded(word),
                            .hits = hits};
    if (search.folded.length == 0)
        return 0;
    if (!(filter->scopes & spellings)) {
        bool is_case = filter->scopes & KITH_IN_SCOPE(KITH_ON_CASE);
        look_through(&search, is_case ? KITH_GROUP_CASE : KITH_GROUP_LIST);
        return search.count;
    }
    look_through(&search, KITH_GROUP_PLAIN);
    if (filter->traditions)
        look_through(&search, KITH_GROUP_TRADITION);
    if (!word->is_ascii)
        look_through(&search, KITH_GROUP_MARKS);
    return search.count;
}
