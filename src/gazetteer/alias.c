/* Aliases: records that point into the pool, found again by entity and spelling. */
#include "gazetteer/alias.h"

#include "base/hash.h"

struct kith_marked_alias kith_alias_unmark(struct kith_str part)
{
    struct kith_marked_alias alias = {part, KITH_CASE_DEFAULT};
    if (part.length && part.data[0] == '=')
        alias.rule = KITH_CASE_EXACT;
    else if (part.length && part.data[0] == '~')
        alias.rule = KITH_CASE_ANY;
    if (alias.rule != KITH_CASE_DEFAULT)
        alias.text = kith_str_trim(kith_str_slice(part, 1, part.length));
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

enum kith_status kith_alias_add(struct kith_gazetteer *gazetteer, kith_id entity,
                                struct kith_str text, enum kith_case_rule rule,
                                uint32_t row, struct kith_error *err)
{
    kith_id known = kith_alias_find(gazetteer, entity, text);
    if (known != KITH_NO_ID) {
        struct kith_alias_record *alias = &gazetteer->aliases.items[known];
        if (alias->case_rule == KITH_CASE_DEFAULT)
            alias->case_rule = (uint16_t)rule;
        return KITH_OK;
    }
    struct kith_piece piece;
    KITH_TRY(kith_pool_add(gazetteer, text, &piece, err));
    if (!kith_map_place(&gazetteer->by_alias, key_of(entity, text),
                        gazetteer->aliases.count, NULL))
        return kith_no_memory(err);
    return push(gazetteer,
                (struct kith_alias_record){.entity = entity,
                                           .row = row,
                                           .text = piece.offset,
                                           .length = (uint16_t)piece.length,
                                           .case_rule = (uint16_t)rule},
                err);
}
