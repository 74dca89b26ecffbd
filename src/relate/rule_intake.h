/* What rule files hold, taken into the rules: lists, rules and examples. How they are
 * written down is for the readers to know: lines (rule_file.h) or a table (rule_table.h).
 */
#ifndef KITH_RELATE_RULE_INTAKE_H
#define KITH_RELATE_RULE_INTAKE_H

#include "relate/rule_book.h"

/* A rule file past this is no rule file. */
#define KITH_RULE_FILE_LIMIT ((uint64_t)64 * 1024 * 1024)

struct kith_intake {
    struct kith_rules *rules;
    struct kith_pattern_parser parser; /* `line` and pieces follow the reading */
    kith_id signature;        /* of the rules to come, or KITH_NO_ID: no relation yet */
    struct kith_str language; /* of the rules to come; empty: any */
};

/* An intake from the file at `path`, which is kept. */
struct kith_intake kith_intake_of(struct kith_rules *rules, struct kith_str path,
                                  uint32_t scope, struct kith_arena *scratch,
                                  struct kith_error *err);

/* KITH_BAD_INPUT, with the place of the first byte that is not, unless `bytes`, a whole
 * file, are UTF-8. */
enum kith_status kith_intake_check_encoding(struct kith_str path, struct kith_str bytes,
                                            struct kith_error *err);

/* Everything below is given slices of the parser's pieces; they are kept. A fault is
 * KITH_BAD_INPUT, told with file, line and column. */

/* Open the list `name`, which must be new in its scope. */
enum kith_status kith_intake_open_list(struct kith_intake *intake, struct kith_str name,
                                       kith_id *list);

/* Add an entry, with its plural, to the list. When all are in, kith_phrases_sort. */
enum kith_status kith_intake_add_entry(struct kith_intake *intake, kith_id list,
                                       struct kith_str entry);

/* Add a rule: its pattern, and how sure it is, "0.5"; data NULL: as sure as most. */
enum kith_status kith_intake_add_rule(struct kith_intake *intake, struct kith_str pattern,
                                      struct kith_str confidence);

enum kith_status kith_intake_add_example(struct kith_intake *intake, struct kith_str text,
                                         bool is_positive);

#endif
