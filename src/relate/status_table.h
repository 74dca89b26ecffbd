/* The lists that tell of status, as one table: they are asked about at most verbs, and
 * one look tells of all. */
#ifndef KITH_RELATE_STATUS_TABLE_H
#define KITH_RELATE_STATUS_TABLE_H

#include "base/intern.h"
#include "base/status.h"

struct kith_rules;

/* Lists whose entries tell what becomes of a statement. */
enum kith_status_list {
    KITH_LIST_NEGATIVE, /* not, denied */
    KITH_LIST_UNREAL,   /* will, plans to */
    KITH_LIST_SPEECH,   /* said, according to */
    KITH_LIST_FACT,     /* not only, managed to: no negation, no plan */
    KITH_STATUS_LIST_COUNT
};

/* An entry of one of the lists or of several. */
struct kith_status_phrase {
    const kith_id *words; /* classes; a list's */
    uint32_t count;
    unsigned lists; /* a bit, 1 << enum kith_status_list, for each it stands in */
};

struct kith_status_table {
    struct kith_status_phrase *items; /* by first word, then longest first */
    uint32_t count;
    uint32_t *first; /* by class: its first item; the next class's is behind its last */
};

/* Enter the lists of those names, in whatever file they stand; of one name those of the
 * file read last. The words they begin with play KITH_ROLE_STATUS from then on. */
enum kith_status kith_status_table_build(struct kith_rules *rules,
                                         struct kith_error *err);

#endif
