/* Tables of a graph in a store. */
#include "store/store_graph.h"

#include "support/folder.h"

struct desk {
    struct check_folder folder;
    struct kith_store *store;
    struct kith_buf told; /* rows that were read, their cells between bars */
    struct kith_error err;
};

static const struct kith_stored_column columns[] = {
    {"id", true}, {"label", false}, {"share", true}};

static struct kith_stored_table table_of(uint32_t key_count)
{
    return (struct kith_stored_table){
        .name = "things", .columns = columns, .count = 3, .key_count = key_count};
}

static void open_desk(struct desk *desk)
{
    *desk = (struct desk){0};
    check_folder_make(&desk->folder);
    assert_ok(
        kith_store_open(check_path(&desk->folder, "case.kith"), &desk->store, &desk->err),
        &desk->err);
}

static void close_desk(struct desk *desk)
{
    kith_store_close(desk->store);
    kith_buf_release(&desk->told);
    check_folder_remove(&desk->folder);
}

static void put(struct desk *desk, const struct kith_stored_table *table, const char *id,
                const char *label, const char *share)
{
    const struct kith_str cells[] = {kith_str_of(id), kith_str_of(label),
                                     kith_str_of(share)};
    assert_ok(kith_store_put_row(table, cells, &desk->err), &desk->err);
}

/* The graph is a table of one row. */
static enum kith_status keep_one(struct desk *desk, const char *label,
                                 enum kith_status status)
{
    struct kith_stored_table table = table_of(1);
    assert_ok(kith_store_begin_graph(desk->store, &desk->err), &desk->err);
    assert_ok(kith_store_make_table(desk->store, &table, &desk->err), &desk->err);
    put(desk, &table, "1", label, "");
    return kith_store_end_graph(desk->store, status, &desk->err);
}

static enum kith_status on_row(void *context, const struct kith_str *cells, uint64_t row,
                               struct kith_error *err)
{
    (void)row;
    (void)err;
    struct desk *desk = context;
    kith_buf_format(&desk->told, "%.*s|%.*s|%.*s\n", KITH_STR_ARGS(cells[0]),
                    KITH_STR_ARGS(cells[1]), KITH_STR_ARGS(cells[2]));
    return KITH_OK;
}

static enum kith_status read_things(struct desk *desk, const char *third)
{
    const struct kith_csv_table wanted = {{"id", "label", third}, 3, on_row, desk};
    kith_buf_reset(&desk->told);
    return kith_store_read_table(desk->store, "things", &wanted, &desk->err);
}

static void check_things(struct desk *desk, const char *expected)
{
    assert_ok(read_things(desk, "share"), &desk->err);
    assert_str(kith_buf_view(&desk->told), expected);
}

static void cells_come_back_as_they_were_put(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_stored_table table = table_of(0);
    open_desk(&desk);
    assert_ok(kith_store_make_table(desk.store, &table, &desk.err), &desk.err);
    put(&desk, &table, "12", "Ann, \"the 1\"", "0.125");
    put(&desk, &table, "3", "007", "");
    check_things(&desk, "12|Ann, \"the 1\"|0.125\n3|007|\n");
    close_desk(&desk);
}

static void rows_stand_in_the_order_of_their_key(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_stored_table table = table_of(1);
    open_desk(&desk);
    assert_ok(kith_store_make_table(desk.store, &table, &desk.err), &desk.err);
    put(&desk, &table, "12", "twelve", "1");
    put(&desk, &table, "3", "three", "1");
    check_things(&desk, "3|three|1\n12|twelve|1\n");
    close_desk(&desk);
}

static void a_graph_takes_the_place_of_the_last(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(keep_one(&desk, "old", KITH_OK), &desk.err);
    assert_ok(keep_one(&desk, "young", KITH_OK), &desk.err);
    check_things(&desk, "1|young|\n");
    close_desk(&desk);
}

static void a_graph_that_fails_leaves_the_last(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(keep_one(&desk, "old", KITH_OK), &desk.err);
    assert_int_equal(keep_one(&desk, "young", KITH_NO_MEMORY), KITH_NO_MEMORY);
    check_things(&desk, "1|old|\n");
    close_desk(&desk);
}

static void a_column_that_is_missing_is_damage(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(keep_one(&desk, "old", KITH_OK), &desk.err);
    assert_int_equal(read_things(&desk, "portion"), KITH_BAD_INPUT);
    assert_non_null(strstr(desk.err.text, "this store is damaged"));
    close_desk(&desk);
}

static void bytes_that_are_no_text_are_damage(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(keep_one(&desk, "\xFF", KITH_OK), &desk.err);
    assert_int_equal(read_things(&desk, "share"), KITH_BAD_INPUT);
    assert_non_null(strstr(desk.err.text, "this store is damaged"));
    close_desk(&desk);
}

static void tables_are_known_and_counted(void **state)
{
    (void)state;
    struct desk desk;
    bool is_there;
    uint64_t count;
    open_desk(&desk);
    assert_ok(kith_store_has_table(desk.store, "things", &is_there, &desk.err),
              &desk.err);
    assert_false(is_there);
    assert_ok(keep_one(&desk, "one", KITH_OK), &desk.err);
    assert_ok(kith_store_has_table(desk.store, "things", &is_there, &desk.err),
              &desk.err);
    assert_true(is_there);
    assert_ok(kith_store_count_rows(desk.store, "things", &count, &desk.err), &desk.err);
    assert_int_equal(count, 1);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_come_back_as_they_were_put),
        cmocka_unit_test(rows_stand_in_the_order_of_their_key),
        cmocka_unit_test(a_graph_takes_the_place_of_the_last),
        cmocka_unit_test(a_graph_that_fails_leaves_the_last),
        cmocka_unit_test(a_column_that_is_missing_is_damage),
        cmocka_unit_test(bytes_that_are_no_text_are_damage),
        cmocka_unit_test(tables_are_known_and_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
