/* Anchors: of the items that a rule cannot do without, the one whose words are rarest.
 *
 * How rare a word is in news we do not count; a closed word or a mark is taken to be as
 * frequent as a thousand others. */
#include "relate/anchor.h"

#include "relate/rule_book.h"

#define OPEN_WORD_COST 1u
#define CLOSED_WORD_COST 1000u
#define NO_ANCHOR UINT64_MAX

struct ids {
    kith_id *items;
    uint32_t count, room;
};

struct collector {
    struct kith_rules *rules;
    struct kith_arena scratch;
    struct ids words;             /* of the item being looked at */
    struct ids best;              /* of the best item so far */
    struct ids class_of, rule_of; /* the filing, pair by pair */
};

static enum kith_status push(struct kith_arena *arena, struct ids *list, kith_id id,
                             struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, list))
        return kith_no_memory(err);
    list->items[list->count++] = id;
    return KITH_OK;
}

static uint64_t cost_of_word(const struct collector *c, kith_id class)
{
    bool is_common = class == KITH_CLASS_POSSESSIVE ||
                     kith_word_class_roles(&c->rules->classes, class) != 0;
    return is_common ? CLOSED_WORD_COST : OPEN_WORD_COST;
}

static uint64_t cost_of_words(const struct collector *c, const struct ids *words)
{
    uint64_t cost = 0;
    for (uint32_t i = 0; i < words->count; i++)
        cost += cost_of_word(c, words->items[i]);
    return words->count ? cost : NO_ANCHOR;
}

/* An entry of a list is found by its last word that is no closed one. */
static enum kith_status collect_phrase(struct collector *c,
                                       const struct kith_phrase *phrase,
                                       struct kith_error *err)
{
    kith_id best = phrase->words[0];
    for (uint32_t i = 1; i < phrase->count; i++)
        if (cost_of_word(c, phrase->words[i]) <= cost_of_word(c, best))
            best = phrase->words[i];
    return push(&c->scratch, &c->words, best, err);
}

static enum kith_status collect_item(struct collector *c, const struct kith_item *item,
                                     struct kith_error *err);

/* One word of each choice will do; a choice without a certain word makes the whole item
 * useless: *is_certain turns false. */
static enum kith_status collect_choices(struct collector *c,
                                        const struct kith_patterns *choices,
                                        bool *is_certain, struct kith_error *err)
{
    for (uint32_t i = 0; i < choices->count; i++) {
        const struct kith_pattern *choice = &choices->items[i];
        uint32_t before = c->words.count;
        for (uint32_t k = 0; k < choice->count && c->words.count == before; k++)
            if (!choice->items[k].is_optional)
                KITH_TRY(collect_item(c, &choice->items[k], err));
        *is_certain = *is_certain && c->words.count > before;
    }
    return KITH_OK;
}

/* Add the words of which `item` must hold one; none when it holds no certain word. */
static enum kith_status collect_item(struct collector *c, const struct kith_item *item,
                                     struct kith_error *err)
{
    uint32_t before = c->words.count;
    bool is_certain = true;
    const struct kith_phrases *phrases;
    switch (item->kind) {
    case KITH_ITEM_WORD:
        KITH_TRY(push(&c->scratch, &c->words, item->word, err));
        if (item->plural != KITH_NO_ID)
            KITH_TRY(push(&c->scratch, &c->words, item->plural, err));
        break;
    case KITH_ITEM_LIST:
        phrases = &c->rules->lists.items[item->list].phrases;
        for (uint32_t i = 0; i < phrases->count; i++)
            KITH_TRY(collect_phrase(c, &phrases->items[i], err));
        break;
    case KITH_ITEM_CHOICE:
        KITH_TRY(collect_choices(c, &item->choices, &is_certain, err));
        break;
    default:
        break;
    }
    if (!is_certain)
        c->words.count = before;
    return KITH_OK;
}

/* Leave the anchor words of a rule in c->best. */
static enum kith_status choose(struct collector *c, const struct kith_pattern *pattern,
                               struct kith_error *err)
{
    c->best.count = 0;
    for (uint32_t i = 0; i < pattern->count; i++) {
        c->words.count = 0;
        if (!pattern->items[i].is_optional)
            KITH_TRY(collect_item(c, &pattern->items[i], err));
        if (cost_of_words(c, &c->words) < cost_of_words(c, &c->best)) {
            struct ids swapped = c->best;
            c->best = c->words;
            c->words = swapped;
        }
    }
    return KITH_OK;
}

/* Words and marks that stand in every match, for a look before a rule is run. */
static enum kith_status note_needs(struct collector *c, struct kith_rule_entry *entry,
                                   struct kith_error *err)
{
    for (uint32_t i = 0; i < entry->pattern.count; i++) {
        const struct kith_item *item = &entry->pattern.items[i];
        if (item->kind != KITH_ITEM_WORD || item->is_optional)
            continue;
        if (!KITH_ARENA_PUSHABLE(&c->rules->arena, &entry->needs))
            return kith_no_memory(err);
        entry->needs.items[entry->needs.count++] =
            (struct kith_phrase_word){item->word, item->plural};
    }
    return KITH_OK;
}

static enum kith_status file_rule(struct collector *c, kith_id rule,
                                  struct kith_error *err)
{
    struct kith_rule_entry *entry = &c->rules->entries.items[rule];
    KITH_TRY(note_needs(c, entry, err));
    KITH_TRY(choose(c, &entry->pattern, err));
    for (uint32_t i = 0; i < c->best.count; i++) {
        KITH_TRY(push(&c->scratch, &c->class_of, c->best.items[i], err));
        KITH_TRY(push(&c->scratch, &c->rule_of, rule, err));
    }
    return KITH_OK;
}

/* Turn the pairs into one table by class: a counting sort. */
static enum kith_status sort_filing(const struct collector *c, struct kith_error *err)
{
    struct kith_anchors *anchors = &c->rules->anchors;
    struct kith_arena *arena = &c->rules->arena;
    anchors->class_count = c->rules->classes.count;
    anchors->begins = KITH_ARRAY(arena, uint32_t, (size_t)anchors->class_count + 2);
    anchors->rules = KITH_ARRAY(arena, kith_id, c->class_of.count);
    if (!anchors->begins || !anchors->rules)
        return kith_no_memory(err);
    /* Counted two places on, a class's entry becomes its begin while the rules are put in
     * place, and the next one's begin when they all are. */
    for (uint32_t i = 0; i < c->class_of.count; i++)
        anchors->begins[c->class_of.items[i] + 2]++;
    for (uint32_t i = 2; i < anchors->class_count + 2; i++)
        anchors->begins[i] += anchors->begins[i - 1];
    for (uint32_t i = 0; i < c->class_of.count; i++)
        anchors->rules[anchors->begins[c->class_of.items[i] + 1]++] = c->rule_of.items[i];
    return KITH_OK;
}

static enum kith_status file_all(struct collector *c, struct kith_error *err)
{
    for (kith_id rule = 0; rule < c->rules->entries.count; rule++)
        KITH_TRY(file_rule(c, rule, err));
    return sort_filing(c, err);
}

enum kith_status kith_anchors_build(struct kith_rules *rules, struct kith_error *err)
{
    struct collector c = {.rules = rules};
    kith_arena_init(&c.scratch, KITH_ARENA_UNCAPPED);
    enum kith_status status = file_all(&c, err);
    kith_arena_release(&c.scratch);
    return status;
}
