/* What is told of rule files that are looked over. */
#include "pipeline.h"

#include "relate/rule_lint.h"

#define NAMES                                                                            \
    "name,type\nAnna,person\nBoris,person\nOstland,country\nNavy,agency\nGuild,group\n"

/* Rules beside names, and what is told of them. */
struct bench {
    struct kith_gazetteer *names;
    struct kith_rules *rules;
    struct kith_str path;
};

static void load(struct bench *bench, const char *text, const char *path)
{
    struct kith_error err = {0};
    assert_ok(kith_rules_load_bytes(bench->rules, kith_str_of(text), path, &err), &err);
}

static struct bench open_bench(const char *text)
{
    struct bench bench = {.names = pipeline_gazetteer(NAMES),
                          .path = KITH_STR("test.rel")};
    struct kith_error err = {0};
    assert_ok(kith_rules_new(&bench.rules, &err), &err);
    load(&bench, text, "test.rel");
    return bench;
}

static void close_bench(struct bench *bench)
{
    kith_rules_free(bench->rules);
    kith_gazetteer_free(bench->names);
}

static enum kith_status lint(struct kith_arena *arena, const struct bench *bench,
                             struct kith_problems *problems, struct kith_error *err)
{
    kith_problems_init(problems, arena);
    return kith_rules_lint(bench->rules, bench->path, bench->names, arena, problems, err);
}

/* `expected`: "LINE fault|note KIND: TEXT", a line each. */
static void check_lint(const struct bench *bench, const char *expected)
{
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_error err = {0};
    struct kith_buf told = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(lint(&arena, bench, &problems, &err), &err);
    for (uint32_t i = 0; i < problems.count; i++) {
        const struct kith_problem *item = &problems.items[i];
        kith_buf_format(&told, "%s%u %s %.*s: %.*s", i ? "\n" : "", (unsigned)item->line,
                        item->severity == KITH_FAULT ? "fault" : "note",
                        KITH_STR_ARGS(item->kind), KITH_STR_ARGS(item->text));
    }
    assert_str(kith_buf_view(&told), expected);
    kith_buf_release(&told);
    kith_arena_release(&arena);
}

static void check_told(const char *text, const char *expected)
{
    struct bench bench = open_bench(text);
    check_lint(&bench, expected);
    close_bench(&bench);
}

static void tells_lists_that_nothing_uses(void **state)
{
    (void)state;
    check_told("list chief = chief\nlist dead = boss\nlist bodies = agency, group\n"
               "relation leads: person -> <bodies>\nB <chief> A\n",
               "2 fault list: nothing uses the list 'dead'");
}

static void knows_the_lists_that_hold_for_all_rules(void **state)
{
    (void)state;
    check_told("list except = former\nlist titles = Mr\nlist forces = army\n"
               "relation leads: person -> agency\nB chief A\n",
               "");
}

static void tells_relations_without_rules(void **state)
{
    (void)state;
    check_told(
        "relation leads: person -> agency\nrelation met: person = person\nA met B\n",
        "1 fault relation: no rule stands under this relation; a family needs no "
        "line of its own");
}

static void tells_a_type_without_names_once(void **state)
{
    (void)state;
    check_told("relation leads: person -> agency, planet\nB chief A\n"
               "relation orbits: planet -> any\nA orbits B\n",
               "1 note type: the gazetteers have no name of the type 'planet'\n"
               "3 note type: no rule here can match: no name of the gazetteers may stand "
               "for A");
}

static void says_which_type_may_be_meant(void **state)
{
    (void)state;
    check_told("relation leads: person -> agency, agensy, only contry\nB chief A\n",
               "1 note type: the gazetteers have no name of the type 'agensy'; is "
               "'agency' meant?\n"
               "1 note type: the gazetteers have no name of the type 'only contry'; is "
               "'country' meant?");
}

static void takes_any_for_every_type(void **state)
{
    (void)state;
    check_told("relation leads: any -> only person\nB chief A\n", "");
}

static void tells_rules_that_say_nothing_new(void **state)
{
    (void)state;
    check_told("relation leads: person -> agency\nB chief A\nB chief A\n",
               "3 fault rule: the rule stands already in line 2");
}

static void looks_at_one_file_only(void **state)
{
    (void)state;
    struct bench bench = open_bench("relation leads: person -> agency\nB chief A\n");
    load(&bench, "list dead = boss\nrelation leads: person -> agency\n\nB chief A\n",
         "other.rel");
    check_lint(&bench, "");
    bench.path = KITH_STR("other.rel");
    check_lint(&bench, "1 fault list: nothing uses the list 'dead'\n"
                       "4 fault rule: the rule stands already in line 2 of test.rel");
    close_bench(&bench);
}

static enum kith_status stage(struct kith_arena *arena, void *context,
                              struct kith_error *err)
{
    struct kith_problems problems;
    return lint(arena, context, &problems, err);
}

static void survives_lack_of_memory(void **state)
{
    (void)state;
    struct bench bench =
        open_bench("list dead = boss\nrelation leads: person -> agency, planet\n"
                   "B chief A\nB chief A\nrelation none: person = person\n");
    check_memory_sweep(stage, &bench);
    close_bench(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_lists_that_nothing_uses),
        cmocka_unit_test(knows_the_lists_that_hold_for_all_rules),
        cmocka_unit_test(tells_relations_without_rules),
        cmocka_unit_test(tells_a_type_without_names_once),
        cmocka_unit_test(says_which_type_may_be_meant),
        cmocka_unit_test(takes_any_for_every_type),
        cmocka_unit_test(tells_rules_that_say_nothing_new),
        cmocka_unit_test(looks_at_one_file_only),
        cmocka_unit_test(survives_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
