/* Comparing rules, lists and words: who is who, and what articles need for the rest. */
#include "relate/rule_difference.h"

#include "relate/rule_succession.h"

/* Tells entries of the lists of status from those that patterns name. */
#define STATUS_TAG UINT64_C(0x5354)

/* The rules of one run, and where to find what of them. */
struct side {
    struct kith_rule_identities known;
    struct kith_map lists;   /* identity -> list with a name */
    struct kith_map entries; /* of lists with a name and of those of status: hash -> 0 */
};

struct comparing {
    struct side before, after;
    struct kith_arena *arena;
    struct kith_need_gatherer gatherer;
    struct kith_rule_difference *difference;
};

/* ---- what there is ----------------------------------------------------------------- */

/* Of a list with a name, or KITH_NO_ID. */
static uint64_t hash_entry(const struct side *side, kith_id list,
                           const struct kith_phrase *phrase)
{
    const uint64_t tag = list == KITH_NO_ID ? 0 : side->known.list[list];
    return kith_rule_words_hash(&side->known, phrase->words, phrase->count,
                                tag + phrase->is_plural);
}

static uint64_t hash_status(const struct side *side,
                            const struct kith_status_phrase *phrase)
{
    return kith_rule_words_hash(&side->known, phrase->words, phrase->count,
                                STATUS_TAG << 32 | phrase->lists);
}

static bool has_name(const struct side *side, kith_id list)
{
    return side->known.rules->lists.items[list].name.length > 0;
}

static bool index_list(struct side *side, kith_id list)
{
    const struct kith_phrases *phrases = &side->known.rules->lists.items[list].phrases;
    bool is_entered = kith_map_place(&side->lists, side->known.list[list], list, NULL);
    for (uint32_t i = 0; i < phrases->count && is_entered; i++)
        is_entered = kith_map_place(&side->entries,
                                    hash_entry(side, list, &phrases->items[i]), 0, NULL);
    return is_entered;
}

static bool index_all(struct side *side)
{
    const struct kith_rules *rules = side->known.rules;
    bool is_entered = true;
    for (kith_id i = 0; i < rules->lists.count && is_entered; i++)
        is_entered = !has_name(side, i) || index_list(side, i);
    for (uint32_t i = 0; i < rules->status.count && is_entered; i++)
        is_entered = kith_map_place(&side->entries,
                                    hash_status(side, &rules->status.items[i]), 0, NULL);
    return is_entered;
}

static enum kith_status open_side(struct comparing *c, struct side *side,
                                  const struct kith_rules *rules, struct kith_error *err)
{
    KITH_TRY(kith_rules_identify(rules, c->arena, &side->known, err));
    return index_all(side) ? KITH_OK : kith_no_memory(err);
}

static void close_side(struct side *side)
{
    kith_map_release(&side->lists);
    kith_map_release(&side->entries);
}

/* ---- rules ------------------------------------------------------------------------ */

static void speak_of(struct comparing *c, const struct side *side)
{
    c->gatherer.rules = side->known.rules;
    c->gatherer.keys = side->known.keys;
}

static bool is_one_line(const struct kith_rule *one, const struct kith_rule *other)
{
    return one->line == other->line && kith_str_equal(one->file, other->file);
}

/* What has become of a rule. */
enum fate {
    ALONE,  /* the other side has it not */
    EDITED, /* the other side has it with other verbs */
    ALIKE
};

/* Add what the rules need that one side alone has; *lines is how many rules of its files
 * are not as the other's, where the voices of a verb are one. */
static enum kith_status need_rules(struct comparing *c, const struct side *side,
                                   const enum fate *fates, uint32_t *lines,
                                   struct kith_error *err)
{
    const struct kith_rule_entries *entries = &side->known.rules->entries;
    const struct kith_rule *last = NULL;
    speak_of(c, side);
    for (kith_id i = 0; i < entries->count; i++) {
        const struct kith_rule *rule = &entries->items[i].rule;
        if (fates[i] == ALIKE)
            continue;
        if (fates[i] == ALONE)
            KITH_TRY(kith_needs_add_rule(&c->gatherer, i, err));
        *lines += !last || !is_one_line(last, rule);
        last = rule;
    }
    return KITH_OK;
}

/* Add what the forms of verbs in `list` need that stand not in the other side's `twin`.
 */
static enum kith_status need_forms(struct comparing *c, const struct side *one,
                                   kith_id list, const struct side *other, kith_id twin,
                                   struct kith_error *err)
{
    const struct kith_phrases *phrases = &one->known.rules->lists.items[list].phrases;
    const struct kith_phrases *others = &other->known.rules->lists.items[twin].phrases;
    struct kith_map known = {0};
    enum kith_status status = KITH_OK;
    speak_of(c, one);
    for (uint32_t i = 0; i < others->count && status == KITH_OK; i++)
        if (!kith_map_place(&known, hash_entry(other, KITH_NO_ID, &others->items[i]), 0,
                            NULL))
            status = kith_no_memory(err);
    for (uint32_t i = 0; i < phrases->count && status == KITH_OK; i++) {
        const struct kith_phrase *phrase = &phrases->items[i];
        if (!kith_map_find(&known, hash_entry(one, KITH_NO_ID, phrase)))
            status =
                kith_needs_add_words(&c->gatherer, phrase->words, phrase->count, err);
    }
    kith_map_release(&known);
    return status;
}

/* The same for all verbs of two patterns of one outline. */
static enum kith_status need_verbs(struct comparing *c, const struct kith_pattern *before,
                                   const struct kith_pattern *after,
                                   struct kith_error *err)
{
    for (uint32_t i = 0; i < before->count; i++) {
        const struct kith_item *one = &before->items[i], *other = &after->items[i];
        if (one->kind == KITH_ITEM_LIST && !has_name(&c->before, one->list)) {
            KITH_TRY(need_forms(c, &c->before, one->list, &c->after, other->list, err));
            KITH_TRY(need_forms(c, &c->after, other->list, &c->before, one->list, err));
        }
        for (uint32_t k = 0; k < one->choices.count; k++)
            KITH_TRY(
                need_verbs(c, &one->choices.items[k], &other->choices.items[k], err));
    }
    return KITH_OK;
}

static enum kith_status compare_rules(struct comparing *c, struct kith_error *err)
{
    const struct kith_rule_entries *before = &c->before.known.rules->entries;
    const struct kith_rule_entries *after = &c->after.known.rules->entries;
    enum fate *were = KITH_ARRAY(c->arena, enum fate, before->count);
    enum fate *are = KITH_ARRAY(c->arena, enum fate, after->count);
    uint32_t gone = 0, come = 0;
    if (!were || !are)
        return kith_no_memory(err);
    KITH_TRY(kith_rules_succeed(&c->before.known, &c->after.known, c->arena,
                                &c->difference->successor_of, err));
    for (kith_id i = 0; i < before->count; i++) {
        const kith_id successor = c->difference->successor_of[i];
        if (successor == KITH_NO_ID)
            continue;
        bool is_alike = c->before.known.rule[i] == c->after.known.rule[successor];
        were[i] = are[successor] = is_alike ? ALIKE : EDITED;
        if (!is_alike)
            KITH_TRY(need_verbs(c, &before->items[i].pattern,
                                &after->items[successor].pattern, err));
    }
    KITH_TRY(need_rules(c, &c->before, were, &gone, err));
    KITH_TRY(need_rules(c, &c->after, are, &come, err));
    c->difference->rules = gone > come ? gone : come;
    return KITH_OK;
}

/* ---- lists ------------------------------------------------------------------------ */

/* Add what the entries of a list need that the other side's has not. A list that no
 * pattern names is a matter of status and of roles. */
static enum kith_status need_list(struct comparing *c, const struct side *one,
                                  const struct side *other, kith_id list,
                                  bool *is_changed, struct kith_error *err)
{
    const struct kith_phrases *phrases = &one->known.rules->lists.items[list].phrases;
    for (uint32_t i = 0; i < phrases->count; i++) {
        const struct kith_phrase *phrase = &phrases->items[i];
        if (kith_map_find(&other->entries, hash_entry(one, list, phrase)))
            continue;
        *is_changed = true;
        if (one->known.is_named[list])
            KITH_TRY(
                kith_needs_add_words(&c->gatherer, phrase->words, phrase->count, err));
    }
    return KITH_OK;
}

/* What one side's lists hold that the other's do not; `is_changed` by the lists of
 * `after`. Of a list that the other side has not, the rules that name it tell all. */
static enum kith_status need_lists(struct comparing *c, const struct side *one,
                                   const struct side *other, bool *is_changed,
                                   uint32_t *alone, struct kith_error *err)
{
    speak_of(c, one);
    for (kith_id i = 0; i < one->known.rules->lists.count; i++) {
        const uint32_t *twin = kith_map_find(&other->lists, one->known.list[i]);
        if (!has_name(one, i))
            continue;
        *alone += !twin;
        if (twin)
            KITH_TRY(need_list(c, one, other, i,
                               &is_changed[one == &c->after ? i : *twin], err));
    }
    return KITH_OK;
}

static enum kith_status compare_lists(struct comparing *c, struct kith_error *err)
{
    const uint32_t count = c->after.known.rules->lists.count;
    bool *is_changed = KITH_ARRAY(c->arena, bool, count);
    uint32_t gone = 0, come = 0;
    if (!is_changed)
        return kith_no_memory(err);
    KITH_TRY(need_lists(c, &c->before, &c->after, is_changed, &gone, err));
    KITH_TRY(need_lists(c, &c->after, &c->before, is_changed, &come, err));
    c->difference->lists = gone > come ? gone : come;
    for (kith_id i = 0; i < count; i++)
        c->difference->lists += is_changed[i];
    return KITH_OK;
}

/* ---- words ------------------------------------------------------------------------ */

static enum kith_status need_status(struct comparing *c, const struct side *one,
                                    const struct side *other, struct kith_error *err)
{
    const struct kith_status_table *table = &one->known.rules->status;
    speak_of(c, one);
    for (uint32_t i = 0; i < table->count; i++) {
        const struct kith_status_phrase *phrase = &table->items[i];
        if (!kith_map_find(&other->entries, hash_status(one, phrase)))
            KITH_TRY(
                kith_needs_add_words(&c->gatherer, phrase->words, phrase->count, err));
    }
    return KITH_OK;
}

/* A word that no rule speaks of is read otherwise: it may be a stranger's name, and
 * "firmly" an adverb. */
static bool plays_alike(const struct side *one, const struct side *other, kith_id class)
{
    const struct kith_word_classes *classes = &other->known.rules->classes;
    const uint32_t *found = kith_map_find(&classes->ids, one->known.keys[class]);
    const uint32_t roles = one->known.rules->classes.roles[class];
    if (!found)
        return roles == KITH_ROLE_MARK;
    return ((roles ^ classes->roles[*found]) & ~(uint32_t)KITH_ROLE_MARK) == 0;
}

static enum kith_status need_words(struct comparing *c, const struct side *one,
                                   const struct side *other, struct kith_error *err)
{
    speak_of(c, one);
    for (kith_id class = 0; class < one->known.rules->classes.count; class ++)
        if (!plays_alike(one, other, class))
            KITH_TRY(kith_needs_add_words(&c->gatherer, &class, 1, err));
    return KITH_OK;
}

static enum kith_status compare(struct comparing *c, struct kith_rules *before,
                                const struct kith_rules *after, struct kith_error *err)
{
    KITH_TRY(kith_status_table_build(before, err));
    KITH_TRY(open_side(c, &c->before, before, err));
    KITH_TRY(open_side(c, &c->after, after, err));
    KITH_TRY(compare_rules(c, err));
    KITH_TRY(compare_lists(c, err));
    KITH_TRY(need_status(c, &c->before, &c->after, err));
    KITH_TRY(need_status(c, &c->after, &c->before, err));
    KITH_TRY(need_words(c, &c->before, &c->after, err));
    return need_words(c, &c->after, &c->before, err);
}

enum kith_status kith_rules_compare(struct kith_rules *before,
                                    const struct kith_rules *after,
                                    struct kith_arena *arena,
                                    struct kith_rule_difference *difference,
                                    struct kith_error *err)
{
    struct comparing c = {.arena = arena, .difference = difference};
    *difference = (struct kith_rule_difference){0};
    c.gatherer = kith_need_gatherer_of(&difference->needs, arena);
    enum kith_status status = compare(&c, before, after, err);
    kith_need_gatherer_release(&c.gatherer);
    close_side(&c.before);
    close_side(&c.after);
    return status;
}
