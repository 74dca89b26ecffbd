/* Copies, from the outside: check_output.c. */
#ifndef KITH_TESTS_CHECK_COPIES_H
#define KITH_TESTS_CHECK_COPIES_H

#include "check_tables.h"

/* Every row of copies stood before, in an article that is there, and its own sentence is
 * not among those that count; every edge has as many copies as there are rows of them,
 * and as many stories as its rows of evidence are of; every article is of the story of
 * the one it copies. */
void check_copies(const struct table *articles, const struct table *sentences,
                  const struct table *evidence, const struct table *copies,
                  const struct table *edges);

#endif
