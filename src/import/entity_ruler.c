/* Patterns of spaCy's EntityRuler, one JSON object a line:
 *
 *     {"label": "GPE", "pattern": "Norby", "id": "norby"}
 *     {"label": "ORG", "pattern": [{"LOWER": "bank"}, {"LOWER": "of"}, {"TEXT":
 * "Norland"}]}
 *
 * A string is a name. A list of tokens is one when each asks for a text and nothing else;
 * then its words are the name. Patterns of one id that stand together are one entity. */
#include "import/format.h"
#include "input/json.h"
#include "import/walk.h"

struct reading {
    struct kith_buf name;
    struct kith_buf id;
    struct kith_arena arena; /* of one line */
};

/* A pattern, read. */
struct pattern {
    struct kith_str name;
    bool is_caseless; /* a token asks for LOWER: the case of the text does not count */
};

static bool recognizes(const struct kith_import_sample *sample)
{
    return sample->line.length && sample->line.data[0] == '{' &&
           kith_import_sample_holds(sample, "\"pattern\"") &&
           kith_import_sample_holds(sample, "\"label\"");
}

/* spaCy's usual labels in our words; other labels keep their own. */
static struct kith_str type_of(struct kith_str label)
{
    static const struct {
        const char *label, *type;
    } types[] = {
        {"PERSON", "person"}, {"PER", "person"},  {"ORG", "organisation"},
        {"GPE", "place"},     {"LOC", "place"},   {"FAC", "place"},
        {"NORP", "group"},    {"EVENT", "event"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (kith_str_equal(label, kith_str_of(types[i].label)))
            return kith_str_of(types[i].type);
    return label;
}

/* Tokens */

/* spaCy makes tokens of marks; in a name they stand without blanks where we write them
 * so.
 */
static bool joins_left(struct kith_str word)
{
    static const char *const marks[] = {"-", "/", ",", ".", "'s", "\xE2\x80\x99s", ")"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (kith_str_equal(word, kith_str_of(marks[i])))
            return true;
    return false;
}

static bool joins_right(struct kith_str word)
{
    return word.length == 1 && memchr("-/(", word.data[0], 3);
}

/* The text a token asks for; data is NULL when it asks for anything else. */
static struct kith_str word_of(const struct kith_json *token, bool *is_caseless)
{
    const struct kith_json *only = kith_json_first(token);
    if (!only || kith_json_after(only))
        return (struct kith_str){0};
    struct kith_str word = kith_json_text(kith_json_member(token, "LOWER"));
    *is_caseless |= word.data != NULL;
    if (!word.data)
        word = kith_json_text(kith_json_member(token, "TEXT"));
    return word.data ? word : kith_json_text(kith_json_member(token, "ORTH"));
}

/* False when a token is more than a text. */
static bool put_tokens(struct kith_buf *name, const struct kith_json *tokens,
                       bool *is_caseless)
{
    bool is_joined = true;
    const struct kith_json *token = kith_json_first(tokens);
    for (; token; token = kith_json_after(token)) {
        struct kith_str word = word_of(token, is_caseless);
        if (!word.data)
            return false;
        if (!is_joined && !joins_left(word))
            kith_buf_byte(name, ' ');
        kith_buf_str(name, word);
        is_joined = joins_right(word);
    }
    return kith_json_first(tokens);
}

/* Rows */

static bool read_pattern(struct reading *reading, const struct kith_json *json,
                         struct pattern *pattern)
{
    *pattern = (struct pattern){.name = kith_json_text(json)};
    if (pattern->name.data)
        return true;
    kith_buf_reset(&reading->name);
    if (!put_tokens(&reading->name, json, &pattern->is_caseless))
        return false;
    pattern->name = kith_buf_view(&reading->name);
    return true;
}

static enum kith_status add_name(struct kith_import *import,
                                 const struct pattern *pattern, struct kith_error *err)
{
    return pattern->is_caseless
               ? kith_import_entry_marked(&import->entry, '~', pattern->name, err)
               : kith_import_entry_alias(&import->entry, pattern->name, err);
}

/* Two labels may share an id; they are two entities. */
static struct kith_str id_of(struct kith_import *import, struct reading *reading,
                             struct kith_str id, struct kith_str type)
{
    kith_buf_reset(&reading->id);
    kith_buf_str(&reading->id, type);
    kith_buf_byte(&reading->id, ':');
    kith_buf_str(&reading->id, id);
    return kith_import_id(import, "", kith_buf_view(&reading->id));
}

static enum kith_status take(struct kith_import *import, const struct pattern *pattern,
                             struct kith_str type, struct kith_str id,
                             struct kith_error *err)
{
    bool is_open = true;
    enum kith_import_place place = KITH_IMPORT_NEW;
    if (id.length)
        KITH_TRY(kith_import_place_row(import, id, &place, err));
    if (place == KITH_IMPORT_LATE)
        return KITH_OK;
    if (place == KITH_IMPORT_NEW)
        KITH_TRY(kith_import_begin(import, pattern->name, type, id, &is_open, err));
    return is_open ? add_name(import, pattern, err) : KITH_OK;
}

static enum kith_status take_object(struct kith_import *import, struct reading *reading,
                                    const struct kith_json *json, struct kith_error *err)
{
    struct pattern pattern;
    struct kith_str label = kith_json_text(kith_json_member(json, "label"));
    struct kith_str id = kith_json_text(kith_json_member(json, "id"));
    if (!read_pattern(reading, kith_json_member(json, "pattern"), &pattern)) {
        kith_import_fault(import,
                          "the pattern is no name: it is neither a string nor "
                          "tokens with TEXT, ORTH or LOWER alone; it is left out");
        return KITH_OK;
    }
    KITH_TRY(kith_buf_check(&reading->name, err));
    struct kith_str type = kith_import_type(import, type_of(label));
    if (id.length) {
        id = id_of(import, reading, id, type);
        KITH_TRY(kith_buf_check(&reading->id, err));
    }
    return take(import, &pattern, type, id, err);
}

static enum kith_status on_line(struct kith_import *import, void *context,
                                struct kith_str line, struct kith_error *err)
{
    struct reading *reading = context;
    const struct kith_json *json;
    struct kith_error reason;
    kith_arena_reset(&reading->arena);
    if (kith_json_parse(line, &reading->arena, &json, &reason) != KITH_OK) {
        kith_import_fault(import, "%s; the line is left out", reason.text);
        return KITH_OK;
    }
    return take_object(import, reading, json, err);
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    struct reading reading = {0};
    kith_arena_init(&reading.arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_import_lines(import, on_line, &reading, err);
    kith_arena_release(&reading.arena);
    kith_buf_release(&reading.name);
    kith_buf_release(&reading.id);
    return status;
}

const struct kith_import_format kith_import_entity_ruler = {
    .kind = {"entityruler", "list of EntityRuler patterns"},
    .columns = "",
    .recognizes = recognizes,
    .read = read_list,
};
