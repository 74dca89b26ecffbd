/* The reading of a survey: parcels in, sights out. */
#include "batch/survey.h"

#include <stdlib.h>

#include "batch/parcel.h"

#define PARCELS_PER_WORKER 4

struct sights {
    struct kith_sight items[KITH_PARCEL_SIZE];
};

struct surveying {
    const struct kith_survey *survey;
    struct kith_parcels parcels;
    struct sights *sights; /* one a parcel */
};

static enum kith_status look(const struct kith_survey *survey,
                             const struct kith_unread *unread, struct kith_arena *arena,
                             struct kith_sight *sight)
{
    static const struct kith_reader_options options;
    const struct kith_setup *setup = survey->setup;
    struct kith_reading *reading = &sight->reading;
    struct kith_error unheard; /* kith build tells of articles */
    KITH_TRY(kith_reading_begin(setup, unread, &options, arena, &reading->article,
                                &reading->document, NULL, &unheard));
    if (!survey->has_names)
        return KITH_OK;
    KITH_TRY(kith_setup_recognize(setup, &reading->document, arena, NULL,
                                  &reading->mentions, &unheard));
    return kith_unknown_find(&reading->document, &reading->mentions, setup->abbreviations,
                             arena, &sight->unknowns, &unheard);
}

static enum kith_status deliver(void *context, struct kith_feed *feed,
                                struct kith_error *err)
{
    struct surveying *surveying = context;
    const struct kith_intake intake = {0};
    return kith_parcels_deliver(&surveying->parcels, &intake, surveying->survey->sources,
                                NULL, feed, err);
}

static void work(void *context, unsigned slot)
{
    struct surveying *surveying = context;
    struct kith_parcel *parcel = &surveying->parcels.items[slot];
    for (uint32_t i = 0; i < parcel->count; i++) {
        struct kith_sight *sight = &surveying->sights[slot].items[i];
        *sight = (struct kith_sight){.status = KITH_OK};
        sight->status =
            look(surveying->survey, &parcel->articles[i], &parcel->arena, sight);
    }
}

static enum kith_status merge(void *context, unsigned slot, struct kith_error *err)
{
    struct surveying *surveying = context;
    const struct kith_survey *survey = surveying->survey;
    for (uint32_t i = 0; i < surveying->parcels.items[slot].count; i++) {
        const struct kith_sight *sight = &surveying->sights[slot].items[i];
        if (sight->status == KITH_NO_MEMORY)
            return kith_no_memory(err);
        if (sight->status == KITH_OK)
            KITH_TRY(survey->on_sight(survey->context, sight, err));
    }
    return KITH_OK;
}

enum kith_status kith_survey_run(const struct kith_survey *survey, struct kith_error *err)
{
    struct surveying surveying = {.survey = survey};
    struct kith_pool pool = {.workers = survey->jobs ? survey->jobs : kith_pool_cores(),
                             .context = &surveying,
                             .fill = deliver,
                             .work = work,
                             .merge = merge};
    pool.slots = pool.workers * PARCELS_PER_WORKER;
    surveying.sights = calloc(pool.slots, sizeof *surveying.sights);
    enum kith_status status = surveying.sights ? KITH_OK : kith_no_memory(err);
    if (status == KITH_OK)
        status = kith_parcels_init(&surveying.parcels, pool.slots, err);
    if (status == KITH_OK)
        status = kith_pool_run(&pool, err);
    kith_parcels_release(&surveying.parcels);
    free(surveying.sights);
    return status;
}

enum kith_status kith_survey_sources(const char *const *paths, size_t count,
                                     struct kith_arena *arena,
                                     struct kith_sources *sources, struct kith_error *err)
{
    struct kith_problems unheard;
    kith_problems_init(&unheard, arena);
    sources->without_facts = true;
    return kith_sources_find(sources, paths, count, arena, &unheard, err);
}
