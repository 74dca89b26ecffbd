/* Looks at lines from the top until one is empty, or is no header's. */
#include "input/text_header.h"

#include "base/file.h"
#include "base/utf8.h"
#include "input/article_field.h"
#include "input/date.h"

/* Nobody has more above a text. */
#define LINE_LIMIT 24

/* "Publication date", and no longer name. Bytes. */
#define NAME_LIMIT 24

/* A field of a header that articles do not have. */
#define AUTHOR KITH_FIELD_COUNT

struct header {
    struct kith_str values[KITH_FIELD_COUNT + 1];
    size_t end;     /* of its last line */
    bool has_title; /* under a name that means nothing else */
};

static bool is_name(struct kith_str name)
{
    if (!name.length || name.length > NAME_LIMIT)
        return false;
    for (size_t i = 0; i < name.length; i++) {
        char c = kith_lower(name.data[i]);
        if ((c < 'a' || c > 'z') && c != ' ' && c != '-' && c != '_')
            return false;
    }
    return true;
}

/* The field of this name; one past AUTHOR for others. */
static unsigned field_of(struct kith_str name)
{
    static const char *const authors[] = {"author", "authors", "byline", "by"};
    for (size_t i = 0; i < sizeof authors / sizeof *authors; i++)
        if (kith_str_equal_caseless(name, kith_str_of(authors[i])))
            return AUTHOR;
    /* A line of the text is none: the text has no name above it. */
    for (unsigned field = KITH_FIELD_TITLE; field < KITH_FIELD_COUNT; field++)
        if (kith_field_rank(NULL, (enum kith_article_field)field, name) != KITH_NO_ID)
            return field;
    return AUTHOR + 1;
}

/* Of two values of a field the first counts. */
static bool take_line(struct header *header, struct kith_str line)
{
    struct kith_str value = line;
    struct kith_str name = kith_str_cut(&value, ':');
    value = kith_str_trim(value);
    if (!value.length || !is_name(name) || memchr(value.data, '\0', value.length))
        return false;
    unsigned field = field_of(name);
    if (field <= AUTHOR && !header->values[field].length)
        header->values[field] = value;
    header->has_title |= kith_str_equal_caseless(name, KITH_STR("title")) ||
                         kith_str_equal_caseless(name, KITH_STR("headline"));
    return true;
}

/* False when the lines do not end with an empty one. */
static bool read_lines(struct header *header, struct kith_str text)
{
    struct kith_str rest = kith_utf8_without_mark(text);
    for (int i = 0; i < LINE_LIMIT && rest.data; i++) {
        struct kith_str line = kith_str_cut(&rest, '\n');
        if (!kith_str_trim(line).length)
            return i > 0;
        if (!take_line(header, kith_str_trim(line)))
            return false;
        header->end = (size_t)(line.data - text.data) + line.length;
    }
    return false;
}

static bool is_header(const struct header *header, struct kith_str date)
{
    unsigned known = 0;
    for (unsigned field = 0; field <= AUTHOR; field++)
        known += header->values[field].length > 0;
    return known > 1 || header->has_title || date.length;
}

/* Blanks, but for ends of lines, over [begin, end). */
static void blank(char *bytes, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (bytes[i] != '\n' && bytes[i] != '\r')
            bytes[i] = ' ';
}

static enum kith_status take_off(const struct header *header, struct kith_str *text,
                                 struct kith_arena *arena, struct kith_error *err)
{
    struct kith_str title = header->values[KITH_FIELD_TITLE];
    char *bytes = kith_arena_alloc(arena, text->length + KITH_FILE_PADDING);
    if (!bytes)
        return kith_no_memory(err);
    memcpy(bytes, text->data, text->length);
    memset(bytes + text->length, 0, KITH_FILE_PADDING);
    struct kith_str body =
        kith_str_trim(kith_str_slice(*text, header->end, text->length));
    size_t kept = title.length ? (size_t)(title.data - text->data) : header->end;
    if (kith_str_starts_with(body, title))
        title.length = 0;
    blank(bytes, 0, kept);
    blank(bytes, kept + title.length, header->end);
    *text = (struct kith_str){bytes, text->length};
    return KITH_OK;
}

/* Fields are UTF-8; what is not is left to the text to tell. */
static struct kith_str clean(struct kith_str value)
{
    return kith_utf8_is_valid(value, NULL) ? value : (struct kith_str){0};
}

enum kith_status kith_text_header_take(struct kith_article *article,
                                       struct kith_arena *arena, struct kith_error *err)
{
    struct header header = {0};
    struct kith_str date;
    if (!read_lines(&header, article->bytes))
        return KITH_OK;
    KITH_TRY(kith_date_read(header.values[KITH_FIELD_DATE], arena, &date, err));
    if (!is_header(&header, date))
        return KITH_OK;
    article->title = clean(header.values[KITH_FIELD_TITLE]);
    article->source = clean(header.values[KITH_FIELD_SOURCE]);
    article->language = clean(header.values[KITH_FIELD_LANGUAGE]);
    article->url = clean(header.values[KITH_FIELD_URL]);
    article->date = date;
    return take_off(&header, &article->bytes, arena, err);
}
