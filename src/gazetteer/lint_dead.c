/* What does nothing: aliases that are never found, and stops that stop no alias. */
#include "gazetteer/lint.h"

#include "base/file.h"
#include "gazetteer/match.h"
#include "gazetteer/name.h"
#include "gazetteer/tables.h"

/* ---- aliases ---- */

/* What became of an alias in a sentence of its own. */
enum fate { FATE_FOUND, FATE_STOPPED, FATE_DEAD };

/* Is `entity` among the candidates of a match that covers [begin, end)? */
static bool is_found(const struct kith_document *document,
                     const struct kith_matches *matches, kith_id entity, size_t begin,
                     size_t end)
{
    for (uint32_t i = 0; i < matches->count; i++) {
        const struct kith_match *match = &matches->items[i];
        if (document->tokens.items[match->first_token].begin > begin ||
            document->tokens.items[match->end_token - 1].end < end)
            continue;
        for (uint32_t c = match->first_candidate; c < match->end_candidate; c++)
            if (matches->candidates.items[c].entity == entity)
                return true;
    }
    return false;
}

/* Is the name that stands in the bytes [begin, end) one that a stop list forbids? That is
 * as the user wants it. */
static bool is_stopped(const struct kith_gazetteer *gazetteer,
                       const struct kith_document *document, kith_id entity, size_t begin,
                       size_t end)
{
    const struct kith_tokens *tokens = &document->tokens;
    uint32_t first = 0, behind = tokens->count;
    while (first < behind && tokens->items[first].begin < begin)
        first++;
    while (behind > first && tokens->items[behind - 1].end > end)
        behind--;
    return first < behind &&
           kith_span_is_stopped(gazetteer, document, first, behind, entity);
}

/* An alias in a sentence that says nothing else. */
static enum kith_status find_fate(const struct kith_gazetteer *gazetteer,
                                  const struct kith_abbreviations *abbreviations,
                                  const struct kith_alias *alias,
                                  struct kith_arena *arena, enum fate *fate,
                                  struct kith_error *err)
{
    static const char head[] = "they met ", tail[] = " there";
    size_t begin = sizeof head - 1, end = begin + alias->text.length;
    size_t length = end + sizeof tail - 1;
    char *bytes = kith_arena_zeroed(arena, length + KITH_FILE_PADDING, 1);
    if (!bytes)
        return kith_no_memory(err);
    memcpy(bytes, head, begin);
    memcpy(bytes + begin, alias->text.data, alias->text.length);
    memcpy(bytes + end, tail, sizeof tail - 1);
    struct kith_article article = {.bytes = {bytes, length}};
    struct kith_document document = {0};
    struct kith_matches matches = {0};
    KITH_TRY(kith_document_read(&article, abbreviations, arena, &document, err));
    KITH_TRY(kith_match_document(gazetteer, &document, arena, &matches, err));
    /* A name's last dot may be the sentence's, so matching leaves it out. */
    if (bytes[end - 1] == '.')
        end--;
    if (is_found(&document, &matches, alias->entity, begin, end))
        *fate = FATE_FOUND;
    else
        *fate = is_stopped(gazetteer, &document, alias->entity, begin, end) ? FATE_STOPPED
                                                                            : FATE_DEAD;
    return KITH_OK;
}

enum kith_status kith_lint_dead(const struct kith_gazetteer *gazetteer,
                                const struct kith_abbreviations *abbreviations,
                                struct kith_problems *problems, struct kith_error *err)
{
    struct kith_arena arena;
    enum kith_status status = KITH_OK;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    uint32_t count = kith_gazetteer_row_alias_count(gazetteer);
    for (kith_id i = 0; i < count && status == KITH_OK; i++) {
        struct kith_alias alias = kith_gazetteer_alias(gazetteer, i);
        enum fate fate = FATE_FOUND;
        kith_arena_reset(&arena);
        status = find_fate(gazetteer, abbreviations, &alias, &arena, &fate, err);
        if (status == KITH_OK && fate == FATE_DEAD)
            status = kith_problems_add(problems, KITH_FAULT, alias.file, alias.line,
                                       "dead", err,
                                       "\"%.*s\" is never found, not even as it stands: "
                                       "its marks or blanks part "
                                       "it as no text does; write it as articles do",
                                       KITH_STR_ARGS(alias.text));
    }
    kith_arena_release(&arena);
    return status;
}

/* ---- stops ---- */

static bool shares_writings(const struct kith_stop *stop, const uint8_t *pattern)
{
    for (uint32_t i = 0; i < stop->word_count; i++)
        if (!(stop->pattern[i] & pattern[i] & KITH_WRITTEN_ANYHOW))
            return false;
    return true;
}

/* Is there an alias on its path that may be written so, of an entity that it covers? */
static bool stops_somebody(const struct kith_gazetteer *gazetteer,
                           const struct kith_stop *stop)
{
    const struct kith_paths *paths = &gazetteer->paths;
    struct kith_ends ends = kith_paths_find(paths, stop->path);
    for (uint32_t i = ends.begin; i < ends.end; i++) {
        const struct kith_posting *posting = &paths->postings.items[i];
        uint32_t pattern = kith_posting_pattern(posting);
        if (posting->alias < gazetteer->aliases.count &&
            pattern + KITH_NAME_LIMIT <= paths->patterns.count &&
            shares_writings(stop, paths->patterns.items + pattern) &&
            kith_stop_covers(gazetteer, stop,
                             gazetteer->aliases.items[posting->alias].entity))
            return true;
    }
    return false;
}

/* A row with quotes is two stops, one behind the other. */
static bool is_same_row(const struct kith_stop *a, const struct kith_stop *b)
{
    return a->line == b->line && a->file.data == b->file.data;
}

enum kith_status kith_lint_stops(const struct kith_gazetteer *gazetteer,
                                 struct kith_problems *problems, struct kith_error *err)
{
    const struct kith_stop_list *list = &gazetteer->stops;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct kith_stop *stop = &list->items[i];
        bool is_used = stops_somebody(gazetteer, stop);
        while (i + 1 < list->count && is_same_row(stop, &list->items[i + 1]))
            is_used |= stops_somebody(gazetteer, &list->items[++i]);
        if (!is_used)
            KITH_TRY(kith_problems_add(
                problems, KITH_NOTE, stop->file, stop->line, "stop", err,
                "\"%.*s\" stops nothing: no name that the row is for is written so; drop "
                "the row, or write it as the gazetteers do",
                KITH_STR_ARGS(stop->text)));
    }
    return KITH_OK;
}
