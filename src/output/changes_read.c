/* Reading the tables of two graphs, or the slices of one, side by side. */
#include "output/changes.h"
#include "output/folder_table.h"

/* Between the parts of an edge's key; cells that kith writes have no control characters.
 */
#define PART "\x1f"

struct reader {
    struct kith_changes *changes;
    const struct kith_graph_tables *graph; /* that is being read */
    struct kith_intern words; /* relations and statuses: many rows, few words */
    struct kith_buf key;
    int side;             /* 0: before, 1: after */
    bool counts;          /* do the tables tell the counts, or only who is who? */
    const char *names[2]; /* of slices */
    bool is_met[2];       /* is there such a slice? */
    bool has_slices;      /* is there any? */
};

/* A word kept once. */
static enum kith_status keep_word(struct reader *reader, struct kith_str word,
                                  struct kith_str *kept, struct kith_error *err)
{
    kith_id id = kith_intern_add(&reader->words, word);
    if (id == KITH_NO_ID)
        return kith_no_memory(err);
    *kept = reader->words.items[id];
    return KITH_OK;
}

/* The thing whose key has been set; *is_new: it needs its names. NULL when memory is out.
 */
static struct kith_change *find_or_add(struct reader *reader, bool *is_new)
{
    struct kith_changes *changes = reader->changes;
    *is_new = false;
    if (reader->key.is_broken || !KITH_ARENA_PUSHABLE(changes->arena, changes))
        return NULL;
    kith_id index = kith_intern_add(&changes->keys, kith_buf_view(&reader->key));
    if (index == KITH_NO_ID)
        return NULL;
    *is_new = index == changes->count;
    if (*is_new)
        changes->items[changes->count++] = (struct kith_change){0};
    return &changes->items[index];
}

static void count(struct reader *reader, struct kith_change *change, uint64_t number)
{
    change->counts[reader->side] += number;
    reader->changes->totals[change->sort][reader->side] += number;
}

enum { NODE_ID, NODE_LABEL, NODE_TYPE, NODE_MENTIONS };

static enum kith_status on_node(void *context, const struct kith_str *cells,
                                uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_changes *changes = reader->changes;
    bool is_new;
    kith_buf_reset(&reader->key);
    kith_buf_str(&reader->key, cells[NODE_ID]);
    struct kith_change *change = find_or_add(reader, &is_new);
    if (!change)
        return kith_no_memory(err);
    if (is_new) {
        change->sort = KITH_CHANGE_ENTITY;
        change->id = changes->keys.items[changes->count - 1];
        change->label = kith_str_copy(changes->arena, cells[NODE_LABEL]);
        if (!change->label.data)
            return kith_no_memory(err);
        KITH_TRY(keep_word(reader, cells[NODE_TYPE], &change->type, err));
    }
    if (reader->counts)
        count(reader, change, kith_cell_number(cells[NODE_MENTIONS]));
    return KITH_OK;
}

enum {
    EDGE_ID,
    EDGE_SOURCE,
    EDGE_TARGET,
    EDGE_DIRECTED,
    EDGE_RELATION,
    EDGE_WEIGHT,
    EDGE_STATUS
};

static const struct kith_change *find_entity(const struct kith_changes *changes,
                                             struct kith_str id)
{
    kith_id index = kith_intern_find(&changes->keys, id);
    return index == KITH_NO_ID ? NULL : &changes->items[index];
}

/* Who an edge joins. Where it has no direction, the order of its ends is that of some
 * gazetteers, which the other graph need not have. */
static void name_edge(struct reader *reader, const struct kith_str *cells,
                      struct kith_str ends[2])
{
    bool is_directed = kith_str_equal(cells[EDGE_DIRECTED], KITH_STR("true"));
    bool is_turned =
        !is_directed && kith_str_compare(cells[EDGE_SOURCE], cells[EDGE_TARGET]) > 0;
    ends[0] = cells[is_turned ? EDGE_TARGET : EDGE_SOURCE];
    ends[1] = cells[is_turned ? EDGE_SOURCE : EDGE_TARGET];
    kith_buf_reset(&reader->key);
    kith_buf_str(&reader->key, ends[0]);
    kith_buf_text(&reader->key, PART);
    kith_buf_str(&reader->key, cells[EDGE_RELATION]);
    kith_buf_text(&reader->key, PART);
    kith_buf_str(&reader->key, ends[1]);
}

static enum kith_status describe_edge(struct reader *reader, const struct kith_str *cells,
                                      const struct kith_str ends[2],
                                      struct kith_change *change, struct kith_error *err)
{
    const struct kith_change *source = find_entity(reader->changes, ends[0]);
    const struct kith_change *target = find_entity(reader->changes, ends[1]);
    if (!source || !target)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: edge %.*s joins somebody who is none of its nodes",
                         reader->graph->path, KITH_STR_ARGS(cells[EDGE_ID]));
    bool is_pair = kith_str_equal(cells[EDGE_RELATION], KITH_STR("co-occurrence"));
    change->sort = is_pair ? KITH_CHANGE_PAIR : KITH_CHANGE_RELATION;
    change->is_directed = kith_str_equal(cells[EDGE_DIRECTED], KITH_STR("true"));
    change->id = source->id;
    change->label = source->label;
    change->target = target->id;
    change->target_label = target->label;
    return keep_word(reader, cells[EDGE_RELATION], &change->relation, err);
}

static enum kith_status on_edge(void *context, const struct kith_str *cells,
                                uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_changes *changes = reader->changes;
    struct kith_str ends[2];
    bool is_new;
    name_edge(reader, cells, ends);
    struct kith_change *change = find_or_add(reader, &is_new);
    if (!change)
        return kith_no_memory(err);
    if (is_new)
        KITH_TRY(describe_edge(reader, cells, ends, change, err));
    if (reader->counts) {
        count(reader, change, kith_cell_number(cells[EDGE_WEIGHT]));
        KITH_TRY(
            keep_word(reader, cells[EDGE_STATUS], &change->status[reader->side], err));
    }
    if (reader->side == 1 &&
        !kith_map_place(&changes->edges, kith_cell_number(cells[EDGE_ID]),
                        (uint32_t)(change - changes->items), NULL))
        return kith_no_memory(err);
    return KITH_OK;
}

static enum kith_status read_graph(struct reader *reader,
                                   const struct kith_graph_tables *graph, int side,
                                   struct kith_error *err)
{
    const struct kith_csv_table nodes = {
        {"id", "label", "type", "mentions"}, 4, on_node, reader};
    const struct kith_csv_table edges = {
        {"id", "source", "target", "directed", "relation", "weight", "status"},
        7,
        on_edge,
        reader};
    struct kith_arena *arena = reader->changes->arena;
    reader->side = side;
    reader->graph = graph;
    KITH_TRY(graph->read(graph, KITH_NODE_TABLE, &nodes, arena, err));
    return graph->read(graph, KITH_EDGE_TABLE, &edges, arena, err);
}

/* ---- slices ---------------------------------------------------------------------- */

/* The slice of that name, or one inside it: 2024-03 and 2024-Q1 are in 2024. */
static bool is_in(struct kith_str slice, struct kith_str name)
{
    return kith_str_starts_with(slice, name) &&
           (slice.length == name.length || slice.data[name.length] == '-');
}

static struct kith_change *find_thing(const struct kith_changes *changes,
                                      struct kith_str kind, struct kith_str id)
{
    uint32_t number, *index = &number;
    if (kith_str_equal(kind, KITH_STR("node")))
        number = kith_intern_find(&changes->keys, id);
    else
        index = kith_map_find(&changes->edges, kith_cell_number(id));
    return index && *index < changes->count ? &changes->items[*index] : NULL;
}

enum { SLICE_KIND, SLICE_ID, SLICE_SLICE, SLICE_COUNT };

static enum kith_status on_slice(void *context, const struct kith_str *cells,
                                 uint64_t line, struct kith_error *err)
{
    (void)line;
    (void)err;
    struct reader *reader = context;
    reader->has_slices = true;
    for (reader->side = 0; reader->side < 2; reader->side++) {
        if (!is_in(cells[SLICE_SLICE], kith_str_of(reader->names[reader->side])))
            continue;
        reader->is_met[reader->side] = true;
        struct kith_change *change =
            find_thing(reader->changes, cells[SLICE_KIND], cells[SLICE_ID]);
        if (change)
            count(reader, change, kith_cell_number(cells[SLICE_COUNT]));
    }
    return KITH_OK;
}

static enum kith_status check_slices(const struct reader *reader, struct kith_error *err)
{
    const char *path = reader->graph->path;
    if (!reader->has_slices)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s has no slices; kith build --slice month makes some", path);
    for (int side = 0; side < 2; side++)
        if (!reader->is_met[side])
            return kith_fail(err, KITH_BAD_INPUT, "%s has no slice \"%s\"", path,
                             reader->names[side]);
    return KITH_OK;
}

static enum kith_status read_slices(struct reader *reader,
                                    const struct kith_graph_tables *graph,
                                    struct kith_error *err)
{
    const struct kith_csv_table slices = {
        {"kind", "id", "slice", "count"}, 4, on_slice, reader};
    struct kith_error reason;
    KITH_TRY(read_graph(reader, graph, 1, err));
    enum kith_status status =
        graph->read(graph, KITH_SLICE_TABLE, &slices, reader->changes->arena, &reason);
    if (status == KITH_CANNOT_READ)
        return kith_fail(err, status, "%s; kith build --slice month writes it",
                         reason.text);
    if (status != KITH_OK) {
        *err = reason;
        return status;
    }
    return check_slices(reader, err);
}

/* ---- both ------------------------------------------------------------------------ */

static void begin(struct kith_changes *changes, struct reader *reader,
                  struct kith_arena *arena)
{
    changes->arena = arena;
    kith_intern_init(&changes->keys, arena);
    kith_intern_init(&reader->words, arena);
}

static enum kith_status end(struct reader *reader, enum kith_status status,
                            struct kith_error *err)
{
    kith_intern_release(&reader->words);
    kith_buf_release(&reader->key);
    return status == KITH_OK ? kith_changes_list(reader->changes, err) : status;
}

enum kith_status kith_changes_read(struct kith_changes *changes,
                                   const struct kith_graph_tables *older,
                                   const struct kith_graph_tables *newer,
                                   struct kith_arena *arena, struct kith_error *err)
{
    *changes = (struct kith_changes){.names = {older->path, newer->path}, .newer = newer};
    struct reader reader = {.changes = changes, .counts = true};
    begin(changes, &reader, arena);
    enum kith_status status = read_graph(&reader, older, 0, err);
    if (status == KITH_OK)
        status = read_graph(&reader, newer, 1, err);
    return end(&reader, status, err);
}

enum kith_status kith_changes_read_slices(struct kith_changes *changes,
                                          const struct kith_graph_tables *graph,
                                          const char *from, const char *to,
                                          struct kith_arena *arena,
                                          struct kith_error *err)
{
    *changes = (struct kith_changes){.names = {from, to}, .newer = graph, .slice = to};
    struct reader reader = {.changes = changes, .names = {from, to}};
    begin(changes, &reader, arena);
    return end(&reader, read_slices(&reader, graph, err), err);
}

void kith_changes_release(struct kith_changes *changes)
{
    kith_intern_release(&changes->keys);
    kith_map_release(&changes->edges);
}
