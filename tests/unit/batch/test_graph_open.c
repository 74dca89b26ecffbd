/* Graphs opened for reading: what a store says of its run. */
#include "batch/graph_open.h"

#include "batch/graph_keep.h"
#include "store/store_graph.h"
#include "support/folder.h"

struct desk {
    struct check_folder folder;
    struct kith_opened_graph graph;
    struct kith_error err;
};

#define JSON "{\"options\": {\"window\": \"sentence\"}}"

/* A store of a run that told JSON; without a graph, when it told NULL. */
static void make_store(struct desk *desk, const char *json)
{
    static const struct kith_stored_column columns[] = {{"json", false}};
    struct kith_stored_table table = {
        .name = KITH_KEPT_RUN, .columns = columns, .count = 1};
    struct kith_store *store;
    *desk = (struct desk){0};
    check_folder_make(&desk->folder);
    assert_ok(kith_store_open(check_path(&desk->folder, "case.kith"), &store, &desk->err),
              &desk->err);
    if (json) {
        struct kith_str cell = kith_str_of(json);
        assert_ok(kith_store_make_table(store, &table, &desk->err), &desk->err);
        assert_ok(kith_store_put_row(&table, &cell, &desk->err), &desk->err);
        assert_ok(kith_store_commit(store, &desk->err), &desk->err);
    }
    kith_store_close(store);
}

static enum kith_status open_store(struct desk *desk)
{
    return kith_graph_open(&desk->graph, check_path(&desk->folder, "case.kith"),
                           &desk->err);
}

static void close_desk(struct desk *desk)
{
    kith_graph_close(&desk->graph);
    check_folder_remove(&desk->folder);
}

static enum kith_status read_run(struct kith_arena *arena, void *context,
                                 struct kith_error *err)
{
    const struct desk *desk = context;
    const struct kith_graph_tables *tables = &desk->graph.tables;
    struct kith_str json;
    KITH_TRY(tables->read_run(tables, arena, &json, err));
    assert_str(json, JSON);
    return KITH_OK;
}

static void a_store_tells_of_its_run_under_every_cap_of_memory(void **state)
{
    (void)state;
    struct desk desk;
    make_store(&desk, JSON);
    assert_ok(open_store(&desk), &desk.err);
    check_memory_sweep(read_run, &desk);
    close_desk(&desk);
}

static void a_store_without_a_graph_is_refused(void **state)
{
    (void)state;
    struct desk desk;
    make_store(&desk, NULL);
    assert_int_equal(open_store(&desk), KITH_BAD_INPUT);
    assert_non_null(strstr(desk.err.text, "case.kith: holds no graph"));
    close_desk(&desk);
}

static void what_is_no_file_is_taken_for_a_folder(void **state)
{
    (void)state;
    struct desk desk = {0};
    check_folder_make(&desk.folder);
    check_file(&desk.folder, "run.json", JSON);
    assert_ok(kith_graph_open(&desk.graph, desk.folder.path, &desk.err), &desk.err);
    check_memory_sweep(read_run, &desk);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_store_tells_of_its_run_under_every_cap_of_memory),
        cmocka_unit_test(a_store_without_a_graph_is_refused),
        cmocka_unit_test(what_is_no_file_is_taken_for_a_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
