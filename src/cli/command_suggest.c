/* kith suggest: names that no gazetteer knows, as rows to paste. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "number.h"

static const char help_text[] =
    "Usage: kith suggest [OPTIONS] ARTICLES...\n"
    "\n"
    "List the capitalised names in articles that no gazetteer knows, those in most\n"
    "articles first, as CSV rows to look through and paste into a gazetteer. The\n"
    "type is a guess; the columns behind the aliases say how often a name stands,\n"
    "with which known names, and in what sentences. Nothing of it enters a graph by\n"
    "itself.\n"
    "\n"
    "  -g, --gazetteers PATH  the known names; may be given several times (default:\n"
    "                         the shipped gazetteers)\n"
    "  -n, --top N            rows at the most (default: 200)\n"
    "  -m, --min-articles N   articles a name must stand in (default: 2)\n"
    "  -j, --jobs N           threads (default: one a core); the rows are the same\n"
    "                         for any number\n"
    "  -h, --help             this page\n"
    "\n"
    "Examples:\n"
    "  kith suggest articles/ > new-names.csv\n"
    "  kith suggest articles/ -g people.csv --top 50 --min-articles 5\n"
    "\n"
    "Exit status: 0 all well; 2 usage; 3 could not start or write.\n";

static const char short_options[] = ":g:n:m:j:h";

static const struct option long_options[] = {
    {"gazetteers", required_argument, NULL, 'g'},
    {"top", required_argument, NULL, 'n'},
    {"min-articles", required_argument, NULL, 'm'},
    {"jobs", required_argument, NULL, 'j'},
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    struct kith_suggest_options options;
    const char **gazetteers;
};

static int take_number(const char *option, const char *value, uint32_t *number)
{
    uint64_t parsed;
    if (!parse_number(value, 1, UINT32_MAX, &parsed))
        return usage_error("suggest", "%s \"%s\": a number from 1 on is wanted", option,
                           value);
    *number = (uint32_t)parsed;
    return EXIT_ALL_WELL;
}

static int take_option(struct request *request, int option, const char *value)
{
    switch (option) {
    case 'g':
        request->gazetteers[request->options.gazetteer_count++] = value;
        return EXIT_ALL_WELL;
    case 'n':
        return take_number("--top", value, &request->options.top);
    case 'j':
        return parse_jobs(value, &request->options.jobs)
                   ? EXIT_ALL_WELL
                   : usage_error("suggest", WRONG_JOBS, value);
    case 'm':
        return take_number("--min-articles", value, &request->options.least_articles);
    default:
        return show_help(help_text);
    }
}

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        if (option == '?' || option == ':')
            return unknown_option("suggest", short_options, long_options, line->argv,
                                  option);
        int code = take_option(request, option, optarg);
        if (code != EXIT_ALL_WELL)
            return code;
    }
    request->options.gazetteers = request->gazetteers;
    request->options.articles = (const char *const *)line->argv + optind;
    request->options.article_count = (size_t)(line->argc - optind);
    if (request->options.article_count == 0)
        return usage_error("suggest", "no articles named");
    return EXIT_ALL_WELL;
}

static int suggest(const struct request *request)
{
    char *rows = NULL;
    size_t length = 0;
    struct kith_error err = {0};
    if (kith_suggest(&request->options, &rows, &length, &err) != KITH_OK)
        return failure(&err);
    fwrite(rows, 1, length, stdout);
    free(rows);
    return finished(EXIT_ALL_WELL);
}

int command_suggest(const struct command_line *line)
{
    struct request request = {.gazetteers = line->lists[0]};
    kith_suggest_options_init(&request.options);
    int code = parse(&request, line);
    return code == EXIT_ALL_WELL ? suggest(&request) : code;
}
