/* An output folder for a test: the tables that its readers read, written by hand. */
#ifndef KITH_TESTS_TABLES_H
#define KITH_TESTS_TABLES_H

#include "support/folder.h"

struct check_tables {
    const char *nodes, *edges, *evidence, *articles, *sentences;
};

/* A folder that holds them, to be removed by check_folder_remove. */
static inline void check_tables_write(struct check_folder *folder,
                                      const struct check_tables *tables)
{
    check_folder_make(folder);
    check_file(folder, "nodes.csv", tables->nodes);
    check_file(folder, "edges.csv", tables->edges);
    check_file(folder, "evidence.csv", tables->evidence);
    check_file(folder, "articles.csv", tables->articles);
    check_file(folder, "sentences.csv", tables->sentences);
}

#endif
