/* `kith check` for rule files: examples run, and what does nothing. */
#ifndef KITH_BATCH_CHECK_RULES_H
#define KITH_BATCH_CHECK_RULES_H

#include "batch/setup.h"

/* True when the file holds rules and no names. */
bool kith_is_rule_file(const char *path);

/* Look over each of the rule files at `paths` and run its examples, with the names of its
 * cast or, when it has none, with those of `setup`. When articles are given, note the
 * rules of the files that find nothing in them. What is found is added to `problems`.
 * Linear in the examples times the rules of their file, and in the articles. */
enum kith_status kith_check_rules(struct kith_setup *setup, const char *const *paths,
                                  size_t path_count, const char *const *articles,
                                  size_t article_count, struct kith_problems *problems,
                                  struct kith_error *err);

#endif
