/* A line of a table in its two forms. */
#include "output/row.h"

#include "support/check.h"

static const char *const columns[] = {"id", "name", "count", "is_new", "note", NULL};

static void write_row(struct kith_buf *out, enum kith_row_form form, const char *name,
                      const char *note)
{
    struct kith_row row = {.out = out, .form = form, .columns = columns};
    kith_row_open(&row);
    kith_buf_text(out, "e1");
    kith_row_shut(&row);
    kith_row_text(&row, kith_str_of(name));
    kith_row_number(&row, 7);
    kith_row_open_bare(&row);
    kith_buf_text(out, "true");
    kith_row_text(&row, kith_str_of(note));
    kith_row_end(&row);
}

static void check_row(enum kith_row_form form, const char *name, const char *note,
                      const char *wanted)
{
    struct kith_buf out = {0};
    write_row(&out, form, name, note);
    assert_str(kith_buf_view(&out), wanted);
    kith_buf_release(&out);
}

static void csv_has_every_cell(void **state)
{
    (void)state;
    check_row(KITH_ROW_CSV, "Anna", "so", "e1,Anna,7,true,so\n");
    check_row(KITH_ROW_CSV, "", "", "e1,,7,true,\n");
    check_row(KITH_ROW_CSV, "a,b", "\"q\"", "e1,\"a,b\",7,true,\"\"\"q\"\"\"\n");
}

static void json_has_what_is_there(void **state)
{
    (void)state;
    check_row(KITH_ROW_JSON, "Anna", "so",
              "{\"id\":\"e1\",\"name\":\"Anna\",\"count\":7,\"is_new\":true,"
              "\"note\":\"so\"}\n");
    check_row(KITH_ROW_JSON, "", "", "{\"id\":\"e1\",\"count\":7,\"is_new\":true}\n");
    check_row(KITH_ROW_JSON, "a\"b", "",
              "{\"id\":\"e1\",\"name\":\"a\\\"b\",\"count\":7,\"is_new\":true}\n");
}

static void only_csv_has_a_heading(void **state)
{
    (void)state;
    struct kith_buf out = {0};
    kith_row_write_header(KITH_ROW_JSON, columns, &out);
    assert_int_equal(out.length, 0);
    kith_row_write_header(KITH_ROW_CSV, columns, &out);
    assert_str(kith_buf_view(&out), "id,name,count,is_new,note\n");
    kith_buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_has_every_cell),
        cmocka_unit_test(json_has_what_is_there),
        cmocka_unit_test(only_csv_has_a_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
