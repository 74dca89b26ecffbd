/* Writing an article with its names marked: text around mentions for people, records for
 * programs. */
#include "output/tagged.h"

#include "output/clean.h"

/* What the formats share: the article, and one mention of it. */
struct page {
    const struct kith_gazetteer *gazetteer;
    const struct kith_document *document;
    const struct kith_mentions *mentions;
    struct kith_buf *out;
};

static struct kith_str surface(const struct page *page,
                               const struct kith_mention *mention)
{
    return kith_str_slice(page->document->text, mention->begin, mention->end);
}

/* The article in order: `plain` gets the text between names, `name` each mention. */
static void walk(const struct page *page,
                 void (*plain)(const struct page *page, struct kith_str text),
                 void (*name)(const struct page *page,
                              const struct kith_mention *mention))
{
    size_t done = 0;
    for (uint32_t i = 0; i < page->mentions->count; i++) {
        const struct kith_mention *mention = &page->mentions->items[i];
        plain(page, kith_str_slice(page->document->text, done, mention->begin));
        name(page, mention);
        done = mention->end;
    }
    plain(page, kith_str_slice(page->document->text, done, page->document->text.length));
}

/* A line end behind an article that has none, so that the next begins on its own line. */
static void end_line(struct kith_buf *out)
{
    if (out->length && out->data[out->length - 1] != '\n')
        kith_buf_byte(out, '\n');
}

/* For people: colour and brackets */

static void plain_text(const struct page *page, struct kith_str text)
{
    kith_buf_str(page->out, text);
}

/* Control characters in an article must not reach a terminal as commands. */
static void plain_terminal(const struct page *page, struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool is_harmless = byte >= 0x20 ? byte != 0x7F : byte == '\n' || byte == '\t';
        kith_buf_byte(page->out, is_harmless ? text.data[i] : ' ');
    }
}

/* One of six colours a terminal has on any background, the same for a type in every
 * article. */
static void name_in_colour(const struct page *page, const struct kith_mention *mention)
{
    static const char *const colours[] = {"36", "33", "32", "35", "34", "31"};
    struct kith_entity entity = kith_gazetteer_entity(page->gazetteer, mention->entity);
    const char *colour = colours[entity.type_id % (sizeof colours / sizeof *colours)];
    kith_buf_format(page->out, "\033[1;%sm", colour);
    plain_terminal(page, surface(page, mention));
    kith_buf_text(page->out, "\033[0m");
}

static void name_in_brackets(const struct page *page, const struct kith_mention *mention)
{
    struct kith_entity entity = kith_gazetteer_entity(page->gazetteer, mention->entity);
    kith_buf_byte(page->out, '[');
    kith_buf_str(page->out, surface(page, mention));
    kith_buf_byte(page->out, '|');
    kith_buf_str(page->out, entity.type);
    kith_buf_byte(page->out, ':');
    kith_buf_str(page->out, entity.key);
    kith_buf_byte(page->out, ']');
}

/* HTML */

static void plain_html(const struct page *page, struct kith_str text)
{
    kith_clean_xml_attribute(page->out, text);
}

static void name_in_html(const struct page *page, const struct kith_mention *mention)
{
    struct kith_entity entity = kith_gazetteer_entity(page->gazetteer, mention->entity);
    kith_buf_text(page->out, "<mark class=\"");
    kith_clean_xml_attribute(page->out, entity.type);
    kith_buf_text(page->out, "\" title=\"");
    kith_clean_xml_attribute(page->out, entity.name);
    kith_buf_text(page->out, " (");
    kith_clean_xml_attribute(page->out, entity.type);
    kith_buf_text(page->out, ")\">");
    kith_clean_xml_attribute(page->out, surface(page, mention));
    kith_buf_text(page->out, "</mark>");
}

static void html_page(const struct page *page)
{
    kith_buf_text(page->out,
                  "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>");
    kith_clean_xml_attribute(page->out, page->document->title.length
                                            ? page->document->title
                                            : page->document->article->path);
    kith_buf_text(page->out,
                  "</title>\n<style>\n"
                  "body { max-width: 44em; margin: 2em auto; font: 1.1em/1.5 serif; }\n"
                  "pre { white-space: pre-wrap; font: inherit; }\n"
                  "mark { background: #ddd; padding: 0 .15em; border-radius: .2em; }\n"
                  "mark.person { background: #f6d58a; }\n"
                  "mark.country, mark.region, mark.city, mark.place "
                  "{ background: #a8e0cb; }\n"
                  "mark.organisation, mark.agency, mark.ministry, mark.party, "
                  "mark.company, mark.media { background: #b9ddf5; }\n"
                  "mark.group { background: #f2b8a0; }\n"
                  "mark.event, mark.product { background: #e6c3d6; }\n"
                  "</style></head>\n<body><pre>");
    walk(page, plain_html, name_in_html);
    kith_buf_text(page->out, "</pre></body></html>\n");
}

/* JSON Lines */

static void json_text(struct kith_buf *out, const char *key, struct kith_str value)
{
    kith_buf_format(out, "\"%s\": ", key);
    kith_clean_json(out, value);
    kith_buf_text(out, ", ");
}

static void json_line(const struct page *page, const struct kith_mention *mention)
{
    struct kith_buf *out = page->out;
    struct kith_entity entity = kith_gazetteer_entity(page->gazetteer, mention->entity);
    struct kith_alias alias = kith_gazetteer_alias(page->gazetteer, mention->alias);
    kith_buf_byte(out, '{');
    json_text(out, "file", page->document->article->path);
    kith_buf_format(out, "\"begin\": %u, \"end\": %u, ", mention->begin, mention->end);
    json_text(out, "surface", surface(page, mention));
    json_text(out, "id", entity.key);
    json_text(out, "name", entity.name);
    json_text(out, "type", entity.type);
    kith_buf_format(out, "\"sentence\": %u, ", mention->sentence + 1);
    json_text(out, "alias", alias.text);
    json_text(out, "row_file", alias.file);
    kith_buf_format(out, "\"row_line\": %u, ", alias.line);
    kith_buf_format(out, "\"found\": \"%s\", \"choice\": \"%s\", \"candidates\": %u}\n",
                    kith_found_name((enum kith_found)mention->found),
                    kith_choice_name((enum kith_choice)mention->choice),
                    (unsigned)mention->candidate_count);
}

/* brat standoff */

static uint32_t count_characters(struct kith_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

/* brat wants one line and no tab in the text of a span, and type names of letters,
 * digits,
 * '-' and '_'. */
static void brat_words(struct kith_buf *out, struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++)
        kith_buf_byte(out, (unsigned char)text.data[i] < 0x20 ? ' ' : text.data[i]);
}

static void brat_type(struct kith_buf *out, struct kith_str type)
{
    for (size_t i = 0; i < type.length; i++) {
        char c = type.data[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                        (unsigned char)c >= 0x80;
        kith_buf_byte(out, is_plain ? c : '_');
    }
}

/* T and N lines; offsets count characters, as brat does, summed up as we go. */
static void brat_lines(const struct page *page)
{
    uint32_t characters = 0;
    size_t done = 0;
    for (uint32_t i = 0; i < page->mentions->count; i++) {
        const struct kith_mention *mention = &page->mentions->items[i];
        struct kith_entity entity =
            kith_gazetteer_entity(page->gazetteer, mention->entity);
        characters +=
            count_characters(kith_str_slice(page->document->text, done, mention->begin));
        uint32_t length = count_characters(surface(page, mention));
        kith_buf_format(page->out, "T%u\t", i + 1);
        brat_type(page->out, entity.type);
        kith_buf_format(page->out, " %u %u\t", characters, characters + length);
        brat_words(page->out, surface(page, mention));
        kith_buf_format(page->out, "\nN%u\tReference T%u kith:", i + 1, i + 1);
        brat_words(page->out, entity.key);
        kith_buf_byte(page->out, '\t');
        brat_words(page->out, entity.name);
        kith_buf_byte(page->out, '\n');
        characters += length;
        done = mention->end;
    }
}

void kith_tagged_write(enum kith_tag_format format,
                       const struct kith_gazetteer *gazetteer,
                       const struct kith_document *document,
                       const struct kith_mentions *mentions, struct kith_buf *out)
{
    struct page page = {gazetteer, document, mentions, out};
    switch (format) {
    case KITH_TAG_COLOUR:
        walk(&page, plain_terminal, name_in_colour);
        end_line(out);
        break;
    case KITH_TAG_TEXT:
        walk(&page, plain_text, name_in_brackets);
        end_line(out);
        break;
    case KITH_TAG_JSONL:
        for (uint32_t i = 0; i < mentions->count; i++)
            json_line(&page, &mentions->items[i]);
        break;
    case KITH_TAG_BRAT:
        brat_lines(&page);
        break;
    case KITH_TAG_HTML:
        html_page(&page);
        break;
    }
}
