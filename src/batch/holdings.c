/* Stores from outside a run. */
#include "batch/holdings.h"

#include "batch/graph_keep.h"
#include "output/cell.h"
#include "output/clean.h"
#include "store/store_graph.h"

/* ---- telling --------------------------------------------------------------------- */

struct telling {
    struct kith_buf *out;
    struct kith_buf folders; /* lines, written before the totals are known */
    uint64_t files, articles, size, unread, folder_count;
    bool has_graph;
    uint64_t entities, edges; /* of it */
    bool as_json;
};

static void tell_json(struct telling *telling, const struct kith_stored_folder *folder)
{
    struct kith_buf *out = &telling->folders;
    kith_buf_text(out, telling->folder_count ? "," : "");
    kith_buf_text(out, "{\"path\":");
    kith_clean_json(out, folder->path);
    kith_buf_format(
        out, ",\"articles\":%llu,\"files\":%llu,\"bytes\":%llu,\"unread\":%llu",
        (unsigned long long)folder->articles, (unsigned long long)folder->files,
        (unsigned long long)folder->size, (unsigned long long)folder->unread);
    if (folder->first.length)
        kith_buf_format(out, ",\"first_date\":\"%.*s\",\"last_date\":\"%.*s\"",
                        KITH_STR_ARGS(folder->first), KITH_STR_ARGS(folder->last));
    kith_buf_byte(out, '}');
}

static void tell_text(struct telling *telling, const struct kith_stored_folder *folder)
{
    struct kith_buf *out = &telling->folders;
    kith_buf_format(out, "%8llu  ", (unsigned long long)folder->articles);
    if (folder->first.length)
        kith_buf_format(out, "%-10.*s  %-10.*s  ", KITH_STR_ARGS(folder->first),
                        KITH_STR_ARGS(folder->last));
    else
        kith_buf_format(out, "%-22s  ", "no dates");
    kith_buf_str(out, folder->path.length ? folder->path : KITH_STR("."));
    kith_buf_byte(out, '\n');
}

static enum kith_status add_folder(void *context, const struct kith_stored_folder *folder,
                                   struct kith_error *err)
{
    struct telling *telling = context;
    (telling->as_json ? tell_json : tell_text)(telling, folder);
    telling->folder_count++;
    telling->files += folder->files;
    telling->articles += folder->articles;
    telling->size += folder->size;
    telling->unread += folder->unread;
    return kith_buf_check(&telling->folders, err);
}

static void write_graph(const struct telling *telling, struct kith_buf *out)
{
    kith_buf_text(out, "graph: ");
    kith_cell_count(out, telling->entities, "entity", "entities");
    kith_buf_text(out, ", ");
    kith_cell_count(out, telling->edges, "edge\n", "edges\n");
}

/* What the last run with the store was made with, as it wrote it down. */
static void write_text(struct telling *telling, const struct kith_buf *made)
{
    struct kith_buf *out = telling->out;
    kith_cell_count(out, telling->articles, "article", "articles");
    kith_buf_text(out, " in ");
    kith_cell_count(out, telling->files, "file", "files");
    kith_buf_format(out, ", %llu bytes", (unsigned long long)telling->size);
    if (telling->unread)
        kith_buf_format(out, "; the next run has to read %llu of them",
                        (unsigned long long)telling->unread);
    kith_buf_byte(out, '\n');
    if (telling->has_graph)
        write_graph(telling, out);
    else
        kith_buf_text(out, "graph: none, no run has come to its end\n");
    kith_buf_str(out, kith_buf_view(made));
    kith_buf_text(out, "\narticles  from        to          folder\n");
    kith_buf_str(out, kith_buf_view(&telling->folders));
}

static void write_json(struct telling *telling, const struct kith_buf *made)
{
    struct kith_buf *out = telling->out;
    kith_buf_format(
        out, "{\"articles\":%llu,\"files\":%llu,\"bytes\":%llu,\"unread\":%llu",
        (unsigned long long)telling->articles, (unsigned long long)telling->files,
        (unsigned long long)telling->size, (unsigned long long)telling->unread);
    if (telling->has_graph)
        kith_buf_format(out, ",\"entities\":%llu,\"edges\":%llu",
                        (unsigned long long)telling->entities,
                        (unsigned long long)telling->edges);
    kith_buf_text(out, ",\"made_with\":");
    kith_clean_json(out, kith_buf_view(made));
    kith_buf_text(out, ",\"folders\":[");
    kith_buf_str(out, kith_buf_view(&telling->folders));
    kith_buf_text(out, "]}\n");
}

static enum kith_status count_graph(struct kith_store *store, struct telling *telling,
                                    struct kith_error *err)
{
    KITH_TRY(kith_store_has_table(store, KITH_KEPT_RUN, &telling->has_graph, err));
    if (!telling->has_graph)
        return KITH_OK;
    KITH_TRY(kith_store_count_rows(store, kith_graph_kept_table(KITH_NODE_TABLE),
                                   &telling->entities, err));
    return kith_store_count_rows(store, kith_graph_kept_table(KITH_EDGE_TABLE),
                                 &telling->edges, err);
}

static enum kith_status tell(struct kith_store *store, struct telling *telling,
                             struct kith_buf *made, struct kith_error *err)
{
    KITH_TRY(kith_store_get(store, "made with", made, NULL, err));
    KITH_TRY(kith_store_each_folder(store, add_folder, telling, err));
    KITH_TRY(count_graph(store, telling, err));
    (telling->as_json ? write_json : write_text)(telling, made);
    return kith_buf_check(telling->out, err);
}

enum kith_status kith_holdings_write(const char *path, bool as_json, struct kith_buf *out,
                                     struct kith_error *err)
{
    struct kith_store *store;
    struct kith_buf made = {0};
    struct telling telling = {.out = out, .as_json = as_json};
    KITH_TRY(kith_store_look(path, &store, err));
    enum kith_status status = tell(store, &telling, &made, err);
    kith_buf_release(&made);
    kith_buf_release(&telling.folders);
    kith_store_close(store);
    return status;
}

/* ---- removing -------------------------------------------------------------------- */

static enum kith_status remove_path(struct kith_store *store,
                                    const struct kith_stored *stored, const char *path,
                                    struct kith_arena *arena, uint64_t *removed,
                                    struct kith_error *err)
{
    uint64_t before = *removed;
    struct kith_str root = kith_source_root(arena, path);
    if (!root.data)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < stored->files.count; i++) {
        const struct kith_stored_file *file = &stored->files.items[i];
        if (!kith_source_is_below(file->file.path, root))
            continue;
        KITH_TRY(kith_store_remove_file(store, file->id, err));
        ++*removed;
    }
    return *removed > before
               ? KITH_OK
               : kith_fail(err, KITH_BAD_INPUT,
                           "%s: the store holds no article at or below it", path);
}

static enum kith_status remove_all(struct kith_store *store, const char *const *paths,
                                   size_t count, struct kith_arena *arena,
                                   uint64_t *removed, struct kith_error *err)
{
    struct kith_stored stored;
    KITH_TRY(kith_store_list(store, arena, &stored, err));
    for (size_t i = 0; i < count; i++)
        KITH_TRY(remove_path(store, &stored, paths[i], arena, removed, err));
    KITH_TRY(kith_store_sweep(store, err));
    return kith_store_commit(store, err);
}

enum kith_status kith_holdings_remove(const char *path, const char *const *paths,
                                      size_t count, uint64_t *removed,
                                      struct kith_error *err)
{
    struct kith_store *store;
    struct kith_arena arena;
    *removed = 0;
    /* A store that is missing is not made for it. */
    KITH_TRY(kith_store_look(path, &store, err));
    kith_store_close(store);
    KITH_TRY(kith_store_open(path, &store, err));
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = remove_all(store, paths, count, &arena, removed, err);
    kith_arena_release(&arena);
    kith_store_close(store);
    return status;
}

/* ---- checking -------------------------------------------------------------------- */

enum kith_status kith_holdings_check(const char *path, struct kith_error *err)
{
    struct kith_store *store;
    KITH_TRY(kith_store_look(path, &store, err));
    enum kith_status status = kith_store_check(store, err);
    kith_store_close(store);
    return status;
}
