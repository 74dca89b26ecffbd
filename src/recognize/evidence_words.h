/* Words and phrases that speak for or against an entity: the columns `context` and
 * `forbid`. */
#ifndef KITH_RECOGNIZE_EVIDENCE_WORDS_H
#define KITH_RECOGNIZE_EVIDENCE_WORDS_H

#include "recognize/scene.h"

/* Where words are looked for around a name. */
enum kith_reach {
    KITH_REACH_NEAR,   /* its sentence and the ones beside it */
    KITH_REACH_ARTICLE /* everywhere */
};

/* True when one of the words in `cell`, parted by bars, stands within reach of a name in
 * `sentence`, folded as names are. A part of several words stands where they do in a row.
 * Linear in the tokens within reach and the words of the cell. */
bool kith_evidence_stands(const struct kith_scene *scene, struct kith_str cell,
                          uint32_t sentence, enum kith_reach reach);

#endif
