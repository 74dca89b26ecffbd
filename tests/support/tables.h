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

typedef enum kith_status check_tables_fn(const char *folder, struct kith_arena *arena,
                                         struct kith_error *err);

struct check_tables_stage {
    struct check_folder folder;
    check_tables_fn *read;
};

static inline enum kith_status check_tables_read(struct kith_arena *arena, void *context,
                                                 struct kith_error *err)
{
    const struct check_tables_stage *stage = context;
    return stage->read(stage->folder.path, arena, err);
}

/* Read a folder of these tables under every cap of memory. */
static inline void check_tables_sweep(const struct check_tables *tables,
                                      check_tables_fn *read)
{
    struct check_tables_stage stage = {.read = read};
    check_tables_write(&stage.folder, tables);
    check_memory_sweep(check_tables_read, &stage);
    check_folder_remove(&stage.folder);
}

#endif
