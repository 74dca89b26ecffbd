/* What each kind of XML calls the parts of an article differs; what they hold does not.
 * So all kinds are read by lists of names, the most exact first. */
#include "input/xml_reader.h"

#include "base/utf8.h"
#include "input/article_field.h"
#include "input/html_reader.h"
#include "input/html_text.h"
#include "input/markup.h"

/* A first element stands in so many bytes. */
#define HEAD_BYTES 4096

#define NAMES 12

static const char *const article_names[] = {"item",     "entry",  "newsItem",
                                            "NewsItem", "RBNews", "nitf"};
static const char *const single_names[] = {"nitf", "newsItem", "RBNews"};

/* An element, and the attribute that holds the value; without one its text does. */
struct place {
    const char *name, *attribute;
};

static const struct place places[KITH_FIELD_COUNT][NAMES] = {
    [KITH_FIELD_TEXT] = {{"content:encoded", NULL},
                         {"body.content", NULL},
                         {"inlineXML", NULL},
                         {"inlineData", NULL},
                         {"content", NULL},
                         {"DataContent", NULL},
                         {"body", NULL},
                         {"description", NULL},
                         {"summary", NULL}},
    [KITH_FIELD_TITLE] = {{"headline", NULL},
                          {"hl1", NULL},
                          {"HeadLine", NULL},
                          {"hedline", NULL},
                          {"title", NULL}},
    [KITH_FIELD_DATE] = {{"contentCreated", NULL},
                         {"date.issue", "norm"},
                         {"pubDate", NULL},
                         {"published", NULL},
                         {"dc:date", NULL},
                         {"PublishDate", NULL},
                         {"FirstCreated", NULL},
                         {"firstCreated", NULL},
                         {"versionCreated", NULL},
                         {"DateId", NULL},
                         {"date.release", "norm"},
                         {"updated", NULL}},
    [KITH_FIELD_SOURCE] = {{"source", NULL},
                           {"infoSource", "literal"},
                           {"provider", "literal"},
                           {"doc.copyright", "holder"},
                           {"dc:publisher", NULL},
                           {"ProviderId", NULL},
                           {"origin", NULL}},
    [KITH_FIELD_LANGUAGE] = {{"language", "tag"},
                             {"Language", "FormalName"},
                             {"dc:language", NULL},
                             {"language", NULL}},
    [KITH_FIELD_URL] = {{"link", NULL}, {"link", "href"}, {"guid", NULL}},
};

static bool is_article(const struct kith_node *node)
{
    return KITH_NODE_IS_AMONG(node, article_names);
}

/* ---- what the bytes begin like ---- */

/* The name of the first element, behind declarations and comments; empty when there is
 * none near. */
static struct kith_str first_name(struct kith_str bytes)
{
    struct kith_str head = {bytes.data,
                            bytes.length < HEAD_BYTES ? bytes.length : HEAD_BYTES};
    for (size_t i = 0; i + 1 < head.length; i++) {
        size_t end = i + 1;
        if (head.data[i] != '<' || head.data[end] == '?' || head.data[end] == '!')
            continue;
        while (end < head.length && !strchr(" \t\r\n/>", head.data[end]))
            end++;
        return kith_str_slice(head, i + 1, end);
    }
    return (struct kith_str){0};
}

bool kith_xml_is_document(struct kith_str bytes)
{
    static const char *const beginnings[] = {
        "<?xml", "<rss", "<feed", "<nitf", "<newsItem", "<newsMessage", "<NewsML"};
    if (kith_html_is_page(bytes))
        return false;
    bytes = kith_str_trim(kith_utf8_without_mark(bytes));
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (kith_str_starts_with(bytes, kith_str_of(beginnings[i])))
            return true;
    return false;
}

bool kith_xml_holds_many(struct kith_str bytes)
{
    struct kith_node first = {
        .name = first_name(kith_str_trim(kith_utf8_without_mark(bytes)))};
    return kith_xml_is_document(bytes) && !KITH_NODE_IS_AMONG(&first, single_names);
}

/* ---- articles ---- */

const struct kith_node *kith_xml_next(const struct kith_node *node,
                                      const struct kith_node *root)
{
    bool is_first = node == root;
    if (!is_first)
        node = kith_node_past(node, root);
    for (; node; node = kith_node_after(node, root))
        if (is_article(node))
            return node;
    return is_first ? root : NULL;
}

/* Has it a tag or an entity? */
static bool is_markup(struct kith_str text)
{
    for (size_t i = 0; i + 1 < text.length; i++) {
        char next = text.data[i + 1];
        bool is_letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if (text.data[i] == '<' && (is_letter || next == '/'))
            return true;
        if (text.data[i] == '&' && (is_letter || next == '#'))
            return true;
    }
    return false;
}

static bool has_elements(const struct kith_node *node)
{
    for (const struct kith_node *child = node->first; child; child = child->next)
        if (child->name.length)
            return true;
    return false;
}

/* Text as it stands, as HTML that was made text, or as elements. */
static enum kith_status read_text(const struct kith_node *node, struct kith_arena *arena,
                                  struct kith_str *text, struct kith_error *err)
{
    struct kith_blocks blocks;
    if (has_elements(node)) {
        KITH_TRY(kith_html_blocks(node, NULL, arena, &blocks, err));
        return kith_html_join(&blocks, 0, blocks.count, arena, text, err);
    }
    *text = kith_node_text(node, arena);
    if (!text->data)
        return kith_no_memory(err);
    *text = kith_str_trim(*text);
    return is_markup(*text) ? kith_markup_read(*text, arena, text, err) : KITH_OK;
}

/* The first of the elements named so that holds something. */
static enum kith_status find(const struct kith_node *article, const struct place *place,
                             struct kith_arena *arena, struct kith_str *value,
                             struct kith_error *err)
{
    const struct kith_node *node = article;
    while (!value->length && (node = kith_node_after(node, article))) {
        if (!kith_node_is(node, place->name))
            continue;
        if (place->attribute)
            *value = kith_str_trim(kith_node_attribute(node, place->attribute));
        else
            KITH_TRY(read_text(node, arena, value, err));
    }
    return KITH_OK;
}

/* The language of an element is that of the nearest that says it. */
static struct kith_str language_of(const struct kith_node *node)
{
    for (; node; node = node->parent)
        if (kith_node_attribute(node, "xml:lang").length)
            return kith_node_attribute(node, "xml:lang");
    return KITH_STR("");
}

enum kith_status kith_xml_read(const struct kith_node *node, struct kith_arena *arena,
                               struct kith_article *article, struct kith_error *err)
{
    struct kith_str fields[KITH_FIELD_COUNT] = {{0}};
    for (int field = 0; field < KITH_FIELD_COUNT; field++)
        for (size_t i = 0; i < NAMES && places[field][i].name; i++)
            KITH_TRY(find(node, &places[field][i], arena, &fields[field], err));
    if (!fields[KITH_FIELD_LANGUAGE].length)
        fields[KITH_FIELD_LANGUAGE] = language_of(node);
    if (!fields[KITH_FIELD_TEXT].length)
        fields[KITH_FIELD_TEXT] = fields[KITH_FIELD_TITLE];
    if (!fields[KITH_FIELD_TEXT].length)
        return kith_fail(err, KITH_BAD_INPUT, "has no text");
    return kith_article_fill(article, NULL, fields, arena, err);
}
