/* A saved web page as an article. */
#ifndef KITH_INPUT_HTML_READER_H
#define KITH_INPUT_HTML_READER_H

#include "base/arena.h"
#include "base/status.h"
#include "input/article.h"

/* Do the bytes begin like a page? */
bool kith_html_is_page(struct kith_str bytes);

/* Make an article of the page that article->bytes hold. KITH_BAD_INPUT when it has no
 * text that looks like one. */
enum kith_status kith_html_read(struct kith_article *article, struct kith_arena *arena,
                                struct kith_error *err);

#endif
