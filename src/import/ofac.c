/* The lists of OFAC, the sanctions office of the United States: sdn.csv (or
 * cons_prim.csv) and, when it is given too, alt.csv (cons_alt.csv) with the other names.
 * Neither has a header, and -0- stands for nothing.
 * https://ofac.treasury.gov/sdn-list-data-formats
 *
 * Other names come in a file of their own, so they are kept in memory, sorted by the
 * number of the entity, while the main list is read. */
#include "import/format.h"

#include <stdlib.h>

#include "import/capitals.h"
#include "import/walk.h"

enum { NUMBER, NAME, KIND, PROGRAMS, TITLE, MAIN_COLUMNS = 12 };
enum { ALT_NAME = 3, ALT_COLUMNS = 5 };
enum { CELL_PROGRAMS, CELL_TITLE };

/* Another name of an entity. */
struct other {
    uint64_t number;
    uint32_t place; /* in the file: sorting keeps its order */
    struct kith_str name;
};

struct others {
    struct other *items;
    uint32_t count, room;
};

/* Cells */

static struct kith_str cell(const struct kith_csv_row *row, uint32_t column)
{
    struct kith_str text = kith_import_cell(row, column);
    return kith_str_equal(text, KITH_STR("-0-")) ? (struct kith_str){0} : text;
}

static bool number_of(struct kith_str text, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        *number = *number * 10 + (uint64_t)(text.data[i] - '0');
    }
    return text.length > 0 && text.length < 19;
}

/* The files end in the mark by which DOS knew the end of a text. */
static bool is_end_mark(const struct kith_csv_row *row)
{
    return row->count == 1 && kith_str_equal(row->cells[0], KITH_STR("\x1A"));
}

static bool recognizes(const struct kith_import_sample *sample)
{
    uint64_t number;
    if (sample->cell_count != MAIN_COLUMNS && sample->cell_count != ALT_COLUMNS)
        return false;
    return number_of(sample->cells[0], &number) &&
           kith_import_contains(sample->bytes, KITH_STR("-0-"));
}

/* Other names */

static enum kith_status keep_other(struct kith_import *import, void *context,
                                   const struct kith_csv_row *row, struct kith_error *err)
{
    struct others *others = context;
    uint64_t number;
    if (row->count != ALT_COLUMNS || !number_of(row->cells[NUMBER], &number)) {
        if (!is_end_mark(row))
            kith_import_fault(import, "the row is none of alt.csv, which has 5 cells and "
                                      "a number in the first; it is left out");
        return KITH_OK;
    }
    struct kith_str name = kith_str_copy(import->arena, cell(row, ALT_NAME));
    if (!name.data || !KITH_ARENA_PUSHABLE(import->arena, others))
        return kith_fail(err, KITH_NO_MEMORY, "%s: too large for memory", import->path);
    others->items[others->count] = (struct other){number, others->count, name};
    others->count++;
    return KITH_OK;
}

static int by_number(const void *left, const void *right)
{
    const struct other *a = left, *b = right;
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* A pipe cannot be looked at beforehand; it is the main list then. */
static enum kith_status is_alternate(const char *path, struct kith_arena *arena,
                                     bool *answer, struct kith_error *err)
{
    struct kith_import_sample sample;
    struct kith_arena_mark mark = kith_arena_mark(arena);
    enum kith_status status = kith_import_sample_take(path, arena, &sample, err);
    *answer = status == KITH_OK && sample.cell_count == ALT_COLUMNS;
    kith_arena_rewind(arena, mark);
    return status;
}

static enum kith_status keep_list(struct kith_import *import, const char *path,
                                  struct others *others, struct kith_error *err)
{
    bool has_names;
    KITH_TRY(is_alternate(path, import->arena, &has_names, err));
    import->path = path;
    return has_names ? kith_import_rows(import, keep_other, others, err) : KITH_OK;
}

static enum kith_status prepare(struct kith_import *import, struct kith_error *err)
{
    const struct kith_import_options *options = import->options;
    struct others *others = KITH_ARRAY(import->arena, struct others, 1);
    if (!others)
        return kith_no_memory(err);
    import->kept = others;
    if (options->list_count == 1)
        return KITH_OK;
    for (size_t i = 0; i < options->list_count; i++)
        KITH_TRY(keep_list(import, options->lists[i], others, err));
    if (others->count)
        qsort(others->items, others->count, sizeof *others->items, by_number);
    return KITH_OK;
}

/* The first of the names of `number`, or where it would stand. */
static uint32_t first_of(const struct others *others, uint64_t number)
{
    uint32_t begin = 0, end = others->count;
    while (begin < end) {
        uint32_t middle = begin + (end - begin) / 2;
        if (others->items[middle].number < number)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

/* Names */

static bool is_person(struct kith_str kind)
{
    return kith_str_equal(kind, KITH_STR("individual"));
}

static struct kith_str type_of(struct kith_str kind)
{
    if (kind.length == 0)
        return KITH_STR("organisation");
    return is_person(kind) ? KITH_STR("person") : kind;
}

/* "HALDEN, Vorn" both ways: as "Vorn Halden" into `name`, as "Halden Vorn" into `turned`,
 * which stays empty when there is no comma. */
static void put_person(struct kith_buf *name, struct kith_buf *turned,
                       struct kith_str written)
{
    struct kith_str rest = written;
    struct kith_str last = kith_str_trim(kith_str_cut(&rest, ','));
    struct kith_str first = kith_str_trim(rest);
    if (first.length == 0) {
        kith_import_put_titled(name, last);
        return;
    }
    kith_import_put_titled(turned, last);
    kith_buf_byte(turned, ' ');
    kith_import_put_titled(turned, first);
    kith_import_put_titled(name, first);
    kith_buf_byte(name, ' ');
    kith_import_put_titled(name, last);
}

struct spelling {
    struct kith_buf name, turned;
};

static enum kith_status spell(struct spelling *spelling, struct kith_str written,
                              bool has_person, struct kith_error *err)
{
    kith_buf_reset(&spelling->name);
    kith_buf_reset(&spelling->turned);
    if (has_person)
        put_person(&spelling->name, &spelling->turned, written);
    else
        kith_import_put_titled(&spelling->name, written);
    KITH_TRY(kith_buf_check(&spelling->turned, err));
    return kith_buf_check(&spelling->name, err);
}

static enum kith_status add_others(struct kith_import *import, struct spelling *spelling,
                                   uint64_t number, bool has_person,
                                   struct kith_error *err)
{
    const struct others *others = import->kept;
    for (uint32_t i = first_of(others, number);
         i < others->count && others->items[i].number == number; i++) {
        KITH_TRY(spell(spelling, others->items[i].name, has_person, err));
        KITH_TRY(
            kith_import_entry_alias(&import->entry, kith_buf_view(&spelling->name), err));
        KITH_TRY(kith_import_entry_alias(&import->entry, kith_buf_view(&spelling->turned),
                                         err));
    }
    return KITH_OK;
}

/* Rows of the main list */

static enum kith_status take(struct kith_import *import, struct spelling *spelling,
                             const struct kith_csv_row *row, uint64_t number,
                             struct kith_error *err)
{
    bool is_open;
    struct kith_str kind = cell(row, KIND);
    KITH_TRY(spell(spelling, cell(row, NAME), is_person(kind), err));
    KITH_TRY(kith_import_begin(import, kith_buf_view(&spelling->name), type_of(kind),
                               kith_import_id(import, "ofac:", row->cells[NUMBER]),
                               &is_open, err));
    if (!is_open)
        return KITH_OK;
    struct kith_import_entry *entry = &import->entry;
    KITH_TRY(kith_import_entry_alias(entry, kith_buf_view(&spelling->turned), err));
    KITH_TRY(add_others(import, spelling, number, is_person(kind), err));
    KITH_TRY(kith_import_entry_fill(entry, CELL_PROGRAMS, cell(row, PROGRAMS), err));
    return kith_import_entry_fill(entry, CELL_TITLE, cell(row, TITLE), err);
}

static enum kith_status on_row(struct kith_import *import, void *context,
                               const struct kith_csv_row *row, struct kith_error *err)
{
    uint64_t number;
    if (row->count == MAIN_COLUMNS && number_of(row->cells[NUMBER], &number))
        return take(import, context, row, number, err);
    if (!is_end_mark(row))
        kith_import_fault(import, "the row is none of sdn.csv, which has 12 cells and a "
                                  "number in the first; it is left out");
    return KITH_OK;
}

static enum kith_status read_main(struct kith_import *import, struct kith_error *err)
{
    struct spelling spelling = {0};
    enum kith_status status = kith_import_rows(import, on_row, &spelling, err);
    kith_buf_release(&spelling.name);
    kith_buf_release(&spelling.turned);
    return status;
}

/* Lists of other names were read beforehand; alone, one is nothing. */
static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    bool has_names;
    if (import->options->list_count == 1)
        return read_main(import, err);
    KITH_TRY(is_alternate(import->path, import->arena, &has_names, err));
    return has_names ? KITH_OK : read_main(import, err);
}

const struct kith_import_format kith_import_ofac = {
    .kind = {"ofac", "OFAC list"},
    .columns = "programs,title",
    .column_count = 2,
    .recognizes = recognizes,
    .prepare = prepare,
    .read = read_list,
};
