/* How fast names are found: megabytes a second of reading (decoding, tokens, sentences),
 * of that and matching, and of that and the choice among entities, on one core.
 *
 *     bench_match ARTICLES NAMES...
 *
 * The articles are held in memory and taken one by one, as a worker takes them. The best
 * of several passes counts; the machine is told by bench/run.sh. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "input/source.h"
#include "recognize/mention.h"

#define PASSES 5

struct bench {
    struct kith_arena arena; /* the articles */
    struct kith_article *articles;
    uint32_t count;
    uint64_t bytes;
    struct kith_problems problems;
    struct kith_abbreviations *abbreviations;
    struct kith_gazetteer *gazetteer;
};

/* What one pass over all articles took and found. */
struct pass {
    double seconds;
    uint64_t tokens, matches, mentions;
};

/* Of this process: another that shares the core does not count. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Megabytes of this process in memory now, by /proc (Linux). */
static double resident(void)
{
    unsigned long all, pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%lu %lu", &all, &pages) != 2)
        pages = 0;
    if (file)
        fclose(file);
    return (double)pages * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

static void stop(const struct kith_error *err)
{
    fprintf(stderr, "bench_match: %s\n", err->text);
    exit(1);
}

static void must(enum kith_status status, const struct kith_error *err)
{
    if (status != KITH_OK)
        stop(err);
}

static void read_articles(struct bench *bench, const char *path)
{
    struct kith_error err = {0};
    struct kith_sources sources = {0};
    must(kith_sources_add(&sources, path, &bench->arena, &bench->problems, &err), &err);
    kith_sources_sort(&sources);
    bench->articles = KITH_ARRAY(&bench->arena, struct kith_article, sources.count);
    for (uint32_t i = 0; bench->articles && i < sources.count; i++) {
        struct kith_article *article = &bench->articles[bench->count++];
        article->path = sources.items[i];
        must(kith_file_read(sources.items[i].data, UINT32_MAX, &bench->arena,
                            &article->bytes, &err),
             &err);
        bench->bytes += article->bytes.length;
    }
}

static void load_names(struct bench *bench, const char *path)
{
    struct kith_error err = {0};
    double before = resident(), begin = now();
    must(kith_gazetteer_new(&bench->gazetteer, &err), &err);
    must(kith_gazetteer_load(bench->gazetteer, path, &bench->problems, &err), &err);
    double loaded = now();
    must(kith_gazetteer_compile(bench->gazetteer, &bench->problems, &err), &err);
    double compiled = now();
    printf("%s: %u aliases of %u entities; loaded in %.3f s, compiled in %.3f s, %.0f MB "
           "resident\n",
           path, kith_gazetteer_alias_count(bench->gazetteer),
           kith_gazetteer_entity_count(bench->gazetteer), loaded - begin,
           compiled - loaded, resident() - before);
}

/* How far a pass goes with each article. */
enum depth { READING, MATCHING, RECOGNISING, DEPTHS };

static struct pass run_pass(const struct bench *bench, enum depth depth,
                            struct kith_arena *arena)
{
    struct pass pass = {.seconds = -now()};
    struct kith_error err = {0};
    struct kith_document document;
    struct kith_mentions mentions = {0};
    struct kith_matches matches = {0};
    struct kith_recognizer *recognizer;
    must(kith_recognizer_new(bench->gazetteer, NULL, NULL, &recognizer, &err), &err);
    for (uint32_t i = 0; i < bench->count; i++) {
        kith_arena_reset(arena);
        if (kith_document_read(&bench->articles[i], bench->abbreviations, arena,
                               &document, &err) != KITH_OK)
            continue;
        if (depth == MATCHING)
            must(kith_match_document(bench->gazetteer, &document, arena, &matches, &err),
                 &err);
        if (depth == RECOGNISING)
            must(kith_recognize(recognizer, &document, arena, &mentions, &err), &err);
        pass.tokens += document.tokens.count;
        pass.matches += matches.count;
        pass.mentions += mentions.count;
    }
    pass.seconds += now();
    kith_recognizer_free(recognizer);
    return pass;
}

/* The kinds of passes take turns, so that a slow minute of the machine meets them all. */
static void measure(const struct bench *bench)
{
    struct kith_arena arena;
    struct pass best[DEPTHS];
    double speed[DEPTHS];
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (int i = 0; i < PASSES; i++)
        for (int depth = 0; depth < DEPTHS; depth++) {
            struct pass pass = run_pass(bench, (enum depth)depth, &arena);
            if (i == 0 || pass.seconds < best[depth].seconds)
                best[depth] = pass;
        }
    kith_arena_release(&arena);
    for (int depth = 0; depth < DEPTHS; depth++)
        speed[depth] = (double)bench->bytes / 1e6 / best[depth].seconds;
    printf("  reading %.0f MB/s, and matching %.0f MB/s, and recognising %.0f MB/s; "
           "%.1f million tokens, %llu matches, %llu mentions\n",
           speed[READING], speed[MATCHING], speed[RECOGNISING],
           (double)best[READING].tokens / 1e6, (unsigned long long)best[MATCHING].matches,
           (unsigned long long)best[RECOGNISING].mentions);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: bench_match ARTICLES NAMES.csv...\n");
        return 2;
    }
    struct bench bench = {0};
    struct kith_error err = {0};
    kith_arena_init(&bench.arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&bench.problems, &bench.arena);
    must(kith_abbreviations_load(NULL, &bench.problems, &bench.abbreviations, &err),
         &err);
    read_articles(&bench, argv[1]);
    printf("%u articles, %.1f MB\n", bench.count, (double)bench.bytes / 1e6);
    for (int i = 2; i < argc; i++) {
        load_names(&bench, argv[i]);
        measure(&bench);
        kith_gazetteer_free(bench.gazetteer);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("peak memory %.0f MB, the articles included\n", (double)usage.ru_maxrss / 1e3);
    kith_abbreviations_free(bench.abbreviations);
    kith_arena_release(&bench.arena);
    return 0;
}
