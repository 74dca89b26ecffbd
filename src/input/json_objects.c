/* The way to the objects in a file too large to parse whole.
 *
 * The scanner looks at each byte once. All it has to know is how deep in brackets it is,
 * which of them are arrays, and whether it is inside a string. */
#include "input/json_objects.h"

#include "base/buf.h"

#define BLOCK_SIZE ((size_t)64 * 1024)

/* Bytes of a string that are looked at as one. */
#define RUN ((size_t)256)

/* Brackets around the objects that are looked for; query results have three. */
#define DEPTH_LIMIT 16

struct scan {
    const struct kith_json_objects *objects;
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
    const struct kith_json_objects *objects = scan->objects;
    struct kith_str text = kith_buf_view(&scan->object);
    KITH_TRY(kith_buf_check(&scan->object, err));
    if (scan->is_too_large)
        text = (struct kith_str){0};
    return objects->on_object(objects->context, text, scan->begin, err);
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
                         scan->objects->stream->path, (unsigned long long)scan->line);
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
    if (scan->object.length < scan->objects->limit)
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

/* The bytes of a string up to what may end it, or its line; a few at a time, since each
 * of the marks is searched for on its own. */
static size_t run_of_string(const char *bytes, size_t length)
{
    static const char ends[] = {'"', '\\', '\n'};
    length = length < RUN ? length : RUN;
    for (size_t i = 0; i < sizeof ends && length; i++) {
        const char *end = memchr(bytes, ends[i], length);
        if (end)
            length = (size_t)(end - bytes);
    }
    return length;
}

/* Most bytes are in strings; of these, runs are passed as one. */
static size_t pass_run(struct scan *scan, const char *bytes, size_t length)
{
    if (!scan->is_in_string || scan->is_escaped)
        return 0;
    length = run_of_string(bytes, length);
    if (!scan->inside)
        return length;
    size_t room = scan->objects->limit - scan->object.length;
    scan->is_too_large |= length > room;
    kith_buf_append(&scan->object, bytes, length < room ? length : room);
    return length;
}

static enum kith_status read_block(const struct scan *scan, char *block, size_t *length,
                                   struct kith_error *err)
{
    const volatile int *stop = scan->objects->stop;
    if (stop && *stop)
        return kith_fail(err, KITH_INTERRUPTED, "interrupted");
    return kith_stream_read(scan->objects->stream, block, BLOCK_SIZE, length, err);
}

static enum kith_status scan_all(struct scan *scan, struct kith_error *err)
{
    char block[BLOCK_SIZE];
    size_t length = 0;
    do {
        KITH_TRY(read_block(scan, block, &length, err));
        for (size_t i = 0; i < length;) {
            i += pass_run(scan, block + i, length - i);
            if (i < length)
                KITH_TRY(pass(scan, block[i++], err));
        }
    } while (length > 0);
    return KITH_OK;
}

enum kith_status kith_json_objects_read(const struct kith_json_objects *objects,
                                        bool *is_cut, uint64_t *line,
                                        struct kith_error *err)
{
    struct scan scan = {.objects = objects, .line = 1};
    enum kith_status status = scan_all(&scan, err);
    kith_buf_release(&scan.object);
    *is_cut = scan.inside || scan.depth;
    *line = scan.line;
    return status;
}
