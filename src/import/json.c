/* The door to jansson, and the way to the objects in a file too large to parse whole.
 *
 * The scanner looks at each byte once. All it has to know is how deep in brackets it is,
 * which of them are arrays, and whether it is inside a string. */
#include "import/json.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <unistd.h>

/* Values */

/* A kith_json is a json_t under another name. */
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

/* Objects in a file */

#define BLOCK_SIZE ((size_t)64 * 1024)
#define OBJECT_LIMIT ((size_t)1024 * 1024)

/* Brackets around the objects that are looked for; query results have three. */
#define DEPTH_LIMIT 16

struct scan {
    struct kith_import *import;
    kith_import_object_fn *on_object;
    void *context;
    uint64_t line; /* being scanned */
    bool is_in_string, is_escaped;
    bool is_array[DEPTH_LIMIT]; /* the brackets that are open */
    unsigned depth;
    unsigned inside; /* brackets open in the object being kept; 0: none is */
    bool is_too_large;
    uint64_t begin; /* the object's line */
    struct kith_buf object;
};

static enum kith_status visit(struct scan *scan, struct kith_error *err)
{
    struct kith_json *json = NULL;
    struct kith_error reason;
    KITH_TRY(kith_buf_check(&scan->object, err));
    scan->import->line = scan->begin;
    if (scan->is_too_large) {
        kith_import_fault(scan->import,
                          "the object is larger than 1 MiB; it is left out");
        return KITH_OK;
    }
    if (kith_json_parse(kith_buf_view(&scan->object), &json, &reason) != KITH_OK) {
        kith_import_fault(scan->import, "%s; the object is left out", reason.text);
        return KITH_OK;
    }
    enum kith_status status = scan->on_object(scan->import, scan->context, json, err);
    kith_json_free(json);
    return status;
}

static void begin_object(struct scan *scan)
{
    kith_buf_reset(&scan->object);
    scan->inside = 1;
    scan->begin = scan->line;
    scan->is_too_large = false;
}

/* A bracket outside of the objects: which are open is remembered. */
static enum kith_status pass_bracket(struct scan *scan, char c, struct kith_error *err)
{
    if (c == ']' || c == '}') {
        scan->depth -= scan->depth > 0;
        return KITH_OK;
    }
    if (c == '{' && scan->depth && scan->is_array[scan->depth - 1]) {
        begin_object(scan);
        return KITH_OK;
    }
    if (scan->depth == DEPTH_LIMIT)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s:%llu: more brackets inside one another than any list has",
                         scan->import->path, (unsigned long long)scan->line);
    scan->is_array[scan->depth++] = c == '[';
    return KITH_OK;
}

static void pass_in_string(struct scan *scan, char c)
{
    if (scan->is_escaped)
        scan->is_escaped = false;
    else if (c == '\\')
        scan->is_escaped = true;
    else if (c == '"')
        scan->is_in_string = false;
}

static void keep(struct scan *scan, char c)
{
    if (scan->object.length < OBJECT_LIMIT)
        kith_buf_byte(&scan->object, c);
    else
        scan->is_too_large = true;
}

/* A byte outside of strings. */
static enum kith_status pass_mark(struct scan *scan, char c, struct kith_error *err)
{
    bool opens = c == '{' || c == '[';
    bool closes = c == '}' || c == ']';
    scan->is_in_string = c == '"';
    if (!scan->inside)
        return opens || closes ? pass_bracket(scan, c, err) : KITH_OK;
    scan->inside += opens;
    scan->inside -= closes;
    return KITH_OK;
}

static enum kith_status pass(struct scan *scan, char c, struct kith_error *err)
{
    bool was_inside = scan->inside > 0;
    if (scan->is_in_string)
        pass_in_string(scan, c);
    else
        KITH_TRY(pass_mark(scan, c, err));
    scan->line += c == '\n';
    if (was_inside || scan->inside)
        keep(scan, c);
    return was_inside && !scan->inside ? visit(scan, err) : KITH_OK;
}

static enum kith_status read_block(const struct scan *scan, int descriptor, char *block,
                                   size_t *length, struct kith_error *err)
{
    ssize_t got;
    const volatile int *stop = scan->import->options->stop;
    if (stop && *stop)
        return kith_fail(err, KITH_INTERRUPTED, "interrupted");
    do
        got = read(descriptor, block, BLOCK_SIZE);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", scan->import->path,
                         strerror(errno));
    *length = (size_t)got;
    return KITH_OK;
}

static enum kith_status scan_all(struct scan *scan, int descriptor,
                                 struct kith_error *err)
{
    char block[BLOCK_SIZE];
    size_t length = 0;
    do {
        KITH_TRY(read_block(scan, descriptor, block, &length, err));
        for (size_t i = 0; i < length; i++)
            KITH_TRY(pass(scan, block[i], err));
    } while (length > 0);
    scan->import->line = scan->line;
    if (scan->inside || scan->depth)
        kith_import_fault(scan->import,
                          "the list ends inside a bracket; was it cut off?");
    return KITH_OK;
}

enum kith_status kith_import_objects(struct kith_import *import,
                                     kith_import_object_fn *on_object, void *context,
                                     struct kith_error *err)
{
    struct scan scan = {
        .import = import, .on_object = on_object, .context = context, .line = 1};
    int descriptor = open(import->path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", import->path,
                         strerror(errno));
    enum kith_status status = scan_all(&scan, descriptor, err);
    close(descriptor);
    kith_buf_release(&scan.object);
    return status;
}
