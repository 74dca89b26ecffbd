/* Scopes of denial and doubt. A match stands in layers: its own verb group, and what
 * rules it from the left ("denied that", "if"). Each layer is denied or not, and two
 * denials make a statement: "it is not true that Ostland did not attack Westland". */
#include "relate/polarity.h"

#include "relate/status_entry.h"

/* How far to the left words may rule a match: the longest in our articles stands
 * seventeen symbols away. */
#define RULE_REACH 24

/* Between a noun and what rules it: "denied | any large | attack by". */
#define NOUN_REACH 3

/* Symbols of what doubts a name: "would-be" has three. */
#define ATTRIBUTE_LIMIT 3

/* Words behind a noun in which its fate is told: "has since been called off". */
#define FATE_REACH 6

/* What a match is, which decides what may deny it. */
enum stance {
    STANCE_NAME, /* Navy chief Anna: no clause says so, and none denies it */
    STANCE_DEED, /* Ostland's attack on Westland: a noun, perhaps ruled by others */
    STANCE_CLAUSE
};

struct scope {
    const struct kith_rules *rules;
    const struct kith_sequence *sequence;
    const struct kith_rule_match *match;
    struct kith_str text;
    enum stance stance;
    bool is_pending; /* a "not" waits for what it denies */
    struct kith_polarity polarity;
};

static unsigned roles_at(const struct scope *s, uint32_t at)
{
    return at < s->sequence->count ? s->sequence->items[at].roles : 0;
}

static bool is_mark(const struct scope *s, uint32_t at)
{
    return s->sequence->items[at].kind == KITH_TOKEN_MARK;
}

static bool is_name(const struct scope *s, uint32_t at)
{
    return s->sequence->items[at].mention != KITH_NO_ID;
}

/* ---- weighing entries ---- */

/* Which entries count. */
enum weight {
    RULING,        /* those that rule clauses */
    ALL,           /* these, and those that help verbs */
    ALL_BUT_LINKS, /* among nouns "to" and "against" are mere prepositions */
    DENIALS        /* "no", "not" alone: "sent no arms" */
};

static void flip(struct scope *s)
{
    s->polarity.is_denied = !s->polarity.is_denied;
}

/* "not" waits for what it denies: a verb, "failed to", "think that". */
static void weigh_denial(struct scope *s, struct kith_status_entry entry)
{
    if (!kith_status_entry_is_helper(entry)) {
        if (!s->is_pending)
            flip(s);
        s->is_pending = false;
    } else {
        bool is_verb = entry.last & KITH_ROLE_TO;
        s->is_pending = !is_verb || !s->is_pending;
    }
}

static void weigh_entry(struct scope *s, struct kith_status_entry entry,
                        enum weight weight)
{
    bool is_helper = kith_status_entry_is_helper(entry);
    bool is_link = entry.length == 1 && (entry.last & (KITH_ROLE_TO | KITH_ROLE_CHARGE));
    if (kith_status_entry_is(entry, KITH_LIST_FACT) ||
        (weight == ALL_BUT_LINKS && is_link) || (weight == DENIALS && !is_helper))
        return;
    if (kith_status_entry_is(entry, KITH_LIST_UNREAL) && weight != DENIALS &&
        (weight != RULING || !is_helper))
        s->polarity.is_unreal = true;
    if (kith_status_entry_is(entry, KITH_LIST_NEGATIVE)) {
        weigh_denial(s, entry);
    } else if (s->is_pending && !is_helper) {
        flip(s);
        s->is_pending = false;
    }
}

/* Weigh the entries that begin in [begin, end). The rule's own words tell nothing: who
 * "rejected" or "asked" somebody did so. */
static void weigh(struct scope *s, uint32_t begin, uint32_t end, enum weight weight)
{
    for (uint32_t at = begin; at < end;) {
        struct kith_status_entry entry = kith_status_entry_at(s->rules, s->sequence, at);
        bool is_own = at >= s->match->begin && kith_rule_match_owns(s->match, at);
        /* "said there was | no indication that | Ostland ..." */
        bool leads_on = roles_at(s, at + entry.length) & KITH_ROLE_THAT;
        if (entry.length && !is_own)
            weigh_entry(s, entry, weight == DENIALS && leads_on ? RULING : weight);
        at += entry.length ? entry.length : 1;
    }
}

/* A "not" that waits denies the verb of the match. */
static void settle(struct scope *s)
{
    if (s->is_pending)
        flip(s);
    s->is_pending = false;
}

/* ---- to the left ---- */

/* "that", "and that": what stands before the comma may go on ruling. */
static bool resumes(const struct scope *s, uint32_t at)
{
    if (roles_at(s, at) & KITH_ROLE_JOINING)
        at++;
    return roles_at(s, at) & KITH_ROLE_THAT;
}

/* True when nothing left of the symbol at `at` rules what stands right of it. */
static bool is_barrier(const struct scope *s, uint32_t at)
{
    if (is_mark(s, at))
        return !(roles_at(s, at) & KITH_ROLE_COMMA) || !resumes(s, at + 1);
    return roles_at(s, at) & KITH_ROLE_CLAUSE;
}

static uint32_t reach_left(const struct scope *s, uint32_t at)
{
    uint32_t begin = at;
    bool is_resumed = false; /* a comma passed: the one that opened the insertion, too */
    while (begin > 0 && at - begin < RULE_REACH) {
        bool is_comma = roles_at(s, begin - 1) & KITH_ROLE_COMMA;
        if (is_barrier(s, begin - 1) && !(is_comma && is_resumed))
            break;
        is_resumed = is_comma ? !is_resumed : is_resumed;
        begin--;
    }
    return begin;
}

/* Where the words begin that belong to the match although they stand before it: "nor did
 * | Ostland attack", "no | attack by". */
static uint32_t near_begin(const struct scope *s, uint32_t reach)
{
    uint32_t begin = s->match->begin;
    while (begin > reach && !is_name(s, begin - 1) &&
           (roles_at(s, begin - 1) & (KITH_ROLE_DETERMINER | KITH_ROLE_AUXILIARY |
                                      KITH_ROLE_BE | KITH_ROLE_ADVERB)))
        begin--;
    return begin;
}

/* "Had Ostland attacked", "Did Ostland attack": the verb before who does it, and nothing
 * before that verb. */
static bool is_turned(const struct scope *s, uint32_t near, uint32_t reach)
{
    bool is_first = near == reach && (near == 0 || is_mark(s, near - 1));
    return is_first && near < s->match->begin &&
           (roles_at(s, near) & KITH_ROLE_AUXILIARY);
}

/* "if", "whether": they rule clauses, never nouns. */
static bool is_condition(struct kith_status_entry entry)
{
    return entry.lists == 1u << KITH_LIST_UNREAL && (entry.last & KITH_ROLE_CLOSED) &&
           !(entry.last & (KITH_ROLE_PREPOSITION | KITH_ROLE_OF));
}

/* "the alleged | Guild leader Boris": behind a determiner, a mark or a preposition, for
 * "Ostland denied | Guild leader Boris a visa" doubts nobody. */
static void weigh_attribute(struct scope *s)
{
    uint32_t begin = s->match->begin;
    for (uint32_t length = 1; length <= begin && length <= ATTRIBUTE_LIMIT; length++) {
        uint32_t at = begin - length;
        struct kith_status_entry entry = kith_status_entry_at(s->rules, s->sequence, at);
        bool is_attribute = at == 0 || is_mark(s, at - 1) ||
                            (roles_at(s, at - 1) & (KITH_ROLE_CLOSED | KITH_ROLE_OF));
        bool is_listed = kith_status_entry_is(entry, KITH_LIST_UNREAL) ||
                         kith_status_entry_is(entry, KITH_LIST_NEGATIVE);
        bool is_doubt = length == ATTRIBUTE_LIMIT ||
                        (!is_condition(entry) && !kith_status_entry_is_helper(entry));
        if (entry.length == length && is_listed && is_attribute && is_doubt)
            s->polarity.is_unreal = true;
    }
}

/* The nearest entry that rules the noun: only small words stand between. Of those that
 * help verbs only "no": "did not forget the attack" denies no attack. */
static void weigh_noun_ruler(struct scope *s, uint32_t reach)
{
    uint32_t end = s->match->begin;
    bool is_bare = true; /* determiners alone stand between */
    for (uint32_t at = end; at > reach && end - at <= NOUN_REACH + 1; at--) {
        struct kith_status_entry entry =
            kith_status_entry_at(s->rules, s->sequence, at - 1);
        if (entry.length && at - 1 + entry.length <= end && !is_condition(entry) &&
            (is_bare || (entry.last & KITH_ROLE_DETERMINER) ||
             !kith_status_entry_is_helper(entry))) {
            weigh(s, at - 1, end, ALL_BUT_LINKS);
            return;
        }
        is_bare = is_bare && (roles_at(s, at - 1) & KITH_ROLE_DETERMINER);
        if (is_name(s, at - 1) || s->sequence->items[at - 1].shape != KITH_SHAPE_LOWER)
            return;
    }
}

/* ---- the match itself, and what is said of it ---- */

/* The words that help the verb, and a "no" behind it. */
static void weigh_clause(struct scope *s)
{
    const struct kith_rule_match *match = s->match;
    uint32_t reach = reach_left(s, match->begin);
    uint32_t near = near_begin(s, reach);
    /* Empty where nothing helps the verb; it never begins a match. */
    bool has_group = match->group_end > match->begin;
    weigh(s, reach, near, RULING);
    s->is_pending = false;
    s->polarity.is_unreal = s->polarity.is_unreal || is_turned(s, near, reach);
    weigh(s, near, match->begin, ALL);
    if (has_group)
        weigh(s, match->group_begin, match->group_end, ALL);
    else
        weigh(s, match->word_begin, match->end, ALL_BUT_LINKS);
    settle(s);
    if (has_group)
        weigh(s, match->group_end, match->end, DENIALS);
    settle(s);
}

/* "an | attack on Westland by Ostland | would": a deed that is not there yet. */
static bool is_imagined(const struct scope *s)
{
    uint32_t begin = s->match->begin, end = s->match->end;
    bool is_some =
        begin > 0 && (roles_at(s, begin - 1) & KITH_ROLE_DETERMINER) &&
        s->sequence->items[begin - 1].end - s->sequence->items[begin - 1].begin <=
            2; /* a, an */
    struct kith_status_entry entry = kith_status_entry_at(s->rules, s->sequence, end);
    return is_some && entry.length && kith_status_entry_is(entry, KITH_LIST_UNREAL) &&
           kith_status_entry_is_helper(entry);
}

/* What became of the deed: "was called off", "did not take place", "is likely". */
static void weigh_fate(struct scope *s)
{
    uint32_t end = s->match->end;
    for (uint32_t at = end; at < s->sequence->count && at - end < FATE_REACH;) {
        struct kith_status_entry entry = kith_status_entry_at(s->rules, s->sequence, at);
        if (entry.length && !kith_status_entry_is_helper(entry)) {
            weigh_entry(s, entry, RULING);
            return;
        }
        bool helps =
            roles_at(s, at) & (KITH_ROLE_AUXILIARY | KITH_ROLE_BE | KITH_ROLE_ADVERB);
        if (is_name(s, at) || (!entry.length && !helps))
            return;
        at += entry.length ? entry.length : 1;
    }
}

static void weigh_deed(struct scope *s)
{
    const struct kith_rule_match *match = s->match;
    weigh_noun_ruler(s, reach_left(s, match->begin));
    settle(s);
    weigh(s, match->begin, match->end, ALL_BUT_LINKS);
    settle(s);
    weigh_fate(s);
    s->polarity.is_unreal = s->polarity.is_unreal || is_imagined(s);
}

/* ", a charge Ostland denies": behind the match, between a comma and a mark or the end.
 */
static void weigh_afterthought(struct scope *s)
{
    uint32_t at = s->match->end;
    if (at >= s->sequence->count || !(roles_at(s, at) & KITH_ROLE_COMMA))
        return;
    for (uint32_t i = 1; i <= FATE_REACH + 1 && at + i < s->sequence->count; i++) {
        struct kith_status_entry entry =
            kith_status_entry_at(s->rules, s->sequence, at + i);
        uint32_t behind = at + i + entry.length;
        if (entry.length && kith_status_entry_is(entry, KITH_LIST_NEGATIVE) &&
            kith_status_entry_is(entry, KITH_LIST_SPEECH) &&
            (behind >= s->sequence->count || is_mark(s, behind)))
            weigh_entry(s, entry, RULING);
        if (is_mark(s, at + i))
            return;
    }
}

static bool is_question(const struct scope *s)
{
    const struct kith_symbol *last = &s->sequence->items[s->sequence->count - 1];
    return s->text.data[last->begin] == '?';
}

static enum stance stance_of(const struct scope *s, const struct kith_rule_entry *entry)
{
    if (entry->voice == KITH_VOICE_NOUN)
        return STANCE_DEED;
    if (entry->voice != KITH_VOICE_NONE)
        return STANCE_CLAUSE;
    for (uint32_t at = s->match->word_begin; at < s->match->word_end; at++)
        if (roles_at(s, at) & (KITH_ROLE_BE | KITH_ROLE_AUXILIARY))
            return STANCE_CLAUSE;
    return STANCE_NAME;
}

struct kith_polarity kith_polarity_read(const struct kith_rules *rules, kith_id rule,
                                        const struct kith_sequence *sequence,
                                        const struct kith_rule_match *match,
                                        struct kith_str text)
{
    struct scope s = {.rules = rules, .sequence = sequence, .match = match, .text = text};
    s.stance = stance_of(&s, &rules->entries.items[rule]);
    if (s.stance == STANCE_NAME) {
        s.polarity.is_naming = true;
        weigh_attribute(&s);
        weigh(&s, match->begin, match->end, ALL_BUT_LINKS);
        settle(&s);
        return s.polarity;
    }
    if (s.stance == STANCE_CLAUSE)
        weigh_clause(&s);
    else
        weigh_deed(&s);
    weigh_afterthought(&s);
    s.polarity.is_unreal =
        s.polarity.is_unreal || (s.stance == STANCE_CLAUSE && is_question(&s));
    return s.polarity;
}
