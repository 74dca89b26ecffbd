/* Strings to ids and back: each distinct byte string gets the next number, once. */
#ifndef KITH_BASE_INTERN_H
#define KITH_BASE_INTERN_H

#include "base/arena.h"
#include "base/id.h"
#include "base/map.h"
#include "base/str.h"

struct kith_intern {
    struct kith_arena *arena; /* where the copies live; not owned */
    struct kith_map ids;      /* hash of the bytes -> newest string with that hash */
    struct kith_str *items;   /* id -> string */
    kith_id *older;           /* id -> an older string of the same hash, or KITH_NO_ID */
    uint32_t count;
    uint32_t room;
};

/* The copies are made in `arena`, which must outlive the table. */
void kith_intern_init(struct kith_intern *table, struct kith_arena *arena);

/* The id of `s`, given now when it is new; KITH_NO_ID when memory is out. */
kith_id kith_intern_add(struct kith_intern *table, struct kith_str s);

/* The id of `s`, or KITH_NO_ID when it was never added. */
kith_id kith_intern_find(const struct kith_intern *table, struct kith_str s);

void kith_intern_release(struct kith_intern *table);

#endif
