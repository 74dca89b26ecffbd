/* Reading rules from a table, as a spreadsheet saves it: the twin of a .rel file, with
 * one pattern a row. docs/FORMATS.md names the columns. */
#ifndef KITH_RELATE_RULE_TABLE_H
#define KITH_RELATE_RULE_TABLE_H

#include "relate/rule_book.h"

/* Read `bytes` into `rules`. `path` is kept, and zero-terminated. */
enum kith_status kith_rule_table_read(struct kith_rules *rules, struct kith_str path,
                                      struct kith_str bytes, struct kith_error *err);

#endif
