/* The entities of an output folder, read back from its nodes.csv, and found by whatever a
 * person calls them. */
#ifndef KITH_OUTPUT_CAST_H
#define KITH_OUTPUT_CAST_H

#include "base/intern.h"
#include "base/status.h"

struct kith_cast_member {
    struct kith_str id, label, type; /* as nodes.csv has them */
};

struct kith_cast {
    const char *folder;
    struct kith_arena *arena;
    struct kith_cast_member *items; /* in the order of nodes.csv: most mentions first */
    uint32_t count, room;
    struct kith_intern ids; /* id -> index in items */
};

/* Read nodes.csv of the output folder `folder`, which must outlive the cast. Members live
 * in `arena`. Release also after a failure. */
enum kith_status kith_cast_read(struct kith_cast *cast, const char *folder,
                                struct kith_arena *arena, struct kith_error *err);
void kith_cast_release(struct kith_cast *cast);

/* The member with that id, else the one with that label, else the one that the articles
 * call so (mentions.csv), else the one with these words in its label, whatever case,
 * marks and hyphens. KITH_BAD_INPUT for a name of
 * nobody, with names that are near, and for a name of several, with their ids. Linear in
 * the members; in the mentions too for a name that is no label. */
enum kith_status kith_cast_find(const struct kith_cast *cast, struct kith_str name,
                                const struct kith_cast_member **member,
                                struct kith_error *err);

/* The label of an id; the id itself when it is nobody's. */
struct kith_str kith_cast_label(const struct kith_cast *cast, struct kith_str id);

#endif
