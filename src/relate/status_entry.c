/* Looking an entry up in each of the lists. */
#include "relate/status_entry.h"

#include "relate/listed.h"

struct kith_status_entry kith_status_entry_at(const struct kith_rules *rules,
                                              const struct kith_sequence *sequence,
                                              uint32_t at)
{
    struct kith_status_entry entry = {0};
    if (at >= sequence->count || !(sequence->items[at].roles & KITH_ROLE_STATUS))
        return entry;
    for (int list = 0; list < KITH_STATUS_LIST_COUNT; list++) {
        kith_id id = rules->status_lists[list];
        if (id == KITH_NO_ID)
            continue;
        const struct kith_phrase *phrase =
            kith_listed_longest(&rules->lists.items[id].phrases, sequence, at);
        if (!phrase || phrase->count < entry.length)
            continue;
        if (phrase->count > entry.length)
            entry.lists = 0;
        entry.length = phrase->count;
        entry.lists |= 1u << list;
    }
    if (entry.length)
        entry.last = sequence->items[at + entry.length - 1].roles;
    return entry;
}
