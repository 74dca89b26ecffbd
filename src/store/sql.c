/* Calls to SQLite, and its errors as sentences. */
#include "store/sql.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct kith_sql {
    sqlite3 *base;
    char *path;
    struct kith_query *queries;
};

struct kith_query {
    sqlite3_stmt *statement;
    struct kith_sql *sql;
    struct kith_query *next;
};

/* ---- errors ---------------------------------------------------------------------- */

static enum kith_status cannot_write(const struct kith_sql *sql, const char *reason,
                                     struct kith_error *err)
{
    return kith_fail(err, KITH_CANNOT_WRITE, "%s: cannot write: %s", sql->path, reason);
}

enum kith_status kith_sql_damaged(const char *path, struct kith_error *err)
{
    return kith_fail(err, KITH_BAD_INPUT,
                     "%s: this store is damaged; delete it, and the next run makes it "
                     "again from the articles",
                     path);
}

static enum kith_status translate(const struct kith_sql *sql, int code,
                                  struct kith_error *err)
{
    int reason = sql->base ? sqlite3_system_errno(sql->base) : 0;
    switch (code & 0xFF) {
    case SQLITE_NOMEM:
        return kith_no_memory(err);
    case SQLITE_FULL:
        return cannot_write(sql, strerror(ENOSPC), err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return cannot_write(sql, strerror(EACCES), err);
    case SQLITE_IOERR:
        return cannot_write(sql, reason ? strerror(reason) : sqlite3_errstr(code), err);
    case SQLITE_CANTOPEN:
        return kith_fail(err, KITH_CANNOT_WRITE, "%s: cannot open: %s", sql->path,
                         reason ? strerror(reason) : sqlite3_errstr(code));
    case SQLITE_NOTADB:
        return kith_fail(err, KITH_BAD_INPUT, "%s: is not a store of kith", sql->path);
    case SQLITE_ERROR: /* its tables are not ours: our statements have no slips */
    case SQLITE_CORRUPT:
        return kith_sql_damaged(sql->path, err);
    default:
        return kith_fail(err, KITH_CANNOT_WRITE, "%s: %s", sql->path,
                         sqlite3_errstr(code));
    }
}

/* ---- the database ---------------------------------------------------------------- */

/* How long to wait for somebody who is reading it with other programs. Milliseconds. */
#define PATIENCE 10000

enum kith_status kith_sql_open(const char *path, enum kith_sql_way way,
                               struct kith_sql **out, struct kith_error *err)
{
    struct kith_sql *sql = calloc(1, sizeof *sql);
    *out = sql;
    if (!sql || !(sql->path = strdup(path)))
        return kith_no_memory(err);
    /* Who looks, too, takes back what a killed run had half written, if it may. */
    int flags = SQLITE_OPEN_READWRITE | (way == KITH_SQL_WRITE ? SQLITE_OPEN_CREATE : 0);
    int code = sqlite3_open_v2(path, &sql->base, flags | SQLITE_OPEN_FULLMUTEX, NULL);
    if (code != SQLITE_OK)
        return translate(sql, code, err);
    sqlite3_busy_timeout(sql->base, PATIENCE);
    return way == KITH_SQL_WRITE ? KITH_OK
                                 : kith_sql_run(sql, "PRAGMA query_only = ON", err);
}

void kith_sql_close(struct kith_sql *sql)
{
    if (!sql)
        return;
    while (sql->queries) {
        struct kith_query *query = sql->queries;
        sql->queries = query->next;
        sqlite3_finalize(query->statement);
        free(query);
    }
    sqlite3_close(sql->base);
    free(sql->path);
    free(sql);
}

enum kith_status kith_sql_run(struct kith_sql *sql, const char *text,
                              struct kith_error *err)
{
    int code = sqlite3_exec(sql->base, text, NULL, NULL, NULL);
    return code == SQLITE_OK ? KITH_OK : translate(sql, code, err);
}

int64_t kith_sql_newest(struct kith_sql *sql)
{
    return sqlite3_last_insert_rowid(sql->base);
}

/* ---- queries --------------------------------------------------------------------- */

enum kith_status kith_sql_query(struct kith_sql *sql, const char *text,
                                struct kith_query **out, struct kith_error *err)
{
    struct kith_query *query = calloc(1, sizeof *query);
    if (!query)
        return kith_no_memory(err);
    int code = sqlite3_prepare_v3(sql->base, text, -1, SQLITE_PREPARE_PERSISTENT,
                                  &query->statement, NULL);
    if (code != SQLITE_OK) {
        free(query);
        return translate(sql, code, err);
    }
    query->sql = sql;
    query->next = sql->queries;
    sql->queries = query;
    *out = query;
    return KITH_OK;
}

void kith_query_give_number(struct kith_query *query, int place, int64_t number)
{
    sqlite3_bind_int64(query->statement, place, number);
}

void kith_query_give_text(struct kith_query *query, int place, struct kith_str text)
{
    sqlite3_bind_text64(query->statement, place, text.data ? text.data : "", text.length,
                        SQLITE_STATIC, SQLITE_UTF8);
}

void kith_query_give_nothing(struct kith_query *query, int place)
{
    sqlite3_bind_null(query->statement, place);
}

void kith_query_give_bytes(struct kith_query *query, int place, struct kith_str bytes)
{
    sqlite3_bind_blob64(query->statement, place, bytes.data ? bytes.data : "",
                        bytes.length, SQLITE_STATIC);
}

enum kith_status kith_query_step(struct kith_query *query, struct kith_error *err)
{
    int code = sqlite3_step(query->statement);
    if (code == SQLITE_ROW)
        return KITH_OK;
    sqlite3_reset(query->statement);
    return code == SQLITE_DONE ? KITH_END : translate(query->sql, code, err);
}

int64_t kith_query_number(struct kith_query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

struct kith_str kith_query_bytes(struct kith_query *query, int column)
{
    const char *bytes = sqlite3_column_blob(query->statement, column);
    return (struct kith_str){bytes,
                             (size_t)sqlite3_column_bytes(query->statement, column)};
}

void kith_query_reset(struct kith_query *query)
{
    sqlite3_reset(query->statement);
}

enum kith_status kith_query_each(struct kith_query *query, kith_query_row_fn *on_row,
                                 void *context, struct kith_error *err)
{
    enum kith_status status;
    while ((status = kith_query_step(query, err)) == KITH_OK) {
        status = on_row(context, query, err);
        if (status != KITH_OK)
            break;
    }
    kith_query_reset(query);
    return status == KITH_END ? KITH_OK : status;
}

enum kith_status kith_query_run(struct kith_query *query, struct kith_error *err)
{
    enum kith_status status = kith_query_step(query, err);
    kith_query_reset(query);
    return status == KITH_END ? KITH_OK : status;
}

enum kith_status kith_sql_number(struct kith_sql *sql, const char *text, int64_t *number,
                                 struct kith_error *err)
{
    struct kith_query *query = NULL;
    KITH_TRY(kith_sql_query(sql, text, &query, err));
    KITH_TRY(kith_query_step(query, err));
    *number = kith_query_number(query, 0);
    kith_query_reset(query);
    return KITH_OK;
}
