/* Random gazetteers and texts in many scripts: the matcher and oracle.h agree.
 *
 * KITH_RANDOM_CASES says how many texts to try, KITH_RANDOM_SEED where to begin. What
 * fails is told with its seed, and with all aliases and pieces of the text taken out that
 * are not needed to fail. */
#include "matching.h"
#include "pieces.h"

#define USUAL_CASES 30000
#define USUAL_SEED 20240322
#define TEXTS 50 /* a gazetteer */
#define ALIASES 200
#define ENTITIES 16

/* ---- one gazetteer and one text ---- */

struct trial {
    struct oracle_alias *aliases;
    uint32_t alias_count;
    struct oracle_text text;
    struct oracle_tokens tokens;
    struct kith_sentence *sentences; /* room for as many as tokens */
    struct kith_buf expected, found;
};

static void put_alias(struct kith_buf *csv, const struct oracle_alias *alias)
{
    char name[1024];
    oracle_write(&alias->text, name);
    kith_buf_format(csv, "Entity%u,x,\"", alias->entity);
    if (alias->mark)
        kith_buf_byte(csv, alias->mark);
    for (const char *c = name; *c; c++) {
        kith_buf_byte(csv, *c);
        if (*c == '"')
            kith_buf_byte(csv, '"');
    }
    kith_buf_text(csv, "\"\n");
}

/* Rows of entities with names that no text holds, and a row for each alias. */
static void load(struct check_reading *reading, const struct trial *trial)
{
    struct kith_buf csv = {0};
    kith_buf_text(&csv, "name,type,aliases\n");
    for (uint32_t i = 0; i < ENTITIES; i++)
        kith_buf_format(&csv, "Entity%u,x,\n", i);
    for (uint32_t i = 0; i < trial->alias_count; i++)
        put_alias(&csv, &trial->aliases[i]);
    kith_buf_byte(&csv, '\0');
    check_load(reading, "names.csv", csv.data);
    check_compile(reading);
    kith_buf_release(&csv);
}

/* The longest end of any alias at token i, or 0. */
static uint32_t longest_end(const struct trial *trial, uint32_t i)
{
    uint32_t longest = 0;
    for (uint32_t a = 0; a < trial->alias_count; a++) {
        uint32_t end = oracle_end(&trial->aliases[a], &trial->text, &trial->tokens, i);
        longest = end > longest ? end : longest;
    }
    return longest;
}

/* Whom the tokens from i to `end` may mean, as matching.h writes them. */
static void expect_candidates(struct trial *trial, uint32_t i, uint32_t end)
{
    const struct oracle_token *tokens = trial->tokens.items;
    uint8_t rank[ENTITIES] = {0}; /* 1 weak, 2 folded, 3 exact */
    bool is_exact[ENTITIES] = {false};
    for (uint32_t a = 0; a < trial->alias_count; a++) {
        const struct oracle_alias *alias = &trial->aliases[a];
        if (oracle_end(alias, &trial->text, &trial->tokens, i) != end)
            continue;
        bool exact =
            oracle_is_exact(alias, &trial->text, tokens[i].begin, tokens[end - 1].end);
        uint8_t here = alias->mark == '?' ? 1 : (uint8_t)(2 + exact);
        if (here > rank[alias->entity]) {
            rank[alias->entity] = here;
            is_exact[alias->entity] = exact;
        }
    }
    const char *parted = "";
    for (int exact = 1; exact >= 0; exact--)
        for (uint32_t e = 0; e < ENTITIES; e++)
            if (rank[e] && is_exact[e] == exact) {
                kith_buf_format(&trial->expected, "%s%c%u", parted, exact ? '=' : '~', e);
                parted = "/";
            }
}

static void expect_matches(struct trial *trial, struct kith_str text)
{
    const struct oracle_tokens *tokens = &trial->tokens;
    kith_buf_reset(&trial->expected);
    for (uint32_t i = 0; i < tokens->count;) {
        uint32_t end = longest_end(trial, i);
        if (end == 0) {
            i++;
            continue;
        }
        if (trial->expected.length > 0)
            kith_buf_byte(&trial->expected, ' ');
        kith_buf_str(&trial->expected, kith_str_slice(text, tokens->items[i].begin,
                                                      tokens->items[end - 1].end));
        expect_candidates(trial, i, end);
        i = end;
    }
}

/* Sentences end where the oracle knows an empty line. */
static void set_sentences(struct trial *trial, struct kith_document *document)
{
    struct kith_sentences *sentences = &document->sentences;
    *sentences = (struct kith_sentences){.items = trial->sentences};
    uint32_t o = 0;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        while (o < trial->tokens.count &&
               trial->tokens.items[o].begin < document->tokens.items[i].begin)
            o++;
        bool begins =
            i == 0 || (o < trial->tokens.count && trial->tokens.items[o].gap == BREAK &&
                       trial->tokens.items[o].begin == document->tokens.items[i].begin);
        if (begins)
            sentences->items[sentences->count++] =
                (struct kith_sentence){.first_token = i};
        sentences->items[sentences->count - 1].end_token = i + 1;
    }
}

/* Do the two differ? */
static bool disagree(struct check_reading *reading, struct trial *trial)
{
    static char bytes[65536];
    struct kith_matches matches;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    memset(bytes, 0, sizeof bytes);
    oracle_write(&trial->text, bytes);
    struct kith_document document = {.text = kith_str_of(bytes)};
    oracle_read(&trial->text, &trial->tokens);
    expect_matches(trial, document.text);
    assert_ok(kith_tokenize(document.text, &arena, &document.tokens, &reading->err),
              &reading->err);
    set_sentences(trial, &document);
    assert_ok(kith_match_document(reading->gazetteer, &document, &arena, &matches,
                                  &reading->err),
              &reading->err);
    kith_buf_reset(&trial->found);
    write_matches(&document, &matches, &trial->found);
    kith_arena_release(&arena);
    return !kith_str_equal(kith_buf_view(&trial->found), kith_buf_view(&trial->expected));
}

/* ---- what fails, made small ---- */

static bool still_disagree(struct trial *trial)
{
    struct check_reading reading;
    check_reading_init(&reading);
    load(&reading, trial);
    bool differ = disagree(&reading, trial);
    check_reading_release(&reading);
    return differ;
}

static void move_alias(struct oracle_alias *to, const struct oracle_alias *from)
{
    *to = *from;
    to->text.pieces = to->piece_room;
    oracle_read_alias(to);
}

static void shrink_aliases(struct trial *trial)
{
    for (uint32_t a = 0; a < trial->alias_count;) {
        static struct oracle_alias removed;
        const uint32_t last = trial->alias_count - 1;
        move_alias(&removed, &trial->aliases[a]);
        move_alias(&trial->aliases[a], &trial->aliases[last]);
        trial->alias_count = last;
        if (still_disagree(trial))
            continue;
        trial->alias_count = last + 1;
        move_alias(&trial->aliases[last], &trial->aliases[a]);
        move_alias(&trial->aliases[a++], &removed);
    }
}

static bool cut(struct trial *trial, uint32_t begin, uint32_t end)
{
    const struct oracle_piece *kept[64];
    struct oracle_text *text = &trial->text;
    const uint32_t count = end - begin, rest = text->count - end;
    if (count > COUNT(kept) || !may_cut(text, begin, end))
        return false;
    memcpy(kept, text->pieces + begin, count * sizeof *kept);
    memmove(text->pieces + begin, text->pieces + end, rest * sizeof *kept);
    text->count -= count;
    if (still_disagree(trial))
        return true;
    memmove(text->pieces + end, text->pieces + begin, rest * sizeof *kept);
    memcpy(text->pieces + begin, kept, count * sizeof *kept);
    text->count += count;
    return false;
}

static void shrink_text(struct trial *trial)
{
    for (uint32_t size = COUNT(words) / 2; size > 0;
         size = size > 8 ? size / 2 : size - 1)
        for (uint32_t i = 0; i + size <= trial->text.count;)
            if (!cut(trial, i, i + size))
                i++;
}

static void tell(struct trial *trial, uint64_t first_seed)
{
    static char text[65536];
    shrink_text(trial);
    shrink_aliases(trial);
    shrink_text(trial);
    assert_true(still_disagree(trial));
    struct kith_buf names = {0};
    for (uint32_t a = 0; a < trial->alias_count; a++)
        put_alias(&names, &trial->aliases[a]);
    oracle_write(&trial->text, text);
    fail_msg("KITH_RANDOM_SEED=%llu\n%.*sin \"%s\"\nis     %.*s\nnot    %.*s",
             (unsigned long long)first_seed, KITH_STR_ARGS(kith_buf_view(&names)), text,
             KITH_STR_ARGS(kith_buf_view(&trial->found)),
             KITH_STR_ARGS(kith_buf_view(&trial->expected)));
}

/* ---- many ---- */

static bool is_repeated(const struct trial *trial, const struct oracle_alias *alias)
{
    char here[1024], there[1024];
    oracle_write(&alias->text, here);
    for (uint32_t a = 0; a < trial->alias_count; a++) {
        oracle_write(&trial->aliases[a].text, there);
        if (trial->aliases[a].entity == alias->entity && strcmp(here, there) == 0)
            return true;
    }
    return false;
}

/* Few names as a rule; now and then enough of them to fill the tables. */
static void draw_aliases(struct trial *trial)
{
    static const char marks[] = {0, 0, 0, '=', '~', '?'};
    uint32_t count = draw(10) ? 1 + draw(12) : ALIASES;
    trial->alias_count = 0;
    while (trial->alias_count < count) {
        struct oracle_alias *alias = &trial->aliases[trial->alias_count];
        alias->entity = draw(ENTITIES);
        alias->mark = marks[draw(COUNT(marks))];
        alias->text.pieces = alias->piece_room;
        do
            draw_name(&alias->text);
        while (is_repeated(trial, alias));
        oracle_read_alias(alias);
        trial->alias_count++;
    }
}

static uint64_t number_from(const char *variable, uint64_t usual)
{
    const char *value = getenv(variable);
    return value ? strtoull(value, NULL, 10) : usual;
}

#define LONGEST_TEXT 500
#define PIECES (LONGEST_TEXT * (JUNCTION_PIECES + 1) + 8)

static void agrees_with_an_oracle_in_many_scripts(void **state)
{
    (void)state;
    static struct oracle_alias aliases[ALIASES];
    static const struct oracle_piece *pieces[PIECES];
    static struct oracle_token tokens[PIECES];
    static struct kith_sentence sentences[PIECES];
    struct trial trial = {.aliases = aliases, .text = {pieces, 0}, .tokens = {tokens, 0}};
    trial.sentences = sentences;
    const uint64_t cases = number_from("KITH_RANDOM_CASES", USUAL_CASES);
    seed = number_from("KITH_RANDOM_SEED", USUAL_SEED);
    for (uint64_t done = 0; done < cases; done += TEXTS) {
        const uint64_t first_seed = seed;
        struct check_reading reading;
        check_reading_init(&reading);
        draw_aliases(&trial);
        load(&reading, &trial);
        for (uint32_t t = 0; t < TEXTS; t++) {
            draw_text(&trial.text, 1 + draw(t == 0 ? LONGEST_TEXT : 30),
                      COUNT(junctions));
            if (disagree(&reading, &trial))
                tell(&trial, first_seed);
        }
        check_reading_release(&reading);
    }
    kith_buf_release(&trial.expected);
    kith_buf_release(&trial.found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_an_oracle_in_many_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
