/* The longest entry stands first in the table. */
#include "relate/status_entry.h"

#include "relate/listed.h"

struct kith_status_entry kith_status_entry_at(const struct kith_rules *rules,
                                              const struct kith_sequence *sequence,
                                              uint32_t at)
{
    const struct kith_status_table *table = &rules->status;
    if (at >= sequence->count || !(sequence->items[at].roles & KITH_ROLE_STATUS))
        return (struct kith_status_entry){0};
    const uint32_t *first = &table->first[sequence->items[at].class];
    for (uint32_t i = first[0]; i < first[1]; i++) {
        const struct kith_status_phrase *phrase = &table->items[i];
        if (kith_listed_stands(phrase->words, phrase->count, sequence, at))
            return (struct kith_status_entry){
                .length = phrase->count,
                .lists = phrase->lists,
                .last = sequence->items[at + phrase->count - 1].roles};
    }
    return (struct kith_status_entry){0};
}
