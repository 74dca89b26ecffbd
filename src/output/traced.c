/* What rules make of a text: which of it is told, and the page for people. */
#include "output/traced.h"

#include "output/clean.h"
#include "relate/stated.h"

bool kith_traced_tells_row(const struct kith_traced_sentence *sentence,
                           const struct kith_evidence *row)
{
    kith_id wanted = sentence->traced->relation;
    return row->relation != KITH_COOCCURRENCE && row->sentence == sentence->number &&
           (wanted == KITH_NO_ID ||
            kith_rules_relation_is(sentence->traced->rules, row->relation, wanted));
}

/* True when a relation found in the sentence rests on the course's rule, in any voice. */
static bool is_found(const struct kith_traced_sentence *sentence,
                     const struct kith_course *course)
{
    const struct kith_findings *findings = sentence->traced->findings;
    const struct kith_rules *rules = sentence->traced->rules;
    struct kith_rule its = kith_rules_rule(rules, course->rule);
    for (uint32_t i = 0; i < findings->evidence_count; i++) {
        if (!kith_traced_tells_row(sentence, &findings->evidence[i]))
            continue;
        struct kith_rule found = kith_rules_rule(rules, findings->evidence[i].rule);
        if (found.line == its.line && found.file.data == its.file.data)
            return true;
    }
    return false;
}

bool kith_traced_tells_course(const struct kith_traced_sentence *sentence,
                              const struct kith_course *course)
{
    const struct kith_traced *traced = sentence->traced;
    if (course->stop == KITH_STOP_NONE)
        return !is_found(sentence, course);
    return course->is_near || traced->all || traced->relation != KITH_NO_ID;
}

/* The sentence as rules see it, names in brackets with their types. */
static void write_symbols(const struct kith_traced_sentence *sentence,
                          struct kith_buf *out)
{
    const struct kith_traced *traced = sentence->traced;
    struct kith_str text = traced->findings->document->text;
    for (uint32_t i = 0; i < sentence->sequence.count; i++) {
        const struct kith_symbol *symbol = &sentence->sequence.items[i];
        kith_buf_text(out, i ? " " : "");
        kith_buf_text(out, symbol->mention == KITH_NO_ID ? "" : "[");
        kith_clean_line(out, kith_str_slice(text, symbol->begin, symbol->end));
        if (symbol->mention == KITH_NO_ID)
            continue;
        kith_buf_text(out, ": ");
        kith_buf_str(out, kith_gazetteer_type(traced->gazetteer, symbol->type));
        kith_buf_byte(out, ']');
    }
    kith_buf_byte(out, '\n');
}

static void write_rule(const struct kith_rules *rules, kith_id number,
                       struct kith_buf *out)
{
    struct kith_rule rule = kith_rules_rule(rules, number);
    kith_buf_format(out, "%.*s:%u: ", KITH_STR_ARGS(rule.file), rule.line);
}

static void write_found(const struct kith_traced_sentence *sentence,
                        const struct kith_evidence *row, struct kith_buf *out)
{
    const struct kith_traced *traced = sentence->traced;
    const struct kith_document *document = traced->findings->document;
    const struct kith_course whole = {
        .rule = row->rule, .stop = KITH_STOP_NONE, .item = UINT32_MAX};
    kith_buf_text(out, "  found  ");
    kith_stated_write(traced->gazetteer, traced->rules, document, row, out);
    kith_buf_text(out, "\n         by ");
    write_rule(traced->rules, row->rule, out);
    kith_course_write_pattern(traced->rules, &whole, out);
    kith_buf_text(out, "; words '");
    kith_clean_line(out,
                    kith_str_slice(document->text, row->trigger_begin, row->trigger_end));
    kith_buf_text(out, "'; confidence ");
    kith_buf_double(out, kith_rules_rule(traced->rules, row->rule).confidence);
    kith_buf_byte(out, '\n');
}

static void write_course(const struct kith_traced_sentence *sentence,
                         const struct kith_course *course, struct kith_buf *out)
{
    const struct kith_traced *traced = sentence->traced;
    kith_id relation = kith_rules_rule(traced->rules, course->rule).relation;
    kith_buf_text(out, course->is_near ? "  near   " : "  far    ");
    kith_buf_str(out, kith_rules_relation(traced->rules, relation).name);
    kith_buf_text(out, ", ");
    write_rule(traced->rules, course->rule, out);
    kith_course_write_pattern(traced->rules, course, out);
    kith_buf_text(out, "\n         ");
    kith_course_write_reason(traced->rules, &sentence->sequence,
                             traced->findings->document->text, course, out);
    kith_buf_text(out, course->stop == KITH_STOP_NONE
                           ? ", but another rule says the same\n"
                           : "\n");
}

void kith_traced_text(const struct kith_traced_sentence *sentence, struct kith_buf *out)
{
    const struct kith_findings *findings = sentence->traced->findings;
    bool is_empty = true;
    write_symbols(sentence, out);
    for (uint32_t i = 0; i < findings->evidence_count; i++)
        if (kith_traced_tells_row(sentence, &findings->evidence[i])) {
            write_found(sentence, &findings->evidence[i], out);
            is_empty = false;
        }
    for (uint32_t i = 0; i < sentence->courses.count; i++)
        if (kith_traced_tells_course(sentence, &sentence->courses.items[i])) {
            write_course(sentence, &sentence->courses.items[i], out);
            is_empty = false;
        }
    if (is_empty)
        kith_buf_text(out, sentence->sequence.names.count < 2
                               ? "  fewer than two names stand here\n"
                               : "  no rule comes near\n");
}

enum kith_status kith_traced_write(const struct kith_traced *traced, bool as_json,
                                   struct kith_arena *arena, struct kith_buf *out,
                                   struct kith_error *err)
{
    const struct kith_document *document = traced->findings->document;
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        struct kith_traced_sentence sentence = {.traced = traced, .number = s};
        KITH_TRY(kith_courses_read(traced->rules, traced->relation, document,
                                   &traced->findings->mentions, s, arena,
                                   &sentence.sequence, &sentence.courses, err));
        if (as_json)
            kith_traced_json(&sentence, out);
        else
            kith_traced_text(&sentence, out);
    }
    return kith_buf_check(out, err);
}
