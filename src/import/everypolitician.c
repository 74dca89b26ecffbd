/* EveryPolitician, names.csv: a row for each spelling of a politician's name. The rows of
 * one stand together; the first is the name, the others are aliases. */
#include "import/format.h"
#include "import/walk.h"

struct columns {
    bool are_known;
    uint32_t name, id;
};

static bool recognizes(const struct kith_import_sample *sample)
{
    return sample->cell_count == 2 && kith_import_sample_has(sample, "name") &&
           kith_import_sample_has(sample, "id");
}

static enum kith_status read_header(const struct kith_import *import,
                                    struct columns *columns,
                                    const struct kith_csv_row *row,
                                    struct kith_error *err)
{
    *columns = (struct columns){true, kith_import_column(row, "name"),
                                kith_import_column(row, "id")};
    if (columns->name == KITH_IMPORT_NOWHERE || columns->id == KITH_IMPORT_NOWHERE)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s:%llu: the header has no columns name and id", import->path,
                         (unsigned long long)row->line);
    return KITH_OK;
}

static enum kith_status take(struct kith_import *import, struct kith_str name,
                             struct kith_str id, struct kith_error *err)
{
    bool is_open;
    enum kith_import_place place;
    id = kith_import_id(import, "everypolitician:", id);
    KITH_TRY(kith_import_place_row(import, id, &place, err));
    if (place == KITH_IMPORT_SAME)
        return kith_import_entry_alias(&import->entry, name, err);
    if (place == KITH_IMPORT_LATE)
        return KITH_OK;
    return kith_import_begin(import, name, KITH_STR("person"), id, &is_open, err);
}

static enum kith_status on_row(struct kith_import *import, void *context,
                               const struct kith_csv_row *row, struct kith_error *err)
{
    struct columns *columns = context;
    if (!columns->are_known)
        return read_header(import, columns, row, err);
    struct kith_str id = kith_import_cell(row, columns->id);
    struct kith_str name = kith_import_cell(row, columns->name);
    const char *fault = id.length ? kith_import_name_fault(name) : "the id is empty";
    if (!fault)
        return take(import, name, id, err);
    kith_import_fault(import, "%s; the row is left out", fault);
    return KITH_OK;
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    struct columns columns = {0};
    return kith_import_rows(import, on_row, &columns, err);
}

const struct kith_import_format kith_import_everypolitician = {
    .kind = {"everypolitician", "EveryPolitician list of names"},
    .columns = "",
    .recognizes = recognizes,
    .read = read_list,
};
