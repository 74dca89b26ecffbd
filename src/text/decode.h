/* Bytes of unknown encoding into clean UTF-8. */
#ifndef KITH_TEXT_DECODE_H
#define KITH_TEXT_DECODE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "text/document.h"

/* Find out what `bytes` are and give them as UTF-8 in *text: the very same bytes when
 * they are UTF-8 already (their byte order mark stays), else a conversion in `arena`,
 * followed by KITH_FILE_PADDING zero bytes, without byte order mark. KITH_BAD_INPUT when
 * there are NUL characters in it; the sentence says so of `name`. Linear. */
enum kith_status kith_decode(struct kith_str bytes, struct kith_str name,
                             struct kith_arena *arena, struct kith_str *text,
                             enum kith_encoding *encoding, struct kith_error *err);

#endif
