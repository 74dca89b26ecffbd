/* How fast bytes become sentences, in memory, on one core.
 *
 *   bench_text [-n ROUNDS] FILE|FOLDER...
 *
 * Loads every file first, then goes over all of them with one step more each time:
 * decoding; and tokenising; and paragraphs, title and sentences; and the folding of every
 * token. Prints the processor time of each step, the difference of two passes, as
 * megabytes (10^6 bytes) a second, the best of the rounds. The arena is reset after each
 * article, as in a run. */
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

enum step { DECODE, TOKENS, SENTENCES, FOLDS, STEPS };

struct counts {
    uint64_t tokens, sentences, hash;
};

/* One article, up to a step. */
static void run(struct kith_str bytes, enum step last,
                const struct kith_abbreviations *list, struct kith_arena *arena,
                struct counts *counts)
{
    struct kith_error err = {{0}};
    struct kith_document document = {0};
    must(kith_decode(bytes, KITH_STR("bench"), arena, &document.text, &document.encoding,
                     &err),
         &err);
    if (last >= TOKENS)
        must(kith_tokenize(document.text, arena, &document.tokens, &err), &err);
    if (last >= SENTENCES) {
        kith_paragraphs_mark(document.text, &document.tokens);
        bool has_title = kith_title_mark(document.text, &document.tokens);
        must(kith_sentences_split(&document, has_title, list, arena, &err), &err);
    }
    for (uint32_t i = 0; last >= FOLDS && i < document.tokens.count; i++)
        counts->hash ^= kith_fold_hash(document.text, &document.tokens.items[i]);
    counts->tokens += document.tokens.count;
    counts->sentences += document.sentences.count;
    kith_arena_reset(arena);
}

static double run_all(enum step last, const struct kith_abbreviations *list,
                      struct kith_arena *arena, struct counts *counts)
{
    *counts = (struct counts){0};
    double begin = now();
    for (uint32_t i = 0; i < corpus.count; i++)
        run(corpus.items[i], last, list, arena, counts);
    return now() - begin;
}

static void report(const double *best, const struct counts *counts)
{
    static const char *const names[] = {"decode", "tokens", "sentences",
                                        "fold every token"};
    double megabytes = (double)corpus.bytes / 1e6;
    printf("%u texts, %.1f MB, %llu tokens, %llu sentences\n", corpus.count, megabytes,
           (unsigned long long)counts->tokens, (unsigned long long)counts->sentences);
    for (int step = 0; step < STEPS; step++) {
        double before = step ? best[step - 1] : 0;
        printf("%-18s %7.0f MB/s\n", names[step], megabytes / (best[step] - before));
    }
    printf("%-18s %7.0f MB/s\n", "the first three", megabytes / best[SENTENCES]);
}

static void measure(int rounds, const struct kith_abbreviations *list)
{
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    double best[STEPS] = {0};
    struct counts counts = {0};
    for (int round = 0; round < rounds; round++) {
        for (int step = 0; step < STEPS; step++) {
            double time = run_all((enum step)step, list, &arena, &counts);
            if (round == 0 || time < best[step])
                best[step] = time;
        }
    }
    report(best, &counts);
    kith_arena_release(&arena);
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
    measure(rounds, list);
    kith_abbreviations_free(list);
    kith_arena_release(&corpus.arena);
    return 0;
}
