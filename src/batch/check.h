/* `kith check`: everything that can be said about gazetteers and rules before they are
 * used. */
#ifndef KITH_BATCH_CHECK_H
#define KITH_BATCH_CHECK_H

#include "base/problem.h"

/* Look over the gazetteers and the rule files (check_rules.h) at `paths`; none: the
 * shipped gazetteers. Rules are checked with these gazetteers, with the shipped ones when
 * there are none. When `articles` are given, count how they use the names, and which
 * rules find nothing in them. Everything found is added to `problems`. Articles that
 * cannot be read are passed over. */
enum kith_status kith_check_files(const char *const *paths, size_t path_count,
                                  const char *const *articles, size_t article_count,
                                  const char *variants, struct kith_problems *problems,
                                  struct kith_error *err);

#endif
