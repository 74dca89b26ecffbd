/* Inflected names: all words of a name put into the same case together, "Dmitrija
 * Peskova" and never "Dmitrija Peskovym". For this room. */
#ifndef KITH_GAZETTEER_INFLECTION_H
#define KITH_GAZETTEER_INFLECTION_H

#include "gazetteer/variant_name.h"

/* How the words of a name are inflected in one language. */
struct kith_inflection {
    const struct kith_variant_name *name;
    struct kith_word_hit hits[KITH_NAME_WORDS]; /* pattern NULL: the word stays */
    uint32_t case_count; /* forms a word has at most; 0: no word is inflected */
    uint32_t words;      /* bits: those that are */
};

/* Find the rule for each word: of those of `language` that fit, the one with the longest
 * text, so that "*ский" goes before "*ий". */
void kith_inflection_find(const struct kith_variant_name *name, uint8_t language,
                          struct kith_inflection *inflection);

/* Put word `w`, one of those inflected, into a case. False when it stays as it is. */
bool kith_inflection_apply(const struct kith_inflection *inflection, uint32_t w,
                           uint32_t which, struct kith_variant_word *out);

#endif
