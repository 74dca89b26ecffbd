/* Records of a store: kept, fetched, forgotten. */
#include <string.h>

#include "store/store_book.h"

static enum kith_status put_finding(struct kith_store *store, int64_t id,
                                    const struct kith_stored_record *record,
                                    struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, KITH_PUT_FINDING, &query, err));
    kith_query_give_number(query, 1, id);
    kith_query_give_bytes(query, 2, record->words);
    kith_query_give_bytes(query, 3, record->bytes);
    return kith_query_run(query, err);
}

enum kith_status kith_store_put_record(struct kith_store *store,
                                       const struct kith_stored_record *record,
                                       int64_t *id, struct kith_error *err)
{
    struct kith_query *query;
    struct kith_str content = {(const char *)&record->content, sizeof record->content};
    KITH_TRY(kith_store_ask(store, KITH_PUT_RECORD, &query, err));
    kith_query_give_bytes(query, 1, content);
    kith_query_give_text(query, 2, record->title);
    kith_query_give_text(query, 3, record->date);
    kith_query_give_text(query, 4, record->source);
    kith_query_give_text(query, 5, record->language);
    kith_query_give_text(query, 6, record->url);
    kith_query_give_number(query, 7, (int64_t)record->size);
    kith_query_give_number(query, 8, record->sentences);
    kith_query_give_number(query, 9, record->mentions);
    kith_query_give_number(query, 10, record->evidence);
    KITH_TRY(kith_query_run(query, err));
    *id = kith_sql_newest(store->sql);
    return put_finding(store, *id, record, err);
}

static enum kith_status fetch(struct kith_store *store, int64_t id,
                              struct kith_arena *arena, struct kith_str *bytes,
                              struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, KITH_ASK_FINDING, &query, err));
    kith_query_give_number(query, 1, id);
    enum kith_status status = kith_query_step(query, err);
    if (status == KITH_OK && kith_query_bytes(query, 0).length) {
        *bytes = kith_str_copy(arena, kith_query_bytes(query, 0));
        if (!bytes->data)
            status = kith_no_memory(err);
    }
    kith_query_reset(query);
    return status == KITH_END ? KITH_OK : status;
}

enum kith_status kith_store_fetch(struct kith_store *store, int64_t id,
                                  struct kith_arena *arena, struct kith_str *bytes,
                                  struct kith_error *err)
{
    *bytes = (struct kith_str){0};
    pthread_mutex_lock(&store->fetching);
    enum kith_status status = fetch(store, id, arena, bytes, err);
    pthread_mutex_unlock(&store->fetching);
    return status;
}

struct record_round {
    kith_stored_record_fn *on_record;
    void *context;
};

static enum kith_status give_record(void *context, struct kith_query *query,
                                    struct kith_error *err)
{
    const struct record_round *round = context;
    struct kith_content content;
    struct kith_str bytes = kith_query_bytes(query, 1);
    if (bytes.length != sizeof content)
        return KITH_OK;
    memcpy(&content, bytes.data, sizeof content);
    return round->on_record(round->context, kith_query_number(query, 0), content, err);
}

enum kith_status kith_store_each_record(struct kith_store *store,
                                        kith_stored_record_fn *on_record, void *context,
                                        struct kith_error *err)
{
    struct record_round round = {on_record, context};
    return kith_store_ask_each(store, KITH_ASK_CONTENTS, give_record, &round, err);
}

static enum kith_status remove_record(struct kith_store *store, int64_t id,
                                      struct kith_error *err)
{
    KITH_TRY(kith_store_run_on(store, KITH_REMOVE_FINDING, id, err));
    return kith_store_run_on(store, KITH_REMOVE_RECORD, id, err);
}

/* Its articles are to be read. */
static enum kith_status forget_record(struct kith_store *store, int64_t id,
                                      struct kith_error *err)
{
    KITH_TRY(remove_record(store, id, err));
    return kith_store_run_on(store, KITH_DISOWN, id, err);
}

/* Records to be forgotten: they are not removed while they are being looked through. */
struct doomed {
    kith_touched_fn *is_touched;
    void *context;
    struct kith_arena arena;
    int64_t *items;
    uint32_t count, room;
};

static enum kith_status look_at(void *context, struct kith_query *query,
                                struct kith_error *err)
{
    struct doomed *doomed = context;
    if (!doomed->is_touched(doomed->context, kith_query_bytes(query, 1),
                            (uint32_t)kith_query_number(query, 2)))
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(&doomed->arena, doomed))
        return kith_no_memory(err);
    doomed->items[doomed->count++] = kith_query_number(query, 0);
    return KITH_OK;
}

static enum kith_status forget_all(struct kith_store *store, struct kith_error *err)
{
    return kith_sql_run(store->sql,
                        "DELETE FROM finding; DELETE FROM record;"
                        "UPDATE article SET record = 0",
                        err);
}

enum kith_status kith_store_forget(struct kith_store *store, kith_touched_fn *is_touched,
                                   void *context, struct kith_error *err)
{
    if (!is_touched)
        return forget_all(store, err);
    struct doomed doomed = {.is_touched = is_touched, .context = context};
    kith_arena_init(&doomed.arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        kith_store_ask_each(store, KITH_ASK_WORDS, look_at, &doomed, err);
    for (uint32_t i = 0; i < doomed.count && status == KITH_OK; i++)
        status = forget_record(store, doomed.items[i], err);
    kith_arena_release(&doomed.arena);
    return status;
}

static enum kith_status is_owned(struct kith_store *store, int64_t id, bool *is_owned,
                                 struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, KITH_FIND_OWNER, &query, err));
    kith_query_give_number(query, 1, id);
    enum kith_status status = kith_query_step(query, err);
    *is_owned = status == KITH_OK;
    kith_query_reset(query);
    return status == KITH_END ? KITH_OK : status;
}

enum kith_status kith_store_release(struct kith_store *store, int64_t record,
                                    struct kith_error *err)
{
    bool is_needed;
    KITH_TRY(is_owned(store, record, &is_needed, err));
    return is_needed ? KITH_OK : remove_record(store, record, err);
}

enum kith_status kith_store_sweep(struct kith_store *store, struct kith_error *err)
{
    return kith_sql_run(
        store->sql,
        "DELETE FROM article WHERE file NOT IN (SELECT id FROM file);"
        "DELETE FROM finding WHERE record NOT IN (SELECT record FROM article);"
        "DELETE FROM record WHERE id NOT IN (SELECT record FROM article);",
        err);
}
