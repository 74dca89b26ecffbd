/* OpenSanctions, targets.simple.csv: a row for each target, its aliases divided by
 * semicolons. https://www.opensanctions.org/docs/bulk/csv/ */
#include "import/format.h"
#include "import/walk.h"

enum { CELL_COUNTRIES, CELL_BIRTH_DATE, CELL_DATASET };

/* Where the columns are; the list has had more and fewer of them over the years. */
struct columns {
    bool are_known;
    uint32_t id, schema, name, aliases, countries, birth_date, dataset;
};

static bool recognizes(const struct kith_import_sample *sample)
{
    return kith_import_sample_has(sample, "id") &&
           kith_import_sample_has(sample, "schema") &&
           kith_import_sample_has(sample, "name") &&
           kith_import_sample_has(sample, "aliases");
}

static enum kith_status read_header(const struct kith_import *import,
                                    struct columns *columns,
                                    const struct kith_csv_row *row,
                                    struct kith_error *err)
{
    *columns = (struct columns){.are_known = true,
                                .id = kith_import_column(row, "id"),
                                .schema = kith_import_column(row, "schema"),
                                .name = kith_import_column(row, "name"),
                                .aliases = kith_import_column(row, "aliases"),
                                .countries = kith_import_column(row, "countries"),
                                .birth_date = kith_import_column(row, "birth_date"),
                                .dataset = kith_import_column(row, "dataset")};
    if (columns->id == KITH_IMPORT_NOWHERE || columns->schema == KITH_IMPORT_NOWHERE ||
        columns->name == KITH_IMPORT_NOWHERE)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s:%llu: the header has no columns id, schema and name",
                         import->path, (unsigned long long)row->line);
    return KITH_OK;
}

/* Their schemata in our words. Anything else keeps its own, which the gazetteer writes
 * small. */
static struct kith_str type_of(struct kith_str schema)
{
    static const struct {
        const char *schema, *type;
    } types[] = {
        {"Person", "person"},
        {"Company", "company"},
        {"Organization", "organisation"},
        {"LegalEntity", "organisation"},
        {"PublicBody", "agency"},
        {"Airplane", "aircraft"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (kith_str_equal(schema, kith_str_of(types[i].schema)))
            return kith_str_of(types[i].type);
    return schema;
}

/* Targets that have a Wikidata item bear its number. */
static struct kith_str id_of(struct kith_import *import, struct kith_str id)
{
    bool is_item = id.length > 1 && id.data[0] == 'Q';
    for (size_t i = 1; i < id.length && is_item; i++)
        is_item = id.data[i] >= '0' && id.data[i] <= '9';
    return kith_import_id(import, is_item ? "wikidata:" : "opensanctions:", id);
}

static enum kith_status fill(struct kith_import *import, const struct columns *columns,
                             const struct kith_csv_row *row, struct kith_error *err)
{
    struct kith_import_entry *entry = &import->entry;
    struct kith_str aliases = kith_import_cell(row, columns->aliases);
    while (aliases.data)
        KITH_TRY(kith_import_entry_alias(entry, kith_str_cut(&aliases, ';'), err));
    KITH_TRY(kith_import_entry_fill(entry, CELL_COUNTRIES,
                                    kith_import_cell(row, columns->countries), err));
    KITH_TRY(kith_import_entry_fill(entry, CELL_BIRTH_DATE,
                                    kith_import_cell(row, columns->birth_date), err));
    return kith_import_entry_fill(entry, CELL_DATASET,
                                  kith_import_cell(row, columns->dataset), err);
}

static enum kith_status on_row(struct kith_import *import, void *context,
                               const struct kith_csv_row *row, struct kith_error *err)
{
    struct columns *columns = context;
    if (!columns->are_known)
        return read_header(import, columns, row, err);
    bool is_open;
    struct kith_str id = kith_import_cell(row, columns->id);
    if (id.length == 0) {
        kith_import_fault(import, "the id is empty; the row is left out");
        return KITH_OK;
    }
    KITH_TRY(kith_import_begin(import, kith_import_cell(row, columns->name),
                               type_of(kith_import_cell(row, columns->schema)),
                               id_of(import, id), &is_open, err));
    return is_open ? fill(import, columns, row, err) : KITH_OK;
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    struct columns columns = {0};
    return kith_import_rows(import, on_row, &columns, err);
}

const struct kith_import_format kith_import_opensanctions = {
    .kind = {"opensanctions", "list of OpenSanctions targets"},
    .columns = "countries,birth_date,dataset",
    .column_count = 3,
    .recognizes = recognizes,
    .read = read_list,
};
