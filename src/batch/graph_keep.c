/* CSV files of a run into tables of its store.
 *
 * Evidence of edges that a filter left out is left out, and so are articles and sentences
 * without evidence: the store has them as records. */
#include "batch/graph_keep.h"

#include "batch/chosen_rows.h"
#include "output/field.h"
#include "output/folder_table.h"
#include "store/store_graph.h"

struct column {
    const char *name;
    enum {
        TEXT,
        NUMBER,
        ID,        /* a number behind a letter: "a12", and "a12s5" is 5 */
        ID_OF_KIND /* the same, where the first cell says that it is an edge's */
    } kind;
};

struct keeping {
    struct kith_store *store;
    const struct kith_folder *folder;
    struct kith_arena arena; /* columns */
    struct kith_buf path;    /* of the file that is read */
    struct kith_map edges;   /* numbers of those of the graph */
    struct kith_map cited;   /* numbers of articles that have evidence */
};

/* Should the store keep a row? */
typedef enum kith_status choose_fn(struct keeping *keeping, const struct kith_str *cells,
                                   bool *is_kept, struct kith_error *err);

/* A table on its way from a file into the store. */
struct moving {
    struct keeping *keeping;
    const struct column *columns;
    struct kith_stored_table table;
    choose_fn *choose; /* NULL: all */
};

const char *kith_graph_kept_table(enum kith_graph_table which)
{
    static const char *const names[KITH_GRAPH_TABLES] = {
        [KITH_NODE_TABLE] = "entity",       [KITH_EDGE_TABLE] = "edge",
        [KITH_EVIDENCE_TABLE] = "evidence", [KITH_ARTICLE_TABLE] = "cited",
        [KITH_SENTENCE_TABLE] = "sentence", [KITH_SLICE_TABLE] = "slice"};
    return names[which];
}

/* ---- rows ------------------------------------------------------------------------ */

/* The digits at the end of an id. */
static struct kith_str number_of(struct kith_str id)
{
    size_t begin = id.length;
    while (begin && id.data[begin - 1] >= '0' && id.data[begin - 1] <= '9')
        begin--;
    return kith_str_slice(id, begin, id.length);
}

static struct kith_str keep_cell(const struct column *column,
                                 const struct kith_str *cells, uint32_t i)
{
    bool is_number = column->kind == ID || (column->kind == ID_OF_KIND &&
                                            kith_str_equal(cells[0], KITH_STR("edge")));
    return is_number ? number_of(cells[i]) : cells[i];
}

static enum kith_status on_row(void *context, const struct kith_str *cells, uint64_t line,
                               struct kith_error *err)
{
    (void)line;
    const struct moving *moving = context;
    struct kith_str kept[KITH_TABLE_COLUMNS];
    bool is_kept = true;
    if (moving->choose)
        KITH_TRY(moving->choose(moving->keeping, cells, &is_kept, err));
    if (!is_kept)
        return KITH_OK;
    for (uint32_t i = 0; i < moving->table.count; i++)
        kept[i] = keep_cell(&moving->columns[i], cells, i);
    return kith_store_put_row(&moving->table, kept, err);
}

static enum kith_status note(struct kith_map *map, struct kith_str id,
                             struct kith_error *err)
{
    return kith_map_place(map, kith_cell_number(id), 1, NULL) ? KITH_OK
                                                              : kith_no_memory(err);
}

static enum kith_status note_edge(struct keeping *keeping, const struct kith_str *cells,
                                  bool *is_kept, struct kith_error *err)
{
    *is_kept = true;
    return note(&keeping->edges, cells[0], err);
}

static enum kith_status choose_evidence(struct keeping *keeping,
                                        const struct kith_str *cells, bool *is_kept,
                                        struct kith_error *err)
{
    *is_kept = kith_map_find(&keeping->edges, kith_cell_number(cells[0]));
    return *is_kept ? note(&keeping->cited, cells[1], err) : KITH_OK;
}

static enum kith_status choose_sentence(struct keeping *keeping,
                                        const struct kith_str *cells, bool *is_kept,
                                        struct kith_error *err)
{
    (void)err;
    *is_kept = kith_map_find(&keeping->cited, kith_cell_number(cells[0]));
    return KITH_OK;
}

/* ---- tables ---------------------------------------------------------------------- */

static bool find_file(struct keeping *keeping, enum kith_graph_table which)
{
    return kith_folder_find(keeping->folder, kith_graph_table_file(which),
                            &keeping->path);
}

/* Make the store's table with these columns; *wanted is what its file is read with. */
static enum kith_status make(struct moving *moving, enum kith_graph_table which,
                             const struct column *columns, uint32_t count,
                             struct kith_csv_table *wanted, struct kith_error *err)
{
    struct keeping *keeping = moving->keeping;
    struct kith_stored_column *stored =
        KITH_ARRAY(&keeping->arena, struct kith_stored_column, count);
    if (!stored)
        return kith_no_memory(err);
    *wanted =
        (struct kith_csv_table){.required = count, .on_cells = on_row, .context = moving};
    for (uint32_t i = 0; i < count; i++) {
        wanted->headings[i] = columns[i].name;
        stored[i] = (struct kith_stored_column){
            columns[i].name, columns[i].kind == NUMBER || columns[i].kind == ID};
    }
    moving->columns = columns;
    moving->table.name = kith_graph_kept_table(which);
    moving->table.columns = stored;
    moving->table.count = count;
    return kith_store_make_table(keeping->store, &moving->table, err);
}

/* A table without its file is empty. */
static enum kith_status move(struct moving *moving, enum kith_graph_table which,
                             const struct column *columns, uint32_t count,
                             struct kith_error *err)
{
    struct keeping *keeping = moving->keeping;
    struct kith_csv_table wanted;
    KITH_TRY(make(moving, which, columns, count, &wanted, err));
    if (!find_file(keeping, which))
        return KITH_OK;
    return kith_written_table_read(&wanted, keeping->path.data, &keeping->arena, err);
}

/* ---- nodes and edges ------------------------------------------------------------- */

/* Append the fields of tables to the columns. */
static uint32_t add_fields(struct column *columns, uint32_t at,
                           struct kith_field (*field_of)(uint32_t), uint32_t field_count)
{
    for (uint32_t i = 0; i < field_count && at < KITH_TABLE_COLUMNS; i++) {
        struct kith_field field = field_of(i);
        bool is_number = field.kind == KITH_WHOLE || field.kind == KITH_REAL;
        if (!field.is_for_drawing)
            columns[at++] = (struct column){field.name, is_number ? NUMBER : TEXT};
    }
    return at;
}

static enum kith_status keep_nodes(struct keeping *keeping, struct kith_error *err)
{
    struct column columns[KITH_TABLE_COLUMNS] = {{"id", TEXT}};
    struct moving moving = {.keeping = keeping, .table.key_count = 1};
    uint32_t count = add_fields(columns, 1, kith_node_field, kith_own_node_field_count());
    return move(&moving, KITH_NODE_TABLE, columns, count, err);
}

static enum kith_status keep_edges(struct keeping *keeping, struct kith_error *err)
{
    struct column columns[KITH_TABLE_COLUMNS] = {
        {"id", ID}, {"source", TEXT}, {"target", TEXT}, {"directed", TEXT}};
    struct moving moving = {
        .keeping = keeping, .table.key_count = 1, .choose = note_edge};
    uint32_t count = add_fields(columns, 4, kith_edge_field, kith_edge_field_count());
    return move(&moving, KITH_EDGE_TABLE, columns, count, err);
}

/* ---- evidence and what it stands in ---------------------------------------------- */

static enum kith_status keep_evidence(struct keeping *keeping, struct kith_error *err)
{
    static const struct column columns[] = {
        {"edge", ID},       {"article", ID},  {"sentence", ID},  {"begin", NUMBER},
        {"end", NUMBER},    {"gap", NUMBER},  {"trigger", TEXT}, {"rule", TEXT},
        {"polarity", TEXT}, {"status", TEXT}, {"speaker", TEXT}};
    struct moving moving = {.keeping = keeping, .choose = choose_evidence};
    return move(&moving, KITH_EVIDENCE_TABLE, columns, sizeof columns / sizeof *columns,
                err);
}

static enum kith_status keep_sentences(struct keeping *keeping, struct kith_error *err)
{
    static const struct column columns[] = {{"article", ID},
                                            {"sentence", ID},
                                            {"begin", NUMBER},
                                            {"end", NUMBER},
                                            {"text", TEXT}};
    struct moving moving = {
        .keeping = keeping, .table.key_count = 2, .choose = choose_sentence};
    return move(&moving, KITH_SENTENCE_TABLE, columns, sizeof columns / sizeof *columns,
                err);
}

/* Most articles have no evidence, and their rows are long. */
static enum kith_status keep_cited(struct keeping *keeping, struct kith_error *err)
{
    static const struct column columns[] = {
        {"article", ID},  {"path", TEXT},     {"title", TEXT}, {"date", TEXT},
        {"source", TEXT}, {"language", TEXT}, {"url", TEXT},   {"story", ID}};
    struct moving moving = {.keeping = keeping, .table.key_count = 1};
    struct kith_csv_table wanted;
    KITH_TRY(make(&moving, KITH_ARTICLE_TABLE, columns, sizeof columns / sizeof *columns,
                  &wanted, err));
    if (!find_file(keeping, KITH_ARTICLE_TABLE))
        return KITH_OK;
    return kith_chosen_rows_read(&wanted, keeping->path.data, &keeping->cited,
                                 &keeping->arena, err);
}

/* ---- slices and the run ---------------------------------------------------------- */

static enum kith_status keep_slices(struct keeping *keeping, struct kith_error *err)
{
    static const struct column columns[] = {
        {"kind", TEXT}, {"id", ID_OF_KIND}, {"slice", TEXT}, {"count", NUMBER}};
    struct moving moving = {.keeping = keeping};
    return move(&moving, KITH_SLICE_TABLE, columns, sizeof columns / sizeof *columns,
                err);
}

/* run.json is some kilobytes long. */
#define RUN_LIMIT ((uint64_t)16 * 1024 * 1024)

/* A row of its own table. */
static enum kith_status keep_run(struct keeping *keeping, struct kith_error *err)
{
    static const struct kith_stored_column columns[] = {{"json", false}};
    struct kith_stored_table table = {
        .name = KITH_KEPT_RUN, .columns = columns, .count = 1};
    struct kith_str json;
    if (!kith_folder_find(keeping->folder, kith_folder_name(KITH_FILE_RUN),
                          &keeping->path))
        return kith_no_memory(err);
    KITH_TRY(kith_file_read(keeping->path.data, RUN_LIMIT, &keeping->arena, &json, err));
    KITH_TRY(kith_store_make_table(keeping->store, &table, err));
    return kith_store_put_row(&table, &json, err);
}

/* ---- all together ---------------------------------------------------------------- */

static enum kith_status keep_all(struct keeping *keeping, struct kith_error *err)
{
    KITH_TRY(keep_nodes(keeping, err));
    KITH_TRY(keep_edges(keeping, err));
    KITH_TRY(keep_evidence(keeping, err));
    KITH_TRY(keep_sentences(keeping, err));
    KITH_TRY(keep_cited(keeping, err));
    KITH_TRY(keep_slices(keeping, err));
    return keep_run(keeping, err);
}

enum kith_status kith_graph_keep(struct kith_store *store,
                                 const struct kith_folder *folder, struct kith_error *err)
{
    struct keeping keeping = {.store = store, .folder = folder};
    KITH_TRY(kith_store_begin_graph(store, err));
    kith_arena_init(&keeping.arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = keep_all(&keeping, err);
    kith_arena_release(&keeping.arena);
    kith_buf_release(&keeping.path);
    kith_map_release(&keeping.edges);
    kith_map_release(&keeping.cited);
    return kith_store_end_graph(store, status, err);
}
