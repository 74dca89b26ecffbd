/* The members of an object, by the names that the fields of articles have. */
#include "input/json_reader.h"

#include "base/buf.h"

/* The text of a value: a string, the strings of an array, the name of an object. */
static enum kith_status text_of(const struct kith_json *value, struct kith_arena *arena,
                                struct kith_str *text, struct kith_error *err)
{
    *text = kith_json_text(value);
    if (text->data)
        return KITH_OK;
    *text = kith_json_text(kith_json_member(value, "name"));
    if (text->data || !kith_json_is_array(value))
        return KITH_OK;
    struct kith_buf whole = {0};
    const struct kith_json *item = kith_json_first(value);
    for (; item; item = kith_json_after(item)) {
        kith_buf_str(&whole, kith_json_text(item));
        kith_buf_text(&whole, "\n\n");
    }
    enum kith_status status = kith_buf_check(&whole, err);
    if (status == KITH_OK)
        *text = kith_str_copy(arena, kith_buf_view(&whole));
    kith_buf_release(&whole);
    return text->data ? KITH_OK : kith_no_memory(err);
}

/* The value of each field, of several names the likeliest that is not empty, and of
 * several values the last. */
static void find_values(const struct kith_json *json,
                        const struct kith_field_names *names,
                        const struct kith_json *values[KITH_FIELD_COUNT],
                        uint8_t columns[KITH_FIELD_COUNT])
{
    const struct kith_json *value = kith_json_first(json);
    for (; value; value = kith_json_after(value))
        for (enum kith_article_field field = 0; field < KITH_FIELD_COUNT; field++) {
            uint32_t rank = kith_field_rank(names, field, kith_json_name(value));
            bool is_likelier = !values[field] || rank + 1 <= columns[field];
            if (rank != KITH_NO_ID && is_likelier && !kith_json_is_empty(value)) {
                columns[field] = (uint8_t)(rank + 1);
                values[field] = value;
            }
        }
}

bool kith_json_article_has_text(const struct kith_json *json,
                                const struct kith_field_names *names)
{
    const struct kith_json *values[KITH_FIELD_COUNT] = {NULL};
    uint8_t unasked[KITH_FIELD_COUNT];
    if (!kith_json_is_object(json))
        return false;
    find_values(json, names, values, unasked);
    return values[KITH_FIELD_TEXT];
}

static enum kith_status fill(struct kith_article *article,
                             const struct kith_field_names *names,
                             const struct kith_json *json, struct kith_arena *arena,
                             struct kith_error *err)
{
    const struct kith_json *values[KITH_FIELD_COUNT] = {NULL};
    struct kith_str fields[KITH_FIELD_COUNT];
    if (!kith_json_is_object(json))
        return kith_fail(err, KITH_BAD_INPUT, "is no JSON object");
    find_values(json, names, values, article->columns);
    for (int field = 0; field < KITH_FIELD_COUNT; field++)
        KITH_TRY(text_of(values[field], arena, &fields[field], err));
    KITH_TRY(kith_article_unmark(fields, arena, err));
    return kith_article_fill(article, names, fields, arena, err);
}

enum kith_status kith_json_article_read(struct kith_article *article,
                                        const struct kith_field_names *names,
                                        struct kith_arena *arena, struct kith_error *err)
{
    const struct kith_json *json;
    KITH_TRY(kith_json_parse(article->bytes, arena, &json, err));
    return fill(article, names, json, arena, err);
}
