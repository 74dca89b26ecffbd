/* Articles in XML: feeds (RSS 2.0, RSS 1.0, Atom, WordPress exports) and what news
 * agencies send (NITF, NewsML 1.2, NewsML-G2). */
#ifndef KITH_INPUT_XML_READER_H
#define KITH_INPUT_XML_READER_H

#include "input/article.h"
#include "input/tree.h"

/* Do the bytes begin like XML that is no web page? */
bool kith_xml_is_document(struct kith_str bytes);

/* May the document that begins so hold many articles, by its first element? */
bool kith_xml_holds_many(struct kith_str bytes);

/* The next article at or behind `node`, which begins with `root`; articles do not stand
 * in one another. NULL after the last. A document of no kind that is known is an article
 * itself. */
const struct kith_node *kith_xml_next(const struct kith_node *node,
                                      const struct kith_node *root);

/* Make an article of it: the full text counts before a summary, and a title alone is a
 * text, too. KITH_BAD_INPUT when there is neither. */
enum kith_status kith_xml_read(const struct kith_node *node, struct kith_arena *arena,
                               struct kith_article *article, struct kith_error *err);

#endif
