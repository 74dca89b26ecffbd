/* The tables of a graph as files of an output folder. */
#include "output/graph_tables.h"

#include "base/buf.h"
#include "base/file.h"
#include "output/folder_table.h"

/* run.json is some kilobytes long. */
#define RUN_LIMIT ((uint64_t)16 * 1024 * 1024)

const char *kith_graph_table_file(enum kith_graph_table which)
{
    static const char *const files[KITH_GRAPH_TABLES] = {
        [KITH_NODE_TABLE] = "nodes.csv",         [KITH_EDGE_TABLE] = "edges.csv",
        [KITH_EVIDENCE_TABLE] = "evidence.csv",  [KITH_ARTICLE_TABLE] = "articles.csv",
        [KITH_SENTENCE_TABLE] = "sentences.csv", [KITH_SLICE_TABLE] = "slices.csv"};
    return files[which];
}

static enum kith_status read_table(const struct kith_graph_tables *tables,
                                   enum kith_graph_table which,
                                   const struct kith_csv_table *wanted,
                                   struct kith_arena *arena, struct kith_error *err)
{
    return kith_folder_table_read(wanted, tables->path, kith_graph_table_file(which),
                                  arena, err);
}

static enum kith_status read_run(const struct kith_graph_tables *tables,
                                 struct kith_arena *arena, struct kith_str *json,
                                 struct kith_error *err)
{
    struct kith_buf path = {0};
    kith_buf_format(&path, "%s/run.json%c", tables->path, '\0');
    enum kith_status status = kith_buf_check(&path, err);
    if (status == KITH_OK)
        status = kith_file_read(path.data, RUN_LIMIT, arena, json, err);
    kith_buf_release(&path);
    return status;
}

struct kith_graph_tables kith_graph_tables_of_folder(const char *folder)
{
    return (struct kith_graph_tables){
        .path = folder, .read = read_table, .read_run = read_run};
}
