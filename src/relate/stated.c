/* What a sentence states, in a line for people. */
#include "relate/stated.h"

/* "(denied, unreal, says Ostland)", as far as it is so. */
static void write_statement(const struct kith_document *document,
                            const struct kith_statement *statement, struct kith_buf *out)
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
        kith_buf_format(out, "%ssays ", opening);
        kith_buf_str(out, kith_str_slice(document->text, statement->speaker_begin,
                                         statement->speaker_end));
        opening = ", ";
    }
    if (opening[0] == ',')
        kith_buf_byte(out, ')');
}

void kith_stated_write(const struct kith_gazetteer *gazetteer,
                       const struct kith_rules *rules,
                       const struct kith_document *document,
                       const struct kith_evidence *row, struct kith_buf *out)
{
    struct kith_relation_type type = kith_rules_relation(rules, row->relation);
    kith_buf_str(out, kith_gazetteer_entity(gazetteer, row->source).name);
    kith_buf_text(out, " -");
    kith_buf_str(out, type.name);
    kith_buf_text(out, type.is_symmetric ? "- " : "-> ");
    kith_buf_str(out, kith_gazetteer_entity(gazetteer, row->target).name);
    write_statement(document, &row->statement, out);
}

bool kith_stated_is(const struct kith_rules *rules, const struct kith_findings *findings,
                    kith_id relation, bool only_facts)
{
    for (uint32_t i = 0; i < findings->evidence_count; i++) {
        const struct kith_evidence *row = &findings->evidence[i];
        bool is_fact = !row->statement.is_denied && !row->statement.is_unreal;
        if (row->relation != KITH_COOCCURRENCE &&
            kith_rules_relation_is(rules, row->relation, relation) &&
            (is_fact || !only_facts))
            return true;
    }
    return false;
}
