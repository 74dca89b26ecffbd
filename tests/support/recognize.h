/* Recognising with what is built in and nothing asked for. */
#ifndef KITH_TESTS_RECOGNIZE_H
#define KITH_TESTS_RECOGNIZE_H

#include "recognize/mention.h"

static inline enum kith_status support_recognize(const struct kith_gazetteer *gazetteer,
                                                 const struct kith_document *document,
                                                 struct kith_arena *arena,
                                                 struct kith_mentions *mentions,
                                                 struct kith_error *err)
{
    struct kith_recognizer *recognizer;
    KITH_TRY(kith_recognizer_new(gazetteer, NULL, NULL, &recognizer, err));
    enum kith_status status = kith_recognize(recognizer, document, arena, mentions, err);
    kith_recognizer_free(recognizer);
    return status;
}

#endif
