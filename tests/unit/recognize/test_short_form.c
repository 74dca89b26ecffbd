#include "support/reading.h"

#include "base/buf.h"
#include "support/recognize.h"

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Dmitry Peskov,person,\n"                                                            \
    "Tatiana Navka,person,\n"                                                            \
    "Osama bin Laden,person,\n"                                                          \
    "Bashar al-Assad,person,\n"                                                          \
    "Rick Holliday-Smith,person,\n"                                                      \
    "Benedict III,person,\n"                                                             \
    "Xi Jinping,person,\n"                                                               \
    "George Bush,person,\n"                                                              \
    "Barbara Bush,person,\n"                                                             \
    "World Bank,organisation,\n"                                                         \
    "Deutsche Bank,company,\n"                                                           \
    "Moscow,city,\n"                                                                     \
    "Aino Virtanen,person,\n"                                                            \
    "Teuvo Saarinen,person,Saarinen\n"                                                   \
    "Eero Saarinen,person,\n"                                                            \
    "Northern Motors,company,\n"                                                         \
    "SC Waldhof 07,organisation,\n"                                                      \
    "Magnetar International,company,\n"                                                  \
    "Workers Party of Kastoria,party,\n"                                                 \
    "Upper Peace Council,organisation,\n"                                                \
    "Sirte Province,region,\n"                                                           \
    "Moscow Underground,organisation,\n"                                                 \
    "East Moscow (Ohio),city,?East Moscow\n"                                             \
    "Nordlink pipeline,other,\n"

/* The short forms found in `text`, as "surface=alias", joined by "; ". */
static void assert_short_forms(const char *text, const char *expected)
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
        if (mention->found != KITH_FOUND_SHORT_FORM)
            continue;
        struct kith_str surface =
            kith_str_slice(reading.document.text, mention->begin, mention->end);
        kith_buf_format(
            &line, "%s%.*s=%.*s", line.length ? "; " : "", KITH_STR_ARGS(surface),
            KITH_STR_ARGS(kith_gazetteer_alias(reading.gazetteer, mention->alias).text));
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

static void takes_a_surname_for_whom_the_article_names_in_full(void **state)
{
    (void)state;
    assert_short_forms("Dmitry Peskov spoke. But Peskov left; Peskov's car waited.",
                       "Peskov=Dmitry Peskov; Peskov=Dmitry Peskov");
}

static void takes_nobody_who_is_never_named_in_full(void **state)
{
    (void)state;
    assert_short_forms("Then Peskov left.", "");
}

static void resolves_a_headline_by_the_text_below(void **state)
{
    (void)state;
    assert_short_forms("Peskov denies talks\n\nThe spokesman, Dmitry Peskov, said no.",
                       "Peskov=Dmitry Peskov");
}

static void abstains_between_two_of_one_surname(void **state)
{
    (void)state;
    assert_short_forms("George Bush and Barbara Bush came. Later Bush spoke.", "");
}

static void takes_titles_for_no_strangers(void **state)
{
    (void)state;
    assert_short_forms(
        "Dmitry Peskov spoke. They thanked Mr Peskov and Gen. Peskov, "
        "and Secretary Peskov on Monday.",
        "Peskov=Dmitry Peskov; Peskov=Dmitry Peskov; Peskov=Dmitry Peskov");
}

static void leaves_relatives_alone(void **state)
{
    (void)state;
    assert_short_forms("Dmitry Peskov spoke. His son was Nikolay Peskov. A friend of "
                       "N. Peskov and the Peskov Foundation came.",
                       "");
}

static void takes_particles_along_when_the_text_has_them(void **state)
{
    (void)state;
    assert_short_forms("Osama bin Laden hid. They sought bin Laden, and Laden's men. "
                       "Bashar al-Assad and al-Assad's men, or Assad's.",
                       "bin Laden=Osama bin Laden; Laden=Osama bin Laden; "
                       "al-Assad=Bashar al-Assad; Assad=Bashar al-Assad");
}

static void wants_double_names_whole(void **state)
{
    (void)state;
    assert_short_forms("Rick Holliday-Smith sat. Smith rose; Holliday-Smith sat.",
                       "Holliday-Smith=Rick Holliday-Smith");
}

static void passes_over_the_number_of_a_pope(void **state)
{
    (void)state;
    assert_short_forms("Benedict III prayed. Benedict slept.", "Benedict=Benedict III");
}

static void takes_a_family_name_that_stands_first(void **state)
{
    (void)state;
    assert_short_forms("Xi Jinping came. On Monday Xi left.", "Xi=Xi Jinping");
}

static void takes_the_bank_when_only_one_is_named(void **state)
{
    (void)state;
    assert_short_forms("The World Bank lent. Then the Bank waited at a Bank branch.",
                       "Bank=World Bank");
    assert_short_forms("The World Bank met Deutsche Bank. Then the Bank waited.", "");
}

static void takes_no_small_word(void **state)
{
    (void)state;
    assert_short_forms("George Bush hid behind the bush, and the World Bank in the bank.",
                       "");
}

static void takes_a_given_name_that_one_person_has(void **state)
{
    (void)state;
    assert_short_forms("Aino Virtanen sang. Then Aino rested.", "Aino=Aino Virtanen");
    assert_short_forms("Aino Virtanen sang. Aino Laakso heard her. Then Aino rested.",
                       "");
}

static void takes_the_word_that_tells_a_body_from_others(void **state)
{
    (void)state;
    assert_short_forms("SC Waldhof 07 won. Fans of Waldhof sang.",
                       "Waldhof=SC Waldhof 07");
    assert_short_forms("Magnetar International lost, since Magnetar paid.",
                       "Magnetar=Magnetar International");
}

static void takes_no_word_that_is_ordinary_in_the_article(void **state)
{
    (void)state;
    assert_short_forms("Magnetar International lost. A magnetar shone. So Magnetar paid.",
                       "");
    assert_short_forms(
        "Magnetar International lost. The Magnetar Hills shone on Magnetar.", "");
}

static void takes_no_word_that_is_somebody_elses_name_in_the_article(void **state)
{
    (void)state;
    assert_short_forms(
        "Moscow Underground closed. He left Moscow by the East Moscow road.", "");
}

static void takes_no_word_that_stands_in_many_names(void **state)
{
    (void)state;
    assert_short_forms("Northern Motors lost. Cars with Motors won in Northern fashion.",
                       "");
}

static void takes_initials_in_capitals(void **state)
{
    (void)state;
    assert_short_forms("Northern Motors lost. At NM they cried, and in nm.",
                       "NM=Northern Motors");
}

static void takes_the_head_with_its_word_before_of(void **state)
{
    (void)state;
    assert_short_forms("The Workers Party of Kastoria met. A Workers Party vote and the "
                       "Party line.",
                       "Workers Party=Workers Party of Kastoria; "
                       "Party=Workers Party of Kastoria");
    assert_short_forms("The Upper Peace Council met. A Peace Council vote failed.",
                       "Peace Council=Upper Peace Council");
}

static void takes_a_place_or_a_thing_without_its_common_noun(void **state)
{
    (void)state;
    assert_short_forms("Sirte Province is dry; near Sirte ends the Nordlink pipeline. Of "
                       "Nordlink they say little.",
                       "Sirte=Sirte Province; Nordlink=Nordlink pipeline");
}

static void gives_a_surname_to_whom_the_article_names_in_full(void **state)
{
    (void)state;
    assert_short_forms("Eero Saarinen drew. Later Saarinen built.",
                       "Saarinen=Eero Saarinen");
    assert_short_forms("Eero Saarinen met Teuvo Saarinen. Later Saarinen built.", "");
}

static struct check_reading swept;

static enum kith_status recognize_within(struct kith_arena *arena, void *context,
                                         struct kith_error *err)
{
    struct kith_mentions mentions;
    (void)context;
    return support_recognize(swept.gazetteer, &swept.document, arena, &mentions, err);
}

static void survives_having_no_memory(void **state)
{
    (void)state;
    check_reading_init(&swept);
    check_load(&swept, "names.csv", NAMES);
    check_compile(&swept);
    check_read(&swept, "Peskov rose. Dmitry Peskov, Xi Jinping and Osama bin Laden: "
                       "Peskov, Xi, bin Laden. The World Bank and the Bank, Peskov.");
    check_memory_sweep(recognize_within, NULL);
    check_reading_release(&swept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_surname_for_whom_the_article_names_in_full),
        cmocka_unit_test(takes_nobody_who_is_never_named_in_full),
        cmocka_unit_test(resolves_a_headline_by_the_text_below),
        cmocka_unit_test(abstains_between_two_of_one_surname),
        cmocka_unit_test(takes_titles_for_no_strangers),
        cmocka_unit_test(leaves_relatives_alone),
        cmocka_unit_test(takes_particles_along_when_the_text_has_them),
        cmocka_unit_test(wants_double_names_whole),
        cmocka_unit_test(passes_over_the_number_of_a_pope),
        cmocka_unit_test(takes_a_family_name_that_stands_first),
        cmocka_unit_test(takes_the_bank_when_only_one_is_named),
        cmocka_unit_test(takes_no_small_word),
        cmocka_unit_test(takes_a_given_name_that_one_person_has),
        cmocka_unit_test(takes_the_word_that_tells_a_body_from_others),
        cmocka_unit_test(takes_no_word_that_is_ordinary_in_the_article),
        cmocka_unit_test(takes_no_word_that_is_somebody_elses_name_in_the_article),
        cmocka_unit_test(takes_no_word_that_stands_in_many_names),
        cmocka_unit_test(takes_initials_in_capitals),
        cmocka_unit_test(takes_the_head_with_its_word_before_of),
        cmocka_unit_test(takes_a_place_or_a_thing_without_its_common_noun),
        cmocka_unit_test(gives_a_surname_to_whom_the_article_names_in_full),
        cmocka_unit_test(survives_having_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
