/* libxml2's tree copied into ours: of all that it holds, readers need elements,
 * attributes and text, and should not need libxml2. */
#include "input/tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <strings.h>

#include "base/utf8.h"

/* How far into a page its encoding is looked for; HTML itself wants it in 1 KiB. */
#define META_BYTES 4096

/* ---- copying ---- */

struct copying {
    struct kith_arena *arena;
    uint32_t count; /* of nodes */
    bool has_failed;
};

static struct kith_str copy_text(struct copying *copying, const xmlChar *text)
{
    struct kith_str copy =
        kith_str_copy(copying->arena, kith_str_of(text ? (const char *)text : ""));
    copying->has_failed |= !copy.data;
    return copy;
}

/* XHTML inside of XML: <xhtml:p> is a <p>. */
static bool is_xhtml(const xmlNs *space)
{
    return space->href &&
           strcmp((const char *)space->href, "http://www.w3.org/1999/xhtml") == 0;
}

static struct kith_str copy_name(struct copying *copying, const xmlNs *space,
                                 const xmlChar *name)
{
    if (!space || !space->prefix || is_xhtml(space))
        return copy_text(copying, name);
    size_t head = strlen((const char *)space->prefix);
    size_t length = head + 1 + strlen((const char *)name);
    char *copy = kith_arena_alloc(copying->arena, length + 1);
    copying->has_failed |= !copy;
    if (!copy)
        return (struct kith_str){0};
    memcpy(copy, space->prefix, head);
    copy[head] = ':';
    memcpy(copy + head + 1, name, length - head);
    return (struct kith_str){copy, length};
}

/* An attribute's value is text, or text with entities between. */
static struct kith_str copy_value(struct copying *copying, const xmlAttr *attribute)
{
    xmlChar *value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    struct kith_str copy = copy_text(copying, value);
    xmlFree(value);
    return copy;
}

static void copy_attributes(struct copying *copying, const xmlNode *from,
                            struct kith_node *to)
{
    uint32_t count = 0;
    for (const xmlAttr *attribute = from->properties; attribute;
         attribute = attribute->next)
        count++;
    if (count == 0)
        return;
    struct kith_attribute *copies =
        KITH_ARRAY(copying->arena, struct kith_attribute, count);
    copying->has_failed |= !copies;
    if (!copies)
        return;
    to->attributes = copies;
    for (const xmlAttr *attribute = from->properties; attribute;
         attribute = attribute->next)
        copies[to->attribute_count++] =
            (struct kith_attribute){copy_name(copying, attribute->ns, attribute->name),
                                    copy_value(copying, attribute)};
}

static bool is_wanted(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE ||
           node->type == XML_CDATA_SECTION_NODE || node->type == XML_ENTITY_REF_NODE;
}

/* What the document says the entity stands for, as it stands there: entities inside it
 * are not looked into, so that none can grow. One from outside is nothing. */
static struct kith_str copy_entity(struct copying *copying, const xmlNode *reference)
{
    const xmlEntity *entity = xmlGetDocEntity(reference->doc, reference->name);
    bool is_inside = entity && entity->etype == XML_INTERNAL_GENERAL_ENTITY;
    return copy_text(copying, is_inside ? entity->content : NULL);
}

static struct kith_node *copy_node(struct copying *copying, const xmlNode *from)
{
    struct kith_node *node = KITH_ARRAY(copying->arena, struct kith_node, 1);
    copying->has_failed |= !node;
    if (!node)
        return NULL;
    node->number = copying->count++;
    if (from->type == XML_ENTITY_REF_NODE) {
        node->text = copy_entity(copying, from);
    } else if (from->type == XML_ELEMENT_NODE) {
        node->name = copy_name(copying, from->ns, from->name);
        copy_attributes(copying, from, node);
    } else {
        node->text = copy_text(copying, from->content);
    }
    return node;
}

/* The next of libxml2's nodes in the order of the text, and by how many levels it stands
 * higher. */
static const xmlNode *after(const xmlNode *node, const xmlNode *root, unsigned *rise)
{
    *rise = 0;
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    for (; node != root; node = node->parent, ++*rise)
        if (node->next)
            return node->next;
    return NULL;
}

/* Without recursion: pages can be deep. `at` is the copy of the node's parent, and `last`
 * the copy made last in it. */
static struct kith_node *copy_tree(struct copying *copying, const xmlNode *root)
{
    struct kith_node *top = copy_node(copying, root);
    struct kith_node *at = NULL, *last = top;
    const xmlNode *from = root;
    while (!copying->has_failed) {
        bool went_in = from->type == XML_ELEMENT_NODE && from->children;
        unsigned rise;
        from = after(from, root, &rise);
        if (!from)
            break;
        if (went_in) {
            at = last;
            last = NULL;
        }
        for (; rise > 0; rise--) {
            last = at;
            at = at->parent;
        }
        if (!is_wanted(from))
            continue;
        struct kith_node *node = copy_node(copying, from);
        if (!node)
            break;
        node->parent = at;
        *(last ? &last->next : &at->first) = node;
        last = node;
    }
    return copying->has_failed ? NULL : top;
}

static enum kith_status take(xmlDoc *document, struct kith_arena *arena,
                             struct kith_node **root, struct kith_error *err)
{
    struct copying copying = {.arena = arena};
    const xmlNode *top = document ? xmlDocGetRootElement(document) : NULL;
    if (!top) {
        xmlFreeDoc(document);
        return kith_fail(err, KITH_BAD_INPUT, "holds no element");
    }
    *root = copy_tree(&copying, top);
    xmlFreeDoc(document);
    return *root ? KITH_OK : kith_no_memory(err);
}

/* ---- encodings ---- */

static struct kith_str find(struct kith_str text, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= text.length; i++)
        if (strncasecmp(text.data + i, word, length) == 0)
            return kith_str_slice(text, i + length, text.length);
    return (struct kith_str){0};
}

/* What stands behind "charset=" in a <meta>, up to a mark; false when nothing does. */
static bool declared(struct kith_str bytes, char name[32])
{
    struct kith_str rest = {bytes.data,
                            bytes.length < META_BYTES ? bytes.length : META_BYTES};
    while ((rest = find(rest, "<meta")).data) {
        const char *end = memchr(rest.data, '>', rest.length);
        struct kith_str tag =
            kith_str_slice(rest, 0, end ? (size_t)(end - rest.data) : rest.length);
        struct kith_str value = find(tag, "charset=");
        size_t length = 0;
        while (value.length && strchr("\"' ", value.data[0]) && value.data[0])
            value = kith_str_slice(value, 1, value.length);
        while (length < value.length && length < 31 &&
               !strchr("\"' ;/>", value.data[length]))
            length++;
        if (length) {
            memcpy(name, value.data, length);
            name[length] = '\0';
            return true;
        }
    }
    return false;
}

/* A name that libxml2 can convert from. Pages say UTF-16 in a <meta> that is read as
 * ASCII, and Latin-1 where they mean Windows-1252. */
static const char *encoding_of(struct kith_str bytes, char name[32])
{
    if (kith_str_starts_with(bytes, KITH_STR("\xEF\xBB\xBF")))
        return "UTF-8";
    if (kith_str_starts_with(bytes, KITH_STR("\xFF\xFE")) ||
        kith_str_starts_with(bytes, KITH_STR("\xFE\xFF")))
        return "UTF-16";
    if (kith_utf8_is_valid(bytes, NULL))
        return "UTF-8";
    if (!declared(bytes, name) || strncasecmp(name, "utf", 3) == 0)
        return strncasecmp(name, "utf", 3) == 0 ? "UTF-8" : "WINDOWS-1252";
    if (strcasecmp(name, "iso-8859-1") == 0 || strcasecmp(name, "latin1") == 0)
        return "WINDOWS-1252";
    xmlCharEncodingHandler *handler = xmlFindCharEncodingHandler(name);
    if (!handler)
        return "WINDOWS-1252";
    xmlCharEncCloseFunc(handler);
    return name;
}

/* ---- reading ---- */

enum kith_status kith_tree_read_html(struct kith_str bytes, struct kith_arena *arena,
                                     struct kith_node **root, struct kith_error *err)
{
    char name[32] = "";
    if (bytes.length > INT32_MAX)
        return kith_fail(err, KITH_LIMIT, "is larger than 2 GiB");
    return take(
        htmlReadMemory(bytes.data, (int)bytes.length, NULL, encoding_of(bytes, name),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT),
        arena, root, err);
}

static enum kith_status tell(xmlParserCtxt *parser, struct kith_error *err)
{
    const xmlError *fault = xmlCtxtGetLastError(parser);
    struct kith_str reason =
        kith_str_trim(kith_str_of(fault && fault->message ? fault->message : "no XML"));
    return kith_fail(err, KITH_BAD_INPUT, "line %d: %.*s", fault ? fault->line : 0,
                     KITH_STR_ARGS(reason));
}

enum kith_status kith_tree_read_xml(struct kith_str bytes, struct kith_arena *arena,
                                    struct kith_node **root, struct kith_error *err)
{
    if (bytes.length > INT32_MAX)
        return kith_fail(err, KITH_LIMIT, "is larger than 2 GiB");
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser)
        return kith_no_memory(err);
    /* Some agencies declare Latin-1 and send UTF-8. */
    const char *encoding = kith_utf8_is_valid(bytes, NULL) ? "UTF-8" : NULL;
    xmlDoc *document =
        xmlCtxtReadMemory(parser, bytes.data, (int)bytes.length, NULL, encoding,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                              XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    enum kith_status status =
        document ? take(document, arena, root, err) : tell(parser, err);
    xmlFreeParserCtxt(parser);
    return status;
}

/* ---- walking ---- */

struct kith_node *kith_node_past(const struct kith_node *node,
                                 const struct kith_node *top)
{
    for (; node && node != top; node = node->parent)
        if (node->next)
            return node->next;
    return NULL;
}

struct kith_node *kith_node_after(const struct kith_node *node,
                                  const struct kith_node *top)
{
    return node->first ? node->first : kith_node_past(node, top);
}

bool kith_node_is(const struct kith_node *node, const char *name)
{
    return kith_str_equal(node->name, kith_str_of(name));
}

bool kith_node_is_among(const struct kith_node *node, const char *const *names,
                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (kith_node_is(node, names[i]))
            return true;
    return false;
}

struct kith_str kith_node_attribute(const struct kith_node *node, const char *name)
{
    for (uint32_t i = 0; node && i < node->attribute_count; i++)
        if (kith_str_equal(node->attributes[i].name, kith_str_of(name)))
            return node->attributes[i].value;
    return KITH_STR("");
}

struct kith_node *kith_node_child(const struct kith_node *node, const char *name)
{
    for (struct kith_node *child = node ? node->first : NULL; child; child = child->next)
        if (kith_node_is(child, name))
            return child;
    return NULL;
}

struct kith_node *kith_node_find(const struct kith_node *top, const char *name)
{
    for (struct kith_node *node = top ? top->first : NULL; node;
         node = kith_node_after(node, top))
        if (kith_node_is(node, name))
            return node;
    return NULL;
}

struct kith_str kith_node_text(const struct kith_node *node, struct kith_arena *arena)
{
    size_t length = 0;
    for (const struct kith_node *at = node; at; at = kith_node_after(at, node))
        length += at->text.length;
    char *text = kith_arena_alloc(arena, length + 1);
    if (!text)
        return (struct kith_str){0};
    char *end = text;
    for (const struct kith_node *at = node; at; at = kith_node_after(at, node)) {
        if (at->text.length)
            memcpy(end, at->text.data, at->text.length);
        end += at->text.length;
    }
    *end = '\0';
    return (struct kith_str){text, length};
}
