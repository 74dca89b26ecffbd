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

/* The first token within reach of a name in `sentence` where one of the words in `cell`,
 * parted by bars, stands, folded as names are; KITH_NO_ID for none. A part of several
 * words stands where they do in a row. Linear in the tokens within reach and the words of
 * the cell. */
uint32_t kith_evidence_find(const struct kith_scene *scene, struct kith_str cell,
                            uint32_t sentence, enum kith_reach reach);

/* The same for the cell of that column of an entity's row; KITH_NO_ID, too, where it is
 * empty or there is no such column. */
uint32_t kith_evidence_of_row(const struct kith_scene *scene, kith_id entity,
                              uint32_t column, uint32_t sentence, enum kith_reach reach);

#endif
