/* Files and articles of a store. */
#include <stdlib.h>

#include "store/store_book.h"

/* Files and articles are each read from end to end, as they lie, and joined here: asking
 * for the articles of each file takes SQLite four times as long. */
struct listing {
    struct kith_stored *stored;
    struct kith_arena *arena;
    uint32_t at; /* the file whose articles come in */
};

static enum kith_status list_file(void *context, struct kith_query *query,
                                  struct kith_error *err)
{
    struct listing *listing = context;
    struct kith_stored *stored = listing->stored;
    struct kith_arena *arena = listing->arena;
    if (!KITH_ARENA_PUSHABLE(arena, &stored->files))
        return kith_no_memory(err);
    struct kith_stored_file *file = &stored->files.items[stored->files.count++];
    *file = (struct kith_stored_file){
        .id = kith_query_number(query, 0),
        .file = {.path = kith_str_copy(arena, kith_query_bytes(query, 1)),
                 .size = (uint64_t)kith_query_number(query, 2),
                 .modified = kith_query_number(query, 3),
                 .changed = kith_query_number(query, 4),
                 .device = (uint64_t)kith_query_number(query, 5),
                 .inode = (uint64_t)kith_query_number(query, 6)},
        .is_complete = true};
    return file->file.path.data ? KITH_OK : kith_no_memory(err);
}

/* The file of this number, which is not before that of the last article; NULL when there
 * is none. */
static struct kith_stored_file *file_of(struct listing *listing, int64_t id)
{
    struct kith_stored *stored = listing->stored;
    struct kith_stored_file *files = stored->files.items;
    while (listing->at < stored->files.count && files[listing->at].id < id)
        listing->at++;
    if (listing->at == stored->files.count || files[listing->at].id != id)
        return NULL;
    return &files[listing->at];
}

static enum kith_status list_article(void *context, struct kith_query *query,
                                     struct kith_error *err)
{
    struct listing *listing = context;
    struct kith_stored *stored = listing->stored;
    struct kith_stored_file *file = file_of(listing, kith_query_number(query, 0));
    struct kith_str place = kith_query_bytes(query, 1);
    if (!file)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(listing->arena, &stored->articles))
        return kith_no_memory(err);
    uint32_t count = stored->articles.count++;
    struct kith_stored_article *article = &stored->articles.items[count];
    *article = (struct kith_stored_article){.record = kith_query_number(query, 2)};
    if (place.length) {
        article->place = kith_str_copy(listing->arena, place);
        if (!article->place.data)
            return kith_no_memory(err);
    }
    if (file->first_article == file->end_article)
        file->first_article = count;
    file->end_article = count + 1;
    file->is_complete &= article->record != 0;
    return KITH_OK;
}

static int by_path(const void *left, const void *right)
{
    const struct kith_stored_file *a = left, *b = right;
    return kith_str_compare(a->file.path, b->file.path);
}

enum kith_status kith_store_list(struct kith_store *store, struct kith_arena *arena,
                                 struct kith_stored *stored, struct kith_error *err)
{
    struct listing listing = {.stored = stored, .arena = arena};
    *stored = (struct kith_stored){0};
    KITH_TRY(kith_store_ask_each(store, KITH_ASK_FILES, list_file, &listing, err));
    KITH_TRY(kith_store_ask_each(store, KITH_ASK_ARTICLES, list_article, &listing, err));
    if (stored->files.count)
        qsort(stored->files.items, stored->files.count, sizeof *stored->files.items,
              by_path);
    return KITH_OK;
}

static enum kith_status put_article(struct kith_store *store, int64_t file,
                                    uint32_t number,
                                    const struct kith_stored_article *article,
                                    struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, KITH_PUT_ARTICLE, &query, err));
    kith_query_give_number(query, 1, file);
    kith_query_give_number(query, 2, number);
    kith_query_give_text(query, 3, article->place);
    kith_query_give_number(query, 4, article->record);
    return kith_query_run(query, err);
}

static enum kith_status put_facts(struct kith_store *store, int64_t id,
                                  const struct kith_source_file *file,
                                  struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, id ? KITH_PUT_FILE : KITH_PUT_NEW_FILE, &query, err));
    if (id)
        kith_query_give_number(query, 1, id);
    else
        kith_query_give_text(query, 1, file->path);
    kith_query_give_number(query, 2, (int64_t)file->size);
    kith_query_give_number(query, 3, file->modified);
    kith_query_give_number(query, 4, file->changed);
    kith_query_give_number(query, 5, (int64_t)file->device);
    kith_query_give_number(query, 6, (int64_t)file->inode);
    return kith_query_run(query, err);
}

enum kith_status kith_store_put_file(struct kith_store *store, int64_t id,
                                     const struct kith_source_file *file,
                                     const struct kith_stored_article *articles,
                                     uint32_t count, struct kith_error *err)
{
    if (id)
        KITH_TRY(kith_store_run_on(store, KITH_REMOVE_ARTICLES, id, err));
    KITH_TRY(put_facts(store, id, file, err));
    if (!id)
        id = kith_sql_newest(store->sql);
    for (uint32_t i = 0; i < count; i++)
        KITH_TRY(put_article(store, id, i, &articles[i], err));
    return KITH_OK;
}

enum kith_status kith_store_remove_file(struct kith_store *store, int64_t id,
                                        struct kith_error *err)
{
    KITH_TRY(kith_store_run_on(store, KITH_REMOVE_ARTICLES, id, err));
    return kith_store_run_on(store, KITH_REMOVE_FILE, id, err);
}

struct folder_round {
    kith_stored_folder_fn *on_folder;
    void *context;
};

static enum kith_status give_folder(void *context, struct kith_query *query,
                                    struct kith_error *err)
{
    const struct folder_round *round = context;
    const uint64_t articles = (uint64_t)kith_query_number(query, 1);
    const struct kith_stored_folder folder = {
        .path = kith_query_bytes(query, 0),
        .articles = articles,
        .files = (uint64_t)kith_query_number(query, 2),
        .first = kith_query_bytes(query, 3),
        .last = kith_query_bytes(query, 4),
        .size = (uint64_t)kith_query_number(query, 5),
        .unread = articles - (uint64_t)kith_query_number(query, 6)};
    return round->on_folder(round->context, &folder, err);
}

enum kith_status kith_store_each_folder(struct kith_store *store,
                                        kith_stored_folder_fn *on_folder, void *context,
                                        struct kith_error *err)
{
    struct folder_round round = {on_folder, context};
    return kith_store_ask_each(store, KITH_ASK_FOLDERS, give_folder, &round, err);
}

enum kith_status kith_store_check(struct kith_store *store, struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, KITH_CHECK, &query, err));
    KITH_TRY(kith_query_step(query, err));
    bool is_whole = kith_str_equal(kith_query_bytes(query, 0), KITH_STR("ok"));
    kith_query_reset(query);
    return is_whole ? KITH_OK : kith_sql_damaged(store->path, err);
}
