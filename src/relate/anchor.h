/* Which rules are worth trying on a sentence: each rule is filed under the words of which
 * it must hold one, and only rules with such a word in the sentence are run, if the
 * sentence has the other words that they cannot do without as well.
 *
 * This is what keeps the cost of a sentence nearly independent of the number of rules. */
#ifndef KITH_RELATE_ANCHOR_H
#define KITH_RELATE_ANCHOR_H

#include "relate/pattern.h"

struct kith_anchors {
    uint32_t *begins; /* word class -> first place in `rules`; one more than classes */
    kith_id *rules;
    uint32_t class_count;
};

struct kith_rules;

/* File every rule of `rules` under its anchor words, and note what else it needs. Linear
 * in the words of rules and lists. */
enum kith_status kith_anchors_build(struct kith_rules *rules, struct kith_error *err);

/* The rules filed under `class`: *count of them. */
static inline const kith_id *kith_anchored_rules(const struct kith_anchors *anchors,
                                                 kith_id class, uint32_t *count)
{
    *count = anchors->begins[class + 1] - anchors->begins[class];
    return anchors->rules + anchors->begins[class];
}

#endif
