/* Whose words of the column `context` stand anywhere in the article. They are looked for
 * once an entity, however often it may be meant: an article of nothing but one such name
 * is read in time linear in it. */
#ifndef KITH_RECOGNIZE_CONTEXT_H
#define KITH_RECOGNIZE_CONTEXT_H

#include "recognize/scene.h"
#include "recognize/seen_entities.h"

/* Lives in the article's arena. */
struct kith_contexts {
    struct kith_seen_entities sought, standing;
};

/* Nothing sought yet; at most `limit` entities will be. */
enum kith_status kith_contexts_init(struct kith_contexts *contexts, uint32_t limit,
                                    struct kith_arena *arena, struct kith_error *err);

/* Does a word of the entity's context stand in the article? */
bool kith_context_stands(const struct kith_scene *scene, kith_id entity);

#endif
