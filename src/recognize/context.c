/* The first question about an entity is answered by reading, later ones from memory. */
#include "recognize/context.h"

#include "recognize/evidence_words.h"

enum kith_status kith_contexts_init(struct kith_contexts *contexts, uint32_t limit,
                                    struct kith_arena *arena, struct kith_error *err)
{
    KITH_TRY(kith_seen_init(&contexts->sought, limit, arena, err));
    return kith_seen_init(&contexts->standing, limit, arena, err);
}

bool kith_context_stands(const struct kith_scene *scene, kith_id entity)
{
    struct kith_contexts *contexts = scene->contexts;
    if (kith_seen_has(&contexts->sought, entity))
        return kith_seen_has(&contexts->standing, entity);
    kith_seen_add(&contexts->sought, entity);
    bool stands = kith_evidence_of_row(scene, entity, scene->recognizer->columns.context,
                                       0, KITH_REACH_ARTICLE) != KITH_NO_ID;
    if (stands)
        kith_seen_add(&contexts->standing, entity);
    return stands;
}
