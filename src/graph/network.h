/* The measured network. igraph, which measures it, stands behind graph/door.h.
 *
 * Measures are computed on the undirected simple graph of co-occurrence edges, each
 * pair's strength its co-occurrence weight; or, where these are not wanted, on that of
 * the relations that an article states as facts, each pair's strength the number of rows
 * that do. Where a measure reads weights as lengths
 * (betweenness, closeness, harmonic) the length of an edge is round(720720 / weight), at
 * least 1: whole numbers, so that equal paths are equal; docs/ALGORITHMS.md. */
#ifndef KITH_GRAPH_NETWORK_H
#define KITH_GRAPH_NETWORK_H

#include "graph/ledger.h"

struct kith_network;

/* A node with its measures. Values are finite; a measure that is undefined for a node is
 * NaN here and absent from the files. */
struct kith_node {
    const struct kith_tally *tally;
    uint32_t degree;                /* neighbours in the measured graph */
    uint32_t in_degree, out_degree; /* asserted directed relation edges that arrive, that
                                       leave */
    double strength;                /* sum over its neighbours */
    double pagerank, betweenness, closeness, harmonic, eigenvector;
    uint32_t core;      /* core number */
    uint32_t community; /* 1 is the largest; numbered by size */
    uint32_t component; /* 1 is the largest */
    double x, y;        /* layout; NaN when none is wanted */
};

struct kith_network_options {
    enum kith_layout_kind layout;
    uint64_t seed;  /* communities and layout; the same seed, the same bytes */
    double seconds; /* budget of betweenness, closeness and harmonic, turned into steps by
                       a fixed rate and not by a clock; past it, see the facts */
    bool on_relations;        /* measure relations, not co-occurrence */
    const volatile int *stop; /* may be NULL; non-zero interrupts within a second */
};

/* Facts about the computation, for run.json and the files' descriptions. */
struct kith_network_facts {
    bool is_on_relations;
    uint32_t component_count, community_count;
    double modularity; /* 0 without edges */
    bool betweenness_is_sampled;
    uint32_t pivots;    /* sources used when sampled, else 0 */
    bool has_closeness; /* false: closeness and harmonic were past the budget, all NaN */
};

/* Measure the closed ledger, which must outlive the network. KITH_INTERRUPTED when *stop
 * said so. To be called on one thread at a time: igraph keeps its state in globals. */
enum kith_status kith_network_new(const struct kith_ledger *ledger,
                                  const struct kith_network_options *options,
                                  struct kith_network **out, struct kith_error *err);
void kith_network_free(struct kith_network *network);

/* Nodes in the order of the ledger's tallies; edges are the ledger's. node_of is
 * KITH_NO_ID for an entity without mentions. */
uint32_t kith_network_node_count(const struct kith_network *network);
const struct kith_node *kith_network_nodes(const struct kith_network *network);
uint32_t kith_network_node_of(const struct kith_network *network, kith_id entity);
const struct kith_ledger *kith_network_ledger(const struct kith_network *network);
struct kith_network_facts kith_network_facts(const struct kith_network *network);

#endif
