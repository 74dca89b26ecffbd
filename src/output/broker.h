/* Brokers: the entities that hold a network together, found in the tables of an output
 * folder, with the sentences that make them so. */
#ifndef KITH_OUTPUT_BROKER_H
#define KITH_OUTPUT_BROKER_H

#include "base/buf.h"
#include "output/holding.h"

/* Names told of those that fall away, communities told of those that are joined, and
 * sentences shown. */
#define KITH_BROKER_NAMES 3
#define KITH_BROKER_COMMUNITIES 4
#define KITH_BROKER_PROOFS 2

/* A community that a broker has neighbours in. */
struct kith_joined {
    uint32_t community; /* number, as in nodes.csv */
    uint32_t links;     /* neighbours there */
    bool is_only_link;  /* all that joins it and the broker's own */
};

/* Why a broker is one, in an article's words. */
struct kith_broker_proof {
    uint32_t line;     /* of the holding: what joins the broker and somebody else */
    uint64_t evidence; /* its row of evidence.csv, from 1; 0: none is there */
    uint64_t article, begin, end; /* "a12" is 12; bytes in the article */
    bool is_relation, is_fact;
    struct kith_str relation, path, date;
    struct kith_str text; /* the sentence, or the two that it stands in */
};

struct kith_broker {
    uint32_t node;
    uint32_t betweenness_rank, degree_rank; /* from 1; 0: not measured */
    uint32_t fallen_count;                  /* who falls away without it; who stays with
                                               the largest part that is left does not */
    uint32_t fallen[KITH_BROKER_NAMES];     /* in the order of nodes.csv */
    uint32_t joined_count;                  /* its own community is none of them */
    struct kith_joined joined[KITH_BROKER_COMMUNITIES]; /* most links first */
    uint32_t proof_count;
    struct kith_broker_proof proofs[KITH_BROKER_PROOFS];
};

struct kith_brokers {
    struct kith_holding holding;
    struct kith_broker *items; /* highest betweenness first */
    uint32_t count;
};

/* Find the first `top` brokers of the graph in the output folder `folder`: docs/
 * ALGORITHMS.md. All of it lives in `arena`, but for what release gives back, which is
 * due after a failure, too. Linear in the tables, and once in the edges for each broker.
 */
enum kith_status kith_brokers_read(struct kith_brokers *brokers, const char *folder,
                                   uint32_t top, struct kith_arena *arena,
                                   struct kith_error *err);
void kith_brokers_release(struct kith_brokers *brokers);

/* Read the sentences of brokers whose proofs have their lines; done by the above. */
enum kith_status kith_broker_proofs_read(struct kith_brokers *brokers, const char *folder,
                                         struct kith_arena *arena,
                                         struct kith_error *err);

/* Write them for a person, or as one JSON object a line. */
void kith_brokers_write_text(const struct kith_brokers *brokers, struct kith_buf *out);
void kith_brokers_write_json(const struct kith_brokers *brokers, struct kith_buf *out);

#endif
