/* From the cells of a rule to its patterns in the table. For this room. */
#ifndef KITH_GAZETTEER_VARIANT_PATTERN_H
#define KITH_GAZETTEER_VARIANT_PATTERN_H

#include "gazetteer/variant_table.h"

/* Reading one file of rules. */
struct kith_rule_reader {
    struct kith_variant_rules *rules;
    struct kith_problems *problems;
    const char *path;
    struct kith_str file;   /* the same, in the rules' arena */
    uint64_t line;          /* of the row */
    const int32_t *columns; /* where its columns are, or -1; NULL before the header */
    bool is_nicknames;      /* a file of nicknames */
    bool is_family;         /* the spellings of the row stand for each other */
    bool is_refused;        /* the row has a fault, which is reported */
};

struct kith_rule_cells {
    struct kith_str pattern, replacements;
};

/* Add the patterns of the newest row; sets is_refused, after a report, when one cannot be
 * understood. */
enum kith_status kith_rule_add_patterns(struct kith_rule_reader *reader,
                                        const struct kith_rule_cells *cells,
                                        struct kith_error *err);

/* Report a fault of the row; `reason` may print `what` with "%.*s". */
enum kith_status kith_rule_refuse(struct kith_rule_reader *reader, const char *reason,
                                  struct kith_str what, struct kith_error *err)
    __attribute__((format(printf, 2, 0)));

#endif
