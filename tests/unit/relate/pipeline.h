/* A sentence through the real rooms: text, gazetteer, recognition, rules. */
#ifndef KITH_TESTS_PIPELINE_H
#define KITH_TESTS_PIPELINE_H

#include "support/check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "relate/stated.h"
#include "support/recognize.h"

struct pipeline {
    struct kith_arena arena; /* of the article; reset at each run */
    struct kith_gazetteer *gazetteer;
    struct kith_rules *rules;
    struct kith_abbreviations *abbreviations;
    struct kith_recognize_options recognize; /* all zero, unless the caller sets it */
    struct kith_str language; /* of the article; empty, unless the caller sets it */
    struct kith_findings findings;
    struct kith_document document;
    struct kith_mentions mentions;
};

/* A gazetteer of the rows in `csv`, compiled. */
static inline struct kith_gazetteer *pipeline_gazetteer(const char *csv)
{
    char path[] = "/tmp/kith-gazetteer-XXXXXX.csv";
    struct kith_error err = {0};
    struct kith_problems problems;
    struct kith_arena arena;
    struct kith_gazetteer *gazetteer = NULL;
    int file = mkstemps(path, 4);
    assert_true(file >= 0);
    assert_int_equal(write(file, csv, strlen(csv)), strlen(csv));
    close(file);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    assert_ok(kith_gazetteer_new(&gazetteer, &err), &err);
    assert_ok(kith_gazetteer_load(gazetteer, path, &problems, &err), &err);
    assert_ok(kith_gazetteer_compile(gazetteer, &problems, &err), &err);
    assert_int_equal(problems.fault_count, 0);
    kith_arena_release(&arena);
    unlink(path);
    return gazetteer;
}

static inline void pipeline_open_rules(struct pipeline *p)
{
    struct kith_error err = {0};
    memset(p, 0, sizeof *p);
    kith_arena_init(&p->arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_rules_new(&p->rules, &err), &err);
    assert_ok(kith_rules_load(p->rules, "gazetteers/statements.rel", &err), &err);
    assert_ok(kith_abbreviations_load(NULL, NULL, &p->abbreviations, &err), &err);
}

/* Open a pipeline for the gazetteer in `csv`; the caller loads pipeline->rules and calls
 * pipeline_compile. */
static inline void pipeline_open(struct pipeline *p, const char *csv)
{
    pipeline_open_rules(p);
    p->gazetteer = pipeline_gazetteer(csv);
}

/* Open a pipeline for the rules of a file, with its cast as the gazetteer. */
static inline void pipeline_open_file(struct pipeline *p, const char *rules)
{
    struct kith_error err = {0};
    struct kith_buf cast = {0};
    pipeline_open_rules(p);
    assert_ok(kith_rules_load(p->rules, rules, &err), &err);
    kith_rules_write_cast(p->rules, &cast);
    kith_buf_byte(&cast, '\0');
    assert_ok(kith_buf_check(&cast, &err), &err);
    p->gazetteer = pipeline_gazetteer(cast.data);
    kith_buf_release(&cast);
}

static inline void pipeline_load(struct pipeline *p, const char *rules)
{
    struct kith_error err = {0};
    assert_ok(kith_rules_load_bytes(p->rules, kith_str_of(rules), "test.rel", &err),
              &err);
}

static inline void pipeline_compile(struct pipeline *p)
{
    struct kith_error err = {0};
    assert_ok(kith_rules_compile(p->rules, p->gazetteer, &err), &err);
}

static inline void pipeline_close(struct pipeline *p)
{
    kith_arena_release(&p->arena);
    kith_rules_free(p->rules);
    kith_gazetteer_free(p->gazetteer);
    kith_abbreviations_free(p->abbreviations);
}

/* Read `text` and find its mentions and relations; they stand in p->findings. */
static inline void pipeline_run(struct pipeline *p, struct kith_str text)
{
    struct kith_error err = {0};
    kith_arena_reset(&p->arena);
    struct kith_article *article = KITH_ARRAY(&p->arena, struct kith_article, 1);
    char *bytes = kith_arena_zeroed(&p->arena, text.length + KITH_FILE_PADDING, 1);
    memcpy(bytes, text.data, text.length);
    article->bytes = (struct kith_str){bytes, text.length};
    article->path = KITH_STR("article.txt");
    article->language = p->language;
    assert_ok(
        kith_document_read(article, p->abbreviations, &p->arena, &p->document, &err),
        &err);
    memset(&p->mentions, 0, sizeof p->mentions);
    assert_ok(support_recognize_with(&p->recognize, p->gazetteer, &p->document, &p->arena,
                                     &p->mentions, &err),
              &err);
    assert_ok(kith_relate(p->gazetteer, p->rules, (struct kith_window){KITH_SENTENCE, 0},
                          &p->document, &p->mentions, &p->arena, &p->findings, &err),
              &err);
}

static inline enum kith_status pipeline_relate(struct kith_arena *arena, void *context,
                                               struct kith_error *err)
{
    struct pipeline *p = context;
    struct kith_findings findings;
    return kith_relate(p->gazetteer, p->rules, (struct kith_window){KITH_SENTENCE, 0},
                       &p->document, &p->mentions, arena, &findings, err);
}

/* Relating what the last run read survives every cap of memory. */
static inline void pipeline_check_memory(struct pipeline *p)
{
    check_memory_sweep(pipeline_relate, p);
}

/* The typed relations found, one a line: "Putin -leads-> Russia [president]". */
static inline void pipeline_print(const struct pipeline *p, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < p->findings.evidence_count; i++) {
        const struct kith_evidence *row = &p->findings.evidence[i];
        if (row->relation == KITH_COOCCURRENCE)
            continue;
        struct kith_relation_type type = kith_rules_relation(p->rules, row->relation);
        used += (size_t)snprintf(
            out + used, room - used, "%s%.*s -%.*s%s %.*s [%.*s]", used ? "\n" : "",
            KITH_STR_ARGS(kith_gazetteer_entity(p->gazetteer, row->source).name),
            KITH_STR_ARGS(type.name), type.is_symmetric ? "-" : "->",
            KITH_STR_ARGS(kith_gazetteer_entity(p->gazetteer, row->target).name),
            KITH_STR_ARGS(
                kith_str_slice(p->document.text, row->trigger_begin, row->trigger_end)));
    }
}

/* True when the text states the relation, or a kind of it, as a fact. */
static inline bool pipeline_has_relation(const struct pipeline *p, kith_id relation)
{
    return kith_stated_is(p->rules, &p->findings, relation, true);
}

#endif
