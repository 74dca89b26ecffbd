/* What a sentence states, in a line for people. */
#ifndef KITH_RELATE_STATED_H
#define KITH_RELATE_STATED_H

#include "base/buf.h"
#include "relate/findings.h"

/* "Ines Duarte -leads-> Harbour Board (denied, says William Ruto)": a row of evidence
 * with a relation. A failed append shows in the buffer. */
void kith_stated_write(const struct kith_gazetteer *gazetteer,
                       const struct kith_rules *rules,
                       const struct kith_document *document,
                       const struct kith_evidence *row, struct kith_buf *out);

/* True when the findings state the relation, or a kind of it, as a fact, whoever says so:
 * neither denied nor unreal. `only_facts` false: or in any other way. */
bool kith_stated_is(const struct kith_rules *rules, const struct kith_findings *findings,
                    kith_id relation, bool only_facts);

#endif
