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
    for (uint64_t i = 0; i <= ids->mask; i++) {
        const struct kith_map_slot *slot = &ids->slots[i];
        if (slot->is_taken)
            *kith_lexicon_find(&lexicon, slot->key) =
                (struct kith_lexicon_word){.key = slot->key,
                                           .signs = rules->net.words[slot->value].signs,
                                           .class = slot->value,
                                           .roles = rules->classes.roles[slot->value]};
    }
    rules->lexicon = lexicon;
    return KITH_OK;
}
