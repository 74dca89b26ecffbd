/* For each edge the sentence that speaks best for it, for who points at a line of the
 * picture.
 *
 * There may be a million edges: the sentences lie in a file, and memory holds where. */
#ifndef KITH_OUTPUT_EXHIBIT_H
#define KITH_OUTPUT_EXHIBIT_H

#include "base/file.h"
#include "relate/findings.h"

/* Owned by its declarer; {0} is none. */
struct kith_exhibits {
    const struct kith_rules *rules;
    struct kith_output file;    /* never committed */
    uint64_t written;           /* bytes of it */
    struct kith_exhibit *items; /* of edge number i + 1 */
    uint32_t room;
};

/* Begin, with a file in `folder` that is gone at the end. `rules` may be NULL and must
 * outlive the exhibits. Release also after a failure. */
enum kith_status kith_exhibits_open(struct kith_exhibits *exhibits, const char *folder,
                                    const struct kith_rules *rules,
                                    struct kith_error *err);
void kith_exhibits_release(struct kith_exhibits *exhibits);

/* Look through an article's evidence, whose edges have their numbers. A fact is better
 * than what is claimed, that better than a plan, and that than a denial; then the
 * confidence of the rule counts, for a pair how near the two stand; then who comes first.
 */
enum kith_status kith_exhibits_add(struct kith_exhibits *exhibits,
                                   const struct kith_findings *findings,
                                   struct kith_error *err);

/* Append the sentence of an edge, or the part of it that matters, at most some 300 bytes;
 * nothing when it has none. */
void kith_exhibits_write(struct kith_exhibits *exhibits, uint32_t edge,
                         struct kith_buf *out);

#endif
