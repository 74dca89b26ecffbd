/* Lines all in capitals, "WHO IS TO BLAME": there a short name in capitals looks as an
 * ordinary word does. */
#ifndef KITH_RECOGNIZE_SHOUT_H
#define KITH_RECOGNIZE_SHOUT_H

#include "recognize/scene.h"

/* Take short names in capitals that stand in such lines out of the scene's mentions,
 * unless the rest of the article names the same entity. Where all of the article is in
 * capitals, only words that begin sentences ("WHO", "IS") go. In the order of n log n
 * mentions, and linear in the tokens of their sentences. */
enum kith_status kith_shouts_drop(const struct kith_scene *scene, struct kith_error *err);

#endif
