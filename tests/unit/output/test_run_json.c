/* run.json: JSON, complete, and free of what changes from run to run. */
#include "output/run_json.h"

#include "folk.h"

/* ---- a reader that knows JSON's grammar and nothing else --------------------------- */

static const char *skip_value(const char *at);

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \n");
}

static const char *skip_string(const char *at)
{
    assert_int_equal(*at, '"');
    for (at++; *at != '"'; at++) {
        assert_true((unsigned char)*at >= 32);
        if (*at == '\\')
            at++;
    }
    return at + 1;
}

static const char *skip_members(const char *at, char end, bool has_names)
{
    at = skip_blanks(at + 1);
    while (*at != end) {
        if (has_names) {
            at = skip_blanks(skip_string(at));
            assert_int_equal(*at, ':');
            at = skip_blanks(at + 1);
        }
        at = skip_blanks(skip_value(at));
        if (*at != ',')
            break;
        at = skip_blanks(at + 1);
        assert_int_not_equal(*at, end);
    }
    assert_int_equal(*at, end);
    return at + 1;
}

static const char *skip_value(const char *at)
{
    if (*at == '{')
        return skip_members(at, '}', true);
    if (*at == '[')
        return skip_members(at, ']', false);
    if (*at == '"')
        return skip_string(at);
    if (strncmp(at, "true", 4) == 0)
        return at + 4;
    if (strncmp(at, "false", 5) == 0)
        return at + 5;
    size_t length = strspn(at, "0123456789.+-e");
    assert_true(length > 0);
    return at + length;
}

/* ---- the file -------------------------------------------------------------------- */

static const struct kith_field_counts columns = {
    {[KITH_FIELD_TEXT] = {[1] = 4}, [KITH_FIELD_TITLE] = {[0] = 3}}};
static struct kith_run_facts facts;

static void write_run(const struct kith_network *network, struct kith_output *out)
{
    kith_run_json_write(network, &facts, out);
}

/* The file of a small network, run with so many jobs. */
static struct kith_str run_of(struct world *world, unsigned jobs)
{
    static const struct kith_field_names names = {.own[KITH_FIELD_TITLE] = "words"};
    static const char *const gazetteers[] = {"people \"x\".csv", "b\\c.csv"};
    static struct kith_build_options options;
    static struct kith_problems problems;
    struct kith_error err = {0};
    options = (struct kith_build_options){
        .scope = KITH_PARAGRAPH, .reach = 20, .jobs = jobs, .seed = 7, .time_limit = 1.5};
    kith_problems_init(&problems, &world->reading.arena);
    for (int i = 0; i < 3; i++)
        assert_ok(kith_problems_add(&problems, KITH_FAULT, KITH_STR("x"), 0,
                                    i == 1 ? "empty" : "binary", &err, "y"),
                  &err);
    facts = (struct kith_run_facts){.options = &options,
                                    .names = &names,
                                    .columns = &columns,
                                    .gazetteers = gazetteers,
                                    .gazetteer_count = 2,
                                    .skipped = 3,
                                    .problems = &problems};
    return world_written(world, write_run);
}

static void it_is_json(void **state)
{
    (void)state;
    struct world world;
    folk_make(&world, 20);
    struct kith_str run = run_of(&world, 1);
    const char *end = skip_blanks(skip_value(run.data));
    assert_ptr_equal(end, run.data + run.length);
    world_free(&world);
}

static void it_tells_how_the_graph_was_made(void **state)
{
    (void)state;
    static const char *const members[] = {"\"program\": \"kith\"",
                                          "\"people \\\"x\\\".csv\"",
                                          "\"b\\\\c.csv\"",
                                          "\"rules\": []",
                                          "\"window\": \"paragraph\"",
                                          "\"seed\": 7",
                                          "\"time_limit\": 1.5",
                                          "\"skipped\": 3",
                                          "\"body\": 4",
                                          "\"words\": 3",
                                          "\"binary\": 2",
                                          "\"empty\": 1",
                                          "\"nodes\": 20",
                                          "\"cooccurrence_edges\": 19",
                                          "\"relation_edges\": 10",
                                          "\"pagerank\": \"PageRank"};
    struct world world;
    folk_make(&world, 20);
    struct kith_str run = run_of(&world, 1);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (!strstr(run.data, members[i]))
            fail_msg("%s is missing in %s", members[i], run.data);
    world_free(&world);
}

static void jobs_leave_no_trace(void **state)
{
    (void)state;
    struct world world;
    folk_make(&world, 20);
    assert_same(run_of(&world, 1), run_of(&world, 8));
    world_free(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_json),
        cmocka_unit_test(it_tells_how_the_graph_was_made),
        cmocka_unit_test(jobs_leave_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
