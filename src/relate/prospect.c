/* Prospects: types of signatures, and the rarest words of rules. */
#include "relate/prospect.h"

#include <string.h>

#include "base/hash.h"
#include "relate/rule_book.h"
#include "relate/sequence.h"

/* How common an item is: one for each of its words, for the closed ones, such as "of", as
 * much as for a long list, and more for marks. */
#define CLOSED_COST 1000
#define MARK_COST 3000

/* Pairs of types; of more some share a bit. */
#define PAIR_BITS 64

/* Wants of words; the bit behind them is for rules that may do without any. */
#define WANT_BITS 63
#define NO_WANT ((uint64_t)1 << WANT_BITS)

/* What rules want. */
struct wants {
    const struct kith_rules *rules;
    uint32_t *list_costs; /* by number; 0 until somebody asks */
    uint64_t *words;      /* by class, of the prospects */
};

/* ---- what is rare ---- */

static uint32_t cost_of_word(const struct wants *w, kith_id class)
{
    unsigned roles = kith_word_class_roles(&w->rules->classes, class);
    return roles & KITH_ROLE_CLOSED ? CLOSED_COST : 1;
}

/* A mark, or the possessive. */
static bool is_mark(const struct kith_item *item)
{
    unsigned char first = item->text.length ? (unsigned char)item->text.data[0] : 'a';
    return first < '0' || item->word == KITH_CLASS_POSSESSIVE;
}

static uint32_t cost_of_list(const struct wants *w, kith_id list)
{
    const struct kith_phrases *phrases = &w->rules->lists.items[list].phrases;
    uint32_t *cost = &w->list_costs[list];
    if (*cost)
        return *cost;
    for (uint32_t i = 0; i < phrases->count; i++)
        *cost += cost_of_word(w, phrases->items[i].words[0]);
    return *cost;
}

static const struct kith_item *
rarest_of(const struct wants *w, const struct kith_pattern *pattern, uint32_t *cost);

/* UINT32_MAX for what may do without words of its own. */
static uint32_t cost_of(const struct wants *w, const struct kith_item *item)
{
    uint32_t cost = 0, least;
    if (item->is_optional)
        return UINT32_MAX;
    if (item->kind == KITH_ITEM_WORD)
        return is_mark(item) ? MARK_COST : cost_of_word(w, item->word);
    if (item->kind == KITH_ITEM_LIST)
        return cost_of_list(w, item->list);
    if (item->kind != KITH_ITEM_CHOICE)
        return UINT32_MAX;
    for (uint32_t i = 0; i < item->choices.count; i++, cost += least)
        if (!rarest_of(w, &item->choices.items[i], &least))
            return UINT32_MAX;
    return cost;
}

/* The item that costs least; NULL when the pattern may do without words. */
static const struct kith_item *
rarest_of(const struct wants *w, const struct kith_pattern *pattern, uint32_t *cost)
{
    const struct kith_item *rarest = NULL;
    *cost = UINT32_MAX;
    for (uint32_t i = 0; i < pattern->count; i++) {
        uint32_t its = cost_of(w, &pattern->items[i]);
        if (its < *cost) {
            *cost = its;
            rarest = &pattern->items[i];
        }
    }
    return rarest;
}

/* ---- what is wanted ---- */

static void want_list(const struct wants *w, kith_id list, uint64_t bit)
{
    const struct kith_phrases *phrases = &w->rules->lists.items[list].phrases;
    for (uint32_t i = 0; i < phrases->count; i++)
        w->words[phrases->items[i].words[0]] |= bit;
}

/* Note that one of the item's words has to stand in the sentence; of a choice, one of
 * those of each branch. */
static void want_item(const struct wants *w, const struct kith_item *item, uint64_t bit)
{
    uint32_t cost;
    if (item->kind == KITH_ITEM_LIST)
        want_list(w, item->list, bit);
    if (item->kind == KITH_ITEM_WORD) {
        w->words[item->word] |= bit;
        if (item->plural != KITH_NO_ID)
            w->words[item->plural] |= bit;
    }
    for (uint32_t i = 0; i < item->choices.count; i++)
        want_item(w, rarest_of(w, &item->choices.items[i], &cost), bit);
}

/* The bit of what a rule wants: the same for all rules that want the same list or word.
 */
static uint64_t bit_of(const struct kith_item *item, uint32_t line)
{
    uint64_t key = item->kind == KITH_ITEM_WORD   ? item->word
                   : item->kind == KITH_ITEM_LIST ? (uint64_t)item->list << 32
                                                  : (uint64_t)line << 40;
    return (uint64_t)1 << kith_hash_u64(key) % WANT_BITS;
}

static uint64_t read_rule(const struct wants *w, const struct kith_rule_entry *entry)
{
    uint32_t cost;
    const struct kith_item *item = rarest_of(w, &entry->pattern, &cost);
    if (!item)
        return NO_WANT;
    uint64_t bit = bit_of(item, entry->rule.line);
    want_item(w, item, bit);
    return bit;
}

/* ---- types ---- */

static bool admit_alike(const struct kith_signature *a, const struct kith_signature *b,
                        uint32_t types)
{
    return memcmp(a->sides[0].fits, b->sides[0].fits, types * sizeof(bool)) == 0 &&
           memcmp(a->sides[1].fits, b->sides[1].fits, types * sizeof(bool)) == 0;
}

/* The signature that opened each bit. */
struct pair_bits {
    const struct kith_signature *items[PAIR_BITS];
    uint32_t count; /* more than there are bits, once they are shared */
};

/* The bit of those that admit the same types, or the next. */
static uint64_t pair_of(struct pair_bits *bits, const struct kith_signature *signature,
                        uint32_t types)
{
    const uint32_t opened = bits->count < PAIR_BITS ? bits->count : PAIR_BITS;
    for (uint32_t bit = 0; bit < opened; bit++)
        if (admit_alike(bits->items[bit], signature, types))
            return (uint64_t)1 << bit;
    if (bits->count < PAIR_BITS)
        bits->items[bits->count] = signature;
    return (uint64_t)1 << bits->count++ % PAIR_BITS;
}

/* Set the pairs of all types and, in `pairs`, of all signatures. */
static void read_types(const struct kith_rules *rules, uint32_t types, uint64_t *pairs)
{
    struct pair_bits bits = {.count = 0};
    for (uint32_t i = 0; i < rules->signatures.count; i++) {
        const struct kith_signature *signature = &rules->signatures.items[i];
        pairs[i] = pair_of(&bits, signature, types);
        for (kith_id type = 0; type < types; type++) {
            if (signature->sides[0].fits[type])
                rules->prospects.from[type] |= pairs[i];
            if (signature->sides[1].fits[type])
                rules->prospects.to[type] |= pairs[i];
        }
    }
}

/* ---- all ---- */

/* `pairs` by signature. */
static enum kith_status read_rules(struct kith_rules *rules, const uint64_t *pairs,
                                   struct kith_error *err)
{
    struct wants w = {.rules = rules, .words = rules->prospects.words};
    w.list_costs = KITH_ARRAY(&rules->arena, uint32_t, rules->lists.count);
    if (!w.list_costs)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < rules->entries.count; i++) {
        const struct kith_rule_entry *entry = &rules->entries.items[i];
        rules->prospects.rules[i] =
            (struct kith_prospect){pairs[entry->signature], read_rule(&w, entry)};
    }
    return KITH_OK;
}

enum kith_status kith_prospects_build(struct kith_rules *rules, struct kith_error *err)
{
    const uint32_t types = kith_gazetteer_type_count(rules->gazetteer);
    struct kith_prospects *prospects = &rules->prospects;
    uint64_t *pairs = KITH_ARRAY(&rules->arena, uint64_t, rules->signatures.count);
    prospects->from = KITH_ARRAY(&rules->arena, uint64_t, types);
    prospects->to = KITH_ARRAY(&rules->arena, uint64_t, types);
    prospects->words = KITH_ARRAY(&rules->arena, uint64_t, rules->classes.count);
    prospects->rules =
        KITH_ARRAY(&rules->arena, struct kith_prospect, rules->entries.count);
    if (!pairs || !prospects->from || !prospects->to || !prospects->words ||
        !prospects->rules)
        return kith_no_memory(err);
    read_types(rules, types, pairs);
    return read_rules(rules, pairs, err);
}

struct kith_prospect kith_prospects_in(const struct kith_prospects *prospects,
                                       const struct kith_sequence *sequence)
{
    uint64_t found = 0, seen_from = 0, seen_to = 0; /* of the names before */
    for (uint32_t i = 0; i < sequence->names.count; i++) {
        const kith_id type = sequence->items[sequence->names.items[i]].type;
        const uint64_t from = prospects->from[type], to = prospects->to[type];
        found |= (seen_from & to) | (seen_to & from);
        seen_from |= from;
        seen_to |= to;
    }
    return (struct kith_prospect){found, sequence->wants | NO_WANT};
}
