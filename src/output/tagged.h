/* One article with its names marked up, in the formats of `kith tag`. */
#ifndef KITH_OUTPUT_TAGGED_H
#define KITH_OUTPUT_TAGGED_H

#include "base/buf.h"
#include "recognize/mention.h"

/* Append `document` with its mentions to `out`; docs/FORMATS.md describes each format. A
 * failed append shows in the buffer. */
void kith_tagged_write(enum kith_tag_format format,
                       const struct kith_gazetteer *gazetteer,
                       const struct kith_document *document,
                       const struct kith_mentions *mentions, struct kith_buf *out);

/* Append one mention as the JSON object of KITH_TAG_JSONL, without its line end. */
void kith_tagged_object(const struct kith_gazetteer *gazetteer,
                        const struct kith_document *document,
                        const struct kith_mention *mention, struct kith_buf *out);

#endif
