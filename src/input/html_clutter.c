/* Clutter is told by words that makers of pages use alike. */
#include "input/html_clutter.h"

#include <strings.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Of the text in all paragraphs, an element with this share is not clutter. */
#define PARAGRAPH_SHARE 0.7

/* With more than this one is the page itself, whatever it is called. */
#define FOREIGN_SHARE 0.9

static const char *const clutter_names[] = {
    "nav", "footer", "aside", "form", "figure", "figcaption", "dialog", "menu", "header"};

static const char *const clutter_roles[] = {"navigation", "banner",       "contentinfo",
                                            "search",     "dialog",       "alert",
                                            "menu",       "complementary"};

/* Parts of words in classes and ids of what no article stands in. */
static const char *const foreign_parts[] = {"comment", "disqus", "cookie", "consent",
                                            "gdpr"};

/* The same of what one may stand in, when its maker named things by their place. */
static const char *const clutter_parts[] = {
    "sharing",    "sharebar",   "share-",       "-share",     "share_",     "_share",
    "social",     "related",    "recirc",       "recommend",  "promo",      "newsletter",
    "subscri",    "signup",     "sign-up",      "advert",     "sponsor",    "sidebar",
    "breadcrumb", "footer",     "byline",       "author-",    "authorbio",  "caption",
    "gallery",    "carousel",   "slideshow",    "popup",      "modal",      "overlay",
    "paywall",    "trending",   "most-read",    "mostread",   "most-popul", "mostpopular",
    "read-more",  "readmore",   "also-read",    "read-next",  "outbrain",   "taboola",
    "toolbar",    "sr-only",    "screen-read",  "visually-h", "visuallyhi", "navigation",
    "navbar",     "masthead",   "site-header",  "siteheader", "dateline",   "timestamp",
    "photo-cred", "image-cred", "copyright",    "disclaimer", "skip-link",  "dropdown",
    "up-next",    "more-from",  "morefrom",     "more-on",    "next-story", "donat",
    "print-only", "noprint",    "no-print",     "followus",   "follow-us",  "tag-list",
    "taglist",    "post-tags",  "article-tags", "keywords",   "teaser",     "widget",
    "infobox",    "factbox",    "pullquote",    "pull-quote", "toc"};

/* Whole words in classes and ids. */
static const char *const clutter_words[] = {
    "share", "ad",        "ads",    "nav",    "menu",  "tags", "tools",
    "meta",  "date",      "author", "hidden", "hide",  "rail", "credit",
    "more",  "published", "bio",    "labels", "topics"};

/* Elements that are the page, or the article, whatever their classes. */
static const char *const kept_names[] = {"html", "body", "main", "article"};

static bool is_among(struct kith_str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == word.length &&
            strncasecmp(words[i], word.data, word.length) == 0)
            return true;
    return false;
}

static bool has_part(struct kith_str text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++)
        if (strncasecmp(text.data + i, part, length) == 0)
            return true;
    return false;
}

static bool has_any_part(struct kith_str classes, const char *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_part(classes, parts[i]))
            return true;
    return false;
}

static bool is_foreign(const struct kith_node *node)
{
    return has_any_part(kith_node_attribute(node, "class"), foreign_parts,
                        COUNT(foreign_parts)) ||
           has_any_part(kith_node_attribute(node, "id"), foreign_parts,
                        COUNT(foreign_parts));
}

static bool is_clutter_class(struct kith_str classes)
{
    if (has_any_part(classes, clutter_parts, COUNT(clutter_parts)))
        return true;
    for (size_t begin = 0; begin < classes.length;) {
        size_t end = begin;
        while (end < classes.length && !strchr(" \t\n-_", classes.data[end]))
            end++;
        if (is_among(kith_str_slice(classes, begin, end), clutter_words,
                     COUNT(clutter_words)))
            return true;
        begin = end + 1;
    }
    return false;
}

static bool is_hidden(const struct kith_node *node)
{
    struct kith_str style = kith_node_attribute(node, "style");
    return has_part(style, "display:none") || has_part(style, "display: none") ||
           has_part(style, "visibility:hidden") ||
           kith_str_equal(kith_node_attribute(node, "aria-hidden"), KITH_STR("true"));
}

static bool looks_like_clutter(const struct kith_node *node)
{
    return is_among(node->name, clutter_names, COUNT(clutter_names)) ||
           is_among(kith_node_attribute(node, "role"), clutter_roles,
                    COUNT(clutter_roles)) ||
           is_clutter_class(kith_node_attribute(node, "class")) ||
           is_clutter_class(kith_node_attribute(node, "id")) || is_hidden(node);
}

/* ---- paragraphs ---- */

/* The bytes of paragraphs inside each element, by number. */
static size_t *measure(const struct kith_blocks *blocks, uint32_t node_count,
                       struct kith_arena *arena)
{
    size_t *lengths = KITH_ARRAY(arena, size_t, node_count);
    for (uint32_t b = 0; lengths && b < blocks->count; b++) {
        const struct kith_block *block = &blocks->items[b];
        if (!kith_block_is_paragraph(block))
            continue;
        for (const struct kith_node *node = block->node; node; node = node->parent)
            lengths[node->number] += block->text.length;
    }
    return lengths;
}

static bool is_clutter_of(const struct kith_node *node, size_t length, size_t all)
{
    if (!node->name.length || is_among(node->name, kept_names, COUNT(kept_names)))
        return false;
    if (is_foreign(node))
        return (double)length <= FOREIGN_SHARE * (double)all;
    bool is_large = length && (double)length >= PARAGRAPH_SHARE * (double)all;
    return !is_large && looks_like_clutter(node);
}

enum kith_status kith_html_clutter(const struct kith_node *root, uint32_t node_count,
                                   const struct kith_blocks *blocks,
                                   struct kith_arena *arena, bool **is_clutter,
                                   struct kith_error *err)
{
    size_t *lengths = measure(blocks, node_count, arena);
    *is_clutter = KITH_ARRAY(arena, bool, node_count);
    if (!lengths || !*is_clutter)
        return kith_no_memory(err);
    for (const struct kith_node *node = root; node; node = kith_node_after(node, root))
        (*is_clutter)[node->number] =
            is_clutter_of(node, lengths[node->number], lengths[root->number]);
    return KITH_OK;
}
