/* The lexicon: the classes' own table, laid out for reading. */
#include "relate/lexicon.h"

#include "relate/rule_book.h"

/* At most half full. */
static unsigned log_of_room(uint64_t count)
{
    unsigned log = 4;
    while (((uint64_t)1 << log) < 2 * count)
        log++;
    return log;
}

static void enter(struct kith_lexicon *lexicon, const struct kith_rules *rules,
                  uint64_t key, kith_id class)
{
    const struct kith_net_word *word = &rules->net.words[class];
    lexicon->words[kith_lexicon_place(lexicon, key)] =
        (struct kith_lexicon_word){.key = key,
                                   .signs = word->signs,
                                   .entry = word->first_entry,
                                   .class = class,
                                   .roles = rules->classes.roles[class]};
}

enum kith_status kith_lexicon_build(struct kith_rules *rules, struct kith_error *err)
{
    const struct kith_map *ids = &rules->classes.ids;
    const unsigned log = log_of_room(ids->count);
    const uint64_t room = (uint64_t)1 << log;
    struct kith_lexicon lexicon = {.mask = room - 1, .shift = 64 - log};
    lexicon.words = KITH_ARRAY(&rules->arena, struct kith_lexicon_word, room);
    if (!lexicon.words)
        return kith_no_memory(err);
    for (uint64_t i = 0; i < room; i++)
        lexicon.words[i].class = KITH_NO_ID;
    for (uint64_t i = 0; i <= ids->mask; i++)
        if (ids->slots[i].is_taken)
            enter(&lexicon, rules, ids->slots[i].key, ids->slots[i].value);
    rules->lexicon = lexicon;
    return KITH_OK;
}
