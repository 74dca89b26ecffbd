/* How far rules come in a sentence. */
#include "relate/rule_course.h"

struct runner {
    const struct kith_rules *rules;
    const struct kith_sequence *sequence;
    struct kith_arena *arena;
    struct kith_tried tried;
    struct kith_rule_matches matches;
};

static const struct kith_item *item_of(const struct kith_rules *rules,
                                       const struct kith_course *course)
{
    const struct kith_pattern *pattern = &rules->entries.items[course->rule].pattern;
    return course->item < pattern->count ? &pattern->items[course->item] : NULL;
}

static bool is_slot(const struct kith_item *item)
{
    return item->kind == KITH_ITEM_A || item->kind == KITH_ITEM_B;
}

static const struct kith_signature *signature_of(const struct kith_rules *rules,
                                                 kith_id rule)
{
    return &rules->signatures.items[rules->entries.items[rule].signature];
}

/* A mark is no word, and what may be left out may not have been met. */
static bool is_word(const struct kith_item *item)
{
    if (item->is_optional || is_slot(item) || !item->text.length)
        return false;
    char first = item->text.data[0];
    return item->kind != KITH_ITEM_GAP && (first != ',' && first != '-' && first != '\'');
}

static bool is_near(const struct kith_pattern *pattern, uint32_t item)
{
    bool has_name = false, has_word = false;
    for (uint32_t i = 0; i < item; i++) {
        has_name |= is_slot(&pattern->items[i]);
        has_word |= is_word(&pattern->items[i]);
    }
    return has_name && has_word;
}

/* The name that a hole met at `at`, behind what may describe it, or KITH_NO_ID. */
static uint32_t name_at(const struct kith_sequence *sequence, uint32_t at, bool is_first)
{
    struct kith_places places = {{at}, 1};
    if (at < sequence->count && !is_first)
        kith_slot_find(sequence, at, &places);
    for (uint32_t i = 0; at < sequence->count && i < places.count; i++)
        if (sequence->items[places.items[i]].mention != KITH_NO_ID)
            return places.items[i];
    return KITH_NO_ID;
}

/* A name stands at the hole, and of the right type: what is wrong with it? */
static enum kith_stop stop_behind(const struct kith_sequence *sequence, uint32_t from,
                                  uint32_t name)
{
    return kith_slot_is_closed(sequence, from, name + 1) ? KITH_STOP_PART
                                                         : KITH_STOP_UNCLOSED;
}

static enum kith_stop stop_at_slot(const struct runner *r, struct kith_course *course,
                                   int hole)
{
    const bool *fits = signature_of(r->rules, course->rule)->sides[hole].fits;
    uint32_t from = course->at;
    uint32_t name = name_at(r->sequence, from, course->item == 0);
    if (name == KITH_NO_ID)
        return KITH_STOP_NAME;
    course->at = name;
    if (!fits[r->sequence->items[name].type])
        return KITH_STOP_TYPE;
    return stop_behind(r->sequence, from, name);
}

static enum kith_stop stop_of(const struct runner *r, struct kith_course *course)
{
    const struct kith_item *item = item_of(r->rules, course);
    if (!item)
        return KITH_STOP_MANY;
    if (is_slot(item))
        return stop_at_slot(r, course, item->kind == KITH_ITEM_B);
    return KITH_STOP_WORD;
}

static enum kith_status run(struct runner *r, kith_id rule, struct kith_course *course,
                            struct kith_error *err)
{
    const struct kith_pattern *pattern = &r->rules->entries.items[rule].pattern;
    uint32_t step;
    *course = (struct kith_course){.rule = rule, .stop = KITH_STOP_TYPES};
    r->matches.count = 0;
    KITH_TRY(kith_rule_match(r->rules, rule, r->sequence, &r->tried, r->arena,
                             &r->matches, err));
    if (r->matches.count) {
        *course = (struct kith_course){rule, KITH_STOP_NONE, pattern->count,
                                       r->matches.items[0].begin, true};
    } else if (kith_rule_match_furthest(r->rules, rule, r->sequence, &r->tried, &step,
                                        &course->at)) {
        course->item = kith_program_item(pattern, step);
        course->is_near = is_near(pattern, course->item);
        course->stop = course->item == 0 ? KITH_STOP_BEGIN : stop_of(r, course);
    } else if (kith_rule_match_has_ends(r->rules, rule, r->sequence)) {
        course->stop = KITH_STOP_BEGIN;
    }
    return KITH_OK;
}

/* True when `a` came further than `b`, another voice of the same rule. */
static bool is_further(const struct kith_course *a, const struct kith_course *b)
{
    if ((a->stop == KITH_STOP_NONE) != (b->stop == KITH_STOP_NONE))
        return a->stop == KITH_STOP_NONE;
    if (a->is_near != b->is_near)
        return a->is_near;
    return a->item > b->item;
}

static bool is_same_rule(const struct kith_rules *rules, kith_id a, kith_id b)
{
    const struct kith_rule *one = &rules->entries.items[a].rule;
    const struct kith_rule *other = &rules->entries.items[b].rule;
    return one->line == other->line && one->file.data == other->file.data;
}

static enum kith_status keep(struct runner *r, struct kith_courses *courses,
                             struct kith_course course, struct kith_error *err)
{
    struct kith_course *last =
        courses->count ? &courses->items[courses->count - 1] : NULL;
    if (last && is_same_rule(r->rules, last->rule, course.rule)) {
        if (is_further(&course, last))
            *last = course;
        return KITH_OK;
    }
    if (!KITH_ARENA_PUSHABLE(r->arena, courses))
        return kith_no_memory(err);
    courses->items[courses->count++] = course;
    return KITH_OK;
}

enum kith_status kith_courses_find(const struct kith_rules *rules, kith_id relation,
                                   const struct kith_sequence *sequence,
                                   struct kith_arena *arena, struct kith_courses *courses,
                                   struct kith_error *err)
{
    struct runner r = {.rules = rules, .sequence = sequence, .arena = arena};
    for (kith_id rule = 0; rule < rules->entries.count; rule++) {
        struct kith_course course;
        kith_id its = rules->entries.items[rule].rule.relation;
        if (relation != KITH_NO_ID && !kith_rules_relation_is(rules, its, relation))
            continue;
        KITH_TRY(run(&r, rule, &course, err));
        KITH_TRY(keep(&r, courses, course, err));
    }
    return KITH_OK;
}

enum kith_status kith_courses_read(const struct kith_rules *rules, kith_id relation,
                                   const struct kith_document *document,
                                   const struct kith_mentions *mentions,
                                   uint32_t sentence, struct kith_arena *arena,
                                   struct kith_sequence *sequence,
                                   struct kith_courses *courses, struct kith_error *err)
{
    struct kith_referents referents;
    uint32_t first = 0, end;
    kith_referents_read(rules, document, mentions, &referents);
    while (first < mentions->count && mentions->items[first].sentence < sentence)
        first++;
    for (end = first; end < mentions->count; end++)
        if (mentions->items[end].sentence != sentence)
            break;
    KITH_TRY(kith_sequence_read(&referents, sentence, first, end, arena, sequence, err));
    return kith_courses_find(rules, relation, sequence, arena, courses, err);
}

/* ---- in words ---- */

void kith_course_write_pattern(const struct kith_rules *rules,
                               const struct kith_course *course, struct kith_buf *out)
{
    const struct kith_pattern *pattern = &rules->entries.items[course->rule].pattern;
    const char *blank = "";
    for (uint32_t i = 0; i < pattern->count; i++) {
        const struct kith_item *item = &pattern->items[i];
        if (i == course->item && course->stop != KITH_STOP_TYPES &&
            course->stop != KITH_STOP_BEGIN) {
            kith_buf_format(out, "%s|", blank);
            blank = " ";
        }
        if (!item->text.length)
            continue;
        kith_buf_text(out, blank);
        kith_buf_str(out, item->text);
        if (item->is_optional)
            kith_buf_byte(out, '?');
        blank = " ";
    }
}

static void write_types(const struct kith_type_names *types, struct kith_buf *out)
{
    for (uint32_t i = 0; i < types->count; i++) {
        kith_buf_text(out, i ? ", " : "");
        kith_buf_str(out, types->items[i]);
    }
}

/* What is wanted: "<chief>", "a form of {attack}", "a name for A". */
static void write_wanted(const struct kith_item *item, struct kith_buf *out)
{
    if (is_slot(item)) {
        kith_buf_format(out, "a name for %c is", item->kind == KITH_ITEM_A ? 'A' : 'B');
        return;
    }
    if (item->text.length && item->text.data[0] == '{')
        kith_buf_text(out, "a form of ");
    if (item->kind == KITH_ITEM_WORD)
        kith_buf_byte(out, '\'');
    kith_buf_str(out, item->text.length ? item->text : KITH_STR("a form of the verb"));
    kith_buf_text(out, item->kind == KITH_ITEM_WORD ? "' is" : " is");
}

/* The words at the place, or that there are none. */
static void write_place(const struct kith_sequence *sequence, struct kith_str text,
                        uint32_t at, struct kith_buf *out)
{
    if (at >= sequence->count) {
        kith_buf_text(out, "the sentence ends");
        return;
    }
    kith_buf_byte(out, '\'');
    kith_buf_str(
        out, kith_str_slice(text, sequence->items[at].begin, sequence->items[at].end));
    kith_buf_byte(out, '\'');
}

static void write_wrong_type(const struct kith_rules *rules,
                             const struct kith_sequence *sequence, struct kith_str text,
                             const struct kith_course *course, struct kith_buf *out)
{
    const struct kith_item *item = item_of(rules, course);
    int hole = item->kind == KITH_ITEM_B;
    kith_id type = sequence->items[course->at].type;
    write_place(sequence, text, course->at, out);
    kith_buf_text(out, " is of the type ");
    kith_buf_str(out, kith_gazetteer_type(rules->gazetteer, type));
    kith_buf_format(out, "; %c is: ", hole ? 'B' : 'A');
    write_types(&signature_of(rules, course->rule)->sides[hole], out);
}

static void write_no_types(const struct kith_rules *rules,
                           const struct kith_course *course, struct kith_buf *out)
{
    const struct kith_signature *signature = signature_of(rules, course->rule);
    kith_buf_text(out, "no two names here are, A: ");
    write_types(&signature->sides[0], out);
    kith_buf_text(out, "; B: ");
    write_types(&signature->sides[1], out);
}

void kith_course_write_reason(const struct kith_rules *rules,
                              const struct kith_sequence *sequence, struct kith_str text,
                              const struct kith_course *course, struct kith_buf *out)
{
    switch (course->stop) {
    case KITH_STOP_NONE:
        kith_buf_text(out, "matches");
        return;
    case KITH_STOP_TYPES:
        write_no_types(rules, course, out);
        return;
    case KITH_STOP_BEGIN:
        kith_buf_text(out, "it begins nowhere in the sentence");
        return;
    case KITH_STOP_TYPE:
        write_wrong_type(rules, sequence, text, course, out);
        return;
    case KITH_STOP_PART:
        write_place(sequence, text, course->at, out);
        kith_buf_text(out, " is part of a longer name or belongs to what stands beside "
                           "it");
        return;
    case KITH_STOP_UNCLOSED:
        kith_buf_text(out, "the comma before ");
        write_place(sequence, text, course->at, out);
        kith_buf_text(out, " is not followed by another behind it");
        return;
    case KITH_STOP_MANY:
        kith_buf_text(out, "several names stand where one is wanted, and none of the "
                           "rule's words is a plural");
        return;
    default:
        write_place(sequence, text, course->at, out);
        kith_buf_text(out, course->at < sequence->count ? " stands where " : " where ");
        write_wanted(item_of(rules, course), out);
        kith_buf_text(out, " wanted");
    }
}
