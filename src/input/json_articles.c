/* Articles in JSON: one object each. Objects are told apart here and parsed by who reads
 * the item (json_reader.h). */
#include "base/file.h"
#include "input/container.h"
#include "input/json.h"
#include "input/json_objects.h"
#include "input/json_reader.h"
#include "input/lines.h"

/* How a byte order mark begins a file. */
#define MARK "\xEF\xBB\xBF"

static enum kith_status give_object(struct kith_container *container, uint64_t place,
                                    struct kith_str text, struct kith_error *err)
{
    struct kith_unread unread = {.kind = KITH_UNREAD_OBJECT, .article.bytes = text};
    return kith_container_give(container, place, &unread, err);
}

static enum kith_status refuse_size(struct kith_container *container, uint64_t place,
                                    struct kith_error *err)
{
    return kith_container_refuse(container, place, "size",
                                 "is larger than --max-size allows", err);
}

static size_t limit_of(const struct kith_container *container)
{
    return (size_t)kith_reader_limit(&container->intake->options);
}

/* ---- one a line ---- */

static enum kith_status take_line(struct kith_container *container,
                                  const struct kith_lines *lines, struct kith_str line,
                                  struct kith_error *err)
{
    if (lines->number == 1 && kith_str_starts_with(line, KITH_STR(MARK)))
        line = kith_str_slice(line, sizeof MARK - 1, line.length);
    line = kith_str_trim(line);
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
                status = refuse_size(container, lines->number, err);
        }
    } while (status == KITH_OK);
    return status == KITH_END && container->taken == KITH_OK ? KITH_OK : status;
}

enum kith_status kith_take_json_lines(struct kith_container *container,
                                      struct kith_error *err)
{
    struct kith_lines lines;
    KITH_TRY(kith_lines_open(&lines, container->path.data, limit_of(container), err));
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
                     : refuse_size(array->container, line, err);
}

/* Does the file begin with an object that is whole on its line? Then there is one on
 * each. An object that spans several is an article, or has articles in an array. */
static enum kith_status first_line_is_article(const struct kith_container *container,
                                              bool *answer, struct kith_error *err)
{
    struct kith_lines lines;
    struct kith_str line;
    struct kith_json *json;
    *answer = false;
    KITH_TRY(kith_lines_open(&lines, container->path.data, limit_of(container), err));
    if (kith_lines_next(&lines, &line, err) == KITH_OK &&
        kith_str_starts_with(kith_str_trim(line), KITH_STR("{")) &&
        kith_json_parse(kith_str_trim(line), &json, NULL) == KITH_OK) {
        *answer = kith_json_article_has_text(json, &container->intake->options.names);
        kith_json_free(json);
    }
    kith_lines_close(&lines);
    return KITH_OK;
}

/* A single article, when the object has a text. */
static enum kith_status take_whole(struct kith_container *container, bool *is_taken,
                                   struct kith_error *err)
{
    struct kith_str bytes;
    struct kith_json *json;
    *is_taken = false;
    enum kith_status status = kith_file_read(container->path.data, limit_of(container),
                                             &container->arena, &bytes, err);
    if (status == KITH_LIMIT)
        return KITH_OK; /* then it is no single article */
    KITH_TRY(status);
    if (kith_json_parse(bytes, &json, NULL) != KITH_OK)
        return KITH_OK;
    *is_taken = kith_json_article_has_text(json, &container->intake->options.names);
    kith_json_free(json);
    return *is_taken ? give_object(container, 1, bytes, err) : KITH_OK;
}

static enum kith_status take_array(struct kith_container *container,
                                   struct kith_error *err)
{
    struct array array = {.container = container};
    const struct kith_json_objects objects = {.path = container->path.data,
                                              .limit = limit_of(container),
                                              .stop = container->intake->stop,
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
    KITH_TRY(first_line_is_article(container, &is_answered, err));
    if (is_answered)
        return kith_take_json_lines(container, err);
    KITH_TRY(take_whole(container, &is_answered, err));
    return is_answered ? KITH_OK : take_array(container, err);
}
