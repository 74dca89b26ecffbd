/* Relations as lines: "Ostland -attacks-> Westland (denied, says Anna)". */
#ifndef KITH_TESTS_STATEMENTS_H
#define KITH_TESTS_STATEMENTS_H

#include "base/buf.h"
#include "relate/findings.h"

/* "(denied, unreal, says Ostland)", as far as it is so. */
static inline void support_write_statement(const struct kith_findings *findings,
                                           const struct kith_statement *statement,
                                           struct kith_buf *out)
{
    const char *opening = " (";
    if (statement->is_denied) {
        kith_buf_format(out, "%sdenied", opening);
        opening = ", ";
    }
    if (statement->is_unreal) {
        kith_buf_format(out, "%sunreal", opening);
        opening = ", ";
    }
    if (statement->speaker_begin < statement->speaker_end) {
        kith_buf_format(out, "%ssays %.*s", opening,
                        KITH_STR_ARGS(kith_str_slice(findings->document->text,
                                                     statement->speaker_begin,
                                                     statement->speaker_end)));
        opening = ", ";
    }
    if (opening[0] == ',')
        kith_buf_byte(out, ')');
}

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
        struct kith_relation_type type = kith_rules_relation(rules, row->relation);
        kith_buf_str(out, kith_gazetteer_entity(gazetteer, row->source).name);
        kith_buf_text(out, " -");
        kith_buf_str(out, type.name);
        kith_buf_text(out, type.is_symmetric ? "- " : "-> ");
        kith_buf_str(out, kith_gazetteer_entity(gazetteer, row->target).name);
        support_write_statement(findings, &row->statement, out);
        kith_buf_byte(out, '\n');
    }
}

#endif
