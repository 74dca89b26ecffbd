/* Pieces of HTML where a text is expected: in feeds, and in tables and JSON that were
 * exported from web sites. */
#ifndef KITH_INPUT_MARKUP_H
#define KITH_INPUT_MARKUP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/* Is it HTML beyond doubt: a <br>, two tags, or a character reference such as &amp; or
 * &#8217;? Linear, and quick where there is neither '<' nor '&'. */
bool kith_markup_is_sure(struct kith_str text);

/* The text of the piece, with an empty line between paragraphs. Where no tag breaks a
 * line, empty lines part paragraphs, as in the editors of web sites; elsewhere lines mean
 * nothing, as in HTML. Into `arena`; empty when the piece is. */
enum kith_status kith_markup_read(struct kith_str html, struct kith_arena *arena,
                                  struct kith_str *text, struct kith_error *err);

#endif
