/* Articles held in memory, so that a bench measures no disk; and the clock of benches. */
#ifndef KITH_BENCH_CORPUS_H
#define KITH_BENCH_CORPUS_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "input/reader.h"
#include "input/source.h"

struct corpus {
    struct kith_arena arena;
    struct kith_article *articles;
    uint32_t count;
    uint64_t bytes;
};

/* Seconds of this process: another that shares the core does not count. */
static inline double corpus_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* A bench goes no further than its first failure. */
static inline void corpus_must(enum kith_status status, const struct kith_error *err)
{
    if (status == KITH_OK)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static inline void corpus_read(struct corpus *corpus, const char *path)
{
    struct kith_error err = {0};
    struct kith_problems problems;
    struct kith_sources sources = {0};
    kith_arena_init(&corpus->arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &corpus->arena);
    corpus_must(kith_sources_find(&sources, &path, 1, &corpus->arena, &problems, &err),
                &err);
    corpus->articles = KITH_ARRAY(&corpus->arena, struct kith_article, sources.count);
    corpus->count = 0;
    corpus->bytes = 0;
    for (uint32_t i = 0; corpus->articles && i < sources.count; i++) {
        struct kith_article *article = &corpus->articles[corpus->count++];
        article->path = sources.items[i];
        corpus_must(kith_file_read(sources.items[i].data, UINT32_MAX, &corpus->arena,
                                   &article->bytes, &err),
                    &err);
        corpus->bytes += article->bytes.length;
    }
}

static inline void corpus_release(struct corpus *corpus)
{
    kith_arena_release(&corpus->arena);
}

#endif
