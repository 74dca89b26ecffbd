/* The tables of a finished graph, wherever they stand: in an output folder, or where a
 * room above knows to find them. */
#ifndef KITH_OUTPUT_GRAPH_TABLES_H
#define KITH_OUTPUT_GRAPH_TABLES_H

#include "input/csv_table.h"

enum kith_graph_table {
    KITH_NODE_TABLE,
    KITH_EDGE_TABLE,
    KITH_EVIDENCE_TABLE,
    KITH_ARTICLE_TABLE,
    KITH_SENTENCE_TABLE,
    KITH_SLICE_TABLE,
    KITH_GRAPH_TABLES
};

/* Where they are read. Elsewhere than in a folder, numbers may stand without the letter
 * of their ids ("12" for "a12"), and articles without evidence may be missing. */
struct kith_graph_tables {
    const char *path; /* borrowed; for messages */
    void *holder;     /* what reading needs beside the path; may be NULL */

    /* Hand on the rows of one, as kith_csv_table_read does. Scratch memory is taken from
     * `arena`. KITH_BAD_INPUT when the table is not as kith writes it: something else has
     * been at it; KITH_CANNOT_READ when it is not there. */
    enum kith_status (*read)(const struct kith_graph_tables *tables,
                             enum kith_graph_table which,
                             const struct kith_csv_table *wanted,
                             struct kith_arena *arena, struct kith_error *err);

    /* What run.json says of the run that made the graph, in `arena`. */
    enum kith_status (*read_run)(const struct kith_graph_tables *tables,
                                 struct kith_arena *arena, struct kith_str *json,
                                 struct kith_error *err);
};

/* Those of an output folder, which need not be there. */
struct kith_graph_tables kith_graph_tables_of_folder(const char *folder);

/* The name of a table's file in an output folder: "nodes.csv". */
const char *kith_graph_table_file(enum kith_graph_table which);

#endif
