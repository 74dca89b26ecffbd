/* Names that have changed: which articles may hold one, and under which numbers the store
 * knows the entities that are as they were. */
#include <stdio.h>
#include <stdlib.h>

#include "batch/growth_part.h"
#include "gazetteer/difference.h"
#include "gazetteer/image.h"
#include "store/word_set.h"

/* Of more changed names, looking for each in each article takes longer than reading. */
#define MOST_NAMES 2000

/* A larger gazetteer is not kept beside the articles; every change of it is one of all
 * names. Bytes. */
#define LARGEST ((uint64_t)128 * 1024 * 1024)

/* ---- numbers --------------------------------------------------------------------- */

/* In a store: the first number that was never given, then that of each entity. */
static enum kith_status write_numbers(struct kith_growth *growth, struct kith_error *err)
{
    const struct kith_numbers *numbers = &growth->recall.numbering.entities;
    struct kith_buf value = {0};
    kith_buf_append(&value, (const char *)&numbers->end, sizeof numbers->end);
    kith_buf_append(&value, (const char *)numbers->number_of,
                    numbers->count * sizeof *numbers->number_of);
    enum kith_status status = kith_buf_check(&value, err);
    if (status == KITH_OK)
        status = kith_store_set(growth->store, "entities", kith_buf_view(&value), err);
    kith_buf_release(&value);
    return status;
}

/* Read them into an array of its own; *number_of is NULL when there are none for so many
 * entities. */
static enum kith_status read_numbers(struct kith_growth *growth, uint32_t count,
                                     uint32_t **number_of, uint32_t *end,
                                     struct kith_error *err)
{
    struct kith_buf value = {0};
    const size_t size = count * sizeof **number_of;
    *number_of = NULL;
    enum kith_status status =
        kith_store_get(growth->store, "entities", &value, NULL, err);
    if (status == KITH_OK && value.length == sizeof *end + size) {
        *number_of = malloc(size + 1);
        if (*number_of) {
            memcpy(end, value.data, sizeof *end);
            memcpy(*number_of, value.data + sizeof *end, size);
        } else {
            status = kith_no_memory(err);
        }
    }
    kith_buf_release(&value);
    return status;
}

enum kith_status kith_growth_take_numbers(struct kith_growth *growth,
                                          struct kith_error *err)
{
    struct kith_numbers *numbers = &growth->recall.numbering.entities;
    uint32_t *number_of, end;
    KITH_TRY(read_numbers(growth, numbers->count, &number_of, &end, err));
    return number_of ? kith_numbers_take(numbers, number_of, numbers->count, end, err)
                     : KITH_OK;
}

/* Entities that are as they were keep their numbers, others get new ones. */
static enum kith_status renumber(struct kith_growth *growth,
                                 const struct kith_difference *difference, uint32_t count,
                                 struct kith_error *err)
{
    struct kith_numbers *numbers = &growth->recall.numbering.entities;
    uint32_t *old, end = count;
    KITH_TRY(read_numbers(growth, count, &old, &end, err));
    uint32_t *number_of = malloc(((size_t)numbers->count + 1) * sizeof *number_of);
    if (!number_of) {
        free(old);
        return kith_no_memory(err);
    }
    memset(number_of, 0xFF, ((size_t)numbers->count + 1) * sizeof *number_of);
    for (uint32_t i = 0; i < count; i++)
        if (difference->successor_of[i] != KITH_NO_ID)
            number_of[difference->successor_of[i]] = old ? old[i] : i;
    for (uint32_t i = 0; i < numbers->count; i++)
        if (number_of[i] == KITH_NO_ID)
            number_of[i] = end++;
    free(old);
    return kith_numbers_take(numbers, number_of, numbers->count, end, err);
}

/* ---- articles that may hold a changed name ---------------------------------------- */

static bool holds(struct kith_str words, const struct kith_changed_name *name)
{
    for (uint32_t i = 0; i < name->count; i++)
        if (!kith_word_set_has(words, name->words[i]))
            return false;
    return true;
}

static bool is_touched(void *context, struct kith_str words)
{
    const struct kith_difference *difference = context;
    for (uint32_t i = 0; i < difference->names.count; i++)
        if (holds(words, &difference->names.items[i]))
            return true;
    return false;
}

static enum kith_status forget(struct kith_growth *growth,
                               struct kith_difference *difference, struct kith_error *err)
{
    char sentence[128];
    if (difference->is_wide || difference->names.count > MOST_NAMES) {
        growth->reads_all = true;
        growth->why_read = difference->is_wide
                               ? "a name without words has changed"
                               : "the gazetteers have changed in many places";
        return KITH_OK;
    }
    if (difference->entities) {
        snprintf(sentence, sizeof sentence, "%u %s of the gazetteers changed",
                 difference->entities, difference->entities == 1 ? "entity" : "entities");
        growth->why_read = kith_arena_copy(growth->arena, sentence, strlen(sentence));
    }
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
        status = renumber(growth, &difference, kith_gazetteer_entity_count(before), err);
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
    return status == KITH_OK ? write_numbers(growth, err) : status;
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
