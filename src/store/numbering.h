/* Numbers under which a store knows entities and rules. They stay when rows are put in or
 * taken out of a gazetteer, so that what was kept of an article need not be written
 * again. */
#ifndef KITH_STORE_NUMBERING_H
#define KITH_STORE_NUMBERING_H

#include "base/id.h"
#include "relate/rules.h"

/* Things of one sort: the store's numbers and the run's, one to one. */
struct kith_numbers {
    uint32_t *number_of; /* of a thing of the run */
    uint32_t count;      /* of these */
    kith_id *thing_of;   /* of a number; KITH_NO_ID: the run has it not */
    uint32_t end;        /* the first number that was never given */
};

struct kith_numbering {
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules; /* may be NULL */
    struct kith_numbers entities, rule_numbers;
    kith_id *first_alias; /* of an entity, or KITH_NO_ID */
    kith_id *next_alias;  /* the same entity's, or KITH_NO_ID */
    uint32_t *place;      /* of an alias among those of its entity */
};

/* Give every thing its own id as its number. {0} is empty; release also after a failure.
 * Gazetteer and rules must outlive the numbering. Linear. */
enum kith_status kith_numbering_init(struct kith_numbering *numbering,
                                     const struct kith_gazetteer *gazetteer,
                                     const struct kith_rules *rules,
                                     struct kith_error *err);
void kith_numbering_release(struct kith_numbering *numbering);

/* Make `numbers` those in number_of, which are `count`; none is `end` or above. */
enum kith_status kith_numbers_take(struct kith_numbers *numbers, uint32_t *number_of,
                                   uint32_t count, uint32_t end, struct kith_error *err);

/* The alias of an entity at a place among its aliases, or KITH_NO_ID. */
kith_id kith_numbering_alias(const struct kith_numbering *numbering, kith_id entity,
                             uint32_t place);

#endif
