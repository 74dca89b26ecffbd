/* Keys: what a node is called in every file kith writes. */
#ifndef KITH_GAZETTEER_KEY_H
#define KITH_GAZETTEER_KEY_H

#include "gazetteer/tables.h"

/* Give each entity without an id the slug of its name. Where another has that key, -2,
 * -3 ... is put behind it, in the order of the rows; where a name leaves no slug, the key
 * is entity-N with the entity's number. Linear. */
enum kith_status kith_keys_make(struct kith_gazetteer *gazetteer, struct kith_error *err);

#endif
