/* What rules make of a text, for `kith trace`: what they find, and where those that come
 * near stop. docs/RULES.md shows both forms. */
#ifndef KITH_OUTPUT_TRACED_H
#define KITH_OUTPUT_TRACED_H

#include "base/buf.h"
#include "relate/findings.h"
#include "relate/rule_course.h"

struct kith_traced {
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules;
    const struct kith_findings *findings;
    kith_id relation; /* it and its kinds alone; KITH_NO_ID: all */
    bool all;         /* also rules that do not come near */
};

/* One sentence of it. `courses` are those of the rules over `sequence`. */
struct kith_traced_sentence {
    const struct kith_traced *traced;
    uint32_t number; /* in the document */
    struct kith_sequence sequence;
    struct kith_courses courses;
};

/* Write every sentence of the text: for people, or, `as_json`, one object a line. A
 * failed append shows in the buffer. `arena` is for scratch. */
enum kith_status kith_traced_write(const struct kith_traced *traced, bool as_json,
                                   struct kith_arena *arena, struct kith_buf *out,
                                   struct kith_error *err);

/* For both forms: is the row of evidence one of this sentence that is to be told? Is the
 * course? */
bool kith_traced_tells_row(const struct kith_traced_sentence *sentence,
                           const struct kith_evidence *row);
bool kith_traced_tells_course(const struct kith_traced_sentence *sentence,
                              const struct kith_course *course);

void kith_traced_text(const struct kith_traced_sentence *sentence, struct kith_buf *out);
void kith_traced_json(const struct kith_traced_sentence *sentence, struct kith_buf *out);

#endif
