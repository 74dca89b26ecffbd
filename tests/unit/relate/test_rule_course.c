/* How far rules come, and what is said of where they stop. */
#include "pipeline.h"

#include "relate/rule_course.h"

#define NAMES                                                                            \
    "name,type\nAnna,person\nBoris,person\nClara,person\nOstland,country\n"              \
    "Navy,agency\nGuild,organisation\n"

/* Rules and a text that has been read. */
struct walk {
    struct pipeline p;
    const char *relation; /* NULL: all */
    uint32_t sentence;
    struct kith_sequence sequence;
    struct kith_courses courses;
};

static void open_walk(struct walk *w, const char *rules, const char *text)
{
    memset(w, 0, sizeof *w);
    pipeline_open(&w->p, NAMES);
    pipeline_load(&w->p, rules);
    pipeline_compile(&w->p);
    pipeline_run(&w->p, kith_str_of(text));
}

static enum kith_status find(struct kith_arena *arena, void *context,
                             struct kith_error *err)
{
    struct walk *w = context;
    kith_id relation =
        w->relation ? kith_rules_find_relation(w->p.rules, kith_str_of(w->relation))
                    : KITH_NO_ID;
    w->courses = (struct kith_courses){0};
    w->sequence = (struct kith_sequence){0};
    return kith_courses_read(w->p.rules, relation, &w->p.document, &w->p.mentions,
                             w->sentence, arena, &w->sequence, &w->courses, err);
}

/* The courses, a line each: "PATTERN: REASON", a near one behind "near". */
static void write_courses(struct walk *w, struct kith_buf *out)
{
    struct kith_error err = {0};
    assert_ok(find(&w->p.arena, w, &err), &err);
    for (uint32_t i = 0; i < w->courses.count; i++) {
        const struct kith_course *course = &w->courses.items[i];
        kith_buf_text(out, i ? "\n" : "");
        kith_buf_text(out, course->is_near ? "near " : "");
        kith_course_write_pattern(w->p.rules, course, out);
        kith_buf_text(out, ": ");
        kith_course_write_reason(w->p.rules, &w->sequence, w->p.document.text, course,
                                 out);
    }
}

static void check_walk(struct walk *w, const char *expected)
{
    struct kith_buf said = {0};
    write_courses(w, &said);
    assert_str(kith_buf_view(&said), expected);
    kith_buf_release(&said);
    pipeline_close(&w->p);
}

static void check_course(const char *rules, const char *text, const char *expected)
{
    struct walk w;
    open_walk(&w, rules, text);
    check_walk(&w, expected);
}

#define LEADS "list chief = chief, head\nrelation leads: one person -> agency, country\n"

static void says_that_a_rule_matches(void **state)
{
    (void)state;
    check_course(LEADS "B <chief> A\n", "Navy chief Anna spoke.",
                 "near B <chief> A: matches");
}

static void names_the_word_that_stops_a_rule(void **state)
{
    (void)state;
    check_course(LEADS "A is head of B\n", "Anna is chief of the Navy.",
                 "near A is | head of B: 'chief' stands where 'head' is wanted");
    check_course(LEADS "A is (the|a)? <chief> of B\n", "Anna is the boss of the Navy.",
                 "near A is (the|a)? | <chief> of B: 'boss' stands where <chief> is "
                 "wanted");
    check_course(LEADS "A {lead} B\n", "Anna often loves the Navy.",
                 "A | {lead} B: 'loves' stands where a form of {lead} is wanted");
}

static void says_that_the_sentence_ends(void **state)
{
    (void)state;
    check_course(LEADS "A of B is head\n", "They saw Anna of the Navy",
                 "near A of B | is head: the sentence ends where 'is' is wanted");
}

static void says_that_a_name_is_wanted(void **state)
{
    (void)state;
    check_course(LEADS "B <chief> A\n", "Navy chief yesterday Anna spoke.",
                 "near B <chief> | A: 'yesterday' stands where a name for A is wanted");
}

static void names_types_that_do_not_fit(void **state)
{
    (void)state;
    check_course(LEADS "B <chief> A\n", "Navy chief Guild met Anna.",
                 "near B <chief> | A: 'Guild' is of the type organisation; A is: person");
    check_course(LEADS "B <chief> A\n", "Guild chief Anna spoke.",
                 "B <chief> A: no two names here are, A: person; B: agency, country");
}

static void tells_a_name_that_belongs_to_another(void **state)
{
    (void)state;
    check_course(LEADS "A , head of B\n", "Anna, head of Ostland's railways, spoke.",
                 "near A , head of | B: 'Ostland' is part of a longer name or belongs to "
                 "what stands beside it");
}

static void tells_several_names_for_one(void **state)
{
    (void)state;
    check_course(LEADS "head A of B\n", "The head Anna and Boris of the Navy spoke.",
                 "near head A of B: several names stand where one is wanted, and none of "
                 "the rule's words is a plural");
}

static void says_that_a_rule_begins_nowhere(void **state)
{
    (void)state;
    check_course(LEADS "chief of B , A\n", "Anna left the Navy.",
                 "chief of B , A: it begins nowhere in the sentence");
}

static void keeps_the_voice_that_came_furthest(void **state)
{
    (void)state;
    check_course("relation attacks: any -> any\nA {attack/attack on} B\n",
                 "Ostland was attacked by others from Westport, not by the Navy.",
                 "near B by | A: 'others' stands where a name for A is wanted");
}

static void runs_one_relation_and_its_kinds(void **state)
{
    (void)state;
    struct walk w;
    open_walk(&w,
              "relation president of, a kind of leads: person -> country\nB president A\n"
              "relation leads: person -> country\nB leader A\n"
              "relation met: person = person\nA met B\n",
              "Ostland leader Anna spoke.");
    w.relation = "leads";
    check_walk(&w, "B | president A: 'leader' stands where 'president' is wanted\n"
                   "near B leader A: matches");
}

static void reads_the_sentence_that_is_asked_for(void **state)
{
    (void)state;
    struct walk w;
    open_walk(&w, LEADS "B <chief> A\n",
              "Ostland chief Clara left. Navy boss Anna spoke.");
    w.sentence = 1;
    check_walk(&w, "B | <chief> A: 'boss' stands where <chief> is wanted");
}

static void survives_lack_of_memory(void **state)
{
    (void)state;
    struct walk w;
    open_walk(&w, LEADS "B <chief> A\nA {lead} B\n",
              "Navy chief Anna, who leads Ostland, met Boris and Clara.");
    check_memory_sweep(find, &w);
    assert_int_equal(w.courses.count, 2);
    pipeline_close(&w.p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_that_a_rule_matches),
        cmocka_unit_test(names_the_word_that_stops_a_rule),
        cmocka_unit_test(says_that_the_sentence_ends),
        cmocka_unit_test(says_that_a_name_is_wanted),
        cmocka_unit_test(names_types_that_do_not_fit),
        cmocka_unit_test(tells_a_name_that_belongs_to_another),
        cmocka_unit_test(tells_several_names_for_one),
        cmocka_unit_test(says_that_a_rule_begins_nowhere),
        cmocka_unit_test(keeps_the_voice_that_came_furthest),
        cmocka_unit_test(runs_one_relation_and_its_kinds),
        cmocka_unit_test(reads_the_sentence_that_is_asked_for),
        cmocka_unit_test(survives_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
