/* Articles in JSON: one object each. Objects are told apart here and parsed by who reads
 * the item (json_reader.h). */
#include "input/container.h"
#include "base/utf8.h"
#include "input/file_kind.h"
#include "input/json.h"
#include "input/json_objects.h"
#include "input/json_reader.h"
#include "input/lines.h"

static enum kith_status give_object(struct kith_container *container, uint64_t place,
                                    struct kith_str text, struct kith_error *err)
{
    struct kith_unread unread = {.kind = KITH_UNREAD_OBJECT, .article.bytes = text};
    return kith_container_give(container, place, &unread, err);
}

static size_t limit_of(const struct kith_container *container)
{
    return (size_t)kith_reader_limit(kith_container_options(container));
}

/* ---- one a line ---- */

static enum kith_status take_line(struct kith_container *container,
                                  const struct kith_lines *lines, struct kith_str line,
                                  struct kith_error *err)
{
    line = kith_str_trim(lines->number == 1 ? kith_utf8_without_mark(line) : line);
    return line.length ? give_object(container, lines->number, line, err) : KITH_OK;
}

static enum kith_status take_lines(struct kith_container *container,
                                   struct kith_lines *lines, struct kith_error *err)
{
    struct kith_str line;
    enum kith_status status;
    do {
        kith_lines_keep(lines);
        status = kith_lines_next(lines, &line, err);
        if (status == KITH_OK) {
            status = take_line(container, lines, line, err);
        } else if (status == KITH_LIMIT) {
            status = kith_lines_skip(lines, err);
            if (status == KITH_OK)
                status = kith_container_refuse_size(container, lines->number, err);
        }
    } while (status == KITH_OK);
    return status == KITH_END && container->giver->taken == KITH_OK ? KITH_OK : status;
}

enum kith_status kith_take_json_lines(struct kith_container *container,
                                      struct kith_error *err)
{
    struct kith_lines lines;
    kith_lines_of_stream(&lines, container->stream, limit_of(container));
    enum kith_status status = take_lines(container, &lines, err);
    kith_lines_close(&lines);
    return status;
}

/* ---- in arrays ---- */

struct array {
    struct kith_container *container;
    uint64_t count;
};

static enum kith_status take_object(void *context, struct kith_str text, uint64_t line,
                                    struct kith_error *err)
{
    struct array *array = context;
    (void)line; /* all may stand in one */
    array->count++;
    return text.data ? give_object(array->container, array->count, text, err)
                     : kith_container_refuse_size(array->container, line, err);
}

/* Look as far as the end of the first line, or to the limit. */
static enum kith_status look_at_line(const struct kith_container *container,
                                     struct kith_str *line, bool *is_last,
                                     struct kith_error *err)
{
    struct kith_str ahead;
    size_t count = KITH_HEAD_BYTES, limit = limit_of(container);
    const char *end;
    do {
        KITH_TRY(kith_stream_look(container->stream, count, &ahead, err));
        end = ahead.length ? memchr(ahead.data, '\n', ahead.length) : NULL;
        *is_last = ahead.length < count;
        count *= 2;
    } while (!end && !*is_last && ahead.length < limit);
    *line = kith_str_slice(ahead, 0, end ? (size_t)(end - ahead.data) : ahead.length);
    *is_last &= !kith_str_trim(kith_str_slice(ahead, line->length, ahead.length)).length;
    return KITH_OK;
}

/* Is `text` an object, and if `needs_text` one with an article's text? */
static bool is_object(const struct kith_container *container, struct kith_str text,
                      bool needs_text)
{
    const struct kith_json *json;
    struct kith_giver *giver = container->giver;
    if (!kith_str_starts_with(text, KITH_STR("{")))
        return false;
    struct kith_arena_mark mark = kith_arena_mark(&giver->arena);
    bool is_one = kith_json_parse(text, &giver->arena, &json, NULL) == KITH_OK &&
                  (!needs_text || kith_json_article_has_text(
                                      json, &kith_container_options(container)->names));
    kith_arena_rewind(&giver->arena, mark);
    return is_one;
}

/* Does the file begin with an object that is whole on its line, and are there more lines?
 * Then there is one on each. An object that spans several is an article, or has articles
 * in an array. */
static enum kith_status has_lines(const struct kith_container *container, bool *answer,
                                  struct kith_error *err)
{
    struct kith_str line;
    bool is_last;
    KITH_TRY(look_at_line(container, &line, &is_last, err));
    *answer = is_object(container, kith_str_trim(kith_utf8_without_mark(line)), is_last);
    return KITH_OK;
}

/* A single article, when the object has a text. */
static enum kith_status take_whole(struct kith_container *container, bool *is_taken,
                                   struct kith_error *err)
{
    struct kith_str ahead;
    size_t limit = limit_of(container);
    KITH_TRY(kith_stream_look(container->stream, limit + 1, &ahead, err));
    ahead = kith_str_trim(kith_utf8_without_mark(ahead));
    *is_taken = ahead.length <= limit && is_object(container, ahead, true);
    return *is_taken ? give_object(container, 1, ahead, err) : KITH_OK;
}

static enum kith_status take_array(struct kith_container *container,
                                   struct kith_error *err)
{
    struct array array = {.container = container};
    const struct kith_json_objects objects = {.stream = container->stream,
                                              .limit = limit_of(container),
                                              .stop = container->giver->intake->stop,
                                              .context = &array,
                                              .on_object = take_object};
    bool is_cut;
    uint64_t line;
    KITH_TRY(kith_json_objects_read(&objects, &is_cut, &line, err));
    if (is_cut)
        return kith_container_refuse(container, line, "json",
                                     "ends inside a bracket; was it cut off?", err);
    if (array.count == 0)
        return kith_container_refuse(container, 0, "json",
                                     "holds no object with a text, and no array of them",
                                     err);
    return KITH_OK;
}

enum kith_status kith_take_json(struct kith_container *container, struct kith_error *err)
{
    bool is_answered;
    KITH_TRY(has_lines(container, &is_answered, err));
    if (is_answered)
        return kith_take_json_lines(container, err);
    KITH_TRY(take_whole(container, &is_answered, err));
    return is_answered ? KITH_OK : take_array(container, err);
}
