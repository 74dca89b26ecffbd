/* Rules and lists as hashes. */
#include "relate/rule_identity.h"

#include "base/hash.h"

/* Something is being written down, to be hashed. */
struct writing {
    const struct kith_rule_identities *of;
    struct kith_buf text;
    uint64_t forms; /* a hash of the forms of verbs met meanwhile */
};

static void add_number(struct writing *w, uint64_t number)
{
    kith_buf_append(&w->text, (const char *)&number, sizeof number);
}

static void add_text(struct writing *w, struct kith_str text)
{
    add_number(w, text.length);
    kith_buf_str(&w->text, text);
}

/* No class is another word than any. */
static void add_word(struct writing *w, kith_id class)
{
    add_number(w, class != KITH_NO_ID);
    add_number(w, class == KITH_NO_ID ? 0 : w->of->keys[class]);
}

static enum kith_status finish(struct writing *w, uint64_t *hash, struct kith_error *err)
{
    KITH_TRY(kith_buf_check(&w->text, err));
    *hash = kith_hash(w->text.data, w->text.length);
    kith_buf_reset(&w->text);
    return KITH_OK;
}

/* The hash of the nth that is alike. */
static enum kith_status tell_apart(struct kith_map *counts, uint64_t *hash,
                                   struct kith_error *err)
{
    uint32_t *count = kith_map_place(counts, *hash, 0, NULL);
    if (!count)
        return kith_no_memory(err);
    *hash = kith_hash_u64(*hash + (*count)++);
    return KITH_OK;
}

/* ---- lists ------------------------------------------------------------------------ */

uint64_t kith_rule_words_hash(const struct kith_rule_identities *identities,
                              const kith_id *classes, uint32_t count, uint64_t tag)
{
    uint64_t hash = kith_hash_u64(tag + count);
    for (uint32_t i = 0; i < count; i++)
        hash = kith_hash_u64(hash + identities->keys[classes[i]]);
    return hash;
}

/* A sum: they are sorted by the numbers of their words. */
static void add_forms(struct writing *w, const struct kith_phrases *phrases)
{
    uint64_t sum = phrases->count;
    for (uint32_t i = 0; i < phrases->count; i++)
        sum += kith_rule_words_hash(w->of, phrases->items[i].words,
                                    phrases->items[i].count, 0);
    add_number(w, sum);
}

static enum kith_status identify_lists(struct writing *w, uint64_t *hashes,
                                       struct kith_map *counts, struct kith_error *err)
{
    const struct kith_word_lists *lists = &w->of->rules->lists;
    for (kith_id i = 0; i < lists->count; i++) {
        const struct kith_word_list *list = &lists->items[i];
        add_text(w, list->name);
        if (!list->name.length)
            add_forms(w, &list->phrases);
        KITH_TRY(finish(w, &hashes[i], err));
        if (list->name.length)
            KITH_TRY(tell_apart(counts, &hashes[i], err));
    }
    return KITH_OK;
}

/* ---- rules ------------------------------------------------------------------------ */

static void add_pattern(struct writing *w, const struct kith_pattern *pattern);

/* The forms of verbs have no part in the outline of a rule. */
static void add_list(struct writing *w, kith_id list)
{
    w->of->is_named[list] = w->of->rules->lists.items[list].name.length;
    add_number(w, w->of->is_named[list] ? w->of->list[list] : 0);
    if (!w->of->is_named[list])
        w->forms = kith_hash_u64(w->forms + w->of->list[list]);
}

static void add_item(struct writing *w, const struct kith_item *item)
{
    add_number(w, item->kind);
    add_number(w, item->is_optional);
    if (item->kind == KITH_ITEM_WORD) {
        add_word(w, item->word);
        add_word(w, item->plural);
    }
    if (item->kind == KITH_ITEM_LIST)
        add_list(w, item->list);
    if (item->kind == KITH_ITEM_GAP)
        add_number(w, item->limit);
    if (item->kind == KITH_ITEM_HELP)
        add_number(w, item->help);
    add_number(w, item->choices.count);
    for (uint32_t i = 0; i < item->choices.count; i++)
        add_pattern(w, &item->choices.items[i]);
}

static void add_pattern(struct writing *w, const struct kith_pattern *pattern)
{
    add_number(w, pattern->count);
    for (uint32_t i = 0; i < pattern->count; i++)
        add_item(w, &pattern->items[i]);
}

static void add_signature(struct writing *w, const struct kith_signature *signature)
{
    const struct kith_relation_type *relation =
        &w->of->rules->relations.items[signature->relation];
    add_text(w, relation->name);
    add_number(w, relation->is_symmetric);
    for (int side = 0; side < 2; side++) {
        const struct kith_type_names *types = &signature->sides[side];
        add_number(w, types->is_one);
        add_number(w, types->count);
        for (uint32_t i = 0; i < types->count; i++)
            add_text(w, types->items[i]);
    }
}

static enum kith_status identify_rules(struct writing *w, struct kith_error *err)
{
    const struct kith_rules *rules = w->of->rules;
    for (kith_id i = 0; i < rules->entries.count; i++) {
        const struct kith_rule_entry *entry = &rules->entries.items[i];
        w->forms = 0;
        add_signature(w, &rules->signatures.items[entry->signature]);
        add_text(w, entry->language);
        add_number(w, entry->voice);
        add_pattern(w, &entry->pattern);
        KITH_TRY(finish(w, &w->of->outline[i], err));
        w->of->rule[i] = kith_hash_u64(w->of->outline[i] + w->forms);
    }
    return KITH_OK;
}

/* ---- all -------------------------------------------------------------------------- */

enum kith_status kith_rules_identify(const struct kith_rules *rules,
                                     struct kith_arena *arena,
                                     struct kith_rule_identities *identities,
                                     struct kith_error *err)
{
    struct writing w = {.of = identities};
    struct kith_map counts = {0};
    *identities = (struct kith_rule_identities){
        .rules = rules,
        .keys = kith_word_class_keys(&rules->classes, arena),
        .rule = KITH_ARRAY(arena, uint64_t, rules->entries.count),
        .outline = KITH_ARRAY(arena, uint64_t, rules->entries.count),
        .list = KITH_ARRAY(arena, uint64_t, rules->lists.count),
        .is_named = KITH_ARRAY(arena, bool, rules->lists.count)};
    if (!identities->keys || !identities->rule || !identities->outline ||
        !identities->list || !identities->is_named)
        return kith_no_memory(err);
    enum kith_status status = identify_lists(&w, identities->list, &counts, err);
    if (status == KITH_OK)
        status = identify_rules(&w, err);
    kith_buf_release(&w.text);
    kith_map_release(&counts);
    return status;
}
