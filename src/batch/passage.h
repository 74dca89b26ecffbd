/* A passage of text that is no article: read as one, with its relations. */
#ifndef KITH_BATCH_PASSAGE_H
#define KITH_BATCH_PASSAGE_H

#include "batch/setup.h"

/* Lives in the arena; not to be copied, since its parts know each other. */
struct kith_passage {
    struct kith_article article;
    struct kith_document document;
    struct kith_mentions mentions;
    struct kith_findings findings;
};

/* Read `text` with the names of `setup` and with `rules`, which are compiled. */
enum kith_status kith_passage_read(const struct kith_setup *setup,
                                   const struct kith_rules *rules, struct kith_str text,
                                   struct kith_arena *arena, struct kith_passage *passage,
                                   struct kith_error *err);

#endif
