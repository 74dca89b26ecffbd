/* Counts tags and references in a piece; what they mean is libxml2's business. */
#include "input/markup.h"

#include "base/buf.h"
#include "input/html_text.h"

/* Tags that people's texts hold: those that break a line, and others. */
static const char *const breaking[] = {
    "p",  "br", "div", "li", "ul", "ol",         "h1",    "h2",     "h3",      "h4",
    "h5", "h6", "hr",  "td", "tr", "blockquote", "table", "figure", "section", "article"};
static const char *const running[] = {"a", "b",    "i",   "u",     "em",  "strong",
                                      "q", "span", "img", "small", "sub", "sup"};

static const char *const references[] = {"amp",   "nbsp",  "quot",  "lt",    "gt",
                                         "apos",  "rsquo", "lsquo", "rdquo", "ldquo",
                                         "ndash", "mdash", "hellip"};

/* A tag with its attributes is not longer. Bytes. */
#define TAG_LIMIT ((size_t)4096)

#define IS_AMONG(word, list) is_among((word), (list), sizeof(list) / sizeof *(list))

struct marks {
    unsigned tags, references;
    bool has_break; /* of a line */
    bool has_br;
};

static bool is_among(struct kith_str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (kith_str_equal_caseless(word, kith_str_of(words[i])))
            return true;
    return false;
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (kith_lower(c) >= 'a' && kith_lower(c) <= 'z');
}

static struct kith_str word_at(struct kith_str text, size_t begin)
{
    size_t end = begin;
    while (end < text.length && is_word(text.data[end]))
        end++;
    return kith_str_slice(text, begin, end);
}

/* Count what the '<' at `at` begins, if that is a tag. */
static void count_tag(struct marks *marks, struct kith_str text, size_t at)
{
    bool is_closing = at + 1 < text.length && text.data[at + 1] == '/';
    size_t begin = at + 1 + is_closing;
    struct kith_str name = word_at(text, begin);
    size_t end = begin + name.length;
    size_t left = text.length - end < TAG_LIMIT ? text.length - end : TAG_LIMIT;
    if (!left || !strchr(" \t\r\n/>", text.data[end]) ||
        !memchr(text.data + end, '>', left))
        return;
    bool breaks = IS_AMONG(name, breaking);
    marks->tags += breaks || IS_AMONG(name, running);
    marks->has_break |= breaks;
    marks->has_br |= kith_str_equal_caseless(name, KITH_STR("br"));
}

/* The same for a '&'. */
static void count_reference(struct marks *marks, struct kith_str text, size_t at)
{
    bool is_number = at + 1 < text.length && text.data[at + 1] == '#';
    struct kith_str name = word_at(text, at + 1 + is_number);
    size_t end = at + 1 + is_number + name.length;
    if (name.length && end < text.length && text.data[end] == ';')
        marks->references += is_number || IS_AMONG(name, references);
}

/* Count with `one` what each `sign` of the text begins. */
static void count_each(struct marks *marks, struct kith_str text, char sign,
                       void (*one)(struct marks *marks, struct kith_str text, size_t at))
{
    for (size_t at = 0; at < text.length; at++) {
        const char *found = memchr(text.data + at, sign, text.length - at);
        if (!found)
            return;
        at = (size_t)(found - text.data);
        one(marks, text, at);
    }
}

static struct marks count(struct kith_str text)
{
    struct marks marks = {0};
    count_each(&marks, text, '<', count_tag);
    count_each(&marks, text, '&', count_reference);
    return marks;
}

bool kith_markup_is_sure(struct kith_str text)
{
    struct marks marks = count(text);
    return marks.has_br || marks.tags > 1 || marks.references;
}

/* Empty lines as paragraphs. */
static void mark_paragraphs(struct kith_str text, struct kith_buf *html)
{
    struct kith_str rest = text;
    while (rest.data) {
        struct kith_str line = kith_str_cut(&rest, '\n');
        kith_buf_str(html, line);
        kith_buf_text(html, kith_str_trim(line).length ? "\n" : "<p>");
    }
}

static enum kith_status read_blocks(struct kith_str html, struct kith_arena *arena,
                                    struct kith_str *text, struct kith_error *err)
{
    struct kith_node *root;
    struct kith_blocks blocks;
    struct kith_error unheard;
    enum kith_status status = kith_tree_read_html(html, arena, &root, &unheard);
    *text = KITH_STR("");
    if (status == KITH_BAD_INPUT)
        return KITH_OK;
    if (status != KITH_OK)
        return kith_no_memory(err);
    KITH_TRY(kith_html_blocks(root, NULL, arena, &blocks, err));
    return kith_html_join(&blocks, 0, blocks.count, arena, text, err);
}

enum kith_status kith_markup_read(struct kith_str html, struct kith_arena *arena,
                                  struct kith_str *text, struct kith_error *err)
{
    if (count(html).has_break)
        return read_blocks(html, arena, text, err);
    struct kith_buf marked = {0};
    mark_paragraphs(html, &marked);
    enum kith_status status = kith_buf_check(&marked, err);
    if (status == KITH_OK)
        status = read_blocks(kith_buf_view(&marked), arena, text, err);
    kith_buf_release(&marked);
    return status;
}
