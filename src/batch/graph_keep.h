/* Keeping the graph that a run has made in the store: the tables that it wrote, read back
 * from where they were written, so that both say the same. docs/STORE.md describes them.
 */
#ifndef KITH_BATCH_GRAPH_KEEP_H
#define KITH_BATCH_GRAPH_KEEP_H

#include "batch/folder.h"
#include "output/graph_tables.h"
#include "store/store.h"

/* Of what is kept. A run with a store writes it, wanted or not. */
#define KITH_KEPT_FORMAT KITH_FORMAT_CSV

/* Put the graph of the files of `folder`, which is committed, in the place of the one
 * that the store has. After a failure it has that still. Linear in the tables. */
enum kith_status kith_graph_keep(struct kith_store *store,
                                 const struct kith_folder *folder,
                                 struct kith_error *err);

/* The store's name of a table: "entity". */
const char *kith_graph_kept_table(enum kith_graph_table which);

/* The table with what run.json says, in the column `json` of its one row. */
#define KITH_KEPT_RUN "run"

#endif
