/* Sizes added up. */
#include "batch/pace.h"

enum kith_status kith_pace_begin(struct kith_pace *pace,
                                 const struct kith_sources *sources,
                                 struct kith_arena *arena, struct kith_error *err)
{
    *pace = (struct kith_pace){.sources = sources,
                               .sizes = KITH_ARRAY(arena, uint64_t, sources->count)};
    if (!pace->sizes)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < sources->count; i++) {
        pace->sizes[i] = 1 + sources->files[i].size;
        pace->total += pace->sizes[i];
    }
    return KITH_OK;
}

/* Is it the file, or "news.jsonl#12" of it? */
static bool is_of(struct kith_str path, struct kith_str file)
{
    return kith_str_starts_with(path, file) &&
           (path.length == file.length || path.data[file.length] == '#' ||
            path.data[file.length] == '/');
}

void kith_pace_reach(struct kith_pace *pace, struct kith_str path, uint64_t bytes)
{
    const struct kith_sources *sources = pace->sources;
    while (pace->at + 1 < sources->count && !is_of(path, sources->items[pace->at])) {
        pace->done += pace->sizes[pace->at++];
        pace->inside = 0;
    }
    pace->inside += bytes + 1;
}

double kith_pace_share(const struct kith_pace *pace)
{
    if (!pace->total)
        return 1;
    uint64_t size = pace->sizes[pace->at];
    return (double)(pace->done + (pace->inside < size ? pace->inside : size)) /
           (double)pace->total;
}
