/* A pattern is in the shadow of another when each way through its program can be gone in
 * the other's, step by step: a word where the other has the word or a list with it, a
 * list where it has one with the same entries and more. The other's program is followed
 * in all its states at once, as Thompson does. */
#include "relate/rule_shadow.h"

#include "base/hash.h"
#include "relate/rule_book.h"

/* Programs of more steps than this, and pairs that take more steps to compare, are left
 * alone. */
#define STATE_LIMIT 256
#define EFFORT_LIMIT 4096

/* The voices of one rule: entries [first, end). */
struct group {
    kith_id first, end;
    uint32_t next; /* group of the same relation, or KITH_NO_ID */
};

/* Bits, by hash, for the words of a program: a pattern in its shadow has no others. */
struct traits {
    uint64_t may; /* words on any way */
    uint64_t has; /* words on the first way: no list's, since another may differ */
};

struct shadows {
    const struct kith_rules *rules;
    struct group *groups;
    struct traits *traits; /* by entry */
    uint32_t count;
    struct kith_arena *arena;
    struct kith_error *err;
};

static const struct kith_rule_entry *entry_of(const struct shadows *s, kith_id entry)
{
    return &s->rules->entries.items[entry];
}

/* ---- steps ----------------------------------------------------------------------- */

static int compare_words(const kith_id *words, uint32_t count,
                         const struct kith_phrase *phrase)
{
    if (words[0] != phrase->words[0])
        return words[0] < phrase->words[0] ? -1 : 1;
    if (count != phrase->count)
        return count > phrase->count ? -1 : 1;
    for (uint32_t i = 1; i < count; i++)
        if (words[i] != phrase->words[i])
            return words[i] < phrase->words[i] ? -1 : 1;
    return 0;
}

/* True when the words are an entry of the list, whose entries are sorted. */
static bool has_phrase(const struct kith_word_list *list, const kith_id *words,
                       uint32_t count)
{
    uint32_t low = 0, high = list->phrases.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare_words(words, count, &list->phrases.items[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static bool has_all_phrases(const struct kith_word_list *list,
                            const struct kith_word_list *part)
{
    if (part->phrases.count > list->phrases.count)
        return false;
    for (uint32_t i = 0; list != part && i < part->phrases.count; i++)
        if (!has_phrase(list, part->phrases.items[i].words, part->phrases.items[i].count))
            return false;
    return true;
}

/* A hole at the beginning or the end of a rule passes over other things than elsewhere.
 */
static bool is_same_hole(const struct kith_program *a, uint32_t i,
                         const struct kith_program *b, uint32_t k)
{
    bool a_ends = a->steps[i + 1].kind == KITH_STEP_ACCEPT;
    bool b_ends = b->steps[k + 1].kind == KITH_STEP_ACCEPT;
    return a->steps[i].x == b->steps[k].x && (i == 0) == (k == 0) && a_ends == b_ends;
}

/* True when all that step `i` of `a` takes, step `k` of `b` takes. */
static bool takes(const struct shadows *s, const struct kith_program *a, uint32_t i,
                  const struct kith_program *b, uint32_t k)
{
    const struct kith_word_list *lists = s->rules->lists.items;
    struct kith_step one = a->steps[i], other = b->steps[k];
    if (one.kind == KITH_STEP_WORD && other.kind == KITH_STEP_LIST)
        return has_phrase(&lists[other.x], &one.x, 1) &&
               (one.y == KITH_NO_ID || has_phrase(&lists[other.x], &one.y, 1));
    if (one.kind != other.kind)
        return false;
    switch (one.kind) {
    case KITH_STEP_WORD:
        return one.x == other.x && (one.y == other.y || one.y == KITH_NO_ID);
    case KITH_STEP_LIST:
        return has_all_phrases(&lists[other.x], &lists[one.x]);
    case KITH_STEP_SLOT:
        return is_same_hole(a, i, b, k);
    default:
        return one.x == other.x;
    }
}

/* ---- programs -------------------------------------------------------------------- */

struct comparison {
    const struct shadows *shadows;
    const struct kith_program *one, *other;
    uint32_t effort;
};

/* States of the other program, as bits. */
struct states {
    uint64_t bits[STATE_LIMIT / 64];
};

static bool has_state(const struct states *states, uint32_t step)
{
    return states->bits[step / 64] >> (step % 64) & 1;
}

/* Add `step` and all that it leads to without taking anything. Steps lead forward only.
 */
static void add_state(const struct kith_program *program, uint32_t step,
                      struct states *states)
{
    if (has_state(states, step))
        return;
    states->bits[step / 64] |= UINT64_C(1) << (step % 64);
    if (program->steps[step].kind == KITH_STEP_JUMP ||
        program->steps[step].kind == KITH_STEP_EITHER)
        add_state(program, program->steps[step].x, states);
    if (program->steps[step].kind == KITH_STEP_EITHER)
        add_state(program, program->steps[step].y, states);
}

/* True when from `step` on every way can be gone from some of the `states`. */
static bool is_covered(struct comparison *c, uint32_t step, const struct states *states)
{
    const struct kith_step *one = &c->one->steps[step];
    struct states next = {0};
    bool is_stuck = true;
    if (++c->effort > EFFORT_LIMIT)
        return false;
    if (one->kind == KITH_STEP_JUMP)
        return is_covered(c, one->x, states);
    if (one->kind == KITH_STEP_EITHER)
        return is_covered(c, one->x, states) && is_covered(c, one->y, states);
    if (one->kind == KITH_STEP_ACCEPT)
        return has_state(states, c->other->count - 1);
    for (uint32_t i = 0; i + 1 < c->other->count; i++)
        if (has_state(states, i) && takes(c->shadows, c->one, step, c->other, i)) {
            add_state(c->other, i + 1, &next);
            is_stuck = false;
        }
    return !is_stuck && is_covered(c, step + 1, &next);
}

static bool is_entry_covered(const struct shadows *s, kith_id one, kith_id other)
{
    const struct kith_rule_entry *a = entry_of(s, one), *b = entry_of(s, other);
    struct comparison c = {.shadows = s, .one = &a->program, .other = &b->program};
    struct states begin = {0};
    if (a->voice != b->voice || (s->traits[one].has & ~s->traits[other].may) ||
        b->program.count > STATE_LIMIT)
        return false;
    add_state(c.other, 0, &begin);
    return is_covered(&c, 0, &begin);
}

/* ---- traits ---------------------------------------------------------------------- */

static uint64_t bit_of(kith_id word)
{
    return UINT64_C(1) << (kith_hash_u64(word) & 63);
}

static uint64_t bits_of_step(const struct shadows *s, const struct kith_step *step)
{
    uint64_t bits = 0;
    if (step->kind == KITH_STEP_WORD)
        return bit_of(step->x);
    if (step->kind != KITH_STEP_LIST)
        return 0;
    const struct kith_phrases *phrases = &s->rules->lists.items[step->x].phrases;
    for (uint32_t i = 0; i < phrases->count; i++)
        if (phrases->items[i].count == 1)
            bits |= bit_of(phrases->items[i].words[0]);
    return bits;
}

static struct traits traits_of(const struct shadows *s,
                               const struct kith_program *program)
{
    struct traits traits = {0};
    for (uint32_t i = 0; i < program->count; i++)
        traits.may |= bits_of_step(s, &program->steps[i]);
    for (uint32_t i = 0; program->steps[i].kind != KITH_STEP_ACCEPT;) {
        const struct kith_step *step = &program->steps[i];
        bool leads_on = step->kind == KITH_STEP_EITHER || step->kind == KITH_STEP_JUMP;
        if (step->kind == KITH_STEP_WORD)
            traits.has |= bit_of(step->x);
        i = leads_on ? step->x : i + 1;
    }
    return traits;
}

/* ---- rules ----------------------------------------------------------------------- */

static bool has_same_types(const struct kith_type_names *a,
                           const struct kith_type_names *b)
{
    bool is_same = a->count == b->count && a->is_one == b->is_one;
    for (uint32_t i = 0; is_same && i < a->count; i++)
        is_same = kith_str_equal(a->items[i], b->items[i]);
    return is_same;
}

static bool has_same_signature(const struct kith_rules *rules, kith_id a, kith_id b)
{
    const struct kith_signature *one = &rules->signatures.items[a];
    const struct kith_signature *other = &rules->signatures.items[b];
    return a == b || (has_same_types(&one->sides[0], &other->sides[0]) &&
                      has_same_types(&one->sides[1], &other->sides[1]));
}

/* True when each voice of `one` is in the shadow of a voice of `other`. */
static bool is_group_covered(const struct shadows *s, const struct group *one,
                             const struct group *other)
{
    const struct kith_rule_entry *a = entry_of(s, one->first);
    const struct kith_rule_entry *b = entry_of(s, other->first);
    if (b->rule.confidence < a->rule.confidence ||
        !(kith_str_equal(a->language, b->language) || !b->language.length) ||
        !has_same_signature(s->rules, a->signature, b->signature))
        return false;
    for (kith_id i = one->first; i < one->end; i++) {
        bool is_covered_here = false;
        for (kith_id k = other->first; k < other->end && !is_covered_here; k++)
            is_covered_here = is_entry_covered(s, i, k);
        if (!is_covered_here)
            return false;
    }
    return true;
}

static enum kith_status tell(const struct shadows *s, const struct group *one,
                             const struct group *other, bool is_twin,
                             struct kith_problems *problems)
{
    const struct kith_rule *rule = &entry_of(s, one->first)->rule;
    const struct kith_rule *shade = &entry_of(s, other->first)->rule;
    bool is_here = kith_str_equal(rule->file, shade->file);
    return kith_problems_add(problems, is_twin ? KITH_FAULT : KITH_NOTE, rule->file,
                             rule->line, "rule", s->err, "%s line %u%s%.*s",
                             is_twin ? "the rule stands already in"
                                     : "whatever this rule finds is found, too, by",
                             shade->line, is_here ? "" : " of ",
                             is_here ? 0 : (int)shade->file.length, shade->file.data);
}

/* Of rules that say the same, the first is told by none. */
static enum kith_status lint_group(const struct shadows *s, uint32_t number,
                                   uint32_t first, struct kith_problems *problems)
{
    const struct group *one = &s->groups[number];
    for (uint32_t i = first; i != KITH_NO_ID; i = s->groups[i].next) {
        const struct group *other = &s->groups[i];
        if (i == number || !is_group_covered(s, one, other))
            continue;
        bool is_twin = is_group_covered(s, other, one);
        if (!is_twin || i < number)
            return tell(s, one, other, is_twin, problems);
    }
    return KITH_OK;
}

static bool is_same_rule(const struct kith_rule *a, const struct kith_rule *b)
{
    return a->line == b->line && a->file.data == b->file.data;
}

/* The rules, each with its voices, and their traits. `firsts` and `lasts`: by relation.
 */
static void find_groups(struct shadows *s, uint32_t *firsts, uint32_t *lasts)
{
    kith_id count = s->rules->entries.count;
    for (kith_id i = 0; i < count;) {
        const struct kith_rule *rule = &entry_of(s, i)->rule;
        uint32_t number = s->count++;
        struct group *group = &s->groups[number];
        *group = (struct group){i, i, KITH_NO_ID};
        for (; i < count && is_same_rule(rule, &entry_of(s, i)->rule); i++)
            s->traits[i] = traits_of(s, &entry_of(s, i)->program);
        group->end = i;
        if (lasts[rule->relation] == KITH_NO_ID)
            firsts[rule->relation] = number;
        else
            s->groups[lasts[rule->relation]].next = number;
        lasts[rule->relation] = number;
    }
}

enum kith_status kith_rules_lint_shadows(const struct kith_rules *rules,
                                         struct kith_str path, struct kith_arena *arena,
                                         struct kith_problems *problems,
                                         struct kith_error *err)
{
    size_t entries = (size_t)rules->entries.count + 1;
    size_t relations = (size_t)rules->relations.count + 1;
    struct shadows s = {.rules = rules,
                        .groups = KITH_ARRAY(arena, struct group, entries),
                        .traits = KITH_ARRAY(arena, struct traits, entries),
                        .arena = arena,
                        .err = err};
    uint32_t *firsts = KITH_ARRAY(arena, uint32_t, relations);
    uint32_t *lasts = KITH_ARRAY(arena, uint32_t, relations);
    if (!s.groups || !s.traits || !firsts || !lasts)
        return kith_no_memory(err);
    for (size_t i = 0; i < relations; i++)
        firsts[i] = lasts[i] = KITH_NO_ID;
    find_groups(&s, firsts, lasts);
    for (uint32_t i = 0; i < s.count; i++) {
        const struct kith_rule *rule = &entry_of(&s, s.groups[i].first)->rule;
        if (kith_str_equal(rule->file, path))
            KITH_TRY(lint_group(&s, i, firsts[rule->relation], problems));
    }
    return KITH_OK;
}
