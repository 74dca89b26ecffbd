/* The lines above a text that say what it is: "Title: ...", "Date: ...". */
#ifndef KITH_INPUT_TEXT_HEADER_H
#define KITH_INPUT_TEXT_HEADER_H

#include "base/arena.h"
#include "base/status.h"
#include "input/article.h"

/* Take the header off article->bytes, a text in UTF-8 or another superset of ASCII, and
 * fill the article's fields from it. Nothing happens without one.
 *
 * A header is lines of a name, a colon and something behind it, from the first line to an
 * empty one. At least two of them are known (title, date, source, language, url, by the
 * names that columns have, and author); or there is one, a title, or a date that can be
 * read. So "Update: ..." above a text is text.
 *
 * What is taken off becomes blanks, and a title stays where it stands, unless the text
 * begins with it: offsets are those of the file. KITH_NO_MEMORY. */
enum kith_status kith_text_header_take(struct kith_article *article,
                                       struct kith_arena *arena, struct kith_error *err);

#endif
