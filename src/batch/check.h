/* `kith check`: everything that can be said about gazetteers before they are used. */
#ifndef KITH_BATCH_CHECK_H
#define KITH_BATCH_CHECK_H

#include "base/problem.h"

/* Load and compile `gazetteers` (none: the shipped ones), look over their names, and,
 * when `articles` are given, count how these articles use them. Everything found is added
 * to `problems`. Articles that cannot be read are passed over. */
enum kith_status kith_check_gazetteers(const char *const *gazetteers,
                                       size_t gazetteer_count,
                                       const char *const *articles, size_t article_count,
                                       const char *variants,
                                       struct kith_problems *problems,
                                       struct kith_error *err);

#endif
