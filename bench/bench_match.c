/* How fast names are found: megabytes a second of reading (decoding, tokens, sentences),
 * of that and matching, and of that and the choice among entities, on one core.
 *
 *     bench_match ARTICLES NAMES...
 *
 * The articles are held in memory and taken one by one, as a worker takes them. The best
 * of several passes counts; the machine is told by bench/run.sh. */
#include <sys/resource.h>
#include <unistd.h>

#include "corpus.h"
#include "recognize/mention.h"

#define PASSES 5

struct bench {
    struct corpus corpus;
    struct kith_problems problems;
    struct kith_abbreviations *abbreviations;
    struct kith_gazetteer *gazetteer;
};

/* What one pass over all articles took and found. */
struct pass {
    double seconds;
    uint64_t tokens, matches, mentions;
};

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

static void load_names(struct bench *bench, const char *path)
{
    struct kith_error err = {0};
    double before = resident(), begin = corpus_now();
    corpus_must(kith_gazetteer_new(&bench->gazetteer, &err), &err);
    corpus_must(kith_gazetteer_load(bench->gazetteer, path, &bench->problems, &err),
                &err);
    double loaded = corpus_now();
    corpus_must(kith_gazetteer_compile(bench->gazetteer, &bench->problems, &err), &err);
    double compiled = corpus_now();
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
    struct pass pass = {.seconds = -corpus_now()};
    struct kith_error err = {0};
    struct kith_document document;
    struct kith_mentions mentions = {0};
    struct kith_matches matches = {0};
    struct kith_recognizer *recognizer;
    corpus_must(kith_recognizer_new(bench->gazetteer, NULL, NULL, &recognizer, &err),
                &err);
    for (uint32_t i = 0; i < bench->corpus.count; i++) {
        kith_arena_reset(arena);
        if (kith_document_read(&bench->corpus.articles[i], bench->abbreviations, arena,
                               &document, &err) != KITH_OK)
            continue;
        if (depth == MATCHING)
            corpus_must(
                kith_match_document(bench->gazetteer, &document, arena, &matches, &err),
                &err);
        if (depth == RECOGNISING)
            corpus_must(kith_recognize(recognizer, &document, arena, &mentions, &err),
                        &err);
        pass.tokens += document.tokens.count;
        pass.matches += matches.count;
        pass.mentions += mentions.count;
    }
    pass.seconds += corpus_now();
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
        speed[depth] = (double)bench->corpus.bytes / 1e6 / best[depth].seconds;
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
    corpus_read(&bench.corpus, argv[1]);
    kith_problems_init(&bench.problems, &bench.corpus.arena);
    corpus_must(
        kith_abbreviations_load(NULL, &bench.problems, &bench.abbreviations, &err), &err);
    printf("%u articles, %.1f MB\n", bench.corpus.count,
           (double)bench.corpus.bytes / 1e6);
    for (int i = 2; i < argc; i++) {
        load_names(&bench, argv[i]);
        measure(&bench);
        kith_gazetteer_free(bench.gazetteer);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("peak memory %.0f MB, the articles included\n", (double)usage.ru_maxrss / 1e3);
    kith_abbreviations_free(bench.abbreviations);
    corpus_release(&bench.corpus);
    return 0;
}
