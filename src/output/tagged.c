/* Writing an article with its names marked: text around mentions for people, records for
 * programs. */
#include "output/tagged.h"

#include "base/utf8.h"
#include "output/cell.h"
#include "output/clean.h"
#include "output/nesting.h"

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

/* A line end behind an article that has none, so that the next begins on its own line. */
static void end_line(struct kith_buf *out)
{
    if (out->length && out->data[out->length - 1] != '\n')
        kith_buf_byte(out, '\n');
}

/* For people: colour and brackets */

/* What a terminal may be told: no control character but line feed and tab, neither of the
 * ASCII ones nor of those from U+0080 to U+009F, which terminals obey as well. */
static bool is_harmless(uint32_t point)
{
    if (point < 0x20)
        return point == '\n' || point == '\t';
    return point < 0x7F || point > 0x9F;
}

/* Behind a carriage return a line could be written over: it becomes a line end, or goes
 * where it is half of one. */
static void plain_text(const struct page *page, struct kith_str text)
{
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        size_t size = kith_utf8_decode(text.data + i, text.length - i, &point);
        bool is_half = i + 1 < text.length && text.data[i + 1] == '\n';
        if (is_harmless(point))
            kith_utf8_append(page->out, point);
        else if (point != '\r')
            kith_buf_byte(page->out, ' ');
        else if (!is_half)
            kith_buf_byte(page->out, '\n');
        i += size;
    }
}

/* Plain text between names; the walk's context is the page. */
static void text_plainly(void *context, uint32_t begin, uint32_t end)
{
    const struct page *page = context;
    plain_text(page, kith_str_slice(page->document->text, begin, end));
}

static struct kith_entity entity_of(const struct page *page,
                                    const struct kith_mention *mention)
{
    return kith_gazetteer_entity(page->gazetteer, mention->entity);
}

/* One of six colours a terminal has on any background, the same for a type in every
 * article. */
static void begin_colour(void *context, const struct kith_mention *mention)
{
    static const char *const colours[] = {"36", "33", "32", "35", "34", "31"};
    const struct page *page = context;
    struct kith_entity entity = entity_of(page, mention);
    const char *colour = colours[entity.type_id % (sizeof colours / sizeof *colours)];
    kith_buf_format(page->out, "\033[1;%sm", colour);
}

/* Behind a name within a name, the colour of the outer one comes back. */
static void end_colour(void *context, const struct kith_mention *mention,
                       const struct kith_mention *outer)
{
    const struct page *page = context;
    (void)mention;
    if (outer)
        begin_colour(context, outer);
    else
        kith_buf_text(page->out, "\033[0m");
}

static void begin_bracket(void *context, const struct kith_mention *mention)
{
    const struct page *page = context;
    (void)mention;
    kith_buf_byte(page->out, '[');
}

static void end_bracket(void *context, const struct kith_mention *mention,
                        const struct kith_mention *outer)
{
    const struct page *page = context;
    struct kith_entity entity = entity_of(page, mention);
    (void)outer;
    kith_buf_byte(page->out, '|');
    plain_text(page, entity.type);
    kith_buf_byte(page->out, ':');
    kith_cell_entity(page->out, page->gazetteer, mention->entity);
    kith_buf_byte(page->out, ']');
}

/* HTML */

static void html_plainly(void *context, uint32_t begin, uint32_t end)
{
    const struct page *page = context;
    kith_clean_html(page->out, kith_str_slice(page->document->text, begin, end));
}

static void begin_mark(void *context, const struct kith_mention *mention)
{
    const struct page *page = context;
    struct kith_entity entity = entity_of(page, mention);
    kith_buf_text(page->out, "<mark class=\"");
    kith_clean_xml_attribute(page->out, entity.type);
    kith_buf_text(page->out, "\" title=\"");
    kith_clean_xml_attribute(page->out, entity.name);
    kith_buf_text(page->out, " (");
    kith_clean_xml_attribute(page->out, entity.type);
    kith_buf_text(page->out, ")\">");
}

static void end_mark(void *context, const struct kith_mention *mention,
                     const struct kith_mention *outer)
{
    const struct page *page = context;
    (void)mention;
    (void)outer;
    kith_buf_text(page->out, "</mark>");
}

/* The formats that show the article */

static const struct kith_nesting in_colour = {text_plainly, begin_colour, end_colour};
static const struct kith_nesting in_brackets = {text_plainly, begin_bracket, end_bracket};
static const struct kith_nesting in_html = {html_plainly, begin_mark, end_mark};

static void walk(struct page *page, const struct kith_nesting *format)
{
    uint32_t length = (uint32_t)page->document->text.length;
    page->out->is_broken |= !kith_nesting_walk(format, page->mentions, length, page);
}

static void html_page(struct page *page)
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
    walk(page, &in_html);
    kith_buf_text(page->out, "</pre></body></html>\n");
}

/* JSON Lines */

static void json_text(struct kith_buf *out, const char *key, struct kith_str value)
{
    kith_buf_format(out, "\"%s\": ", key);
    kith_clean_json(out, value);
    kith_buf_text(out, ", ");
}

void kith_tagged_object(const struct kith_gazetteer *gazetteer,
                        const struct kith_document *document,
                        const struct kith_mention *mention, struct kith_buf *out)
{
    struct kith_entity entity = kith_gazetteer_entity(gazetteer, mention->entity);
    struct kith_alias alias = kith_gazetteer_alias(gazetteer, mention->alias);
    kith_buf_byte(out, '{');
    json_text(out, "file", document->article->path);
    kith_buf_format(out, "\"begin\": %u, \"end\": %u, ", mention->begin, mention->end);
    json_text(out, "surface",
              kith_str_slice(document->text, mention->begin, mention->end));
    kith_buf_text(out, "\"id\": \"");
    kith_cell_entity(out, gazetteer, mention->entity);
    kith_buf_text(out, "\", ");
    json_text(out, "name", entity.name);
    json_text(out, "type", entity.type);
    kith_buf_format(out, "\"sentence\": %u, ", mention->sentence + 1);
    json_text(out, "alias", alias.text);
    json_text(out, "row_file", alias.file);
    kith_buf_format(out, "\"row_line\": %u, ", alias.line);
    if (mention->found == KITH_FOUND_VARIANT)
        json_text(out, "rule", alias.rule);
    kith_buf_format(out, "\"found\": \"%s\", \"choice\": \"%s\", \"score\": ",
                    kith_found_name((enum kith_found)mention->found),
                    kith_choice_name((enum kith_choice)mention->choice));
    kith_cell_score(out, kith_mention_score(mention));
    kith_buf_text(out, ", \"candidates\": \"");
    kith_cell_candidates(out, gazetteer, mention);
    kith_buf_text(out, "\"}");
}

static void json_line(const struct page *page, const struct kith_mention *mention)
{
    kith_tagged_object(page->gazetteer, page->document, mention, page->out);
    kith_buf_byte(page->out, '\n');
}

/* brat standoff */

static uint32_t count_characters(struct kith_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

/* brat wants no tab and no line end in the text of a span. */
static void brat_words(struct kith_buf *out, struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++)
        kith_buf_byte(out, (unsigned char)text.data[i] < 0x20 ? ' ' : text.data[i]);
}

/* Its names of types are letters, digits, '-' and '_'. */
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

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Cut the first line off `rest`, and the blanks and line ends around the cut. */
static struct kith_str next_line(struct kith_str *rest)
{
    size_t end = 0;
    while (end < rest->length && !is_line_end(rest->data[end]))
        end++;
    struct kith_str line = kith_str_trim(kith_str_slice(*rest, 0, end));
    *rest = kith_str_trim(kith_str_slice(*rest, end, rest->length));
    return line;
}

/* A span may not hold a line end: a name that is broken over lines has several spans. */
static void brat_spans(struct kith_buf *out, struct kith_str name, uint32_t begin)
{
    struct kith_str rest = name;
    while (rest.length) {
        struct kith_str line = next_line(&rest);
        size_t offset = (size_t)(line.data - name.data);
        uint32_t first = begin + count_characters(kith_str_slice(name, 0, offset));
        kith_buf_format(out, "%c%u %u", offset ? ';' : ' ', first,
                        first + count_characters(line));
    }
}

/* The text of the spans, a blank between them. */
static void brat_surface(struct kith_buf *out, struct kith_str name)
{
    while (name.length) {
        brat_words(out, next_line(&name));
        if (name.length)
            kith_buf_byte(out, ' ');
    }
}

/* T and N line of the mention `number`, whose name begins at character `begin`. */
static void brat_mention(const struct page *page, const struct kith_mention *mention,
                         uint32_t number, uint32_t begin)
{
    struct kith_entity entity = kith_gazetteer_entity(page->gazetteer, mention->entity);
    kith_buf_format(page->out, "T%u\t", number);
    brat_type(page->out, entity.type);
    brat_spans(page->out, surface(page, mention), begin);
    kith_buf_byte(page->out, '\t');
    brat_surface(page->out, surface(page, mention));
    kith_buf_format(page->out, "\nN%u\tReference T%u kith:", number, number);
    kith_cell_entity(page->out, page->gazetteer, mention->entity);
    kith_buf_byte(page->out, '\t');
    brat_words(page->out, entity.name);
    kith_buf_byte(page->out, '\n');
}

/* Offsets count characters, as brat does, summed up as we go. */
static void brat_lines(const struct page *page)
{
    uint32_t characters = 0;
    size_t done = 0;
    for (uint32_t i = 0; i < page->mentions->count; i++) {
        const struct kith_mention *mention = &page->mentions->items[i];
        characters +=
            count_characters(kith_str_slice(page->document->text, done, mention->begin));
        brat_mention(page, mention, i + 1, characters);
        done = mention->begin;
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
        walk(&page, &in_colour);
        end_line(out);
        break;
    case KITH_TAG_TEXT:
        walk(&page, &in_brackets);
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
