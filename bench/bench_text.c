/* How fast bytes become sentences, in memory, on one core.
 *
 *   bench_text [-n ROUNDS] FILE|FOLDER...
 *
 * Loads every file first, then times decoding, tokenising and the marking of sentences
 * over all of them, each step for itself and the three together, and prints the best of
 * the rounds in megabytes (10^6 bytes) a second. The arena is reset after each article,
 * as in a run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <ftw.h>

#include "base/file.h"
#include "text/decode.h"
#include "text/document.h"
#include "text/fold.h"
#include "text/paragraph.h"
#include "text/sentence.h"

struct corpus {
    struct kith_arena arena;
    struct kith_str *items;
    uint32_t count, room;
    size_t bytes;
};

/* nftw takes no context. */
static struct corpus corpus;

struct times {
    double decode, tokens, sentences, folds, all;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int load(const char *path, const struct stat *info, int type, struct FTW *ftw)
{
    (void)info;
    (void)ftw;
    struct kith_error err;
    if (type != FTW_F)
        return 0;
    struct kith_str bytes;
    if (kith_file_read(path, UINT32_MAX, &corpus.arena, &bytes, &err) != KITH_OK ||
        !KITH_ARENA_PUSHABLE(&corpus.arena, &corpus)) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    corpus.items[corpus.count++] = bytes;
    corpus.bytes += bytes.length;
    return 0;
}

static void must(enum kith_status status, const struct kith_error *err)
{
    if (status == KITH_OK)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(1);
}

struct counts {
    uint64_t tokens, sentences, hash;
};

/* One article, step by step; the clock is read between the steps. */
static void run_steps(struct kith_str bytes, const struct kith_abbreviations *list,
                      struct kith_arena *arena, struct times *times,
                      struct counts *counts)
{
    struct kith_error err = {{0}};
    struct kith_document document = {0};
    double t0 = now();
    must(kith_decode(bytes, KITH_STR("bench"), arena, &document.text, &document.encoding,
                     &err),
         &err);
    double t1 = now();
    must(kith_tokenize(document.text, arena, &document.tokens, &err), &err);
    double t2 = now();
    kith_paragraphs_mark(document.text, &document.tokens);
    bool has_title = kith_title_mark(document.text, &document.tokens);
    must(kith_sentences_split(&document, has_title, list, arena, &err), &err);
    double t3 = now();
    for (uint32_t i = 0; i < document.tokens.count; i++)
        counts->hash ^= kith_fold_hash(document.text, &document.tokens.items[i]);
    double t4 = now();
    times->decode += t1 - t0;
    times->tokens += t2 - t1;
    times->sentences += t3 - t2;
    times->folds += t4 - t3;
    counts->tokens += document.tokens.count;
    counts->sentences += document.sentences.count;
    kith_arena_reset(arena);
}

static double run_whole(const struct kith_abbreviations *list, struct kith_arena *arena)
{
    double begin = now();
    for (uint32_t i = 0; i < corpus.count; i++) {
        struct kith_error err = {{0}};
        struct kith_article article = {.bytes = corpus.items[i]};
        struct kith_document document;
        must(kith_document_read(&article, list, arena, &document, &err), &err);
        kith_arena_reset(arena);
    }
    return now() - begin;
}

static double least(double best, double time)
{
    return best == 0 || time < best ? time : best;
}

static void keep_best(struct times *best, const struct times *times)
{
    best->decode = least(best->decode, times->decode);
    best->tokens = least(best->tokens, times->tokens);
    best->sentences = least(best->sentences, times->sentences);
    best->folds = least(best->folds, times->folds);
    best->all = least(best->all, times->all);
}

static void report(const struct times *best, const struct counts *counts)
{
    double megabytes = (double)corpus.bytes / 1e6;
    printf("%u texts, %.1f MB, %llu tokens, %llu sentences\n", corpus.count, megabytes,
           (unsigned long long)counts->tokens, (unsigned long long)counts->sentences);
    printf("decode            %7.0f MB/s\n", megabytes / best->decode);
    printf("tokens            %7.0f MB/s\n", megabytes / best->tokens);
    printf("sentences         %7.0f MB/s\n", megabytes / best->sentences);
    printf("fold every token  %7.0f MB/s\n", megabytes / best->folds);
    printf("kith_document_read%7.0f MB/s  (the first three)\n", megabytes / best->all);
}

int main(int argc, char **argv)
{
    int rounds = 5, first = 1;
    if (argc > 2 && strcmp(argv[1], "-n") == 0) {
        rounds = atoi(argv[2]);
        first = 3;
    }
    kith_arena_init(&corpus.arena, KITH_ARENA_UNCAPPED);
    for (int i = first; i < argc; i++)
        if (nftw(argv[i], load, 16, FTW_PHYS) != 0)
            return 1;
    if (corpus.count == 0) {
        fprintf(stderr, "usage: bench_text [-n ROUNDS] FILE|FOLDER...\n");
        return 2;
    }
    struct kith_error err = {{0}};
    struct kith_abbreviations *list;
    struct kith_problems problems;
    kith_problems_init(&problems, &corpus.arena);
    must(kith_abbreviations_load("gazetteers/abbreviations.csv", &problems, &list, &err),
         &err);
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct times best = {0};
    struct counts counts = {0};
    for (int round = 0; round < rounds; round++) {
        struct times times = {0};
        counts = (struct counts){0};
        for (uint32_t i = 0; i < corpus.count; i++)
            run_steps(corpus.items[i], list, &arena, &times, &counts);
        times.all = run_whole(list, &arena);
        keep_best(&best, &times);
    }
    report(&best, &counts);
    kith_abbreviations_free(list);
    kith_arena_release(&arena);
    kith_arena_release(&corpus.arena);
    return 0;
}
