/* The one normaliser, used for names and for text alike: two spellings meet when their
 * folded forms are equal.
 *
 * Folding takes one token: canonical decomposition, marks dropped, case folded, letters
 * with built-in strokes to their base (ł ø đ ß æ œ ...), curly apostrophes and quotes to
 * straight ones, every hyphen to '-', width variants to the plain form, and the dots of
 * dotted initials dropped ("U.S." folds to "us"). The text itself is never folded, so
 * offsets always point at what the author wrote. */
#ifndef KITH_TEXT_FOLD_H
#define KITH_TEXT_FOLD_H

#include <stdint.h>

#include "base/buf.h"
#include "text/token.h"

/* Longer tokens are folded up to here; two that differ only behind it meet. */
#define KITH_FOLD_LIMIT 256

/* Fold `token` of `text`, which has padding as for kith_tokenize, into `out`
 * (KITH_FOLD_LIMIT bytes) and return the length. */
size_t kith_fold(struct kith_str text, const struct kith_token *token, char *out);

/* The hash of the folded token: what the gazetteer and the rules look words up by. */
uint64_t kith_fold_hash(struct kith_str text, const struct kith_token *token);

/* True when two spellings differ at most in composition (NFC or NFD), in curly or
 * straight quotes, in the kind of hyphen, in invisible characters and in the blanks and
 * line ends between words: same case, same diacritics. Neither needs padding. */
bool kith_spelling_is_exact(struct kith_str a, struct kith_str b);

/* The name as a slug for ids: folded words joined by '-'; letters of other scripts stay.
 * "Dmitry Peskov" gives "dmitry-peskov". Empty when the name holds no letter or digit. */
void kith_slug(struct kith_str name, struct kith_buf *out);

#endif
