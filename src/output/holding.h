/* A measured network, read back from nodes.csv and edges.csv of an output folder: who is
 * joined to whom, and what was measured of each. */
#ifndef KITH_OUTPUT_HOLDING_H
#define KITH_OUTPUT_HOLDING_H

#include "base/map.h"
#include "output/cast.h"

/* A node has the number of its member of the cast. */
struct kith_held {
    uint32_t degree;
    double betweenness, constraint; /* NaN: not measured */
    bool is_articulation;
    uint32_t community; /* 0: not known */
};

/* Two that edges join, one or several. */
struct kith_held_line {
    uint32_t a, b;
    double weight;    /* of all that are measured */
    bool is_measured; /* one of them is; else the line is no arc */
    bool is_bridge;
};

struct kith_holding {
    struct kith_cast cast;
    struct kith_held *nodes;
    struct kith_str *community_names; /* by number; [0] is empty */
    uint32_t community_count;         /* the highest number */
    struct {
        struct kith_held_line *items;
        uint32_t count, room;
    } lines;
    struct kith_map line_of_edge; /* the number in an edge's id -> line */
    uint32_t *begin;              /* where the arcs of a node begin; the next one's end */
    uint32_t *arcs;               /* measured lines, by node */
};

/* Read the folder. All of it lives in `arena`, but for what release gives back, after a
 * failure, too. KITH_BAD_INPUT when a table is not as kith writes it. */
enum kith_status kith_holding_read(struct kith_holding *holding, const char *folder,
                                   struct kith_arena *arena, struct kith_error *err);
void kith_holding_release(struct kith_holding *holding);

/* Who is at the other end of a line. */
uint32_t kith_held_other(const struct kith_holding *holding, uint32_t line,
                         uint32_t node);

#endif
