/* Slices of a graph. */
#include "output/graph_slice.h"

/* Months are fewer: years have four digits. */
#define MONTHS 120000

static enum kith_status add(struct kith_graph_slices *slices, enum kith_slicing slicing,
                            uint32_t month, struct kith_arena *arena,
                            struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, slices))
        return kith_no_memory(err);
    slices->items[slices->count++] = (struct kith_graph_slice){slicing, month};
    return KITH_OK;
}

static void mark(const struct kith_tally *tally, enum kith_slicing slicing, bool *is_seen,
                 bool *is_undated_seen)
{
    struct kith_slices slices = kith_slices_of(tally->months, tally->mentions, slicing);
    struct kith_slice slice;
    while (kith_slices_next(&slices, &slice))
        if (slice.month == KITH_UNDATED_SLICE)
            *is_undated_seen = true;
        else
            is_seen[slice.month] = true;
}

/* Edges count where their entities do: to look at nodes is enough. */
enum kith_status kith_graph_slices_find(const struct kith_network *network,
                                        enum kith_slicing slicing,
                                        struct kith_arena *arena,
                                        struct kith_graph_slices *slices,
                                        struct kith_error *err)
{
    const struct kith_node *nodes = kith_network_nodes(network);
    bool is_undated_seen = false, *is_seen = KITH_ARRAY(arena, bool, MONTHS);
    *slices = (struct kith_graph_slices){0};
    if (!is_seen)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < kith_network_node_count(network); i++)
        mark(nodes[i].tally, slicing, is_seen, &is_undated_seen);
    for (uint32_t month = 0; month < MONTHS; month++)
        if (is_seen[month])
            KITH_TRY(add(slices, slicing, month, arena, err));
    return is_undated_seen ? add(slices, slicing, KITH_UNDATED_SLICE, arena, err)
                           : KITH_OK;
}

uint64_t kith_graph_slice_count(const struct kith_graph_slice *slice,
                                struct kith_months months, uint64_t total)
{
    struct kith_slices slices = kith_slices_of(months, total, slice->slicing);
    struct kith_slice next;
    while (kith_slices_next(&slices, &next))
        if (next.month == slice->month)
            return next.count;
    return 0;
}

bool kith_graph_slice_has(const char *field)
{
    static const char *const names[] = {
        "label",    "type",   "mentions", "community", "community_name",
        "row",      "x",      "y",        "size",      "color",
        "relation", "family", "weight",   "evidence",  "rule"};
    for (size_t i = 0; field && i < sizeof names / sizeof *names; i++)
        if (strcmp(field, names[i]) == 0)
            return true;
    return !field;
}
