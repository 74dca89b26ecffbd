/* From a pointer back to a line and a column. */
#include "relate/rule_piece.h"

/* The piece that `place` lies in, or ends at. */
static const struct kith_rule_piece *find(const struct kith_rule_piece *pieces,
                                          uint32_t count, const char *place)
{
    for (uint32_t i = 0; i < count; i++) {
        struct kith_str text = pieces[i].text;
        if (text.data && place >= text.data && place <= text.data + text.length)
            return &pieces[i];
    }
    return NULL;
}

void kith_rule_pieces_locate(const struct kith_rule_piece *pieces, uint32_t count,
                             const char *place, uint32_t *line, uint32_t *column)
{
    const struct kith_rule_piece *piece = find(pieces, count, place);
    if (!piece)
        return;
    *line = piece->line;
    *column = piece->column;
    for (const char *c = piece->text.data; c < place; c++) {
        *column = *c == '\n' ? 1 : *column + ((*c & 0xC0) != 0x80);
        *line += *c == '\n';
    }
}
