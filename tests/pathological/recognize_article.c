/* Articles made to be slow: one name again and again that must be asked about. */
#include "pathological/linear.h"
#include "support/reading.h"
#include "support/recognize.h"

/* Each mention asks for a word of its row that stands nowhere in the article. */
static void ask_for_context_in_vain(size_t n)
{
    struct check_reading reading;
    struct kith_mentions mentions;
    struct kith_buf text = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv",
               "name,type,aliases,context\n"
               "Augusta (Georgia),city,?Augusta,Georgia|Georgian\n");
    check_compile(&reading);
    for (size_t i = 0; i < n; i++)
        kith_buf_text(&text, "Augusta met a friend. ");
    kith_buf_byte(&text, '\0');
    check_read(&reading, text.data);
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &mentions, &reading.err),
              &reading.err);
    assert_int_equal(mentions.count, 0);
    kith_buf_release(&text);
    check_reading_release(&reading);
}

static void looks_for_the_context_of_an_entity_once(void **state)
{
    (void)state;
    check_linear(ask_for_context_in_vain, 4000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_for_the_context_of_an_entity_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
