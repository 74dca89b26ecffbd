/* The one cleaner for text that goes into files.
 *
 * Graph formats refuse or change what news text is full of. Everything written passes one
 * of these; invalid UTF-8 and characters illegal in XML 1.0 become U+FFFD everywhere. */
#ifndef KITH_OUTPUT_CLEAN_H
#define KITH_OUTPUT_CLEAN_H

#include "base/buf.h"

/* A CSV cell (RFC 4180): quoted when it holds a comma, a quote or a line end. Line ends
 * inside become one blank, so that a row is a line. */
void kith_clean_csv(struct kith_buf *out, struct kith_str text);

/* XML text content: blanks collapsed and trimmed; in CDATA when it holds & or < or ]]>,
 * since Gephi's reader drops blanks around entities. */
void kith_clean_xml(struct kith_buf *out, struct kith_str text);

/* An XML attribute value, without its quotes. */
void kith_clean_xml_attribute(struct kith_buf *out, struct kith_str text);

/* A quoted DOT string, quotes included, for labels and for tooltips. */
void kith_clean_dot(struct kith_buf *out, struct kith_str text);
void kith_clean_dot_tooltip(struct kith_buf *out, struct kith_str text);

/* A JSON string, quotes included. */
void kith_clean_json(struct kith_buf *out, struct kith_str text);

#endif
