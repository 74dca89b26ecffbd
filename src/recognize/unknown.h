/* Names that no gazetteer knows: runs of capitalised words between the mentions.
 *
 * They are suggestions for a person to look at and never enter a graph. Capitals that
 * mean nothing are left out: of headlines, of the first word of a sentence, of weekdays.
 */
#ifndef KITH_RECOGNIZE_UNKNOWN_H
#define KITH_RECOGNIZE_UNKNOWN_H

#include "recognize/mention.h"

struct kith_unknown {
    uint32_t first_token, end_token; /* half-open; a title in front is left out */
    uint32_t sentence;
    bool has_title; /* "Mr", "Gen." stands before it: a person */
};

/* Owned by the worker's arena; in text order, apart from each other and from mentions. */
struct kith_unknowns {
    struct kith_unknown *items;
    uint32_t count, room;
};

/* Find the unknown names of `document`, whose known ones are `mentions`. Linear. */
enum kith_status kith_unknown_find(const struct kith_document *document,
                                   const struct kith_mentions *mentions,
                                   const struct kith_abbreviations *abbreviations,
                                   struct kith_arena *arena,
                                   struct kith_unknowns *unknowns,
                                   struct kith_error *err);

#endif
