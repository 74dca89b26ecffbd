/* Words whose dot does not end a sentence, from gazetteers/abbreviations.csv. */
#ifndef KITH_TEXT_ABBREVIATION_H
#define KITH_TEXT_ABBREVIATION_H

#include "base/problem.h"
#include "base/status.h"

/* Immutable once loaded; shared by all threads. */
struct kith_abbreviations;

/* Load the CSV at `path`; NULL path gives the few that English text cannot do without.
 * Columns are described in docs/FORMATS.md. Free with kith_abbreviations_free. */
enum kith_status kith_abbreviations_load(const char *path, struct kith_problems *problems,
                                         struct kith_abbreviations **out,
                                         struct kith_error *err);

void kith_abbreviations_free(struct kith_abbreviations *list);

#endif
