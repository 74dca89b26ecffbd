#include "recognize/given.h"

#include "support/reading.h"

#include "base/buf.h"
#include "support/recognize.h"

#define CSV "name,type\nAda Quill,person\nLake Bank,company\n"

static struct check_reading reading;
static struct kith_given *given;

static int set_up(void **state)
{
    (void)state;
    check_reading_init(&reading);
    check_load(&reading, "names.csv", CSV);
    check_compile(&reading);
    assert_ok(kith_given_new(&given, &reading.err), &reading.err);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    kith_given_free(given);
    check_reading_release(&reading);
    return 0;
}

/* Somebody found entity `who` in the article that ends in `path`. */
static void give(const char *path, uint64_t begin, uint64_t end, bool in_characters,
                 kith_id who, uint32_t line)
{
    struct kith_given_mention mention = {begin, end, in_characters, who, who, line};
    assert_ok(kith_given_add(given, kith_str_of(path), mention, &reading.err),
              &reading.err);
}

static struct kith_mentions ours, placed;

static enum kith_status place(struct kith_arena *arena, void *mentions,
                              struct kith_error *err)
{
    struct kith_mentions *all = mentions;
    *all = ours;
    return kith_given_place(given, &reading.document, arena, NULL, all, err);
}

/* Recognise `text`, set the given mentions in it, and compare all: surface=entity. */
static void assert_placed(const char *text, const char *expected)
{
    struct kith_buf line = {0};
    assert_ok(kith_given_close(given, &reading.err), &reading.err);
    check_read(&reading, text);
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &ours, &reading.err),
              &reading.err);
    assert_ok(place(&reading.arena, &placed, &reading.err), &reading.err);
    for (uint32_t i = 0; i < placed.count; i++) {
        const struct kith_mention *mention = &placed.items[i];
        struct kith_str surface =
            kith_str_slice(reading.document.text, mention->begin, mention->end);
        kith_buf_format(&line, "%s%.*s=%u", i ? " | " : "", KITH_STR_ARGS(surface),
                        mention->entity);
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
}

static void assert_reported(const char *expected)
{
    struct kith_buf lines = {0};
    reading.problems.count = 0;
    assert_ok(kith_given_report(given, "given.jsonl", &reading.problems, &reading.err),
              &reading.err);
    for (uint32_t i = 0; i < reading.problems.count; i++)
        kith_buf_format(&lines, "%u ", (unsigned)reading.problems.items[i].line);
    assert_str(kith_buf_view(&lines), expected);
    kith_buf_release(&lines);
}

static void ours_yield_where_they_overlap(void **state)
{
    (void)state;
    give("article.txt", 4, 9, false, 1, 1);
    assert_placed("Ada Quill left. Ada Quill came.", "Quill=1 | Ada Quill=0");
    assert_reported("");
}

static void those_between_ours_stand_in_text_order(void **state)
{
    (void)state;
    give("article.txt", 14, 16, false, 1, 1);
    assert_placed("Ada Quill met Bo and Ada Quill.", "Ada Quill=0 | Bo=1 | Ada Quill=0");
}

static void characters_and_bytes_go_together(void **state)
{
    (void)state;
    give("article.txt", 5, 7, true, 1, 1);
    give("article.txt", 10, 12, false, 0, 2);
    assert_placed("Zürî Bo Cy", "Bo=1 | Cy=0");
}

static void of_two_that_overlap_the_earlier_and_longer_stays(void **state)
{
    (void)state;
    give("article.txt", 0, 2, false, 0, 1);
    give("article.txt", 0, 7, false, 1, 2);
    give("article.txt", 3, 7, false, 0, 3);
    assert_placed("Bo Moss left.", "Bo Moss=1");
    assert_reported("1 3 ");
}

static void what_lies_outside_the_words_is_left_out(void **state)
{
    (void)state;
    give("article.txt", 2, 3, false, 0, 1);
    give("article.txt", 5, 700, false, 0, 2);
    give("article.txt", 5, 700, true, 0, 3);
    give("article.txt", UINT64_MAX - 1, UINT64_MAX, true, 0, 4);
    assert_placed("Bo Moss", "");
    assert_reported("1 2 3 4 ");
}

static void other_articles_are_left_alone_and_reported_once(void **state)
{
    (void)state;
    give("b/article.txt", 0, 2, false, 0, 1);
    give("b/article.txt", 3, 7, false, 0, 2);
    give("icle.txt", 3, 7, false, 0, 3);
    assert_placed("Bo Moss", "");
    assert_reported("1 3 ");
}

static void a_mention_of_two_sentences_keeps_to_the_words_of_the_first(void **state)
{
    (void)state;
    give("article.txt", 3, 14, false, 0, 1);
    give("article.txt", 18, 20, false, 1, 2);
    assert_placed("We left. They saw Bo Moss.", "left. They =0 | Bo=1");
    uint32_t limit = reading.document.sentences.items[0].end_token;
    assert_int_equal(placed.items[0].end_token, limit);
    assert_int_equal(placed.items[1].sentence, 1);
}

static void survives_any_lack_of_memory(void **state)
{
    (void)state;
    struct kith_mentions all;
    give("article.txt", 14, 16, false, 1, 1);
    assert_placed("Ada Quill met Bo and Ada Quill.", "Ada Quill=0 | Bo=1 | Ada Quill=0");
    check_memory_sweep(place, &all);
}

#define CASE(claim) cmocka_unit_test_setup_teardown(claim, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(ours_yield_where_they_overlap),
        CASE(those_between_ours_stand_in_text_order),
        CASE(characters_and_bytes_go_together),
        CASE(of_two_that_overlap_the_earlier_and_longer_stays),
        CASE(what_lies_outside_the_words_is_left_out),
        CASE(other_articles_are_left_alone_and_reported_once),
        CASE(a_mention_of_two_sentences_keeps_to_the_words_of_the_first),
        CASE(survives_any_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
