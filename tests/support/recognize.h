/* Recognising with the shipped words. */
#ifndef KITH_TESTS_RECOGNIZE_H
#define KITH_TESTS_RECOGNIZE_H

#include "base/buf.h"
#include "recognize/mention.h"

/* Loaded once a program; NULL, the built-in ones, away from the sources. */
static inline const struct kith_name_words *support_words(void)
{
    static struct kith_name_words *words;
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_error err;
    if (words)
        return words;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    if (kith_name_words_load("gazetteers/name_words.csv", &problems, &words, &err) !=
        KITH_OK)
        words = NULL;
    kith_arena_release(&arena);
    return words;
}

static inline enum kith_status
support_recognize_with(const struct kith_recognize_options *options,
                       const struct kith_gazetteer *gazetteer,
                       const struct kith_document *document, struct kith_arena *arena,
                       struct kith_mentions *mentions, struct kith_error *err)
{
    struct kith_recognizer *recognizer;
    KITH_TRY(kith_recognizer_new(gazetteer, support_words(), options, &recognizer, err));
    enum kith_status status = kith_recognize(recognizer, document, arena, mentions, err);
    kith_recognizer_free(recognizer);
    return status;
}

static inline enum kith_status support_recognize(const struct kith_gazetteer *gazetteer,
                                                 const struct kith_document *document,
                                                 struct kith_arena *arena,
                                                 struct kith_mentions *mentions,
                                                 struct kith_error *err)
{
    return support_recognize_with(NULL, gazetteer, document, arena, mentions, err);
}

/* Append the surfaces of the mentions to `line`, joined by "; ". */
static inline void support_surfaces(const struct kith_document *document,
                                    const struct kith_mentions *mentions,
                                    struct kith_buf *line)
{
    for (uint32_t i = 0; i < mentions->count; i++)
        kith_buf_format(
            line, "%s%.*s", line->length ? "; " : "",
            KITH_STR_ARGS(kith_str_slice(document->text, mentions->items[i].begin,
                                         mentions->items[i].end)));
}

#endif
