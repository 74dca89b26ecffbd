/* The examples of a rule file: each is an article of its own. */
#include "batch/example.h"

#include "batch/passage.h"
#include "relate/stated.h"
#include "relate/rule_course.h"

struct trial {
    const struct kith_setup *setup;
    const struct kith_rules *rules;
    struct kith_arena arena; /* of the example being run */
    struct kith_passage passage;
    struct kith_buf text; /* of the problem being told */
    struct kith_problems *problems;
};

static bool has_two_names(const struct trial *t)
{
    for (uint32_t i = 1; i < t->passage.mentions.count; i++)
        if (t->passage.mentions.items[i].entity != t->passage.mentions.items[0].entity)
            return true;
    return false;
}

/* Everything that is stated, with the rules that say so; those of `relation` only, unless
 * it is KITH_NO_ID. */
static void write_found(struct trial *t, kith_id relation)
{
    const char *comma = "";
    for (uint32_t i = 0; i < t->passage.findings.evidence_count; i++) {
        const struct kith_evidence *row = &t->passage.findings.evidence[i];
        if (row->relation == KITH_COOCCURRENCE ||
            (relation != KITH_NO_ID &&
             !kith_rules_relation_is(t->rules, row->relation, relation)))
            continue;
        kith_buf_text(&t->text, comma);
        kith_stated_write(t->setup->gazetteer, t->rules, &t->passage.document, row,
                          &t->text);
        struct kith_rule rule = kith_rules_rule(t->rules, row->rule);
        kith_buf_format(&t->text, " by line %u", rule.line);
        comma = "; ";
    }
    if (!*comma)
        kith_buf_text(&t->text, "nothing");
}

static bool is_nearer(const struct kith_course *course, const struct kith_course *best)
{
    if (!best || course->is_near != best->is_near)
        return course->item > 0 && (!best || course->is_near);
    return course->item > best->item;
}

/* The rule of the relation that came nearest, in any sentence. */
static enum kith_status write_nearest(struct trial *t, kith_id relation,
                                      struct kith_error *err)
{
    const struct kith_course *best = NULL;
    struct kith_sequence of_best = {0};
    for (uint32_t s = 0; s < t->passage.document.sentences.count; s++) {
        struct kith_courses courses = {0};
        struct kith_sequence sequence = {0};
        KITH_TRY(kith_courses_read(t->rules, relation, &t->passage.document,
                                   &t->passage.mentions, s, &t->arena, &sequence,
                                   &courses, err));
        for (uint32_t i = 0; i < courses.count; i++)
            if (is_nearer(&courses.items[i], best)) {
                best = &courses.items[i];
                of_best = sequence;
            }
    }
    if (!best)
        return KITH_OK;
    kith_buf_format(&t->text, "; nearest is line %u, ",
                    kith_rules_rule(t->rules, best->rule).line);
    kith_course_write_pattern(t->rules, best, &t->text);
    kith_buf_text(&t->text, ": ");
    kith_course_write_reason(t->rules, &of_best, t->passage.document.text, best,
                             &t->text);
    return KITH_OK;
}

static enum kith_status tell(struct trial *t, const struct kith_example *example,
                             enum kith_severity severity, struct kith_error *err)
{
    KITH_TRY(kith_buf_check(&t->text, err));
    return kith_problems_add(t->problems, severity, example->file, example->line,
                             "example", err, "%.*s",
                             KITH_STR_ARGS(kith_buf_view(&t->text)));
}

static void write_names(struct trial *t)
{
    for (uint32_t i = 0; i < t->passage.mentions.count; i++) {
        const struct kith_mention *mention = &t->passage.mentions.items[i];
        kith_buf_text(&t->text, i ? ", " : " but ");
        kith_buf_str(&t->text, kith_str_slice(t->passage.document.text, mention->begin,
                                              mention->end));
    }
}

static enum kith_status tell_unknown(struct trial *t, const struct kith_example *example,
                                     struct kith_error *err)
{
    kith_buf_text(&t->text, "the example proves nothing: no name in it is known");
    write_names(t);
    kith_buf_text(&t->text,
                  "; a line such as 'cast person = Ines Duarte' makes names known");
    return tell(t, example, example->is_positive ? KITH_FAULT : KITH_NOTE, err);
}

static enum kith_status tell_missing(struct trial *t, const struct kith_example *example,
                                     struct kith_error *err)
{
    struct kith_relation_type type = kith_rules_relation(t->rules, example->relation);
    bool is_other =
        kith_stated_is(t->rules, &t->passage.findings, example->relation, false);
    kith_buf_format(&t->text, "the example should state '%.*s' as a fact, and states ",
                    KITH_STR_ARGS(type.name));
    write_found(t, KITH_NO_ID);
    if (!is_other)
        KITH_TRY(write_nearest(t, example->relation, err));
    return tell(t, example, KITH_FAULT, err);
}

static enum kith_status tell_stated(struct trial *t, const struct kith_example *example,
                                    struct kith_error *err)
{
    struct kith_relation_type type = kith_rules_relation(t->rules, example->relation);
    kith_buf_format(&t->text, "the example should not state '%.*s', and states ",
                    KITH_STR_ARGS(type.name));
    write_found(t, example->relation);
    return tell(t, example, KITH_FAULT, err);
}

static enum kith_status run(struct trial *t, const struct kith_example *example,
                            struct kith_error *err)
{
    kith_arena_reset(&t->arena);
    kith_buf_reset(&t->text);
    KITH_TRY(kith_passage_read(t->setup, t->rules, example->text, &t->arena, &t->passage,
                               err));
    bool is_stated =
        kith_stated_is(t->rules, &t->passage.findings, example->relation, true);
    if (is_stated)
        return example->is_positive ? KITH_OK : tell_stated(t, example, err);
    if (!has_two_names(t))
        return tell_unknown(t, example, err);
    return example->is_positive ? tell_missing(t, example, err) : KITH_OK;
}

enum kith_status kith_examples_run(const struct kith_setup *setup,
                                   const struct kith_rules *rules,
                                   struct kith_problems *problems, struct kith_error *err)
{
    struct trial t = {.setup = setup, .rules = rules, .problems = problems};
    enum kith_status status = KITH_OK;
    kith_arena_init(&t.arena, KITH_ARENA_UNCAPPED);
    for (uint32_t i = 0; i < kith_rules_example_count(rules) && status == KITH_OK; i++) {
        struct kith_example example = kith_rules_example(rules, i);
        status = run(&t, &example, err);
    }
    kith_buf_release(&t.text);
    kith_arena_release(&t.arena);
    return status;
}
