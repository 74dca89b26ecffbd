/* Aliases that the user's articles know as ordinary words: the words of one-word aliases,
 * counted by how they are written. */
#include "gazetteer/lint.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "gazetteer/match.h"
#include "gazetteer/tables.h"
#include "gazetteer/word_key.h"

/* Counts of one folded word. */
struct tally {
    kith_id alias; /* the first one-word alias that folds to it */
    uint32_t lower, other;
};

struct kith_lint_words {
    const struct kith_gazetteer *gazetteer;
    struct kith_map by_hash; /* folded word -> index in items */
    struct kith_arena arena;
    struct tally *items;
    uint32_t count, room;
};

/* Fewer sightings than this prove nothing. */
#define COMMON_COUNT 5

/* Is a stop of the user's already about this word? */
static bool is_stopped(const struct kith_gazetteer *gazetteer, kith_id entity,
                       struct kith_str text, const struct kith_token *word)
{
    const struct kith_stop *stop = kith_stop_list_find(
        &gazetteer->stops, kith_path_step(KITH_NO_PATH, kith_word_key(text, word)));
    while (stop && !kith_stop_covers(gazetteer, stop, entity))
        stop = stop->next == KITH_NO_ID ? NULL : &gazetteer->stops.items[stop->next];
    return stop != NULL;
}

/* The hash of an alias of one word that lower-case text could be taken for; false for all
 * others. ALL CAPS matches only as written. */
static enum kith_status single_word(const struct kith_gazetteer *gazetteer,
                                    const struct kith_alias *alias,
                                    struct kith_arena *arena, bool *is_single,
                                    uint64_t *hash, struct kith_error *err)
{
    const size_t length = alias->text.length;
    char *bytes = kith_arena_zeroed(arena, length + KITH_FILE_PADDING, 1);
    if (!bytes)
        return kith_no_memory(err);
    memcpy(bytes, alias->text.data, length);
    struct kith_str word = {bytes, length};
    struct kith_tokens tokens = {0};
    KITH_TRY(kith_tokenize(word, arena, &tokens, err));
    *is_single = tokens.count == 1 && tokens.items[0].kind == KITH_TOKEN_WORD &&
                 tokens.items[0].shape == KITH_SHAPE_TITLE &&
                 !is_stopped(gazetteer, alias->entity, word, &tokens.items[0]);
    if (*is_single)
        *hash = kith_fold_hash(word, &tokens.items[0]);
    return KITH_OK;
}

static enum kith_status add_word(struct kith_lint_words *words, kith_id alias,
                                 struct kith_arena *scratch, struct kith_error *err)
{
    bool is_single = false, is_new = false;
    uint64_t hash = 0;
    struct kith_alias item = kith_gazetteer_alias(words->gazetteer, alias);
    KITH_TRY(single_word(words->gazetteer, &item, scratch, &is_single, &hash, err));
    if (!is_single)
        return KITH_OK;
    if (!kith_map_place(&words->by_hash, hash, words->count, &is_new) ||
        (is_new && !KITH_ARENA_PUSHABLE(&words->arena, words)))
        return kith_no_memory(err);
    if (is_new)
        words->items[words->count++] = (struct tally){.alias = alias};
    return KITH_OK;
}

enum kith_status kith_lint_words_new(const struct kith_gazetteer *gazetteer,
                                     struct kith_lint_words **out, struct kith_error *err)
{
    struct kith_lint_words *words = calloc(1, sizeof *words);
    if (!words)
        return kith_no_memory(err);
    struct kith_arena scratch;
    enum kith_status status = KITH_OK;
    words->gazetteer = gazetteer;
    kith_arena_init(&words->arena, KITH_ARENA_UNCAPPED);
    kith_arena_init(&scratch, KITH_ARENA_UNCAPPED);
    uint32_t count = kith_gazetteer_row_alias_count(gazetteer);
    for (kith_id alias = 0; alias < count && status == KITH_OK; alias++) {
        kith_arena_reset(&scratch);
        status = add_word(words, alias, &scratch, err);
    }
    kith_arena_release(&scratch);
    if (status == KITH_OK)
        *out = words;
    else
        kith_lint_words_free(words);
    return status;
}

void kith_lint_words_free(struct kith_lint_words *words)
{
    if (!words)
        return;
    kith_map_release(&words->by_hash);
    kith_arena_release(&words->arena);
    free(words);
}

void kith_lint_words_count(struct kith_lint_words *words,
                           const struct kith_document *document)
{
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        const struct kith_token *token = &document->tokens.items[i];
        if (token->kind != KITH_TOKEN_WORD)
            continue;
        uint64_t hash = kith_fold_hash(document->text, token);
        const uint32_t *place = kith_map_find(&words->by_hash, hash);
        if (place && token->shape == KITH_SHAPE_LOWER)
            words->items[*place].lower++;
        else if (place)
            words->items[*place].other++;
    }
}

enum kith_status kith_lint_words_report(const struct kith_lint_words *words,
                                        struct kith_problems *problems,
                                        struct kith_error *err)
{
    for (uint32_t i = 0; i < words->count; i++) {
        const struct tally *tally = &words->items[i];
        if (tally->lower < COMMON_COUNT || tally->lower <= tally->other)
            continue;
        struct kith_alias alias = kith_gazetteer_alias(words->gazetteer, tally->alias);
        KITH_TRY(kith_problems_add(
            problems, KITH_NOTE, alias.file, alias.line, "common", err,
            "\"%.*s\" is an ordinary word in these articles: %u times in lower case, %u "
            "times not; at the beginning of a sentence it will be taken for a name, so "
            "mark it ?, stop it there in stop.csv, or drop it",
            KITH_STR_ARGS(alias.text), tally->lower, tally->other));
    }
    return KITH_OK;
}
