/* An article as kith reads it, for people and for programs. */
#ifndef KITH_OUTPUT_SHOWN_H
#define KITH_OUTPUT_SHOWN_H

#include "base/buf.h"
#include "input/article.h"

/* A line that names the article and its day, as `tail` has it: "==> a.html (2024-03-22)
 * <==".
 */
void kith_shown_heading(struct kith_buf *out, const struct kith_article *article);

/* One JSON object on a line: path, title, date, source, language, url, text; those that
 * are empty are left out. `text` is UTF-8. */
void kith_shown_json(struct kith_buf *out, const struct kith_article *article,
                     struct kith_str text);

#endif
