/* Which part of a page is the article. */
#ifndef KITH_INPUT_HTML_BODY_H
#define KITH_INPUT_HTML_BODY_H

#include "input/html_text.h"

/* The article's text: without menus, links to other articles, captions, cookie notices
 * and comments. Blocks that look like paragraphs count for their part of the page, others
 * against it, by their length; the part with the largest sum is taken (the maximum
 * subsequence of Pasternack and Roth 2009, among elements). Empty when nothing looks like
 * a paragraph. Linear in the page, times its depth. */
enum kith_status kith_html_body(const struct kith_node *root, struct kith_arena *arena,
                                struct kith_str *text, struct kith_error *err);

#endif
