/* What ties two entities, read from a folder of tables written by hand. */
#include "output/tie.h"

#include "support/tables.h"

static const char nodes[] = "id,label,type\n"
                            "anna,Anna Berg,person\n"
                            "boris,Bóris,person\n"
                            "norland,Norland,country\n"
                            "norland-2,Norland,party\n"
                            "moscow,Moscow,city\n";

static const char edges[] = "id,source,target,directed\n"
                            "e1,anna,boris,false\n"
                            "e2,boris,anna,true\n"
                            "e4,anna,norland,true\n";

/* e3 was left out of the graph. */
static const char evidence[] =
    "edge,source,relation,target,article,sentence,begin,end,gap,trigger,rule,polarity,"
    "status,speaker\n"
    "e1,anna,co-occurrence,boris,a1,a1s1,0,20,1,,,,,\n"
    "e3,anna,met,boris,a1,a1s1,0,20,1,met,t.rel:9,positive,fact,\n"
    "e1,anna,co-occurrence,boris,a2,a2s1,5,40,3,,,,,\n"
    "e2,boris,attacks,anna,a2,a2s2,30,50,2,attack,t.rel:2,negative,unreal,moscow\n"
    "e4,anna,leads,norland,a3,a3s1,0,9,2,chief,t.rel:5,positive,fact,\n"
    "e2,boris,attacks,anna,a10,a10s1,0,20,2,attacked,t.rel:2,positive,fact,an aide\n"
    "e1,anna,co-occurrence,boris,a10,a10s1,0,20,2,,,,,\n"
    "e2,boris,attacks,anna,a11,a11s4,70,90,2,raids,t.rel:3,positive,fact,\n";

static const char articles[] = "article,path,title,date\n"
                               "a1,one.txt,,2024-01-05\n"
                               "a2,two.txt,,\n"
                               "a3,three.txt,,2024-07-01\n"
                               "a10,\"te,n.txt\",,2024-03-01\n"
                               "a11,eleven.txt,,2024-01-05\n";

static const char sentences[] = "sentence,article,begin,end,text\n"
                                "a1s1,a1,0,21,Anna stood by Boris.\n"
                                "a2s1,a2,0,25,Anna slept.\n"
                                "a2s2,a2,26,60,\"Boris will \"\"attack\"\" no one.\"\n"
                                "a3s1,a3,0,10,Norland.\n"
                                "a10s1,a10,0,22,Boris attacked Anna.\n"
                                "a11s4,a11,66,95,Raids by Boris.\n";

static const struct check_tables tables = {nodes, edges, evidence, articles, sentences};

struct desk {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_ties ties;
    struct kith_error err;
};

static void open_desk(struct desk *desk)
{
    *desk = (struct desk){0};
    check_tables_write(&desk->folder, &tables);
    check_file(&desk->folder, "mentions.csv",
               "article,surface,entity\na1,The Bear,boris\na2,The  bear,boris\n");
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
}

static enum kith_status read_ties(struct desk *desk, const char *one, const char *other)
{
    kith_ties_release(&desk->ties);
    return kith_ties_read(&desk->ties, desk->folder.path, one, other, &desk->arena,
                          &desk->err);
}

static void close_desk(struct desk *desk)
{
    kith_ties_release(&desk->ties);
    kith_arena_release(&desk->arena);
    check_folder_remove(&desk->folder);
}

static void newest_come_first_and_those_without_a_date_last(void **state)
{
    (void)state;
    static const uint64_t wanted[] = {10, 10, 1, 11, 2, 2};
    struct desk desk;
    open_desk(&desk);
    assert_ok(read_ties(&desk, "anna", "boris"), &desk.err);
    assert_int_equal(desk.ties.count, 6);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(desk.ties.items[i].article_number, wanted[i]);
    assert_str(desk.ties.items[0].relation, "attacks");
    assert_str(desk.ties.items[0].path, "te,n.txt");
    assert_str(desk.ties.items[1].relation, "co-occurrence");
    close_desk(&desk);
}

static void a_tie_has_the_sentences_it_stands_in(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(read_ties(&desk, "anna", "boris"), &desk.err);
    assert_str(desk.ties.items[4].text, "Anna slept. Boris will \"attack\" no one.");
    assert_str(desk.ties.items[5].text, "Boris will \"attack\" no one.");
    assert_str(desk.ties.items[3].text, "Raids by Boris.");
    close_desk(&desk);
}

static void what_was_left_out_of_the_graph_is_no_tie(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(read_ties(&desk, "anna", "boris"), &desk.err);
    for (uint32_t i = 0; i < desk.ties.count; i++)
        assert_false(kith_str_equal(desk.ties.items[i].relation, KITH_STR("met")));
    close_desk(&desk);
}

static void any_name_in_any_case_and_order_will_do(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"boris", "anna"},
                                           {"ANNA BERG", "Boris"},
                                           {"anna-berg", "Bo\xCC\x81RIS"},
                                           {"berg", "boris"},
                                           {"anna", "the bear"}};
    struct desk desk;
    open_desk(&desk);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_ok(read_ties(&desk, pairs[i][0], pairs[i][1]), &desk.err);
        assert_int_equal(desk.ties.count, 6);
        assert_str(desk.ties.items[0].source->id, "boris");
    }
    close_desk(&desk);
}

static void what_cannot_be_answered_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other, *told;
    } cases[] = {
        {"anna", "Anna Berg", "are one: Anna Berg"},
        {"anna", "Borris", "no entity called \"Borris\"; near it are: Bóris"},
        {"anna", "Kiev", "no entity called \"Kiev\""},
        {"anna", "", "no entity called \"\""},
        {"Norland", "anna", "norland (country), norland-2 (party)"},
        {"boris", "moscow", "no edge between Bóris and Moscow"},
    };
    struct desk desk;
    open_desk(&desk);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(read_ties(&desk, cases[i].one, cases[i].other), KITH_BAD_INPUT);
        if (!strstr(desk.err.text, cases[i].told))
            fail_msg("\"%s\" does not hold \"%s\"", desk.err.text, cases[i].told);
    }
    close_desk(&desk);
}

static void an_id_tells_two_of_one_name_apart(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(read_ties(&desk, "norland", "anna"), &desk.err);
    assert_int_equal(desk.ties.count, 1);
    assert_str(desk.ties.items[0].target->type, "country");
    close_desk(&desk);
}

static void a_folder_that_is_none_is_told(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    check_file(&desk.folder, "evidence.csv", "edge,source\ne1,anna\n");
    assert_int_equal(read_ties(&desk, "anna", "boris"), KITH_BAD_INPUT);
    assert_non_null(strstr(desk.err.text, "evidence.csv:1"));
    kith_ties_release(&desk.ties);
    assert_int_equal(
        kith_ties_read(&desk.ties, "/nowhere", "anna", "boris", &desk.arena, &desk.err),
        KITH_CANNOT_READ);
    close_desk(&desk);
}

static void a_person_reads_each_sentence_once(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_buf out = {0};
    open_desk(&desk);
    assert_ok(read_ties(&desk, "anna", "boris"), &desk.err);
    kith_ties_write_text(&desk.ties, &out);
    assert_str(
        kith_buf_view(&out),
        "Anna Berg and Bóris: 5 sentences in 4 articles\n"
        "\n"
        "2024-03-01  te,n.txt:0\n"
        "  Boris attacked Anna.\n"
        "    Bóris -> Anna Berg: attacks, says an aide  (\"attacked\", t.rel:2)\n"
        "\n"
        "2024-01-05  one.txt:0\n"
        "  Anna stood by Boris.\n"
        "    together\n"
        "\n"
        "2024-01-05  eleven.txt:70\n"
        "  Raids by Boris.\n"
        "    Bóris -> Anna Berg: attacks  (\"raids\", t.rel:3)\n"
        "\n"
        "two.txt:5\n"
        "  Anna slept. Boris will \"attack\" no one.\n"
        "    together\n"
        "\n"
        "two.txt:30\n"
        "  Boris will \"attack\" no one.\n"
        "    Bóris -> Anna Berg: attacks, unreal, denied, says Moscow  (\"attack\", "
        "t.rel:2)\n");
    kith_buf_release(&out);
    close_desk(&desk);
}

static void a_program_reads_an_object_a_row(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_buf out = {0};
    open_desk(&desk);
    assert_ok(read_ties(&desk, "anna", "norland"), &desk.err);
    kith_ties_write_json(&desk.ties, &out);
    assert_str(
        kith_buf_view(&out),
        "{\"edge\": \"e4\", \"source\": \"anna\", \"source_label\": \"Anna Berg\", "
        "\"relation\": \"leads\", \"directed\": true, \"target\": \"norland\", "
        "\"target_label\": \"Norland\", \"polarity\": \"positive\", \"status\": "
        "\"fact\", \"trigger\": \"chief\", \"rule\": \"t.rel:5\", \"date\": "
        "\"2024-07-01\", \"article\": \"a3\", \"path\": \"three.txt\", "
        "\"sentence\": \"a3s1\", \"begin\": 0, \"end\": 9, \"text\": "
        "\"Norland.\"}\n");
    kith_buf_release(&out);
    close_desk(&desk);
}

static enum kith_status read_all(const char *folder, struct kith_arena *arena,
                                 struct kith_error *err)
{
    struct kith_ties ties;
    enum kith_status status = kith_ties_read(&ties, folder, "anna", "boris", arena, err);
    kith_ties_release(&ties);
    return status;
}

static void ends_well_whenever_memory_ends(void **state)
{
    (void)state;
    check_tables_sweep(&tables, read_all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newest_come_first_and_those_without_a_date_last),
        cmocka_unit_test(a_tie_has_the_sentences_it_stands_in),
        cmocka_unit_test(what_was_left_out_of_the_graph_is_no_tie),
        cmocka_unit_test(any_name_in_any_case_and_order_will_do),
        cmocka_unit_test(what_cannot_be_answered_is_told),
        cmocka_unit_test(an_id_tells_two_of_one_name_apart),
        cmocka_unit_test(a_folder_that_is_none_is_told),
        cmocka_unit_test(a_person_reads_each_sentence_once),
        cmocka_unit_test(a_program_reads_an_object_a_row),
        cmocka_unit_test(ends_well_whenever_memory_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
