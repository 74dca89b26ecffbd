/* Paragraphs where no blank line parts them.
 *
 * Text comes in two styles. In one, each line is a paragraph, however long. In the other,
 * lines were wrapped at some width, and a line end means nothing unless the next word
 * would have fitted: then the author broke the line there. A look at all lines tells the
 * style; then each single line end is judged by the lines around it. */
#include "text/paragraph.h"

#include <string.h>

#include "text/stop.h"
#include "text/unicode.h"

/* Nobody wraps at more characters than this. */
#define WRAP_LIMIT 100

/* Wrapping leaves a ragged edge: without a stop at its end, a line is short on purpose
 * only when this many characters more would have fitted. */
#define RAGGED_EDGE 10

/* Blanks by which the first line of a paragraph stands in. */
#define INDENTATION 2

struct line {
    uint32_t first, end; /* half-open range of tokens */
    uint32_t width;      /* in characters, from its first token; at least WRAP_LIMIT + 1
                            for long ones */
    uint32_t indent;     /* in bytes */
    uint32_t landmark;   /* that of the next line's first token */
};

struct style {
    bool is_wrapped;
    uint32_t widest;       /* of the lines that may be wrapped ones */
    uint32_t least_indent; /* that of a text that is indented as a whole */
};

/* The paragraph that the line above belongs to, as far as it goes. */
struct paragraph {
    uint32_t lines;
    bool is_first; /* of the text */
    bool has_bullet;
};

struct page {
    struct kith_str text;
    struct kith_token *tokens;
    uint32_t count;
    const struct kith_landmarks *landmarks;
};

/* Characters from `begin` to `end`; past the limit the exact number does not matter. */
static uint32_t width_of(struct kith_str text, uint32_t begin, uint32_t end)
{
    uint32_t bytes = end - begin;
    if (bytes <= WRAP_LIMIT || bytes > 4 * WRAP_LIMIT)
        return bytes;
    uint32_t width = 0;
    for (uint32_t i = begin; i < end; i++)
        width += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return width;
}

static uint32_t indent_of(struct kith_str text, uint32_t begin)
{
    uint32_t at = begin;
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\t'))
        at--;
    return begin - at;
}

/* The line that begins at token `first`; landmarks before number `landmark` are behind
 * it. */
static struct line line_from(const struct page *page, uint32_t first, uint32_t landmark)
{
    const struct kith_landmarks *landmarks = page->landmarks;
    while (landmark < landmarks->count &&
           (landmarks->items[landmark] <= first ||
            page->tokens[landmarks->items[landmark]].gap < KITH_GAP_LINE))
        landmark++;
    uint32_t end = landmark < landmarks->count ? landmarks->items[landmark] : page->count;
    uint32_t begin = page->tokens[first].begin;
    uint32_t indent = indent_of(page->text, begin);
    uint32_t width = width_of(page->text, begin, page->tokens[end - 1].end);
    return (struct line){first, end, indent + width, indent, landmark};
}

static struct line line_below(const struct page *page, const struct line *line)
{
    return line_from(page, line->end, line->landmark);
}

static bool is_wrap(const struct page *page, uint32_t token)
{
    return token < page->count && page->tokens[token].gap == KITH_GAP_LINE;
}

static uint32_t point_at(const struct page *page, uint32_t token)
{
    const unsigned char *bytes = (const unsigned char *)page->text.data;
    return kith_char_at(bytes + page->tokens[token].begin).point;
}

/* Does the line end a sentence? Quotes and brackets behind the stop do not hide it. */
static bool is_stopped(const struct page *page, const struct line *line)
{
    for (uint32_t i = line->end; i > line->first; i--) {
        const struct kith_token *token = &page->tokens[i - 1];
        if (kith_is_stop(page->text, token) || token->is_dotted)
            return true;
        uint32_t point = point_at(page, i - 1);
        if (token->kind != KITH_TOKEN_QUOTE && point != ')' && point != ']')
            return false;
    }
    return false;
}

/* What a look at all lines counts. */
struct survey {
    uint32_t lines, long_lines;
    uint32_t wraps, stopped; /* single line ends, and those behind a stop */
};

static void count_line(const struct page *page, const struct line *line,
                       struct survey *survey, struct style *style)
{
    bool is_long = line->width > WRAP_LIMIT;
    survey->lines++;
    survey->long_lines += is_long;
    if (!is_long && line->width > style->widest)
        style->widest = line->width;
    if (line->indent < style->least_indent)
        style->least_indent = line->indent;
    if (is_wrap(page, line->end)) {
        survey->wraps++;
        survey->stopped += is_stopped(page, line);
    }
}

/* Wrapped lines are short and seldom end with a sentence; where one line in ten is long,
 * or most end with a stop, a line is a paragraph. The first line may be a title, wider
 * than the rest, and is not asked. */
static struct style study(const struct page *page)
{
    struct style style = {.least_indent = UINT32_MAX};
    struct survey survey = {0};
    struct line line = line_from(page, 0, 0);
    while (line.end < page->count) {
        line = line_below(page, &line);
        count_line(page, &line, &survey, &style);
    }
    style.is_wrapped = survey.long_lines * 10 <= survey.lines &&
                       (survey.wraps < 2 || survey.stopped * 10 < survey.wraps * 6);
    return style;
}

static bool begins_small(const struct page *page, uint32_t token)
{
    const unsigned char *bytes = (const unsigned char *)page->text.data;
    return kith_char_at(bytes + page->tokens[token].begin).entry & KITH_CHAR_LOWER;
}

/* "- Trump", "• Trump", "* Trump". A dash before a small letter was wrapped there. */
static bool is_bullet(const struct page *page, const struct line *line)
{
    if (line->end - line->first < 2 ||
        page->tokens[line->first + 1].gap != KITH_GAP_BLANK)
        return false;
    uint32_t point = point_at(page, line->first);
    bool is_dot = point == 0x2022 || point == 0x00B7 || point == '*' ||
                  (point >= 0x25A0 && point <= 0x25FF);
    bool is_dash = point == '-' || point == 0x2013 || point == 0x2014;
    return is_dot || (is_dash && !begins_small(page, line->first + 1));
}

/* Where lines are paragraphs, one that plainly goes on is the exception. */
static bool goes_on(const struct page *page, const struct line *above,
                    const struct line *below)
{
    if (is_stopped(page, above))
        return false;
    return begins_small(page, below->first) || point_at(page, above->end - 1) == ',';
}

/* The width of what wrapping would have had to fit: tokens up to the next blank. */
static uint32_t leading_width(const struct page *page, const struct line *line)
{
    uint32_t end = line->first + 1;
    while (end < line->end && page->tokens[end].gap == KITH_GAP_NONE)
        end++;
    return width_of(page->text, page->tokens[line->first].begin,
                    page->tokens[end - 1].end);
}

/* The first line of a paragraph stands in. So do the further lines of an item with a
 * bullet, and text that goes on in small letters below a line that stands out. */
static bool is_first_by_indent(const struct page *page, const struct style *style,
                               const struct line *above, const struct line *below)
{
    if (below->indent < style->least_indent + INDENTATION)
        return false;
    return is_stopped(page, above) ||
           (below->indent >= above->indent + INDENTATION && !is_bullet(page, above) &&
            !begins_small(page, below->first));
}

/* May a paragraph end without a stop where it has come to? Headings, rows and items do.
 * Within running text a short line is an accident: "the European / Union". */
static bool may_end_unstopped(const struct paragraph *paragraph)
{
    return paragraph->lines < 2 || paragraph->has_bullet ||
           (paragraph->is_first && paragraph->lines <= KITH_TITLE_LINES);
}

static bool was_broken_by_author(const struct page *page, const struct style *style,
                                 const struct paragraph *paragraph,
                                 const struct line *above, const struct line *below)
{
    if (is_first_by_indent(page, style, above, below))
        return true;
    bool has_stop = is_stopped(page, above);
    if (!has_stop && !may_end_unstopped(paragraph))
        return false;
    uint32_t edge = has_stop ? 0 : RAGGED_EDGE;
    return above->width + 1 + leading_width(page, below) + edge <= style->widest;
}

static bool parts(const struct page *page, const struct style *style,
                  const struct paragraph *paragraph, const struct line *above,
                  const struct line *below)
{
    if (is_bullet(page, below))
        return true;
    if (!style->is_wrapped)
        return !goes_on(page, above, below);
    return was_broken_by_author(page, style, paragraph, above, below);
}

/* Are there single line ends at all? In half of all texts none is. */
static bool has_wraps(const struct page *page)
{
    for (uint32_t i = 0; i < page->landmarks->count; i++)
        if (is_wrap(page, page->landmarks->items[i]))
            return true;
    return false;
}

void kith_paragraphs_mark(struct kith_str text, struct kith_tokens *tokens)
{
    struct page page = {text, tokens->items, tokens->count, &tokens->landmarks};
    if (!has_wraps(&page))
        return;
    struct style style = study(&page);
    struct line above = line_from(&page, 0, 0);
    struct paragraph paragraph = {1, true, is_bullet(&page, &above)};
    while (above.end < page.count) {
        struct line below = line_below(&page, &above);
        struct kith_token *token = &page.tokens[below.first];
        if (token->gap == KITH_GAP_LINE &&
            parts(&page, &style, &paragraph, &above, &below))
            token->gap = KITH_GAP_PARAGRAPH;
        paragraph.lines++;
        if (token->gap == KITH_GAP_PARAGRAPH)
            paragraph = (struct paragraph){1, false, is_bullet(&page, &below)};
        above = below;
    }
}
