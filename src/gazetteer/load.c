/* Gazetteer files: from CSV rows to entities and aliases.
 *
 * The first row names the columns; each further one goes to the entity it is about. A row
 * or an alias that cannot be used is reported with its line and left out; the rest goes
 * on. Reading CSV is input's business, whether two rows are one entity is entity.c's. */
#include "gazetteer/alias.h"
#include "gazetteer/columns.h"
#include "gazetteer/entity.h"
#include "input/csv_rows.h"
#include "input/source.h"
#include "text/fold.h"

#include <sys/stat.h>

/* One file being read. */
struct loading {
    struct kith_gazetteer *gazetteer;
    struct kith_problems *problems;
    struct kith_arena *scratch; /* emptied at each row */
    struct kith_str path;
    bool is_named; /* by the user, not met in a folder: it must be a gazetteer */
    kith_id file;
    struct kith_columns columns;
};

/* KITH_END for a table that was met in a folder and is no gazetteer; the user hears of it
 * when it might have been meant for one. */
static enum kith_status pass_over(const struct loading *file,
                                  const struct kith_csv_row *row, const char *missing,
                                  struct kith_error *err)
{
    struct kith_str slip = kith_columns_slip(row, missing);
    if (slip.length)
        KITH_TRY(kith_problems_add(
            file->problems, KITH_NOTE, file->path, row->line, "column", err,
            "the table is passed over, since it has no column '%s'; is '%.*s' meant?",
            missing, KITH_STR_ARGS(slip)));
    else if (*kith_csv_hint(row))
        KITH_TRY(kith_problems_add(file->problems, KITH_NOTE, file->path, row->line,
                                   "column", err,
                                   "the table is passed over: it has no column '%s'%s",
                                   missing, kith_csv_hint(row)));
    return KITH_END;
}

static enum kith_status check_header(const struct loading *file,
                                     const struct kith_csv_row *row,
                                     struct kith_error *err)
{
    const char *missing = kith_columns_missing(row);
    if (missing && !file->is_named)
        return pass_over(file, row, missing, err);
    if (missing)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%.*s:%llu: the header has no column '%s'%s; a gazetteer "
                         "begins with a line such as name,type,aliases",
                         KITH_STR_ARGS(file->path), (unsigned long long)row->line,
                         missing, kith_csv_hint(row));
    if (row->count > KITH_COLUMN_LIMIT)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%.*s:%llu: the header has %u columns; at most %d are read",
                         KITH_STR_ARGS(file->path), (unsigned long long)row->line,
                         row->count, KITH_COLUMN_LIMIT);
    return KITH_OK;
}

static enum kith_status read_header(struct loading *file, const struct kith_csv_row *row,
                                    struct kith_error *err)
{
    KITH_TRY(check_header(file, row, err));
    file->file = kith_intern_add(&file->gazetteer->files, file->path);
    if (file->file == KITH_NO_ID)
        return kith_no_memory(err);
    return kith_columns_read(file->gazetteer, row, &file->columns, err);
}

static bool has_letter_or_digit(struct kith_str name)
{
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            return true;
    }
    struct kith_buf slug = {0};
    kith_slug(name, &slug);
    bool has_any = slug.length > 0;
    kith_buf_release(&slug);
    return has_any;
}

/* Why nothing can be called `text`, or NULL. */
static const char *fault_of_alias(struct kith_str text)
{
    if (text.length > KITH_ALIAS_LIMIT)
        return "is longer than 512 bytes; is a closing quote missing?";
    return has_letter_or_digit(text) ? NULL : "has no letter or digit";
}

/* Why a row cannot be used, or NULL. */
static const char *fault_of_row(const struct loading *file,
                                const struct kith_csv_row *row)
{
    if (row->count > file->columns.count)
        return "has more cells than the header; a comma inside a cell needs quotes "
               "around the cell";
    if (!kith_columns_cell(&file->columns, row, KITH_COLUMN_NAME).length)
        return "has an empty name";
    if (!kith_columns_cell(&file->columns, row, KITH_COLUMN_TYPE).length)
        return "has an empty type";
    return NULL;
}

static enum kith_status report_row(const struct loading *file, uint64_t line,
                                   const char *reason, struct kith_error *err)
{
    return kith_problems_add(file->problems, KITH_FAULT, file->path, line, "row", err,
                             "the row %s; it is left out", reason);
}

static enum kith_status report_alias(const struct loading *file, uint64_t line,
                                     const char *what, struct kith_str part,
                                     const char *reason, struct kith_error *err)
{
    const size_t shown = part.length > 40 ? 40 : part.length;
    return kith_problems_add(file->problems, KITH_FAULT, file->path, line, "alias", err,
                             "the %s \"%.*s\"%s %s; it is left out", what,
                             KITH_STR_ARGS(kith_str_slice(part, 0, shown)),
                             shown < part.length ? "..." : "", reason);
}

/* Two rows of one entity have different types: the first holds, and the user hears. */
static enum kith_status check_type(const struct loading *file, kith_id entity,
                                   struct kith_str type, uint64_t line,
                                   struct kith_error *err)
{
    struct kith_entity kept = kith_gazetteer_entity(file->gazetteer, entity);
    if (kith_str_equal(kept.type, type))
        return KITH_OK;
    return kith_problems_add(
        file->problems, KITH_NOTE, file->path, line, "type", err,
        "%.*s is of type %.*s here and %.*s in %.*s:%u; the first is kept",
        KITH_STR_ARGS(kept.name), KITH_STR_ARGS(type), KITH_STR_ARGS(kept.type),
        KITH_STR_ARGS(kept.file), kept.line);
}

static enum kith_status report_id(const struct loading *file, struct kith_str id,
                                  uint64_t line, kith_id holder, struct kith_error *err)
{
    struct kith_entity other = kith_gazetteer_entity(file->gazetteer, holder);
    return kith_problems_add(
        file->problems, KITH_FAULT, file->path, line, "id", err,
        "the id %.*s is that of %.*s in %.*s:%u; the row is left out", KITH_STR_ARGS(id),
        KITH_STR_ARGS(other.name), KITH_STR_ARGS(other.file), other.line);
}

static enum kith_status add_alias(const struct loading *file, kith_id entity,
                                  struct kith_str part, unsigned traits, uint32_t row,
                                  struct kith_error *err)
{
    struct kith_marked_alias alias = kith_alias_unmark(part);
    alias.traits |= traits;
    const char *reason = fault_of_alias(alias.text);
    if (reason)
        return report_alias(file, file->gazetteer->rows.items[row].line, "alias", part,
                            reason, err);
    return kith_alias_add(file->gazetteer, entity, &alias, row, err);
}

/* Empty parts are nothing: "a||b" is two aliases. */
static enum kith_status add_aliases(const struct loading *file, kith_id entity,
                                    struct kith_str cell, unsigned traits, uint32_t row,
                                    struct kith_error *err)
{
    while (cell.data) {
        struct kith_str part = kith_str_trim(kith_str_cut(&cell, '|'));
        if (part.length)
            KITH_TRY(add_alias(file, entity, part, traits, row, err));
    }
    return KITH_OK;
}

static enum kith_status fill_cells(const struct loading *file, kith_id entity,
                                   const struct kith_csv_row *row, struct kith_error *err)
{
    for (uint32_t i = 0; i < row->count; i++) {
        int32_t column = file->columns.items[i];
        if (column >= 0)
            KITH_TRY(kith_entity_fill(file->gazetteer, entity, (uint32_t)column,
                                      row->cells[i], err));
    }
    return KITH_OK;
}

static enum kith_status push_row(const struct loading *file, uint64_t line,
                                 uint32_t *number, struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = file->gazetteer;
    if (!KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->rows))
        return kith_no_memory(err);
    *number = gazetteer->rows.count++;
    gazetteer->rows.items[*number] = (struct kith_row){file->file, (uint32_t)line};
    return KITH_OK;
}

/* The column of demonyms is kept like any other, and read besides. */
static struct kith_str demonyms_of(const struct loading *file,
                                   const struct kith_csv_row *row)
{
    kith_id column = kith_intern_find(&file->gazetteer->columns, KITH_STR("demonyms"));
    return column == KITH_NO_ID ? (struct kith_str){0}
                                : kith_columns_cell(&file->columns, row, (int32_t)column);
}

/* A row whose shape is right: to its entity. */
static enum kith_status place_row(const struct loading *file,
                                  const struct kith_csv_row *row,
                                  struct kith_identity identity, struct kith_error *err)
{
    kith_id entity, holder;
    KITH_TRY(push_row(file, row->line, &identity.row, err));
    KITH_TRY(kith_entity_place(file->gazetteer, &identity, &entity, &holder, err));
    if (entity == KITH_NO_ID)
        return report_id(file, identity.id, row->line, holder, err);
    KITH_TRY(check_type(file, entity, identity.type, row->line, err));
    KITH_TRY(add_aliases(file, entity,
                         kith_columns_cell(&file->columns, row, KITH_COLUMN_ALIASES), 0,
                         identity.row, err));
    KITH_TRY(add_aliases(file, entity, demonyms_of(file, row), KITH_ALIAS_DEMONYM,
                         identity.row, err));
    return fill_cells(file, entity, row, err);
}

static enum kith_status read_row(const struct loading *file,
                                 const struct kith_csv_row *row, struct kith_error *err)
{
    const char *reason = fault_of_row(file, row);
    if (reason)
        return report_row(file, row->line, reason, err);
    struct kith_identity identity = {
        .name = kith_columns_cell(&file->columns, row, KITH_COLUMN_NAME),
        .id = kith_columns_cell(&file->columns, row, KITH_COLUMN_ID)};
    reason = fault_of_alias(identity.name);
    if (reason)
        return report_alias(file, row->line, "name", identity.name, reason, err);
    kith_arena_reset(file->scratch);
    identity.type = kith_str_lower_copy(
        file->scratch, kith_columns_cell(&file->columns, row, KITH_COLUMN_TYPE));
    if (!identity.type.data)
        return kith_no_memory(err);
    return place_row(file, row, identity, err);
}

static enum kith_status on_row(void *context, const struct kith_csv_row *row,
                               struct kith_error *err)
{
    struct loading *file = context;
    KITH_TRY(kith_check_stop(file->gazetteer->stop, err));
    return file->columns.items ? read_row(file, row, err) : read_header(file, row, err);
}

static enum kith_status check_loaded(const struct loading *file, enum kith_status status,
                                     struct kith_error *err)
{
    if (status == KITH_OK && !file->columns.items && file->is_named)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%.*s: the file holds no row; a gazetteer begins with a line "
                         "such as name,type,aliases",
                         KITH_STR_ARGS(file->path));
    return status == KITH_END ? KITH_OK : status;
}

/* Read a table from its file, or from `bytes` when there are any. */
static enum kith_status load_table(struct kith_gazetteer *gazetteer, const char *path,
                                   const struct kith_str *bytes, bool is_named,
                                   struct kith_problems *problems, struct kith_error *err)
{
    struct kith_arena scratch;
    kith_arena_init(&scratch, KITH_ARENA_UNCAPPED);
    struct loading file = {.gazetteer = gazetteer,
                           .problems = problems,
                           .scratch = &scratch,
                           .path = kith_str_of(path),
                           .is_named = is_named};
    enum kith_status status =
        bytes ? kith_csv_read_bytes(*bytes, path, on_row, &file, problems, err)
              : kith_csv_read(path, on_row, &file, problems, err);
    kith_arena_release(&scratch);
    return check_loaded(&file, status, err);
}

enum kith_status kith_gazetteer_load_bytes(struct kith_gazetteer *gazetteer,
                                           struct kith_str bytes, const char *name,
                                           struct kith_problems *problems,
                                           struct kith_error *err)
{
    return load_table(gazetteer, name, &bytes, true, problems, err);
}

static bool is_table(struct kith_str path)
{
    return kith_str_ends_with(path, KITH_STR(".csv")) ||
           kith_str_ends_with(path, KITH_STR(".tsv"));
}

static enum kith_status load_folder(struct kith_gazetteer *gazetteer, const char *path,
                                    struct kith_arena *arena,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    struct kith_sources sources = {0};
    KITH_TRY(kith_sources_find(&sources, &path, 1, arena, problems, err));
    uint32_t table_count = 0;
    for (uint32_t i = 0; i < sources.count; i++) {
        if (!is_table(sources.items[i]))
            continue;
        KITH_TRY(
            load_table(gazetteer, sources.items[i].data, NULL, false, problems, err));
        table_count++;
    }
    if (table_count == 0)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: the folder holds no gazetteer: no .csv or .tsv file", path);
    return KITH_OK;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* An image is complete: its tables cannot grow. */
static enum kith_status check_company(const struct kith_gazetteer *gazetteer,
                                      const char *path, struct kith_error *err)
{
    bool has_image = gazetteer->image.bytes != NULL;
    if (!has_image && !(kith_gazetteer_is_image(path) && gazetteer->origins.count))
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "%s: an image and other gazetteers do not go together; compile them "
                     "all into one image",
                     path);
}

enum kith_status kith_gazetteer_load(struct kith_gazetteer *gazetteer, const char *path,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    KITH_TRY(check_company(gazetteer, path, err));
    if (kith_gazetteer_is_image(path))
        return kith_image_load(gazetteer, path, problems, err);
    KITH_TRY(kith_origins_add(&gazetteer->origins, path, KITH_ORIGIN_NAMES,
                              &gazetteer->lasting, err));
    if (!is_folder(path))
        return load_table(gazetteer, path, NULL, true, problems, err);
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = load_folder(gazetteer, path, &arena, problems, err);
    kith_arena_release(&arena);
    return status;
}
