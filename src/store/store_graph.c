/* Tables of the graph: made, filled and read. */
#include "store/store_graph.h"

#include "base/utf8.h"
#include "store/store_book.h"

/* ---- statements ------------------------------------------------------------------ */

/* Statements are put together in a buffer; this ends it. */
static enum kith_status end_text(struct kith_buf *text, struct kith_error *err)
{
    kith_buf_byte(text, '\0');
    return kith_buf_check(text, err);
}

static enum kith_status compile(struct kith_store *store, struct kith_buf *text,
                                struct kith_query **query, struct kith_error *err)
{
    enum kith_status status = end_text(text, err);
    if (status == KITH_OK)
        status = kith_sql_query(store->sql, text->data, query, err);
    kith_buf_release(text);
    return status;
}

static enum kith_status run(struct kith_store *store, struct kith_buf *text,
                            struct kith_error *err)
{
    enum kith_status status = end_text(text, err);
    if (status == KITH_OK)
        status = kith_sql_run(store->sql, text->data, err);
    kith_buf_release(text);
    return status;
}

static enum kith_status ask_number(struct kith_store *store, struct kith_buf *text,
                                   int64_t *number, struct kith_error *err)
{
    enum kith_status status = end_text(text, err);
    if (status == KITH_OK)
        status = kith_sql_number(store->sql, text->data, number, err);
    kith_buf_release(text);
    return status;
}

/* ---- making and filling ---------------------------------------------------------- */

enum kith_status kith_store_begin_graph(struct kith_store *store, struct kith_error *err)
{
    return kith_sql_run(store->sql, "SAVEPOINT graph", err);
}

enum kith_status kith_store_end_graph(struct kith_store *store, enum kith_status status,
                                      struct kith_error *err)
{
    struct kith_error unheard;
    if (status == KITH_OK)
        return kith_sql_run(store->sql, "RELEASE graph", err);
    kith_sql_run(store->sql, "ROLLBACK TO graph; RELEASE graph", &unheard);
    return status;
}

/* A number's cell comes as its digits: NUMERIC makes an integer or a real of it. */
static void write_columns(const struct kith_stored_table *table, struct kith_buf *text)
{
    for (uint32_t i = 0; i < table->count; i++)
        kith_buf_format(text, "%s\"%s\" %s", i ? ", " : "", table->columns[i].name,
                        table->columns[i].is_number ? "NUMERIC" : "TEXT");
    for (uint32_t i = 0; i < table->key_count; i++)
        kith_buf_format(text, "%s\"%s\"", i ? ", " : ", PRIMARY KEY (",
                        table->columns[i].name);
    kith_buf_text(text, table->key_count ? ")) WITHOUT ROWID" : ")");
}

enum kith_status kith_store_make_table(struct kith_store *store,
                                       struct kith_stored_table *table,
                                       struct kith_error *err)
{
    struct kith_buf making = {0}, putting = {0};
    kith_buf_format(&making, "DROP TABLE IF EXISTS \"%s\"; CREATE TABLE \"%s\" (",
                    table->name, table->name);
    write_columns(table, &making);
    KITH_TRY(run(store, &making, err));
    kith_buf_format(&putting, "INSERT INTO \"%s\" VALUES (", table->name);
    for (uint32_t i = 0; i < table->count; i++)
        kith_buf_text(&putting, i ? ", ?" : "?");
    kith_buf_byte(&putting, ')');
    return compile(store, &putting, &table->put, err);
}

enum kith_status kith_store_put_row(const struct kith_stored_table *table,
                                    const struct kith_str *cells, struct kith_error *err)
{
    for (uint32_t i = 0; i < table->count; i++)
        if (cells[i].length)
            kith_query_give_text(table->put, (int)i + 1, cells[i]);
        else
            kith_query_give_nothing(table->put, (int)i + 1);
    return kith_query_run(table->put, err);
}

/* ---- reading --------------------------------------------------------------------- */

struct reading {
    const struct kith_store *store;
    const struct kith_csv_table *wanted;
    uint64_t row;
};

static enum kith_status take_row(void *context, struct kith_query *query,
                                 struct kith_error *err)
{
    struct reading *reading = context;
    const struct kith_csv_table *wanted = reading->wanted;
    struct kith_str cells[KITH_TABLE_COLUMNS] = {0};
    for (int i = 0; i < KITH_TABLE_COLUMNS && wanted->headings[i]; i++) {
        cells[i] = kith_query_bytes(query, i);
        if (!kith_utf8_is_valid(cells[i], NULL))
            return kith_sql_damaged(reading->store->path, err);
    }
    return wanted->on_cells(wanted->context, cells, ++reading->row, err);
}

enum kith_status kith_store_read_table(struct kith_store *store, const char *name,
                                       const struct kith_csv_table *wanted,
                                       struct kith_error *err)
{
    struct kith_buf text = {0};
    struct kith_query *query;
    struct reading reading = {.store = store, .wanted = wanted};
    for (int i = 0; i < KITH_TABLE_COLUMNS && wanted->headings[i]; i++)
        /* Without its table's name, a column that is missing would be a text. */
        kith_buf_format(&text, "%s \"%s\".\"%s\"", i ? "," : "SELECT", name,
                        wanted->headings[i]);
    kith_buf_format(&text, " FROM \"%s\"", name);
    KITH_TRY(compile(store, &text, &query, err));
    return kith_query_each(query, take_row, &reading, err);
}

enum kith_status kith_store_has_table(struct kith_store *store, const char *name,
                                      bool *is_there, struct kith_error *err)
{
    struct kith_buf text = {0};
    int64_t count = 0;
    kith_buf_format(&text, "SELECT count(*) FROM sqlite_master WHERE name = '%s'", name);
    enum kith_status status = ask_number(store, &text, &count, err);
    *is_there = count > 0;
    return status;
}

enum kith_status kith_store_count_rows(struct kith_store *store, const char *name,
                                       uint64_t *count, struct kith_error *err)
{
    struct kith_buf text = {0};
    int64_t number = 0;
    kith_buf_format(&text, "SELECT count(*) FROM \"%s\"", name);
    enum kith_status status = ask_number(store, &text, &number, err);
    *count = (uint64_t)number;
    return status;
}
