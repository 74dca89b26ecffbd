/* Walking through a page, collecting text until an element breaks the line. */
#include "input/html_text.h"

#include "base/buf.h"

/* A text of so many bytes is a paragraph wherever it stands; with a full stop, a shorter
 * one is. */
#define LONG_TEXT 160
#define SENTENCE_TEXT 50

/* Of a block's bytes, more in links make it a list of links. */
#define LINK_SHARE 0.5

/* Elements that begin and end a block. */
static const char *const block_names[] = {
    "address", "article", "aside",   "blockquote", "body",     "center",    "dd",
    "details", "div",     "dl",      "dt",         "fieldset", "figure",    "footer",
    "form",    "h1",      "h2",      "h3",         "h4",       "h5",        "h6",
    "header",  "hr",      "html",    "li",         "main",     "nav",       "ol",
    "p",       "pre",     "section", "summary",    "table",    "tbody",     "td",
    "tfoot",   "th",      "thead",   "tr",         "ul",       "figcaption"};

/* Elements whose text is none to be read. */
static const char *const mute_names[] = {
    "script", "style",  "noscript", "template", "head",   "svg",
    "iframe", "object", "select",   "textarea", "button", "canvas",
    "video",  "audio",  "math",     "input",    "option", "embed"};

static bool is_block(const struct kith_node *node)
{
    return KITH_NODE_IS_AMONG(node, block_names);
}

static bool is_mute(const struct kith_node *node)
{
    return KITH_NODE_IS_AMONG(node, mute_names);
}

static enum kith_block_kind kind_of(const struct kith_node *node)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    static const char *const paragraphs[] = {"p", "blockquote", "pre"};
    static const char *const items[] = {"li", "td", "th", "dt", "dd"};
    if (KITH_NODE_IS_AMONG(node, headings))
        return KITH_BLOCK_HEADING;
    if (KITH_NODE_IS_AMONG(node, paragraphs))
        return KITH_BLOCK_PARAGRAPH;
    return KITH_NODE_IS_AMONG(node, items) ? KITH_BLOCK_ITEM : KITH_BLOCK_OTHER;
}

/* ---- what blocks are like ---- */

static bool ends_sentence(struct kith_str text)
{
    static const char *const ends[] = {".",  "!",  "?",   ":",   "…", ".\"", "”",
                                       "\"", ".)", ".\'", "\'.", "»", "’"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (kith_str_ends_with(text, kith_str_of(ends[i])))
            return true;
    return false;
}

bool kith_block_is_links(const struct kith_block *block)
{
    return (double)block->link_length > LINK_SHARE * (double)block->text.length;
}

bool kith_block_is_paragraph(const struct kith_block *block)
{
    if (kith_block_is_links(block) || block->kind == KITH_BLOCK_HEADING)
        return false;
    if (block->text.length >= LONG_TEXT)
        return true;
    size_t least = block->kind == KITH_BLOCK_PARAGRAPH ? 1 : SENTENCE_TEXT;
    return block->text.length >= least && ends_sentence(block->text);
}

/* ---- collecting ---- */

struct collecting {
    struct kith_arena *arena;
    struct kith_blocks *blocks;
    const struct kith_node *block; /* that text belongs to now */
    struct kith_buf text;          /* of the block that is open */
    size_t link_length;
    unsigned link_depth;
    bool has_gap;      /* a blank comes before the next word */
    bool follows_line; /* the block that is open does */
    enum kith_status status;
};

static void close_block(struct collecting *collecting, bool is_line)
{
    struct kith_blocks *blocks = collecting->blocks;
    struct kith_str text = kith_buf_view(&collecting->text);
    if (text.length) {
        struct kith_block block = {.node = collecting->block,
                                   .kind = kind_of(collecting->block),
                                   .text = kith_str_copy(collecting->arena, text),
                                   .link_length = collecting->link_length,
                                   .follows_line = collecting->follows_line};
        if (block.text.data && KITH_ARENA_PUSHABLE(collecting->arena, blocks))
            blocks->items[blocks->count++] = block;
        else
            collecting->status = KITH_NO_MEMORY;
        collecting->follows_line = is_line;
    } else {
        collecting->follows_line = false; /* two breaks are a gap */
    }
    kith_buf_reset(&collecting->text);
    collecting->link_length = 0;
    collecting->has_gap = false;
}

/* The bytes of a blank at `text`: ASCII's, or U+00A0. */
static size_t blank_at(struct kith_str text, size_t at)
{
    char c = text.data[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    return c == '\xC2' && at + 1 < text.length && text.data[at + 1] == '\xA0' ? 2 : 0;
}

static void add_text(struct collecting *collecting, struct kith_str text)
{
    size_t before = collecting->text.length;
    bool has_lines = kith_node_is(collecting->block, "pre");
    for (size_t i = 0; i < text.length;) {
        size_t blank = blank_at(text, i);
        if (has_lines && text.data[i] == '\n')
            close_block(collecting, true);
        if (blank) {
            collecting->has_gap = true;
            i += blank;
            continue;
        }
        if (collecting->has_gap && collecting->text.length)
            kith_buf_byte(&collecting->text, ' ');
        collecting->has_gap = false;
        kith_buf_byte(&collecting->text, text.data[i++]);
    }
    if (collecting->link_depth)
        collecting->link_length += collecting->text.length - before;
}

static void enter(struct collecting *collecting, const struct kith_node *node)
{
    if (kith_node_is(node, "br")) {
        close_block(collecting, true);
    } else if (is_block(node)) {
        close_block(collecting, false);
        collecting->block = node;
    } else if (kith_node_is(node, "a")) {
        collecting->link_depth++;
    }
}

static void leave(struct collecting *collecting, const struct kith_node *node)
{
    if (is_block(node)) {
        close_block(collecting, false);
        collecting->block = node->parent;
        while (collecting->block && !is_block(collecting->block))
            collecting->block = collecting->block->parent;
        if (!collecting->block)
            collecting->block = node;
    } else if (kith_node_is(node, "a")) {
        collecting->link_depth--;
    }
}

static void collect(struct collecting *collecting, const struct kith_node *top,
                    const bool *is_left_out)
{
    const struct kith_node *node = top;
    while (node && collecting->status == KITH_OK) {
        bool is_passed = node->name.length &&
                         (is_mute(node) || (is_left_out && is_left_out[node->number]));
        if (!node->name.length)
            add_text(collecting, node->text);
        else if (!is_passed)
            enter(collecting, node);
        if (node->first && !is_passed) {
            node = node->first;
            continue;
        }
        if (node->name.length && !is_passed)
            leave(collecting, node);
        for (; node != top && !node->next; node = node->parent)
            if (node->parent != top)
                leave(collecting, node->parent);
        node = node == top ? NULL : node->next;
    }
}

enum kith_status kith_html_blocks(const struct kith_node *top, const bool *is_left_out,
                                  struct kith_arena *arena, struct kith_blocks *blocks,
                                  struct kith_error *err)
{
    struct collecting collecting = {.arena = arena, .blocks = blocks, .block = top};
    *blocks = (struct kith_blocks){0};
    collect(&collecting, top, is_left_out);
    close_block(&collecting, false);
    enum kith_status status = kith_buf_check(&collecting.text, err);
    kith_buf_release(&collecting.text);
    if (collecting.status != KITH_OK)
        return kith_no_memory(err);
    return status;
}

enum kith_status kith_html_join(const struct kith_blocks *blocks, uint32_t begin,
                                uint32_t end, struct kith_arena *arena,
                                struct kith_str *text, struct kith_error *err)
{
    struct kith_buf whole = {0};
    for (uint32_t i = begin; i < end; i++) {
        if (i > begin)
            kith_buf_text(&whole, blocks->items[i].follows_line ? "\n" : "\n\n");
        kith_buf_str(&whole, blocks->items[i].text);
    }
    enum kith_status status = kith_buf_check(&whole, err);
    if (status == KITH_OK) {
        *text = kith_str_copy(arena, kith_buf_view(&whole));
        status = text->data ? KITH_OK : kith_no_memory(err);
    }
    kith_buf_release(&whole);
    return status;
}
