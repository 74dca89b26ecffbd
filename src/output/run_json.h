/* run.json: how a graph was made, so that it can be made again.
 *
 * It holds no clock times, thread counts or host names: the same input gives the same
 * bytes. docs/FORMATS.md lists every member. */
#ifndef KITH_OUTPUT_RUN_JSON_H
#define KITH_OUTPUT_RUN_JSON_H

#include "base/file.h"
#include "base/problem.h"
#include "graph/filter.h"
#include "graph/network.h"
#include "input/article_field.h"

/* What only the run knows; the rest is read off the network. Borrowed. */
struct kith_run_facts {
    const struct kith_build_options *options;
    const char *const *gazetteers; /* as they were used: named or shipped */
    size_t gazetteer_count;
    const char *const *rules;
    size_t rule_count;
    uint64_t skipped;                     /* articles that could not be used */
    uint64_t outside, undated;            /* articles left out: of other days, of none */
    const struct kith_field_names *names; /* of columns, as they were asked for */
    const struct kith_field_counts *columns; /* and as they were found */
    struct kith_filtered filtered;           /* what the options kept out of the graph */
    const struct kith_problems *problems;
};

void kith_run_json_write(const struct kith_network *network,
                         const struct kith_run_facts *facts, struct kith_output *out);

#endif
