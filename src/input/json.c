/* yajl tells what it meets, one thing after the other; here that becomes a tree. */
#include "input/json.h"

#include <yajl/yajl_parse.h>

#include "base/utf8.h"

/* Brackets inside one another; nobody's data have more than a dozen. */
#define DEPTH_LIMIT 512

enum json_kind {
    JSON_NOTHING,
    JSON_TRUTH,
    JSON_NUMBER,
    JSON_TEXT,
    JSON_ARRAY,
    JSON_OBJECT
};

struct kith_json {
    enum json_kind kind;
    struct kith_str name; /* as a member */
    struct kith_str text; /* of a string, or a number's digits, or true or false */
    struct kith_json *first, *next;
};

/* A bracket that is open, and what was put into it last. */
struct bracket {
    struct kith_json *value, *last;
};

struct brackets {
    struct bracket *items;
    uint32_t count, room;
};

struct parse {
    struct kith_arena *arena;
    struct kith_str text;
    struct kith_str name; /* of the member that comes next */
    struct kith_json *root;
    struct brackets open;
    size_t place;      /* up to which it was looked at */
    const char *fault; /* why it was stopped, unless memory was out */
};

/* ---- what yajl calls: true to go on ---- */

static struct kith_json *add(struct parse *parse, enum json_kind kind)
{
    struct kith_json *value = KITH_ARRAY(parse->arena, struct kith_json, 1);
    if (!value)
        return NULL;
    value->kind = kind;
    if (!parse->open.count) {
        parse->root = value;
        return value;
    }
    struct bracket *bracket = &parse->open.items[parse->open.count - 1];
    if (bracket->last)
        bracket->last->next = value;
    else
        bracket->value->first = value;
    bracket->last = value;
    value->name = parse->name;
    return value;
}

/* Strings with escapes are given in yajl's own memory, others as they stand in the text.
 * Only an escape can make a NUL. */
static bool keep(struct parse *parse, const unsigned char *bytes, size_t length,
                 struct kith_str *kept)
{
    struct kith_str text = {(const char *)bytes, length};
    bool is_as_it_stands = text.data >= parse->text.data &&
                           text.data < parse->text.data + parse->text.length;
    if (!kith_utf8_is_valid(text, NULL))
        parse->fault = "a string is not UTF-8";
    else if (!is_as_it_stands && length && memchr(bytes, '\0', length))
        parse->fault = "a string holds a NUL character";
    else
        *kept = kith_str_copy(parse->arena, text);
    return !parse->fault && kept->data;
}

static int on_null(void *context)
{
    return add(context, JSON_NOTHING) != NULL;
}

static int on_truth(void *context, int truth)
{
    struct kith_json *value = add(context, JSON_TRUTH);
    if (value)
        value->text = truth ? KITH_STR("true") : KITH_STR("false");
    return value != NULL;
}

static int on_number(void *context, const char *digits, size_t length)
{
    struct kith_json *value = add(context, JSON_NUMBER);
    return value && keep(context, (const unsigned char *)digits, length, &value->text);
}

static int on_text(void *context, const unsigned char *bytes, size_t length)
{
    struct kith_json *value = add(context, JSON_TEXT);
    return value && keep(context, bytes, length, &value->text);
}

static int on_name(void *context, const unsigned char *bytes, size_t length)
{
    struct parse *parse = context;
    return keep(parse, bytes, length, &parse->name);
}

static bool open_bracket(struct parse *parse, enum json_kind kind)
{
    struct kith_json *value = add(parse, kind);
    if (parse->open.count == DEPTH_LIMIT)
        parse->fault = "more than 512 brackets are open";
    if (!value || parse->fault || !KITH_ARENA_PUSHABLE(parse->arena, &parse->open))
        return false;
    parse->open.items[parse->open.count++] = (struct bracket){value, NULL};
    return true;
}

static int on_object(void *context)
{
    return open_bracket(context, JSON_OBJECT);
}

static int on_array(void *context)
{
    return open_bracket(context, JSON_ARRAY);
}

static int on_end(void *context)
{
    ((struct parse *)context)->open.count--;
    return true;
}

/* ---- parsing ---- */

/* "lexical error: invalid char in json text.\n" without the kind of error and the end of
 * the sentence. */
static struct kith_str plain_reason(const char *reason)
{
    const char *colon = strstr(reason, ": ");
    struct kith_str plain = kith_str_trim(kith_str_of(colon ? colon + 2 : reason));
    bool has_stop = kith_str_ends_with(plain, KITH_STR("."));
    return kith_str_slice(plain, 0, plain.length - has_stop);
}

static enum kith_status tell(yajl_handle handle, const struct parse *parse,
                             struct kith_error *err)
{
    if (parse->fault)
        return kith_fail(err, KITH_BAD_INPUT, "no JSON: %s", parse->fault);
    unsigned char *reason = yajl_get_error(handle, 0, NULL, 0);
    if (!reason)
        return kith_no_memory(err);
    kith_fail(err, KITH_BAD_INPUT, "no JSON: %.*s, at byte %zu",
              KITH_STR_ARGS(plain_reason((const char *)reason)), parse->place);
    yajl_free_error(handle, reason);
    return KITH_BAD_INPUT;
}

static enum kith_status run(struct parse *parse, yajl_handle handle,
                            struct kith_error *err)
{
    const unsigned char *bytes = (const unsigned char *)parse->text.data;
    /* Here strings are looked at, by stricter rules. */
    yajl_config(handle, yajl_dont_validate_strings, 1);
    yajl_status status = yajl_parse(handle, bytes, parse->text.length);
    parse->place = yajl_get_bytes_consumed(handle);
    if (status == yajl_status_ok)
        status = yajl_complete_parse(handle);
    if (status == yajl_status_ok)
        return KITH_OK;
    return status == yajl_status_client_canceled && !parse->fault
               ? kith_no_memory(err)
               : tell(handle, parse, err);
}

enum kith_status kith_json_parse(struct kith_str text, struct kith_arena *arena,
                                 const struct kith_json **json, struct kith_error *err)
{
    static const yajl_callbacks callbacks = {.yajl_null = on_null,
                                             .yajl_boolean = on_truth,
                                             .yajl_number = on_number,
                                             .yajl_string = on_text,
                                             .yajl_start_map = on_object,
                                             .yajl_map_key = on_name,
                                             .yajl_end_map = on_end,
                                             .yajl_start_array = on_array,
                                             .yajl_end_array = on_end};
    struct parse parse = {.arena = arena, .text = text};
    yajl_handle handle = yajl_alloc(&callbacks, NULL, &parse);
    if (!handle)
        return kith_no_memory(err);
    enum kith_status status = run(&parse, handle, err);
    yajl_free(handle);
    *json = parse.root;
    return status;
}

/* ---- values ---- */

const struct kith_json *kith_json_first(const struct kith_json *json)
{
    return json ? json->first : NULL;
}

const struct kith_json *kith_json_after(const struct kith_json *item)
{
    return item ? item->next : NULL;
}

struct kith_str kith_json_name(const struct kith_json *member)
{
    return member->name;
}

const struct kith_json *kith_json_member(const struct kith_json *json, const char *name)
{
    const struct kith_json *found = NULL;
    struct kith_str wanted = kith_str_of(name);
    if (!kith_json_is_object(json))
        return NULL;
    for (const struct kith_json *member = json->first; member; member = member->next)
        if (kith_str_equal(member->name, wanted))
            found = member;
    return found;
}

struct kith_str kith_json_text(const struct kith_json *json)
{
    return json && json->kind == JSON_TEXT ? json->text : (struct kith_str){0};
}

bool kith_json_whole(const struct kith_json *json, uint64_t *number)
{
    if (!json || json->kind != JSON_NUMBER)
        return false;
    *number = 0;
    for (size_t i = 0; i < json->text.length; i++) {
        uint64_t digit = (uint64_t)(json->text.data[i] - '0');
        if (digit > 9 || *number > (UINT64_MAX - digit) / 10)
            return false;
        *number = *number * 10 + digit;
    }
    return true;
}

bool kith_json_is_object(const struct kith_json *json)
{
    return json && json->kind == JSON_OBJECT;
}

bool kith_json_is_array(const struct kith_json *json)
{
    return json && json->kind == JSON_ARRAY;
}

bool kith_json_is_empty(const struct kith_json *json)
{
    if (!json || json->kind == JSON_NOTHING)
        return true;
    if (json->kind == JSON_TEXT)
        return json->text.length == 0;
    return json->kind >= JSON_ARRAY && !json->first;
}

bool kith_json_is_same(const struct kith_json *one, const struct kith_json *other)
{
    if (!one || !other || one->kind != other->kind)
        return one == other;
    if (!kith_str_equal(one->text, other->text) ||
        !kith_str_equal(one->name, other->name))
        return false;
    const struct kith_json *a = one->first, *b = other->first;
    while (a && b && kith_json_is_same(a, b)) {
        a = a->next;
        b = b->next;
    }
    return !a && !b;
}
