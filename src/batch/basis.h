/* What findings rest on besides the articles: the options, kith itself, and every file
 * that names, rules and reading come from. Where it is as it was, an article need not be
 * read again. */
#ifndef KITH_BATCH_BASIS_H
#define KITH_BATCH_BASIS_H

#include "batch/setup.h"
#include "input/source.h"
#include "store/store.h"

/* Append what of the options changes findings; the rest changes only what is made of
 * them. */
void kith_basis_write_options(const struct kith_build_options *options,
                              struct kith_buf *out);

/* Append the lists that every article is read with, path and hash of each: stop lists,
 * types, titles, corrections. */
enum kith_status kith_basis_write_lists(const struct kith_setup *setup,
                                        const struct kith_build_options *options,
                                        struct kith_buf *out, struct kith_error *err);

/* The first path that two such lists differ in; empty when they are alike. */
struct kith_str kith_basis_difference(struct kith_str before, struct kith_str after);

/* Append the rule files as they are, that of the words of status among them. NULL are no
 * rules. A failed append shows in the buffer. */
void kith_basis_write_rules(const struct kith_rules *rules, struct kith_buf *out);

/* Read the rules from what was written; they are not compiled, and the caller's.
 * KITH_BAD_INPUT, perhaps without a sentence, when they cannot be read. */
enum kith_status kith_basis_read_rules(struct kith_str written, struct kith_rules **rules,
                                       struct kith_error *err);

/* Find all files that a setup would be loaded from, without loading it. Those that are
 * missing are passed over. */
enum kith_status kith_basis_find_files(const struct kith_build_options *options,
                                       struct kith_arena *arena,
                                       struct kith_sources *files,
                                       struct kith_error *err);

#endif
