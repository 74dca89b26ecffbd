/* Looking for the entries of the lists: those of `negative` and `unreal` among the words
 * of the match, and those of `negative` a little before it, when they lead on to a
 * clause: "denied that". */
#include "relate/statement.h"

#include "relate/listed.h"

/* Symbols between a word that denies and the statement it denies. */
#define DENIAL_REACH 4

/* The entry of one of the lists at symbol `at`, or NULL. */
static const struct kith_phrase *entry_at(const struct kith_rules *rules,
                                          enum kith_status_list list,
                                          const struct kith_sequence *sequence,
                                          uint32_t at)
{
    kith_id id = rules->status_lists[list];
    if (id == KITH_NO_ID || !(sequence->items[at].roles & KITH_ROLE_STATUS))
        return NULL;
    return kith_listed_longest(&rules->lists.items[id].phrases, sequence, at);
}

/* A preposition alone ("to") says something of a verb only. */
static bool tells_of_verbs_only(const struct kith_rules *rules,
                                const struct kith_phrase *phrase)
{
    unsigned roles = kith_word_class_roles(&rules->classes, phrase->words[0]);
    return phrase->count == 1 && (roles & KITH_ROLE_PREPOSITION);
}

/* Look in the verb group of the match; in all of it when it has none. The rule's own
 * words tell nothing: who "rejected" or "asked" somebody did so. */
static bool has_entry(const struct kith_rules *rules, enum kith_status_list list,
                      const struct kith_sequence *sequence,
                      const struct kith_rule_match *match)
{
    bool has_group = match->group_begin < match->group_end;
    uint32_t begin = has_group ? match->group_begin : match->begin;
    uint32_t end = has_group ? match->group_end : match->end;
    for (uint32_t at = begin; at < end; at++) {
        const struct kith_phrase *phrase =
            kith_rule_match_owns(match, at) ? NULL : entry_at(rules, list, sequence, at);
        if (phrase && (has_group || !tells_of_verbs_only(rules, phrase)))
            return true;
    }
    return false;
}

/* True when the words before the match, behind no mark, end in an entry that a clause
 * follows. */
static bool is_led_by(const struct kith_rules *rules, enum kith_status_list list,
                      const struct kith_sequence *sequence, uint32_t begin)
{
    for (uint32_t back = 1; back <= DENIAL_REACH && back <= begin; back++) {
        const struct kith_symbol *symbol = &sequence->items[begin - back];
        if (symbol->kind != KITH_TOKEN_WORD)
            return false;
        const struct kith_phrase *phrase = entry_at(rules, list, sequence, begin - back);
        if (phrase && !tells_of_verbs_only(rules, phrase))
            return begin - back + phrase->count <= begin;
    }
    return false;
}

struct kith_statement kith_statement_read(const struct kith_rules *rules,
                                          const struct kith_sequence *sequence,
                                          const struct kith_rule_match *match)
{
    struct kith_statement statement = {.speaker = KITH_NO_ID};
    uint32_t begin = match->begin;
    statement.is_denied = has_entry(rules, KITH_LIST_NEGATIVE, sequence, match) ||
                          is_led_by(rules, KITH_LIST_NEGATIVE, sequence, begin);
    statement.is_unreal = has_entry(rules, KITH_LIST_UNREAL, sequence, match) ||
                          is_led_by(rules, KITH_LIST_UNREAL, sequence, begin);
    return statement;
}
