/* The measured network; graph/measures.h measures it.
 *
 * Measures are computed on an undirected simple graph: of co-occurrence edges, each
 * pair's strength its co-occurrence weight; of the relations that an article states as
 * facts, each pair's strength the number of rows that do; or of both, the strengths added
 * up. Where a measure reads weights as lengths (betweenness, closeness, harmonic) see
 * graph/search.h. */
#ifndef KITH_GRAPH_NETWORK_H
#define KITH_GRAPH_NETWORK_H

#include "graph/community.h"
#include "graph/ledger.h"

struct kith_network;

/* A node with its measures. Values are finite; a measure that is undefined for a node or
 * was not computed is NaN or KITH_NO_ID here and absent from the files. */
struct kith_node {
    const struct kith_tally *tally;
    uint32_t degree;                /* neighbours in the measured graph */
    uint32_t in_degree, out_degree; /* asserted directed relation edges that arrive, that
                                       leave */
    double strength;                /* sum over its neighbours */
    double pagerank, betweenness, closeness, harmonic, eigenvector;
    double betweenness_error; /* its standard error, when sampled */
    double hub, authority;    /* among asserted directed relations */
    double clustering, constraint;
    uint32_t core;        /* core number */
    uint32_t community;   /* 1 is the largest; numbered by size */
    uint32_t component;   /* 1 is the largest */
    bool is_articulation; /* without it, its component would fall apart */
    double x, y;          /* layout; NaN when none is wanted */
};

struct kith_network_options {
    enum kith_layout_kind layout;
    uint64_t seed;  /* communities and layout; the same seed, the same bytes */
    double seconds; /* budget of betweenness, closeness and harmonic, turned into steps by
                       a fixed rate and not by a clock; past it, see the facts */
    enum kith_measured measured; /* on which edges */
    unsigned jobs;               /* threads of path measures; 0: one a core */
    const volatile int *stop;    /* may be NULL; non-zero ends it within a second */
};

/* Facts about the computation, for run.json and the files' descriptions. */
struct kith_network_facts {
    enum kith_measured measured;
    uint32_t component_count, community_count;
    double modularity; /* 0 without edges */
    bool betweenness_is_sampled;
    uint32_t pivots;          /* sources used when sampled, else 0 */
    double betweenness_error; /* when sampled: its standard error as a share of the value,
                                 the mean of the 20 highest; else 0 */
    bool has_closeness; /* false: closeness and harmonic were past the budget, all NaN */
    bool has_cuts;      /* articulation points and bridges are known */
    const char *stopped_at; /* the measure at which *stop was heard; it and those after it
                               are absent. NULL: at none */
};

/* What an edge is to the measured graph. */
enum kith_bridge {
    KITH_NOT_MEASURED,
    KITH_NO_BRIDGE,
    KITH_BRIDGE /* without its pair of nodes joined, a component would fall apart */
};

/* Measure the closed ledger, which must outlive the network. A stop is no failure: see
 * the facts. To be called on one thread at a time: igraph keeps its state in globals. */
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
enum kith_bridge kith_network_bridge(const struct kith_network *network,
                                     const struct kith_edge *edge);

/* The community of this number; NULL when communities are not known. */
const struct kith_community *kith_network_community(const struct kith_network *network,
                                                    uint32_t number);

#endif
