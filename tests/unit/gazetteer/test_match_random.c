/* Tens of thousands of random gazetteers and texts: the matcher and naive.h agree. */
#include "drawing.h"

#define GAZETTEERS 2500
#define TEXTS 16
static void write_naive(const struct naive_alias *aliases,
                        const struct kith_document *document, struct kith_buf *line)
{
    const struct kith_token *tokens = document->tokens.items;
    const uint32_t count = document->tokens.count;
    for (uint32_t i = 0; i < count;) {
        uint32_t end = naive_longest(aliases, ALIASES, document->text, tokens, i, count);
        if (end == 0) {
            i++;
            continue;
        }
        if (line->length > 0)
            kith_buf_byte(line, ' ');
        kith_buf_str(
            line, kith_str_slice(document->text, tokens[i].begin, tokens[end - 1].end));
        write_naive_candidates(aliases, document, i, end, line);
        i = end;
    }
}

static void compare(struct check_reading *reading, const struct naive_alias *aliases)
{
    struct kith_matches matches;
    struct kith_buf expected = {0}, line = {0};
    assert_ok(kith_match_document(reading->gazetteer, &reading->document, &reading->arena,
                                  &matches, &reading->err),
              &reading->err);
    write_matches(&reading->document, &matches, &line);
    write_naive(aliases, &reading->document, &expected);
    if (!kith_str_equal(kith_buf_view(&line), kith_buf_view(&expected))) {
        for (uint32_t a = 0; a < ALIASES; a++)
            print_error("%u: %c%s\n", aliases[a].entity,
                        aliases[a].mark ? aliases[a].mark : ' ', aliases[a].text);
        fail_msg("in \"%.*s\"\nis     %.*s\nnot    %.*s",
                 KITH_STR_ARGS(reading->document.text),
                 KITH_STR_ARGS(kith_buf_view(&line)),
                 KITH_STR_ARGS(kith_buf_view(&expected)));
    }
    kith_buf_release(&expected);
    kith_buf_release(&line);
}

static void agrees_with_the_matcher_on_a_board(void **state)
{
    (void)state;
    struct naive_alias aliases[ALIASES];
    for (uint32_t g = 0; g < GAZETTEERS; g++) {
        struct check_reading reading;
        check_reading_init(&reading);
        draw_gazetteer(&reading, aliases);
        for (uint32_t t = 0; t < TEXTS; t++) {
            char text[1024];
            draw_phrase(text, 1 + draw(24), COUNT(gaps));
            tokenize(&reading, text);
            compare(&reading, aliases);
        }
        check_reading_release(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_matcher_on_a_board),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
