/* What articles say at a place, read from a folder of tables written by hand. */
#include "output/passage.h"

#include "support/tables.h"

static const struct check_tables tables = {
    .nodes = "",
    .edges = "",
    .evidence = "",
    .articles = "article,path,date\na2,two.txt,2024-03-01\na10,ten.txt,\n",
    .sentences = "article,begin,text\n"
                 "a2,0,One.\na2,10,Two.\na2,20,Three.\na10,0,Ten.\n",
};

struct desk {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_passages passages;
    struct kith_error err;
};

static void open_desk(struct desk *desk, uint64_t wanted)
{
    *desk = (struct desk){0};
    check_tables_write(&desk->folder, &tables);
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
    assert_true(kith_passages_want(&desk->passages, wanted));
    const struct kith_graph_tables graph = kith_graph_tables_of_folder(desk->folder.path);
    assert_ok(kith_passages_read(&desk->passages, &graph, &desk->arena, &desk->err),
              &desk->err);
}

static void close_desk(struct desk *desk)
{
    kith_passages_release(&desk->passages);
    kith_arena_release(&desk->arena);
    check_folder_remove(&desk->folder);
}

static struct kith_quote quote(struct desk *desk, uint64_t article, uint64_t begin,
                               uint64_t end)
{
    struct kith_quote quote;
    assert_ok(kith_passages_quote(&desk->passages, article, begin, end, &desk->arena,
                                  &quote, &desk->err),
              &desk->err);
    return quote;
}

static void quotes_the_sentences_that_a_span_begins_and_ends_in(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2);
    assert_str(quote(&desk, 2, 0, 4).text, "One.");
    assert_str(quote(&desk, 2, 9, 10).text, "One.");
    assert_str(quote(&desk, 2, 10, 20).text, "Two.");
    assert_int_equal(quote(&desk, 2, 12, 14).place, 10);
    assert_str(quote(&desk, 2, 12, 21).text, "Two. Three.");
    assert_str(quote(&desk, 2, 3, 25).text, "One. ... Three.");
    close_desk(&desk);
}

static void only_what_is_wanted_is_kept(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2);
    assert_str(kith_passages_article(&desk.passages, 2)->cells[0], "two.txt");
    assert_str(kith_passages_article(&desk.passages, 2)->cells[1], "2024-03-01");
    assert_null(kith_passages_article(&desk.passages, 1));
    assert_null(kith_passages_article(&desk.passages, 10));
    assert_int_equal(quote(&desk, 10, 0, 2).text.length, 0);
    assert_int_equal(quote(&desk, 1, 0, 2).text.length, 0);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_the_sentences_that_a_span_begins_and_ends_in),
        cmocka_unit_test(only_what_is_wanted_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
