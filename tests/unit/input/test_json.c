/* JSON as a tree: what is in it, and what is refused. */
#include "support/one_arena.h"

#include "input/json.h"

static const struct kith_json *parse(const char *text)
{
    const struct kith_json *json;
    struct kith_error err = {0};
    assert_ok(kith_json_parse(kith_str_of(text), &arena, &json, &err), &err);
    return json;
}

static void check_refused(struct kith_str text, const char *reason)
{
    const struct kith_json *json;
    struct kith_error err = {0};
    assert_int_equal(kith_json_parse(text, &arena, &json, &err), KITH_BAD_INPUT);
    assert_non_null(strstr(err.text, "no JSON: "));
    assert_non_null(strstr(err.text, reason));
    assert_null(strchr(err.text, '\n'));
}

static void members_come_in_the_order_of_the_text(void **state)
{
    (void)state;
    const struct kith_json *object =
        parse("{\"a\": [\"x\", \"y\"], \"b\": {}, \"c\": 7}");
    const struct kith_json *a = kith_json_first(object);
    assert_true(kith_json_is_object(object) && kith_json_is_array(a));
    assert_str(kith_json_name(a), "a");
    assert_str(kith_json_text(kith_json_first(a)), "x");
    assert_str(kith_json_text(kith_json_after(kith_json_first(a))), "y");
    assert_null(kith_json_after(kith_json_after(kith_json_first(a))));
    assert_str(kith_json_name(kith_json_after(a)), "b");
    assert_true(kith_json_is_empty(kith_json_after(a)));
    assert_ptr_equal(kith_json_member(object, "c"), kith_json_after(kith_json_after(a)));
    assert_null(kith_json_member(object, "d"));
}

static void of_two_members_with_one_name_the_last_counts(void **state)
{
    (void)state;
    assert_str(kith_json_text(kith_json_member(parse("{\"a\":\"x\",\"a\":\"y\"}"), "a")),
               "y");
}

static void escapes_are_what_they_stand_for(void **state)
{
    (void)state;
    assert_str(kith_json_text(parse("\"\\\"\\\\\\/\\n\\t\\u00e9\\ud83d\\ude00\"")),
               "\"\\/\n\t\xC3\xA9\xF0\x9F\x98\x80");
    assert_str(kith_json_text(parse("\"\xC3\xA9\"")), "\xC3\xA9");
}

static void a_text_outlives_what_it_was_parsed_from(void **state)
{
    (void)state;
    char text[] = "{\"a\":\"Rain\"}";
    const struct kith_json *json = parse(text);
    memset(text, '?', sizeof text);
    struct kith_str kept = kith_json_text(kith_json_member(json, "a"));
    assert_string_equal(kept.data, "Rain");
}

static void only_whole_numbers_that_fit_are_whole(void **state)
{
    (void)state;
    uint64_t number;
    assert_true(kith_json_whole(parse("18446744073709551615"), &number));
    assert_true(number == UINT64_MAX);
    assert_true(kith_json_whole(parse("0"), &number) && number == 0);
    static const char *const others[] = {
        "18446744073709551616", "-1", "1.5", "1e3", "\"1\"", "null"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(kith_json_whole(parse(others[i]), &number));
}

static void nothing_is_empty_and_false_is_not(void **state)
{
    (void)state;
    static const char *const empty[] = {"null", "\"\"", "[]", "{}"};
    static const char *const full[] = {"false", "0", "\" \"", "[null]", "{\"a\":null}"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        assert_true(kith_json_is_empty(parse(empty[i])));
    for (size_t i = 0; i < sizeof full / sizeof *full; i++)
        assert_false(kith_json_is_empty(parse(full[i])));
    assert_true(kith_json_is_empty(NULL));
}

static void what_is_no_json_has_its_reason_in_one_line(void **state)
{
    (void)state;
    check_refused(KITH_STR(""), "premature EOF");
    check_refused(KITH_STR("{\"a\":"), "premature EOF");
    check_refused(KITH_STR("{\"a\"\n:1}\n}"), "trailing garbage");
    check_refused(KITH_STR("{a:1}"), "invalid char in json text, at byte ");
    check_refused(KITH_STR("\"a\nb\""), "invalid char");
    check_refused(KITH_STR("[1,]"), "");
    check_refused(KITH_STR("// x\n1"), "");
}

static void strings_are_clean_utf8_or_refused(void **state)
{
    (void)state;
    check_refused(KITH_STR("\"\xE9\""), "not UTF-8");
    check_refused(KITH_STR("\"\xC0\xAF\""), "not UTF-8");
    check_refused(KITH_STR("{\"\xE9\":1}"), "not UTF-8");
    check_refused(KITH_STR("\"\\udc00\""), "not UTF-8");
    check_refused(KITH_STR("\"a\\u0000b\""), "NUL");
    check_refused(KITH_STR("\"a\0b\""), "");
}

static void brackets_are_followed_only_so_deep(void **state)
{
    (void)state;
    char text[2000];
    memset(text, '[', sizeof text);
    check_refused((struct kith_str){text, sizeof text}, "512");
    memset(text + 512, ']', 512);
    const struct kith_json *json;
    assert_int_equal(kith_json_parse((struct kith_str){text, 1024}, &arena, &json, NULL),
                     KITH_OK);
}

static void the_same_is_told_from_what_differs(void **state)
{
    (void)state;
    static const char text[] = "{\"a\":[1,\"x\",true,null],\"b\":{}}";
    static const char *const others[] = {
        "{\"a\":[1,\"x\",false,null],\"b\":{}}",  "{\"a\":[2,\"x\",true,null],\"b\":{}}",
        "{\"a\":[1,\"y\",true,null],\"b\":{}}",   "{\"a\":[1,\"x\",true],\"b\":{}}",
        "{\"a\":[1,\"x\",true,null,0],\"b\":{}}", "{\"a\":[1,\"x\",true,null],\"c\":{}}",
        "{\"a\":[1,\"x\",true,null],\"b\":[]}"};
    assert_true(kith_json_is_same(parse(text), parse(text)));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(kith_json_is_same(parse(text), parse(others[i])));
    assert_true(kith_json_is_same(NULL, NULL));
    assert_false(kith_json_is_same(parse("1"), NULL));
}

static enum kith_status parse_in(struct kith_arena *capped, void *context,
                                 struct kith_error *err)
{
    const struct kith_json *json;
    (void)context;
    return kith_json_parse(KITH_STR("{\"a\":[1,\"x\\n\",{\"b\":null}],\"c\":true}"),
                           capped, &json, err);
}

static void fails_cleanly_at_every_cap(void **state)
{
    (void)state;
    check_memory_sweep(parse_in, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(members_come_in_the_order_of_the_text),
        TEST(of_two_members_with_one_name_the_last_counts),
        TEST(escapes_are_what_they_stand_for),
        TEST(a_text_outlives_what_it_was_parsed_from),
        TEST(only_whole_numbers_that_fit_are_whole),
        TEST(nothing_is_empty_and_false_is_not),
        TEST(the_same_is_told_from_what_differs),
        TEST(what_is_no_json_has_its_reason_in_one_line),
        TEST(strings_are_clean_utf8_or_refused),
        TEST(brackets_are_followed_only_so_deep),
        TEST(fails_cleanly_at_every_cap),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
