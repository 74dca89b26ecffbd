/* types.csv, read twice over: first the types with their looks, then, when all are known,
 * who stands below whom. A parent is entered only where it closes no circle, so that
 * whoever climbs the tree arrives. */
#include "gazetteer/type_tree.h"

#include "gazetteer/tables.h"
#include "input/csv_table.h"

/* The columns. */
enum { TYPE, PARENT, COLOUR, SHAPE };

/* What output can draw. */
static const char *const shapes[] = {
    "box",  "rounded box", "double box", "block",   "ellipse", "hexagon",   "tab",
    "note", "house",       "octagon",    "diamond", "folder",  "component", "cylinder"};

/* A row whose parent waits until all types are known. */
struct claim {
    kith_id type, parent;
    uint64_t line;
};

/* One file being read. */
struct reading {
    struct kith_gazetteer *gazetteer;
    struct kith_problems *problems;
    const char *path;
    struct kith_arena scratch;
    struct {
        struct claim *items;
        uint32_t count, room;
    } claims;
};

void kith_type_tree_init(struct kith_type_tree *tree)
{
    *tree = (struct kith_type_tree){0};
    kith_arena_init(&tree->arena, KITH_ARENA_UNCAPPED);
}

void kith_type_tree_release(struct kith_type_tree *tree)
{
    kith_arena_release(&tree->arena);
}

static enum kith_status report(const struct reading *file, uint64_t line,
                               const char *what, struct kith_str text, const char *reason,
                               struct kith_error *err)
{
    return kith_problems_add(file->problems, KITH_FAULT, kith_str_of(file->path), line,
                             "type", err, "the %s \"%.*s\" %s; it is left out", what,
                             KITH_STR_ARGS(text), reason);
}

static bool is_colour(struct kith_str text)
{
    if (text.length != 7 || text.data[0] != '#')
        return false;
    for (size_t i = 1; i < 7; i++) {
        char c = text.data[i];
        bool is_digit =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!is_digit)
            return false;
    }
    return true;
}

static bool is_shape(struct kith_str text)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (kith_str_equal(text, kith_str_of(shapes[i])))
            return true;
    return false;
}

/* The record of a type, made with those before it when there is none; NULL when memory is
 * out. */
static struct kith_type_record *record_of(struct kith_type_tree *tree, kith_id type)
{
    while (tree->count <= type) {
        if (!KITH_ARENA_PUSHABLE(&tree->arena, tree))
            return NULL;
        tree->items[tree->count++] = (struct kith_type_record){.parent = KITH_NO_ID};
    }
    return &tree->items[type];
}

/* A look that is given replaces an earlier file's; the copy outlives the row. */
static enum kith_status keep(struct kith_arena *arena, struct kith_str text,
                             struct kith_str *kept, struct kith_error *err)
{
    *kept = kith_str_copy(arena, text);
    return kept->data ? KITH_OK : kith_no_memory(err);
}

static enum kith_status read_looks(struct reading *file, const struct kith_str *cells,
                                   uint64_t line, struct kith_type_record *record,
                                   struct kith_error *err)
{
    struct kith_arena *arena = &file->gazetteer->type_tree.arena;
    struct kith_str colour = cells[COLOUR];
    struct kith_str shape = kith_str_lower_copy(&file->scratch, cells[SHAPE]);
    if (!shape.data)
        return kith_no_memory(err);
    if (is_colour(colour))
        KITH_TRY(keep(arena, colour, &record->colour, err));
    else if (colour.length)
        KITH_TRY(
            report(file, line, "colour", colour, "is not written like #0072B2", err));
    if (is_shape(shape))
        KITH_TRY(keep(arena, shape, &record->shape, err));
    else if (shape.length)
        KITH_TRY(report(file, line, "shape", shape,
                        "is none that is drawn (box, ellipse, hexagon, diamond ...)",
                        err));
    return KITH_OK;
}

static enum kith_status push_claim(struct reading *file, struct claim claim,
                                   struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(&file->scratch, &file->claims))
        return kith_no_memory(err);
    file->claims.items[file->claims.count++] = claim;
    return KITH_OK;
}

static enum kith_status on_cells(void *context, const struct kith_str *cells,
                                 uint64_t line, struct kith_error *err)
{
    struct reading *file = context;
    struct kith_str name = kith_str_lower_copy(&file->scratch, cells[TYPE]);
    struct kith_str parent = kith_str_lower_copy(&file->scratch, cells[PARENT]);
    if (!name.data || !parent.data)
        return kith_no_memory(err);
    if (!name.length)
        return kith_problems_add(file->problems, KITH_FAULT, kith_str_of(file->path),
                                 line, "type", err,
                                 "the row has an empty type; it is left out");
    struct kith_intern *types = &file->gazetteer->types;
    struct claim claim = {kith_intern_add(types, name), KITH_NO_ID, line};
    if (parent.length)
        claim.parent = kith_intern_add(types, parent);
    if (claim.type == KITH_NO_ID || (parent.length && claim.parent == KITH_NO_ID))
        return kith_no_memory(err);
    struct kith_type_record *record = record_of(&file->gazetteer->type_tree, claim.type);
    if (!record)
        return kith_no_memory(err);
    record->has_row = true;
    KITH_TRY(read_looks(file, cells, line, record, err));
    return parent.length ? push_claim(file, claim, err) : KITH_OK;
}

/* Put a type below its parent. A later file may move a type. */
static enum kith_status settle(const struct reading *file, const struct claim *claim,
                               struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = file->gazetteer;
    struct kith_type_tree *tree = &gazetteer->type_tree;
    struct kith_str parent = gazetteer->types.items[claim->parent];
    if (claim->parent >= tree->count || !tree->items[claim->parent].has_row)
        return report(file, claim->line, "parent", parent,
                      "has no row of its own in types.csv", err);
    if (kith_gazetteer_type_is(gazetteer, claim->parent, claim->type))
        return report(file, claim->line, "parent", parent,
                      "stands below its own child, or is it", err);
    tree->items[claim->type].parent = claim->parent;
    return KITH_OK;
}

static enum kith_status settle_all(const struct reading *file, struct kith_error *err)
{
    for (uint32_t i = 0; i < file->claims.count; i++)
        KITH_TRY(settle(file, &file->claims.items[i], err));
    return KITH_OK;
}

enum kith_status kith_gazetteer_load_types(struct kith_gazetteer *gazetteer,
                                           const char *path,
                                           struct kith_problems *problems,
                                           struct kith_error *err)
{
    struct reading file = {.gazetteer = gazetteer, .problems = problems, .path = path};
    const struct kith_csv_table table = {
        .headings = {"type", "parent", "colour", "shape"},
        .required = 1,
        .on_cells = on_cells,
        .context = &file};
    if (!gazetteer->image.bytes)
        KITH_TRY(kith_origins_add(&gazetteer->origins, path, KITH_ORIGIN_TYPES,
                                  &gazetteer->lasting, err));
    kith_arena_init(&file.scratch, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_csv_table_read(&table, path, problems, err);
    if (status == KITH_OK)
        status = settle_all(&file, err);
    kith_arena_release(&file.scratch);
    return status;
}

kith_id kith_gazetteer_type_parent(const struct kith_gazetteer *gazetteer, kith_id type)
{
    const struct kith_type_tree *tree = &gazetteer->type_tree;
    return type < tree->count ? tree->items[type].parent : KITH_NO_ID;
}

bool kith_gazetteer_type_is(const struct kith_gazetteer *gazetteer, kith_id type,
                            kith_id ancestor)
{
    while (type != KITH_NO_ID && type != ancestor)
        type = kith_gazetteer_type_parent(gazetteer, type);
    return type != KITH_NO_ID;
}

struct kith_str kith_gazetteer_type_colour(const struct kith_gazetteer *gazetteer,
                                           kith_id type)
{
    const struct kith_type_tree *tree = &gazetteer->type_tree;
    return type < tree->count ? tree->items[type].colour : (struct kith_str){0};
}

struct kith_str kith_gazetteer_type_shape(const struct kith_gazetteer *gazetteer,
                                          kith_id type)
{
    const struct kith_type_tree *tree = &gazetteer->type_tree;
    return type < tree->count ? tree->items[type].shape : (struct kith_str){0};
}
