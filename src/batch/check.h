/* `kith check`: everything that can be said about gazetteers and rules before they are
 * used. */
#ifndef KITH_BATCH_CHECK_H
#define KITH_BATCH_CHECK_H

#include "base/problem.h"
#include "kith.h"

/* Look over the gazetteers and the rule files (check_rules.h) that `options` name, and
 * the files beside them; none: the shipped gazetteers. Rules are checked with these
 * gazetteers, with the shipped ones when there are none. When articles are given, count
 * how these use the names, and which rules find nothing in them. Everything found is
 * added to `problems`, in the same order for any number of threads. Articles that cannot
 * be read are passed over. */
enum kith_status kith_check_files(const struct kith_check_options *options,
                                  struct kith_problems *problems, struct kith_error *err);

#endif
