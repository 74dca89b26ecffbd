/* What a run came to, copied out of it for the caller. */
#ifndef KITH_BATCH_SUMMARY_H
#define KITH_BATCH_SUMMARY_H

#include "base/problem.h"
#include "batch/folder.h"
#include "batch/growth.h"
#include "batch/passed_over.h"
#include "graph/filter.h"
#include "graph/network.h"

/* A summary of `network`, what was left out of it, and `problems`, with all its strings
 * in memory of its own; free with kith_summary_release. Articles that were
 * skipped are among the problems. */
enum kith_status kith_summary_make(const struct kith_network *network,
                                   const struct kith_filtered *filtered,
                                   const struct kith_problems *problems,
                                   const struct kith_passed_over *passed_over,
                                   const struct kith_folder *folder,
                                   struct kith_summary **out, struct kith_error *err);

/* Say in a summary what a run took from its store, if it had one. */
enum kith_status kith_summary_tell_kept(struct kith_summary *summary,
                                        const struct kith_growth *growth,
                                        struct kith_error *err);

/* Append the counts of a summary. */
void kith_summary_pack(const struct kith_summary *summary, struct kith_buf *out);

/* A summary of nothing but counts that were packed, of a run that had nothing to do. */
enum kith_status kith_summary_unpack(struct kith_str packed, struct kith_summary **out,
                                     struct kith_error *err);

void kith_summary_release(struct kith_summary *summary);

#endif
