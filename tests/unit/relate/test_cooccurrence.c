/* Co-occurrence, on articles drawn as one character a token: a capital is a mention of an
 * entity (A is entity 0), a full stop ends its sentence, '/' ends a paragraph without
 * being a token, every other character is a word. Blanks are ignored. */
#include "support/check.h"

#include "relate/cooccurrence.h"

#define MOST 4096

struct drawing {
    struct kith_sentence sentences[MOST];
    struct kith_mention mentions[MOST];
    struct kith_document document;
    struct kith_findings findings;
    struct kith_window window;
};

/* Close the sentence that ends before token `tokens`. */
static void close_sentence(struct drawing *d, uint32_t tokens, uint32_t paragraph)
{
    uint32_t count = d->document.sentences.count;
    uint32_t first = count ? d->sentences[count - 1].end_token : 0;
    if (first == tokens)
        return;
    d->sentences[count] = (struct kith_sentence){
        .first_token = first, .end_token = tokens, .paragraph = paragraph};
    d->document.sentences.count++;
}

static void draw(struct drawing *d, const char *picture, struct kith_window window)
{
    uint32_t tokens = 0, paragraph = 0;
    memset(d, 0, sizeof *d);
    d->window = window;
    d->document.sentences.items = d->sentences;
    d->findings.document = &d->document;
    d->findings.mentions.items = d->mentions;
    for (const char *c = picture; *c; c++) {
        if (*c == ' ')
            continue;
        if (*c == '/') {
            close_sentence(d, tokens, paragraph++);
            continue;
        }
        if (*c >= 'A' && *c <= 'Z')
            d->mentions[d->findings.mentions.count++] =
                (struct kith_mention){.begin = tokens * 2,
                                      .end = tokens * 2 + 1,
                                      .first_token = tokens,
                                      .end_token = tokens + 1,
                                      .sentence = d->document.sentences.count,
                                      .entity = (kith_id)(*c - 'A')};
        tokens++;
        if (*c == '.')
            close_sentence(d, tokens, paragraph);
    }
    close_sentence(d, tokens, paragraph);
    d->document.paragraph_count = paragraph + 1;
}

static enum kith_status find(struct kith_arena *arena, void *context,
                             struct kith_error *err)
{
    struct drawing *d = context;
    d->findings.evidence = NULL;
    d->findings.pairs = NULL;
    d->findings.evidence_count = d->findings.evidence_room = 0;
    d->findings.pair_count = d->findings.pair_room = 0;
    return kith_cooccurrence_find(d->window, arena, &d->findings, err);
}

/* One row as text: "A0-B3 gap2 s0;" with the places of both mentions in tokens. */
static void print_rows(const struct drawing *d, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < d->findings.evidence_count; i++) {
        const struct kith_evidence *row = &d->findings.evidence[i];
        used += (size_t)snprintf(
            out + used, room - used, "%s%c%u-%c%u gap%u s%u", i ? "; " : "",
            'A' + (int)row->source, d->mentions[row->source_mention].first_token,
            'A' + (int)row->target, d->mentions[row->target_mention].first_token,
            row->gap, row->sentence);
    }
}

/* The pairs of two entities: their sentences and windows, summed. */
static void print_pairs(const struct drawing *d, char *out, size_t room)
{
    const struct kith_pair *pairs = d->findings.pairs;
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = 0, end; i < d->findings.pair_count; i = end) {
        uint32_t sentences = 0, windows = 0;
        for (end = i; end < d->findings.pair_count && pairs[end].a == pairs[i].a &&
                      pairs[end].b == pairs[i].b;
             end++) {
            sentences += pairs[end].first == pairs[end].last;
            windows += pairs[end].windows;
        }
        used += (size_t)snprintf(out + used, room - used, "%s%c%c %u %u", i ? "; " : "",
                                 'A' + (int)pairs[i].a, 'A' + (int)pairs[i].b, sentences,
                                 windows);
    }
}

static void check(const char *picture, struct kith_window window, const char *rows,
                  const char *pairs)
{
    static struct drawing d;
    char text[8192];
    struct kith_arena arena;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    draw(&d, picture, window);
    assert_ok(find(&arena, &d, &err), &err);
    print_rows(&d, text, sizeof text);
    assert_string_equal(text, rows);
    print_pairs(&d, text, sizeof text);
    assert_string_equal(text, pairs);
    kith_arena_release(&arena);
}

static const struct kith_window by_sentence = {KITH_SENTENCE, 0};
static const struct kith_window by_paragraph = {KITH_PARAGRAPH, 0};
static const struct kith_window by_article = {KITH_ARTICLE, 0};

static struct kith_window by_tokens(uint32_t reach)
{
    return (struct kith_window){KITH_TOKENS, reach};
}

static void counts_a_pair_once_a_sentence(void **state)
{
    (void)state;
    check("A B A B . x A B .", by_sentence, "A0-B1 gap0 s0; A6-B7 gap0 s1", "AB 2 3");
}

static void takes_the_nearest_two_mentions(void **state)
{
    (void)state;
    check("A x x x B x A .", by_sentence, "A6-B4 gap1 s0", "AB 1 1");
    check("B x A x B .", by_sentence, "A2-B0 gap1 s0", "AB 1 1");
}

static void takes_the_earlier_of_two_equally_near(void **state)
{
    (void)state;
    check("A x B x A .", by_sentence, "A0-B2 gap1 s0", "AB 1 1");
}

static void counts_marks_as_tokens_of_the_gap(void **state)
{
    (void)state;
    check("A , x , B .", by_sentence, "A0-B4 gap3 s0", "AB 1 1");
}

static void is_no_neighbour_of_itself(void **state)
{
    (void)state;
    check("A x A A .", by_sentence, "", "");
}

static void gives_rows_in_text_order(void **state)
{
    (void)state;
    check("C x A x x x B C .", by_sentence, "A2-C0 gap1 s0; A2-B6 gap3 s0; B6-C7 gap0 s0",
          "AB 1 1; AC 1 1; BC 1 1");
}

static void counts_a_pair_once_a_paragraph(void **state)
{
    (void)state;
    check("A . B . A B . / A . x B .", by_paragraph, "A4-B5 gap0 s2; A7-B10 gap2 s3",
          "AB 1 3");
}

static void counts_a_pair_once_an_article(void **state)
{
    (void)state;
    check("A . / x x . / B x x . C .", by_article,
          "A0-B5 gap4 s0; A0-C9 gap8 s0; B5-C9 gap3 s2", "AB 0 1; AC 0 1; BC 0 1");
}

static void leaves_pairs_out_that_only_a_wide_scope_joins(void **state)
{
    (void)state;
    check("A . x x x x x x x x x x x x x x x x x x x x B .", by_article,
          "A0-B22 gap21 s0", "");
}

static void uses_each_mention_once_a_pair_in_token_windows(void **state)
{
    (void)state;
    check("A A A B .", by_tokens(5), "A2-B3 gap0 s0", "AB 1 1");
    check("A B A B .", by_tokens(5), "A0-B1 gap0 s0; A2-B3 gap0 s0", "AB 1 2");
    check("A B B A A B .", by_tokens(5), "A0-B1 gap0 s0; A3-B2 gap0 s0; A4-B5 gap0 s0",
          "AB 1 3");
}

static void reaches_exactly_as_far_as_told(void **state)
{
    (void)state;
    check("A x x B .", by_tokens(2), "A0-B3 gap2 s0", "AB 1 1");
    check("A x x x B .", by_tokens(2), "", "AB 1 0");
}

static void reaches_across_sentences_and_paragraphs(void **state)
{
    (void)state;
    check("x A . / B .", by_tokens(1), "A1-B3 gap1 s0", "AB 0 1");
}

/* The example of docs/ALGORITHMS.md: three articles, counted there by hand. */
static void agrees_with_the_manual_to_the_digit(void **state)
{
    (void)state;
    /* Anna met Boris, and Boris thanked Anna. Clara wrote. // Anna left. */
    const char *first = "A m B , a B t A . C w . / A l .";
    check(first, by_sentence, "A0-B2 gap1 s0", "AB 1 2; AC 0 1; BC 0 1");
    check(first, by_paragraph, "A0-B2 gap1 s0; B5-C9 gap3 s0; A7-C9 gap1 s0",
          "AB 1 2; AC 0 1; BC 0 1");
    check(first, by_article, "A0-B2 gap1 s0; B5-C9 gap3 s0; A7-C9 gap1 s0",
          "AB 1 2; AC 0 1; BC 0 1");
    /* Clara and Anna agreed. Boris, Clara said, was late. */
    const char *second = "C a A g . B , C s , w l .";
    check(second, by_sentence, "A2-C0 gap1 s0; B5-C7 gap1 s1", "AB 0 1; AC 1 1; BC 1 1");
    check(second, by_tokens(3), "A2-C0 gap1 s0; A2-B5 gap2 s0; B5-C7 gap1 s1",
          "AB 0 1; AC 1 1; BC 1 1");
    /* Boris slept. */
    check("B s .", by_sentence, "", "");
}

static void stays_linear_when_two_names_alternate(void **state)
{
    (void)state;
    static struct drawing d;
    static char picture[MOST];
    struct kith_arena arena;
    struct kith_error err = {0};
    for (size_t i = 0; i + 1 < sizeof picture; i++)
        picture[i] = i % 2 ? 'B' : 'A';
    kith_arena_init(&arena, (size_t)1 << 20);
    draw(&d, picture, by_article);
    assert_ok(find(&arena, &d, &err), &err);
    assert_int_equal(d.findings.evidence_count, 1);
    assert_int_equal(d.findings.pairs[0].windows, (MOST - 1) / 2);
    kith_arena_release(&arena);
}

static void survives_every_cap_of_memory(void **state)
{
    (void)state;
    static struct drawing d;
    draw(&d, "A B C D E . F G A B C . / H I J K A B . L M N O P Q R S T U", by_article);
    check_memory_sweep(find, &d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_a_pair_once_a_sentence),
        cmocka_unit_test(takes_the_nearest_two_mentions),
        cmocka_unit_test(takes_the_earlier_of_two_equally_near),
        cmocka_unit_test(counts_marks_as_tokens_of_the_gap),
        cmocka_unit_test(is_no_neighbour_of_itself),
        cmocka_unit_test(gives_rows_in_text_order),
        cmocka_unit_test(counts_a_pair_once_a_paragraph),
        cmocka_unit_test(counts_a_pair_once_an_article),
        cmocka_unit_test(leaves_pairs_out_that_only_a_wide_scope_joins),
        cmocka_unit_test(uses_each_mention_once_a_pair_in_token_windows),
        cmocka_unit_test(reaches_exactly_as_far_as_told),
        cmocka_unit_test(reaches_across_sentences_and_paragraphs),
        cmocka_unit_test(agrees_with_the_manual_to_the_digit),
        cmocka_unit_test(stays_linear_when_two_names_alternate),
        cmocka_unit_test(survives_every_cap_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
