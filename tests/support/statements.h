/* Relations as lines: "Ostland -attacks-> Westland (denied, says Anna)". */
#ifndef KITH_TESTS_STATEMENTS_H
#define KITH_TESTS_STATEMENTS_H

#include "base/buf.h"
#include "relate/stated.h"

/* The typed relations of one article, a line each. */
static inline void support_write_relations(const struct kith_gazetteer *gazetteer,
                                           const struct kith_rules *rules,
                                           const struct kith_findings *findings,
                                           struct kith_buf *out)
{
    for (uint32_t i = 0; i < findings->evidence_count; i++) {
        const struct kith_evidence *row = &findings->evidence[i];
        if (row->relation == KITH_COOCCURRENCE)
            continue;
        kith_stated_write(gazetteer, rules, findings->document, row, out);
        kith_buf_byte(out, '\n');
    }
}

#endif
