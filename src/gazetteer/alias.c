/* Aliases: records that point into the pool, found again by entity and spelling.
 *
 * The aliases of an entity mostly stand in one row, and so one behind the other, from its
 * name on. The first few are looked through; only what comes later, or from other rows,
 * goes into a map. Of a list of a million names, next to nothing does. */
#include "gazetteer/alias.h"

#include "base/hash.h"

/* So many aliases of an entity are looked through. */
#define RUN_LIMIT 16

/* The mark at the head of `alias`, taken off; false when there is none. */
static bool take_mark(struct kith_marked_alias *alias)
{
    char mark = alias->text.length ? alias->text.data[0] : '\0';
    if (mark == '=')
        alias->rule = KITH_CASE_EXACT;
    else if (mark == '~')
        alias->rule = KITH_CASE_ANY;
    else if (mark == '?')
        alias->traits |= KITH_ALIAS_WEAK;
    else
        return false;
    alias->text = kith_str_trim(kith_str_slice(alias->text, 1, alias->text.length));
    return true;
}

struct kith_marked_alias kith_alias_unmark(struct kith_str part)
{
    struct kith_marked_alias alias = {part, KITH_CASE_DEFAULT, 0};
    if (take_mark(&alias))
        take_mark(&alias);
    return alias;
}

static uint64_t key_of(kith_id entity, struct kith_str text)
{
    return kith_hash(text.data, text.length) ^ kith_hash_u64((uint64_t)entity + 1);
}

static bool is_spelt(const struct kith_gazetteer *gazetteer, kith_id alias,
                     struct kith_str text)
{
    return kith_str_equal(kith_alias_text(gazetteer, alias), text);
}

/* Behind the aliases of the entity that are looked through. */
static kith_id end_of_run(const struct kith_gazetteer *gazetteer, kith_id entity)
{
    const kith_id first = gazetteer->entities.items[entity].name;
    kith_id end = first;
    while (end < gazetteer->aliases.count && end - first < RUN_LIMIT &&
           gazetteer->aliases.items[end].entity == entity)
        end++;
    return end;
}

kith_id kith_alias_find(const struct kith_gazetteer *gazetteer, kith_id entity,
                        struct kith_str text)
{
    const kith_id end = end_of_run(gazetteer, entity);
    for (kith_id alias = gazetteer->entities.items[entity].name; alias < end; alias++)
        if (is_spelt(gazetteer, alias, text))
            return alias;
    if (!gazetteer->by_alias.count)
        return KITH_NO_ID;
    const uint32_t *found = kith_map_find(&gazetteer->by_alias, key_of(entity, text));
    return found && gazetteer->aliases.items[*found].entity == entity &&
                   is_spelt(gazetteer, *found, text)
               ? *found
               : KITH_NO_ID;
}

/* True when the next alias will be one of those that are looked through. */
static bool lengthens_run(const struct kith_gazetteer *gazetteer, kith_id entity)
{
    const kith_id end = end_of_run(gazetteer, entity);
    return end == gazetteer->aliases.count &&
           end - gazetteer->entities.items[entity].name < RUN_LIMIT;
}

static enum kith_status push(struct kith_gazetteer *gazetteer,
                             struct kith_alias_record alias, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->aliases))
        return kith_no_memory(err);
    gazetteer->aliases.items[gazetteer->aliases.count++] = alias;
    return KITH_OK;
}

/* An alias that is met again: the marks of both, but a demonym only if both say so. */
static void meet_again(struct kith_alias_record *known,
                       const struct kith_marked_alias *alias)
{
    const unsigned demonym = KITH_ALIAS_DEMONYM;
    if (known->case_rule == KITH_CASE_DEFAULT)
        known->case_rule = (uint8_t)alias->rule;
    unsigned both = known->traits & alias->traits & demonym;
    unsigned either = (known->traits | alias->traits) & ~demonym;
    known->traits = (uint8_t)(both | either);
}

enum kith_status kith_alias_add(struct kith_gazetteer *gazetteer, kith_id entity,
                                const struct kith_marked_alias *alias, uint32_t row,
                                struct kith_error *err)
{
    kith_id known = kith_alias_find(gazetteer, entity, alias->text);
    if (known != KITH_NO_ID) {
        meet_again(&gazetteer->aliases.items[known], alias);
        return KITH_OK;
    }
    struct kith_piece piece;
    KITH_TRY(kith_piece_add(gazetteer, alias->text, &piece, err));
    if (!lengthens_run(gazetteer, entity) &&
        !kith_map_place(&gazetteer->by_alias, key_of(entity, alias->text),
                        gazetteer->aliases.count, NULL))
        return kith_no_memory(err);
    return push(gazetteer,
                (struct kith_alias_record){.entity = entity,
                                           .row = row,
                                           .text = piece.offset,
                                           .length = (uint16_t)piece.length,
                                           .case_rule = (uint8_t)alias->rule,
                                           .traits = (uint8_t)alias->traits},
                err);
}
