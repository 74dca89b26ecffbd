/* The roll: everyone in a gazetteer that is not yet compiled, found by id, name or alias.
 *
 * What people write in a corrections file or another recognizer's output is looked up
 * here. A name that several entities bear can be told apart by its type in brackets:
 * Georgia [country]. */
#ifndef KITH_GAZETTEER_ROLL_H
#define KITH_GAZETTEER_ROLL_H

#include "gazetteer/tables.h"

struct kith_roll {
    struct kith_gazetteer *gazetteer; /* borrowed */
    struct kith_arena arena;
    struct kith_map by_key;   /* id or slug -> entity */
    struct kith_map by_text;  /* spelling -> its first alias */
    kith_id *next_of_text;    /* alias -> another of this spelling, or KITH_NO_ID */
    kith_id *next_of_entity;  /* alias -> another of this entity, or KITH_NO_ID */
    kith_id *first_of_entity; /* entity -> an alias of it, or KITH_NO_ID */
    kith_id *merged_into;     /* entity -> who took its names, or itself */
    uint32_t room;            /* aliases it can hold */
};

/* Whom a name means. */
enum kith_roll_answer { KITH_ROLL_FOUND, KITH_ROLL_UNKNOWN, KITH_ROLL_SEVERAL };

/* Enter everyone; entities without an id get the slug of their name now. Up to
 * `more` aliases may be entered later. Linear. Release also after a failure. */
enum kith_status kith_roll_call(struct kith_roll *roll, struct kith_gazetteer *gazetteer,
                                uint32_t more, struct kith_error *err);
void kith_roll_release(struct kith_roll *roll);

/* Enter one more alias of the gazetteer. */
enum kith_status kith_roll_enter(struct kith_roll *roll, kith_id alias,
                                 struct kith_error *err);

/* Find by id, else by label, else by alias. */
enum kith_roll_answer kith_roll_find(const struct kith_roll *roll, struct kith_str name,
                                     kith_id *entity);

/* Find by label, else by alias, among those of one type; any when `type` is empty. */
enum kith_roll_answer kith_roll_find_typed(const struct kith_roll *roll,
                                           struct kith_str name, struct kith_str type,
                                           kith_id *entity);

/* The alias nearest to `name`, at most two letters away; empty when none is. Linear. */
struct kith_str kith_roll_nearest(const struct kith_roll *roll, struct kith_str name);

#endif
