/* What stands on a page beside its article. */
#ifndef KITH_INPUT_HTML_CLUTTER_H
#define KITH_INPUT_HTML_CLUTTER_H

#include "input/html_text.h"

/* Mark the elements, by number, that their own names, roles and classes say are menus,
 * asides, captions, adverts, notices or comments, and what is hidden. One that holds a
 * large part of the paragraphs in `blocks`, all of the page's, is none, whatever it is
 * called. `node_count` are numbered from 0. Linear in the page, times its depth. */
enum kith_status kith_html_clutter(const struct kith_node *root, uint32_t node_count,
                                   const struct kith_blocks *blocks,
                                   struct kith_arena *arena, bool **is_clutter,
                                   struct kith_error *err);

#endif
