/* UTF-8 against Unicode's table of well-formed sequences (table 3-7). */
#include "support/check.h"

#include "base/utf8.h"

static bool is_scalar(uint32_t point)
{
    return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

static void every_character_comes_back_and_nothing_else_does(void **state)
{
    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        char bytes[4];
        size_t size = kith_utf8_encode(point, bytes);
        uint32_t found;
        size_t taken = kith_utf8_decode(bytes, size, &found);
        if (is_scalar(point) && (taken != size || found != point))
            fail_msg("U+%04X comes back as U+%04X", point, found);
        if (!is_scalar(point) && (taken != 1 || found != KITH_REPLACEMENT))
            fail_msg("U+%04X is taken for a character", point);
        if (kith_utf8_is_valid((struct kith_str){bytes, size}, NULL) != is_scalar(point))
            fail_msg("U+%04X is judged wrongly", point);
    }
}

/* A row of the table: the bytes each place may have. */
struct well_formed {
    size_t size;
    unsigned char low[4], high[4];
};

static const struct well_formed TABLE[] = {
    {1, {0x00}, {0x7F}},
    {2, {0xC2, 0x80}, {0xDF, 0xBF}},
    {3, {0xE0, 0xA0, 0x80}, {0xE0, 0xBF, 0xBF}},
    {3, {0xE1, 0x80, 0x80}, {0xEC, 0xBF, 0xBF}},
    {3, {0xED, 0x80, 0x80}, {0xED, 0x9F, 0xBF}},
    {3, {0xEE, 0x80, 0x80}, {0xEF, 0xBF, 0xBF}},
    {4, {0xF0, 0x90, 0x80, 0x80}, {0xF0, 0xBF, 0xBF, 0xBF}},
    {4, {0xF1, 0x80, 0x80, 0x80}, {0xF3, 0xBF, 0xBF, 0xBF}},
    {4, {0xF4, 0x80, 0x80, 0x80}, {0xF4, 0x8F, 0xBF, 0xBF}},
};

/* Length of the well-formed character at `bytes`, by the table; 0 for none. */
static size_t size_by_table(const unsigned char *bytes, size_t length)
{
    for (size_t row = 0; row < sizeof TABLE / sizeof TABLE[0]; row++) {
        const struct well_formed *form = &TABLE[row];
        size_t i = 0;
        while (i < form->size && i < length && bytes[i] >= form->low[i] &&
               bytes[i] <= form->high[i])
            i++;
        if (i == form->size)
            return i;
    }
    return 0;
}

static void agrees_with_the_table_at_all_its_boundaries(void **state)
{
    (void)state;
    static const unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F,
                                          0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
                                          0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1,
                                          0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFE, 0xFF};
    const size_t count = sizeof edges;
    for (size_t n = 0; n < count * count * count * count; n++) {
        unsigned char bytes[4] = {edges[n % count], edges[n / count % count],
                                  edges[n / count / count % count],
                                  edges[n / count / count / count]};
        for (size_t length = 1; length <= 4; length++) {
            size_t wanted = size_by_table(bytes, length);
            uint32_t point;
            size_t size = kith_utf8_decode((const char *)bytes, length, &point);
            if (wanted ? size != wanted : size != 1 || point != KITH_REPLACEMENT)
                fail_msg("%02X %02X %02X %02X, %zu bytes: %zu taken, not %zu", bytes[0],
                         bytes[1], bytes[2], bytes[3], length, size, wanted);
        }
    }
}

static void a_real_replacement_character_is_valid(void **state)
{
    (void)state;
    uint32_t point;
    assert_int_equal(kith_utf8_decode("\xEF\xBF\xBD", 3, &point), 3);
    assert_int_equal(point, KITH_REPLACEMENT);
    assert_true(kith_utf8_is_valid(KITH_STR("\xEF\xBF\xBD"), NULL));
}

static void tells_where_the_first_fault_is(void **state)
{
    (void)state;
    assert_true(kith_utf8_is_valid((struct kith_str){0}, NULL));
    for (size_t length = 1; length < 40; length++)
        for (size_t place = 0; place < length; place++) {
            char text[40];
            memset(text, 'a', sizeof text);
            text[place] = '\xC3';
            size_t fault = 99;
            assert_false(kith_utf8_is_valid((struct kith_str){text, length}, &fault));
            assert_int_equal(fault, place);
            if (place + 1 == length)
                continue;
            text[place + 1] = '\xA9';
            assert_true(kith_utf8_is_valid((struct kith_str){text, length}, &fault));
        }
}

static void appends_a_replacement_for_what_is_no_character(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    kith_utf8_append(&buf, 'a');
    kith_utf8_append(&buf, 0xE9);
    kith_utf8_append(&buf, 0xD800);
    kith_utf8_append(&buf, 0x110000);
    kith_utf8_append(&buf, 0x1F327);
    assert_str(kith_buf_view(&buf), "a\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD\xF0\x9F\x8C\xA7");
    kith_buf_release(&buf);
}

static void a_byte_order_mark_is_taken_off_once(void **state)
{
    (void)state;
    assert_str(kith_utf8_without_mark(KITH_STR("\xEF\xBB\xBFRain")), "Rain");
    assert_str(kith_utf8_without_mark(KITH_STR("\xEF\xBB\xBF\xEF\xBB\xBF")),
               "\xEF\xBB\xBF");
    assert_str(kith_utf8_without_mark(KITH_STR("\xEF\xBB")), "\xEF\xBB");
    assert_str(kith_utf8_without_mark(KITH_STR("Rain")), "Rain");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_comes_back_and_nothing_else_does),
        cmocka_unit_test(agrees_with_the_table_at_all_its_boundaries),
        cmocka_unit_test(a_real_replacement_character_is_valid),
        cmocka_unit_test(tells_where_the_first_fault_is),
        cmocka_unit_test(appends_a_replacement_for_what_is_no_character),
        cmocka_unit_test(a_byte_order_mark_is_taken_off_once),

    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
