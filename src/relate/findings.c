/* One article's findings: co-occurrence first, then what the rules say. */
#include "relate/findings.h"

#include "relate/cooccurrence.h"
#include "relate/relation.h"

enum kith_status kith_relate(const struct kith_gazetteer *gazetteer,
                             const struct kith_rules *rules, struct kith_window window,
                             const struct kith_document *document,
                             const struct kith_mentions *mentions,
                             struct kith_arena *arena, struct kith_findings *findings,
                             struct kith_error *err)
{
    (void)gazetteer; /* compiled into the rules */
    *findings = (struct kith_findings){.document = document, .mentions = *mentions};
    KITH_TRY(
        kith_fingerprint_take(document, mentions, arena, &findings->fingerprint, err));
    KITH_TRY(kith_cooccurrence_find(window, arena, findings, err));
    return rules ? kith_relation_find(rules, arena, findings, err) : KITH_OK;
}
