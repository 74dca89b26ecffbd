/* What relations cost beside recognising, and what it costs to have many rules.
 *
 *     bench_relate ARTICLES GAZETTEERS RULES.rel [COUNT...]
 *
 * Reads the articles into memory and goes over them on one core: reading, recognising,
 * and relating with no rules, with the rules given, and with as many more as each COUNT
 * says, made of the articles' own words so that they are looked at. The best of several
 * passes counts. */
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "corpus.h"
#include "relate/findings.h"

#define PASSES 5

/* Words of this length make rules; shorter ones are not verbs or nouns of their own. */
#define LEAST_LETTERS 5
#define WORDS 20000

struct words {
    char text[WORDS][32];
    uint32_t count;
    struct kith_map known; /* by hash */
};

struct bench {
    struct corpus corpus;
    struct kith_arena arena; /* of one article */
    struct kith_gazetteer *gazetteer;
    struct kith_recognizer *recognizer;
    struct kith_abbreviations *abbreviations;
    struct words words;
};

/* False the next time. */
static bool is_new(struct words *words, struct kith_str word)
{
    bool is_new = false;
    kith_map_place(&words->known, kith_hash(word.data, word.length), 0, &is_new);
    return is_new;
}

/* Take the small words of one article that are new. */
static void take_words(struct bench *bench, const struct kith_document *document)
{
    struct words *words = &bench->words;
    for (uint32_t t = 0; t < document->tokens.count && words->count < WORDS; t++) {
        const struct kith_token *token = &document->tokens.items[t];
        struct kith_str word = kith_token_text(document->text, token);
        if (token->kind != KITH_TOKEN_WORD || token->shape != KITH_SHAPE_LOWER ||
            word.length < LEAST_LETTERS || word.length > 30 ||
            strspn(word.data, "abcdefghijklmnopqrstuvwxyz") < word.length ||
            !is_new(words, word))
            continue;
        memcpy(words->text[words->count], word.data, word.length);
        words->text[words->count++][word.length] = '\0';
    }
}

static void collect_words(struct bench *bench, uint32_t wanted)
{
    struct kith_error err = {0};
    struct kith_document document;
    for (uint32_t i = 0; i < bench->corpus.count && bench->words.count < wanted; i++) {
        kith_arena_reset(&bench->arena);
        if (kith_document_read(&bench->corpus.articles[i], bench->abbreviations,
                               &bench->arena, &document, &err) == KITH_OK)
            take_words(bench, &document);
    }
}

/* `count` rules: verbs in all voices, and pairs of words, by turns. */
static void write_rules(const struct words *words, uint32_t count, FILE *out)
{
    for (uint32_t i = 0; i < count && words->count; i++) {
        const char *word = words->text[i % words->count];
        const char *other = words->text[(i * 7919) % words->count];
        if (i % 100 == 0)
            fprintf(out, "relation made %u: any -> any\n", i / 100);
        if (i % 2)
            fprintf(out, "    A {%s} B\n", word);
        else
            fprintf(out, "    A %s %s B\n", word, other);
    }
}

static void add_rules(const struct words *words, uint32_t count, struct kith_rules *rules)
{
    struct kith_error err = {0};
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        exit(1);
    write_rules(words, count, out);
    fclose(out);
    corpus_must(
        kith_rules_load_bytes(rules, (struct kith_str){text, length}, "made", &err),
        &err);
    free(text);
}

/* How far a pass goes with each article. */
enum depth { READING, RECOGNISING, RELATING };

static double run_pass(struct bench *bench, enum depth depth,
                       const struct kith_rules *rules, uint64_t *relations)
{
    double seconds = -corpus_now();
    struct kith_error err = {0};
    *relations = 0;
    for (uint32_t i = 0; i < bench->corpus.count; i++) {
        struct kith_document document;
        struct kith_mentions mentions = {0};
        struct kith_findings findings = {0};
        kith_arena_reset(&bench->arena);
        if (kith_document_read(&bench->corpus.articles[i], bench->abbreviations,
                               &bench->arena, &document, &err) != KITH_OK)
            continue;
        if (depth >= RECOGNISING)
            corpus_must(kith_recognize(bench->recognizer, &document, &bench->arena,
                                       &mentions, &err),
                        &err);
        if (depth >= RELATING)
            corpus_must(kith_relate(bench->gazetteer, rules,
                                    (struct kith_window){KITH_SENTENCE, 20}, &document,
                                    &mentions, &bench->arena, &findings, &err),
                        &err);
        for (uint32_t k = 0; k < findings.evidence_count; k++)
            *relations += findings.evidence[k].relation != KITH_COOCCURRENCE;
    }
    return seconds + corpus_now();
}

/* One kind of pass: how far it goes, by which rules, and its best time. */
struct kind {
    enum depth depth;
    struct kith_rules *rules; /* NULL for none */
    uint32_t made;            /* rules beside those given */
    double compiling, best;
    uint64_t relations;
};

/* Reading, recognising, co-occurrence, the rules given, and one for each COUNT. */
#define GIVEN_KINDS 4
#define KINDS 16

static void compile_rules(struct bench *bench, const char *path, struct kind *kind)
{
    struct kith_error err = {0};
    kind->compiling = -corpus_now();
    corpus_must(kith_rules_new(&kind->rules, &err), &err);
    corpus_must(kith_rules_load(kind->rules, path, &err), &err);
    if (kind->made)
        add_rules(&bench->words, kind->made, kind->rules);
    corpus_must(kith_rules_compile(kind->rules, bench->gazetteer, &err), &err);
    kind->compiling += corpus_now();
}

/* The kinds take turns, so that a slow minute of the machine meets them all. */
static void run_passes(struct bench *bench, struct kind *kinds, int count)
{
    for (int i = 0; i < PASSES; i++)
        for (int k = 0; k < count; k++) {
            double seconds =
                run_pass(bench, kinds[k].depth, kinds[k].rules, &kinds[k].relations);
            if (i == 0 || seconds < kinds[k].best)
                kinds[k].best = seconds;
        }
}

static void report(const struct bench *bench, const char *path, const struct kind *kinds,
                   int count)
{
    const double reading = kinds[0].best, recognising = kinds[1].best - reading;
    printf("%u articles, %.1f MB: reading %.3f s, recognising %.3f s, co-occurrence "
           "%.3f s\n",
           bench->corpus.count, (double)bench->corpus.bytes / 1e6, reading, recognising,
           kinds[2].best - kinds[1].best);
    for (int k = GIVEN_KINDS - 1; k < count; k++) {
        double seconds = kinds[k].best - kinds[2].best;
        printf("  %s and %u more: compiled in %.3f s; relations %.3f s, %.0f %% of "
               "recognising; %llu found, %.1f us each\n",
               path, kinds[k].made, kinds[k].compiling, seconds,
               seconds / recognising * 100, (unsigned long long)kinds[k].relations,
               kinds[k].relations ? seconds / (double)kinds[k].relations * 1e6 : 0);
    }
}

static void measure(struct bench *bench, int count, char **arguments)
{
    struct kind kinds[KINDS] = {
        {.depth = READING}, {.depth = RECOGNISING}, {.depth = RELATING}};
    int kind_count = GIVEN_KINDS - 1;
    for (int i = 3; i < count && kind_count < KINDS; i++) {
        struct kind *kind = &kinds[kind_count++];
        kind->depth = RELATING;
        kind->made = i > 3 ? (uint32_t)strtoul(arguments[i], NULL, 10) : 0;
        compile_rules(bench, arguments[3], kind);
    }
    run_passes(bench, kinds, kind_count);
    report(bench, arguments[3], kinds, kind_count);
    for (int k = 0; k < kind_count; k++)
        kith_rules_free(kinds[k].rules);
}

static void load(struct bench *bench, const char *gazetteers)
{
    struct kith_error err = {0};
    struct kith_problems problems;
    kith_problems_init(&problems, &bench->corpus.arena);
    corpus_must(kith_abbreviations_load(NULL, &problems, &bench->abbreviations, &err),
                &err);
    corpus_must(kith_gazetteer_new(&bench->gazetteer, &err), &err);
    corpus_must(kith_gazetteer_load(bench->gazetteer, gazetteers, &problems, &err), &err);
    corpus_must(kith_gazetteer_compile(bench->gazetteer, &problems, &err), &err);
    corpus_must(
        kith_recognizer_new(bench->gazetteer, NULL, NULL, &bench->recognizer, &err),
        &err);
}

int main(int argc, char **argv)
{
    static struct bench bench;
    if (argc < 4) {
        fprintf(stderr, "usage: bench_relate ARTICLES GAZETTEERS RULES.rel [COUNT...]\n");
        return 2;
    }
    corpus_read(&bench.corpus, argv[1]);
    kith_arena_init(&bench.arena, KITH_ARENA_UNCAPPED);
    load(&bench, argv[2]);
    if (argc > 4)
        collect_words(&bench, WORDS);
    measure(&bench, argc, argv);
    kith_recognizer_free(bench.recognizer);
    kith_gazetteer_free(bench.gazetteer);
    kith_abbreviations_free(bench.abbreviations);
    kith_map_release(&bench.words.known);
    kith_arena_release(&bench.arena);
    corpus_release(&bench.corpus);
    return 0;
}
