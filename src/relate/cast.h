/* The cast of a rule file: invented people and bodies that its examples speak of, so that
 * the examples say the same whatever gazetteers stand beside the rules. */
#ifndef KITH_RELATE_CAST_H
#define KITH_RELATE_CAST_H

#include "base/buf.h"
#include "relate/pattern.h"

struct kith_cast_member {
    struct kith_str type;
    struct kith_str name, aliases; /* aliases as a gazetteer has them, divided by '|' */
};

struct kith_cast {
    struct kith_cast_member *items;
    uint32_t count, room;
};

/* Add `entry`, "Ines Duarte|Duarte", which is kept. */
enum kith_status kith_cast_add(struct kith_cast *cast,
                               const struct kith_pattern_parser *parser,
                               struct kith_str type, struct kith_str entry);

/* Write the cast as a gazetteer's table; nothing when it is empty. A failed append shows
 * in the buffer. */
void kith_cast_write(const struct kith_cast *cast, struct kith_buf *out);

#endif
