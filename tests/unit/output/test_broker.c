/* Who holds a network together, read from a folder of tables written by hand: Ann and her
 * friends, Bob and his, whom Max joins; Pia hangs on Bob. */
#include "output/broker.h"

#include "support/tables.h"

static const char nodes[] =
    "id,label,type,degree,betweenness,constraint,articulation_point,community,"
    "community_name\n"
    "ann,Ann,person,3,9.5,0.61,true,1,\"Ann, Abe\"\n"
    "abe,Abe,person,2,0,1,false,1,\"Ann, Abe\"\n"
    "ada,Ada,person,2,0,1,false,1,\"Ann, Abe\"\n"
    "max,Max,person,2,9,0.5,true,1,\"Ann, Abe\"\n"
    "bob,Bob,person,4,11,0.4,true,2,\"Bob, Bea\"\n"
    "bea,Bea,person,2,0,1,false,2,\"Bob, Bea\"\n"
    "ben,Ben,person,2,0,1,false,2,\"Bob, Bea\"\n"
    "pia,Pia,person,1,0,1,false,2,\"Bob, Bea\"\n";

/* e9 was not measured: who says that Abe hit Ben joins nobody. */
static const char edges[] = "id,source,target,weight,bridge\n"
                            "e1,ann,abe,1,false\n"
                            "e2,abe,ada,1,false\n"
                            "e3,ann,ada,1,false\n"
                            "e4,ann,max,1,true\n"
                            "e5,max,bob,2,true\n"
                            "e6,bob,bea,5,false\n"
                            "e7,bea,ben,1,false\n"
                            "e8,ben,bob,1,false\n"
                            "e9,abe,ben,7,\n"
                            "e10,bob,pia,1,true\n"
                            "e11,max,bob,1,true\n";

static const char evidence[] =
    "edge,source,relation,target,article,begin,end,polarity,status\n"
    "e5,max,co-occurrence,bob,a1,0,11,,\n"
    "e11,max,met,bob,a2,3,40,positive,unreal\n"
    "e11,max,met,bob,a2,50,60,positive,fact\n"
    "e11,max,met,bob,a3,0,9,positive,fact\n"
    "e6,bob,co-occurrence,bea,a3,4,22,,\n"
    "e4,ann,co-occurrence,max,a3,0,5,,\n";

static const char articles[] = "article,path,date\n"
                               "a1,one.txt,\n"
                               "a2,two.txt,2024-03-01\n"
                               "a3,three.txt,\n";

static const char sentences[] = "article,begin,end,text\n"
                                "a1,0,20,Max sat by Bob.\n"
                                "a2,0,49,Max may meet Bob.\n"
                                "a2,50,70,\"Max met \"\"Bob\"\".\"\n"
                                "a3,0,10,Bob slept.\n"
                                "a3,11,30,Bea woke him.\n";

static const struct check_tables tables = {nodes, edges, evidence, articles, sentences};

struct desk {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_brokers brokers;
    struct kith_error err;
};

static void open_desk(struct desk *desk)
{
    *desk = (struct desk){0};
    check_tables_write(&desk->folder, &tables);
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
}

static void read_desk(struct desk *desk, uint32_t top)
{
    assert_ok(kith_brokers_read(&desk->brokers, desk->folder.path, top, &desk->arena,
                                &desk->err),
              &desk->err);
}

static void close_desk(struct desk *desk)
{
    kith_brokers_release(&desk->brokers);
    kith_arena_release(&desk->arena);
    check_folder_remove(&desk->folder);
}

static struct kith_str label(const struct desk *desk, uint32_t node)
{
    return desk->brokers.holding.cast.items[node].label;
}

static void the_highest_betweenness_comes_first(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    read_desk(&desk, 10);
    assert_int_equal(desk.brokers.count, 3);
    assert_str(label(&desk, desk.brokers.items[0].node), "Bob");
    assert_str(label(&desk, desk.brokers.items[1].node), "Ann");
    assert_str(label(&desk, desk.brokers.items[2].node), "Max");
    assert_int_equal(desk.brokers.items[2].betweenness_rank, 3);
    assert_int_equal(desk.brokers.items[2].degree_rank, 3);
    close_desk(&desk);
}

static void no_more_are_told_than_asked_for(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    read_desk(&desk, 2);
    assert_int_equal(desk.brokers.count, 2);
    assert_str(label(&desk, desk.brokers.items[1].node), "Ann");
    close_desk(&desk);
}

static void all_but_the_largest_part_fall_away(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    read_desk(&desk, 10);
    const struct kith_broker *bob = &desk.brokers.items[0];
    assert_int_equal(bob->fallen_count, 3);
    assert_str(label(&desk, bob->fallen[0]), "Bea");
    assert_str(label(&desk, bob->fallen[1]), "Ben");
    assert_str(label(&desk, bob->fallen[2]), "Pia");
    assert_int_equal(desk.brokers.items[1].fallen_count, 2);
    close_desk(&desk);
}

static void what_was_not_measured_joins_nobody(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    read_desk(&desk, 10);
    const struct kith_broker *max = &desk.brokers.items[2];
    assert_int_equal(max->joined_count, 1);
    assert_int_equal(max->joined[0].community, 2);
    assert_int_equal(max->joined[0].links, 1);
    assert_true(max->joined[0].is_only_link);
    assert_int_equal(desk.brokers.items[1].joined_count, 0);
    close_desk(&desk);
}

static void the_first_statement_of_fact_proves_most(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    read_desk(&desk, 10);
    const struct kith_broker_proof *proof = &desk.brokers.items[2].proofs[1];
    assert_str(proof->relation, "met");
    assert_str(proof->text, "Max met \"Bob\".");
    assert_str(proof->path, "two.txt");
    assert_str(proof->date, "2024-03-01");
    close_desk(&desk);
}

static void a_person_reads_why(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_buf out = {0};
    open_desk(&desk);
    read_desk(&desk, 1);
    kith_brokers_write_text(&desk.brokers, &out);
    assert_str(kith_buf_view(&out),
               "1. Bob (person)\n"
               "   Without Bob 3 entities fall away: Bea, Ben and Pia.\n"
               "   The only link between the communities \"Bob, Bea\" and \"Ann, Abe\".\n"
               "   Joins its community \"Bob, Bea\" to \"Ann, Abe\".\n"
               "   Of 8 entities number 1 by betweenness, number 1 by degree; constraint "
               "0.4.\n"
               "   With Bea, three.txt:4\n"
               "     Bob slept. Bea woke him.\n"
               "   With Max (met), 2024-03-01, two.txt:50\n"
               "     Max met \"Bob\".\n");
    kith_buf_release(&out);
    close_desk(&desk);
}

static void a_program_reads_an_object_a_broker(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_buf out = {0};
    open_desk(&desk);
    read_desk(&desk, 1);
    kith_brokers_write_json(&desk.brokers, &out);
    struct kith_str text = kith_buf_view(&out);
    assert_true(kith_str_starts_with(
        text, KITH_STR("{\"id\": \"bob\", \"label\": \"Bob\", \"type\": \"person\", "
                       "\"articulation_point\": true, \"community\": 2, "
                       "\"community_name\": \"Bob, Bea\", \"degree\": 4, "
                       "\"degree_rank\": 1, \"betweenness\": 11, "
                       "\"betweenness_rank\": 1, \"constraint\": 0.4, "
                       "\"falls_away\": 3, \"falls_away_first\": [{\"id\": \"bea\", ")));
    assert_true(kith_str_ends_with(text, KITH_STR("Max met \\\"Bob\\\".\"}]}\n")));
    kith_buf_release(&out);
    close_desk(&desk);
}

static void a_graph_without_measures_has_no_brokers(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    check_file(&desk.folder, "nodes.csv",
               "id,label,type,degree,betweenness,constraint,articulation_point,"
               "community,community_name\n"
               "ann,Ann,person,1,,,,,\n"
               "bob,Bob,person,1,,,,,\n");
    read_desk(&desk, 10);
    assert_int_equal(desk.brokers.count, 0);
    close_desk(&desk);
}

static void a_community_that_cannot_be_is_told(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    check_file(&desk.folder, "nodes.csv",
               "id,label,type,degree,betweenness,constraint,articulation_point,"
               "community,community_name\n"
               "ann,Ann,person,1,,,,4000000000,\n");
    assert_int_equal(
        kith_brokers_read(&desk.brokers, desk.folder.path, 10, &desk.arena, &desk.err),
        KITH_BAD_INPUT);
    assert_non_null(strstr(desk.err.text, "nodes.csv"));
    close_desk(&desk);
}

static enum kith_status read_all(const char *folder, struct kith_arena *arena,
                                 struct kith_error *err)
{
    struct kith_brokers brokers;
    enum kith_status status = kith_brokers_read(&brokers, folder, 10, arena, err);
    kith_brokers_release(&brokers);
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
        cmocka_unit_test(the_highest_betweenness_comes_first),
        cmocka_unit_test(no_more_are_told_than_asked_for),
        cmocka_unit_test(all_but_the_largest_part_fall_away),
        cmocka_unit_test(what_was_not_measured_joins_nobody),
        cmocka_unit_test(the_first_statement_of_fact_proves_most),
        cmocka_unit_test(a_person_reads_why),
        cmocka_unit_test(a_program_reads_an_object_a_broker),
        cmocka_unit_test(a_graph_without_measures_has_no_brokers),
        cmocka_unit_test(a_community_that_cannot_be_is_told),
        cmocka_unit_test(ends_well_whenever_memory_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
