/* Many articles read on several threads and looked at by one, in the order of their
 * sources: what check and suggest count does not depend on the number of threads. */
#ifndef KITH_BATCH_SURVEY_H
#define KITH_BATCH_SURVEY_H

#include "batch/reading.h"
#include "input/source.h"
#include "recognize/unknown.h"

/* What a survey shows of an article. */
struct kith_sight {
    enum kith_status status; /* of reading it */
    struct kith_reading reading;
    struct kith_unknowns
        unknowns; /* of a survey that has names alone, as have mentions */
};

struct kith_survey {
    const struct kith_setup *setup;
    const struct kith_sources *sources;
    unsigned jobs;  /* threads; 0: one a core */
    bool has_names; /* mentions and unknown names are wanted */
    void *context;

    /* Called by the calling thread, once for each article that could be read, in order;
     * what it is shown goes when it returns. Anything but KITH_OK ends the survey. */
    enum kith_status (*on_sight)(void *context, const struct kith_sight *sight,
                                 struct kith_error *err);
};

/* Articles that cannot be read are passed over. Memory is a few articles a thread. */
enum kith_status kith_survey_run(const struct kith_survey *survey,
                                 struct kith_error *err);

/* Add what is named to `sources`, sorted; what cannot be read is passed over. */
enum kith_status kith_survey_sources(const char *const *paths, size_t count,
                                     struct kith_arena *arena,
                                     struct kith_sources *sources,
                                     struct kith_error *err);

#endif
