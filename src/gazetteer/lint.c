/* Looking over the names of a gazetteer, one at a time. */
#include "gazetteer/lint.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "gazetteer/match.h"
#include "text/fold.h"

/* Rows that look like a slip */

static bool is_letter_or_digit(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    return byte >= 0xC0 || (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9');
}

static size_t count_letters(struct kith_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += is_letter_or_digit((unsigned char)text.data[i]);
    return count;
}

/* What looks wrong with an alias, and what to do; NULL when nothing does. */
static const char *slip_of(struct kith_str alias)
{
    bool is_single = !memchr(alias.data, ' ', alias.length);
    if (memchr(alias.data, ';', alias.length))
        return "holds a semicolon; aliases are separated by |";
    if (memchr(alias.data, '(', alias.length) && !memchr(alias.data, ')', alias.length))
        return "opens a bracket that it does not close";
    if (count_letters(alias) == 1 && alias.length <= 2)
        return "is a single letter, which any text is full of; make it longer";
    if (alias.length > 80)
        return "is longer than any name; is it a description?";
    if (is_single && alias.length <= 2 && alias.data[0] >= 'a' && alias.data[0] <= 'z')
        return "is a short word in lower case; it will be found everywhere";
    return NULL;
}

static enum kith_status report(struct kith_problems *problems,
                               enum kith_severity severity,
                               const struct kith_alias *alias, const char *kind,
                               const char *finding, struct kith_error *err)
{
    return kith_problems_add(problems, severity, alias->file, alias->line, kind, err,
                             "\"%.*s\" %s", KITH_STR_ARGS(alias->text), finding);
}

enum kith_status kith_lint_rows(const struct kith_gazetteer *gazetteer,
                                struct kith_problems *problems, struct kith_error *err)
{
    for (kith_id i = 0; i < kith_gazetteer_row_alias_count(gazetteer); i++) {
        struct kith_alias alias = kith_gazetteer_alias(gazetteer, i);
        const char *slip = slip_of(alias.text);
        if (slip)
            KITH_TRY(report(problems, KITH_NOTE, &alias, "slip", slip, err));
    }
    return KITH_OK;
}

/* Dead aliases */

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

/* An alias in a sentence that says nothing else. */
static enum kith_status is_alive(const struct kith_gazetteer *gazetteer,
                                 const struct kith_abbreviations *abbreviations,
                                 const struct kith_alias *alias, struct kith_arena *arena,
                                 bool *found, struct kith_error *err)
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
    *found = is_found(&document, &matches, alias->entity, begin, end);
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
        bool found = false;
        kith_arena_reset(&arena);
        status = is_alive(gazetteer, abbreviations, &alias, &arena, &found, err);
        if (status == KITH_OK && !found)
            status = report(problems, KITH_FAULT, &alias, "dead",
                            "is never found, not even as it stands: its marks or blanks "
                            "part it as no text does; write it as articles do",
                            err);
    }
    kith_arena_release(&arena);
    return status;
}

/* Ordinary words */

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

/* The hash of an alias of one word that lower-case text could be taken for; false for all
 * others. ALL CAPS matches only as written. */
static enum kith_status single_word(struct kith_str text, struct kith_arena *arena,
                                    bool *is_single, uint64_t *hash,
                                    struct kith_error *err)
{
    char *bytes = kith_arena_zeroed(arena, text.length + KITH_FILE_PADDING, 1);
    if (!bytes)
        return kith_no_memory(err);
    memcpy(bytes, text.data, text.length);
    struct kith_str word = {bytes, text.length};
    struct kith_tokens tokens = {0};
    KITH_TRY(kith_tokenize(word, arena, &tokens, err));
    *is_single = tokens.count == 1 && tokens.items[0].kind == KITH_TOKEN_WORD &&
                 tokens.items[0].shape == KITH_SHAPE_TITLE;
    if (*is_single)
        *hash = kith_fold_hash(word, &tokens.items[0]);
    return KITH_OK;
}

static enum kith_status add_word(struct kith_lint_words *words, kith_id alias,
                                 struct kith_arena *scratch, struct kith_error *err)
{
    bool is_single = false, is_new = false;
    uint64_t hash = 0;
    KITH_TRY(single_word(kith_gazetteer_alias(words->gazetteer, alias).text, scratch,
                         &is_single, &hash, err));
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
            "lengthen or drop it",
            KITH_STR_ARGS(alias.text), tally->lower, tally->other));
    }
    return KITH_OK;
}
