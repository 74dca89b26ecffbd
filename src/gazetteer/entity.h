/* Entities while rows come in: finding the one a row is about, or making it.
 *
 * Two rows are about one entity when their ids are equal, or their names and types are
 * and at most one of them has an id. The later row adds to the earlier one. */
#ifndef KITH_GAZETTEER_ENTITY_H
#define KITH_GAZETTEER_ENTITY_H

#include "gazetteer/tables.h"

/* What a row says about who it is. */
struct kith_identity {
    struct kith_str name, type; /* not empty; type in lower case */
    struct kith_str id;         /* may be empty */
    uint32_t row;               /* in rows */
};

/* Find or make the entity of a row; its name becomes an alias. When the row's id belongs
 * to an entity that is never called so, *entity is KITH_NO_ID and *holder is the entity
 * that has the id. */
enum kith_status kith_entity_place(struct kith_gazetteer *gazetteer,
                                   const struct kith_identity *identity, kith_id *entity,
                                   kith_id *holder, struct kith_error *err);

/* Fill one cell of a further column, unless it is filled already or `text` is empty. */
enum kith_status kith_entity_fill(struct kith_gazetteer *gazetteer, kith_id entity,
                                  uint32_t column, struct kith_str text,
                                  struct kith_error *err);

/* The text of a cell; empty when the row has none. */
struct kith_str kith_entity_cell(const struct kith_gazetteer *gazetteer, kith_id entity,
                                 uint32_t column);

#endif
