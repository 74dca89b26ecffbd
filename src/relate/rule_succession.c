/* Succession: first rules that are alike, then those that were edited, then order. */
#include "relate/rule_succession.h"

#include "base/rising.h"

struct heirs {
    const struct kith_rule_identities *before, *after;
    const bool *is_open; /* by rule of before: its relation is kept */
    kith_id *successor_of;
    kith_id *next;  /* by rule of after: the next that has the same hash, or KITH_NO_ID */
    bool *is_taken; /* by rule of after */
    struct kith_map first; /* hash -> the first rule of after that has it */
};

/* ---- relations -------------------------------------------------------------------- */

static enum kith_status match_relations(const struct heirs *h, struct kith_arena *arena,
                                        const bool **is_open, struct kith_error *err)
{
    const struct kith_relation_types *relations = &h->before->rules->relations;
    const struct kith_rule_entries *entries = &h->before->rules->entries;
    kith_id *successor_of = KITH_ARRAY(arena, kith_id, relations->count);
    bool *open = KITH_ARRAY(arena, bool, entries->count);
    if (!successor_of || !open)
        return kith_no_memory(err);
    for (kith_id i = 0; i < relations->count; i++)
        successor_of[i] =
            kith_rules_find_relation(h->after->rules, relations->items[i].name);
    if (!kith_keep_rising(successor_of, relations->count, arena))
        return kith_no_memory(err);
    for (kith_id i = 0; i < entries->count; i++)
        open[i] = successor_of[entries->items[i].rule.relation] != KITH_NO_ID;
    *is_open = open;
    return KITH_OK;
}

/* ---- rules ------------------------------------------------------------------------ */

/* Chain the rules of `after` that nobody has taken, by hash and in their order. */
static bool chain(struct heirs *h, const uint64_t *hashes)
{
    kith_map_reset(&h->first);
    for (kith_id i = h->after->rules->entries.count; i-- > 0;) {
        if (h->is_taken[i])
            continue;
        uint32_t *first = kith_map_place(&h->first, hashes[i], KITH_NO_ID, NULL);
        if (!first)
            return false;
        h->next[i] = *first;
        *first = i;
    }
    return true;
}

/* Hand each rule that has no successor the first of its hash. */
static void hand_on(struct heirs *h, const uint64_t *hashes)
{
    for (kith_id i = 0; i < h->before->rules->entries.count; i++) {
        uint32_t *first = kith_map_find(&h->first, hashes[i]);
        if (!h->is_open[i] || h->successor_of[i] != KITH_NO_ID || !first ||
            *first == KITH_NO_ID)
            continue;
        h->successor_of[i] = *first;
        h->is_taken[*first] = true;
        *first = h->next[*first];
    }
}

static bool match_rules(struct heirs *h)
{
    if (!chain(h, h->after->rule))
        return false;
    hand_on(h, h->before->rule);
    if (!chain(h, h->after->outline))
        return false;
    hand_on(h, h->before->outline);
    return true;
}

enum kith_status kith_rules_succeed(const struct kith_rule_identities *before,
                                    const struct kith_rule_identities *after,
                                    struct kith_arena *arena, kith_id **successor_of,
                                    struct kith_error *err)
{
    const uint32_t old = before->rules->entries.count;
    const uint32_t count = after->rules->entries.count;
    struct heirs h = {.before = before,
                      .after = after,
                      .successor_of = KITH_ARRAY(arena, kith_id, old),
                      .next = KITH_ARRAY(arena, kith_id, count),
                      .is_taken = KITH_ARRAY(arena, bool, count)};
    if (!h.successor_of || !h.next || !h.is_taken)
        return kith_no_memory(err);
    KITH_TRY(match_relations(&h, arena, &h.is_open, err));
    for (kith_id i = 0; i < old; i++)
        h.successor_of[i] = KITH_NO_ID;
    bool is_matched = match_rules(&h) && kith_keep_rising(h.successor_of, old, arena);
    kith_map_release(&h.first);
    *successor_of = h.successor_of;
    return is_matched ? KITH_OK : kith_no_memory(err);
}
