/* What rules make of a sentence: the object for programs. */
#include "output/traced.h"

#include "output/clean.h"

static void text(struct kith_buf *out, const char *name, struct kith_str value)
{
    kith_buf_format(out, "\"%s\": ", name);
    kith_clean_json(out, value);
}

/* The bytes of a stretch and its words. */
static void span(const struct kith_document *document, uint32_t begin, uint32_t end,
                 struct kith_buf *out)
{
    kith_buf_format(out, "{\"begin\": %u, \"end\": %u, ", begin, end);
    text(out, "surface", kith_str_slice(document->text, begin, end));
}

static void write_words(const struct kith_traced_sentence *sentence, struct kith_buf *out)
{
    const struct kith_document *document = sentence->traced->findings->document;
    kith_buf_text(out, ", \"words\": [");
    for (uint32_t i = 0; i < sentence->sequence.count; i++) {
        const struct kith_symbol *symbol = &sentence->sequence.items[i];
        kith_buf_text(out, i ? ", " : "");
        span(document, symbol->begin, symbol->end, out);
        kith_buf_byte(out, '}');
    }
    kith_buf_byte(out, ']');
}

static void write_names(const struct kith_traced_sentence *sentence, struct kith_buf *out)
{
    const struct kith_findings *findings = sentence->traced->findings;
    const struct kith_gazetteer *gazetteer = sentence->traced->gazetteer;
    kith_buf_text(out, ", \"mentions\": [");
    for (uint32_t i = 0; i < sentence->sequence.names.count; i++) {
        uint32_t at = sentence->sequence.names.items[i];
        const struct kith_mention *mention =
            &findings->mentions.items[sentence->sequence.items[at].mention];
        struct kith_entity entity = kith_gazetteer_entity(gazetteer, mention->entity);
        kith_buf_text(out, i ? ", " : "");
        span(findings->document, mention->begin, mention->end, out);
        kith_buf_text(out, ", ");
        text(out, "name", entity.name);
        kith_buf_text(out, ", ");
        text(out, "type", entity.type);
        kith_buf_byte(out, '}');
    }
    kith_buf_byte(out, ']');
}

/* The members that tell which rule it is. */
static void write_rule(const struct kith_rules *rules, const struct kith_course *course,
                       struct kith_buf *out)
{
    struct kith_rule rule = kith_rules_rule(rules, course->rule);
    struct kith_buf pattern = {0};
    kith_course_write_pattern(rules, course, &pattern);
    text(out, "relation", kith_rules_relation(rules, rule.relation).name);
    kith_buf_text(out, ", ");
    text(out, "file", rule.file);
    kith_buf_format(out, ", \"line\": %u, ", rule.line);
    text(out, "pattern", kith_buf_view(&pattern));
    out->is_broken |= pattern.is_broken;
    kith_buf_release(&pattern);
}

static void write_row(const struct kith_traced *traced, const struct kith_evidence *row,
                      struct kith_buf *out)
{
    struct kith_str document = traced->findings->document->text;
    const struct kith_statement *statement = &row->statement;
    const struct kith_course whole = {
        .rule = row->rule, .stop = KITH_STOP_NONE, .item = UINT32_MAX};
    kith_buf_byte(out, '{');
    text(out, "source", kith_gazetteer_entity(traced->gazetteer, row->source).name);
    kith_buf_text(out, ", ");
    text(out, "target", kith_gazetteer_entity(traced->gazetteer, row->target).name);
    kith_buf_format(
        out, ", \"directed\": %s, \"denied\": %s, \"unreal\": %s, ",
        kith_rules_relation(traced->rules, row->relation).is_symmetric ? "false" : "true",
        statement->is_denied ? "true" : "false", statement->is_unreal ? "true" : "false");
    text(out, "speaker",
         kith_str_slice(document, statement->speaker_begin, statement->speaker_end));
    kith_buf_text(out, ", ");
    text(out, "trigger", kith_str_slice(document, row->trigger_begin, row->trigger_end));
    kith_buf_text(out, ", \"confidence\": ");
    kith_buf_double(out, kith_rules_rule(traced->rules, row->rule).confidence);
    kith_buf_text(out, ", ");
    write_rule(traced->rules, &whole, out);
    kith_buf_byte(out, '}');
}

static void write_found(const struct kith_traced_sentence *sentence, struct kith_buf *out)
{
    const struct kith_findings *findings = sentence->traced->findings;
    const char *comma = "";
    kith_buf_text(out, ", \"found\": [");
    for (uint32_t i = 0; i < findings->evidence_count; i++)
        if (kith_traced_tells_row(sentence, &findings->evidence[i])) {
            kith_buf_text(out, comma);
            write_row(sentence->traced, &findings->evidence[i], out);
            comma = ", ";
        }
    kith_buf_byte(out, ']');
}

static void write_course(const struct kith_traced_sentence *sentence,
                         const struct kith_course *course, struct kith_buf *out)
{
    const struct kith_traced *traced = sentence->traced;
    struct kith_buf reason = {0};
    kith_course_write_reason(traced->rules, &sentence->sequence,
                             traced->findings->document->text, course, &reason);
    kith_buf_byte(out, '{');
    write_rule(traced->rules, course, out);
    kith_buf_format(out, ", \"matches\": %s, \"near\": %s, ",
                    course->stop == KITH_STOP_NONE ? "true" : "false",
                    course->is_near ? "true" : "false");
    text(out, "why", kith_buf_view(&reason));
    kith_buf_byte(out, '}');
    out->is_broken |= reason.is_broken;
    kith_buf_release(&reason);
}

static void write_courses(const struct kith_traced_sentence *sentence,
                          struct kith_buf *out)
{
    const char *comma = "";
    kith_buf_text(out, ", \"others\": [");
    for (uint32_t i = 0; i < sentence->courses.count; i++)
        if (kith_traced_tells_course(sentence, &sentence->courses.items[i])) {
            kith_buf_text(out, comma);
            write_course(sentence, &sentence->courses.items[i], out);
            comma = ", ";
        }
    kith_buf_byte(out, ']');
}

void kith_traced_json(const struct kith_traced_sentence *sentence, struct kith_buf *out)
{
    kith_buf_format(out, "{\"sentence\": %u", sentence->number + 1);
    write_words(sentence, out);
    write_names(sentence, out);
    write_found(sentence, out);
    write_courses(sentence, out);
    kith_buf_text(out, "}\n");
}
