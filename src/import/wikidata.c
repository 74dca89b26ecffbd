/* Results of Wikidata queries, as the query service lets them be saved: CSV with a
 * header, or JSON, either as bindings or as a plain array of objects.
 *
 * A query names its columns as it likes. The service's own habit is item, itemLabel,
 * itemAltLabel; this and what people commonly write is understood. An item whose aliases
 * stand in rows of their own is one entity when the rows stand together. */
#include "import/format.h"
#include "import/walk.h"

enum { CELL_COUNTRY, CELL_DESCRIPTION };

/* One row of a result, whatever it was written in. */
#define FIELD_LIMIT 64
struct result {
    struct kith_str names[FIELD_LIMIT];
    struct kith_str values[FIELD_LIMIT];
    uint32_t count;
};

static bool is_json(struct kith_str bytes)
{
    bytes = kith_str_trim(bytes);
    return bytes.length && (bytes.data[0] == '{' || bytes.data[0] == '[');
}

static bool recognizes(const struct kith_import_sample *sample)
{
    if (is_json(sample->bytes))
        return kith_import_sample_holds(sample, "\"bindings\"") ||
               (sample->line.data[0] == '[' &&
                kith_import_sample_holds(sample, "wikidata.org/entity/"));
    for (uint32_t i = 0; i < sample->cell_count; i++)
        if (kith_str_ends_with(sample->cells[i], KITH_STR("Label")))
            return true;
    return kith_import_sample_holds(sample, "wikidata.org/entity/Q");
}

/* Fields */

static struct kith_str field(const struct result *result, struct kith_str name)
{
    for (uint32_t i = 0; i < result->count; i++)
        if (kith_str_equal(result->names[i], name))
            return result->values[i];
    return (struct kith_str){0};
}

/* The first of `names` (ended by NULL) that the row has and that is not empty. */
static struct kith_str first_field(const struct result *result, const char *const *names)
{
    for (; *names; names++) {
        struct kith_str value = field(result, kith_str_of(*names));
        if (value.length)
            return value;
    }
    return (struct kith_str){0};
}

/* The value of `stem` with `ending` behind it: itemLabel. */
static struct kith_str field_of(const struct result *result, struct kith_str stem,
                                struct kith_str ending)
{
    for (uint32_t i = 0; i < result->count; i++) {
        struct kith_str name = result->names[i];
        if (name.length == stem.length + ending.length &&
            kith_str_starts_with(name, stem) && kith_str_ends_with(name, ending))
            return result->values[i];
    }
    return (struct kith_str){0};
}

/* The column of the items: "item", or the first with a label beside it, or the first. */
static struct kith_str stem_of(const struct result *result)
{
    if (field(result, KITH_STR("item")).data)
        return KITH_STR("item");
    for (uint32_t i = 0; i < result->count; i++)
        if (field_of(result, result->names[i], KITH_STR("Label")).data)
            return result->names[i];
    return result->count ? result->names[0] : KITH_STR("item");
}

/* Q42 out of http://www.wikidata.org/entity/Q42, wd:Q42 and Q42; empty for others. */
static struct kith_str number_of(struct kith_str item)
{
    size_t begin = item.length;
    while (begin > 0 && item.data[begin - 1] >= '0' && item.data[begin - 1] <= '9')
        begin--;
    if (begin == item.length || begin == 0 || item.data[begin - 1] != 'Q')
        return (struct kith_str){0};
    begin--;
    bool has_edge =
        begin == 0 || item.data[begin - 1] == '/' || item.data[begin - 1] == ':';
    return has_edge ? kith_str_slice(item, begin, item.length) : (struct kith_str){0};
}

static struct kith_str type_of(const struct result *result)
{
    static const char *const names[] = {"typeLabel",        "classLabel", "instanceLabel",
                                        "instance_ofLabel", "type",       NULL};
    struct kith_str type = first_field(result, names);
    if (kith_str_equal(type, KITH_STR("human")))
        return KITH_STR("person");
    return number_of(type).length ? (struct kith_str){0} : type;
}

/* Aliases */

/* The label service joins aliases with ", "; queries that group join them with bars. */
static enum kith_status add_joined(struct kith_import *import, struct kith_str cell,
                                   struct kith_str separator, struct kith_error *err)
{
    size_t begin = 0;
    for (size_t i = 0; i + separator.length <= cell.length;) {
        if (memcmp(cell.data + i, separator.data, separator.length) != 0) {
            i++;
            continue;
        }
        KITH_TRY(
            kith_import_entry_alias(&import->entry, kith_str_slice(cell, begin, i), err));
        i += separator.length;
        begin = i;
    }
    return kith_import_entry_alias(&import->entry,
                                   kith_str_slice(cell, begin, cell.length), err);
}

static enum kith_status add_cell(struct kith_import *import, struct kith_str cell,
                                 struct kith_error *err)
{
    bool has_bars = cell.length && memchr(cell.data, '|', cell.length);
    return add_joined(import, cell, has_bars ? KITH_STR("|") : KITH_STR(", "), err);
}

/* A column called alias holds one, with all its commas, unless there are bars. */
static enum kith_status add_aliases(struct kith_import *import,
                                    const struct result *result, struct kith_str stem,
                                    struct kith_error *err)
{
    static const char *const single[] = {"alias", "altLabel", "aka", NULL};
    static const char *const several[] = {"aliases", "altLabels", NULL};
    KITH_TRY(add_cell(import, field_of(result, stem, KITH_STR("AltLabel")), err));
    KITH_TRY(add_cell(import, first_field(result, several), err));
    return add_joined(import, first_field(result, single), KITH_STR("|"), err);
}

/* Rows */

static enum kith_status check_type(const struct kith_import *import,
                                   const struct result *result, struct kith_error *err)
{
    if (import->options->type || type_of(result).length)
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "%s:%llu: the result has no column typeLabel with the type of the "
                     "item; give a type for all",
                     import->path, (unsigned long long)import->line);
}

static enum kith_status begin(struct kith_import *import, const struct result *result,
                              struct kith_str stem, struct kith_str name,
                              struct kith_str id, bool *is_open, struct kith_error *err)
{
    static const char *const countries[] = {"countryLabel", "country", NULL};
    KITH_TRY(kith_import_begin(import, name, type_of(result), id, is_open, err));
    if (!*is_open)
        return KITH_OK;
    KITH_TRY(kith_import_entry_fill(&import->entry, CELL_COUNTRY,
                                    first_field(result, countries), err));
    return kith_import_entry_fill(&import->entry, CELL_DESCRIPTION,
                                  field_of(result, stem, KITH_STR("Description")), err);
}

/* The service gives the number for a label when the item has none in the language that
 * was asked for. */
static struct kith_str label_of(const struct result *result, struct kith_str stem,
                                struct kith_str number)
{
    static const char *const others[] = {"label", "name", NULL};
    struct kith_str label = field_of(result, stem, KITH_STR("Label"));
    if (label.length == 0)
        label = first_field(result, others);
    return kith_str_equal(label, number) ? (struct kith_str){0} : label;
}

static enum kith_status take_item(struct kith_import *import, const struct result *result,
                                  struct kith_str stem, struct kith_str number,
                                  struct kith_error *err)
{
    bool is_open = true;
    enum kith_import_place place;
    struct kith_str label = label_of(result, stem, number);
    struct kith_str id = kith_import_id(import, "wikidata:", number);
    if (label.length == 0) {
        import->summary->passed_over++;
        kith_import_note(import, "%.*s has no label in the language of the query",
                         KITH_STR_ARGS(number));
        return KITH_OK;
    }
    KITH_TRY(check_type(import, result, err));
    KITH_TRY(kith_import_place_row(import, id, &place, err));
    if (place == KITH_IMPORT_LATE)
        return KITH_OK;
    if (place == KITH_IMPORT_NEW)
        KITH_TRY(begin(import, result, stem, label, id, &is_open, err));
    else
        KITH_TRY(kith_import_entry_alias(&import->entry, label, err));
    return is_open ? add_aliases(import, result, stem, err) : KITH_OK;
}

static enum kith_status take(struct kith_import *import, const struct result *result,
                             struct kith_error *err)
{
    struct kith_str stem = stem_of(result);
    struct kith_str number = number_of(field(result, stem));
    if (number.length)
        return take_item(import, result, stem, number, err);
    kith_import_fault(import,
                      "the column %.*s holds no Wikidata item, such as Q42; the row is "
                      "left out",
                      KITH_STR_ARGS(stem));
    return KITH_OK;
}

/* CSV */

/* The header, kept by the walk; its names are copied into a buffer of its own. */
struct table {
    struct result result;
    struct kith_buf names;
};

static enum kith_status read_header(struct table *table, const struct kith_csv_row *row,
                                    struct kith_error *err)
{
    table->result.count = row->count < FIELD_LIMIT ? row->count : FIELD_LIMIT;
    for (uint32_t i = 0; i < table->result.count; i++)
        kith_buf_str(&table->names, row->cells[i]);
    KITH_TRY(kith_buf_check(&table->names, err));
    const char *at = table->names.data;
    for (uint32_t i = 0; i < table->result.count; i++) {
        table->result.names[i] = (struct kith_str){at, row->cells[i].length};
        at += row->cells[i].length;
    }
    return KITH_OK;
}

static enum kith_status on_row(struct kith_import *import, void *context,
                               const struct kith_csv_row *row, struct kith_error *err)
{
    struct table *table = context;
    if (table->result.count == 0)
        return read_header(table, row, err);
    for (uint32_t i = 0; i < table->result.count; i++)
        table->result.values[i] = kith_import_cell(row, i);
    return take(import, &table->result, err);
}

static enum kith_status read_csv(struct kith_import *import, struct kith_error *err)
{
    struct table table = {0};
    enum kith_status status = kith_import_rows(import, on_row, &table, err);
    kith_buf_release(&table.names);
    return status;
}

/* JSON */

/* A binding's value is an object with a value in it; in a plain array it is the string
 * itself. */
static enum kith_status on_object(struct kith_import *import, void *context,
                                  const struct kith_json *object, struct kith_error *err)
{
    struct result *result = context;
    const struct kith_json *value = kith_json_first(object);
    result->count = 0;
    for (; result->count < FIELD_LIMIT && value; value = kith_json_after(value)) {
        struct kith_str text = kith_json_text(value);
        if (!text.data)
            text = kith_json_text(kith_json_member(value, "value"));
        result->names[result->count] = kith_json_name(value);
        result->values[result->count++] = text;
    }
    return take(import, result, err);
}

static enum kith_status first_byte_is_json(const struct kith_import *import, bool *answer,
                                           struct kith_error *err)
{
    struct kith_import_sample sample;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_import_sample_take(import->path, &arena, &sample, err);
    *answer = status == KITH_OK && is_json(sample.bytes);
    kith_arena_release(&arena);
    return status;
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    bool has_json;
    struct result result = {0};
    KITH_TRY(first_byte_is_json(import, &has_json, err));
    return has_json ? kith_import_objects(import, on_object, &result, err)
                    : read_csv(import, err);
}

const struct kith_import_format kith_import_wikidata = {
    .kind = {"wikidata", "Wikidata query result"},
    .columns = "country,description",
    .column_count = 2,
    .recognizes = recognizes,
    .read = read_list,
};
