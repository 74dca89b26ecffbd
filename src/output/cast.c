/* Entities of an output folder. Names are compared as slugs, folded and without marks. */
#include "output/cast.h"

#include "base/distance.h"
#include "input/csv_table.h"
#include "output/folder_table.h"
#include "text/fold.h"

/* Names in an error: enough to choose from, few enough to read. */
#define NAMES_SHOWN 5

/* Letters that may differ in a near name: one in so many. */
#define LETTERS_A_SLIP 5

/* ---- reading --------------------------------------------------------------------- */

static enum kith_status on_node(void *context, const struct kith_str *cells,
                                uint64_t line, struct kith_error *err)
{
    (void)line;
    struct kith_cast *cast = context;
    kith_id id = kith_intern_add(&cast->ids, cells[0]);
    /* The first of an id counts: those of kith are all different. */
    if (id != KITH_NO_ID && id < cast->count)
        return KITH_OK;
    if (id == KITH_NO_ID || !KITH_ARENA_PUSHABLE(cast->arena, cast))
        return kith_no_memory(err);
    struct kith_cast_member *member = &cast->items[cast->count++];
    *member = (struct kith_cast_member){.id = cast->ids.items[id],
                                        .label = kith_str_copy(cast->arena, cells[1]),
                                        .type = kith_str_copy(cast->arena, cells[2])};
    return member->label.data && member->type.data ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_cast_read(struct kith_cast *cast, const char *folder,
                                struct kith_arena *arena, struct kith_error *err)
{
    *cast = (struct kith_cast){.folder = folder, .arena = arena};
    kith_intern_init(&cast->ids, arena);
    const struct kith_csv_table table = {.headings = {"id", "label", "type"},
                                         .required = 3,
                                         .on_cells = on_node,
                                         .context = cast};
    return kith_folder_table_read(&table, folder, "nodes.csv", arena, err);
}

void kith_cast_release(struct kith_cast *cast)
{
    kith_intern_release(&cast->ids);
}

struct kith_str kith_cast_label(const struct kith_cast *cast, struct kith_str id)
{
    kith_id member = kith_intern_find(&cast->ids, id);
    return member == KITH_NO_ID ? id : cast->items[member].label;
}

/* ---- finding --------------------------------------------------------------------- */

/* What a name is compared by, and a second place for what it is compared with. */
struct search {
    const struct kith_cast *cast;
    struct kith_buf wanted, other;
    bool *is_found; /* by member */
    kith_id first;  /* of those found */
    uint32_t count;
    struct kith_buf shown; /* for an error */
    uint32_t shown_count;
};

static void release(struct search *search)
{
    kith_buf_release(&search->wanted);
    kith_buf_release(&search->other);
    kith_buf_release(&search->shown);
}

/* The slug of a name, good until the next. */
static struct kith_str slug(struct search *search, struct kith_str name)
{
    kith_buf_reset(&search->other);
    kith_slug(name, &search->other);
    return kith_buf_view(&search->other);
}

static bool is_wanted(struct search *search, struct kith_str name)
{
    struct kith_str wanted = kith_buf_view(&search->wanted);
    return wanted.length && kith_str_equal(slug(search, name), wanted);
}

static void show(struct search *search, kith_id member, bool with_id)
{
    const struct kith_cast_member *shown = &search->cast->items[member];
    if (search->shown_count++ >= NAMES_SHOWN)
        return;
    kith_buf_text(&search->shown, search->shown_count > 1 ? ", " : "");
    kith_buf_str(&search->shown, with_id ? shown->id : shown->label);
    if (with_id)
        kith_buf_format(&search->shown, " (%.*s)", KITH_STR_ARGS(shown->type));
}

static void take(struct search *search, kith_id member)
{
    if (search->is_found[member])
        return;
    search->is_found[member] = true;
    if (search->count++ == 0)
        search->first = member;
    show(search, member, true);
}

static void look_at_labels(struct search *search)
{
    for (kith_id i = 0; i < search->cast->count; i++)
        if (is_wanted(search, search->cast->items[i].label))
            take(search, i);
}

static enum kith_status on_mention(void *context, const struct kith_str *cells,
                                   uint64_t line, struct kith_error *err)
{
    (void)line, (void)err;
    struct search *search = context;
    if (!is_wanted(search, cells[0]))
        return KITH_OK;
    kith_id member = kith_intern_find(&search->cast->ids, cells[1]);
    if (member != KITH_NO_ID)
        take(search, member);
    return KITH_OK;
}

/* Whom do the articles call so? Somebody may have thrown the largest table away: then
 * nobody knows. */
static enum kith_status look_at_mentions(struct search *search, struct kith_error *err)
{
    const struct kith_csv_table table = {.headings = {"surface", "entity"},
                                         .required = 2,
                                         .on_cells = on_mention,
                                         .context = search};
    enum kith_status status = kith_folder_table_read(
        &table, search->cast->folder, "mentions.csv", search->cast->arena, err);
    return status == KITH_CANNOT_READ ? KITH_OK : status;
}

/* The words of one slug are among those of the other, side by side. */
static bool holds_words(struct kith_str whole, struct kith_str part)
{
    for (size_t at = 0; at + part.length <= whole.length; at++) {
        size_t end = at + part.length;
        if ((at == 0 || whole.data[at - 1] == '-') &&
            (end == whole.length || whole.data[end] == '-') &&
            memcmp(whole.data + at, part.data, part.length) == 0)
            return true;
    }
    return false;
}

/* "Peskov" for Dmitry Peskov. */
static void look_inside_labels(struct search *search)
{
    struct kith_str wanted = kith_buf_view(&search->wanted);
    for (kith_id i = 0; wanted.length && i < search->cast->count; i++)
        if (holds_words(slug(search, search->cast->items[i].label), wanted))
            take(search, i);
}

/* ---- failing to ------------------------------------------------------------------ */

/* Part of the other, or a few letters away. */
static bool is_near(struct search *search, const struct kith_cast_member *member)
{
    struct kith_str wanted = kith_buf_view(&search->wanted);
    struct kith_str other = slug(search, member->label);
    if (!wanted.length || !other.length)
        return false;
    uint32_t slips = (uint32_t)(wanted.length / LETTERS_A_SLIP);
    return holds_words(other, wanted) || holds_words(wanted, other) ||
           kith_distance(wanted, other, slips) <= slips;
}

static enum kith_status refuse(struct search *search, struct kith_str name,
                               struct kith_error *err)
{
    const struct kith_cast *cast = search->cast;
    for (kith_id i = 0; i < cast->count; i++)
        if (is_near(search, &cast->items[i]))
            show(search, i, false);
    return kith_fail(err, KITH_BAD_INPUT, "%s has no entity called \"%.*s\"%s%.*s",
                     cast->folder, KITH_STR_ARGS(name),
                     search->shown_count ? "; near it are: " : "",
                     KITH_STR_ARGS(kith_buf_view(&search->shown)));
}

/* ---- the whole ------------------------------------------------------------------- */

static enum kith_status find(struct search *search, struct kith_str name,
                             const struct kith_cast_member **member,
                             struct kith_error *err)
{
    search->is_found = KITH_ARRAY(search->cast->arena, bool, search->cast->count);
    if (!search->is_found)
        return kith_no_memory(err);
    kith_slug(name, &search->wanted);
    look_at_labels(search);
    if (search->count == 0)
        KITH_TRY(look_at_mentions(search, err));
    if (search->count == 0)
        look_inside_labels(search);
    if (search->count == 0)
        return refuse(search, name, err);
    *member = &search->cast->items[search->first];
    if (search->count == 1)
        return KITH_OK;
    return kith_fail(
        err, KITH_BAD_INPUT, "%u entities are called \"%.*s\": give the id of one: %.*s",
        search->count, KITH_STR_ARGS(name), KITH_STR_ARGS(kith_buf_view(&search->shown)));
}

enum kith_status kith_cast_find(const struct kith_cast *cast, struct kith_str name,
                                const struct kith_cast_member **member,
                                struct kith_error *err)
{
    kith_id id = kith_intern_find(&cast->ids, name);
    if (id != KITH_NO_ID) {
        *member = &cast->items[id];
        return KITH_OK;
    }
    struct search search = {.cast = cast};
    enum kith_status status = find(&search, name, member, err);
    if (search.wanted.is_broken || search.other.is_broken || search.shown.is_broken)
        status = kith_no_memory(err);
    release(&search);
    return status;
}
