/* A gazetteer from CSV in a string literal, and an article from another. */
#ifndef KITH_TESTS_READING_H
#define KITH_TESTS_READING_H

#include "support/check.h"

#include <stdlib.h>

#include "base/file.h"
#include "gazetteer/gazetteer.h"
#include "text/document.h"

struct check_reading {
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_gazetteer *gazetteer;
    struct kith_abbreviations *abbreviations;
    struct kith_article article;
    struct kith_document document;
    struct kith_error err;
};

static inline void check_reading_init(struct check_reading *reading)
{
    *reading = (struct check_reading){0};
    kith_arena_init(&reading->arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&reading->problems, &reading->arena);
    assert_ok(kith_gazetteer_new(&reading->gazetteer, &reading->err), &reading->err);
    assert_ok(kith_abbreviations_load(NULL, &reading->problems, &reading->abbreviations,
                                      &reading->err),
              &reading->err);
}

static inline void check_reading_release(struct check_reading *reading)
{
    kith_abbreviations_free(reading->abbreviations);
    kith_gazetteer_free(reading->gazetteer);
    kith_arena_release(&reading->arena);
}

/* Load a table as if from a file of that name. */
static inline void check_load(struct check_reading *reading, const char *name,
                              const char *csv)
{
    assert_ok(kith_gazetteer_load_bytes(reading->gazetteer, kith_str_of(csv), name,
                                        &reading->problems, &reading->err),
              &reading->err);
}

static inline void check_compile(struct check_reading *reading)
{
    assert_ok(
        kith_gazetteer_compile(reading->gazetteer, &reading->problems, &reading->err),
        &reading->err);
}

/* The id of an entity's node, in reading->arena. */
static inline struct kith_str check_key(struct check_reading *reading, kith_id entity)
{
    struct kith_buf room = {0};
    struct kith_str key = kith_str_copy(
        &reading->arena, kith_gazetteer_key(reading->gazetteer, entity, &room));
    kith_buf_release(&room);
    assert_non_null(key.data);
    return key;
}

/* Make reading->article of `text`, padding behind it. */
static inline void check_article(struct check_reading *reading, struct kith_str text)
{
    char *bytes = kith_arena_zeroed(&reading->arena, text.length + KITH_FILE_PADDING, 1);
    assert_non_null(bytes);
    memcpy(bytes, text.data, text.length);
    reading->article = (struct kith_article){.path = KITH_STR("article.txt"),
                                             .bytes = {bytes, text.length}};
}

/* Read an article into reading->document. */
static inline void check_read(struct check_reading *reading, const char *text)
{
    check_article(reading, kith_str_of(text));
    assert_ok(kith_document_read(&reading->article, reading->abbreviations,
                                 &reading->arena, &reading->document, &reading->err),
              &reading->err);
}

#endif
