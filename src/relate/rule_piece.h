/* Pieces of a rule file, lines or cells: what is parsed, and where it stands. */
#ifndef KITH_RELATE_RULE_PIECE_H
#define KITH_RELATE_RULE_PIECE_H

#include <stdint.h>

#include "base/str.h"

struct kith_rule_piece {
    struct kith_str text;
    uint32_t line, column; /* of its first character, 1-based */
};

/* Where in the file `place` stands, which lies in one of the pieces or at its end; else
 * *line and *column stay as they are. Columns count characters, so that an editor finds
 * it. */
void kith_rule_pieces_locate(const struct kith_rule_piece *pieces, uint32_t count,
                             const char *place, uint32_t *line, uint32_t *column);

#endif
