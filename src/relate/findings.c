/* One article's findings: co-occurrence first, then what the rules say. */
#include "relate/findings.h"

#include "relate/cooccurrence.h"
#include "relate/relation.h"

const struct kith_saying *kith_findings_copied(const struct kith_findings *findings,
                                               uint32_t sentence)
{
    const struct kith_saying *sayings = findings->fingerprint.sayings;
    uint32_t low = 0, high = findings->fingerprint.saying_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (sayings[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < findings->fingerprint.saying_count &&
                    sayings[low].sentence == sentence &&
                    sayings[low].copy_article != KITH_NO_ID;
    return is_there ? &sayings[low] : NULL;
}

const struct kith_saying *kith_findings_copied_row(const struct kith_findings *findings,
                                                   const struct kith_evidence *evidence)
{
    const struct kith_mention *mentions = findings->mentions.items;
    if (!findings->fingerprint.saying_count)
        return NULL;
    uint32_t source = evidence->source_mention, target = evidence->target_mention;
    uint32_t first = source < target ? source : target;
    uint32_t second = source < target ? target : source;
    const struct kith_saying *copied =
        kith_findings_copied(findings, mentions[first].sentence);
    return copied ? copied : kith_findings_copied(findings, mentions[second].sentence);
}

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
