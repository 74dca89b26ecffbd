/* Colours that can be read, and told apart. */
#include "output/palette.h"

#include <math.h>
#include <stdlib.h>

#include "output/legend.h"
#include "support/folder.h"
#include "support/reading.h"

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

/* Names of relations have the colour of their line, on white. */
static void names_on_lines_can_be_read(void **state)
{
    (void)state;
    assert_true(contrast(KITH_RELATION_COLOUR, "#FFFFFF") >= 4.5);
    assert_true(contrast(KITH_CONFLICT_COLOUR, "#FFFFFF") >= 4.5);
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
                         strcmp(kith_looks[i].style, kith_looks[k].style) == 0 &&
                         kith_looks[i].borders == kith_looks[k].borders);
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

/* Small shares of each channel, and both letters come up. */
static void letters_can_be_read_on_any_colour(void **state)
{
    (void)state;
    for (unsigned rgb = 0; rgb < 0x1000000; rgb += 0x10305) {
        char fill[8];
        snprintf(fill, sizeof fill, "#%06X", rgb);
        assert_true(contrast(fill, kith_letters_on(fill)) >= 4.5);
    }
    assert_string_equal(kith_letters_on("#0072B2"), "#FFFFFF");
    assert_string_equal(kith_letters_on("#F0E442"), "#000000");
}

static void a_type_looks_as_the_nearest_one_that_is_painted(void **state)
{
    (void)state;
    struct check_reading reading;
    struct check_folder folder;
    check_reading_init(&reading);
    check_load(&reading, "names.csv", "name,type\nGRU,spies\nOslo,city\nX,thing\n");
    check_folder_make(&folder);
    check_file(&folder, "types.csv",
               "type,parent,colour,shape\nspies,agency,,block\nagency,,#111111,\n");
    assert_ok(kith_gazetteer_load_types(reading.gazetteer,
                                        check_path(&folder, "types.csv"),
                                        &reading.problems, &reading.err),
              &reading.err);
    check_folder_remove(&folder);
    struct kith_look spies = kith_look_for(reading.gazetteer, 0);
    assert_string_equal(spies.fill, "#111111");
    assert_string_equal(spies.text, "#FFFFFF");
    assert_string_equal(spies.shape, "box3d");
    assert_string_equal(spies.family, "agency");
    assert_string_equal(kith_look_for(reading.gazetteer, 1).family, "place");
    assert_string_equal(kith_look_for(reading.gazetteer, 2).family, "other");
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_label_can_be_read),
        cmocka_unit_test(names_on_lines_can_be_read),
        cmocka_unit_test(no_two_families_have_one_colour),
        cmocka_unit_test(no_two_families_have_one_shape),
        cmocka_unit_test(types_belong_to_families),
        cmocka_unit_test(letters_can_be_read_on_any_colour),
        cmocka_unit_test(a_type_looks_as_the_nearest_one_that_is_painted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
