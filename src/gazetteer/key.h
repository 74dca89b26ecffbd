/* Keys: what a node is called in every file kith writes. */
#ifndef KITH_GAZETTEER_KEY_H
#define KITH_GAZETTEER_KEY_H

#include "gazetteer/tables.h"

/* Give each entity without an id the slug of its name. Where another has that key, -2,
 * -3 ... is put behind it, in the order of the rows; where a name leaves no slug, the key
 * is entity-N with the entity's number. Linear.
 *
 * A key that is the slug of the name takes no room: it is made whenever it is wanted.
 * With `keeps_all` it is stored as well, for a name that may change. */
enum kith_status kith_keys_make(struct kith_gazetteer *gazetteer, bool keeps_all,
                                struct kith_error *err);

#endif
