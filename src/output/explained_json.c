/* The object for programs. What a person reads as a sentence stands in "why", beside the
 * facts it is made of. */
#include "output/explained.h"

#include "output/cell.h"
#include "output/clean.h"
#include "output/tagged.h"
#include "text/fold.h"
#include "text/spot.h"

/* What is being written. */
struct object {
    const struct kith_explained *explained;
    const struct kith_explanation *explanation;
    struct kith_buf *out;
    struct kith_buf sentence; /* of a "why" */
};

static void key(const struct object *object, const char *name)
{
    kith_buf_format(object->out, ", \"%s\": ", name);
}

static void text(const struct object *object, const char *name, struct kith_str value)
{
    key(object, name);
    kith_clean_json(object->out, value);
}

/* What was put into object->sentence. */
static void why(struct object *object)
{
    text(object, "why", kith_buf_view(&object->sentence));
    object->out->is_broken |= object->sentence.is_broken;
    kith_buf_reset(&object->sentence);
}

/* The bytes of a stretch, as the first members of an object. */
static void span(const struct object *object, struct kith_span tokens)
{
    const struct kith_document *document = object->explained->document;
    uint32_t begin = document->tokens.items[tokens.first].begin;
    uint32_t end = document->tokens.items[tokens.end - 1].end;
    kith_buf_format(object->out, "\"begin\": %u, \"end\": %u", begin, end);
    text(object, "surface", kith_str_slice(document->text, begin, end));
}

static void alias(const struct object *object, kith_id entity, kith_id id)
{
    const struct kith_gazetteer *gazetteer = object->explained->gazetteer;
    struct kith_entity whose = kith_gazetteer_entity(gazetteer, entity);
    struct kith_alias its = kith_gazetteer_alias(gazetteer, id);
    kith_buf_text(object->out, ", \"id\": \"");
    kith_cell_entity(object->out, gazetteer, entity);
    kith_buf_byte(object->out, '"');
    text(object, "name", whose.name);
    text(object, "type", whose.type);
    text(object, "alias", its.text);
    text(object, "row_file", its.file);
    kith_buf_format(object->out, ", \"row_line\": %u", its.line);
    if (its.rule.length)
        text(object, "rule", its.rule);
}

/* ---- lists ---- */

static void begin_list(const struct object *object, const char *name)
{
    key(object, name);
    kith_buf_byte(object->out, '[');
}

static void begin_item(const struct object *object, uint32_t number)
{
    kith_buf_text(object->out, number ? ", " : "");
}

static void write_mentions(const struct object *object)
{
    const struct kith_explained *explained = object->explained;
    begin_list(object, "mentions");
    for (uint32_t m = 0; m < object->explanation->mentions.count; m++) {
        begin_item(object, m);
        kith_tagged_object(explained->gazetteer, explained->document,
                           object->explanation->mentions.items[m], object->out);
    }
    kith_buf_byte(object->out, ']');
}

/* Where the word that decided stands; a correction's word is its line. */
static void write_word(const struct object *object, const struct kith_decision *decision)
{
    const struct kith_token *tokens = object->explained->document->tokens.items;
    if (decision->reason == KITH_REASON_REJECTED) {
        text(object, "fix_file", object->explained->corrections->path);
        kith_buf_format(object->out, ", \"fix_line\": %u", decision->word);
    } else if (decision->word != KITH_NO_ID) {
        kith_buf_format(object->out, ", \"word_begin\": %u, \"word_end\": %u",
                        tokens[decision->word].begin, tokens[decision->word].end);
    }
}

static void write_decision(struct object *object, const struct kith_decision *decision)
{
    kith_buf_byte(object->out, '{');
    span(object, (struct kith_span){decision->first_token, decision->end_token});
    kith_buf_format(object->out, ", \"reason\": \"%s\"",
                    kith_reason_name(decision->reason));
    if (decision->entity != KITH_NO_ID)
        alias(object, decision->entity, decision->alias);
    if (decision->rival != KITH_NO_ID && decision->rival != decision->entity) {
        kith_buf_text(object->out, ", \"rival\": \"");
        kith_cell_entity(object->out, object->explained->gazetteer, decision->rival);
        kith_buf_byte(object->out, '"');
    }
    write_word(object, decision);
    kith_explained_decision(object->explained, decision, &object->sentence);
    why(object);
    kith_buf_byte(object->out, '}');
}

static void write_decisions(struct object *object)
{
    begin_list(object, "decisions");
    for (uint32_t d = 0; d < object->explanation->decisions.count; d++) {
        begin_item(object, d);
        write_decision(object, object->explanation->decisions.items[d]);
    }
    kith_buf_byte(object->out, ']');
}

static void write_tried(struct object *object)
{
    static const char *const fates[] = {"matched", "writing", "spelling",
                                        "shorter", "covered", "unused"};
    const struct kith_gazetteer *gazetteer = object->explained->gazetteer;
    begin_list(object, "tried");
    for (uint32_t t = 0; t < object->explanation->tried.count; t++) {
        const struct kith_tried *tried = &object->explanation->tried.items[t];
        begin_item(object, t);
        kith_buf_byte(object->out, '{');
        span(object,
             (struct kith_span){tried->trial.first_token, tried->trial.end_token});
        kith_buf_format(object->out, ", \"fate\": \"%s\"", fates[tried->fate]);
        alias(object, kith_gazetteer_alias(gazetteer, tried->trial.alias).entity,
              tried->trial.alias);
        kith_explained_tried(object->explained, tried, &object->sentence);
        why(object);
        kith_buf_byte(object->out, '}');
    }
    kith_buf_byte(object->out, ']');
}

static void write_neighbours(struct object *object)
{
    const struct kith_neighbours *neighbours = &object->explanation->neighbours;
    begin_list(object, "holding");
    for (uint32_t n = 0; n < neighbours->count; n++) {
        const struct kith_neighbour *neighbour = &neighbours->items[n];
        struct kith_alias its =
            kith_gazetteer_alias(object->explained->gazetteer, neighbour->alias);
        begin_item(object, n);
        kith_buf_format(object->out, "{\"words\": %u", neighbour->words);
        alias(object, its.entity, neighbour->alias);
        kith_explained_neighbour(object->explained, neighbour, &object->sentence);
        why(object);
        kith_buf_byte(object->out, '}');
    }
    kith_buf_format(object->out, "], \"holding_total\": %u", neighbours->total);
}

static void write_words(const struct object *object)
{
    static const char *const kinds[] = {"word",   "number", "possessive",
                                        "hyphen", "quote",  "mark"};
    static const char *const shapes[] = {"uncased", "lower", "title", "upper", "mixed"};
    const struct kith_document *document = object->explained->document;
    struct kith_span asked = object->explanation->asked;
    begin_list(object, "words");
    for (uint32_t i = asked.first; i < asked.end; i++) {
        const struct kith_token *token = &document->tokens.items[i];
        char folded[KITH_FOLD_LIMIT];
        begin_item(object, i - asked.first);
        kith_buf_byte(object->out, '{');
        span(object, (struct kith_span){i, i + 1});
        kith_buf_format(object->out, ", \"kind\": \"%s\", \"shape\": \"%s\"",
                        kinds[token->kind], shapes[token->shape]);
        text(object, "folded",
             (struct kith_str){folded, kith_fold(document->text, token, folded)});
        kith_buf_byte(object->out, '}');
    }
    kith_buf_byte(object->out, ']');
}

static void write_place(const struct object *object)
{
    const struct kith_document *document = object->explained->document;
    uint32_t first = object->explanation->asked.first, s = 0;
    while (document->sentences.items[s].end_token <= first)
        s++;
    const struct kith_sentence *sentence = &document->sentences.items[s];
    struct kith_position position =
        kith_position_of(document->text, document->tokens.items[first].begin);
    text(object, "file", document->article->path);
    kith_buf_format(object->out,
                    ", \"line\": %u, \"column\": %u, \"sentence\": %u, "
                    "\"begins_sentence\": %s, \"in_title\": %s",
                    position.line, position.column, s + 1,
                    first == sentence->first_token ? "true" : "false",
                    sentence->is_title ? "true" : "false");
}

void kith_explained_json(const struct kith_explained *explained,
                         const struct kith_explanation *explanation, struct kith_buf *out)
{
    struct object object = {
        .explained = explained, .explanation = explanation, .out = out};
    kith_buf_byte(out, '{');
    span(&object, explanation->asked);
    write_place(&object);
    kith_buf_format(out, ", \"is_mention\": %s",
                    explanation->mentions.count ? "true" : "false");
    kith_explained_verdict(explained, explanation, &object.sentence);
    why(&object);
    write_words(&object);
    write_mentions(&object);
    write_decisions(&object);
    write_tried(&object);
    write_neighbours(&object);
    kith_buf_text(out, "}\n");
    kith_buf_release(&object.sentence);
}
