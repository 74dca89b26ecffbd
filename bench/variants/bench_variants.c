/* How good the rules of spelling are, measured on a list of people with many spellings.
 *
 *   bench_variants [-l LIMIT] [-f] [-m] GAZETTEERS < NAMES.tsv
 *
 * NAMES.tsv has a heading and the columns canonical, type and alias, one alias a row,
 * those of one name together. From each canonical spelling alone the variants are made
 * with the rules in the folder GAZETTEERS; then we count how many of the person's other
 * Latin spellings are among them, and how many variants are the name of somebody else.
 * -f reads the far-fetched rules too, -m prints the spellings that were missed. run.sh
 * beside this file finds the data. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "gazetteer/variant.h"
#include "text/fold.h"

/* Words of a name that the skeleton test looks at, and bytes of a slug. */
#define WORDS 16
#define SLUG 256

/* What a further spelling differs in. */
enum difference {
    BY_SPELLING, /* the same words, each with like consonants and as many vowels */
    BY_NICKNAME, /* what the nicknames alone explain */
    BY_SHAPE,    /* words added, dropped, turned round or cut to initials */
    BY_NAME,     /* another name altogether */
    DIFFERENCES
};

static const char *const difference_names[DIFFERENCES] = {
    "transliteration only", "nickname", "words or their order", "another name"};

struct alias {
    struct kith_str text;
    uint64_t key;
};

struct name {
    struct kith_str text, type;
    uint64_t key;
    uint32_t first, end; /* its aliases */
};

struct tally {
    uint64_t made, right, wrong;
    uint64_t tries, hits; /* alone, on people with other spellings, every second one */
};

static struct {
    struct kith_arena arena;
    struct {
        struct name *items;
        uint32_t count, room;
    } names;
    struct {
        struct alias *items;
        uint32_t count, room;
    } aliases;
    struct kith_map holders; /* key of a person's name -> 1 */
    struct kith_map own;     /* key and person -> 1 */
    struct kith_variant_rules *rules, *nicknames;
    struct tally *tallies; /* by rule */
    uint32_t limit;
    const char *languages;
    bool prints_missed;
} bench = {.limit = KITH_VARIANT_LIMIT, .languages = "en"};

/* The variants of the name at hand. */
static struct {
    const struct name *name;
    uint64_t keys[256];
    kith_id rules[256];
    bool is_single[256]; /* made by one rule */
    uint32_t count;
} made;

static struct kith_error err;

static void die(const char *sentence)
{
    fprintf(stderr, "bench_variants: %s\n", sentence);
    exit(1);
}

static void need(bool is_well)
{
    if (!is_well)
        die("memory is out");
}

static size_t slug_of(struct kith_str text, char slug[SLUG])
{
    static struct kith_buf buf;
    kith_buf_reset(&buf);
    kith_slug(text, &buf);
    size_t length = buf.length < SLUG - 1 ? buf.length : SLUG - 1;
    memcpy(slug, buf.data ? buf.data : "", length);
    slug[length] = '\0';
    return length;
}

static uint64_t key_of(struct kith_str text)
{
    char slug[SLUG];
    size_t length = slug_of(text, slug);
    return kith_hash(slug, length);
}

/* Up to U+024F and the modifier letters: Latin with all its marks. */
static bool is_latin(struct kith_str text)
{
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        i += kith_utf8_decode(text.data + i, text.length - i, &point);
        bool is_mark =
            (point >= 0x2B0 && point <= 0x36F) || (point >= 0x2018 && point <= 0x201F);
        if (point > 0x24F && !is_mark && (point < 0x1E00 || point > 0x1EFF))
            return false;
    }
    return true;
}

/* Letter groups that stand for one sound in some tradition, longest first; what is behind
 * the blank is the class. */
static const char *const sounds[] = {
    "shch S", "tsch S", "dsch S", "tch S", "sch S", "dzh S", "dj S", "zh S",
    "sh S",   "ch S",   "cz S",   "sz S",  "ts Z",  "tz Z",  "kh K", "gh K",
    "ph F",   "th T",   "dh T",   "x KZ",  "j S",   "g K",   "k K",  "q K",
    "c K",    "f F",    "v F",    "w F",   "b B",   "p B",   "s Z",  "z Z",
    "t T",    "d T",    "l L",    "r R",   "m M",   "n N"};

static const char *sound_at(const char *s, size_t *length)
{
    for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++) {
        *length = strcspn(sounds[i], " ");
        if (strncmp(s, sounds[i], *length) == 0)
            return sounds[i] + *length + 1;
    }
    *length = 1;
    return "";
}

/* The consonants of a word as classes of sound, doubled ones once, and a V in front when
 * it begins with a vowel (y, h and j before one are none). */
static void skeleton_of(const char *word, char *out)
{
    size_t count = 0;
    bool is_vowel = strchr("aeiou", word[0]) ||
                    (strchr("yjh", word[0]) && word[1] && strchr("aeiou", word[1]));
    if (is_vowel) {
        out[count++] = 'V';
        word += word[0] == 'j';
    }
    while (*word && count + 3 < 64) {
        size_t length;
        for (const char *sound = sound_at(word, &length); *sound; sound++)
            if (count == 0 || out[count - 1] != *sound)
                out[count++] = *sound;
        word += length;
    }
    out[count] = '\0';
}

static uint32_t split(char *slug, char *words[WORDS])
{
    uint32_t count = 0;
    for (char *word = strtok(slug, "-"); word && count < WORDS; word = strtok(NULL, "-"))
        words[count++] = word;
    return count;
}

static int count_vowel_groups(const char *word)
{
    int count = 0;
    bool was_vowel = false;
    for (; *word; word++) {
        bool is_vowel = strchr("aeiouy", *word) != NULL;
        count += is_vowel && !was_vowel;
        was_vowel = is_vowel;
    }
    return count;
}

/* An independent look at the pair: the rules have no part in it. */
static bool differ_by_spelling(struct kith_str a, struct kith_str b)
{
    char slugs[2][SLUG], skeletons[2][64];
    char *words[2][WORDS];
    slug_of(a, slugs[0]);
    slug_of(b, slugs[1]);
    uint32_t count = split(slugs[0], words[0]);
    if (count < 2 || split(slugs[1], words[1]) != count)
        return false;
    for (uint32_t w = 0; w < count; w++) {
        skeleton_of(words[0][w], skeletons[0]);
        skeleton_of(words[1][w], skeletons[1]);
        if (strcmp(skeletons[0], skeletons[1]) != 0 ||
            count_vowel_groups(words[0][w]) != count_vowel_groups(words[1][w]) ||
            (strlen(words[0][w]) == 1) != (strlen(words[1][w]) == 1))
            return false;
    }
    return true;
}

static bool has_word(char *words[WORDS], uint32_t count, const char *word)
{
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0 || (word[1] == '\0' && words[i][0] == word[0]))
            return true;
    return false;
}

/* Does one have all words of the other, be it in another order, be it as initials? */
static bool differ_by_shape(struct kith_str a, struct kith_str b)
{
    char slugs[2][SLUG];
    char *words[2][WORDS];
    slug_of(a, slugs[0]);
    slug_of(b, slugs[1]);
    uint32_t counts[2] = {split(slugs[0], words[0]), split(slugs[1], words[1])};
    int shorter = counts[1] < counts[0];
    for (uint32_t w = 0; w < counts[shorter]; w++)
        if (!has_word(words[!shorter], counts[!shorter], words[shorter][w]))
            return false;
    return counts[shorter] > 0;
}

static struct kith_str next_cell(char **rest)
{
    char *cell = *rest;
    *rest += strcspn(cell, "\t\n");
    size_t length = (size_t)(*rest - cell);
    *rest += **rest != '\0';
    return (struct kith_str){cell, length};
}

static void read_row(char *line)
{
    struct kith_str canonical = next_cell(&line), type = next_cell(&line);
    struct kith_str text = next_cell(&line);
    struct name *last =
        bench.names.count ? &bench.names.items[bench.names.count - 1] : NULL;
    if (!last || !kith_str_equal(last->text, canonical) ||
        !kith_str_equal(last->type, type)) {
        need(KITH_ARENA_PUSHABLE(&bench.arena, &bench.names));
        last = &bench.names.items[bench.names.count++];
        last->text = kith_str_copy(&bench.arena, canonical);
        last->type = kith_str_copy(&bench.arena, type);
        last->key = key_of(canonical);
        last->first = bench.aliases.count;
    }
    need(KITH_ARENA_PUSHABLE(&bench.arena, &bench.aliases));
    bench.aliases.items[bench.aliases.count++] =
        (struct alias){kith_str_copy(&bench.arena, text), key_of(text)};
    last->end = bench.aliases.count;
}

static void read_names(void)
{
    char *line = NULL;
    size_t room = 0;
    bool is_heading = true;
    while (getline(&line, &room, stdin) > 0) {
        if (!is_heading)
            read_row(line);
        is_heading = false;
    }
    free(line);
}

static bool is_person(const struct name *name)
{
    return kith_str_equal(name->type, KITH_STR("PERSON"));
}

static void hold(uint32_t person, uint64_t key)
{
    need(kith_map_place(&bench.holders, key, 1, NULL) != NULL);
    need(kith_map_place(&bench.own, key ^ kith_hash_u64(person + 1), 1, NULL) != NULL);
}

static void hold_all(void)
{
    for (uint32_t n = 0; n < bench.names.count; n++) {
        const struct name *name = &bench.names.items[n];
        if (!is_person(name))
            continue;
        hold(n, name->key);
        for (uint32_t a = name->first; a < name->end; a++)
            hold(n, bench.aliases.items[a].key);
    }
}

/* How the types of the list are called in gazetteers. */
static bool is_type(void *context, struct kith_str type)
{
    static const char *const names[][2] = {{"PERSON", "person"},
                                           {"PLACE", "city"},
                                           {"ORG", "company"},
                                           {"ORG", "organisation"},
                                           {"MILITANT", "group"}};
    const struct kith_str *given = context;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kith_str_equal(*given, kith_str_of(names[i][0])) &&
            kith_str_equal(type, kith_str_of(names[i][1])))
            return true;
    return false;
}

static enum kith_status count_only(void *context, const struct kith_variant *variant,
                                   struct kith_error *unused)
{
    (void)unused;
    uint64_t *totals = context;
    totals[0]++;
    totals[1] += variant->text.length;
    return KITH_OK;
}

/* All names of all types, as compiling would make them. */
static void measure_speed(void)
{
    uint64_t totals[2] = {0};
    clock_t begin = clock();
    struct kith_str type = {NULL, 0};
    kith_variant_types types = 0;
    for (uint32_t n = 0; n < bench.names.count; n++) {
        const struct name *name = &bench.names.items[n];
        if (!kith_str_equal(type, name->type)) {
            type = name->type;
            types = kith_variant_rules_types(bench.rules, is_type, &type);
        }
        for (uint32_t a = name->first; a < name->end; a++)
            (void)kith_variants_make_some(bench.rules, bench.aliases.items[a].text, types,
                                          bench.limit, count_only, totals, &err);
    }
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    printf("%u aliases, %.2f s, %llu variants (%.2f an alias), %.1f MB of text\n",
           bench.aliases.count, seconds, (unsigned long long)totals[0],
           (double)totals[0] / bench.aliases.count, (double)totals[1] / 1e6);
}

static enum kith_status keep(void *context, const struct kith_variant *variant,
                             struct kith_error *unused)
{
    (void)unused;
    (void)context;
    if (variant->is_ordinary || made.count == sizeof made.keys / sizeof *made.keys)
        return KITH_OK;
    made.rules[made.count] = variant->rules[0];
    made.is_single[made.count] = variant->rule_count == 1;
    made.keys[made.count++] = key_of(variant->text);
    return KITH_OK;
}

static bool is_made(uint64_t key, uint32_t *which)
{
    for (*which = 0; *which < made.count; (*which)++)
        if (made.keys[*which] == key)
            return true;
    return false;
}

static void make(const struct kith_variant_rules *rules, const struct name *name)
{
    struct kith_str type = name->type;
    made.name = name;
    made.count = 0;
    (void)kith_variants_make_some(rules, name->text,
                                  kith_variant_rules_types(rules, is_type, &type),
                                  bench.limit, keep, NULL, &err);
}

/* What the aliases of a person differ in, one byte each, before the rules are asked. */
static void tell_differences(const struct name *name, uint8_t *differences)
{
    uint32_t which;
    make(bench.nicknames, name);
    for (uint32_t a = name->first; a < name->end; a++) {
        const struct alias *alias = &bench.aliases.items[a];
        if (is_made(alias->key, &which))
            differences[a] = BY_NICKNAME;
        else if (differ_by_spelling(name->text, alias->text))
            differences[a] = BY_SPELLING;
        else
            differences[a] =
                differ_by_shape(name->text, alias->text) ? BY_SHAPE : BY_NAME;
    }
}

static void judge_aliases(const struct name *name, const uint8_t *differences,
                          struct tally *tallies)
{
    uint32_t which;
    for (uint32_t a = name->first; a < name->end; a++) {
        const struct alias *alias = &bench.aliases.items[a];
        if (alias->key == name->key || !is_latin(alias->text))
            continue;
        struct tally *tally = &tallies[differences[a]];
        tally->made++;
        if (is_made(alias->key, &which)) {
            tally->right++;
            bench.tallies[made.rules[which]].right++;
        } else if (bench.prints_missed && differences[a] == BY_SPELLING) {
            printf("missed: %.*s | %.*s\n", KITH_STR_ARGS(name->text),
                   KITH_STR_ARGS(alias->text));
        }
    }
}

static bool has_alias(const struct name *name, uint64_t key)
{
    for (uint32_t a = name->first; a < name->end; a++)
        if (bench.aliases.items[a].key == key)
            return true;
    return false;
}

/* How likely is each rule to be right? Asked of every second person, so that the others
 * can tell whether the costs in the rules are good for people they were not made from. */
static void judge_rules(const struct name *name, const uint8_t *differences)
{
    bool has_spellings = false;
    for (uint32_t a = name->first; a < name->end; a++)
        has_spellings |= differences[a] == BY_SPELLING &&
                         is_latin(bench.aliases.items[a].text) &&
                         bench.aliases.items[a].key != name->key;
    if (!has_spellings || (name - bench.names.items) % 2 != 0)
        return;
    for (uint32_t i = 0; i < made.count; i++)
        if (made.is_single[i]) {
            bench.tallies[made.rules[i]].tries++;
            bench.tallies[made.rules[i]].hits += has_alias(name, made.keys[i]);
        }
}

static void judge_variants(const struct name *name, struct tally *all)
{
    uint32_t person = (uint32_t)(name - bench.names.items);
    for (uint32_t i = 0; i < made.count; i++) {
        struct tally *tally = &bench.tallies[made.rules[i]];
        uint64_t own = made.keys[i] ^ kith_hash_u64(person + 1);
        bool is_wrong = kith_map_find(&bench.holders, made.keys[i]) &&
                        !kith_map_find(&bench.own, own);
        tally->made++;
        tally->wrong += is_wrong;
        all->made++;
        all->wrong += is_wrong;
    }
}

static double share(uint64_t part, uint64_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0.0;
}

static void print_rules(void)
{
    printf("\n%-24s %5s %10s %9s %9s %7s %7s %7s\n", "rule", "line", "variants",
           "recovered", "collided", "%", "tries", "hits");
    for (uint32_t r = 0; r < kith_variant_rules_count(bench.rules); r++) {
        struct kith_variant_rule rule = kith_variant_rules_rule(bench.rules, r);
        const struct tally *tally = &bench.tallies[r];
        if (tally->made > 0)
            printf("%-24.*s %5u %10llu %9llu %9llu %7.2f %7llu %7llu\n",
                   KITH_STR_ARGS(rule.name), rule.line, (unsigned long long)tally->made,
                   (unsigned long long)tally->right, (unsigned long long)tally->wrong,
                   share(tally->wrong, tally->made), (unsigned long long)tally->tries,
                   (unsigned long long)tally->hits);
    }
}

static void measure_people(void)
{
    struct tally tallies[DIFFERENCES] = {{0}}, fresh[DIFFERENCES] = {{0}}, all = {0};
    uint8_t *differences = KITH_ARRAY(&bench.arena, uint8_t, bench.aliases.count);
    need(differences != NULL);
    for (uint32_t n = 0; n < bench.names.count; n++) {
        const struct name *name = &bench.names.items[n];
        if (!is_person(name) || !is_latin(name->text))
            continue;
        tell_differences(name, differences);
        make(bench.rules, name);
        bool is_second = n % 2 != 0;
        judge_aliases(name, differences, is_second ? fresh : tallies);
        judge_rules(name, differences);
        judge_variants(name, &all);
    }
    printf("\nother Latin spellings of people, found from the canonical one alone:\n");
    for (int d = 0; d < DIFFERENCES; d++)
        printf(
            "%-22s %7llu of %7llu  %5.1f %%   those the costs are not from: %5.1f %%\n",
            difference_names[d], (unsigned long long)(tallies[d].right + fresh[d].right),
            (unsigned long long)(tallies[d].made + fresh[d].made),
            share(tallies[d].right + fresh[d].right, tallies[d].made + fresh[d].made),
            share(fresh[d].right, fresh[d].made));
    printf("variants that are somebody else's name: %llu of %llu, %.3f %%\n",
           (unsigned long long)all.wrong, (unsigned long long)all.made,
           share(all.wrong, all.made));
    print_rules();
}

static void load(struct kith_variant_rules *rules, const char *folder, const char *file)
{
    char path[4096];
    struct kith_problems problems;
    kith_problems_init(&problems, &bench.arena);
    snprintf(path, sizeof path, "%s/%s", folder, file);
    if (kith_variant_rules_load(rules, path, &problems, &err) != KITH_OK)
        die(err.text);
    for (uint32_t i = 0; i < problems.count; i++)
        fprintf(stderr, "%s:%llu: %.*s\n", path,
                (unsigned long long)problems.items[i].line,
                KITH_STR_ARGS(problems.items[i].text));
}

static void load_rules(const char *folder)
{
    if (kith_variant_rules_new(kith_str_of(bench.languages), &bench.rules, &err) !=
            KITH_OK ||
        kith_variant_rules_new(KITH_STR("en"), &bench.nicknames, &err) != KITH_OK)
        die(err.text);
    load(bench.rules, folder, "variants.csv");
    load(bench.rules, folder, "nicknames.csv");
    load(bench.rules, folder, "inflections.csv");
    load(bench.nicknames, folder, "nicknames.csv");
    bench.tallies =
        KITH_ARRAY(&bench.arena, struct tally, kith_variant_rules_count(bench.rules));
    need(bench.tallies != NULL);
}

static void release(void)
{
    kith_variant_rules_free(bench.rules);
    kith_variant_rules_free(bench.nicknames);
    kith_map_release(&bench.holders);
    kith_map_release(&bench.own);
    kith_arena_release(&bench.arena);
}

int main(int argc, char **argv)
{
    int option;
    while ((option = getopt(argc, argv, "l:fm")) != -1) {
        if (option == 'l')
            bench.limit = (uint32_t)strtoul(optarg, NULL, 10);
        else if (option == 'f')
            bench.languages = "en far";
        else if (option == 'm')
            bench.prints_missed = true;
        else
            die("usage: bench_variants [-l LIMIT] [-f] [-m] GAZETTEERS < NAMES.tsv");
    }
    if (optind + 1 != argc)
        die("usage: bench_variants [-l LIMIT] [-f] [-m] GAZETTEERS < NAMES.tsv");
    kith_arena_init(&bench.arena, KITH_ARENA_UNCAPPED);
    load_rules(argv[optind]);
    read_names();
    hold_all();
    measure_speed();
    measure_people();
    release();
    return 0;
}
