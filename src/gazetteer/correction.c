/* The corrections file: lines into corrections. A line is a verb, an operand, a word that
 * ties, and another operand; operands that hold such a word stand in quotes. */
#include "gazetteer/correction.h"

#include "base/utf8.h"
#include "gazetteer/columns.h"
#include "input/lines.h"

/* No name is as long; a longer line is no correction. Bytes. */
#define LINE_LIMIT ((size_t)16 * 1024)

static const struct {
    const char *verb, *tie; /* the tie may be missing for reject alone */
    const char *form;
} forms[] = {
    [KITH_MERGE] = {"merge", "=", "merge A = B"},
    [KITH_SPLIT] = {"split", "from", "split \"alias\" from A"},
    [KITH_REJECT] = {"reject", "as", "reject \"surface\" as A in FILE"},
    [KITH_RETYPE] = {"retype", "=", "retype A = type"},
    [KITH_RENAME] = {"rename", "=", "rename A = new name"},
};

/* Where and what is being read. */
struct reading {
    struct kith_corrections *corrections;
    struct kith_problems *problems;
    uint64_t line;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The line before a '#' that begins it or follows a blank, outside quotes. */
static struct kith_str without_comment(struct kith_str line)
{
    bool is_quoted = false;
    for (size_t i = 0; i < line.length; i++) {
        if (line.data[i] == '"')
            is_quoted = !is_quoted;
        if (line.data[i] == '#' && !is_quoted && (i == 0 || is_blank(line.data[i - 1])))
            return kith_str_slice(line, 0, i);
    }
    return line;
}

/* True when `tie` stands at rest[i]: a sign anywhere, a word between blanks. */
static bool is_tie(struct kith_str rest, size_t i, const char *tie)
{
    size_t length = strlen(tie);
    if (i + length > rest.length || memcmp(rest.data + i, tie, length) != 0)
        return false;
    if (*tie == '=')
        return true;
    return (i == 0 || is_blank(rest.data[i - 1])) && i + length < rest.length &&
           is_blank(rest.data[i + length]);
}

static bool take_quoted(struct kith_str *rest, struct kith_str *operand)
{
    const char *close = memchr(rest->data + 1, '"', rest->length - 1);
    if (!close)
        return false;
    size_t end = (size_t)(close - rest->data);
    *operand = kith_str_trim(kith_str_slice(*rest, 1, end));
    *rest = kith_str_trim(kith_str_slice(*rest, end + 1, rest->length));
    return operand->length > 0;
}

/* The operand at the beginning of `rest`, up to one of the ties (either may be NULL). */
static bool take_operand(struct kith_str *rest, const char *tie, const char *other,
                         struct kith_str *operand)
{
    if (rest->length && rest->data[0] == '"')
        return take_quoted(rest, operand);
    size_t end = 0;
    while (end < rest->length && !(tie && is_tie(*rest, end, tie)) &&
           !(other && is_tie(*rest, end, other)))
        end++;
    *operand = kith_str_trim(kith_str_slice(*rest, 0, end));
    *rest = kith_str_trim(kith_str_slice(*rest, end, rest->length));
    return operand->length > 0;
}

static bool take_tie(struct kith_str *rest, const char *tie)
{
    if (!is_tie(*rest, 0, tie))
        return false;
    *rest = kith_str_trim(kith_str_slice(*rest, strlen(tie), rest->length));
    return true;
}

static bool find_verb(struct kith_str *rest, enum kith_correction_kind *kind)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t length = strlen(forms[i].verb);
        if (rest->length > length && is_blank(rest->data[length]) &&
            memcmp(rest->data, forms[i].verb, length) == 0) {
            *kind = (enum kith_correction_kind)i;
            *rest = kith_str_trim(kith_str_slice(*rest, length, rest->length));
            return true;
        }
    }
    return false;
}

/* What follows the verb; false when it has not the form. */
static bool read_operands(struct kith_str rest, struct kith_correction *made)
{
    const char *tie = forms[made->kind].tie;
    const char *place = made->kind == KITH_REJECT ? "in" : NULL;
    if (!take_operand(&rest, tie, place, &made->what))
        return false;
    bool is_tied = take_tie(&rest, tie);
    if (is_tied ? !take_operand(&rest, place, NULL, &made->other) : !place)
        return false;
    if (place && take_tie(&rest, place) && !take_operand(&rest, NULL, NULL, &made->file))
        return false;
    return rest.length == 0;
}

static enum kith_status keep(struct kith_corrections *corrections,
                             struct kith_correction made, struct kith_error *err)
{
    struct kith_arena *arena = &corrections->arena;
    made.what = kith_str_copy(arena, made.what);
    made.other = made.kind == KITH_RETYPE ? kith_str_lower_copy(arena, made.other)
                                          : kith_str_copy(arena, made.other);
    made.file = kith_str_copy(arena, made.file);
    if (!made.what.data || !made.other.data || !made.file.data ||
        !KITH_ARENA_PUSHABLE(arena, corrections))
        return kith_no_memory(err);
    corrections->items[corrections->count++] = made;
    return KITH_OK;
}

static enum kith_status report(const struct reading *reading, const char *sentence,
                               const char *form, struct kith_error *err)
{
    return kith_problems_add(reading->problems, KITH_FAULT, reading->corrections->path,
                             reading->line, "correction", err,
                             "the line %s%s; it is left out", sentence, form);
}

static enum kith_status read_line(const struct reading *reading, struct kith_str line,
                                  struct kith_error *err)
{
    if (!kith_utf8_is_valid(line, NULL))
        return report(reading, "is not UTF-8", "", err);
    if (reading->line == 1)
        line = kith_utf8_without_mark(line);
    struct kith_str rest = kith_str_trim(without_comment(line));
    struct kith_correction made = {.line = (uint32_t)reading->line, .entity = KITH_NO_ID};
    if (!rest.length)
        return KITH_OK;
    if (!find_verb(&rest, &made.kind))
        return report(reading, "begins with none of merge, split, reject, retype, rename",
                      "", err);
    if (!read_operands(rest, &made))
        return report(reading, "is to be written: ", forms[made.kind].form, err);
    return keep(reading->corrections, made, err);
}

static enum kith_status next_line(struct kith_lines *lines, struct kith_str *line,
                                  struct kith_error *err)
{
    kith_lines_keep(lines);
    enum kith_status status = kith_lines_next(lines, line, err);
    if (status == KITH_LIMIT)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s:%llu: the line is longer than 16 KiB; is this a file of "
                         "corrections?",
                         lines->path, (unsigned long long)lines->number + 1);
    return status;
}

enum kith_status kith_corrections_read(struct kith_corrections *corrections,
                                       const char *path, struct kith_problems *problems,
                                       struct kith_error *err)
{
    *corrections = (struct kith_corrections){0};
    kith_arena_init(&corrections->arena, KITH_ARENA_UNCAPPED);
    corrections->path = kith_str_copy(&corrections->arena, kith_str_of(path));
    if (!corrections->path.data)
        return kith_no_memory(err);
    struct reading reading = {.corrections = corrections, .problems = problems};
    struct kith_lines lines;
    struct kith_str line;
    KITH_TRY(kith_lines_open(&lines, path, LINE_LIMIT, err));
    enum kith_status status;
    while ((status = next_line(&lines, &line, err)) == KITH_OK) {
        reading.line = lines.number;
        status = read_line(&reading, line, err);
        if (status != KITH_OK)
            break;
    }
    kith_lines_close(&lines);
    return status == KITH_END ? KITH_OK : status;
}

void kith_corrections_release(struct kith_corrections *corrections)
{
    kith_arena_release(&corrections->arena);
    *corrections = (struct kith_corrections){0};
}
