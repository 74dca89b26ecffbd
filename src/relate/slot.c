/* Slots: reading names, lists of names and what may stand around them. */
#include "relate/slot.h"

static const struct kith_symbol *symbol_at(const struct kith_sequence *s, uint32_t at)
{
    return at < s->count ? &s->items[at] : NULL;
}

static bool has_role(const struct kith_sequence *s, uint32_t at, unsigned role)
{
    return at < s->count && (s->items[at].roles & role) != 0;
}

static bool is_mention(const struct kith_sequence *s, uint32_t at)
{
    return at < s->count && s->items[at].mention != KITH_NO_ID;
}

static bool is_fitting(const struct kith_sequence *s, uint32_t at, const bool *fits)
{
    return is_mention(s, at) && fits[s->items[at].type];
}

static bool is_kind(const struct kith_sequence *s, uint32_t at, enum kith_token_kind kind)
{
    return at < s->count && s->items[at].mention == KITH_NO_ID &&
           s->items[at].kind == kind;
}

/* A capitalised word that no gazetteer and no rule knows: most likely part of a name. */
static bool is_capitalised(const struct kith_sequence *s, uint32_t at)
{
    const struct kith_symbol *symbol = symbol_at(s, at);
    return symbol && symbol->kind == KITH_TOKEN_WORD && symbol->mention == KITH_NO_ID &&
           symbol->class == KITH_NO_ID &&
           (symbol->shape == KITH_SHAPE_TITLE || symbol->shape == KITH_SHAPE_UPPER ||
            symbol->shape == KITH_SHAPE_MIXED);
}

static void add(struct kith_places *places, uint32_t at)
{
    const uint32_t room = sizeof places->items / sizeof *places->items;
    if (places->count < room)
        places->items[places->count++] = at;
}

/* How freely words may stand between what went before and a name. */
enum freedom {
    ONLY_NAMES,   /* behind a noun or verb: "chief met Bortnikov" is no title */
    DESCRIPTIONS, /* behind a preposition or mark: "of neighbouring ..." */
    ANY_ADJECTIVE /* behind a determiner: "the banned ..." */
};

static enum freedom freedom_at(const struct kith_sequence *s, uint32_t at)
{
    const struct kith_symbol *before = at ? symbol_at(s, at - 1) : NULL;
    if (!before || before->mention != KITH_NO_ID)
        return ONLY_NAMES;
    if (before->roles & KITH_ROLE_DETERMINER || before->kind == KITH_TOKEN_POSSESSIVE)
        return ANY_ADJECTIVE;
    bool is_mark = before->kind != KITH_TOKEN_WORD && before->kind != KITH_TOKEN_NUMBER;
    return is_mark || before->roles & KITH_ROLE_CLOSED ? DESCRIPTIONS : ONLY_NAMES;
}

/* True when the symbol at `at` may describe the name that follows; a determiner frees
 * what comes after it. */
static bool describes(const struct kith_sequence *s, uint32_t at, enum freedom *freedom)
{
    const struct kith_symbol *symbol = symbol_at(s, at);
    if (!symbol || symbol->mention != KITH_NO_ID || symbol->kind != KITH_TOKEN_WORD)
        return false;
    if (symbol->roles & KITH_ROLE_DETERMINER)
        *freedom = ANY_ADJECTIVE;
    if (symbol->roles & (KITH_ROLE_TITLE | KITH_ROLE_DETERMINER))
        return true;
    if (symbol->roles & KITH_ROLE_CLOSED)
        return false;
    if (symbol->shape != KITH_SHAPE_LOWER) /* "Kenyan President Ruto" */
        return has_role(s, at + 1, KITH_ROLE_TITLE);
    return *freedom == ANY_ADJECTIVE ||
           (*freedom == DESCRIPTIONS && !kith_sequence_is_participle(s, at) &&
            !kith_sequence_ends_in_s(s, at));
}

/* The dot behind "Gen." is a mark of its own when the text's tokens say so. */
static uint32_t pass_dot(const struct kith_sequence *s, uint32_t at)
{
    bool is_dot = is_kind(s, at, KITH_TOKEN_MARK) && s->items[at].touches &&
                  !has_role(s, at, KITH_ROLE_COMMA) &&
                  s->items[at].end - s->items[at].begin == 1 &&
                  has_role(s, at - 1, KITH_ROLE_TITLE) && is_mention(s, at + 1);
    return is_dot ? at + 1 : at;
}

/* Pass the descriptions that stand at `at`; their number is taken off *left. Behind an
 * owner one that is no title: two may be noun and verb, "Ostland's | voters elected". */
static uint32_t pass_descriptions(const struct kith_sequence *s, uint32_t at,
                                  uint32_t *left)
{
    enum freedom freedom = freedom_at(s, at);
    uint32_t nouns = 0;
    bool is_owned = at > 0 && is_kind(s, at - 1, KITH_TOKEN_POSSESSIVE);
    while (*left && describes(s, at, &freedom)) {
        nouns += !has_role(s, at, KITH_ROLE_TITLE);
        if (is_owned && nouns > 1)
            break;
        at = pass_dot(s, at + 1);
        --*left;
    }
    return at;
}

/* Behind the nouns that make the name before `at` describe the next: "Ostland defence
 * minister". */
static uint32_t pass_nouns(const struct kith_sequence *s, uint32_t at, uint32_t left)
{
    const unsigned other = KITH_ROLE_CLOSED | KITH_ROLE_EXCEPT | KITH_ROLE_ADVERB |
                           KITH_ROLE_TIME | KITH_ROLE_BEFORE_TIME;
    for (; left > 0 && is_kind(s, at, KITH_TOKEN_WORD); left--, at++) {
        const struct kith_symbol *symbol = symbol_at(s, at);
        bool is_noun = symbol->shape == KITH_SHAPE_LOWER && !(symbol->roles & other) &&
                       !kith_sequence_is_participle(s, at);
        if (!is_noun && !(symbol->roles & KITH_ROLE_TITLE))
            break;
    }
    return at;
}

/* True when the name at `at`, behind a comma, is followed by a mark: "Ostland's
 * president, Anna, said", but not "met Ostland's president, Anna said". */
static bool is_apposition(const struct kith_sequence *s, uint32_t at)
{
    return has_role(s, at - 1, KITH_ROLE_COMMA) && is_mention(s, at) &&
           (at + 1 == s->count || is_kind(s, at + 1, KITH_TOKEN_MARK));
}

void kith_slot_find(const struct kith_sequence *sequence, uint32_t at,
                    struct kith_places *places)
{
    uint32_t left = KITH_DESCRIPTION_LIMIT;
    *places = (struct kith_places){0};
    at = pass_descriptions(sequence, at, &left);
    if (!is_mention(sequence, at))
        return;
    add(places, at++);
    bool owns = is_kind(sequence, at, KITH_TOKEN_POSSESSIVE);
    at = owns ? pass_descriptions(sequence, at + 1, &left)
              : pass_nouns(sequence, at, left);
    if (is_mention(sequence, at))
        add(places, at);
    else if (owns && is_apposition(sequence, at + 1))
        add(places, at + 1);
}

/* Behind "and" or a comma: the next member, or KITH_NO_ID. */
static uint32_t next_member(const struct kith_sequence *s, uint32_t at, const bool *fits)
{
    struct kith_places places;
    kith_slot_find(s, at, &places);
    for (uint32_t i = 0; i < places.count; i++)
        if (is_fitting(s, places.items[i], fits) &&
            !is_kind(s, places.items[i] + 1, KITH_TOKEN_POSSESSIVE))
            return places.items[i];
    return KITH_NO_ID;
}

/* Behind a "(" at `at`, its ")" within the limit; `at` itself when there is none. */
static uint32_t pass_bracket(const struct kith_sequence *s, uint32_t at)
{
    if (!has_role(s, at, KITH_ROLE_OPEN))
        return at;
    for (uint32_t i = at + 1; i <= at + 1 + KITH_BRACKET_LIMIT && i < s->count; i++)
        if (has_role(s, i, KITH_ROLE_CLOSE))
            return i + 1;
    return at;
}

static void push_member(struct kith_names *names, uint32_t at, bool is_end)
{
    names->members[names->count] = at;
    names->ends[names->count] = is_end ? at + 1 : 0;
    names->count++;
}

void kith_slot_read(const struct kith_sequence *sequence, uint32_t at, const bool *fits,
                    struct kith_names *names)
{
    bool is_last = false;
    names->count = 0;
    push_member(names, at, true);
    while (!is_last && names->count < KITH_MEMBER_LIMIT) {
        at = pass_bracket(sequence, at + 1);
        bool has_comma = has_role(sequence, at, KITH_ROLE_COMMA);
        if (has_comma)
            at++;
        /* "France, and Germany said": two names with a comma are no list. */
        is_last = has_role(sequence, at, KITH_ROLE_JOINING);
        if (is_last ? has_comma && names->count == 1 : !has_comma)
            return;
        at = next_member(sequence, is_last ? at + 1 : at, fits);
        if (at == KITH_NO_ID)
            return;
        push_member(names, at, is_last);
    }
}

/* Behind what ties a name that ends before `at` to the next of a list, or `at`. */
static uint32_t pass_tie(const struct kith_sequence *s, uint32_t at)
{
    uint32_t behind = pass_bracket(s, at);
    uint32_t tied = behind + has_role(s, behind, KITH_ROLE_COMMA);
    tied += has_role(s, tied, KITH_ROLE_JOINING);
    return tied == behind ? at : tied;
}

/* The reach is in text order, so that each name is looked at once. */
void kith_slot_reach(const struct kith_sequence *sequence, uint32_t at,
                     struct kith_reach *ends)
{
    const uint32_t room = sizeof ends->items / sizeof *ends->items;
    ends->items[0] = at + 1;
    ends->count = 1;
    for (uint32_t i = 0; i < ends->count; i++) {
        struct kith_places places;
        uint32_t tied = pass_tie(sequence, ends->items[i]);
        if (tied == ends->items[i])
            continue;
        kith_slot_find(sequence, tied, &places);
        for (uint32_t k = 0; k < places.count && ends->count < room; k++)
            if (places.items[k] + 1 > ends->items[ends->count - 1])
                ends->items[ends->count++] = places.items[k] + 1;
    }
}

/* True when somebody who would fit is named at `at`, other than behind "of": "Anna,
 * unlike Boris, left" may mislead, "Anna, wife of Boris, left" does not. */
static bool is_rival(const struct kith_sequence *s, uint32_t at, const bool *fits,
                     const bool *fits_other)
{
    if (!is_fitting(s, at, fits) && !is_fitting(s, at, fits_other))
        return false;
    bool has_determiner = has_role(s, at - 1, KITH_ROLE_DETERMINER);
    return !has_role(s, at - 1 - has_determiner, KITH_ROLE_OF);
}

/* The comma that closes the insertion opened by the comma at `at`, or KITH_NO_ID. What
 * begins with a name is no insertion but the next of a list. */
static uint32_t insertion_end(const struct kith_sequence *s, uint32_t at,
                              const bool *fits, const bool *fits_other)
{
    if (is_capitalised(s, at + 1))
        return KITH_NO_ID;
    for (uint32_t i = at + 1; i <= at + 1 + KITH_INSERTION_LIMIT && i < s->count; i++) {
        if (has_role(s, i, KITH_ROLE_COMMA))
            return i > at + 1 ? i : KITH_NO_ID;
        if (is_kind(s, i, KITH_TOKEN_MARK) || is_rival(s, i, fits, fits_other))
            return KITH_NO_ID;
    }
    return KITH_NO_ID;
}

/* Behind some words of the list `forces`, or `at`. */
static uint32_t pass_forces(const struct kith_sequence *s, uint32_t at)
{
    uint32_t end = at;
    while (end < at + KITH_DESCRIPTION_LIMIT && has_role(s, end, KITH_ROLE_FORCES))
        end++;
    return end;
}

uint32_t kith_slot_pass_forces(const struct kith_sequence *sequence, uint32_t at)
{
    uint32_t begin = pass_bracket(sequence, at);
    if (is_kind(sequence, begin, KITH_TOKEN_POSSESSIVE))
        begin++;
    uint32_t end = pass_forces(sequence, begin);
    uint32_t joined =
        has_role(sequence, end, KITH_ROLE_JOINING) ? pass_forces(sequence, end + 1) : end;
    if (joined > end + 1)
        return joined;
    return end > begin ? end : at;
}

void kith_slot_pass(const struct kith_sequence *sequence, uint32_t at, bool may_insert,
                    const bool *fits, const bool *fits_other, struct kith_places *places)
{
    *places = (struct kith_places){0};
    add(places, at);
    uint32_t behind = pass_bracket(sequence, at);
    if (behind != at)
        add(places, behind);
    if (!may_insert || !has_role(sequence, behind, KITH_ROLE_COMMA))
        return;
    uint32_t close = insertion_end(sequence, behind, fits, fits_other);
    if (close == KITH_NO_ID)
        return;
    add(places, close);
    add(places, close + 1);
}

bool kith_slot_is_cut(const struct kith_sequence *sequence, uint32_t at)
{
    return is_capitalised(sequence, at);
}

bool kith_slot_serves(const struct kith_sequence *sequence, uint32_t at, const bool *fits,
                      const bool *fits_other)
{
    bool is_tied =
        is_kind(sequence, at, KITH_TOKEN_HYPHEN) && sequence->items[at].touches;
    uint32_t described = pass_nouns(sequence, at, KITH_DESCRIPTION_LIMIT);
    return is_tied || is_kind(sequence, at, KITH_TOKEN_POSSESSIVE) ||
           is_fitting(sequence, described, fits) ||
           is_fitting(sequence, described, fits_other);
}

bool kith_slot_is_closed(const struct kith_sequence *sequence, uint32_t from, uint32_t at)
{
    return from == 0 || !has_role(sequence, from - 1, KITH_ROLE_COMMA) ||
           at >= sequence->count || is_kind(sequence, at, KITH_TOKEN_MARK) ||
           is_kind(sequence, at, KITH_TOKEN_POSSESSIVE);
}

/* The first word of a sentence has its capital from there. */
bool kith_slot_is_tail(const struct kith_sequence *sequence, uint32_t at)
{
    if (at < 2)
        return false;
    bool follows_of = has_role(sequence, at - 1, KITH_ROLE_OF);
    return is_capitalised(sequence, follows_of ? at - 2 : at - 1);
}

/* "In the end | Anna met ...": what opens a sentence is the scene, and governs nobody. */
static bool is_scene(const struct kith_sequence *s, uint32_t preposition, uint32_t name)
{
    return preposition == 0 && has_role(s, 0, KITH_ROLE_BEFORE_TIME) &&
           has_role(s, 1, KITH_ROLE_DETERMINER) && name > 2;
}

bool kith_slot_is_governed(const struct kith_sequence *sequence, uint32_t at)
{
    const uint32_t name = at;
    for (uint32_t left = KITH_DESCRIPTION_LIMIT + 1; left > 0 && at > 0; left--, at--) {
        const struct kith_symbol *before = &sequence->items[at - 1];
        if (before->roles & (KITH_ROLE_PREPOSITION | KITH_ROLE_OF))
            return !is_scene(sequence, at - 1, name);
        bool is_word = before->mention == KITH_NO_ID && before->kind == KITH_TOKEN_WORD;
        bool is_closed = before->roles & (KITH_ROLE_CLOSED | KITH_ROLE_TIME) &&
                         !(before->roles & KITH_ROLE_DETERMINER);
        if (!is_word || is_closed)
            return false;
    }
    return false;
}

bool kith_slot_may_begin(const struct kith_sequence *sequence, uint32_t at)
{
    if (at == 0)
        return true;
    bool is_tied =
        is_kind(sequence, at - 1, KITH_TOKEN_HYPHEN) && symbol_at(sequence, at)->touches;
    return !is_tied && !has_role(sequence, at - 1, KITH_ROLE_EXCEPT);
}
