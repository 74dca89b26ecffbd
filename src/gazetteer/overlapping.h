/* Names that share words: those inside a longer name, and those that cross another. */
#ifndef KITH_GAZETTEER_OVERLAPPING_H
#define KITH_GAZETTEER_OVERLAPPING_H

#include "gazetteer/match.h"
#include "kith.h"

/* Match `document` as kith_match_document does, and besides
 *
 *   nested  inside each match again: leftmost, then longest, and so on in those. Of any
 * two matches one lies within the other, or they share no word. all     every stretch
 * that some alias may be written as.
 *
 * In text order; of one beginning the longest first. O(tokens × tokens of the longest
 * alias), of which each may be a match. */
enum kith_status kith_match_overlapping(const struct kith_gazetteer *gazetteer,
                                        const struct kith_document *document,
                                        enum kith_overlap overlap,
                                        struct kith_arena *arena,
                                        struct kith_matches *matches,
                                        struct kith_error *err);

#endif
