/* Random gazetteers and texts, made of few words so that much is met, and what naive.h
 * finds in them, written as matching.h writes it. */
#ifndef KITH_TESTS_DRAWING_H
#define KITH_TESTS_DRAWING_H

#include "matching.h"
#include "naive.h"

#define ALIASES 8
#define ENTITIES 4

static uint64_t seed = 20240322;

/* Numbers below `limit`; xorshift64 (Marsaglia). */
static inline uint32_t draw(uint32_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % limit;
}

/* Few letters, many shapes: paths share their beginnings and fail late. */
static const char *const words[] = {
    "al",
    "Al",
    "AL",
    "aL",
    "bo",
    "Bo",
    "BO",
    "A.L.",
    "a",
    "A",
    "abcdefgh",
    "Abcdefgh",
    "ABCDEFGH",
    "abcdefghi",
    "Abcdefghi",
    "AbCdefghij",
    "abcdefghabcdefgha",
    "Abcdefghabcdefgha",
    "9",
};
static const char *const gaps[] = {" ",  " ", " ",   " ",  "-",  "-",   "\n",
                                   ". ", ".", " - ", "--", ", ", " \"", "  "};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static inline void append(char *out, const char *text)
{
    strcat(out, text);
}

static inline void draw_phrase(char *out, uint32_t count, uint32_t gap_count)
{
    out[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            append(out, gaps[draw(gap_count)]);
        append(out, words[draw(COUNT(words))]);
    }
    if (draw(8) == 0)
        append(out, ".");
}

/* A text whose sentences do not matter: one holds it all. */
static inline void tokenize(struct check_reading *reading, const char *text)
{
    static struct kith_sentence sentence;
    check_article(reading, kith_str_of(text));
    reading->document = (struct kith_document){.text = reading->article.bytes};
    assert_ok(kith_tokenize(reading->document.text, &reading->arena,
                            &reading->document.tokens, &reading->err),
              &reading->err);
    sentence = (struct kith_sentence){.end_token = reading->document.tokens.count};
    reading->document.sentences = (struct kith_sentences){&sentence, 1, 1};
}

static inline bool is_repeated(const struct naive_alias *aliases, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (aliases[i].entity == aliases[count].entity &&
            strcmp(aliases[i].text, aliases[count].text) == 0)
            return true;
    return false;
}

/* Draw aliases, and load them as rows of entities with names that no text holds. */
static inline void draw_gazetteer(struct check_reading *reading,
                                  struct naive_alias *aliases)
{
    static const char marks[] = {0, 0, 0, '=', '~'};
    char csv[4096] = "name,type,aliases\n";
    for (uint32_t i = 0; i < ENTITIES; i++)
        snprintf(csv + strlen(csv), 64, "Entity%u,x,\n", i);
    for (uint32_t i = 0; i < ALIASES; i++) {
        struct naive_alias *alias = &aliases[i];
        do {
            *alias = (struct naive_alias){.entity = draw(ENTITIES)};
            alias->mark = marks[draw(sizeof marks)];
            draw_phrase(alias->text, 1 + draw(3), 6);
        } while (is_repeated(aliases, i));
        snprintf(csv + strlen(csv), 256, "Entity%u,x,\"%s%s\"\n", alias->entity,
                 (char[2]){alias->mark, 0}, alias->text);
        tokenize(reading, alias->text);
        naive_read(alias, reading->document.text, &reading->document.tokens);
    }
    check_load(reading, "names.csv", csv);
    check_compile(reading);
}

/* The candidates of a stretch, as matching.h writes them. */
static inline void write_naive_candidates(const struct naive_alias *aliases,
                                          const struct kith_document *document,
                                          uint32_t i, uint32_t end, struct kith_buf *line)
{
    const struct kith_token *tokens = document->tokens.items;
    uint8_t found[ENTITIES] = {0}; /* 1 folded, 2 exact */
    for (uint32_t a = 0; a < ALIASES; a++) {
        const struct naive_alias *alias = &aliases[a];
        if (naive_end(alias, document->text, tokens, i, document->tokens.count) != end)
            continue;
        bool is_exact =
            naive_is_exact(alias, document->text, tokens[i].begin, tokens[end - 1].end);
        uint8_t here = is_exact ? 2 : 1;
        found[alias->entity] = here > found[alias->entity] ? here : found[alias->entity];
    }
    const char *slash = "";
    for (uint8_t kind = 2; kind > 0; kind--)
        for (uint32_t e = 0; e < ENTITIES; e++)
            if (found[e] == kind) {
                kith_buf_format(line, "%s%c%u", slash, kind == 2 ? '=' : '~', e);
                slash = "/";
            }
}

#endif
