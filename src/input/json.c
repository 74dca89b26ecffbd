/* The door to jansson: a kith_json is a json_t under another name. */
#include "input/json.h"

#include <jansson.h>

static const json_t *inner(const struct kith_json *json)
{
    return (const json_t *)(const void *)json;
}

static const struct kith_json *outer(const json_t *json)
{
    return (const struct kith_json *)(const void *)json;
}

/* The parser's reason quotes the text, line ends and all; it goes into one line. */
static void put_in_one_line(char *reason)
{
    for (; *reason; reason++)
        if ((unsigned char)*reason < ' ' || *reason == 0x7F)
            *reason = ' ';
}

enum kith_status kith_json_parse(struct kith_str text, struct kith_json **json,
                                 struct kith_error *err)
{
    json_error_t fault;
    json_t *root =
        json_loadb(text.data ? text.data : "", text.length, JSON_DECODE_ANY, &fault);
    if (!root) {
        put_in_one_line(fault.text);
        return kith_fail(err, KITH_BAD_INPUT, "no JSON: %s", fault.text);
    }
    *json = (struct kith_json *)(void *)root;
    return KITH_OK;
}

void kith_json_free(struct kith_json *json)
{
    json_decref((json_t *)(void *)json);
}

const struct kith_json *kith_json_member(const struct kith_json *json, const char *name)
{
    return json ? outer(json_object_get(inner(json), name)) : NULL;
}

struct kith_str kith_json_text(const struct kith_json *json)
{
    if (!json || !json_is_string(inner(json)))
        return (struct kith_str){0};
    return (struct kith_str){json_string_value(inner(json)),
                             json_string_length(inner(json))};
}

bool kith_json_whole(const struct kith_json *json, uint64_t *number)
{
    if (!json || !json_is_integer(inner(json)) || json_integer_value(inner(json)) < 0)
        return false;
    *number = (uint64_t)json_integer_value(inner(json));
    return true;
}

size_t kith_json_count(const struct kith_json *json)
{
    if (!json)
        return 0;
    return json_is_array(inner(json)) ? json_array_size(inner(json))
                                      : json_object_size(inner(json));
}

const struct kith_json *kith_json_item(const struct kith_json *array, size_t index)
{
    return outer(json_array_get(inner(array), index));
}

bool kith_json_next(const struct kith_json *object, void **place, struct kith_str *name,
                    const struct kith_json **value)
{
    /* jansson's iterators take a json_t that is not const, and do not change it. */
    json_t *json = (json_t *)(uintptr_t)object;
    *place = *place ? json_object_iter_next(json, *place) : json_object_iter(json);
    if (!*place)
        return false;
    *name = kith_str_of(json_object_iter_key(*place));
    *value = outer(json_object_iter_value(*place));
    return true;
}

bool kith_json_is_object(const struct kith_json *json)
{
    return json && json_is_object(inner(json));
}

bool kith_json_is_array(const struct kith_json *json)
{
    return json && json_is_array(inner(json));
}

bool kith_json_is_empty(const struct kith_json *json)
{
    if (!json || json_is_null(inner(json)))
        return true;
    if (json_is_string(inner(json)))
        return json_string_length(inner(json)) == 0;
    return (kith_json_is_array(json) || kith_json_is_object(json)) &&
           kith_json_count(json) == 0;
}
