/* kith show: the text that is read of articles. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <unistd.h>

#include "columns.h"
#include "report.h"

static const char help_text[] =
    "Usage: kith show [OPTIONS] ARTICLES...\n"
    "\n"
    "Show the text that is read of articles, as offsets count it: of a web page, what\n"
    "is left without menus, notices and comments; of a table or a file of JSON, each\n"
    "article in it. Several articles have a line with their names above them.\n"
    "\n" COLUMN_HELP
    "      --json             one JSON object a line for each article, with its title,\n"
    "                         date, source, language and address\n"
    "  -h, --help             this page\n"
    "\n"
    "Examples:\n"
    "  kith show page.html\n"
    "  kith show news.jsonl#12\n"
    "  kith show news.zip/2024/03/22/a.txt\n"
    "  kith show pages/ --json >articles.jsonl\n"
    "      a folder of web pages as one file of articles\n"
    "\n"
    "Exit status: 0 all well; 1 finished, but some articles could not be read; 2 usage;\n"
    "3 could not start or write.\n";

enum { OPTION_JSON = 256 };

static const char short_options[] = ":h";
static const struct option long_options[] = {
    {"json", no_argument, NULL, OPTION_JSON},
    COLUMN_OPTIONS,
    {"help", no_argument, NULL, 'h'},
    {0},
};

/* A file or a pipe gets the text as it is read, for offsets count its bytes. */
struct showing {
    bool is_for_people;
    int code;
};

static bool on_text(void *context, const char *text, size_t length)
{
    const struct showing *showing = context;
    print_answer(text, length, !showing->is_for_people);
    return !ferror(stdout);
}

static void on_finding(void *context, const struct kith_problem_line *finding)
{
    struct showing *showing = context;
    print_finding(finding);
    showing->code = EXIT_SOME_UNUSED;
}

static int show(const struct kith_show_options *options)
{
    struct kith_error err = {0};
    struct showing showing = {.is_for_people = !options->as_json && isatty(STDOUT_FILENO),
                              .code = EXIT_ALL_WELL};
    if (kith_show(options, on_text, on_finding, &showing, &err) != KITH_OK)
        return ferror(stdout) ? finished(EXIT_FAILED) : failure(&err);
    return finished(showing.code);
}

int command_show(const struct command_line *line)
{
    struct kith_show_options options = {0};
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        if (option == 'h')
            return show_help(help_text);
        if (option == OPTION_JSON)
            options.as_json = true;
        else if (!column_take(option, optarg, &options.columns))
            return unknown_option("show", short_options, long_options, line->argv,
                                  option);
    }
    if (optind == line->argc)
        return usage_error("show", "no articles given");
    options.articles = (const char *const *)(line->argv + optind);
    options.article_count = (size_t)(line->argc - optind);
    return show(&options);
}
