/* A job is a batch of aliases; what is made of them waits in the batch's arena. */
#include "gazetteer/variant_all.h"

#include <stdlib.h>

#include "base/pool.h"

/* Aliases made variants of in one go: enough that handing over costs nothing beside. */
#define BATCH_SIZE 256

#define BATCHES_PER_WORKER 3

struct batch {
    struct kith_arena arena;
    kith_id begin, end;              /* aliases */
    kith_id alias;                   /* at work */
    struct kith_made_variant *items; /* their texts are the arena's */
    uint32_t count, room;
    bool is_short; /* of memory */
};

struct making {
    const struct kith_variants_all *all;
    struct batch *batches; /* one a slot of the pool */
    unsigned count;
};

/* ---- a worker ---- */

static enum kith_status keep(void *context, const struct kith_variant *variant,
                             struct kith_error *err)
{
    struct batch *batch = context;
    struct kith_made_variant made = {batch->alias, *variant};
    made.variant.text = kith_str_copy(&batch->arena, variant->text);
    if (!made.variant.text.data || !KITH_ARENA_PUSHABLE(&batch->arena, batch))
        return kith_no_memory(err);
    batch->items[batch->count++] = made;
    return KITH_OK;
}

static bool has_variants(const struct kith_alias_record *alias)
{
    return alias->case_rule != KITH_CASE_EXACT && alias->case_rule != KITH_CASE_NEVER &&
           !(alias->traits & KITH_ALIAS_DEMONYM);
}

static void work(void *context, unsigned slot)
{
    const struct making *making = context;
    const struct kith_variants_all *all = making->all;
    const struct kith_gazetteer *gazetteer = all->gazetteer;
    struct batch *batch = &making->batches[slot];
    struct kith_error unheard;
    for (batch->alias = batch->begin; batch->alias < batch->end; batch->alias++) {
        const struct kith_alias_record *alias = &gazetteer->aliases.items[batch->alias];
        kith_id type = gazetteer->entities.items[alias->entity].type;
        if (has_variants(alias) &&
            kith_variants_make(all->rules, kith_alias_text(gazetteer, batch->alias),
                               all->types[type], keep, batch, &unheard) != KITH_OK)
            batch->is_short = true;
    }
}

/* ---- the caller ---- */

static enum kith_status deal(void *context, struct kith_feed *feed,
                             struct kith_error *err)
{
    const struct making *making = context;
    const uint32_t count = making->all->gazetteer->aliases.count;
    unsigned slot;
    for (kith_id begin = 0; begin < count; begin += BATCH_SIZE) {
        KITH_TRY(kith_feed_wait(feed, &slot));
        struct batch *batch = &making->batches[slot];
        kith_arena_reset(&batch->arena);
        batch->items = NULL;
        batch->count = batch->room = 0;
        batch->begin = begin;
        batch->end = count - begin < BATCH_SIZE ? count : begin + BATCH_SIZE;
        KITH_TRY(kith_feed_submit(feed, err));
    }
    return KITH_OK;
}

static enum kith_status hand_over(void *context, unsigned slot, struct kith_error *err)
{
    const struct making *making = context;
    const struct batch *batch = &making->batches[slot];
    KITH_TRY(kith_check_stop(making->all->gazetteer->stop, err));
    if (batch->is_short)
        return kith_no_memory(err);
    return making->all->on_variants(making->all->context, batch->items, batch->count,
                                    err);
}

enum kith_status kith_variants_make_all(const struct kith_variants_all *all,
                                        struct kith_error *err)
{
    const unsigned workers = all->jobs ? all->jobs : kith_pool_cores();
    struct making making = {.all = all, .count = workers * BATCHES_PER_WORKER};
    making.batches = calloc(making.count, sizeof *making.batches);
    if (!making.batches)
        return kith_no_memory(err);
    for (unsigned i = 0; i < making.count; i++)
        kith_arena_init(&making.batches[i].arena, KITH_ARENA_UNCAPPED);
    const struct kith_pool pool = {.workers = workers,
                                   .slots = making.count,
                                   .context = &making,
                                   .fill = deal,
                                   .work = work,
                                   .merge = hand_over};
    enum kith_status status = kith_pool_run(&pool, err);
    for (unsigned i = 0; i < making.count; i++)
        kith_arena_release(&making.batches[i].arena);
    free(making.batches);
    return status;
}
