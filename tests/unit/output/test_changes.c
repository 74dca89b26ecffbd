/* Two folders of tables written by hand, compared. */
#include "output/changes.h"

#include "support/folder.h"

struct desk {
    struct check_folder older, newer;
    struct kith_graph_tables before, after;
    struct kith_arena arena;
    struct kith_changes changes;
    struct kith_buf text;
    struct kith_error err;
};

#define NODES "id,label,type,mentions\n"
#define EDGES "id,source,target,directed,relation,weight,status\n"

static void begin(struct desk *desk, const char *nodes, const char *edges)
{
    memset(desk, 0, sizeof *desk);
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
    check_folder_make(&desk->older);
    check_folder_make(&desk->newer);
    check_file(&desk->older, "nodes.csv", nodes);
    check_file(&desk->older, "edges.csv", edges);
}

static enum kith_status compare_folders(struct desk *desk, struct kith_changes *changes,
                                        struct kith_arena *arena, struct kith_error *err)
{
    desk->before = kith_graph_tables_of_folder(desk->older.path);
    desk->after = kith_graph_tables_of_folder(desk->newer.path);
    return kith_changes_read(changes, &desk->before, &desk->after, arena, err);
}

static void become(struct desk *desk, const char *nodes, const char *edges)
{
    check_file(&desk->newer, "nodes.csv", nodes);
    check_file(&desk->newer, "edges.csv", edges);
    assert_ok(compare_folders(desk, &desk->changes, &desk->arena, &desk->err),
              &desk->err);
}

static void end(struct desk *desk)
{
    kith_changes_release(&desk->changes);
    kith_buf_release(&desk->text);
    kith_arena_release(&desk->arena);
    check_folder_remove(&desk->older);
    check_folder_remove(&desk->newer);
}

static const char four[] = NODES "ann,Ann,person,4\nbob,Bob,person,4\n"
                                 "cid,Cid,person,4\nguild,Guild,agency,4\n";

static void ends_without_direction_may_change_places(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk, four,
          EDGES "e1,ann,bob,false,co-occurrence,2,\ne2,cid,bob,true,met,1,asserted\n");
    become(&desk, four,
           EDGES "e9,bob,ann,false,co-occurrence,2,\ne2,bob,cid,true,met,1,asserted\n");
    assert_int_equal(desk.changes.listed_count, 2);
    assert_int_equal(desk.changes.listed[0]->kind, KITH_APPEARED);
    assert_str(desk.changes.listed[0]->id, "bob");
    assert_int_equal(desk.changes.listed[1]->kind, KITH_VANISHED);
    assert_str(desk.changes.listed[1]->id, "cid");
    end(&desk);
}

/* All is twice as much; Guild is six times as much. */
static void what_grew_more_than_the_rest_comes_first(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk, NODES "ann,Ann,person,400\nguild,Guild,agency,10\nbob,Bob,person,40\n",
          EDGES);
    become(&desk, NODES "ann,Ann,person,800\nguild,Guild,agency,60\nbob,Bob,person,80\n",
           EDGES);
    assert_int_equal(desk.changes.listed_count, 3);
    assert_str(desk.changes.listed[0]->id, "guild");
    assert_true(desk.changes.listed[0]->score > 3.84);
    assert_true(desk.changes.listed[1]->score < desk.changes.listed[0]->score);
    end(&desk);
}

static void a_status_turns_whatever_it_weighs(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk, four, EDGES "e1,ann,guild,true,leads,3,claimed\n");
    become(&desk, four, EDGES "e1,ann,guild,true,leads,3,denied\n");
    assert_int_equal(desk.changes.listed_count, 1);
    assert_int_equal(desk.changes.listed[0]->kind, KITH_TURNED);
    assert_str(desk.changes.listed[0]->status[0], "claimed");
    assert_str(desk.changes.listed[0]->status[1], "denied");
    end(&desk);
}

static void an_edge_of_nobody_is_refused(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk, four, EDGES "e1,ann,eve,true,leads,3,claimed\n");
    check_file(&desk.newer, "nodes.csv", four);
    assert_int_equal(compare_folders(&desk, &desk.changes, &desk.arena, &desk.err),
                     KITH_BAD_INPUT);
    assert_non_null(strstr(desk.err.text, "e1 joins somebody"));
    end(&desk);
}

static enum kith_status compare(struct kith_arena *arena, void *context,
                                struct kith_error *err)
{
    struct desk *desk = context;
    struct kith_changes changes;
    enum kith_status status = compare_folders(desk, &changes, arena, err);
    if (status == KITH_OK)
        status = kith_changes_prove(&changes, 0, err);
    kith_changes_release(&changes);
    return status;
}

static void survives_every_cap_of_memory(void **state)
{
    (void)state;
    struct desk desk;
    begin(&desk, NODES, EDGES);
    check_file(&desk.newer, "articles.csv",
               "article,path,date\na7,news.txt,2024-03-01\n");
    check_file(&desk.newer, "evidence.csv",
               "edge,article,begin,end,polarity,status,speaker\n"
               "e1,a7,12,30,positive,fact,\n");
    check_file(&desk.newer, "sentences.csv",
               "article,begin,text\na7,0,No.\na7,12,Ann leads the Guild.\n");
    become(&desk, four, EDGES "e1,ann,guild,true,leads,1,asserted\n");
    assert_ok(kith_changes_prove(&desk.changes, 1, &desk.err), &desk.err);
    assert_str(desk.changes.listed[0]->text, "Ann leads the Guild.");
    assert_str(desk.changes.listed[0]->path, "news.txt");
    check_memory_sweep(compare, &desk);
    end(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_without_direction_may_change_places),
        cmocka_unit_test(what_grew_more_than_the_rest_comes_first),
        cmocka_unit_test(a_status_turns_whatever_it_weighs),
        cmocka_unit_test(an_edge_of_nobody_is_refused),
        cmocka_unit_test(survives_every_cap_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
