/* Spots: places in an article as people and programs name them, and the words there. */
#ifndef KITH_TEXT_SPOT_H
#define KITH_TEXT_SPOT_H

#include "kith.h"
#include "text/document.h"

/* As an editor counts: lines from 1, at a line feed, a carriage return or both; columns
 * from 1, in characters, a byte order mark not counted. */
struct kith_position {
    uint32_t line, column;
};

struct kith_position kith_position_of(struct kith_str text, uint32_t offset);

struct kith_spans {
    struct kith_span *items;
    uint32_t count, room;
};

/* Find the words that `spot` means, one span for each place: where it falls between two
 * words, the one behind it. At least one; KITH_BAD_INPUT, naming the article, when there
 * is no such place. They live in `arena`. Linear. */
enum kith_status kith_spot_find(const struct kith_document *document,
                                const struct kith_spot *spot, struct kith_arena *arena,
                                struct kith_spans *spans, struct kith_error *err);

#endif
