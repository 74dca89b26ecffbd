/* How far a run has come through its files, by their sizes, also inside of one that holds
 * many articles. */
#ifndef KITH_BATCH_PACE_H
#define KITH_BATCH_PACE_H

#include "input/source.h"

struct kith_pace {
    const struct kith_sources *sources; /* borrowed; sorted */
    uint64_t *sizes;                    /* in bytes, plus one, so that none is nothing */
    uint64_t total, done;               /* of all files, of those that are behind */
    uint64_t inside;                    /* read of the one that is being read */
    uint32_t at;                        /* which one that is */
};

/* Look at the sizes. They are kept in `arena`. */
enum kith_status kith_pace_begin(struct kith_pace *pace,
                                 const struct kith_sources *sources,
                                 struct kith_arena *arena, struct kith_error *err);

/* An article of `bytes` has been read, or passed over; articles come in order. */
void kith_pace_reach(struct kith_pace *pace, struct kith_str path, uint64_t bytes);

/* From 0 to 1. A compressed file may be done before its articles are. */
double kith_pace_share(const struct kith_pace *pace);

#endif
