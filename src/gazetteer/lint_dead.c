/* Aliases that are never found, each tried in a sentence of its own. */
#include "gazetteer/lint.h"

#include "base/file.h"
#include "gazetteer/match.h"
#include "gazetteer/name.h"

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

static enum kith_status report(struct kith_problems *problems,
                               const struct kith_alias *alias, enum fate fate,
                               struct kith_error *err)
{
    if (fate == FATE_STOPPED)
        return kith_problems_add(problems, KITH_NOTE, alias->file, alias->line, "dead",
                                 err,
                                 "\"%.*s\" is never found, since a stop list forbids it; "
                                 "drop the alias or the stop",
                                 KITH_STR_ARGS(alias->text));
    return kith_problems_add(problems, KITH_FAULT, alias->file, alias->line, "dead", err,
                             "\"%.*s\" is never found, not even as it stands: its marks "
                             "or blanks part it as no text does; write it as articles do",
                             KITH_STR_ARGS(alias->text));
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
        if (status == KITH_OK && fate != FATE_FOUND)
            status = report(problems, &alias, fate, err);
    }
    kith_arena_release(&arena);
    return status;
}
