/* Verb groups: word by word, until something stands there that helps no verb. */
#include "relate/verb_group.h"

#include "relate/status_entry.h"

static unsigned roles_at(const struct kith_sequence *s, uint32_t at)
{
    return at < s->count && s->items[at].mention == KITH_NO_ID ? s->items[at].roles : 0;
}

static bool is_number(const struct kith_sequence *s, uint32_t at)
{
    return at < s->count && s->items[at].kind == KITH_TOKEN_NUMBER;
}

/* Behind "on Friday", "late last week", "24 March"; `at` itself when no time stands
 * there. */
static uint32_t pass_time(const struct kith_sequence *s, uint32_t at)
{
    bool has_time = false;
    uint32_t i = at;
    while (roles_at(s, i) & KITH_ROLE_BEFORE_TIME)
        i++;
    for (; is_number(s, i) || (roles_at(s, i) & KITH_ROLE_TIME); i++)
        has_time = has_time || !is_number(s, i);
    return has_time ? i : at;
}

/* Behind "that it", "he"; `at` when no pronoun stands there. */
static uint32_t pass_resumed(const struct kith_sequence *s, uint32_t at)
{
    uint32_t behind = roles_at(s, at) & KITH_ROLE_THAT ? at + 1 : at;
    return roles_at(s, behind) & KITH_ROLE_PRONOUN ? behind + 1 : at;
}

/* "denied (that it)", "plans to", and "said it", where who speaks is who does it. */
static uint32_t pass_status(const struct kith_rules *rules, const struct kith_sequence *s,
                            uint32_t at)
{
    struct kith_status_entry entry = kith_status_entry_at(rules, s, at);
    uint32_t behind = at + entry.length;
    bool is_speech_only = entry.lists == 1u << KITH_LIST_SPEECH;
    if (is_speech_only)
        behind = pass_time(s, behind);
    uint32_t resumed = pass_resumed(s, behind);
    return is_speech_only && resumed == behind ? at : resumed;
}

/* "accused Ostland | of | attacking", "stopped Ostland | from | attacking". */
static uint32_t pass_charge(const struct kith_sequence *s, uint32_t at)
{
    bool is_charge = (roles_at(s, at) & KITH_ROLE_CHARGE) && at + 1 < s->count;
    return is_charge && kith_sequence_is_participle(s, at + 1) ? at + 1 : at;
}

/* "is | to", "was widely | expected to": it helps an active verb. */
static bool leads_to_verb(const struct kith_rules *rules, const struct kith_sequence *s,
                          uint32_t at)
{
    uint32_t behind = at + 1;
    struct kith_status_entry entry = kith_status_entry_at(rules, s, behind);
    while (!entry.length && (roles_at(s, behind) & KITH_ROLE_ADVERB))
        entry = kith_status_entry_at(rules, s, ++behind);
    if (entry.length && !(entry.last & KITH_ROLE_TO) &&
        kith_status_entry_is_helper(entry))
        entry = kith_status_entry_at(rules, s, behind + entry.length);
    return entry.length && (entry.last & KITH_ROLE_TO);
}

/* The group as far as it has been read. */
struct group {
    const struct kith_rules *rules;
    const struct kith_sequence *sequence;
    enum kith_help help;
    bool has_be; /* a passive may follow */
};

/* Behind the next part of the group that begins at `at`, or `at`. */
static uint32_t pass_part(struct group *g, uint32_t at)
{
    unsigned roles = roles_at(g->sequence, at);
    uint32_t behind = pass_status(g->rules, g->sequence, at);
    if (behind == at)
        behind = pass_time(g->sequence, at);
    if (behind != at)
        return behind;
    if (roles & KITH_ROLE_BE) {
        g->has_be = true;
        bool helps =
            g->help != KITH_HELP_ACTIVE || leads_to_verb(g->rules, g->sequence, at);
        return helps ? at + 1 : at;
    }
    return roles & (KITH_ROLE_AUXILIARY | KITH_ROLE_ADVERB) ? at + 1 : at;
}

void kith_verb_group_pass(const struct kith_rules *rules,
                          const struct kith_sequence *sequence, uint32_t at,
                          enum kith_help help, struct kith_group_ends *ends)
{
    struct group g = {rules, sequence, help, false};
    const uint32_t limit = at + KITH_VERB_GROUP_LIMIT;
    ends->count = 0;
    if (help == KITH_HELP_ANY)
        at = pass_charge(sequence, at);
    for (;;) {
        if (help != KITH_HELP_PASSIVE || g.has_be)
            ends->items[ends->count++] = at;
        uint32_t behind = pass_part(&g, at);
        if (behind == at || behind > limit)
            return;
        at = behind;
    }
}
