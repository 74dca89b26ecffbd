/* Small words that are written together with the word beside them: the particles behind a
 * Korean noun, and "and" before an Arabic or a Hebrew one. Each becomes a token of its
 * own, so that a name is found with them. A word that only looks as if it had one is
 * parted as well, in names as in texts, and so found all the same.
 *
 * All functions look at well-formed UTF-8 followed by padding and never pass it. */
#ifndef KITH_TEXT_CLITIC_H
#define KITH_TEXT_CLITIC_H

#include <stdint.h>

/* The end of the small word that begins the word at `begin`; `begin` when there is none.
 */
uint32_t kith_clitic_end(const unsigned char *bytes, uint32_t begin);

/* Where the small words begin that end the word from `begin` to `end`; `end` when there
 * are none. Something always stands before them. */
uint32_t kith_clitic_begin(const unsigned char *bytes, uint32_t begin, uint32_t end);

#endif
