/* Patterns: read from the cells of a row, checked, and entered in the table.
 *
 * A word pattern is letters with a star at either end; a name pattern is words and
 * captures in braces. docs/FORMATS.md describes both. */
#include "gazetteer/variant_pattern.h"

#include <string.h>

#include "gazetteer/variant_word.h"

/* A pattern's text is at most this long: the rest of a name is for the stars. Bytes. */
#define TEXT_LIMIT 30

/* A name pattern or its replacement has no more parts. */
#define ELEMENT_LIMIT 16

enum kith_status kith_rule_refuse(struct kith_rule_reader *reader, const char *reason,
                                  struct kith_str what, struct kith_error *err)
{
    reader->is_refused = true;
    return kith_problems_add(reader->problems, KITH_FAULT, kith_str_of(reader->path),
                             reader->line, "variant", err, reason, KITH_STR_ARGS(what));
}

/* The folded copy of `text` in the arena; length 0 when it is empty or too long. */
static enum kith_status fold_copy(struct kith_variant_rules *rules, struct kith_str text,
                                  struct kith_str *folded, struct kith_error *err)
{
    char bytes[TEXT_LIMIT];
    size_t length = kith_variant_fold(text, bytes, sizeof bytes);
    if (length == SIZE_MAX)
        length = 0;
    *folded = kith_str_copy(&rules->arena, (struct kith_str){bytes, length});
    return folded->data ? KITH_OK : kith_no_memory(err);
}

/* Take the stars off a word pattern; they say what it is held against. */
static enum kith_anchor take_stars(struct kith_str *text)
{
    bool starts = kith_str_starts_with(*text, KITH_STR("*"));
    if (starts)
        *text = kith_str_slice(*text, 1, text->length);
    bool ends = kith_str_ends_with(*text, KITH_STR("*"));
    if (ends)
        *text = kith_str_slice(*text, 0, text->length - 1);
    if (starts)
        return ends ? KITH_ANCHOR_INNER : KITH_ANCHOR_END;
    return ends ? KITH_ANCHOR_START : KITH_ANCHOR_WHOLE;
}

static enum kith_status add_replacement(struct kith_rule_reader *reader,
                                        struct kith_str text, enum kith_anchor anchor,
                                        struct kith_error *err)
{
    struct kith_variant_rules *rules = reader->rules;
    struct kith_str given = text;
    bool is_same = kith_str_equal(text, KITH_STR("-"));
    bool is_nothing = kith_str_equal(text, KITH_STR("_"));
    if (is_nothing)
        text.length = 0;
    else if (!is_same && take_stars(&text) != anchor)
        return kith_rule_refuse(
            reader, "the replacement \"%.*s\" has other stars than its pattern", given,
            err);
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->replacements))
        return kith_no_memory(err);
    /* In inflections "-" keeps the word: a replacement without bytes of its own. */
    struct kith_str copy = {NULL, 0};
    if (!is_same) {
        copy = kith_str_copy(&rules->arena, text);
        if (!copy.data)
            return kith_no_memory(err);
    }
    rules->replacements.items[rules->replacements.count++] = copy;
    return KITH_OK;
}

/* Add every part of `cell` but the one that is `but`. */
static enum kith_status add_replacements(struct kith_rule_reader *reader,
                                         struct kith_str cell, struct kith_str but,
                                         enum kith_anchor anchor, struct kith_error *err)
{
    while (cell.data && !reader->is_refused) {
        struct kith_str part = kith_str_trim(kith_str_cut(&cell, '|'));
        if (!kith_str_equal(part, but))
            KITH_TRY(add_replacement(reader, part, anchor, err));
    }
    return KITH_OK;
}

static bool is_ascii(struct kith_str s)
{
    for (size_t i = 0; i < s.length; i++)
        if ((unsigned char)s.data[i] >= 0x80)
            return false;
    return true;
}

/* "ö" is asked for as it is written, although folding makes it an "o"; Cyrillic letters
 * stay what they are, and й may as well be written и. */
static enum kith_status keep_marks(struct kith_variant_rules *rules, struct kith_str text,
                                   struct kith_word_pattern *pattern,
                                   struct kith_error *err)
{
    if (is_ascii(text) || !is_ascii(pattern->text))
        return KITH_OK;
    pattern->marks = kith_str_copy(&rules->arena, text);
    return pattern->marks.data ? KITH_OK : kith_no_memory(err);
}

static enum kith_status add_word_pattern(struct kith_rule_reader *reader,
                                         const struct kith_rule_cells *cells,
                                         struct kith_str part, struct kith_error *err)
{
    struct kith_variant_rules *rules = reader->rules;
    struct kith_str text = part;
    struct kith_word_pattern pattern = {.rule = rules->rows.count - 1,
                                        .replacement = rules->replacements.count};
    enum kith_anchor anchor = take_stars(&text);
    pattern.anchor = (uint8_t)anchor;
    KITH_TRY(fold_copy(rules, text, &pattern.text, err));
    KITH_TRY(keep_marks(rules, text, &pattern, err));
    if (pattern.text.length == 0 || memchr(text.data, '*', text.length))
        return kith_rule_refuse(
            reader,
            "the pattern \"%.*s\" is not one word with a star at most at each end", part,
            err);
    if (cells->replacements.length)
        KITH_TRY(
            add_replacements(reader, cells->replacements, KITH_STR(""), anchor, err));
    else if (reader->is_family)
        KITH_TRY(add_replacements(reader, cells->pattern, part, anchor, err));
    pattern.replacement_count = rules->replacements.count - pattern.replacement;
    if (reader->is_refused)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->words))
        return kith_no_memory(err);
    rules->words.items[rules->words.count++] = pattern;
    return kith_word_pattern_index(rules) ? KITH_OK : kith_no_memory(err);
}

/* The inside of {a}, {a+} or {a.}; false when it is neither. */
static bool read_braces(struct kith_str inside, struct kith_name_element *element)
{
    if (inside.length == 0 || inside.length > 2)
        return false;
    element->letter = inside.data[0];
    element->kind = KITH_ELEMENT_ONE;
    if (inside.length == 2 && inside.data[1] == '+')
        element->kind = KITH_ELEMENT_MANY;
    else if (inside.length == 2 && inside.data[1] == '.')
        element->kind = KITH_ELEMENT_INITIAL;
    return element->letter >= 'a' && element->letter <= 'z' &&
           (inside.length == 1 || element->kind != KITH_ELEMENT_ONE);
}

/* Where the element at `begin` ends: behind its brace, or before a blank, brace, or the
 * comma, which is a word of its own. */
static size_t element_end(struct kith_str text, size_t begin)
{
    size_t end = begin + 1;
    bool has_brace = text.data[begin] == '{';
    if (text.data[begin] == ',')
        return end;
    while (end < text.length) {
        if (has_brace && text.data[end - 1] == '}')
            break;
        if (!has_brace && strchr(" {,", text.data[end]))
            break;
        end++;
    }
    return end;
}

static enum kith_status read_element(struct kith_rule_reader *reader,
                                     struct kith_str part,
                                     struct kith_name_element *element,
                                     struct kith_error *err)
{
    if (part.data[0] == '{') {
        bool is_closed = part.data[part.length - 1] == '}';
        if (is_closed && read_braces(kith_str_slice(part, 1, part.length - 1), element))
            return KITH_OK;
        return kith_rule_refuse(reader, "\"%.*s\" is none of {a}, {a+} and {a.}", part,
                                err);
    }
    element->kind = KITH_ELEMENT_WORD;
    element->text = kith_str_copy(&reader->rules->arena, part);
    if (!element->text.data)
        return kith_no_memory(err);
    KITH_TRY(fold_copy(reader->rules, part, &element->folded, err));
    return element->folded.length
               ? KITH_OK
               : kith_rule_refuse(reader, "the word \"%.*s\" is too long", part, err);
}

/* A name pattern or a replacement of one, cut into its elements. */
static enum kith_status read_shape(struct kith_rule_reader *reader, struct kith_str text,
                                   struct kith_name_shape *shape, struct kith_error *err)
{
    struct kith_variant_rules *rules = reader->rules;
    *shape = (struct kith_name_shape){rules->elements.count, 0};
    bool is_glued = false;
    for (size_t i = 0; i < text.length && !reader->is_refused;) {
        if (text.data[i] == ' ') {
            is_glued = false;
            i++;
            continue;
        }
        struct kith_name_element element = {.is_glued = is_glued};
        size_t end = element_end(text, i);
        KITH_TRY(read_element(reader, kith_str_slice(text, i, end), &element, err));
        if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->elements))
            return kith_no_memory(err);
        rules->elements.items[rules->elements.count++] = element;
        is_glued = true;
        i = end;
    }
    shape->element_count = rules->elements.count - shape->element;
    if (!reader->is_refused &&
        (shape->element_count == 0 || shape->element_count > ELEMENT_LIMIT))
        return kith_rule_refuse(reader, "\"%.*s\" is empty or has too many words", text,
                                err);
    return KITH_OK;
}

/* The element of `shape` that is called `letter`, or NULL. */
static const struct kith_name_element *find_letter(const struct kith_variant_rules *rules,
                                                   const struct kith_name_shape *shape,
                                                   char letter)
{
    for (uint32_t i = 0; i < shape->element_count; i++)
        if (rules->elements.items[shape->element + i].letter == letter)
            return &rules->elements.items[shape->element + i];
    return NULL;
}

/* Every {x} of a replacement must be in its pattern, an initial's as one word. */
static bool is_covered(const struct kith_variant_rules *rules,
                       const struct kith_name_shape *pattern,
                       const struct kith_name_shape *replacement)
{
    for (uint32_t i = 0; i < replacement->element_count; i++) {
        const struct kith_name_element *element =
            &rules->elements.items[replacement->element + i];
        if (element->kind == KITH_ELEMENT_WORD)
            continue;
        const struct kith_name_element *source =
            find_letter(rules, pattern, element->letter);
        uint8_t kind =
            element->kind == KITH_ELEMENT_INITIAL ? KITH_ELEMENT_ONE : element->kind;
        if (!source || source->kind != kind)
            return false;
    }
    return true;
}

static enum kith_status add_shapes(struct kith_rule_reader *reader, struct kith_str cell,
                                   struct kith_str but,
                                   const struct kith_name_shape *pattern,
                                   struct kith_error *err)
{
    struct kith_variant_rules *rules = reader->rules;
    while (cell.data && !reader->is_refused) {
        struct kith_name_shape shape;
        struct kith_str part = kith_str_trim(kith_str_cut(&cell, '|'));
        if (kith_str_equal(part, but))
            continue;
        KITH_TRY(read_shape(reader, part, &shape, err));
        if (!reader->is_refused && !is_covered(rules, pattern, &shape))
            return kith_rule_refuse(
                reader, "\"%.*s\" speaks of a word that its pattern does not have", part,
                err);
        if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->shapes))
            return kith_no_memory(err);
        rules->shapes.items[rules->shapes.count++] = shape;
    }
    return KITH_OK;
}

static enum kith_status add_name_pattern(struct kith_rule_reader *reader,
                                         const struct kith_rule_cells *cells,
                                         struct kith_str part, struct kith_error *err)
{
    struct kith_variant_rules *rules = reader->rules;
    struct kith_name_pattern pattern = {.rule = rules->rows.count - 1,
                                        .replacement = rules->shapes.count};
    KITH_TRY(read_shape(reader, part, &pattern.shape, err));
    if (reader->is_refused)
        return KITH_OK;
    if (cells->replacements.length)
        KITH_TRY(
            add_shapes(reader, cells->replacements, KITH_STR(""), &pattern.shape, err));
    else
        KITH_TRY(add_shapes(reader, cells->pattern, part, &pattern.shape, err));
    pattern.replacement_count = rules->shapes.count - pattern.replacement;
    if (reader->is_refused)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->names))
        return kith_no_memory(err);
    rules->names.items[rules->names.count++] = pattern;
    return kith_name_pattern_index(rules) ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_rule_add_patterns(struct kith_rule_reader *reader,
                                        const struct kith_rule_cells *cells,
                                        struct kith_error *err)
{
    const struct kith_variant_rules *rules = reader->rules;
    uint8_t scope = rules->rows.items[rules->rows.count - 1].scope;
    struct kith_str rest = cells->pattern;
    reader->is_family = scope <= KITH_ON_LAST;
    while (rest.data && !reader->is_refused) {
        struct kith_str part = kith_str_trim(kith_str_cut(&rest, '|'));
        if (scope == KITH_ON_NAME)
            KITH_TRY(add_name_pattern(reader, cells, part, err));
        else
            KITH_TRY(add_word_pattern(reader, cells, part, err));
    }
    return KITH_OK;
}
