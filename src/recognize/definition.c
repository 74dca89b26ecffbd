/* Definitions are looked for around each mention. Whether the letters of the short name
 * are those of the long one is asked as Schwartz and Hearst do (A Simple Algorithm for
 * Identifying Abbreviation Definitions in Biomedical Text, 2003): from the end, each must
 * be found in the long name, the first at the beginning of a word. */
#include "recognize/definition.h"

#include "gazetteer/word_key.h"

/* Bytes of a short name in brackets; after Schwartz and Hearst. */
#define SHORT_LEAST 2
#define SHORT_MOST 10

/* Words of a name behind "known as". */
#define KNOWN_AS_WORDS 4

static struct kith_str word_at(const struct kith_scene *scene, uint32_t i)
{
    return kith_token_text(scene->document->text, &scene->tokens[i]);
}

static bool is_mark(const struct kith_scene *scene, uint32_t i, char mark)
{
    struct kith_str word = word_at(scene, i);
    return word.length == 1 && word.data[0] == mark;
}

static bool is_word(const struct kith_scene *scene, uint32_t i, const char *word)
{
    return kith_str_equal(word_at(scene, i), kith_str_of(word));
}

/* ---- letters ---- */

static bool is_inner(char c)
{
    return (kith_lower(c) >= 'a' && kith_lower(c) <= 'z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* The place of `c` in `text` before `end`; at the beginning of a word if asked. -1: none.
 */
static ptrdiff_t find_back(struct kith_str text, ptrdiff_t end, char c, bool at_word)
{
    for (ptrdiff_t i = end - 1; i >= 0; i--)
        if (kith_lower(text.data[i]) == kith_lower(c) &&
            (!at_word || i == 0 || !is_inner(text.data[i - 1])))
            return i;
    return -1;
}

static bool is_short_for(struct kith_str brief, struct kith_str full)
{
    ptrdiff_t at = (ptrdiff_t)full.length;
    for (size_t i = brief.length; i-- > 0 && at >= 0;)
        if (is_inner(brief.data[i]))
            at = find_back(full, at, brief.data[i], i == 0);
    return at >= 0;
}

/* Two letters in three are there in order, the first at the very beginning: many short
 * names abbreviate another language's name, as FSB does that of the Federal Security
 * Service. */
static bool is_mostly_short_for(struct kith_str brief, struct kith_str full)
{
    size_t at = 0, met = 0;
    for (size_t i = 0; i < brief.length; i++) {
        size_t next = at;
        while (next < full.length &&
               kith_lower(full.data[next]) != kith_lower(brief.data[i]))
            next++;
        if (i == 0 && next != 0)
            return false;
        if (next < full.length) {
            at = next + 1;
            met++;
        }
    }
    return met * 3 >= brief.length * 2;
}

static bool may_be_short(const struct kith_scene *scene, uint32_t i)
{
    const struct kith_token *token = &scene->tokens[i];
    uint32_t length = token->end - token->begin;
    return kith_is_capitalised(token) && length >= SHORT_LEAST && length <= SHORT_MOST;
}

static bool is_defined_by(const struct kith_scene *scene, uint32_t i,
                          const struct kith_mention *mention)
{
    struct kith_str full =
        kith_str_slice(scene->document->text, mention->begin, mention->end);
    struct kith_str brief = word_at(scene, i);
    if (!may_be_short(scene, i) || full.length <= brief.length)
        return false;
    bool is_acronym = scene->tokens[i].shape == KITH_SHAPE_UPPER && brief.length > 2;
    return is_short_for(brief, full) ||
           (is_acronym && kith_is_body(kith_scene_kind(scene, mention->entity)) &&
            is_mostly_short_for(brief, full));
}

/* ---- places ---- */

/* Where a name may be defined around a mention: the tokens of its sentence. */
static const struct kith_sentence *sentence_of(const struct kith_scene *scene,
                                               const struct kith_mention *mention)
{
    return &scene->document->sentences.items[mention->sentence];
}

/* Pass over what introduces a short name: a quote mark, "the", "or", "hereafter". */
static uint32_t pass_introduction(const struct kith_scene *scene, uint32_t i,
                                  uint32_t end)
{
    static const char *const words[] = {"the", "or", "hereafter", "hereinafter"};
    for (; i < end; i++) {
        bool is_passed = scene->tokens[i].kind == KITH_TOKEN_QUOTE;
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            is_passed |= is_word(scene, i, words[w]);
        if (!is_passed)
            break;
    }
    return i;
}

static void add(const struct kith_scene *scene, const struct kith_mention *mention,
                uint32_t first, uint32_t last, struct kith_local_names *names)
{
    bool is_in_capitals = scene->tokens[last].shape == KITH_SHAPE_UPPER;
    kith_local_names_add(names, scene,
                         (struct kith_local_name){.entity = mention->entity,
                                                  .alias = mention->alias,
                                                  .first_token = first,
                                                  .key_token = last,
                                                  .least_token = first,
                                                  .strength = KITH_LOCAL_DEFINED,
                                                  .needs_capitals = is_in_capitals});
}

/* "Federal Security Service (FSB)" */
static void collect_behind(const struct kith_scene *scene,
                           const struct kith_mention *mention,
                           struct kith_local_names *names)
{
    const uint32_t end = sentence_of(scene, mention)->end_token;
    if (mention->end_token >= end || !is_mark(scene, mention->end_token, '('))
        return;
    uint32_t i = pass_introduction(scene, mention->end_token + 1, end);
    if (i + 1 >= end || !is_defined_by(scene, i, mention))
        return;
    uint32_t close = pass_introduction(scene, i + 1, end);
    if (close < end && (is_mark(scene, close, ')') || is_mark(scene, close, ',') ||
                        is_mark(scene, close, ';')))
        add(scene, mention, i, i, names);
}

/* "FSB (Federal Security Service)" */
static void collect_before(const struct kith_scene *scene,
                           const struct kith_mention *mention,
                           struct kith_local_names *names)
{
    const struct kith_sentence *sentence = sentence_of(scene, mention);
    const uint32_t first = mention->first_token, end = mention->end_token;
    if (first < sentence->first_token + 2 || end >= sentence->end_token ||
        !is_mark(scene, first - 1, '(') || !is_mark(scene, end, ')'))
        return;
    if (is_defined_by(scene, first - 2, mention))
        add(scene, mention, first - 2, first - 2, names);
}

/* The token behind "known as" or "hereafter" close behind a mention, or `end`. */
static uint32_t find_known_as(const struct kith_scene *scene, uint32_t i, uint32_t end)
{
    static const char *const adverbs[] = {"also", "better", "commonly", "widely",
                                          "formerly"};
    if (i < end && (is_mark(scene, i, ',') || is_mark(scene, i, '(')))
        i++;
    for (size_t a = 0; a < sizeof adverbs / sizeof *adverbs; a++)
        if (i < end && is_word(scene, i, adverbs[a])) {
            i++;
            break;
        }
    if (i < end && (is_word(scene, i, "hereafter") || is_word(scene, i, "hereinafter")))
        return i + 1;
    bool is_known_as =
        i + 1 < end && is_word(scene, i, "known") && is_word(scene, i + 1, "as");
    return is_known_as ? i + 2 : end;
}

/* "the Federal Security Service, known as the FSB" */
static void collect_known_as(const struct kith_scene *scene,
                             const struct kith_mention *mention,
                             struct kith_local_names *names)
{
    const uint32_t end = sentence_of(scene, mention)->end_token;
    uint32_t first = find_known_as(scene, mention->end_token, end);
    first = pass_introduction(scene, first, end);
    uint32_t stop = first;
    while (stop < end && kith_is_capitalised(&scene->tokens[stop]) &&
           (stop == first || scene->tokens[stop].gap == KITH_GAP_BLANK))
        stop++;
    if (stop > first && stop - first <= KNOWN_AS_WORDS &&
        !(kith_scene_word(scene, stop - 1) & (KITH_NAME_OPENER | KITH_NAME_BESIDE)))
        add(scene, mention, first, stop - 1, names);
}

void kith_definitions_collect(const struct kith_scene *scene,
                              struct kith_local_names *names)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const struct kith_mention *mention = &scene->mentions->items[m];
        if (mention->end_token - mention->first_token >= 2) {
            collect_behind(scene, mention, names);
            collect_before(scene, mention, names);
        }
        collect_known_as(scene, mention, names);
    }
}
