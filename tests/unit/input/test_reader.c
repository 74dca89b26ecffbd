/* From a path to an article, or to the reason why not. */
#include "support/check.h"
#include "support/folder.h"

#include "base/file.h"
#include "input/reader.h"

struct reading {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_article article;
    struct kith_error err;
    const char *kind;
};

static int set_up(void **state)
{
    struct reading *reading = calloc(1, sizeof *reading);
    assert_non_null(reading);
    check_folder_make(&reading->folder);
    kith_arena_init(&reading->arena, KITH_ARENA_UNCAPPED);
    *state = reading;
    return 0;
}

static int tear_down(void **state)
{
    struct reading *reading = *state;
    check_folder_remove(&reading->folder);
    kith_arena_release(&reading->arena);
    free(reading);
    return 0;
}

static enum kith_status read_at(struct reading *reading, const char *path, uint64_t limit)
{
    const struct kith_unread unread = {.kind = KITH_UNREAD_FILE,
                                       .article.path = kith_str_of(path)};
    const struct kith_reader_options options = {.max_size = limit};
    return kith_article_read(&unread, &options, &reading->arena, &reading->article,
                             &reading->kind, &reading->err);
}

/* Put `bytes` into a file of this name and read it. */
static enum kith_status read_new(struct reading *reading, const char *name,
                                 struct kith_str bytes)
{
    check_file_bytes(&reading->folder, name, bytes);
    return read_at(reading, check_path(&reading->folder, name), KITH_DEFAULT_MAX_SIZE);
}

static void check_sentence(struct reading *reading, const char *kind, const char *ending)
{
    char wanted[700];
    snprintf(wanted, sizeof wanted, "%s: %s", reading->folder.name, ending);
    assert_string_equal(reading->err.text, wanted);
    assert_string_equal(reading->kind, kind);
}

static void reads_plain_text_whatever_the_case_of_its_ending(void **state)
{
    struct reading *reading = *state;
    const char *const names[] = {"a.txt",   "a.TXT",  "a.md",    "a.Text",
                                 "a.b.txt", "README", ".hidden", "ends."};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_ok(read_new(reading, names[i], KITH_STR("Rain fell.")), &reading->err);
        assert_str(reading->article.bytes, "Rain fell.");
        assert_str(reading->article.path, check_path(&reading->folder, names[i]));
        assert_false(reading->article.is_utf8_text);
        assert_int_equal(reading->article.number, 0);
        assert_int_equal(reading->article.title.length, 0);
    }
}

static void puts_zero_bytes_behind_the_text(void **state)
{
    struct reading *reading = *state;
    assert_ok(read_new(reading, "a.txt", KITH_STR("Rain")), &reading->err);
    const char zeros[KITH_FILE_PADDING] = {0};
    assert_memory_equal(reading->article.bytes.data + 4, zeros, sizeof zeros);
}

static void names_the_kinds_it_does_not_read_and_says_what_to_do(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(read_new(reading, "a.docx", KITH_STR("x")), KITH_BAD_INPUT);
    check_sentence(reading, "kind",
                   "Word is not read; make text of it first: pandoc -t plain");
    assert_int_equal(read_new(reading, "a.mbox", KITH_STR("x")), KITH_BAD_INPUT);
    check_sentence(reading, "kind",
                   "A mailbox is not read; make text of it first, with mu view or "
                   "mhonarc");
}

static void knows_by_their_bytes_what_only_bears_the_name_of_text(void **state)
{
    static const struct {
        const char *bytes, *sentence;
    } cases[] = {
        {"%PDF-1.4 ...", "PDF is not read; make text of it first, with pdftotext"},
        {"PK\x03\x04..........................mimetypeapplication/epub+zip",
         "Word is not read; make text of it first: pandoc -t plain"},
        {"{\"text\": \"Rain\"}", "is JSON; let its name end in .json"},
        {"title\tbody\nRain\tIt rained.\n", "is a table; let its name end in .csv"},
        {"\x1F\x8B\x08...",
         "is an archive, or compressed; let its name say so, as .zip or .gz does"},
    };
    struct reading *reading = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(read_new(reading, "a.txt", kith_str_of(cases[i].bytes)),
                         KITH_BAD_INPUT);
        check_sentence(reading, "kind", cases[i].sentence);
    }
}

static void prose_with_brackets_and_commas_is_text(void **state)
{
    static const char *const texts[] = {"{Rain} fell.", "[Rain, it said, \"fell\".]",
                                        "[\"Rain\"]",
                                        "Text, as we know, is a title.\nRain."};
    struct reading *reading = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_ok(read_new(reading, "a.txt", kith_str_of(texts[i])), &reading->err);
}

static void a_text_s_name_does_not_hide_a_second_article(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(
        read_new(reading, "a.txt",
                 KITH_STR("<rss><item><title>A</title></item><item><title>B</title>"
                          "</item></rss>")),
        KITH_BAD_INPUT);
    check_sentence(reading, "xml", "holds several articles; let its name end in .xml");
}

static void a_page_is_known_by_what_it_begins_with(void **state)
{
    struct reading *reading = *state;
    const char *page =
        "<html><body><p>Rain fell on the harbour all day.</p></body></html>";
    assert_ok(read_new(reading, "a.html", kith_str_of(page)), &reading->err);
    assert_str(reading->article.bytes, "Rain fell on the harbour all day.");
    assert_ok(read_new(reading, "a.txt", kith_str_of(page)), &reading->err);
    assert_str(reading->article.bytes, "Rain fell on the harbour all day.");
    assert_ok(read_new(reading, "b.html", KITH_STR("Rain.")), &reading->err);
    assert_str(reading->article.bytes, "Rain.");
    assert_int_equal(read_new(reading, "c.html", KITH_STR("<html><p><a>x</a>")),
                     KITH_BAD_INPUT);
    check_sentence(reading, "html",
                   "has no text that reads like an article; save it as plain text");
}

static void names_an_ending_it_does_not_know(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(read_new(reading, "a.qqq", KITH_STR("x")), KITH_BAD_INPUT);
    check_sentence(reading, "kind",
                   "its name does not tell what it is; if it is plain text, let it end "
                   "in .txt");
    assert_ok(read_new(reading, "b.qqq",
                       KITH_STR("<html><p>Rain fell on the harbour all day.</p></html>")),
              &reading->err);
}

static void a_dot_in_a_folder_s_name_is_no_ending(void **state)
{
    struct reading *reading = *state;
    check_subfolder(&reading->folder, "news.html");
    assert_ok(read_new(reading, "news.html/today", KITH_STR("Rain")), &reading->err);
}

static void refuses_empty_and_blank_files(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(read_new(reading, "a.txt", KITH_STR("")), KITH_BAD_INPUT);
    check_sentence(reading, "empty", "is empty");
    assert_int_equal(read_new(reading, "b.txt", KITH_STR(" \n")), KITH_BAD_INPUT);
    check_sentence(reading, "empty", "holds nothing but blanks");
}

static void refuses_binary_files(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(read_new(reading, "program",
                              KITH_STR("\x7F"
                                       "ELF\0\0")),
                     KITH_BAD_INPUT);
    check_sentence(reading, "binary", "is not text but binary data");
}

static void takes_a_file_of_just_the_largest_size(void **state)
{
    struct reading *reading = *state;
    check_file(&reading->folder, "a.txt", "12345");
    const char *path = check_path(&reading->folder, "a.txt");
    assert_ok(read_at(reading, path, 5), &reading->err);
    assert_int_equal(read_at(reading, path, 4), KITH_LIMIT);
    check_sentence(reading, "size", "is larger than 4 bytes (see --max-size)");
}

static void tells_the_system_s_reason(void **state)
{
    struct reading *reading = *state;
    assert_int_equal(read_at(reading, check_path(&reading->folder, "none.txt"), 99),
                     KITH_CANNOT_READ);
    check_sentence(reading, "unreadable", "cannot read: No such file or directory");
    check_subfolder(&reading->folder, "b.txt");
    assert_int_equal(read_at(reading, check_path(&reading->folder, "b.txt"), 99),
                     KITH_CANNOT_READ);
    check_sentence(reading, "unreadable", "cannot read: Is a directory");
}

static void the_kind_need_not_be_asked_for(void **state)
{
    struct reading *reading = *state;
    const struct kith_unread unread = {.article.path = KITH_STR("a.pdf")};
    const struct kith_reader_options options = {0};
    assert_int_equal(kith_article_read(&unread, &options, &reading->arena,
                                       &reading->article, NULL, &reading->err),
                     KITH_BAD_INPUT);
}

static enum kith_status read_stage(struct kith_arena *arena, void *context,
                                   struct kith_error *err)
{
    const struct kith_unread unread = {.article.path = kith_str_of(context)};
    const struct kith_reader_options options = {0};
    struct kith_article article;
    const char *kind = NULL;
    enum kith_status status =
        kith_article_read(&unread, &options, arena, &article, &kind, err);
    if (status == KITH_NO_MEMORY)
        assert_string_equal(kind, "memory");
    return status;
}

static void fails_cleanly_at_every_cap(void **state)
{
    struct reading *reading = *state;
    check_file(&reading->folder, "a.txt", "Rain fell on the town all day.");
    check_memory_sweep(read_stage, reading->folder.name);
}

#define CLAIM(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CLAIM(reads_plain_text_whatever_the_case_of_its_ending),
        CLAIM(puts_zero_bytes_behind_the_text),
        CLAIM(names_the_kinds_it_does_not_read_and_says_what_to_do),
        CLAIM(knows_by_their_bytes_what_only_bears_the_name_of_text),
        CLAIM(prose_with_brackets_and_commas_is_text),
        CLAIM(a_text_s_name_does_not_hide_a_second_article),
        CLAIM(a_page_is_known_by_what_it_begins_with),
        CLAIM(names_an_ending_it_does_not_know),
        CLAIM(a_dot_in_a_folder_s_name_is_no_ending),
        CLAIM(refuses_empty_and_blank_files),
        CLAIM(refuses_binary_files),
        CLAIM(takes_a_file_of_just_the_largest_size),
        CLAIM(tells_the_system_s_reason),
        CLAIM(the_kind_need_not_be_asked_for),
        CLAIM(fails_cleanly_at_every_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
