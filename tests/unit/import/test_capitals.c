/* Names in capitals, in the writing of running text. */
#include "support/check.h"

#include "import/capitals.h"

static void check(const char *written, const char *wanted)
{
    struct kith_buf buf = {0};
    kith_import_put_titled(&buf, kith_str_of(written));
    assert_str(kith_buf_view(&buf), wanted);
    kith_buf_release(&buf);
}

static void begins_words_with_a_capital(void **state)
{
    (void)state;
    check("VORN HALDEN", "Vorn Halden");
    check("VORN KI-HALDEN", "Vorn Ki-Halden");
    check("MIGUEL D'ESTE", "Miguel D'Este");
    check("V. HALDEN", "V. Halden");
}

static void keeps_particles_small_inside_a_name(void **state)
{
    (void)state;
    check("THE BANK OF THE NORTH", "The Bank of the North");
    check("BANCO DE NORLANDIA", "Banco de Norlandia");
    check("CHILDREN'S FUND", "Children's Fund");
}

static void keeps_short_acronyms_and_mixed_writing(void **state)
{
    (void)state;
    check("NTO", "NTO");
    check("N.T.O.", "N.T.O.");
    check("NATO", "Nato");
    check("McHalden of NTO", "McHalden of NTO");
}

static void knows_the_capitals_of_european_languages(void **state)
{
    (void)state;
    check("MANFRED WÖRN", "Manfred Wörn");
    check("ŁUKASZ ŻÓŁĆ", "Łukasz Żółć");
    check("ÇAĞLA ŞENĞ", "Çağla Şenğ");
    check("Žižka ŠKODA", "Žižka ŠKODA");
}

static void leaves_other_scripts_alone(void **state)
{
    (void)state;
    check("北国 NORLAND", "北国 Norland");
    check("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begins_words_with_a_capital),
        cmocka_unit_test(keeps_particles_small_inside_a_name),
        cmocka_unit_test(keeps_short_acronyms_and_mixed_writing),
        cmocka_unit_test(knows_the_capitals_of_european_languages),
        cmocka_unit_test(leaves_other_scripts_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
