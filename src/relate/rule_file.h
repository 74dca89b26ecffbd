/* Reading a .rel file: lists, relations, rules and examples, line by line. */
#ifndef KITH_RELATE_RULE_FILE_H
#define KITH_RELATE_RULE_FILE_H

#include "relate/rule_book.h"

/* Read `bytes` (in rules->arena, KITH_FILE_PADDING readable bytes behind them) into
 * `rules`. `path` is kept. */
enum kith_status kith_rule_file_read(struct kith_rules *rules, struct kith_str path,
                                     struct kith_str bytes, struct kith_error *err);

#endif
