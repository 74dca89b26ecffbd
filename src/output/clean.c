/* Text made fit for each format.
 *
 * One loop serves them all. A format is a table that says what an ASCII byte is replaced
 * by; most bytes stand for themselves and are copied in runs. Beyond ASCII the formats
 * agree: what is well-formed and legal in XML stays, the rest is U+FFFD. */
#include "output/clean.h"

#include "base/utf8.h"

#define FFFD "\xEF\xBF\xBD"

/* What a byte below 128 is replaced by; NULL: nothing. */
typedef const char *const replacements[128];

/* The control characters that XML 1.0 forbids. */
#define CONTROLS                                                                         \
    [0] = FFFD, [1] = FFFD, [2] = FFFD, [3] = FFFD, [4] = FFFD, [5] = FFFD, [6] = FFFD,  \
    [7] = FFFD, [8] = FFFD, [11] = FFFD, [12] = FFFD, [14] = FFFD, [15] = FFFD,          \
    [16] = FFFD, [17] = FFFD, [18] = FFFD, [19] = FFFD, [20] = FFFD, [21] = FFFD,        \
    [22] = FFFD, [23] = FFFD, [24] = FFFD, [25] = FFFD, [26] = FFFD, [27] = FFFD,        \
    [28] = FFFD, [29] = FFFD, [30] = FFFD, [31] = FFFD

#define LINE_ENDS ['\n'] = " ", ['\r'] = " "

static replacements in_csv = {CONTROLS, LINE_ENDS, ['"'] = "\"\""};
static replacements in_xml = {CONTROLS};
static replacements in_xml_attribute = {
    CONTROLS, ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
static replacements in_html = {
    CONTROLS, ['\r'] = "\n", ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;"};
/* Graphviz decodes entities in labels: the text "AT&amp;T" would be drawn as "AT&T". */
static replacements in_dot = {
    CONTROLS, LINE_ENDS, ['\t'] = " ", ['\\'] = "\\\\", ['"'] = "\\\"", ['&'] = "&amp;"};
static replacements in_dot_label = {
    CONTROLS,        ['\n'] = "\\n", ['\r'] = " ",   ['\t'] = " ",
    ['\\'] = "\\\\", ['"'] = "\\\"", ['&'] = "&amp;"};
static replacements in_dot_tooltip = {
    CONTROLS,       LINE_ENDS,      ['\t'] = " ", ['\\'] = "\\\\\\\\",
    ['"'] = "\\\"", ['&'] = "&amp;"};
static replacements in_dot_url = {
    CONTROLS,      ['\t'] = "%20", ['\n'] = "%20", ['\r'] = "%20", [' '] = "%20",
    ['"'] = "%22", ['<'] = "%3C",  ['>'] = "%3E",  ['\\'] = "%5C", ['&'] = "&amp;"};
/* Within <...>, where Graphviz reads escapes, too. */
static replacements in_dot_html = {
    CONTROLS,       LINE_ENDS,      ['\t'] = " ",     ['&'] = "&amp;",
    ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\\'] = "\\\\"};
/* Drawing instructions count their bytes, and know no escapes. */
static replacements in_xdot = {CONTROLS,
                               LINE_ENDS, ['\t'] = " ", ['\\'] = "/", ['"'] = "'"};
static replacements in_json = {CONTROLS,       ['\n'] = "\\n", ['\r'] = "\\r",
                               ['\t'] = "\\t", ['"'] = "\\\"", ['\\'] = "\\\\"};

/* Longest replacement of one byte: "&quot;". */
#define WIDEST 6

/* Reading characters */

/* Read the character at `i`, which is not ASCII; true when it may stand in XML. */
static bool is_legal(struct kith_str text, size_t i, size_t *size)
{
    uint32_t point;
    *size = kith_utf8_decode(text.data + i, text.length - i, &point);
    return *size > 1 && point != 0xFFFE && point != 0xFFFF;
}

/* CR LF is one line end, but in JSON, which tells what stood there. */
static bool is_first_of_crlf(struct kith_str text, size_t i, replacements table)
{
    return text.data[i] == '\r' && i + 1 < text.length && text.data[i + 1] == '\n' &&
           table['\r'][0] != '\\';
}

static void clean(struct kith_buf *out, struct kith_str text, replacements table)
{
    size_t kept = 0; /* what stands before is written */
    for (size_t i = 0; i < text.length;) {
        unsigned char byte = (unsigned char)text.data[i];
        const char *replacement = byte < 128 ? table[byte] : FFFD;
        size_t size = 1;
        if (!replacement || (byte >= 128 && is_legal(text, i, &size))) {
            i += size;
            continue;
        }
        kith_buf_append(out, text.data + kept, i - kept);
        if (!is_first_of_crlf(text, i, table))
            kith_buf_text(out, replacement);
        i += size;
        kept = i;
    }
    kith_buf_append(out, text.data + kept, text.length - kept);
}

/* CSV */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool needs_quotes(struct kith_str text)
{
    if (text.length == 0)
        return false;
    return is_blank(text.data[0]) || is_blank(text.data[text.length - 1]) ||
           memchr(text.data, ',', text.length) || memchr(text.data, '"', text.length);
}

void kith_clean_csv(struct kith_buf *out, struct kith_str text)
{
    bool is_quoted = needs_quotes(text);
    if (is_quoted)
        kith_buf_byte(out, '"');
    clean(out, text, in_csv);
    if (is_quoted)
        kith_buf_byte(out, '"');
}

/* XML */

/* Cut the next word off `rest`, whose blanks in front are passed over. */
static struct kith_str next_word(struct kith_str *rest)
{
    size_t begin = 0;
    while (begin < rest->length && is_blank(rest->data[begin]))
        begin++;
    size_t end = begin;
    while (end < rest->length && !is_blank(rest->data[end]))
        end++;
    struct kith_str word = kith_str_slice(*rest, begin, end);
    *rest = kith_str_slice(*rest, end, rest->length);
    return word;
}

static bool holds_section_end(struct kith_str text)
{
    for (size_t i = 2; i < text.length; i++)
        if (text.data[i] == '>' && text.data[i - 1] == ']' && text.data[i - 2] == ']')
            return true;
    return false;
}

static bool needs_cdata(struct kith_str text)
{
    return memchr(text.data, '&', text.length) || memchr(text.data, '<', text.length) ||
           holds_section_end(text);
}

/* A word within CDATA: "]]>" ends the section between its brackets and its angle. */
static void write_cdata_word(struct kith_buf *out, struct kith_str word)
{
    size_t begin = 0;
    for (size_t i = 2; i < word.length; i++) {
        if (word.data[i] != '>' || word.data[i - 1] != ']' || word.data[i - 2] != ']')
            continue;
        clean(out, kith_str_slice(word, begin, i), in_xml);
        kith_buf_text(out, "]]><![CDATA[");
        begin = i;
    }
    clean(out, kith_str_slice(word, begin, word.length), in_xml);
}

/* Text with one blank for each run of them, and none at either end. */
static void write_words(struct kith_buf *out, struct kith_str text,
                        void (*write)(struct kith_buf *out, struct kith_str word))
{
    struct kith_str word = next_word(&text);
    while (word.length) {
        write(out, word);
        word = next_word(&text);
        if (word.length)
            kith_buf_byte(out, ' ');
    }
}

static void write_xml_word(struct kith_buf *out, struct kith_str word)
{
    clean(out, word, in_xml);
}

static void write_attribute_word(struct kith_buf *out, struct kith_str word)
{
    clean(out, word, in_xml_attribute);
}

/* Most of what stands in a graph's fields: neither blanks nor anything to be replaced. */
static bool is_one_plain_word(struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte <= ' ' || byte >= 128 || in_xml_attribute[byte])
            return false;
    }
    return true;
}

void kith_clean_xml(struct kith_buf *out, struct kith_str text)
{
    if (is_one_plain_word(text)) {
        kith_buf_str(out, text);
        return;
    }
    if (!needs_cdata(text)) {
        write_words(out, text, write_xml_word);
        return;
    }
    kith_buf_text(out, "<![CDATA[");
    write_words(out, text, write_cdata_word);
    kith_buf_text(out, "]]>");
}

void kith_clean_xml_attribute(struct kith_buf *out, struct kith_str text)
{
    if (is_one_plain_word(text)) {
        kith_buf_str(out, text);
        return;
    }
    write_words(out, text, write_attribute_word);
}

void kith_clean_html(struct kith_buf *out, struct kith_str text)
{
    clean(out, text, in_html);
}

/* DOT */

/* Graphviz 2.42 refuses quoted strings from 16,384 bytes on. */
#define DOT_PIECE ((size_t)16000 / WIDEST)

/* Where a piece of `text` that begins at 0 may end: not inside a character. */
static size_t piece_end(struct kith_str text)
{
    if (text.length <= DOT_PIECE)
        return text.length;
    size_t end = DOT_PIECE;
    while (end > DOT_PIECE - 3 && ((unsigned char)text.data[end] & 0xC0) == 0x80)
        end--;
    return end;
}

static void write_pieces(struct kith_buf *out, struct kith_str text, replacements table)
{
    for (;;) {
        size_t end = piece_end(text);
        clean(out, kith_str_slice(text, 0, end), table);
        text = kith_str_slice(text, end, text.length);
        if (text.length == 0)
            return;
        kith_buf_text(out, "\"+\"");
    }
}

static void write_dot(struct kith_buf *out, struct kith_str text, replacements table)
{
    kith_buf_byte(out, '"');
    if (text.length)
        write_pieces(out, text, table);
    kith_buf_byte(out, '"');
}

void kith_clean_dot(struct kith_buf *out, struct kith_str text)
{
    write_dot(out, text, in_dot);
}

void kith_clean_dot_tooltip(struct kith_buf *out, struct kith_str text)
{
    write_dot(out, text, in_dot_tooltip);
}

void kith_clean_dot_url(struct kith_buf *out, struct kith_str text)
{
    write_dot(out, text, in_dot_url);
}

void kith_clean_dot_label(struct kith_buf *out, struct kith_str text)
{
    write_dot(out, text, in_dot_label);
}

void kith_clean_dot_html(struct kith_buf *out, struct kith_str text)
{
    clean(out, text, in_dot_html);
}

void kith_clean_xdot(struct kith_buf *out, struct kith_str text)
{
    clean(out, text, in_xdot);
}

/* A terminal's line */

void kith_clean_line(struct kith_buf *out, struct kith_str text)
{
    bool is_begun = false, is_gap = false;
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        i += kith_utf8_decode(text.data + i, text.length - i, &point);
        if (point <= 0x20 || (point >= 0x7F && point <= 0xA0)) {
            is_gap = is_begun;
            continue;
        }
        if (is_gap)
            kith_buf_byte(out, ' ');
        kith_utf8_append(out, point);
        is_begun = true;
        is_gap = false;
    }
}

/* JSON */

void kith_clean_json(struct kith_buf *out, struct kith_str text)
{
    kith_buf_byte(out, '"');
    clean(out, text, in_json);
    kith_buf_byte(out, '"');
}

/* Ids */

/* XML 1.0's NameChar, fifth edition: ranges of code points beyond ASCII. */
static const struct {
    uint32_t first, last;
} name_ranges[] = {{0xB7, 0xB7},      {0xC0, 0xD6},     {0xD8, 0xF6},
                   {0xF8, 0x37D},     {0x37F, 0x1FFF},  {0x200C, 0x200D},
                   {0x203F, 0x2040},  {0x2070, 0x218F}, {0x2C00, 0x2FEF},
                   {0x3001, 0xD7FF},  {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD},
                   {0x10000, 0xEFFFF}};

static bool is_name_character(uint32_t point)
{
    if (point < 128)
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
               (point >= '0' && point <= '9') || point == '_' || point == '-' ||
               point == '.' || point == ':';
    for (size_t i = 0; i < sizeof name_ranges / sizeof *name_ranges; i++)
        if (point >= name_ranges[i].first && point <= name_ranges[i].last)
            return true;
    return false;
}

/* What slugs are made of: an edge has two, and graphs have a million edges. */
static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* An underscore that would read as the beginning of an escape is escaped itself. */
static bool reads_as_escape(struct kith_str key, size_t i)
{
    return key.data[i] == '_' && i + 1 < key.length && key.data[i + 1] == 'x';
}

static void write_escape(struct kith_buf *out, uint32_t point)
{
    static const char digits[] = "0123456789ABCDEF";
    kith_buf_text(out, "_x");
    for (int shift = point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
        kith_buf_byte(out, digits[point >> shift & 15]);
    kith_buf_byte(out, '_');
}

void kith_clean_id(struct kith_buf *out, struct kith_str key)
{
    if (key.length == 0)
        write_escape(out, 0);
    size_t kept = 0;
    for (size_t i = 0; i < key.length;) {
        if (is_plain(key.data[i])) {
            i++;
            continue;
        }
        uint32_t point;
        size_t size = kith_utf8_decode(key.data + i, key.length - i, &point);
        if (!is_name_character(point) || reads_as_escape(key, i)) {
            kith_buf_append(out, key.data + kept, i - kept);
            write_escape(out, point);
            kept = i + size;
        } else if (size == 1 && point == KITH_REPLACEMENT) {
            kith_buf_append(out, key.data + kept, i - kept);
            kith_buf_text(out, FFFD);
            kept = i + size;
        }
        i += size;
    }
    kith_buf_append(out, key.data + kept, key.length - kept);
}

void kith_clean_twice(struct kith_buf *out, struct kith_str text,
                      void (*first)(struct kith_buf *out, struct kith_str text),
                      void (*then)(struct kith_buf *out, struct kith_str text))
{
    struct kith_buf between = {0};
    first(&between, text);
    then(out, kith_buf_view(&between));
    out->is_broken |= between.is_broken;
    kith_buf_release(&between);
}
