/* The same facts stand in several places of a page; the most exact is asked first. */
#include "input/html_meta.h"

#include <strings.h>

#include "input/json.h"

/* How deep an article stands inside JSON-LD: in a graph, in a page's main entity. */
#define DEPTH_LIMIT 6

static bool is_same(struct kith_str text, const char *word)
{
    return text.length == strlen(word) && strncasecmp(text.data, word, text.length) == 0;
}

static void fill(struct kith_str *field, struct kith_str value)
{
    value = kith_str_trim(value);
    if (!field->length && value.length)
        *field = value;
}

/* ---- JSON-LD ---- */

/* "NewsArticle", "ReportageNewsArticle", "BlogPosting" ... or a list of such. */
static bool is_article_type(const struct kith_json *type)
{
    static const char *const endings[] = {"Article", "Posting", "Report"};
    struct kith_str name = kith_json_text(type);
    for (size_t i = 0; name.data && i < sizeof endings / sizeof *endings; i++)
        if (kith_str_ends_with(name, kith_str_of(endings[i])))
            return true;
    const struct kith_json *item =
        kith_json_is_array(type) ? kith_json_first(type) : NULL;
    for (; item; item = kith_json_after(item))
        if (is_article_type(item))
            return true;
    return false;
}

static const struct kith_json *find_article(const struct kith_json *json, unsigned depth)
{
    if (depth == DEPTH_LIMIT)
        return NULL;
    if (kith_json_is_object(json) && is_article_type(kith_json_member(json, "@type")))
        return json;
    const struct kith_json *found = NULL;
    if (kith_json_is_array(json)) {
        const struct kith_json *item = kith_json_first(json);
        for (; !found && item; item = kith_json_after(item))
            found = find_article(item, depth + 1);
    } else if (kith_json_is_object(json)) {
        found = find_article(kith_json_member(json, "@graph"), depth + 1);
        if (!found)
            found = find_article(kith_json_member(json, "mainEntity"), depth + 1);
    }
    return found;
}

static void take(struct kith_str *field, const struct kith_json *value)
{
    struct kith_str text = kith_json_text(value);
    if (!field->length && text.length)
        fill(field, text);
}

static void take_article(const struct kith_json *json,
                         struct kith_str fields[KITH_FIELD_COUNT])
{
    const struct kith_json *article = find_article(json, 0);
    take(&fields[KITH_FIELD_TITLE], kith_json_member(article, "headline"));
    take(&fields[KITH_FIELD_DATE], kith_json_member(article, "datePublished"));
    take(&fields[KITH_FIELD_LANGUAGE], kith_json_member(article, "inLanguage"));
    take(&fields[KITH_FIELD_URL], kith_json_member(article, "url"));
    take(&fields[KITH_FIELD_SOURCE],
         kith_json_member(kith_json_member(article, "publisher"), "name"));
}

static enum kith_status read_linked_data(const struct kith_node *root,
                                         struct kith_arena *arena,
                                         struct kith_str fields[KITH_FIELD_COUNT],
                                         struct kith_error *err)
{
    for (const struct kith_node *node = root; node; node = kith_node_after(node, root)) {
        const struct kith_json *json;
        if (!kith_node_is(node, "script") ||
            !is_same(kith_node_attribute(node, "type"), "application/ld+json"))
            continue;
        struct kith_str text = kith_node_text(node, arena);
        if (!text.data)
            return kith_no_memory(err);
        enum kith_status status =
            kith_json_parse(kith_str_trim(text), arena, &json, NULL);
        if (status == KITH_NO_MEMORY)
            return kith_no_memory(err);
        if (status == KITH_OK)
            take_article(json, fields);
    }
    return KITH_OK;
}

/* ---- <meta> ---- */

static const struct {
    const char *name; /* of <meta name="" content="">, or property="", or itemprop="" */
    enum kith_article_field field;
} metas[] = {
    {"og:title", KITH_FIELD_TITLE},
    {"twitter:title", KITH_FIELD_TITLE},
    {"headline", KITH_FIELD_TITLE},
    {"dc.title", KITH_FIELD_TITLE},
    {"article:published_time", KITH_FIELD_DATE},
    {"og:published_time", KITH_FIELD_DATE},
    {"datepublished", KITH_FIELD_DATE},
    {"article.published", KITH_FIELD_DATE},
    {"publishdate", KITH_FIELD_DATE},
    {"publish-date", KITH_FIELD_DATE},
    {"pubdate", KITH_FIELD_DATE},
    {"parsely-pub-date", KITH_FIELD_DATE},
    {"sailthru.date", KITH_FIELD_DATE},
    {"dc.date.issued", KITH_FIELD_DATE},
    {"dc.date", KITH_FIELD_DATE},
    {"dcterms.created", KITH_FIELD_DATE},
    {"date", KITH_FIELD_DATE},
    {"og:site_name", KITH_FIELD_SOURCE},
    {"application-name", KITH_FIELD_SOURCE},
    {"dc.publisher", KITH_FIELD_SOURCE},
    {"og:locale", KITH_FIELD_LANGUAGE},
    {"og:url", KITH_FIELD_URL},
};

#define METAS (sizeof metas / sizeof *metas)

/* The place of a <meta> in the list, or METAS. */
static size_t rank_of(const struct kith_node *node)
{
    static const char *const keys[] = {"property", "name", "itemprop"};
    for (size_t key = 0; key < sizeof keys / sizeof *keys; key++) {
        struct kith_str name = kith_node_attribute(node, keys[key]);
        for (size_t i = 0; name.length && i < METAS; i++)
            if (is_same(name, metas[i].name))
                return i;
    }
    return METAS;
}

static void read_metas(const struct kith_node *root,
                       struct kith_str fields[KITH_FIELD_COUNT])
{
    struct kith_str values[METAS] = {{0}};
    for (const struct kith_node *node = root; node; node = kith_node_after(node, root)) {
        size_t rank = kith_node_is(node, "meta") ? rank_of(node) : METAS;
        if (rank < METAS)
            fill(&values[rank], kith_node_attribute(node, "content"));
    }
    for (size_t i = 0; i < METAS; i++)
        fill(&fields[metas[i].field], values[i]);
}

/* ---- elements ---- */

/* "Rain in Oslo | Example Post" without what follows the last mark, when a good part is
 * left. */
static struct kith_str without_site(struct kith_str title)
{
    static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " » "};
    for (size_t at = title.length; at-- > title.length / 2;)
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (kith_str_starts_with(kith_str_slice(title, at, title.length),
                                     kith_str_of(marks[i])))
                return kith_str_slice(title, 0, at);
    return title;
}

static enum kith_status read_elements(const struct kith_node *root,
                                      struct kith_arena *arena,
                                      struct kith_str fields[KITH_FIELD_COUNT],
                                      struct kith_error *err)
{
    const struct kith_node *title = kith_node_find(root, "title");
    const struct kith_node *time = kith_node_find(root, "time");
    if (title && !fields[KITH_FIELD_TITLE].length) {
        struct kith_str text = kith_node_text(title, arena);
        if (!text.data)
            return kith_no_memory(err);
        fill(&fields[KITH_FIELD_TITLE], without_site(kith_str_trim(text)));
    }
    fill(&fields[KITH_FIELD_DATE], kith_node_attribute(time, "datetime"));
    fill(&fields[KITH_FIELD_LANGUAGE], kith_node_attribute(root, "lang"));
    for (const struct kith_node *node = root; node; node = kith_node_after(node, root))
        if (kith_node_is(node, "link") &&
            is_same(kith_node_attribute(node, "rel"), "canonical"))
            fill(&fields[KITH_FIELD_URL], kith_node_attribute(node, "href"));
    return KITH_OK;
}

enum kith_status kith_html_meta(const struct kith_node *root, struct kith_arena *arena,
                                struct kith_str fields[KITH_FIELD_COUNT],
                                struct kith_error *err)
{
    KITH_TRY(read_linked_data(root, arena, fields, err));
    read_metas(root, fields);
    return read_elements(root, arena, fields, err);
}
