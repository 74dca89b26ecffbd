/* Rejections: mentions that the user's corrections say are none. */
#ifndef KITH_RECOGNIZE_REJECTION_H
#define KITH_RECOGNIZE_REJECTION_H

#include "gazetteer/correction.h"
#include "recognize/mention.h"

struct kith_rejections;

/* Of corrections that have been applied; they are borrowed. Free with
 * kith_rejections_free. */
enum kith_status kith_rejections_new(const struct kith_corrections *corrections,
                                     struct kith_rejections **out,
                                     struct kith_error *err);
void kith_rejections_free(struct kith_rejections *rejections);

/* Take out of `mentions` what is rejected, telling `trace` (may be NULL); NULL rejects
 * nothing. A line end or several blanks in the text count as one blank. Linear. */
void kith_rejections_apply(const struct kith_rejections *rejections,
                           const struct kith_document *document, struct kith_trace *trace,
                           struct kith_mentions *mentions);

#endif
