/* Where in the web an entity is written about, by its gazetteer. */
#ifndef KITH_OUTPUT_LINK_H
#define KITH_OUTPUT_LINK_H

#include "gazetteer/gazetteer.h"

/* The address in the entity's column `url`, when it is one of http or https and of
 * nothing else (a picture must not run a script); else the page named in its column
 * `wikidata`, by address or as "Q7747"; else empty. In the arena or the gazetteer;
 * KITH_NO_MEMORY when the arena is full. */
enum kith_status kith_link_find(const struct kith_gazetteer *gazetteer, kith_id entity,
                                struct kith_arena *arena, struct kith_str *link,
                                struct kith_error *err);

#endif
