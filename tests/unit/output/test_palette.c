/* Colours that can be read, and told apart. */
#include "output/palette.h"

#include <math.h>
#include <stdlib.h>

#include "support/check.h"

/* WCAG 2: the luminance of one channel, of a colour, and the contrast of two. */
static double channel(unsigned long value)
{
    double share = (double)value / 255;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(const char *color)
{
    assert_int_equal(strlen(color), 7);
    unsigned long rgb = strtoul(color + 1, NULL, 16);
    return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8 & 255) +
           0.0722 * channel(rgb & 255);
}

static double contrast(const char *a, const char *b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void every_label_can_be_read(void **state)
{
    (void)state;
    assert_true(fabs(contrast("#000000", "#FFFFFF") - 21) < 1e-9);
    for (size_t i = 0; i < KITH_LOOK_COUNT; i++)
        assert_true(contrast(kith_looks[i].fill, kith_looks[i].text) >= 4.5);
}

static void no_two_families_have_one_colour(void **state)
{
    (void)state;
    for (size_t i = 0; i < KITH_LOOK_COUNT; i++)
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(kith_looks[i].fill, kith_looks[k].fill);
}

/* "other" may share a shape: it is no family. */
static void no_two_families_have_one_shape(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < KITH_LOOK_COUNT; i++)
        for (size_t k = 0; k < i; k++)
            assert_false(strcmp(kith_looks[i].shape, kith_looks[k].shape) == 0 &&
                         strcmp(kith_looks[i].style, kith_looks[k].style) == 0);
}

static const char *family(const char *type)
{
    return kith_looks[kith_look_of(kith_str_of(type))].family;
}

static void types_belong_to_families(void **state)
{
    (void)state;
    assert_string_equal(family("person"), "person");
    assert_string_equal(family("ministry"), "agency");
    assert_string_equal(family("company"), "organisation");
    assert_string_equal(family("city"), "place");
    assert_string_equal(family("dinosaur"), "other");
    assert_string_equal(family(""), "other");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_label_can_be_read),
        cmocka_unit_test(no_two_families_have_one_colour),
        cmocka_unit_test(no_two_families_have_one_shape),
        cmocka_unit_test(types_belong_to_families),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
