/* Gazetteers made to be slow: everybody of one name, one entity of every name, names that
 * share all words but the last. */
#include "pathological/linear.h"
#include "support/reading.h"

#include "base/buf.h"
#include "gazetteer/match.h"

/* Load and compile the table; returns how many problems were told. */
static uint32_t load(struct kith_buf *csv, uint32_t *aliases)
{
    struct check_reading reading;
    check_reading_init(&reading);
    kith_buf_byte(csv, '\0');
    check_load(&reading, "names.csv", csv->data);
    check_compile(&reading);
    *aliases = kith_gazetteer_alias_count(reading.gazetteer);
    uint32_t count = reading.problems.count;
    check_reading_release(&reading);
    kith_buf_release(csv);
    return count;
}

static void load_namesakes(size_t n)
{
    struct kith_buf csv = {0};
    uint32_t aliases;
    kith_buf_text(&csv, "name,type,id\n");
    for (size_t i = 0; i < n; i++)
        kith_buf_format(&csv, "John Smith,person,Q%zu\n", i);
    assert_int_equal(load(&csv, &aliases), n - 1);
    assert_int_equal(aliases, n);
}

static void load_equal_slugs(size_t n)
{
    struct kith_buf csv = {0};
    uint32_t aliases;
    kith_buf_text(&csv, "name,type\n");
    for (size_t i = 0; i < n; i++)
        kith_buf_format(&csv, "John Smith,person%zu\n", i);
    assert_int_equal(load(&csv, &aliases), n - 1);
}

static void load_one_of_many_names(size_t n)
{
    struct kith_buf csv = {0};
    uint32_t aliases;
    kith_buf_text(&csv, "name,type,aliases\n");
    for (size_t i = 0; i < n; i++)
        kith_buf_format(&csv, "Smith,person,John Smith %zu|John %zu\n", i, i);
    assert_int_equal(load(&csv, &aliases), 0);
    assert_int_equal(aliases, 2 * n + 1);
}

static void knows_everybody_of_one_name(void **state)
{
    (void)state;
    check_linear(load_namesakes, 10000);
}

static void keys_everybody_of_one_name(void **state)
{
    (void)state;
    check_linear(load_equal_slugs, 10000);
}

static void knows_one_of_many_names(void **state)
{
    (void)state;
    check_linear(load_one_of_many_names, 10000);
}

/* Each word of the text begins a walk to the limit that comes to nothing. */
static void match_in_vain(size_t n)
{
    struct check_reading reading;
    struct kith_matches matches;
    struct kith_buf csv = {0}, text = {0};
    check_reading_init(&reading);
    kith_buf_text(&csv, "name,type\n");
    for (size_t i = 0; i < 63; i++)
        kith_buf_text(&csv, "No ");
    kith_buf_text(&csv, "Yes,x\n");
    kith_buf_byte(&csv, '\0');
    check_load(&reading, "names.csv", csv.data);
    check_compile(&reading);
    for (size_t i = 0; i < n; i++)
        kith_buf_text(&text, "No ");
    kith_buf_byte(&text, '\0');
    check_read(&reading, text.data);
    assert_ok(kith_match_document(reading.gazetteer, &reading.document, &reading.arena,
                                  &matches, &reading.err),
              &reading.err);
    assert_int_equal(matches.count, 0);
    kith_buf_release(&csv);
    kith_buf_release(&text);
    check_reading_release(&reading);
}

static void walks_no_further_than_a_name_is_long(void **state)
{
    (void)state;
    check_linear(match_in_vain, 20000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_everybody_of_one_name),
        cmocka_unit_test(keys_everybody_of_one_name),
        cmocka_unit_test(knows_one_of_many_names),
        cmocka_unit_test(walks_no_further_than_a_name_is_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
