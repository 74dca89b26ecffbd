/* Rejected mentions, found by the hash of what they are written like. */
#include "recognize/rejection.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/map.h"

/* A longer surface is never rejected. Bytes. */
#define SURFACE_LIMIT 512

struct kith_rejections {
    const struct kith_corrections *corrections;
    struct kith_map by_surface; /* -> the newest correction of this surface */
    uint32_t *next;             /* correction -> an older one, or KITH_NO_ID */
};

static bool is_rejection(const struct kith_correction *line)
{
    return !line->is_void && (line->kind == KITH_REJECT || line->kind == KITH_SPLIT);
}

static enum kith_status fill(struct kith_rejections *rejections, struct kith_error *err)
{
    const struct kith_corrections *corrections = rejections->corrections;
    rejections->next = calloc((size_t)corrections->count + 1, sizeof *rejections->next);
    if (!rejections->next)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < corrections->count; i++) {
        struct kith_str what = corrections->items[i].what;
        bool is_new;
        if (!is_rejection(&corrections->items[i]))
            continue;
        uint32_t *newest = kith_map_place(&rejections->by_surface,
                                          kith_hash(what.data, what.length), i, &is_new);
        if (!newest)
            return kith_no_memory(err);
        rejections->next[i] = is_new ? KITH_NO_ID : *newest;
        *newest = i;
    }
    return KITH_OK;
}

enum kith_status kith_rejections_new(const struct kith_corrections *corrections,
                                     struct kith_rejections **out, struct kith_error *err)
{
    struct kith_rejections *made = calloc(1, sizeof *made);
    if (!made)
        return kith_no_memory(err);
    made->corrections = corrections;
    enum kith_status status = fill(made, err);
    if (status != KITH_OK) {
        kith_rejections_free(made);
        return status;
    }
    *out = made;
    return KITH_OK;
}

void kith_rejections_free(struct kith_rejections *rejections)
{
    if (!rejections)
        return;
    kith_map_release(&rejections->by_surface);
    free(rejections->next);
    free(rejections);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Copy the surface with each run of blanks as one; 0 when it is too long. */
static size_t copy_surface(struct kith_str surface, char copy[SURFACE_LIMIT])
{
    size_t length = 0;
    if (surface.length > SURFACE_LIMIT)
        return 0;
    for (size_t i = 0; i < surface.length; i++) {
        bool is_gap = is_blank(surface.data[i]);
        if (!is_gap)
            copy[length++] = surface.data[i];
        else if (length && copy[length - 1] != ' ')
            copy[length++] = ' ';
    }
    return length;
}

/* The file as the user names it: the whole path, or the end of it from a slash on. */
static bool is_file(struct kith_str path, struct kith_str file)
{
    if (!file.length || kith_str_equal(path, file))
        return true;
    return kith_str_ends_with(path, file) &&
           path.data[path.length - file.length - 1] == '/';
}

/* The line that rejects the mention, or NULL. */
static const struct kith_correction *find_line(const struct kith_rejections *rejections,
                                               const struct kith_document *document,
                                               const struct kith_mention *mention)
{
    char copy[SURFACE_LIMIT];
    struct kith_str surface = {
        copy,
        copy_surface(kith_str_slice(document->text, mention->begin, mention->end), copy)};
    const uint32_t *newest =
        kith_map_find(&rejections->by_surface, kith_hash(copy, surface.length));
    for (uint32_t i = newest ? *newest : KITH_NO_ID; i != KITH_NO_ID;
         i = rejections->next[i]) {
        const struct kith_correction *line = &rejections->corrections->items[i];
        if (kith_str_equal(line->what, surface) &&
            (line->entity == KITH_NO_ID || line->entity == mention->entity) &&
            is_file(document->article->path, line->file))
            return line;
    }
    return NULL;
}

void kith_rejections_apply(const struct kith_rejections *rejections,
                           const struct kith_document *document, struct kith_trace *trace,
                           struct kith_mentions *mentions)
{
    if (!rejections || !rejections->by_surface.count)
        return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < mentions->count; i++) {
        const struct kith_mention *mention = &mentions->items[i];
        const struct kith_correction *line = find_line(rejections, document, mention);
        if (line && trace)
            kith_trace_mention(trace, mention, KITH_REASON_REJECTED, KITH_NO_ID,
                               line->line);
        if (!line)
            mentions->items[kept++] = *mention;
    }
    mentions->count = kept;
}
