/* Aliases: records that point into the pool, found again by entity and spelling. */
#include "gazetteer/alias.h"

#include "base/hash.h"

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

kith_id kith_alias_find(const struct kith_gazetteer *gazetteer, kith_id entity,
                        struct kith_str text)
{
    const uint32_t *found = kith_map_find(&gazetteer->by_alias, key_of(entity, text));
    if (!found || gazetteer->aliases.items[*found].entity != entity ||
        !kith_str_equal(kith_alias_text(gazetteer, *found), text))
        return KITH_NO_ID;
    return *found;
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
    KITH_TRY(kith_pool_add(gazetteer, alias->text, &piece, err));
    if (!kith_map_place(&gazetteer->by_alias, key_of(entity, alias->text),
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
