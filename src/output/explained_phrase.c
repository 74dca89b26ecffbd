/* What the sentences of explanations are made of: words, names and places. */
#include "output/explained_phrase.h"

#include "output/cell.h"
#include "output/clean.h"
#include "text/spot.h"

void kith_explained_quote(struct kith_buf *out, struct kith_str text)
{
    kith_buf_byte(out, '"');
    kith_clean_line(out, text);
    kith_buf_byte(out, '"');
}

void kith_explained_words(const struct kith_explained *explained, struct kith_span span,
                          struct kith_buf *out)
{
    const struct kith_token *tokens = explained->document->tokens.items;
    kith_explained_quote(out, kith_str_slice(explained->document->text,
                                             tokens[span.first].begin,
                                             tokens[span.end - 1].end));
}

void kith_explained_word(const struct kith_explained *explained, uint32_t token,
                         struct kith_buf *out)
{
    kith_explained_words(explained, (struct kith_span){token, token + 1}, out);
}

void kith_explained_name(const struct kith_explained *explained, kith_id entity,
                         struct kith_buf *out)
{
    struct kith_entity its = kith_gazetteer_entity(explained->gazetteer, entity);
    kith_clean_line(out, its.name);
    kith_buf_text(out, " (");
    kith_clean_line(out, its.type);
    kith_buf_byte(out, ')');
}

void kith_explained_place(struct kith_str file, uint32_t line, struct kith_buf *out)
{
    struct kith_buf text = {0};
    kith_cell_place(&text, file, line);
    kith_clean_line(out, kith_buf_view(&text));
    out->is_broken |= text.is_broken;
    kith_buf_release(&text);
}

static void write_at(const struct kith_explained *explained, kith_id entity,
                     struct kith_str file, uint32_t line, struct kith_buf *out)
{
    kith_explained_name(explained, entity, out);
    kith_buf_text(out, ", ");
    kith_explained_place(file, line, out);
}

void kith_explained_entity(const struct kith_explained *explained, kith_id entity,
                           kith_id alias, struct kith_buf *out)
{
    struct kith_alias its = kith_gazetteer_alias(explained->gazetteer, alias);
    write_at(explained, entity, its.file, its.line, out);
}

void kith_explained_rival(const struct kith_explained *explained, kith_id entity,
                          struct kith_buf *out)
{
    struct kith_entity its = kith_gazetteer_entity(explained->gazetteer, entity);
    write_at(explained, entity, its.file, its.line, out);
}

void kith_explained_where(const struct kith_explained *explained, uint32_t token,
                          struct kith_buf *out)
{
    const struct kith_document *document = explained->document;
    uint32_t offset = document->tokens.items[token].begin;
    struct kith_position position = kith_position_of(document->text, offset);
    kith_buf_format(out, "at byte %u (line %u, column %u)", offset, position.line,
                    position.column);
}
