/* JSON, whatever the bytes: all texts and names are clean UTF-8 without NUL, and the walk
 * through them ends. */
#include "fuzz.h"

#include "base/utf8.h"
#include "input/json.h"

static void check_text(struct kith_str text)
{
    FUZZ_CHECK(kith_utf8_is_valid(text, NULL));
    FUZZ_CHECK(!text.length || !memchr(text.data, '\0', text.length));
}

/* Not deeper than the parser goes. */
static void check_value(const struct kith_json *json)
{
    uint64_t number;
    check_text(kith_json_text(json));
    (void)kith_json_whole(json, &number);
    const struct kith_json *item = kith_json_first(json);
    FUZZ_CHECK(!item || !kith_json_is_empty(json));
    for (; item; item = kith_json_after(item)) {
        check_text(kith_json_name(item));
        check_value(item);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_arena arena;
    struct kith_error err = {0};
    const struct kith_json *json;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_json_parse(fuzz_str(data, size), &arena, &json, &err);
    FUZZ_CHECK(status == KITH_OK || (status == KITH_BAD_INPUT && err.text[0]));
    if (status == KITH_OK)
        check_value(json);
    kith_arena_release(&arena);
    return 0;
}
