/* SQLite: a database and its statements, without SQLite's types. For this
 * room only.
 *
 * A database may be used by several threads, but each query by one at a time. */
#ifndef KITH_STORE_SQL_H
#define KITH_STORE_SQL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "base/str.h"

struct kith_sql;
struct kith_query; /* a statement, compiled once and asked again and again */

enum kith_sql_way {
    KITH_SQL_LOOK, /* read only */
    KITH_SQL_WRITE /* made when it is missing */
};

/* Open the database at `path`. Errors name it. Close also after a failure; NULL is fine.
 */
enum kith_status kith_sql_open(const char *path, enum kith_sql_way way,
                               struct kith_sql **out, struct kith_error *err);
void kith_sql_close(struct kith_sql *sql);

/* Say that the store at `path` is damaged; KITH_BAD_INPUT. */
enum kith_status kith_sql_damaged(const char *path, struct kith_error *err);

/* Run statements that give nothing back. */
enum kith_status kith_sql_run(struct kith_sql *sql, const char *text,
                              struct kith_error *err);

/* The one number that a statement gives. */
enum kith_status kith_sql_number(struct kith_sql *sql, const char *text, int64_t *number,
                                 struct kith_error *err);

/* Compile a statement; it ends with the database. */
enum kith_status kith_sql_query(struct kith_sql *sql, const char *text,
                                struct kith_query **out, struct kith_error *err);

/* Fill in the question marks of a query, from 1. Bytes are borrowed until the next reset.
 */
void kith_query_give_number(struct kith_query *query, int place, int64_t number);
void kith_query_give_text(struct kith_query *query, int place, struct kith_str text);
void kith_query_give_nothing(struct kith_query *query, int place);
void kith_query_give_bytes(struct kith_query *query, int place, struct kith_str bytes);

/* Go to the next row; KITH_END, and the query is reset, when there is none. */
enum kith_status kith_query_step(struct kith_query *query, struct kith_error *err);

/* Cells of the row, from 0. Bytes live until the next step or reset. */
int64_t kith_query_number(struct kith_query *query, int column);
struct kith_str kith_query_bytes(struct kith_query *query, int column);

/* Be done with the rows that are left. */
void kith_query_reset(struct kith_query *query);

/* Hand each row that is left to `on_row`; what it returns but KITH_OK ends the round. The
 * query is reset. */
typedef enum kith_status kith_query_row_fn(void *context, struct kith_query *query,
                                           struct kith_error *err);
enum kith_status kith_query_each(struct kith_query *query, kith_query_row_fn *on_row,
                                 void *context, struct kith_error *err);

/* Step through a query that gives no rows. */
enum kith_status kith_query_run(struct kith_query *query, struct kith_error *err);

/* The number of the row inserted last. */
int64_t kith_sql_newest(struct kith_sql *sql);

#endif
