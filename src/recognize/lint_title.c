/* A title in a label makes the bare name unknown: the label is the first alias. */
#include "recognize/lint_title.h"

#include "base/arena.h"
#include "base/file.h"

/* What titles are looked for with. */
struct search {
    const struct kith_gazetteer *gazetteer;
    const struct kith_name_words *words;
    struct kith_problems *problems;
    struct kith_arena arena; /* of the name being read */
};

/* Tokens from the first on that are titles and no part of a name. */
static uint32_t count_titles(const struct search *search, struct kith_str text,
                             const struct kith_tokens *tokens)
{
    uint32_t count = 0;
    while (count < tokens->count) {
        unsigned kinds =
            kith_name_words_kinds(search->words, text, &tokens->items[count]);
        if (!(kinds & KITH_NAME_TITLE) || (kinds & KITH_NAME_STYLE))
            break;
        count++;
    }
    return count;
}

static enum kith_status check_label(struct search *search,
                                    const struct kith_entity *entity,
                                    struct kith_error *err)
{
    struct kith_str name = entity->name;
    struct kith_tokens tokens = {0};
    kith_arena_reset(&search->arena);
    char *bytes = kith_arena_zeroed(&search->arena, name.length + KITH_FILE_PADDING, 1);
    if (!bytes)
        return kith_no_memory(err);
    memcpy(bytes, name.data, name.length);
    struct kith_str text = {bytes, name.length};
    KITH_TRY(kith_tokenize(text, &search->arena, &tokens, err));
    uint32_t titles = count_titles(search, text, &tokens);
    if (titles == 0 || tokens.count - titles < 2)
        return KITH_OK;
    struct kith_str bare = kith_str_slice(text, tokens.items[titles].begin, name.length);
    return kith_problems_add(search->problems, KITH_NOTE, entity->file, entity->line,
                             "title", err,
                             "\"%.*s\" begins with a title; write \"%.*s\", since titles "
                             "beside a name are known",
                             KITH_STR_ARGS(name), KITH_STR_ARGS(bare));
}

static enum kith_status check_all(struct search *search, kith_id person,
                                  struct kith_error *err)
{
    const uint32_t count = kith_gazetteer_entity_count(search->gazetteer);
    for (kith_id i = 0; i < count; i++) {
        struct kith_entity entity = kith_gazetteer_entity(search->gazetteer, i);
        if (kith_gazetteer_type_is(search->gazetteer, entity.type_id, person))
            KITH_TRY(check_label(search, &entity, err));
    }
    return KITH_OK;
}

enum kith_status kith_lint_titles(const struct kith_gazetteer *gazetteer,
                                  const struct kith_name_words *words,
                                  struct kith_problems *problems, struct kith_error *err)
{
    struct search search = {.gazetteer = gazetteer, .words = words, .problems = problems};
    kith_id person = kith_gazetteer_find_type(gazetteer, KITH_STR("person"));
    if (person == KITH_NO_ID)
        return KITH_OK;
    kith_arena_init(&search.arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = check_all(&search, person, err);
    kith_arena_release(&search.arena);
    return status;
}
