/* Where a mark ends: most are one character, but combining marks, modifiers and joiners
 * can make a token of several. */
#ifndef KITH_TEXT_MARK_H
#define KITH_TEXT_MARK_H

#include <stdint.h>

/* The length in bytes of the mark at `bytes`, which are well-formed UTF-8 followed by
 * padding, and begin no word. */
uint32_t kith_mark_size(const unsigned char *bytes);

#endif
