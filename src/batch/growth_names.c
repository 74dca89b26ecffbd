/* Names that have changed: which articles may hold one, and under which numbers the store
 * knows the entities that are as they were. */
#include "batch/growth_part.h"
#include "gazetteer/difference.h"
#include "gazetteer/image.h"
#include "store/word_set.h"

/* Of more changed names, looking for each in each article takes longer than reading. */
#define MOST_NAMES 2000

/* A larger gazetteer is not kept beside the articles; every change of it is one of all
 * names. Bytes. */
#define LARGEST ((uint64_t)128 * 1024 * 1024)

/* ---- articles that may hold a changed name ---------------------------------------- */

static bool holds(struct kith_str words, const struct kith_changed_name *name)
{
    for (uint32_t i = 0; i < name->count; i++)
        if (!kith_word_set_has(words, name->words[i]))
            return false;
    return true;
}

static bool is_touched(void *context, struct kith_str words, uint32_t mentions)
{
    (void)mentions;
    const struct kith_difference *difference = context;
    for (uint32_t i = 0; i < difference->names.count; i++)
        if (holds(words, &difference->names.items[i]))
            return true;
    return false;
}

static enum kith_status forget(struct kith_growth *growth,
                               struct kith_difference *difference, struct kith_error *err)
{
    if (difference->is_wide || difference->names.count > MOST_NAMES) {
        growth->reads_all = true;
        growth->why_read = difference->is_wide
                               ? "a name without words has changed"
                               : "the gazetteers have changed in many places";
        return KITH_OK;
    }
    if (difference->entities)
        KITH_TRY(kith_growth_say_why(growth, err, "%u %s of the gazetteers changed",
                                     difference->entities,
                                     difference->entities == 1 ? "entity" : "entities"));
    return kith_store_forget(growth->store, is_touched, difference, err);
}

static enum kith_status compare(struct kith_growth *growth,
                                const struct kith_gazetteer *before,
                                const struct kith_gazetteer *after,
                                struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_difference difference;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        kith_gazetteers_compare(before, after, &arena, &difference, err);
    if (status == KITH_OK)
        status = forget(growth, &difference, err);
    if (status == KITH_OK && !growth->reads_all)
        status = kith_growth_renumber(growth, &growth->recall.numbering.entities,
                                      "entities", difference.successor_of,
                                      kith_gazetteer_entity_count(before), err);
    kith_arena_release(&arena);
    return status;
}

enum kith_status kith_growth_compare_names(struct kith_growth *growth,
                                           const struct kith_gazetteer *after,
                                           struct kith_error *err)
{
    struct kith_buf image = {0};
    struct kith_gazetteer *before = NULL;
    struct kith_error unheard;
    enum kith_status status =
        kith_store_get(growth->store, "gazetteer", &image, NULL, err);
    if (status == KITH_OK)
        status = kith_gazetteer_new(&before, err);
    if (status == KITH_OK) {
        if (image.length && kith_image_attach(before, kith_buf_view(&image), "gazetteer",
                                              &unheard) == KITH_OK) {
            status = compare(growth, before, after, err);
        } else {
            growth->reads_all = true;
            growth->why_read = "the gazetteers have changed";
        }
    }
    kith_gazetteer_free(before);
    kith_buf_release(&image);
    return status;
}

enum kith_status kith_growth_keep_names(struct kith_growth *growth,
                                        const struct kith_setup *setup,
                                        struct kith_error *err)
{
    struct kith_buf image = {0};
    if (!setup->has_image && kith_gazetteer_size(setup->gazetteer) <= LARGEST)
        kith_gazetteer_save(setup->gazetteer, &image);
    enum kith_status status = kith_buf_check(&image, err);
    if (status == KITH_OK)
        status = kith_store_set(growth->store, "gazetteer", kith_buf_view(&image), err);
    kith_buf_release(&image);
    return status;
}

enum kith_status kith_growth_keep_told(struct kith_growth *growth,
                                       const struct kith_setup *setup,
                                       const struct kith_problems *problems,
                                       struct kith_error *err)
{
    struct kith_buf told = {0};
    uint64_t basis;
    KITH_TRY(kith_growth_get(growth, "basis", &basis, err));
    if (basis == growth->basis)
        return KITH_OK;
    kith_problems_pack(problems, setup->told.first, setup->told.end, &told);
    enum kith_status status = kith_buf_check(&told, err);
    if (status == KITH_OK)
        status = kith_store_set(growth->store, "told", kith_buf_view(&told), err);
    kith_buf_release(&told);
    return status == KITH_OK ? kith_growth_set(growth, "basis", growth->basis, err)
                             : status;
}

enum kith_status kith_growth_find_names(struct kith_growth *growth,
                                        const struct kith_kept_names **names,
                                        struct kith_error *err)
{
    const struct kith_recognize_options *options = &growth->options->recognize;
    uint64_t basis;
    *names = NULL;
    if (!growth->basis || options->corrections || options->mentions)
        return KITH_OK;
    KITH_TRY(kith_growth_get(growth, "basis", &basis, err));
    if (basis != growth->basis)
        return KITH_OK;
    KITH_TRY(kith_store_get(growth->store, "gazetteer", &growth->names.image, NULL, err));
    KITH_TRY(kith_store_get(growth->store, "told", &growth->names.problems, NULL, err));
    if (growth->names.image.length)
        *names = &growth->names;
    return KITH_OK;
}
