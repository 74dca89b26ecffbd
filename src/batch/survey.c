/* Articles are handed over by the parcel, as single ones would cost more in locks than in
 * reading. */
#include "batch/survey.h"

#include <stdlib.h>

#include "batch/pool.h"

#define PARCEL_SIZE 16
#define PARCELS_PER_WORKER 4

struct parcel {
    struct kith_arena arena;
    struct kith_sight sights[PARCEL_SIZE];
};

struct surveying {
    const struct kith_survey *survey;
    struct parcel *parcels; /* one a slot */
};

static enum kith_status look(const struct kith_survey *survey, uint32_t source,
                             struct kith_arena *arena, struct kith_sight *sight)
{
    const struct kith_setup *setup = survey->setup;
    struct kith_reading *reading = &sight->reading;
    struct kith_error unheard; /* kith build tells of articles */
    KITH_TRY(kith_reading_open(setup, survey->sources->items[source], arena, reading,
                               &unheard));
    if (!survey->has_names)
        return KITH_OK;
    KITH_TRY(kith_setup_recognize(setup, &reading->document, arena, NULL,
                                  &reading->mentions, &unheard));
    return kith_unknown_find(&reading->document, &reading->mentions, setup->abbreviations,
                             arena, &sight->unknowns, &unheard);
}

static uint32_t end_of(const struct kith_survey *survey, uint32_t parcel)
{
    const uint32_t end = (parcel + 1) * PARCEL_SIZE;
    return end < survey->sources->count ? end : survey->sources->count;
}

static void work(void *context, unsigned slot, uint32_t number)
{
    struct surveying *surveying = context;
    struct parcel *parcel = &surveying->parcels[slot];
    const uint32_t first = number * PARCEL_SIZE;
    kith_arena_reset(&parcel->arena);
    for (uint32_t i = first; i < end_of(surveying->survey, number); i++) {
        struct kith_sight *sight = &parcel->sights[i - first];
        *sight = (struct kith_sight){.status = KITH_OK};
        sight->status = look(surveying->survey, i, &parcel->arena, sight);
    }
}

static enum kith_status merge(void *context, unsigned slot, uint32_t number,
                              struct kith_error *err)
{
    struct surveying *surveying = context;
    const struct kith_survey *survey = surveying->survey;
    const uint32_t first = number * PARCEL_SIZE;
    for (uint32_t i = first; i < end_of(survey, number); i++) {
        const struct kith_sight *sight = &surveying->parcels[slot].sights[i - first];
        if (sight->status == KITH_NO_MEMORY)
            return kith_no_memory(err);
        if (sight->status == KITH_OK)
            KITH_TRY(survey->on_sight(survey->context, i, sight, err));
    }
    return KITH_OK;
}

enum kith_status kith_survey_run(const struct kith_survey *survey, struct kith_error *err)
{
    struct surveying surveying = {.survey = survey};
    struct kith_pool pool = {.workers = survey->jobs ? survey->jobs : kith_pool_cores(),
                             .jobs =
                                 (survey->sources->count + PARCEL_SIZE - 1) / PARCEL_SIZE,
                             .context = &surveying,
                             .work = work,
                             .merge = merge};
    pool.slots = pool.workers * PARCELS_PER_WORKER;
    surveying.parcels = calloc(pool.slots, sizeof *surveying.parcels);
    if (!surveying.parcels)
        return kith_no_memory(err);
    for (unsigned i = 0; i < pool.slots; i++)
        kith_arena_init(&surveying.parcels[i].arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_pool_run(&pool, err);
    for (unsigned i = 0; i < pool.slots; i++)
        kith_arena_release(&surveying.parcels[i].arena);
    free(surveying.parcels);
    return status;
}

enum kith_status kith_survey_sources(const char *const *paths, size_t count,
                                     struct kith_arena *arena,
                                     struct kith_sources *sources, struct kith_error *err)
{
    struct kith_problems unheard;
    kith_problems_init(&unheard, arena);
    for (size_t i = 0; i < count; i++)
        KITH_TRY(kith_sources_add(sources, paths[i], arena, &unheard, err));
    kith_sources_sort(sources);
    return KITH_OK;
}
