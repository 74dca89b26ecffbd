/* Sets of an article's words. */
#include "store/word_set.h"

#include "gazetteer/word_key.h"
#include "support/reading.h"

/* The key of a word, as names and articles have it. */
static uint64_t key_of(const char *word)
{
    struct check_reading reading;
    check_reading_init(&reading);
    check_read(&reading, word);
    uint64_t key =
        kith_word_key(reading.document.text, &reading.document.tokens.items[0]);
    check_reading_release(&reading);
    return key;
}

static void has_every_word_however_written(void **state)
{
    (void)state;
    struct check_reading reading;
    struct kith_buf set = {0};
    check_reading_init(&reading);
    check_read(&reading, "The HARBOUR board's 12 members met in Düsseldorf on 3 May.");
    kith_word_set_write(&reading.document, &set);
    static const char *const words[] = {"the", "harbour", "Board",      "12", "members",
                                        "met", "in",      "Dusseldorf", "3",  "may"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!kith_word_set_has(kith_buf_view(&set), key_of(words[i])))
            fail_msg("it lacks \"%s\"", words[i]);
    kith_buf_release(&set);
    check_reading_release(&reading);
}

static void has_hardly_any_other_word(void **state)
{
    (void)state;
    struct check_reading reading;
    struct kith_buf set = {0}, text = {0};
    unsigned seeming = 0;
    check_reading_init(&reading);
    for (int i = 0; i < 600; i++)
        kith_buf_format(&text, "word%d ", i % 250);
    kith_buf_byte(&text, '\0');
    check_read(&reading, text.data);
    kith_word_set_write(&reading.document, &set);
    for (uint64_t key = 1; key <= 10000; key++)
        seeming += kith_word_set_has(kith_buf_view(&set), kith_hash_u64(key));
    assert_true(seeming < 60);
    kith_buf_release(&set);
    kith_buf_release(&text);
    check_reading_release(&reading);
}

static void nothing_is_in_no_set(void **state)
{
    (void)state;
    assert_false(kith_word_set_has((struct kith_str){0}, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_every_word_however_written),
        cmocka_unit_test(has_hardly_any_other_word),
        cmocka_unit_test(nothing_is_in_no_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
