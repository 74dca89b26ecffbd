/* Communities: the best of several attempts, and after whom they are called. */
#include "graph/community.h"

#include <string.h>

#include "base/id.h"
#include "graph/part.h"

/* Communities are the best of so many attempts of at most so many rounds; on a large
 * graph each round takes long, and those after the third gain less than a thousandth of
 * modularity.
 */
#define ATTEMPTS 5
#define ROUNDS 10
#define ATTEMPTS_LARGE 2
#define ROUNDS_LARGE 3
#define LARGE_NODES 20000

/* The attempt of highest modularity; of equal ones the first. V. A. Traag, L. Waltman, N.
 * J. van Eck, "From Louvain to Leiden", Scientific Reports 9, 2019. */
static enum kith_status find_best(struct kith_door *door, const struct kith_lines *lines,
                                  uint64_t seed, uint32_t *found, uint32_t *best,
                                  double *modularity, struct kith_error *err)
{
    uint32_t n = lines->node_count;
    int attempts = n < LARGE_NODES ? ATTEMPTS : ATTEMPTS_LARGE;
    int rounds = n < LARGE_NODES ? ROUNDS : ROUNDS_LARGE;
    for (int i = 0; i < attempts; i++) {
        double reached;
        KITH_TRY(kith_door_communities(door, seed + (uint64_t)i, rounds, found, &reached,
                                       err));
        if (i > 0 && reached <= *modularity)
            continue;
        *modularity = reached;
        memcpy(best, found, n * sizeof *found);
    }
    return KITH_OK;
}

enum kith_status kith_communities_find(struct kith_door *door,
                                       const struct kith_lines *lines, uint64_t seed,
                                       struct kith_arena *arena, uint32_t *communities,
                                       uint32_t *count, double *modularity,
                                       struct kith_error *err)
{
    uint32_t n = lines->node_count;
    uint32_t *found = KITH_ARRAY(arena, uint32_t, n),
             *best = KITH_ARRAY(arena, uint32_t, n);
    if (!found || !best)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < n; i++)
        best[i] = i;
    *modularity = 0;
    if (lines->edge_count)
        KITH_TRY(find_best(door, lines, seed, found, best, modularity, err));
    KITH_TRY(kith_groups_rank(best, n, arena, count, err));
    memcpy(communities, best, n * sizeof *best);
    return KITH_OK;
}

/* Set `node` among the strongest. Nodes come in their order, so the first of equal ones
 * stays ahead. */
static void rank(struct kith_community *community, const double *strengths, uint32_t node)
{
    for (int i = 0; i < KITH_COMMUNITY_NAMES; i++) {
        uint32_t other = community->strongest[i];
        if (other != KITH_NO_ID && strengths[other] >= strengths[node])
            continue;
        community->strongest[i] = node;
        if (other == KITH_NO_ID)
            return;
        node = other;
    }
}

const struct kith_community *
kith_communities_describe(const uint32_t *communities, const double *strengths,
                          uint32_t node_count, uint32_t count, struct kith_arena *arena)
{
    struct kith_community *items = KITH_ARRAY(arena, struct kith_community, count);
    if (!items)
        return NULL;
    for (uint32_t i = 0; i < count; i++)
        for (int k = 0; k < KITH_COMMUNITY_NAMES; k++)
            items[i].strongest[k] = KITH_NO_ID;
    for (uint32_t i = 0; i < node_count; i++) {
        struct kith_community *community = &items[communities[i] - 1];
        community->size++;
        rank(community, strengths, i);
    }
    return items;
}
