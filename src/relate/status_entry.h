/* Entries of the lists that tell of status, where they stand in a sentence. */
#ifndef KITH_RELATE_STATUS_ENTRY_H
#define KITH_RELATE_STATUS_ENTRY_H

#include "relate/sequence.h"

/* The longest entry of any of the lists; "said to" beats "said", and takes its words with
 * it. An entry may stand in several lists: "denied" is one of `negative` and `speech`. */
struct kith_status_entry {
    uint32_t length; /* symbols; 0 when there is none */
    unsigned lists;  /* a bit, 1 << enum kith_status_list, for each list it stands in */
    unsigned last;   /* enum kith_word_role of its last word */
};

struct kith_status_entry kith_status_entry_at(const struct kith_rules *rules,
                                              const struct kith_sequence *sequence,
                                              uint32_t at);

static inline bool kith_status_entry_is(struct kith_status_entry entry,
                                        enum kith_status_list list)
{
    return entry.lists >> list & 1;
}

/* True for what only helps the verb behind it: not, will, failed to. All else also rules
 * whole clauses: denied, if, no evidence. */
static inline bool kith_status_entry_is_helper(struct kith_status_entry entry)
{
    return entry.last &
           (KITH_ROLE_ADVERB | KITH_ROLE_AUXILIARY | KITH_ROLE_BE | KITH_ROLE_TO);
}

#endif
