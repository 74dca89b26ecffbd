/* How much more two entities stand together than chance would have it. */
#ifndef KITH_GRAPH_ASSOCIATION_H
#define KITH_GRAPH_ASSOCIATION_H

#include <stdint.h>

/* Counts of one pair in one unit: sentences, paragraphs, articles or mentions. Always
 * both <= a, both <= b and a + b - both <= all. */
struct kith_association {
    uint64_t all;  /* units there are */
    uint64_t a, b; /* units that hold the one, the other */
    uint64_t both; /* units that hold both */
};

/* Normalised pointwise mutual information, -1 to 1: 1 when they never stand apart, 0 when
 * they meet as often as chance has it, -1 when they never meet. */
double kith_npmi(struct kith_association counts);

/* Dunning's log-likelihood ratio G2, negative when they meet less often than chance has
 * it. Beyond +-10.83 chance does it less than once in a thousand. */
double kith_llr(struct kith_association counts);

/* Jaccard's index, 0 to 1: of the units that hold either, the share that holds both. */
double kith_jaccard(struct kith_association counts);

#endif
