/* Needs: patterns with everything left out that an article cannot lack. */
#include "relate/need.h"

static const struct kith_need nothing = {.kind = KITH_NEED_ALL};

static bool is_nothing(const struct kith_need *need)
{
    return need->kind == KITH_NEED_ALL && need->count == 0;
}

/* ---- putting needs together ------------------------------------------------------ */

static enum kith_status push(struct kith_need_gatherer *g, struct kith_need_items *items,
                             struct kith_need need, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(g->arena, items))
        return kith_no_memory(err);
    items->items[items->count++] = need;
    return KITH_OK;
}

static struct kith_need need_of(enum kith_need_kind kind,
                                const struct kith_need_items *parts)
{
    if (parts->count == 1)
        return parts->items[0];
    return (struct kith_need){.kind = kind, .parts = parts->items, .count = parts->count};
}

static struct kith_need all_of(const struct kith_need_items *parts)
{
    return need_of(KITH_NEED_ALL, parts);
}

/* Where one needs nothing, so do all together. */
static struct kith_need any_of(const struct kith_need_items *parts)
{
    for (uint32_t i = 0; i < parts->count; i++)
        if (is_nothing(&parts->items[i]))
            return nothing;
    return need_of(KITH_NEED_ANY, parts);
}

/* ---- words ------------------------------------------------------------------------ */

static enum kith_status number_word(struct kith_need_gatherer *g, uint64_t key,
                                    uint32_t *number, struct kith_error *err)
{
    struct kith_needs *needs = g->needs;
    bool is_new;
    if (!KITH_ARENA_PUSHABLE(g->arena, &needs->words))
        return kith_no_memory(err);
    uint32_t *place = kith_map_place(&g->numbers, key, needs->words.count, &is_new);
    if (!place)
        return kith_no_memory(err);
    if (is_new)
        needs->words.items[needs->words.count++] = key;
    *number = *place;
    return KITH_OK;
}

static enum kith_status read_word(struct kith_need_gatherer *g, kith_id class,
                                  struct kith_need *need, struct kith_error *err)
{
    *need = nothing;
    if (kith_word_class_roles(&g->rules->classes, class) & KITH_ROLE_MARK)
        return KITH_OK;
    need->kind = KITH_NEED_WORD;
    return number_word(g, g->keys[class], &need->word, err);
}

static enum kith_status read_words(struct kith_need_gatherer *g, const kith_id *classes,
                                   uint32_t count, struct kith_need *need,
                                   struct kith_error *err)
{
    struct kith_need_items parts = {0};
    for (uint32_t i = 0; i < count; i++) {
        KITH_TRY(read_word(g, classes[i], need, err));
        if (!is_nothing(need))
            KITH_TRY(push(g, &parts, *need, err));
    }
    *need = all_of(&parts);
    return KITH_OK;
}

/* A word, or its plural. */
static enum kith_status read_number(struct kith_need_gatherer *g,
                                    const struct kith_item *item, struct kith_need *need,
                                    struct kith_error *err)
{
    struct kith_need_items parts = {0};
    KITH_TRY(read_word(g, item->word, need, err));
    if (item->plural == KITH_NO_ID)
        return KITH_OK;
    KITH_TRY(push(g, &parts, *need, err));
    KITH_TRY(read_word(g, item->plural, need, err));
    KITH_TRY(push(g, &parts, *need, err));
    *need = any_of(&parts);
    return KITH_OK;
}

static enum kith_status read_list(struct kith_need_gatherer *g, kith_id list,
                                  struct kith_need *need, struct kith_error *err)
{
    const struct kith_phrases *phrases = &g->rules->lists.items[list].phrases;
    struct kith_need_items parts = {0};
    for (uint32_t i = 0; i < phrases->count; i++) {
        const struct kith_phrase *phrase = &phrases->items[i];
        KITH_TRY(read_words(g, phrase->words, phrase->count, need, err));
        KITH_TRY(push(g, &parts, *need, err));
    }
    *need = any_of(&parts);
    return KITH_OK;
}

/* ---- patterns --------------------------------------------------------------------- */

static enum kith_status read_pattern(struct kith_need_gatherer *g,
                                     const struct kith_pattern *pattern,
                                     struct kith_need *need, struct kith_error *err);

static enum kith_status read_choices(struct kith_need_gatherer *g,
                                     const struct kith_patterns *choices,
                                     struct kith_need *need, struct kith_error *err)
{
    struct kith_need_items parts = {0};
    for (uint32_t i = 0; i < choices->count; i++) {
        KITH_TRY(read_pattern(g, &choices->items[i], need, err));
        KITH_TRY(push(g, &parts, *need, err));
    }
    *need = any_of(&parts);
    return KITH_OK;
}

static enum kith_status read_item(struct kith_need_gatherer *g,
                                  const struct kith_item *item, struct kith_need *need,
                                  struct kith_error *err)
{
    *need = nothing;
    if (item->is_optional)
        return KITH_OK;
    if (item->kind == KITH_ITEM_WORD)
        return read_number(g, item, need, err);
    if (item->kind == KITH_ITEM_LIST)
        return read_list(g, item->list, need, err);
    return item->kind == KITH_ITEM_CHOICE ? read_choices(g, &item->choices, need, err)
                                          : KITH_OK;
}

static enum kith_status read_pattern(struct kith_need_gatherer *g,
                                     const struct kith_pattern *pattern,
                                     struct kith_need *need, struct kith_error *err)
{
    struct kith_need_items parts = {0};
    for (uint32_t i = 0; i < pattern->count; i++) {
        KITH_TRY(read_item(g, &pattern->items[i], need, err));
        if (!is_nothing(need))
            KITH_TRY(push(g, &parts, *need, err));
    }
    *need = all_of(&parts);
    return KITH_OK;
}

/* ---- gathering -------------------------------------------------------------------- */

struct kith_need_gatherer kith_need_gatherer_of(struct kith_needs *needs,
                                                struct kith_arena *arena)
{
    *needs = (struct kith_needs){0};
    return (struct kith_need_gatherer){.needs = needs, .arena = arena};
}

void kith_need_gatherer_release(struct kith_need_gatherer *gatherer)
{
    kith_map_release(&gatherer->numbers);
}

enum kith_status kith_needs_add_rule(struct kith_need_gatherer *gatherer, kith_id rule,
                                     struct kith_error *err)
{
    struct kith_need need;
    const struct kith_rule_entry *entry = &gatherer->rules->entries.items[rule];
    KITH_TRY(read_pattern(gatherer, &entry->pattern, &need, err));
    return push(gatherer, &gatherer->needs->any, need, err);
}

enum kith_status kith_needs_add_words(struct kith_need_gatherer *gatherer,
                                      const kith_id *classes, uint32_t count,
                                      struct kith_error *err)
{
    struct kith_need need;
    KITH_TRY(read_words(gatherer, classes, count, &need, err));
    return push(gatherer, &gatherer->needs->any, need, err);
}

/* ---- asking ----------------------------------------------------------------------- */

static bool is_met(const struct kith_need *need, const bool *has_word)
{
    if (need->kind == KITH_NEED_WORD)
        return has_word[need->word];
    const bool wants_all = need->kind == KITH_NEED_ALL;
    for (uint32_t i = 0; i < need->count; i++)
        if (is_met(&need->parts[i], has_word) != wants_all)
            return !wants_all;
    return wants_all;
}

bool kith_needs_are_met(const struct kith_needs *needs, const bool *has_word)
{
    for (uint32_t i = 0; i < needs->any.count; i++)
        if (is_met(&needs->any.items[i], has_word))
            return true;
    return false;
}
