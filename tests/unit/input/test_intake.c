/* The articles of files that hold many, in order, and what is none in its place. */
#include "support/check.h"
#include "support/folder.h"

#include "base/buf.h"
#include "input/intake.h"

struct taking {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_reader_options options;
    struct kith_buf log; /* what was taken, a line each */
    uint32_t count;
    uint32_t stops_at;
};

static int set_up(void **state)
{
    struct taking *taking = calloc(1, sizeof *taking);
    assert_non_null(taking);
    check_folder_make(&taking->folder);
    kith_arena_init(&taking->arena, KITH_ARENA_UNCAPPED);
    taking->stops_at = UINT32_MAX;
    *state = taking;
    return 0;
}

static int tear_down(void **state)
{
    struct taking *taking = *state;
    check_folder_remove(&taking->folder);
    kith_arena_release(&taking->arena);
    kith_buf_release(&taking->log);
    free(taking);
    return 0;
}

static void log_text(struct taking *taking, struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++)
        kith_buf_byte(&taking->log, text.data[i] == '\n' ? '/' : text.data[i]);
    kith_buf_byte(&taking->log, '|');
}

/* "a.csv#2|2024-03-22|Title//Text|", or "!a.csv:3|empty|has no text ...|". */
static enum kith_status log_article(void *context, const struct kith_unread *unread,
                                    struct kith_error *err)
{
    struct taking *taking = context;
    struct kith_article article;
    struct kith_error reason = {0};
    const char *kind = NULL;
    const char *name = strrchr(unread->article.path.data, '/') + 1;
    assert_int_equal(unread->article.number, taking->count++);
    if (unread->article.number == taking->stops_at)
        return kith_fail(err, KITH_LIMIT, "enough");
    enum kith_status status = kith_article_read(unread, &taking->options, &taking->arena,
                                                &article, &kind, &reason);
    if (status != KITH_OK)
        kith_buf_byte(&taking->log, '!');
    kith_buf_text(&taking->log, name);
    if (unread->line) {
        kith_buf_byte(&taking->log, ':');
        kith_buf_unsigned(&taking->log, unread->line);
    }
    kith_buf_byte(&taking->log, '|');
    if (status != KITH_OK) {
        log_text(taking, kith_str_of(kind));
    } else {
        log_text(taking, article.date);
        log_text(taking, article.bytes);
    }
    kith_buf_byte(&taking->log, '\n');
    return KITH_OK;
}

static enum kith_status take(struct taking *taking, const char *name,
                             struct kith_error *err)
{
    const struct kith_intake intake = {
        .options = taking->options, .on_article = log_article, .context = taking};
    struct kith_str path = kith_str_of(check_path(&taking->folder, name));
    const struct kith_sources sources = {.items = &path, .count = 1};
    return kith_intake_run(&intake, &sources, err);
}

/* Put `bytes` into a file of this name; what is taken of it reads so. */
static void check_taken(struct taking *taking, const char *name, const char *bytes,
                        const char *wanted)
{
    struct kith_error err = {0};
    kith_buf_reset(&taking->log);
    taking->count = 0;
    check_file_bytes(&taking->folder, name, kith_str_of(bytes));
    assert_ok(take(taking, name, &err), &err);
    kith_buf_byte(&taking->log, '\0');
    assert_string_equal(taking->log.data, wanted);
}

static void a_text_is_taken_as_it_is(void **state)
{
    check_taken(*state, "a.txt", "Rain.", "a.txt||Rain.|\n");
}

static void each_row_of_a_table_is_an_article(void **state)
{
    check_taken(*state, "a.csv",
                "Headline,Published At,Body\n"
                "Rain,2024-03-22T10:00Z,It rained.\n"
                "\"Sun, at last\",,Sun.\n",
                "a.csv#2|2024-03-22|Rain//It rained.|\n"
                "a.csv#3||Sun, at last//Sun.|\n");
    check_taken(*state, "a.tsv", "text\ttitle\nRain\t\n", "a.tsv#2||Rain|\n");
}

static void rows_that_are_no_articles_are_told_by_line(void **state)
{
    check_taken(*state, "a.csv", "text\n\"\"\nRain\n\"x\"y\nSun\n",
                "!a.csv:2|empty|\na.csv#3||Rain|\n!a.csv:4|csv|\na.csv#5||Sun|\n");
    check_taken(*state, "b.csv", "words\nRain\n", "!b.csv|unreadable|\n");
    check_taken(*state, "c.csv", "", "");
}

static void of_two_columns_the_likelier_is_the_text(void **state)
{
    check_taken(*state, "a.csv", "content,text\nno,yes\n", "a.csv#2||yes|\n");
}

static void the_user_s_names_of_columns_are_the_only_ones(void **state)
{
    struct taking *taking = *state;
    taking->options.names.own[KITH_FIELD_TEXT] = "words";
    check_taken(taking, "a.csv", "text,Words\nno,yes\n", "a.csv#2||yes|\n");
    check_taken(taking, "a.jsonl", "{\"text\":\"no\",\"words\":\"yes\"}\n",
                "a.jsonl#1||yes|\n");
}

static void each_line_of_json_is_an_article(void **state)
{
    check_taken(*state, "a.jsonl",
                "\xEF\xBB\xBF{\"title\":\"Rain\",\"text\":\"It rained.\"}\n\n"
                "{\"body\":[\"One.\",\"Two.\"],\"date\":\"22 March 2024\"}\n"
                "{\"text\":\n"
                "[]\n"
                "{\"title\":\"Sun\"}\n",
                "a.jsonl#1||Rain//It rained.|\n"
                "a.jsonl#3|2024-03-22|One.//Two.|\n"
                "!a.jsonl#4|json|\n!a.jsonl#5|json|\n!a.jsonl#6|json|\n");
}

static void a_line_that_is_too_long_is_told_and_passed_over(void **state)
{
    struct taking *taking = *state;
    taking->options.max_size = 20;
    check_taken(taking, "a.jsonl",
                "{\"text\":\"much too long to be read\"}\n{\"text\":\"Rain\"}\n",
                "!a.jsonl:1|size|\na.jsonl#2||Rain|\n");
}

static void the_objects_of_an_array_are_articles(void **state)
{
    check_taken(*state, "a.json", "[{\"text\":\"Rain\"},\n{\"text\":\"Sun {[\"}]",
                "a.json#1||Rain|\na.json#2||Sun {[|\n");
    check_taken(*state, "b.json", "{\"articles\":[{\"content\":\"Rain\"}]}\n",
                "b.json#1||Rain|\n");
    check_taken(*state, "c.json",
                "{\n\"text\":\"Rain\",\n\"pictures\":[{\"url\":\"x\"}]}\n",
                "c.json#1||Rain|\n");
    check_taken(*state, "d.json", "{\"text\":\"Rain\"}\n{\"text\":\"Sun\"}\n",
                "d.json#1||Rain|\nd.json#2||Sun|\n");
}

static void json_without_articles_or_cut_off_is_told(void **state)
{
    check_taken(*state, "a.json", "{\"words\":3}", "!a.json|json|\n");
    check_taken(*state, "b.json", "[{\"text\":\"Rain\"}",
                "b.json#1||Rain|\n!b.json:1|json|\n");
}

static void a_file_that_cannot_be_opened_is_told(void **state)
{
    struct taking *taking = *state;
    struct kith_error err = {0};
    check_subfolder(&taking->folder, "a.csv");
    assert_ok(take(taking, "a.csv", &err), &err);
    kith_buf_byte(&taking->log, '\0');
    assert_string_equal(taking->log.data, "!a.csv|unreadable|\n");
}

static void who_takes_articles_may_end_it(void **state)
{
    struct taking *taking = *state;
    struct kith_error err = {0};
    taking->stops_at = 1;
    check_file(&taking->folder, "a.csv", "text\nRain\nSun\nSnow\n");
    assert_int_equal(take(taking, "a.csv", &err), KITH_LIMIT);
    assert_string_equal(err.text, "enough");
    assert_int_equal(taking->count, 2);
}

static void one_article_is_found_by_its_path(void **state)
{
    struct taking *taking = *state;
    const struct kith_intake intake = {.options = taking->options};
    struct kith_error err = {0};
    struct kith_unread unread;
    char path[600];
    check_file(&taking->folder, "a.csv", "text\nRain\nSun\n");
    snprintf(path, sizeof path, "%s#3", check_path(&taking->folder, "a.csv"));
    assert_ok(kith_intake_find(&intake, kith_str_of(path), &taking->arena, &unread, &err),
              &err);
    assert_str(unread.article.bytes, "Sun");
    path[strlen(path) - 1] = '9';
    assert_int_equal(
        kith_intake_find(&intake, kith_str_of(path), &taking->arena, &unread, &err),
        KITH_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_text_is_taken_as_it_is),
        TEST(each_row_of_a_table_is_an_article),
        TEST(rows_that_are_no_articles_are_told_by_line),
        TEST(of_two_columns_the_likelier_is_the_text),
        TEST(the_user_s_names_of_columns_are_the_only_ones),
        TEST(each_line_of_json_is_an_article),
        TEST(a_line_that_is_too_long_is_told_and_passed_over),
        TEST(the_objects_of_an_array_are_articles),
        TEST(json_without_articles_or_cut_off_is_told),
        TEST(a_file_that_cannot_be_opened_is_told),
        TEST(who_takes_articles_may_end_it),
        TEST(one_article_is_found_by_its_path),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
