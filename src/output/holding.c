/* Reading a measured network: nodes by their members, lines by their pairs, arcs by a
 * counting sort. */
#include "output/holding.h"

#include "output/folder_table.h"

struct reader {
    struct kith_holding *holding;
    struct kith_arena *arena;
    struct kith_map line_of_pair;
};

static bool is_true(struct kith_str cell)
{
    return kith_str_equal(cell, KITH_STR("true"));
}

/* ---- nodes ----------------------------------------------------------------------- */

/* Numbers of communities are made by kith and dense: names are a list by number. */
static enum kith_status name_community(struct reader *reader, uint32_t number,
                                       struct kith_str name, struct kith_error *err)
{
    struct kith_holding *holding = reader->holding;
    if (number > holding->cast.count)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s/nodes.csv: %u is no community of %u entities",
                         holding->cast.folder, number, holding->cast.count);
    if (number > holding->community_count)
        holding->community_count = number;
    if (number == 0 || holding->community_names[number].data)
        return KITH_OK;
    holding->community_names[number] = kith_str_copy(reader->arena, name);
    return holding->community_names[number].data ? KITH_OK : kith_no_memory(err);
}

static enum kith_status on_node(void *context, const struct kith_str *cells,
                                uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_holding *holding = reader->holding;
    kith_id node = kith_intern_find(&holding->cast.ids, cells[0]);
    if (node == KITH_NO_ID)
        return KITH_OK;
    holding->nodes[node] =
        (struct kith_held){.degree = (uint32_t)kith_cell_number(cells[1]),
                           .betweenness = kith_cell_real(cells[2]),
                           .constraint = kith_cell_real(cells[3]),
                           .is_articulation = is_true(cells[4]),
                           .community = (uint32_t)kith_cell_number(cells[5])};
    return name_community(reader, holding->nodes[node].community, cells[6], err);
}

/* ---- edges ----------------------------------------------------------------------- */

/* An edge that was not measured has nothing in its column of bridges; but its sentences
 * may prove what others join. */
static void note_edge(struct kith_held_line *joined, struct kith_str weight,
                      struct kith_str bridge)
{
    if (!bridge.length)
        return;
    joined->is_measured = true;
    joined->is_bridge = is_true(bridge);
    joined->weight += kith_cell_real(weight);
}

static enum kith_status on_edge(void *context, const struct kith_str *cells,
                                uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_holding *holding = reader->holding;
    kith_id a = kith_intern_find(&holding->cast.ids, cells[1]);
    kith_id b = kith_intern_find(&holding->cast.ids, cells[2]);
    if (a == KITH_NO_ID || b == KITH_NO_ID || a == b)
        return KITH_OK;
    bool is_new;
    const uint32_t *place =
        kith_map_place(&reader->line_of_pair, kith_map_pair(a < b ? a : b, a < b ? b : a),
                       holding->lines.count, &is_new);
    if (!place ||
        !kith_map_place(&holding->line_of_edge, kith_cell_number(cells[0]), *place, NULL))
        return kith_no_memory(err);
    if (is_new) {
        if (!KITH_ARENA_PUSHABLE(reader->arena, &holding->lines))
            return kith_no_memory(err);
        holding->lines.items[holding->lines.count++] =
            (struct kith_held_line){.a = a, .b = b};
    }
    note_edge(&holding->lines.items[*place], cells[3], cells[4]);
    return KITH_OK;
}

/* ---- arcs ------------------------------------------------------------------------ */

static enum kith_status draw_arcs(struct kith_holding *holding, struct kith_arena *arena,
                                  struct kith_error *err)
{
    const struct kith_held_line *lines = holding->lines.items;
    uint32_t n = holding->cast.count, m = holding->lines.count;
    holding->begin = KITH_ARRAY(arena, uint32_t, (size_t)n + 2);
    holding->arcs = KITH_ARRAY(arena, uint32_t, 2 * (size_t)m + 1);
    if (!holding->begin || !holding->arcs)
        return kith_no_memory(err);
    uint32_t *fill = holding->begin + 1; /* one ahead, so that filling sets it right */
    for (uint32_t i = 0; i < m; i++)
        if (lines[i].is_measured) {
            fill[lines[i].a + 1]++;
            fill[lines[i].b + 1]++;
        }
    for (uint32_t i = 0; i < n; i++)
        fill[i + 1] += fill[i];
    for (uint32_t i = 0; i < m; i++)
        if (lines[i].is_measured) {
            holding->arcs[fill[lines[i].a]++] = i;
            holding->arcs[fill[lines[i].b]++] = i;
        }
    return KITH_OK;
}

/* ---- all together ---------------------------------------------------------------- */

static enum kith_status read_tables(struct reader *reader, const char *folder,
                                    struct kith_error *err)
{
    struct kith_holding *holding = reader->holding;
    const struct kith_csv_table nodes = {{"id", "degree", "betweenness", "constraint",
                                          "articulation_point", "community",
                                          "community_name"},
                                         7,
                                         on_node,
                                         reader};
    const struct kith_csv_table edges = {
        {"id", "source", "target", "weight", "bridge"}, 5, on_edge, reader};
    size_t n = (size_t)holding->cast.count + 1;
    holding->nodes = KITH_ARRAY(reader->arena, struct kith_held, n);
    holding->community_names = KITH_ARRAY(reader->arena, struct kith_str, n);
    if (!holding->nodes || !holding->community_names)
        return kith_no_memory(err);
    KITH_TRY(kith_folder_table_read(&nodes, folder, "nodes.csv", reader->arena, err));
    KITH_TRY(kith_folder_table_read(&edges, folder, "edges.csv", reader->arena, err));
    return draw_arcs(holding, reader->arena, err);
}

enum kith_status kith_holding_read(struct kith_holding *holding, const char *folder,
                                   struct kith_arena *arena, struct kith_error *err)
{
    *holding = (struct kith_holding){0};
    KITH_TRY(kith_cast_read(&holding->cast, folder, arena, err));
    struct reader reader = {.holding = holding, .arena = arena};
    enum kith_status status = read_tables(&reader, folder, err);
    kith_map_release(&reader.line_of_pair);
    return status;
}

void kith_holding_release(struct kith_holding *holding)
{
    kith_cast_release(&holding->cast);
    kith_map_release(&holding->line_of_edge);
}

uint32_t kith_held_other(const struct kith_holding *holding, uint32_t line, uint32_t node)
{
    const struct kith_held_line *item = &holding->lines.items[line];
    return item->a == node ? item->b : item->a;
}
