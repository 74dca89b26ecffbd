/* What articles are recognised with: a gazetteer, the words of names, and what the user
 * wants. Made once, constant afterwards, shared by all threads. */
#ifndef KITH_RECOGNIZE_RECOGNIZER_H
#define KITH_RECOGNIZE_RECOGNIZER_H

#include "gazetteer/gazetteer.h"
#include "kith.h"
#include "recognize/name_words.h"

struct kith_recognizer;
struct kith_rejections;

/* `gazetteer` is compiled and borrowed, as are `words`; NULL: the built-in ones.
 * `options` may be NULL. Free with kith_recognizer_free. */
enum kith_status kith_recognizer_new(const struct kith_gazetteer *gazetteer,
                                     const struct kith_name_words *words,
                                     const struct kith_recognize_options *options,
                                     struct kith_recognizer **out,
                                     struct kith_error *err);

/* What `rejections` (borrowed; may be NULL) name is then no mention, and lends its name
 * to no short form. */
void kith_recognizer_reject(struct kith_recognizer *recognizer,
                            const struct kith_rejections *rejections);

void kith_recognizer_free(struct kith_recognizer *recognizer);

#endif
