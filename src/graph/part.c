/* Groups by size, and graphs cut along them with a counting sort. */
#include "graph/part.h"

#include <stdlib.h>

struct group {
    uint32_t label, size, first; /* first: its earliest node */
};

/* Largest first, then by earliest node; no two groups are equal. */
static int compare(const void *left, const void *right)
{
    const struct group *a = left, *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

enum kith_status kith_groups_rank(uint32_t *groups, uint32_t node_count,
                                  struct kith_arena *arena, uint32_t *group_count,
                                  struct kith_error *err)
{
    struct group *sorted = KITH_ARRAY(arena, struct group, node_count);
    uint32_t *rank = KITH_ARRAY(arena, uint32_t, node_count);
    if (!sorted || !rank)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < node_count; i++) {
        struct group *group = &sorted[groups[i]];
        if (group->size++ == 0) {
            group->label = groups[i];
            group->first = i;
        }
    }
    if (node_count) /* unused labels have size 0 and sink to the end */
        qsort(sorted, node_count, sizeof *sorted, compare);
    *group_count = 0;
    while (*group_count < node_count && sorted[*group_count].size) {
        rank[sorted[*group_count].label] = *group_count + 1;
        ++*group_count;
    }
    for (uint32_t i = 0; i < node_count; i++)
        groups[i] = rank[groups[i]];
    return KITH_OK;
}

/* What all parts share, each owning a stretch of it. */
struct cutting {
    uint32_t *nodes; /* of part 1, then part 2 ... */
    uint32_t *place; /* of each node of the whole in its part */
    uint32_t *ends;
    double *strengths, *lengths;
};

static bool has_memory(const struct cutting *cutting)
{
    return cutting->nodes && cutting->place && cutting->ends && cutting->strengths &&
           cutting->lengths;
}

static bool is_inside(const struct kith_lines *whole, const uint32_t *groups,
                      uint32_t edge)
{
    return groups[whole->ends[2 * edge]] == groups[whole->ends[2 * edge + 1]];
}

/* Count every part's nodes and edges. */
static void measure_parts(const struct kith_lines *whole, const uint32_t *groups,
                          struct kith_part *parts)
{
    for (uint32_t i = 0; i < whole->node_count; i++)
        parts[groups[i] - 1].lines.node_count++;
    for (uint32_t i = 0; i < whole->edge_count; i++)
        if (is_inside(whole, groups, i))
            parts[groups[whole->ends[2 * i]] - 1].lines.edge_count++;
}

/* Give each part its stretch, and empty it for filling. */
static void lay_out_parts(struct kith_part *parts, uint32_t count,
                          const struct cutting *cutting)
{
    uint32_t nodes = 0, edges = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct kith_lines *lines = &parts[i].lines;
        parts[i].nodes = cutting->nodes + nodes;
        lines->ends = cutting->ends + 2 * (size_t)edges;
        lines->strengths = cutting->strengths + edges;
        lines->lengths = cutting->lengths + edges;
        nodes += lines->node_count;
        edges += lines->edge_count;
        lines->node_count = lines->edge_count = 0;
    }
}

static void fill_nodes(const struct kith_lines *whole, const uint32_t *groups,
                       struct kith_part *parts, struct cutting *cutting)
{
    for (uint32_t i = 0; i < whole->node_count; i++) {
        struct kith_part *part = &parts[groups[i] - 1];
        cutting->place[i] = part->lines.node_count++;
        cutting->nodes[part->nodes - cutting->nodes + cutting->place[i]] = i;
    }
}

static void fill_edges(const struct kith_lines *whole, const uint32_t *groups,
                       struct kith_part *parts, struct cutting *cutting)
{
    for (uint32_t i = 0; i < whole->edge_count; i++) {
        if (!is_inside(whole, groups, i))
            continue;
        uint32_t a = whole->ends[2 * i], b = whole->ends[2 * i + 1];
        struct kith_lines *lines = &parts[groups[a] - 1].lines;
        size_t at = (size_t)(lines->strengths - cutting->strengths) + lines->edge_count++;
        cutting->ends[2 * at] = cutting->place[a];
        cutting->ends[2 * at + 1] = cutting->place[b];
        cutting->strengths[at] = whole->strengths[i];
        cutting->lengths[at] = whole->lengths[i];
    }
}

enum kith_status kith_parts_cut(const struct kith_lines *whole, const uint32_t *groups,
                                uint32_t group_count, struct kith_arena *arena,
                                struct kith_part **parts, struct kith_error *err)
{
    struct cutting cutting = {
        .nodes = KITH_ARRAY(arena, uint32_t, whole->node_count),
        .place = KITH_ARRAY(arena, uint32_t, whole->node_count),
        .ends = KITH_ARRAY(arena, uint32_t, 2 * (size_t)whole->edge_count),
        .strengths = KITH_ARRAY(arena, double, whole->edge_count),
        .lengths = KITH_ARRAY(arena, double, whole->edge_count),
    };
    *parts = KITH_ARRAY(arena, struct kith_part, group_count);
    if (!*parts || !has_memory(&cutting))
        return kith_no_memory(err);
    measure_parts(whole, groups, *parts);
    lay_out_parts(*parts, group_count, &cutting);
    fill_nodes(whole, groups, *parts, &cutting);
    fill_edges(whole, groups, *parts, &cutting);
    return KITH_OK;
}
