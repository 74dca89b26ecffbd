/* What a page says of its article in its head: for machines, in JSON-LD, Open Graph and
 * <meta>. */
#ifndef KITH_INPUT_HTML_META_H
#define KITH_INPUT_HTML_META_H

#include "input/article_field.h"
#include "input/tree.h"

/* Fill `fields` but the text, each from the first place that has it: JSON-LD's article,
 * Open Graph, <meta>, and the elements <title>, <time> and <html lang>. The name of the
 * site is cut off the end of a title. Strings live in `arena`. */
enum kith_status kith_html_meta(const struct kith_node *root, struct kith_arena *arena,
                                struct kith_str fields[KITH_FIELD_COUNT],
                                struct kith_error *err);

#endif
