/* Referents: "he" and "she" by the persons named before them, "the attack" by the events.
 *
 * No grammar is at hand, so that much is left alone: "he" is the only person that the
 * sentence names before it or, failing that, the sentence before; and only if that person
 * does something there and nobody unknown stands beside. */
#include "relate/referent.h"

#include "relate/rule_book.h"

/* Sentences that say "he" and name nobody hand him on so often. */
#define LOOK_BACK 3

/* Tokens that may describe a name or an event. */
#define DESCRIPTION_LIMIT 4

/* How far back a quotation mark is looked for. */
#define QUOTE_REACH 300

static const struct kith_token *token_at(const struct kith_referents *r, uint32_t at)
{
    return &r->document->tokens.items[at];
}

static uint64_t glance_at(const struct kith_referents *r, uint32_t at)
{
    return kith_token_glance(r->document->text.data, token_at(r, at));
}

static bool is_pronoun(const struct kith_referents *r, uint32_t at)
{
    const uint64_t word = glance_at(r, at);
    return word == r->referring.he || word == r->referring.she;
}

static const struct kith_sentence *sentence_at(const struct kith_referents *r,
                                               uint32_t sentence)
{
    return &r->document->sentences.items[sentence];
}

static const struct kith_lexicon_word *word_at(const struct kith_referents *r,
                                               uint32_t at)
{
    uint64_t key = kith_word_key(r->document->text, token_at(r, at));
    return kith_lexicon_find(&r->rules->lexicon, key);
}

static unsigned roles_at(const struct kith_referents *r, uint32_t at)
{
    return at < r->document->tokens.count ? word_at(r, at)->roles : 0;
}

/* Of a type that may be KITH_NO_ID: then of none. */
static bool is_of(const struct kith_referents *r, uint32_t mention, kith_id type)
{
    const struct kith_gazetteer *gazetteer = r->rules->gazetteer;
    kith_id its =
        kith_gazetteer_entity_type(gazetteer, r->mentions->items[mention].entity);
    return type != KITH_NO_ID && kith_gazetteer_type_is(gazetteer, its, type);
}

static bool is_capitalised(const struct kith_token *token)
{
    return token->kind == KITH_TOKEN_WORD &&
           (token->shape == KITH_SHAPE_TITLE || token->shape == KITH_SHAPE_UPPER ||
            token->shape == KITH_SHAPE_MIXED);
}

/* ---- events ---- */

static struct kith_str last_word(struct kith_str name)
{
    size_t begin = name.length;
    while (begin > 0 && name.data[begin - 1] != ' ')
        begin--;
    return kith_str_slice(name, begin, name.length);
}

static void add_event(struct kith_referents *r, uint32_t mention)
{
    kith_id entity = r->mentions->items[mention].entity;
    struct kith_str head =
        last_word(kith_gazetteer_entity(r->rules->gazetteer, entity).name);
    bool is_several = false;
    for (uint32_t i = 0; i < r->event_count; i++) {
        struct kith_event *event = &r->events[i];
        if (r->mentions->items[event->mention].entity == entity)
            return;
        if (kith_str_equal_caseless(event->head, head))
            event->is_several = is_several = true;
    }
    if (r->event_count < KITH_EVENT_LIMIT)
        r->events[r->event_count] = (struct kith_event){head, mention, is_several};
    r->event_count++;
}

void kith_referents_read(const struct kith_rules *rules,
                         const struct kith_document *document,
                         const struct kith_mentions *mentions,
                         struct kith_referents *referents)
{
    const struct kith_gazetteer *gazetteer = rules->gazetteer;
    kith_id event = kith_gazetteer_find_type(gazetteer, KITH_STR("event"));
    bool has_persons = false;
    *referents = (struct kith_referents){
        .rules = rules, .document = document, .mentions = mentions};
    referents->person = kith_gazetteer_find_type(gazetteer, KITH_STR("person"));
    for (uint32_t i = 0; i < mentions->count; i++) {
        has_persons = has_persons || is_of(referents, i, referents->person);
        if (referents->event_count <= KITH_EVENT_LIMIT && is_of(referents, i, event))
            add_event(referents, i);
    }
    if (referents->event_count > KITH_EVENT_LIMIT)
        referents->event_count = 0;
    referents->referring = kith_referring_words(has_persons, referents->event_count > 0);
}

/* "the March 22 | attack", "the deadly 4 May | attack": times, numbers and words in lower
 * case. */
static bool describes(const struct kith_referents *r, uint32_t at)
{
    const struct kith_token *token = token_at(r, at);
    unsigned roles = roles_at(r, at);
    bool is_dated =
        token[-1].kind == KITH_TOKEN_NUMBER ||
        (at + 1 < r->document->tokens.count && token[1].kind == KITH_TOKEN_NUMBER);
    return token->kind == KITH_TOKEN_NUMBER || (roles & KITH_ROLE_TIME) ||
           (token->shape == KITH_SHAPE_TITLE && is_dated) ||
           (token->kind == KITH_TOKEN_WORD && token->shape == KITH_SHAPE_LOWER &&
            !(roles & KITH_ROLE_CLOSED));
}

/* "the attack | helicopters", "the attack | on Kyiv": another one than the article's. */
static bool is_another(const struct kith_referents *r, uint32_t end)
{
    const struct kith_token *token = token_at(r, end);
    unsigned roles = roles_at(r, end);
    if (end >= r->document->tokens.count || token->gap >= KITH_GAP_PARAGRAPH)
        return false;
    if (token->kind == KITH_TOKEN_HYPHEN || token->kind == KITH_TOKEN_POSSESSIVE)
        return true;
    if (token->kind != KITH_TOKEN_WORD)
        return false;
    if (roles & (KITH_ROLE_PREPOSITION | KITH_ROLE_OF))
        return !(roles & KITH_ROLE_TO);
    return !(roles & (KITH_ROLE_CLOSED | KITH_ROLE_ADVERB | KITH_ROLE_TIME |
                      KITH_ROLE_BEFORE_TIME));
}

static uint32_t find_event(const struct kith_referents *r, uint32_t at, uint32_t *end)
{
    const struct kith_token *token = token_at(r, at);
    for (uint32_t i = 0; i < r->event_count; i++) {
        const struct kith_event *event = &r->events[i];
        if (token->end - token->begin != event->head.length || event->is_several ||
            r->mentions->items[event->mention].begin > token->begin ||
            !kith_str_equal_caseless(kith_token_text(r->document->text, token),
                                     event->head) ||
            is_another(r, at + 1))
            continue;
        *end = at + 1;
        return event->mention;
    }
    return KITH_NO_ID;
}

static bool all_describe(const struct kith_referents *r, uint32_t begin, uint32_t end)
{
    while (begin < end && describes(r, begin))
        begin++;
    return begin == end;
}

/* The event that the words behind "the" or "this" at `at` - 1 stand for; none of them is
 * in the mention `next`. */
static uint32_t event_at(const struct kith_referents *r, uint32_t sentence, uint32_t next,
                         uint32_t at, uint32_t *end)
{
    uint32_t stop = sentence_at(r, sentence)->end_token;
    if (next < r->mentions->count && r->mentions->items[next].first_token < stop)
        stop = r->mentions->items[next].first_token;
    if (stop > at + DESCRIPTION_LIMIT)
        stop = at + DESCRIPTION_LIMIT;
    for (uint32_t i = at; i < stop; i++) {
        uint32_t event = find_event(r, i, end);
        if (event != KITH_NO_ID)
            return all_describe(r, at, i) ? event : KITH_NO_ID;
    }
    return KITH_NO_ID;
}

/* ---- persons ---- */

/* Mentions of who may be meant. */
struct persons {
    uint32_t first; /* or KITH_NO_ID */
    bool has_several;
};

static struct persons persons_among(const struct kith_referents *r, uint32_t begin,
                                    uint32_t end)
{
    struct persons found = {.first = KITH_NO_ID};
    for (uint32_t i = begin; i < end && !found.has_several; i++) {
        if (!is_of(r, i, r->person))
            continue;
        if (found.first == KITH_NO_ID)
            found.first = i;
        found.has_several =
            r->mentions->items[i].entity != r->mentions->items[found.first].entity;
    }
    return found;
}

/* "of the Navy chief | Anna": what Anna does is told elsewhere. */
static bool is_governed(const struct kith_referents *r, uint32_t at, uint32_t begin)
{
    for (uint32_t left = DESCRIPTION_LIMIT; left > 0 && at > begin; left--, at--) {
        unsigned roles = roles_at(r, at - 1);
        if (roles & (KITH_ROLE_PREPOSITION | KITH_ROLE_OF))
            return true;
        bool is_closed = (roles & KITH_ROLE_CLOSED) &&
                         !(roles & (KITH_ROLE_DETERMINER | KITH_ROLE_TITLE));
        if (token_at(r, at - 1)->kind != KITH_TOKEN_WORD || is_closed)
            return false;
    }
    return false;
}

/* "said | Anna" */
static bool is_turned(const struct kith_referents *r, uint32_t at, uint32_t begin)
{
    return at > begin && (roles_at(r, at - 1) & KITH_ROLE_BARRIER) &&
           !(roles_at(r, at - 1) & (KITH_ROLE_CLAUSE | KITH_ROLE_THAT));
}

/* "Anna | said", "Anna |, the Navy chief", "Anna | on Friday": a verb may follow. */
static bool has_predicate(const struct kith_referents *r, uint32_t at, uint32_t end)
{
    const unsigned no_verb = KITH_ROLE_PREPOSITION | KITH_ROLE_OF | KITH_ROLE_JOINING |
                             KITH_ROLE_TIME | KITH_ROLE_DETERMINER;
    if (at >= end)
        return false;
    unsigned roles = roles_at(r, at);
    const struct kith_token *token = token_at(r, at);
    if (roles & (KITH_ROLE_COMMA | KITH_ROLE_OPEN))
        return true;
    if ((roles & KITH_ROLE_BEFORE_TIME) && at + 1 < end)
        return roles_at(r, at + 1) & KITH_ROLE_TIME;
    return token->kind == KITH_TOKEN_WORD && token->shape == KITH_SHAPE_LOWER &&
           !(roles & no_verb);
}

static bool is_subject(const struct kith_referents *r, uint32_t mention)
{
    const struct kith_mention *name = &r->mentions->items[mention];
    const struct kith_sentence *sentence = sentence_at(r, name->sentence);
    return !is_governed(r, name->first_token, sentence->first_token) &&
           (is_turned(r, name->first_token, sentence->first_token) ||
            has_predicate(r, name->end_token, sentence->end_token));
}

/* True when tokens [begin, end) hold a word with a capital that is no name's: perhaps a
 * person whom no gazetteer knows. `first` is the first mention that may stand there. */
static bool has_stranger(const struct kith_referents *r, uint32_t begin, uint32_t end,
                         uint32_t first)
{
    const struct kith_mentions *mentions = r->mentions;
    for (uint32_t at = begin; at < end; at++) {
        while (first < mentions->count && mentions->items[first].end_token <= at)
            first++;
        if (first < mentions->count && mentions->items[first].first_token <= at)
            continue;
        bool is_opening = at == begin || token_at(r, at - 1)->kind == KITH_TOKEN_QUOTE;
        if (!is_opening && is_capitalised(token_at(r, at)) &&
            word_at(r, at)->class == KITH_NO_ID)
            return true;
    }
    return false;
}

/* The only person among mentions [first, end), all before token `at`, when she does
 * something; sets *is_final when nobody need be looked for further back. */
static uint32_t only_subject(const struct kith_referents *r, uint32_t first, uint32_t end,
                             uint32_t at, bool *is_final)
{
    struct persons found = persons_among(r, first, end);
    *is_final = found.first != KITH_NO_ID;
    if (!*is_final || found.has_several || !is_subject(r, found.first))
        return KITH_NO_ID;
    uint32_t sentence = r->mentions->items[found.first].sentence;
    uint32_t begin = sentence_at(r, sentence)->first_token;
    return has_stranger(r, begin, at, first) ? KITH_NO_ID : found.first;
}

/* True for a pronoun among words that somebody else says. */
static bool is_quoted(const struct kith_referents *r, uint32_t at)
{
    bool is_quoted = false;
    for (uint32_t left = QUOTE_REACH; left > 0 && at > 0; left--, at--) {
        if (token_at(r, at)->gap == KITH_GAP_PARAGRAPH)
            break;
        if (token_at(r, at - 1)->kind == KITH_TOKEN_QUOTE)
            is_quoted = !is_quoted;
    }
    return is_quoted;
}

static bool says_pronoun(const struct kith_referents *r, uint32_t sentence)
{
    const struct kith_sentence *range = sentence_at(r, sentence);
    uint32_t at = range->first_token;
    while (at < range->end_token && !is_pronoun(r, at))
        at++;
    return at < range->end_token;
}

static uint32_t person_at(const struct kith_referents *r, uint32_t sentence,
                          uint32_t first, uint32_t at)
{
    const struct kith_mention *items = r->mentions->items;
    uint32_t end = first;
    bool is_final;
    while (first > 0 && items[first - 1].sentence == sentence)
        first--;
    while (end < r->mentions->count && items[end].sentence == sentence &&
           items[end].first_token < at)
        end++;
    uint32_t found = only_subject(r, first, end, at, &is_final);
    for (uint32_t back = 1; !is_final && back <= LOOK_BACK && back <= sentence; back++) {
        uint32_t before = sentence - back;
        end = first;
        while (first > 0 && items[first - 1].sentence == before)
            first--;
        found = only_subject(r, first, end, sentence_at(r, before)->end_token, &is_final);
        if (!says_pronoun(r, before))
            break;
    }
    return found;
}

/* ---- both ---- */

uint32_t kith_referent_at(const struct kith_referents *referents, uint32_t sentence,
                          uint32_t first, uint32_t at, uint32_t *end)
{
    *end = at + 1;
    if (is_pronoun(referents, at))
        return is_quoted(referents, at) ? KITH_NO_ID
                                        : person_at(referents, sentence, first, at);
    uint32_t event = event_at(referents, sentence, first, at, end);
    if (event == KITH_NO_ID)
        *end = at + 1;
    return event;
}

/* True when words among tokens [begin, end), where no name stands, stand for another
 * mention; `next` is the first mention behind them. */
static bool stand_among(const struct kith_referents *r, uint32_t sentence, uint32_t next,
                        uint32_t begin, uint32_t end)
{
    const struct kith_token *tokens = r->document->tokens.items;
    const char *text = r->document->text.data;
    const struct kith_referring referring = r->referring;
    uint64_t before, word = KITH_NO_GLANCE;
    for (uint32_t at = begin, behind; at < end; at++) {
        before = word;
        word = kith_token_glance(text, &tokens[at]);
        if (kith_referring_is(referring, before, word) &&
            kith_referent_at(r, sentence, next, at, &behind) != KITH_NO_ID)
            return true;
    }
    return false;
}

bool kith_referents_stand_in(const struct kith_referents *referents, uint32_t sentence,
                             uint32_t first)
{
    const struct kith_sentence *range = sentence_at(referents, sentence);
    const struct kith_mention *mentions = referents->mentions->items;
    uint32_t at = range->first_token;
    if (referents->referring.he == KITH_NO_WORD && !referents->event_count)
        return false;
    for (; first < referents->mentions->count; first++) {
        if (mentions[first].first_token >= range->end_token)
            break;
        if (mentions[first].first_token < at)
            continue;
        if (stand_among(referents, sentence, first, at, mentions[first].first_token))
            return true;
        at = mentions[first].end_token;
    }
    return stand_among(referents, sentence, first, at, range->end_token);
}
