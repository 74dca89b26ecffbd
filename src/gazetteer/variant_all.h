/* The variants of all aliases of a gazetteer, made on several threads and handed over in
 * the order of the aliases. */
#ifndef KITH_GAZETTEER_VARIANT_ALL_H
#define KITH_GAZETTEER_VARIANT_ALL_H

#include "gazetteer/tables.h"
#include "gazetteer/variant.h"

struct kith_made_variant {
    kith_id alias; /* of which it was made */
    struct kith_variant variant;
};

/* Called with the variants of some aliases, which live until it returns. Anything but
 * KITH_OK ends the making and is returned. */
typedef enum kith_status kith_variants_fn(void *context,
                                          const struct kith_made_variant *variants,
                                          uint32_t count, struct kith_error *err);

struct kith_variants_all {
    const struct kith_gazetteer *gazetteer; /* not to be changed meanwhile */
    const struct kith_variant_rules *rules;
    const kith_variant_types *types; /* by type of the gazetteer */
    unsigned jobs;                   /* threads; 0: one a core */
    kith_variants_fn *on_variants;   /* called in the calling thread */
    void *context;
};

/* Aliases marked '=', demonyms and corrected ones make none. KITH_NO_MEMORY. */
enum kith_status kith_variants_make_all(const struct kith_variants_all *all,
                                        struct kith_error *err);

#endif
