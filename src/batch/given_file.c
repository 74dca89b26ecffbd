/* Lines of JSON into given mentions. Keys are those of `kith tag --format jsonl`, with
 * the plainer names that others use beside them. */
#include "batch/given_file.h"

#include "gazetteer/columns.h"
#include "gazetteer/guest.h"
#include "input/json.h"
#include "input/lines.h"

/* A mention is a short thing. Bytes. */
#define LINE_LIMIT ((size_t)1024 * 1024)

/* One file being read. */
struct reading {
    struct kith_given *given;
    struct kith_guest_book *book;
    struct kith_problems *problems;
    const char *path;
    struct kith_arena scratch; /* emptied at each line */
};

static enum kith_status report(const struct reading *file, uint64_t line,
                               const char *reason, struct kith_error *err)
{
    return kith_problems_add(file->problems, KITH_FAULT, kith_str_of(file->path), line,
                             "mention", err, "the mention %s; it is left out", reason);
}

/* The text of the first of two members that is there. */
static struct kith_str text_of(const struct kith_json *json, const char *name,
                               const char *other)
{
    struct kith_str text = kith_json_text(kith_json_member(json, name));
    if (!text.data && other)
        text = kith_json_text(kith_json_member(json, other));
    return text.data ? kith_str_trim(text) : KITH_STR("");
}

/* Why the object is no mention, or NULL. */
static const char *read_span(const struct kith_json *json,
                             struct kith_given_mention *mention)
{
    struct kith_str unit = text_of(json, "unit", NULL);
    mention->in_characters = kith_str_equal(unit, KITH_STR("characters"));
    if (unit.length && !mention->in_characters &&
        !kith_str_equal(unit, KITH_STR("bytes")))
        return "has a unit that is neither bytes nor characters";
    if (!kith_json_whole(kith_json_member(json, "begin"), &mention->begin) ||
        !kith_json_whole(kith_json_member(json, "end"), &mention->end))
        return "lacks begin or end, two whole numbers";
    return mention->begin < mention->end ? NULL : "ends before it begins";
}

static enum kith_status read_object(struct reading *file, const struct kith_json *json,
                                    uint64_t line, struct kith_error *err)
{
    struct kith_given_mention mention = {.line = (uint32_t)line};
    struct kith_str document = text_of(json, "document", "file");
    struct kith_str type = text_of(json, "type", NULL);
    struct kith_guest guest = {.id = text_of(json, "entity", "id"),
                               .name = text_of(json, "name", NULL),
                               .type = kith_str_lower_copy(&file->scratch, type),
                               .line = (uint32_t)line};
    const char *fault = read_span(json, &mention);
    if (!guest.type.data)
        return kith_no_memory(err);
    if (!document.length)
        fault = "lacks a document, the path of an article";
    else if (!guest.id.length && !guest.name.length)
        fault = "lacks an entity, its id or name";
    if (fault)
        return report(file, line, fault, err);
    KITH_TRY(kith_guest_find(file->book, &guest, &mention.entity, &mention.alias, &fault,
                             err));
    return fault ? report(file, line, fault, err)
                 : kith_given_add(file->given, document, mention, err);
}

static enum kith_status read_line(struct reading *file, struct kith_str text,
                                  uint64_t line, struct kith_error *err)
{
    const struct kith_json *json;
    struct kith_error reason = {0};
    text = kith_str_trim(text);
    if (!text.length)
        return KITH_OK;
    kith_arena_reset(&file->scratch);
    enum kith_status status = kith_json_parse(text, &file->scratch, &json, &reason);
    if (status == KITH_BAD_INPUT)
        return kith_problems_add(file->problems, KITH_FAULT, kith_str_of(file->path),
                                 line, "mention", err,
                                 "the line is no JSON (%s); it is left out", reason.text);
    if (status != KITH_OK)
        return kith_no_memory(err);
    return read_object(file, json, line, err);
}

static enum kith_status read_lines(struct reading *file, struct kith_lines *lines,
                                   struct kith_error *err)
{
    struct kith_str line;
    enum kith_status status = KITH_OK;
    while (status == KITH_OK) {
        kith_lines_keep(lines);
        status = kith_lines_next(lines, &line, err);
        if (status == KITH_OK)
            status = read_line(file, line, lines->number, err);
        else if (status == KITH_LIMIT)
            return kith_fail(err, KITH_BAD_INPUT,
                             "%s:%llu: the line is longer than 1 MiB; one mention a line "
                             "is wanted",
                             file->path, (unsigned long long)lines->number + 1);
    }
    return status == KITH_END ? kith_given_close(file->given, err) : status;
}

static enum kith_status read_file(struct reading *file, struct kith_gazetteer *gazetteer,
                                  struct kith_error *err)
{
    struct kith_lines lines;
    KITH_TRY(kith_guest_book_open(gazetteer, file->path, &file->book, err));
    KITH_TRY(kith_lines_open(&lines, file->path, LINE_LIMIT, err));
    enum kith_status status = read_lines(file, &lines, err);
    kith_lines_close(&lines);
    return status;
}

enum kith_status kith_given_read(const char *path, struct kith_gazetteer *gazetteer,
                                 struct kith_problems *problems, struct kith_given **out,
                                 struct kith_error *err)
{
    struct reading file = {.problems = problems, .path = path};
    KITH_TRY(kith_given_new(&file.given, err));
    kith_arena_init(&file.scratch, KITH_ARENA_UNCAPPED);
    enum kith_status status = read_file(&file, gazetteer, err);
    kith_guest_book_close(file.book);
    kith_arena_release(&file.scratch);
    if (status != KITH_OK) {
        kith_given_free(file.given);
        return status;
    }
    *out = file.given;
    return KITH_OK;
}
