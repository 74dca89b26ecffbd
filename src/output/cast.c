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
    struct kith_buf wanted, other;
    struct kith_buf shown; /* for an error */
    uint32_t shown_count;
};

static void release(struct search *search)
{
    kith_buf_release(&search->wanted);
    kith_buf_release(&search->other);
    kith_buf_release(&search->shown);
}

/* The slug of a label, good until the next. */
static struct kith_str slug(struct search *search, struct kith_str label)
{
    kith_buf_reset(&search->other);
    kith_slug(label, &search->other);
    return kith_buf_view(&search->other);
}

static bool is_called(struct search *search, const struct kith_cast_member *member)
{
    struct kith_str wanted = kith_buf_view(&search->wanted);
    return wanted.length && kith_str_equal(slug(search, member->label), wanted);
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

static void show(struct search *search, const struct kith_cast_member *member,
                 bool with_id)
{
    if (search->shown_count++ >= NAMES_SHOWN)
        return;
    kith_buf_text(&search->shown, search->shown_count > 1 ? ", " : "");
    kith_buf_str(&search->shown, with_id ? member->id : member->label);
    if (with_id)
        kith_buf_format(&search->shown, " (%.*s)", KITH_STR_ARGS(member->type));
}

static enum kith_status refuse(const struct kith_cast *cast, struct search *search,
                               struct kith_str name, struct kith_error *err)
{
    for (uint32_t i = 0; i < cast->count; i++)
        if (is_near(search, &cast->items[i]))
            show(search, &cast->items[i], false);
    return kith_fail(err, KITH_BAD_INPUT, "%s has no entity called \"%.*s\"%s%.*s",
                     cast->folder, KITH_STR_ARGS(name),
                     search->shown_count ? "; near it are: " : "",
                     KITH_STR_ARGS(kith_buf_view(&search->shown)));
}

static enum kith_status find(const struct kith_cast *cast, struct search *search,
                             struct kith_str name, const struct kith_cast_member **member,
                             struct kith_error *err)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < cast->count; i++)
        if (is_called(search, &cast->items[i])) {
            *member = &cast->items[i];
            show(search, *member, true);
            count++;
        }
    if (count == 1)
        return KITH_OK;
    if (count == 0)
        return refuse(cast, search, name, err);
    return kith_fail(err, KITH_BAD_INPUT,
                     "%u entities are called \"%.*s\": give the id of one: %.*s", count,
                     KITH_STR_ARGS(name), KITH_STR_ARGS(kith_buf_view(&search->shown)));
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
    struct search search = {0};
    kith_slug(name, &search.wanted);
    enum kith_status status = find(cast, &search, name, member, err);
    if (search.wanted.is_broken || search.other.is_broken || search.shown.is_broken)
        status = kith_no_memory(err);
    release(&search);
    return status;
}
