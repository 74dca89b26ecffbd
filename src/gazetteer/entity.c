/* Entities: one record each, found again by id or by name and type, and their further
 * cells, a short chain each. */
#include "gazetteer/entity.h"

#include "base/hash.h"
#include "gazetteer/alias.h"

static uint64_t key_of_id(struct kith_str id)
{
    return kith_hash(id.data, id.length);
}

static uint64_t key_of_name(struct kith_str name, kith_id type)
{
    return kith_hash(name.data, name.length) ^ kith_hash_u64((uint64_t)type + 1);
}

static struct kith_str id_of(const struct kith_gazetteer *gazetteer, kith_id entity)
{
    return kith_piece_view(gazetteer, gazetteer->entities.items[entity].key);
}

static kith_id find_by_id(const struct kith_gazetteer *gazetteer, struct kith_str id)
{
    const uint32_t *found = kith_map_find(&gazetteer->by_id, key_of_id(id));
    return found && kith_str_equal(id_of(gazetteer, *found), id) ? *found : KITH_NO_ID;
}

static kith_id find_by_name(const struct kith_gazetteer *gazetteer, struct kith_str name,
                            kith_id type)
{
    const uint32_t *found = kith_map_find(&gazetteer->by_name, key_of_name(name, type));
    if (!found)
        return KITH_NO_ID;
    kith_id label = gazetteer->entities.items[*found].name;
    return kith_str_equal(kith_alias_text(gazetteer, label), name) ? *found : KITH_NO_ID;
}

/* The entity of this name and type, unless both it and the row have ids: two people of
 * one name are told apart by them. */
static kith_id find_namesake(const struct kith_gazetteer *gazetteer,
                             const struct kith_identity *identity, kith_id type)
{
    kith_id found = find_by_name(gazetteer, identity->name, type);
    bool both_have_ids =
        found != KITH_NO_ID && identity->id.length && id_of(gazetteer, found).length;
    return both_have_ids ? KITH_NO_ID : found;
}

static enum kith_status give_id(struct kith_gazetteer *gazetteer, kith_id entity,
                                struct kith_str id, struct kith_error *err)
{
    struct kith_entity_record *record = &gazetteer->entities.items[entity];
    if (!id.length || record->key.length)
        return KITH_OK;
    KITH_TRY(kith_piece_add(gazetteer, id, &record->key, err));
    if (!kith_map_place(&gazetteer->by_id, key_of_id(id), entity, NULL))
        return kith_no_memory(err);
    return KITH_OK;
}

static enum kith_status make(struct kith_gazetteer *gazetteer,
                             const struct kith_identity *identity, kith_id type,
                             kith_id *entity, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->entities))
        return kith_no_memory(err);
    kith_id made = gazetteer->entities.count++;
    gazetteer->entities.items[made] = (struct kith_entity_record){
        .name = gazetteer->aliases.count, .type = type, .first_cell = KITH_NO_ID};
    if (!kith_map_place(&gazetteer->by_name, key_of_name(identity->name, type), made,
                        NULL))
        return kith_no_memory(err);
    *entity = made;
    return KITH_OK;
}

enum kith_status kith_entity_place(struct kith_gazetteer *gazetteer,
                                   const struct kith_identity *identity, kith_id *entity,
                                   kith_id *holder, struct kith_error *err)
{
    kith_id type = kith_intern_add(&gazetteer->types, identity->type);
    if (type == KITH_NO_ID)
        return kith_no_memory(err);
    *entity = KITH_NO_ID;
    *holder = identity->id.length ? find_by_id(gazetteer, identity->id) : KITH_NO_ID;
    if (*holder != KITH_NO_ID) {
        if (kith_alias_find(gazetteer, *holder, identity->name) != KITH_NO_ID)
            *entity = *holder;
        return KITH_OK;
    }
    *entity = find_namesake(gazetteer, identity, type);
    if (*entity == KITH_NO_ID)
        KITH_TRY(make(gazetteer, identity, type, entity, err));
    KITH_TRY(give_id(gazetteer, *entity, identity->id, err));
    const struct kith_marked_alias name = {identity->name, KITH_CASE_DEFAULT, 0};
    return kith_alias_add(gazetteer, *entity, &name, identity->row, err);
}

/* The number of the cell of `column`, or KITH_NO_ID. A chain leads to ever older cells,
 * which have smaller numbers: in a damaged image it ends where it does not. */
static uint32_t find_cell(const struct kith_gazetteer *gazetteer, kith_id entity,
                          uint32_t column)
{
    const struct kith_cell *cells = gazetteer->cells.items;
    uint32_t limit = gazetteer->cells.count;
    uint32_t cell = gazetteer->entities.items[entity].first_cell;
    while (cell < limit && cells[cell].column != column) {
        limit = cell;
        cell = cells[cell].next;
    }
    return cell < limit ? cell : KITH_NO_ID;
}

enum kith_status kith_entity_fill(struct kith_gazetteer *gazetteer, kith_id entity,
                                  uint32_t column, struct kith_str text,
                                  struct kith_error *err)
{
    if (!text.length || find_cell(gazetteer, entity, column) != KITH_NO_ID)
        return KITH_OK;
    struct kith_cell cell = {.column = column};
    KITH_TRY(kith_piece_add(gazetteer, text, &cell.text, err));
    if (!KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->cells))
        return kith_no_memory(err);
    struct kith_entity_record *record = &gazetteer->entities.items[entity];
    cell.next = record->first_cell;
    record->first_cell = gazetteer->cells.count;
    gazetteer->cells.items[gazetteer->cells.count++] = cell;
    return KITH_OK;
}

struct kith_str kith_entity_cell(const struct kith_gazetteer *gazetteer, kith_id entity,
                                 uint32_t column)
{
    if (entity >= gazetteer->entities.count)
        return (struct kith_str){0};
    uint32_t cell = find_cell(gazetteer, entity, column);
    return cell == KITH_NO_ID
               ? (struct kith_str){0}
               : kith_piece_view(gazetteer, gazetteer->cells.items[cell].text);
}
