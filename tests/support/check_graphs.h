/* Do the other files of an output folder say what its tables say? For check_output. */
#ifndef KITH_TESTS_CHECK_GRAPHS_H
#define KITH_TESTS_CHECK_GRAPHS_H

#include "check_tables.h"

/* Of each of these, nothing is looked at where there is no file. */

/* graph.graphml, of either profile, and graph.gexf. */
void check_graphs(const char *folder, const struct table *nodes,
                  const struct table *edges);
void check_dot(const char *folder, const struct table *nodes, const struct table *edges);
void check_vosviewer(const char *folder, const struct table *nodes,
                     const struct table *edges);

/* The JSON Lines beside the tables. */
void check_lines(const char *folder);

#endif
