/* The graph that the last finished run made, as tables that people ask in SQL:
 * docs/STORE.md describes them. A run puts all of them in the place of the old ones, in
 * the transaction in which it ends. */
#ifndef KITH_STORE_STORE_GRAPH_H
#define KITH_STORE_STORE_GRAPH_H

#include "input/csv_table.h"
#include "store/store.h"

struct kith_stored_column {
    const char *name;
    bool is_number; /* whole or real, as its cells are */
};

/* A table being filled; its columns are borrowed. */
struct kith_stored_table {
    const char *name;
    const struct kith_stored_column *columns;
    uint32_t count;
    uint32_t key_count; /* the first so many are its key, in whose order rows are read;
                           0: rows are read in the order they were put */
    struct kith_query *put;
};

/* From here on, until the end, tables are made. With a failure as `status` the graph is
 * again what it was. The end returns `status`, or what failed in ending. */
enum kith_status kith_store_begin_graph(struct kith_store *store, struct kith_error *err);
enum kith_status kith_store_end_graph(struct kith_store *store, enum kith_status status,
                                      struct kith_error *err);

/* Make the table anew, without rows. */
enum kith_status kith_store_make_table(struct kith_store *store,
                                       struct kith_stored_table *table,
                                       struct kith_error *err);

/* Put a row, a cell a column; an empty one is NULL. */
enum kith_status kith_store_put_row(const struct kith_stored_table *table,
                                    const struct kith_str *cells, struct kith_error *err);

/* Hand on the rows of a table: `wanted`'s headings are its columns. KITH_BAD_INPUT when
 * it is not there or damaged. */
enum kith_status kith_store_read_table(struct kith_store *store, const char *name,
                                       const struct kith_csv_table *wanted,
                                       struct kith_error *err);

/* Is there such a table? An earlier layout has none of these, and so has a store whose
 * runs never came to their end. */
enum kith_status kith_store_has_table(struct kith_store *store, const char *name,
                                      bool *is_there, struct kith_error *err);

enum kith_status kith_store_count_rows(struct kith_store *store, const char *name,
                                       uint64_t *count, struct kith_error *err);

#endif
