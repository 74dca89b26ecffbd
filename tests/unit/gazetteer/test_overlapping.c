/* Names inside others and across them, by hand, and against a naive search. */
#include "drawing.h"

#include "gazetteer/overlapping.h"

#define GAZETTEERS 1200
#define TEXTS 12

static void assert_overlapping(enum kith_overlap overlap, const char *csv,
                               const char *text, const char *expected)
{
    struct check_reading reading;
    struct kith_matches matches;
    struct kith_buf line = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(kith_match_overlapping(reading.gazetteer, &reading.document, overlap,
                                     &reading.arena, &matches, &reading.err),
              &reading.err);
    write_matches(&reading.document, &matches, &line);
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

#define PAPERS                                                                           \
    "name,type\nNew York Times,media\nNew York,city\nYork,city\nYork Times,media\n"

static void looks_inside_of_the_longest_name(void **state)
{
    (void)state;
    assert_overlapping(KITH_OVERLAP_NESTED, PAPERS, "The New York Times of York.",
                       "New York Times=0 New York=1 York=2 York=2");
}

static void crosses_nothing_unless_all_is_asked(void **state)
{
    (void)state;
    assert_overlapping(KITH_OVERLAP_ALL, PAPERS, "The New York Times of York.",
                       "New York Times=0 New York=1 York Times=3 York=2 York=2");
    assert_overlapping(KITH_OVERLAP_LONGEST, PAPERS, "The New York Times of York.",
                       "New York Times=0 York=2");
}

static void ends_with_the_sentence(void **state)
{
    (void)state;
    assert_overlapping(KITH_OVERLAP_ALL, PAPERS, "He left York. Times change.", "York=2");
}

/* ---- at random ---- */

static void write_found(const struct naive_alias *aliases,
                        const struct kith_document *document, uint32_t first,
                        uint32_t end, struct kith_buf *line)
{
    const struct kith_token *tokens = document->tokens.items;
    if (line->length > 0)
        kith_buf_byte(line, ' ');
    kith_buf_str(
        line, kith_str_slice(document->text, tokens[first].begin, tokens[end - 1].end));
    write_naive_candidates(aliases, document, first, end, line);
}

static bool is_name(const struct naive_alias *aliases,
                    const struct kith_document *document, uint32_t first, uint32_t end)
{
    for (uint32_t a = 0; a < ALIASES; a++)
        if (naive_end(&aliases[a], document->text, document->tokens.items, first,
                      document->tokens.count) == end)
            return true;
    return false;
}

/* Leftmost, then longest, between two tokens, but not the whole of what lies there where
 * that is a name already; then in those. */
static void search_inside(const struct naive_alias *aliases,
                          const struct kith_document *document, uint32_t first,
                          uint32_t end, bool is_nested, bool is_taken,
                          struct kith_buf *line)
{
    for (uint32_t i = first; i < end; i++)
        for (uint32_t e = end; e > i; e--) {
            if ((is_taken && i == first && e == end) || !is_name(aliases, document, i, e))
                continue;
            write_found(aliases, document, i, e, line);
            if (is_nested)
                search_inside(aliases, document, i, e, true, true, line);
            i = e - 1;
            break;
        }
}

static void search_everywhere(const struct naive_alias *aliases,
                              const struct kith_document *document, struct kith_buf *line)
{
    for (uint32_t i = 0; i < document->tokens.count; i++)
        for (uint32_t e = document->tokens.count; e > i; e--)
            if (is_name(aliases, document, i, e))
                write_found(aliases, document, i, e, line);
}

static void compare(struct check_reading *reading, const struct naive_alias *aliases,
                    enum kith_overlap overlap)
{
    struct kith_matches matches;
    struct kith_buf expected = {0}, line = {0};
    const struct kith_document *document = &reading->document;
    assert_ok(kith_match_overlapping(reading->gazetteer, document, overlap,
                                     &reading->arena, &matches, &reading->err),
              &reading->err);
    write_matches(document, &matches, &line);
    if (overlap == KITH_OVERLAP_ALL)
        search_everywhere(aliases, document, &expected);
    else
        search_inside(aliases, document, 0, document->tokens.count,
                      overlap == KITH_OVERLAP_NESTED, false, &expected);
    if (!kith_str_equal(kith_buf_view(&line), kith_buf_view(&expected)))
        fail_msg("overlap %d in \"%.*s\"\nis     %.*s\nnot    %.*s", (int)overlap,
                 KITH_STR_ARGS(document->text), KITH_STR_ARGS(kith_buf_view(&line)),
                 KITH_STR_ARGS(kith_buf_view(&expected)));
    kith_buf_release(&expected);
    kith_buf_release(&line);
}

static void agrees_with_a_naive_search(void **state)
{
    (void)state;
    struct naive_alias aliases[ALIASES];
    for (uint32_t g = 0; g < GAZETTEERS; g++) {
        struct check_reading reading;
        check_reading_init(&reading);
        draw_gazetteer(&reading, aliases);
        for (uint32_t t = 0; t < TEXTS; t++) {
            char text[1024];
            draw_phrase(text, 1 + draw(16), COUNT(gaps));
            tokenize(&reading, text);
            compare(&reading, aliases, KITH_OVERLAP_LONGEST);
            compare(&reading, aliases, KITH_OVERLAP_NESTED);
            compare(&reading, aliases, KITH_OVERLAP_ALL);
        }
        check_reading_release(&reading);
    }
}

/* ---- memory ---- */

static struct check_reading swept;

static enum kith_status match_swept(struct kith_arena *arena, void *context,
                                    struct kith_error *err)
{
    struct kith_matches matches;
    (void)context;
    return kith_match_overlapping(swept.gazetteer, &swept.document, KITH_OVERLAP_ALL,
                                  arena, &matches, err);
}

static void survives_having_no_memory(void **state)
{
    (void)state;
    check_reading_init(&swept);
    check_load(&swept, "names.csv", PAPERS);
    check_compile(&swept);
    check_read(&swept, "The New York Times of York.");
    check_memory_sweep(match_swept, NULL);
    check_reading_release(&swept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_inside_of_the_longest_name),
        cmocka_unit_test(crosses_nothing_unless_all_is_asked),
        cmocka_unit_test(ends_with_the_sentence),
        cmocka_unit_test(agrees_with_a_naive_search),
        cmocka_unit_test(survives_having_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
