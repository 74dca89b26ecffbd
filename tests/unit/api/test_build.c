/* The library as a program meets it: kith_build and kith_tag on a folder of its own. */
#include "support/check.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kith.h"

static char folder[] = "/tmp/kith-test-XXXXXX";

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

/* The whole of a file, zero-terminated; freed by the caller. */
static char *read_file(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file)
        fail_msg("%s is missing", name);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    size_t length = fread(text, 1, (1 << 20) - 1, file);
    assert_true(length < (1 << 20) - 1);
    fclose(file);
    return text;
}

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder) || chdir(folder) != 0 || mkdir("articles", 0777) != 0)
        return -1;
    write_file("names.csv", "name,type,aliases\n"
                            "Ada Quill,person,Quill\n"
                            "Harbour Office,organisation,\n"
                            "Port Lund,city,\n"
                            ",person,Nobody\n");
    write_file("articles/b.txt", "Quill left Port Lund. The Harbour Office is shut.\n");
    write_file("articles/a.txt", "Ada Quill runs the Harbour Office in Port Lund.\n");
    write_file("articles/c.pdf", "%PDF-1.4");
    return 0;
}

static int drop_folder(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static const char *const articles[] = {"articles"};
static const char *const gazetteers[] = {"names.csv"};

static struct kith_build_options options_into(const char *output)
{
    struct kith_build_options options;
    kith_build_options_init(&options);
    options.articles = articles;
    options.article_count = 1;
    options.gazetteers = gazetteers;
    options.gazetteer_count = 1;
    options.without_rules = true;
    options.output = output;
    return options;
}

static struct kith_summary *build(const struct kith_build_options *options)
{
    struct kith_summary *summary = NULL;
    struct kith_error err = {0};
    assert_ok(kith_build(options, &summary, &err), &err);
    assert_non_null(summary);
    return summary;
}

static void counts_what_it_read_and_found(void **state)
{
    (void)state;
    struct kith_build_options options = options_into("counts");
    struct kith_summary *summary = build(&options);
    assert_int_equal(summary->articles_read, 2);
    assert_int_equal(summary->articles_skipped, 1);
    assert_int_equal(summary->mentions, 6);
    assert_int_equal(summary->entities, 3);
    assert_int_equal(summary->cooccurrence_edges, 3);
    assert_int_equal(summary->relation_edges, 0);
    assert_int_equal(summary->central_count, 3);
    assert_int_equal(summary->fault_count, 2);
    kith_summary_free(summary);
}

static void names_the_file_and_line_of_each_problem(void **state)
{
    (void)state;
    struct kith_build_options options = options_into("problems");
    struct kith_summary *summary = build(&options);
    assert_string_equal(summary->problems[0].file, "names.csv");
    assert_int_equal(summary->problems[0].line, 5);
    assert_string_equal(summary->problems[1].file, "articles/c.pdf");
    assert_string_equal(summary->problems[1].kind, "kind");
    kith_summary_free(summary);
}

/* Converted or mended text is never silent. */
static void notes_articles_that_are_not_utf8(void **state)
{
    (void)state;
    static const char *const old[] = {"old"};
    assert_int_equal(mkdir("old", 0777), 0);
    write_file("old/latin.txt", "Ada Quill met the mayor of K\xF6ln at the fa\xE7"
                                "ade.\n");
    struct kith_build_options options = options_into("old-out");
    options.articles = old;
    struct kith_summary *summary = build(&options);
    assert_int_equal(summary->articles_read, 1);
    assert_int_equal(summary->problem_count, 2); /* the row without a name, and this */
    assert_string_equal(summary->problems[1].kind, "encoding");
    assert_string_equal(summary->problems[1].file, "old/latin.txt");
    assert_false(summary->problems[1].is_fault);
    kith_summary_free(summary);
}

static void writes_the_same_bytes_on_any_number_of_threads(void **state)
{
    (void)state;
    struct kith_build_options options = options_into("one");
    options.jobs = 1;
    struct kith_summary *one = build(&options);
    options.output = "five";
    options.jobs = 5;
    struct kith_summary *five = build(&options);
    assert_int_equal(one->file_count, five->file_count);
    for (size_t i = 0; i < one->file_count; i++) {
        char *first = read_file(one->files[i]);
        char *second = read_file(five->files[i]);
        assert_true(*first);
        assert_string_equal(first, second);
        free(first);
        free(second);
    }
    kith_summary_free(one);
    kith_summary_free(five);
}

/* Ctrl-C when a phase begins. */
struct stopping {
    enum kith_phase phase;
    volatile int stop;
};

static void stop_at_phase(void *context, const struct kith_progress *progress)
{
    struct stopping *stopping = context;
    if (progress->phase == stopping->phase)
        stopping->stop = 1;
}

static struct kith_build_options options_stopping(const char *output,
                                                  struct stopping *stopping)
{
    struct kith_build_options options = options_into(output);
    options.stop = &stopping->stop;
    options.on_progress = stop_at_phase;
    options.progress_context = stopping;
    return options;
}

static void check_it_stops_at(enum kith_phase phase)
{
    assert_int_equal(mkdir("kept", 0777), 0);
    write_file("kept/graph.dot", "an earlier graph");
    struct stopping stopping = {.phase = phase};
    struct kith_build_options options = options_stopping("kept", &stopping);
    struct kith_summary *summary = NULL;
    struct kith_error err = {0};
    assert_int_equal(kith_build(&options, &summary, &err), KITH_INTERRUPTED);
    assert_string_equal(err.text, "stopped; kept is as it was");
    assert_null(summary);
    char *kept = read_file("kept/graph.dot");
    assert_string_equal(kept, "an earlier graph");
    free(kept);
    assert_int_equal(access("kept/nodes.csv", F_OK), -1);
    assert_int_equal(unlink("kept/graph.dot"), 0);
    assert_int_equal(rmdir("kept"), 0); /* no temporary file is left */
}

static void a_stopped_build_leaves_the_folder_as_it_was(void **state)
{
    (void)state;
    check_it_stops_at(KITH_LOADING);
    check_it_stops_at(KITH_READING);
    check_it_stops_at(KITH_WRITING);
}

static void stopped_while_measuring_it_writes_what_it_has_and_says_so(void **state)
{
    (void)state;
    struct stopping stopping = {.phase = KITH_MEASURING};
    struct kith_build_options options = options_stopping("stopped", &stopping);
    struct kith_summary *summary = build(&options);
    char *nodes = read_file("stopped/nodes.csv");
    char *problems = read_file("stopped/problems.csv");
    assert_non_null(strstr(nodes, "\nada-quill,Ada Quill,person,2,"));
    assert_non_null(strstr(problems, "stopped while computing degree"));
    assert_true(access("stopped/graph.graphml", F_OK) == 0);
    assert_true(access("stopped/graph.dot", F_OK) == 0);
    free(nodes);
    free(problems);
    kith_summary_free(summary);
}

static void refuses_a_gazetteer_that_is_not_there(void **state)
{
    (void)state;
    static const char *const missing[] = {"no-such.csv"};
    struct kith_build_options options = options_into("refused");
    options.gazetteers = missing;
    struct kith_summary *summary = NULL;
    struct kith_error err = {0};
    assert_int_equal(kith_build(&options, &summary, &err), KITH_CANNOT_READ);
    assert_non_null(strstr(err.text, "no-such.csv"));
}

static void tags_one_article_after_another(void **state)
{
    (void)state;
    struct kith_tagger *tagger = NULL;
    struct kith_error err = {0};
    const char *text;
    size_t length;
    assert_ok(kith_tagger_new(gazetteers, 1, NULL, NULL, NULL, &tagger, &err), &err);
    assert_ok(kith_tag(tagger, "articles/a.txt", KITH_TAG_TEXT, &text, &length, &err),
              &err);
    assert_string_equal(text, "[Ada Quill|person:ada-quill] runs the "
                              "[Harbour Office|organisation:harbour-office] in "
                              "[Port Lund|city:port-lund].\n");
    assert_ok(kith_tag(tagger, "articles/b.txt", KITH_TAG_BRAT, &text, &length, &err),
              &err);
    assert_string_equal(text, "T1\tperson 0 5\tQuill\n"
                              "N1\tReference T1 kith:ada-quill\tAda Quill\n"
                              "T2\tcity 11 20\tPort Lund\n"
                              "N2\tReference T2 kith:port-lund\tPort Lund\n"
                              "T3\torganisation 26 40\tHarbour Office\n"
                              "N3\tReference T3 kith:harbour-office\tHarbour Office\n");
    kith_tagger_free(tagger);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_it_read_and_found),
        cmocka_unit_test(names_the_file_and_line_of_each_problem),
        cmocka_unit_test(notes_articles_that_are_not_utf8),
        cmocka_unit_test(writes_the_same_bytes_on_any_number_of_threads),
        cmocka_unit_test(a_stopped_build_leaves_the_folder_as_it_was),
        cmocka_unit_test(stopped_while_measuring_it_writes_what_it_has_and_says_so),
        cmocka_unit_test(refuses_a_gazetteer_that_is_not_there),
        cmocka_unit_test(tags_one_article_after_another),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
