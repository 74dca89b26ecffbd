/* The one cleaner for text that goes into files.
 *
 * Graph formats refuse or change what news text is full of. Everything written passes one
 * of these; invalid UTF-8 and characters illegal in XML 1.0 (most control characters,
 * U+FFFE, U+FFFF) become U+FFFD everywhere, so that all files show the same text. */
#ifndef KITH_OUTPUT_CLEAN_H
#define KITH_OUTPUT_CLEAN_H

#include "base/buf.h"

/* A CSV cell (RFC 4180): quoted when it holds a comma, a quote, or a blank at either end.
 * Each line end inside becomes one blank, so that a row is a line. */
void kith_clean_csv(struct kith_buf *out, struct kith_str text);

/* XML text content: blanks collapsed and trimmed; in CDATA when it holds & or < or ]]>,
 * since Gephi's reader drops blanks around entities. */
void kith_clean_xml(struct kith_buf *out, struct kith_str text);

/* An XML attribute value, without its quotes: blanks collapsed and trimmed. */
void kith_clean_xml_attribute(struct kith_buf *out, struct kith_str text);

/* Text of an HTML page, in which each line end, of whatever kind, is a line feed. */
void kith_clean_html(struct kith_buf *out, struct kith_str text);

/* A quoted DOT string, quotes included, for labels, ids and names. It is written in
 * pieces joined by +, since Graphviz takes no more than 16 KB at a time. */
void kith_clean_dot(struct kith_buf *out, struct kith_str text);

/* One line for a terminal: blanks, line ends and control characters, C1's too, become one
 * blank each run, none at either end. */
void kith_clean_line(struct kith_buf *out, struct kith_str text);

/* A DOT label, of as many lines as `text` has. */
void kith_clean_dot_label(struct kith_buf *out, struct kith_str text);

/* A DOT tooltip: Graphviz 2.42 reads the escapes in these twice. */
void kith_clean_dot_tooltip(struct kith_buf *out, struct kith_str text);

/* An address for Graphviz to link to: what may not stand in one is percent-encoded. */
void kith_clean_dot_url(struct kith_buf *out, struct kith_str text);

/* Text within one of Graphviz's HTML-like labels. */
void kith_clean_dot_html(struct kith_buf *out, struct kith_str text);

/* Text within Graphviz's drawing instructions (xdot), which stand in a quoted string and
 * count the bytes of a text: no quotes, no backslashes. */
void kith_clean_xdot(struct kith_buf *out, struct kith_str text);

/* A JSON string, quotes included. */
void kith_clean_json(struct kith_buf *out, struct kith_str text);

/* An entity's key as an id that every format takes: an XML name token, never empty. A
 * usual key ("Q7747", "person:dmitry-peskov") stands as it is; any other character is
 * written _xHHHH_, the rule of SQL/XML (ISO 9075-14, 9.1), so that ids stay unique. */
void kith_clean_id(struct kith_buf *out, struct kith_str key);

/* What one cleaner makes of a text, cleaned by another: HTML within JSON, ids within
 * DOT. */
void kith_clean_twice(struct kith_buf *out, struct kith_str text,
                      void (*first)(struct kith_buf *out, struct kith_str text),
                      void (*then)(struct kith_buf *out, struct kith_str text));

#endif
