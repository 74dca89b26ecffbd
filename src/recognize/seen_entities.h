/* The entities that some name of the article means for certain. */
#ifndef KITH_RECOGNIZE_SEEN_ENTITIES_H
#define KITH_RECOGNIZE_SEEN_ENTITIES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/id.h"
#include "base/status.h"

/* Open addressing; sized by the article, not by the gazetteer. Lives in its arena. */
struct kith_seen_entities {
    kith_id *slots; /* KITH_NO_ID: free */
    uint32_t mask;
};

/* An empty set for at most `limit` entities. */
enum kith_status kith_seen_init(struct kith_seen_entities *seen, uint32_t limit,
                                struct kith_arena *arena, struct kith_error *err);

void kith_seen_add(struct kith_seen_entities *seen, kith_id entity);

bool kith_seen_has(const struct kith_seen_entities *seen, kith_id entity);

#endif
