/* Looks at the slices of time of an output folder. */
#ifndef KITH_TESTS_CHECK_SLICES_H
#define KITH_TESTS_CHECK_SLICES_H

#include "check_tables.h"

/* Where the folder has slices.csv: the counts of each node add up to its mentions, and
 * those of each edge to its weight; each has one row a slice. */
void check_slices(const char *folder, const struct table *nodes,
                  const struct table *edges);

#endif
