/* The lexicon: the classes' own table, laid out for reading. */
#include "relate/lexicon.h"

#include "relate/rule_book.h"
#include "relate/verb_group.h"

/* Places for two words; a table that is two thirds full stays in a nearer cache. */
#define PLACES_FOR_TWO 3

/* Bits for each word of what is known of keys at a glance: one key in eight that is none
 * seems to be one. */
#define GLANCE_ROOM 8

static unsigned log_of(uint64_t room)
{
    unsigned log = 6;
    while (((uint64_t)1 << log) < room)
        log++;
    return log;
}

const struct kith_lexicon_word kith_lexicon_unknown = {.class = KITH_NO_ID};

static void enter(struct kith_lexicon *lexicon, const struct kith_rules *rules,
                  uint64_t key, kith_id class)
{
    const uint32_t roles = rules->classes.roles[class];
    const bool helps = roles & KITH_VERB_GROUP_HELPING;
    const uint64_t glance = key >> lexicon->glance_shift;
    lexicon->glances[glance / 64] |= (uint64_t)1 << glance % 64;
    lexicon->words[kith_lexicon_place(lexicon, key)] = (struct kith_lexicon_word){
        .key = key,
        .signs = kith_net_signs(&rules->net, class) | (helps ? KITH_NET_HELP_SIGN : 0),
        .wants = rules->prospects.words[class],
        .class = class,
        .roles = roles};
}

enum kith_status kith_lexicon_build(struct kith_rules *rules, struct kith_error *err)
{
    const struct kith_map *ids = &rules->classes.ids;
    const unsigned log = log_of(PLACES_FOR_TWO * ids->count / 2);
    const unsigned glance_log = log_of(GLANCE_ROOM * ids->count);
    const uint64_t room = (uint64_t)1 << log;
    struct kith_lexicon lexicon = {
        .mask = room - 1, .shift = 64 - log, .glance_shift = 64 - glance_log};
    lexicon.words = KITH_ARRAY(&rules->arena, struct kith_lexicon_word, room);
    lexicon.glances =
        KITH_ARRAY(&rules->arena, uint64_t, ((uint64_t)1 << glance_log) / 64);
    if (!lexicon.words || !lexicon.glances)
        return kith_no_memory(err);
    for (uint64_t i = 0; i < room; i++)
        lexicon.words[i].class = KITH_NO_ID;
    for (uint64_t i = 0; i <= ids->mask; i++)
        if (ids->slots[i].is_taken)
            enter(&lexicon, rules, ids->slots[i].key, ids->slots[i].value);
    rules->lexicon = lexicon;
    return KITH_OK;
}
