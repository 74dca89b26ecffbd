/* Explanations written out, for `kith explain`: as a page for people, as an object for
 * programs. docs/FORMATS.md describes both. */
#ifndef KITH_OUTPUT_EXPLAINED_H
#define KITH_OUTPUT_EXPLAINED_H

#include "base/buf.h"
#include "gazetteer/correction.h"
#include "recognize/explanation.h"
#include "recognize/name_words.h"

/* What explanations of one article are told with. */
struct kith_explained {
    const struct kith_gazetteer *gazetteer;
    const struct kith_document *document;
    const struct kith_name_words *words;
    const struct kith_mentions *mentions; /* of the article */
    const struct kith_corrections *corrections;
};

/* A failed append shows in the buffer. */
void kith_explained_text(const struct kith_explained *explained,
                         const struct kith_explanation *explanation,
                         struct kith_buf *out);
void kith_explained_json(const struct kith_explained *explained,
                         const struct kith_explanation *explanation,
                         struct kith_buf *out);

/* For both, one sentence without its full stop, on one line: what was decided, what
 * became of an alias, and what is known of one that holds the word. */
void kith_explained_decision(const struct kith_explained *explained,
                             const struct kith_decision *decision, struct kith_buf *out);
void kith_explained_tried(const struct kith_explained *explained,
                          const struct kith_tried *tried, struct kith_buf *out);
void kith_explained_neighbour(const struct kith_explained *explained,
                              const struct kith_neighbour *neighbour,
                              struct kith_buf *out);

/* And in one: what stands there. */
void kith_explained_verdict(const struct kith_explained *explained,
                            const struct kith_explanation *explanation,
                            struct kith_buf *out);

/* Words of the article in quotes, on one line. */
void kith_explained_words(const struct kith_explained *explained, struct kith_span span,
                          struct kith_buf *out);

/* "Dmitry Peskov (person), people.csv:41": an entity, and the row of `alias`. */
void kith_explained_entity(const struct kith_explained *explained, kith_id entity,
                           kith_id alias, struct kith_buf *out);

#endif
