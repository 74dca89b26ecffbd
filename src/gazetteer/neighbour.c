/* Neighbours are found by reading every alias: nobody asks often enough for an index. */
#include "gazetteer/neighbour.h"

#include "base/file.h"
#include "gazetteer/alias.h"
#include "text/fold.h"

/* What is looked for. */
struct search {
    const struct kith_gazetteer *gazetteer;
    struct kith_arena arena; /* of the alias being read */
    char folded[KITH_FOLD_LIMIT];
    size_t length;
};

static bool is_wanted(const struct search *search, struct kith_str text,
                      const struct kith_token *token)
{
    char folded[KITH_FOLD_LIMIT];
    size_t length = kith_fold(text, token, folded);
    return length == search->length && memcmp(folded, search->folded, length) == 0;
}

/* Count the words of an alias; 0 when none is the one. */
static enum kith_status count_words(struct search *search, struct kith_str alias,
                                    uint32_t *words, struct kith_error *err)
{
    char bytes[KITH_ALIAS_LIMIT + KITH_FILE_PADDING] = {0};
    struct kith_str text = {bytes, alias.length};
    struct kith_tokens tokens = {0};
    bool is_met = false;
    uint32_t count = 0;
    *words = 0;
    if (alias.length > KITH_ALIAS_LIMIT)
        return KITH_OK; /* a damaged image */
    memcpy(bytes, alias.data, alias.length);
    kith_arena_reset(&search->arena);
    KITH_TRY(kith_tokenize(text, &search->arena, &tokens, err));
    for (uint32_t i = 0; i < tokens.count; i++) {
        if (tokens.items[i].kind > KITH_TOKEN_NUMBER)
            continue;
        count++;
        is_met |= is_wanted(search, text, &tokens.items[i]);
    }
    *words = is_met ? count : 0;
    return KITH_OK;
}

/* Put it behind those that are as short; the last one falls out. */
static void enter(struct kith_neighbours *neighbours, struct kith_neighbour neighbour)
{
    uint32_t place = neighbours->count;
    neighbours->total++;
    while (place > 0 && neighbours->items[place - 1].words > neighbour.words)
        place--;
    if (place == KITH_NEIGHBOURS)
        return;
    if (neighbours->count < KITH_NEIGHBOURS)
        neighbours->count++;
    for (uint32_t i = neighbours->count - 1; i > place; i--)
        neighbours->items[i] = neighbours->items[i - 1];
    neighbours->items[place] = neighbour;
}

static enum kith_status search_all(struct search *search,
                                   struct kith_neighbours *neighbours,
                                   struct kith_error *err)
{
    const struct kith_alias_table *aliases = &search->gazetteer->aliases;
    for (kith_id alias = 0; alias < aliases->count; alias++) {
        uint32_t words;
        KITH_TRY(
            count_words(search, kith_alias_text(search->gazetteer, alias), &words, err));
        if (words)
            enter(neighbours,
                  (struct kith_neighbour){
                      alias, words, aliases->items[alias].case_rule == KITH_CASE_NEVER});
    }
    return KITH_OK;
}

enum kith_status kith_neighbours_find(const struct kith_gazetteer *gazetteer,
                                      struct kith_str text, const struct kith_token *word,
                                      struct kith_neighbours *neighbours,
                                      struct kith_error *err)
{
    struct search search = {.gazetteer = gazetteer};
    *neighbours = (struct kith_neighbours){.count = 0};
    if (word->kind > KITH_TOKEN_NUMBER)
        return KITH_OK;
    search.length = kith_fold(text, word, search.folded);
    kith_arena_init(&search.arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = search_all(&search, neighbours, err);
    kith_arena_release(&search.arena);
    return status;
}
