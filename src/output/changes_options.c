/* What two runs were told otherwise, by their run.json. */
#include "base/file.h"
#include "input/json.h"
#include "output/changes.h"

/* run.json is some kilobytes long. */
#define RUN_LIMIT ((uint64_t)16 * 1024 * 1024)

/* Options that change what is found and counted; others change how it is written down, or
 * which articles are read. */
static const char *const telling[] = {
    "gazetteers", "rules",         "corrections",  "stop_list",
    "mentions",   "only_mentions", "overlap",      "ambiguous",
    "window",     "reach",         "count",        "max_size",
    "relations",  "min_weight",    "min_articles", "cooccurrence"};

/* Of the run as a whole. */
static const char *const about[] = {"version", "gazetteer", "backbone"};

static enum kith_status read_run(const char *folder, struct kith_arena *arena,
                                 const struct kith_json **run, struct kith_error *err)
{
    struct kith_buf path = {0};
    struct kith_str bytes;
    kith_buf_format(&path, "%s/run.json%c", folder, '\0');
    enum kith_status status = kith_buf_check(&path, err);
    if (status == KITH_OK)
        status = kith_file_read(path.data, RUN_LIMIT, arena, &bytes, err);
    if (status == KITH_OK)
        status = kith_json_parse(bytes, arena, run, err);
    kith_buf_release(&path);
    return status;
}

static void name_differing(const struct kith_json *one, const struct kith_json *other,
                           const char *const *names, size_t count, struct kith_buf *out)
{
    for (size_t i = 0; i < count; i++)
        if (!kith_json_is_same(kith_json_member(one, names[i]),
                               kith_json_member(other, names[i])))
            kith_buf_format(out, "%s%s", out->length ? ", " : "", names[i]);
}

enum kith_status kith_changes_options(const char *older, const char *newer,
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
