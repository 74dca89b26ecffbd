/* What two runs were told otherwise, by their run.json. */
#include "input/json.h"
#include "output/changes.h"

/* Options that change what is found and counted; others change how it is written down, or
 * which articles are read. */
static const char *const telling[] = {
    "gazetteers", "rules",         "corrections",  "stop_list",
    "mentions",   "only_mentions", "overlap",      "ambiguous",
    "window",     "reach",         "count",        "max_size",
    "relations",  "min_weight",    "min_articles", "cooccurrence"};

/* Of the run as a whole. */
static const char *const about[] = {"version", "gazetteer", "backbone"};

static enum kith_status read_run(const struct kith_graph_tables *tables,
                                 struct kith_arena *arena, const struct kith_json **run,
                                 struct kith_error *err)
{
    struct kith_str json;
    KITH_TRY(tables->read_run(tables, arena, &json, err));
    return kith_json_parse(json, arena, run, err);
}

static void name_differing(const struct kith_json *one, const struct kith_json *other,
                           const char *const *names, size_t count, struct kith_buf *out)
{
    for (size_t i = 0; i < count; i++)
        if (!kith_json_is_same(kith_json_member(one, names[i]),
                               kith_json_member(other, names[i])))
            kith_buf_format(out, "%s%s", out->length ? ", " : "", names[i]);
}

enum kith_status kith_changes_options(const struct kith_graph_tables *older,
                                      const struct kith_graph_tables *newer,
                                      struct kith_buf *names, struct kith_error *err)
{
    struct kith_arena arena;
    const struct kith_json *one = NULL, *other = NULL;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = read_run(older, &arena, &one, err);
    if (status == KITH_OK)
        status = read_run(newer, &arena, &other, err);
    if (status == KITH_OK) {
        name_differing(kith_json_member(one, "options"),
                       kith_json_member(other, "options"), telling,
                       sizeof telling / sizeof *telling, names);
        name_differing(one, other, about, sizeof about / sizeof *about, names);
        status = kith_buf_check(names, err);
    }
    kith_arena_release(&arena);
    return status;
}
