/* Telling stores from folders, and reading the tables of a store. */
#include "batch/graph_open.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "batch/graph_keep.h"
#include "store/store_graph.h"

/* ---- a store's tables ------------------------------------------------------------ */

static enum kith_status read_table(const struct kith_graph_tables *tables,
                                   enum kith_graph_table which,
                                   const struct kith_csv_table *wanted,
                                   struct kith_arena *arena, struct kith_error *err)
{
    (void)arena;
    return kith_store_read_table(tables->holder, kith_graph_kept_table(which), wanted,
                                 err);
}

struct run_reader {
    struct kith_arena *arena;
    struct kith_str *json;
};

static enum kith_status on_run(void *context, const struct kith_str *cells, uint64_t row,
                               struct kith_error *err)
{
    (void)row;
    struct run_reader *reader = context;
    *reader->json = kith_str_copy(reader->arena, cells[0]);
    return reader->json->data ? KITH_OK : kith_no_memory(err);
}

static enum kith_status read_run(const struct kith_graph_tables *tables,
                                 struct kith_arena *arena, struct kith_str *json,
                                 struct kith_error *err)
{
    struct run_reader reader = {arena, json};
    const struct kith_csv_table wanted = {{"json"}, 1, on_run, &reader};
    *json = (struct kith_str){0};
    return kith_store_read_table(tables->holder, KITH_KEPT_RUN, &wanted, err);
}

static enum kith_status check_graph(const struct kith_opened_graph *graph,
                                    struct kith_error *err)
{
    bool has_graph;
    KITH_TRY(kith_store_has_table(graph->store, KITH_KEPT_RUN, &has_graph, err));
    return has_graph ? KITH_OK
                     : kith_fail(err, KITH_BAD_INPUT,
                                 "%s: holds no graph; kith build --store puts it in when "
                                 "it comes to its end",
                                 graph->tables.path);
}

/* ---- opening --------------------------------------------------------------------- */

/* What an SQLite file begins with, up to a zero byte. */
static const char mark[] = "SQLite format 3";

/* Does the file at `path` begin as stores do? False where there is no file. */
static bool begins_as_store(const char *path)
{
    char bytes[sizeof mark] = {0};
    FILE *file = fopen(path, "rbe");
    if (!file)
        return false;
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return length == sizeof bytes && memcmp(bytes, mark, sizeof mark) == 0;
}

static enum kith_status tell_folder(const char *path, bool *is_folder,
                                    struct kith_error *err)
{
    struct stat facts;
    if (stat(path, &facts) != 0)
        return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", path,
                         strerror(errno));
    *is_folder = !S_ISREG(facts.st_mode);
    return KITH_OK;
}

enum kith_status kith_graph_open(struct kith_opened_graph *graph, const char *path,
                                 struct kith_error *err)
{
    bool is_folder = true;
    *graph = (struct kith_opened_graph){.tables = kith_graph_tables_of_folder(path)};
    KITH_TRY(tell_folder(path, &is_folder, err));
    if (is_folder)
        return KITH_OK;
    if (!begins_as_store(path))
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: is neither a folder that kith build wrote nor a store",
                         path);
    KITH_TRY(kith_store_look(path, &graph->store, err));
    graph->tables = (struct kith_graph_tables){
        .path = path, .holder = graph->store, .read = read_table, .read_run = read_run};
    return check_graph(graph, err);
}

void kith_graph_close(struct kith_opened_graph *graph)
{
    kith_store_close(graph->store);
    *graph = (struct kith_opened_graph){0};
}
