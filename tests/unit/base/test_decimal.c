/* Shortest decimals, against printf and strtod, which know them the slow way. */
#include "base/decimal.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "support/check.h"

static struct kith_str decimal(double number)
{
    static char text[KITH_DECIMAL_ROOM];
    return (struct kith_str){text, kith_decimal(number, text)};
}

static void writes_what_a_person_would(void **state)
{
    (void)state;
    assert_str(decimal(0.1), "0.1");
    assert_str(decimal(-0.25), "-0.25");
    assert_str(decimal(1.0 / 3), "0.3333333333333333");
    assert_str(decimal(0.1 + 0.2), "0.30000000000000004");
    assert_str(decimal(0.0001), "0.0001");
    assert_str(decimal(1.5), "1.5");
    assert_str(decimal(9e15), "9000000000000000");
    assert_str(decimal(4503599627370495.5), "4503599627370495.5");
}

static void leaves_the_rest_to_others(void **state)
{
    (void)state;
    const double others[] = {0,     -0.0,     0.00009999, 9007199254740992.0,
                             1e300, INFINITY, NAN};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(decimal(others[i]).length, 0);
}

/* What printf takes up to three attempts for. */
static void slow_decimal(double number, char *text, size_t room)
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, room, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            return;
    }
}

static void check_agreement(double number)
{
    char slow[64];
    slow_decimal(number, slow, sizeof slow);
    if (!strchr(slow, 'e'))
        assert_str(decimal(number), slow);
}

static double random_double(uint64_t i, uint64_t least, uint64_t range)
{
    uint64_t bits = kith_hash_u64(i);
    uint64_t exponent = least + bits % range;
    bits = (bits >> 12) | exponent << 52;
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static void agrees_with_printf(void **state)
{
    (void)state;
    /* Exponents of 2^-13 to 2^52. */
    for (uint64_t i = 1; i < 300000; i++)
        check_agreement(random_double(i, 1023 - 13, 66));
    for (int i = 1; i < 100000; i++)
        check_agreement(i / 1000.0);
    for (int i = 1; i < 300; i++)
        for (int j = 1; j < 300; j++)
            check_agreement((double)i / j);
}

static void agrees_at_powers_of_two_and_beside_them(void **state)
{
    (void)state;
    for (int exponent = -13; exponent < 53; exponent++) {
        double power = ldexp(1, exponent);
        check_agreement(power);
        check_agreement(nextafter(power, 0));
        check_agreement(nextafter(power, 1e300));
    }
    for (double ten = 0.001; ten < 1e15; ten *= 10) {
        check_agreement(nextafter(ten, 0));
        check_agreement(nextafter(ten, 1e300));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_what_a_person_would),
        cmocka_unit_test(leaves_the_rest_to_others),
        cmocka_unit_test(agrees_with_printf),
        cmocka_unit_test(agrees_at_powers_of_two_and_beside_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
