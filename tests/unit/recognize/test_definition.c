#include "support/reading.h"

#include "base/buf.h"
#include "support/recognize.h"

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Federal Security Service,agency,\n"                                                 \
    "Financial Stability Board,organisation,FSB\n"                                       \
    "Reporters Without Borders,organisation,\n"                                          \
    "Grey Wolves,group,\n"                                                               \
    "Acme,company,\n"

/* The names found in `text` that it explains itself, as "surface=entity"; joined by "; ".
 */
static void assert_defined(const char *text, const char *expected)
{
    struct check_reading reading;
    struct kith_mentions mentions;
    struct kith_buf line = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv", NAMES);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &mentions, &reading.err),
              &reading.err);
    for (uint32_t i = 0; i < mentions.count; i++) {
        const struct kith_mention *mention = &mentions.items[i];
        if (i > 0)
            assert_true(mention[-1].end <= mention->begin);
        if (mention->found != KITH_FOUND_DEFINED)
            continue;
        kith_buf_format(&line, "%s%.*s=%u", line.length ? "; " : "",
                        KITH_STR_ARGS(kith_str_slice(reading.document.text,
                                                     mention->begin, mention->end)),
                        mention->entity);
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

static void learns_an_acronym_in_brackets(void **state)
{
    (void)state;
    assert_defined("Reporters Without Borders (RWB) wrote. Later RWB left.",
                   "RWB=2; RWB=2");
    assert_defined("Reporters Without Borders (the “RWB”) wrote.", "RWB=2");
}

static void learns_an_acronym_before_brackets(void **state)
{
    (void)state;
    assert_defined("RWB (Reporters Without Borders) wrote. Later RWB left.",
                   "RWB=2; RWB=2");
}

static void learns_from_behind_for_the_headline(void **state)
{
    (void)state;
    assert_defined("RWB protests\n\nReporters Without Borders (RWB) protested.",
                   "RWB=2; RWB=2");
}

static void binds_a_known_acronym_for_the_article(void **state)
{
    (void)state;
    assert_defined("The Federal Security Service (FSB) came. The FSB left.",
                   "FSB=0; FSB=0");
    assert_defined("The FSB left.", "");
}

static void takes_no_letters_of_another_name(void **state)
{
    (void)state;
    assert_defined("Reporters Without Borders (AFP) wrote. Later AFP left.", "");
    assert_defined("Reporters Without Borders (Paris) wrote. Later Paris left.", "");
}

static void learns_what_a_name_is_known_as(void **state)
{
    (void)state;
    assert_defined("The Grey Wolves, also known as the Idealist Hearths, marched. Then "
                   "the Idealist Hearths left.",
                   "Idealist Hearths=3; Idealist Hearths=3");
    assert_defined("Acme (hereafter the Firm) sold it. The Firm paid.", "Firm=4; Firm=4");
}

static void keeps_capitals_apart(void **state)
{
    (void)state;
    assert_defined("Reporters Without Borders (RWB) wrote. Rwb is a word.", "RWB=2");
}

static void gives_up_when_two_are_called_so(void **state)
{
    (void)state;
    assert_defined("Federal Security Service (FS) and Financial Stability Board (FS). FS "
                   "met.",
                   "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(learns_an_acronym_in_brackets),
        cmocka_unit_test(learns_an_acronym_before_brackets),
        cmocka_unit_test(learns_from_behind_for_the_headline),
        cmocka_unit_test(binds_a_known_acronym_for_the_article),
        cmocka_unit_test(takes_no_letters_of_another_name),
        cmocka_unit_test(learns_what_a_name_is_known_as),
        cmocka_unit_test(keeps_capitals_apart),
        cmocka_unit_test(gives_up_when_two_are_called_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
