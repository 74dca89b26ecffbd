/* A credit stands in brackets, alone in them with other agencies, and behind it a line
 * ends, "... he said. (AFP, dpa)", or a dateline does, "MOSCOW (Reuters) -". */
#include "recognize/credit.h"

/* Tokens of a credit. A longer one is no list of agencies. */
#define CREDIT_LIMIT 24

/* Bytes of an agency that no gazetteer knows, of the sign of an editor, of "via". */
#define SIGN_LIMIT 5

static bool is_one_of(const struct kith_scene *scene, uint32_t i, const char *marks)
{
    const struct kith_token *token = &scene->tokens[i];
    return token->end - token->begin == 1 &&
           strchr(marks, scene->document->text.data[token->begin]);
}

/* What may stand in a credit beside the agencies: "Photo: AFP via epd". */
static bool is_filling(const struct kith_scene *scene, uint32_t i)
{
    const struct kith_token *token = &scene->tokens[i];
    if (token->kind != KITH_TOKEN_WORD)
        return is_one_of(scene, i, ",/;:&-");
    return (token->end - token->begin <= SIGN_LIMIT &&
            token->shape != KITH_SHAPE_TITLE) ||
           (kith_scene_word(scene, i) & (KITH_NAME_BESIDE | KITH_NAME_OPENER));
}

/* The next bytes of a kind, from the left to the right of the text: most mentions have no
 * bracket before them, which is known without a look at their tokens. */
struct finder {
    struct kith_str text;
    char mark;
    uint32_t last, next; /* places; of the last one, from 1 on: 0 for none */
};

static void find_next(struct finder *finder, uint32_t from)
{
    const char *found =
        memchr(finder->text.data + from, finder->mark, finder->text.length - from);
    finder->next = found ? (uint32_t)(found - finder->text.data) : UINT32_MAX;
}

/* Does one stand from byte `begin` to `end`? Both only grow. */
static bool stands_within(struct finder *finder, uint32_t begin, uint32_t end)
{
    while (finder->next < end) {
        finder->last = finder->next + 1;
        find_next(finder, finder->last);
    }
    return finder->last > begin;
}

/* The opening brackets of the text. */
struct brackets {
    struct finder round, square;
};

static struct finder finder_of(struct kith_str text, char mark)
{
    struct finder finder = {.text = text, .mark = mark};
    find_next(&finder, 0);
    return finder;
}

static bool has_bracket_before(const struct kith_scene *scene, uint32_t m,
                               struct brackets *brackets)
{
    const struct kith_mention *mention = &scene->mentions->items[m];
    const uint32_t begin = m ? mention[-1].end : 0;
    bool is_round = stands_within(&brackets->round, begin, mention->begin);
    return stands_within(&brackets->square, begin, mention->begin) || is_round;
}

/* The opening bracket that mention m is the first one behind, or KITH_NO_ID. */
static uint32_t find_opening(const struct kith_scene *scene, uint32_t m,
                             struct brackets *brackets)
{
    const struct kith_mention *mention = &scene->mentions->items[m];
    uint32_t floor = m ? mention[-1].end_token : 0;
    if (!has_bracket_before(scene, m, brackets))
        return KITH_NO_ID;
    for (uint32_t i = mention->first_token, left = CREDIT_LIMIT; i > floor && left;
         left--)
        if (is_one_of(scene, --i, "(["))
            return i;
        else if (!is_filling(scene, i))
            break;
    return KITH_NO_ID;
}

/* A line ends behind the bracket, or a dash opens the text. */
static bool ends_line(const struct kith_scene *scene, uint32_t closing)
{
    if (closing + 1 == scene->document->tokens.count)
        return true;
    const struct kith_token *behind = &scene->tokens[closing + 1];
    struct kith_str mark = kith_token_text(scene->document->text, behind);
    return behind->gap >= KITH_GAP_LINE || behind->kind == KITH_TOKEN_HYPHEN ||
           kith_str_equal(mark, KITH_STR("–")) || kith_str_equal(mark, KITH_STR("—"));
}

/* How many mentions from m on stand in the credit whose bracket opens at `opening`; 0
 * when it is none. */
static uint32_t count_credited(const struct kith_scene *scene, uint32_t m,
                               uint32_t opening)
{
    const struct kith_mentions *mentions = scene->mentions;
    uint32_t end = scene->document->tokens.count, next = m;
    bool has_agency = false;
    if (end - opening > CREDIT_LIMIT)
        end = opening + CREDIT_LIMIT;
    for (uint32_t i = opening + 1; i < end; i++) {
        const struct kith_mention *mention =
            next < mentions->count ? &mentions->items[next] : NULL;
        if (mention && mention->first_token == i) {
            has_agency |= kith_scene_kind(scene, mention->entity) == KITH_KIND_MEDIA;
            i = mention->end_token - 1;
            next++;
        } else if (is_one_of(scene, i, ")]"))
            return has_agency && ends_line(scene, i) ? next - m : 0;
        else if (!is_filling(scene, i))
            return 0;
    }
    return 0;
}

/* The sign of an editor, in small letters between the end of a sentence and a stroke. */
static bool is_sign(const struct kith_scene *scene, uint32_t i)
{
    return i > 0 && scene->tokens[i].shape == KITH_SHAPE_LOWER &&
           scene->tokens[i].end - scene->tokens[i].begin <= SIGN_LIMIT &&
           scene->tokens[i - 1].kind >= KITH_TOKEN_QUOTE;
}

/* "tj/AFP/dpa", without brackets: is this agency behind an editor's sign or, with a
 * stroke between them, behind an agency that was, which ended before the token
 * `end_signed`? */
static bool is_signed(const struct kith_scene *scene, const struct kith_mention *mention,
                      uint32_t end_signed)
{
    const uint32_t first = mention->first_token;
    return first >= 2 && is_one_of(scene, first - 1, "/") &&
           kith_scene_kind(scene, mention->entity) == KITH_KIND_MEDIA &&
           (first - 1 == end_signed || is_sign(scene, first - 2));
}

/* Tokens at the end of an article within which those who made it are named. */
#define SIGNATURE_LIMIT 80

/* "Author:" behind a sentence, "(Editing by" behind a bracket; each may begin a line. */
static bool opens_signature(const struct kith_scene *scene, uint32_t i)
{
    if (!kith_is_capitalised(&scene->tokens[i]) ||
        !(kith_scene_word(scene, i) & KITH_NAME_CREDIT))
        return false;
    struct kith_str behind =
        kith_token_text(scene->document->text, &scene->tokens[i + 1]);
    if (i == 0 || scene->tokens[i].gap >= KITH_GAP_LINE || is_one_of(scene, i - 1, "(["))
        return is_one_of(scene, i + 1, ":") || kith_str_equal(behind, KITH_STR("by"));
    return is_one_of(scene, i + 1, ":") && scene->tokens[i - 1].kind >= KITH_TOKEN_QUOTE;
}

/* Where the names of those who made the article begin, behind its last sentence:
 * "Author: ... Editor: ..."; KITH_NO_ID for nowhere. */
static uint32_t find_signature(const struct kith_scene *scene)
{
    const uint32_t count = scene->document->tokens.count;
    uint32_t i = count > SIGNATURE_LIMIT ? count - SIGNATURE_LIMIT : 0;
    for (; i + 1 < count; i++)
        if (opens_signature(scene, i))
            return i;
    return KITH_NO_ID;
}

/* Mentions from the token `signature` on stand in it. */
static void drop_signed(const struct kith_scene *scene, uint32_t signature)
{
    struct kith_mentions *mentions = scene->mentions;
    while (mentions->count > 0 &&
           mentions->items[mentions->count - 1].first_token > signature)
        kith_scene_tell(scene, &mentions->items[--mentions->count], KITH_REASON_CREDIT,
                        signature);
}

void kith_credits_drop(const struct kith_scene *scene)
{
    struct kith_mentions *mentions = scene->mentions;
    if (mentions->count == 0)
        return;
    const struct kith_str text = scene->document->text;
    struct brackets brackets = {finder_of(text, '('), finder_of(text, '[')};
    uint32_t kept = 0, end_signed = 0, signature = find_signature(scene);
    if (signature != KITH_NO_ID)
        drop_signed(scene, signature);
    for (uint32_t m = 0; m < mentions->count; m++) {
        const struct kith_mention mention = mentions->items[m];
        uint32_t opening = find_opening(scene, m, &brackets);
        uint32_t credited = opening == KITH_NO_ID ? 0 : count_credited(scene, m, opening);
        if (!credited && is_signed(scene, &mention, end_signed)) {
            credited = 1;
            end_signed = mention.end_token;
            opening = mention.first_token - 1;
        }
        if (!credited)
            mentions->items[kept++] = mention;
        for (uint32_t c = 0; c < credited; c++)
            kith_scene_tell(scene, &mentions->items[m + c], KITH_REASON_CREDIT, opening);
        m += credited ? credited - 1 : 0;
    }
    mentions->count = kept;
}
