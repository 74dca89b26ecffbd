/* Which line ends part paragraphs, and whether the first line is a title. */
#ifndef KITH_TEXT_PARAGRAPH_H
#define KITH_TEXT_PARAGRAPH_H

#include <stdbool.h>

#include "text/token.h"

/* A title is wrapped once at most. */
#define KITH_TITLE_LINES 2

/* Turn each KITH_GAP_LINE of `tokens` that parts paragraphs into KITH_GAP_PARAGRAPH. Line
 * ends that only wrap a line stay what they are. Linear. */
void kith_paragraphs_mark(struct kith_str text, struct kith_tokens *tokens);

/* True when the text begins with a title; then the token behind it begins a paragraph.
 * Asked after kith_paragraphs_mark. */
bool kith_title_mark(struct kith_str text, struct kith_tokens *tokens);

#endif
