/* What a run tells its caller while it runs: how far it is, and what goes wrong, as it
 * happens. */
#ifndef KITH_BATCH_TELLER_H
#define KITH_BATCH_TELLER_H

#include "base/problem.h"
#include "batch/pace.h"
#include "batch/passed_over.h"
#include "batch/setup.h"
#include "graph/ledger.h"

struct kith_teller {
    const struct kith_build_options *options;
    const struct kith_problems *problems; /* borrowed; it grows */
    const struct kith_passed_over *passed_over;
    uint32_t told; /* of the problems */
    struct kith_pace pace;
    struct kith_progress progress;
};

/* Begin; nothing is loaded yet. */
void kith_teller_begin(struct kith_teller *teller,
                       const struct kith_build_options *options,
                       const struct kith_problems *problems,
                       const struct kith_passed_over *passed_over);

/* The files are found and the gazetteers loaded. */
enum kith_status kith_teller_load(struct kith_teller *teller,
                                  const struct kith_sources *sources,
                                  const struct kith_gazetteer *gazetteer,
                                  struct kith_arena *arena, struct kith_error *err);

/* An article has been read, or passed over. */
void kith_teller_reach(struct kith_teller *teller, const struct kith_article *article);

/* Tell how far `ledger` has come (NULL: there is none yet), and problems that are not
 * told yet. */
void kith_teller_tell(struct kith_teller *teller, enum kith_phase phase,
                      const struct kith_ledger *ledger);

#endif
