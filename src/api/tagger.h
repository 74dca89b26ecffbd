/* The tagger from within: what marks up articles and explains them. */
#ifndef KITH_API_TAGGER_H
#define KITH_API_TAGGER_H

#include "base/buf.h"
#include "batch/reading.h"
#include "kith.h"

struct kith_tagger {
    struct kith_setup setup;
    struct kith_reader_options reading;
    struct kith_arena arena; /* of the article being read */
    struct kith_buf text;    /* what was given out last */
};

/* Read the article at `path` and find its mentions; the tagger's arena and text begin
 * anew. `trace` may be NULL. */
enum kith_status kith_tagger_read(struct kith_tagger *tagger, const char *path,
                                  struct kith_trace *trace, struct kith_reading *reading,
                                  struct kith_error *err);

/* Give tagger->text out, zero-terminated, until the next reading. */
enum kith_status kith_tagger_give(struct kith_tagger *tagger, const char **text,
                                  size_t *length, struct kith_error *err);

#endif
