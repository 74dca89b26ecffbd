/* kith diff: what changed from one graph to another, or from one slice to another. */
#include "command.h"

#include <getopt.h>

#include "number.h"
#include "report.h"

static const char help_text[] =
    "Usage: kith diff [OPTIONS] OLD NEW\n"
    "       kith diff [OPTIONS] --from SLICE --to SLICE GRAPH\n"
    "\n"
    "Tell what changed between two graphs: entities, relations and pairs that\n"
    "appeared, vanished, grew or shrank, and relations that changed status (claimed,\n"
    "and then asserted; asserted, and then denied); of what appeared the newest\n"
    "sentence. What changed more than all the rest comes first. OLD, NEW and GRAPH\n"
    "are folders that kith build wrote, whose tables are read, or stores, which hold\n"
    "the graph of the last run. Where the two were built with other options, that is\n"
    "told.\n"
    "\n"
    "      --from SLICE, --to SLICE\n"
    "               two slices of a graph that was built with --slice, as 2024-02,\n"
    "               2024-Q1 or 2024\n"
    "      --top N  how many of each sort, from 1 on (default: 10; with --csv and\n"
    "               --json all)\n"
    "      --all    all\n"
    "      --csv    a table, a row a change\n"
    "      --json   one JSON object a line for each change\n"
    "  -h, --help   this page\n"
    "\n"
    "Examples:\n"
    "  kith diff monday/ tuesday/\n"
    "  kith diff monday/ tuesday/ --csv > changes.csv\n"
    "  kith diff monday.kith case.kith\n"
    "  kith diff out/ --from 2024-02 --to 2024-03 --top 5\n"
    "\n"
    "Exit status: 0 all well, with changes or without; 2 usage; 3 could not start or\n"
    "write.\n";

#define TOP_USUAL 10

enum { OPTION_FROM = 256, OPTION_TO, OPTION_TOP, OPTION_ALL, OPTION_CSV, OPTION_JSON };

static const char short_options[] = ":h";
static const struct option long_options[] = {
    {"from", required_argument, NULL, OPTION_FROM},
    {"to", required_argument, NULL, OPTION_TO},
    {"top", required_argument, NULL, OPTION_TOP},
    {"all", no_argument, NULL, OPTION_ALL},
    {"csv", no_argument, NULL, OPTION_CSV},
    {"json", no_argument, NULL, OPTION_JSON},
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    struct kith_diff_options options;
    bool has_top;
};

static int take_top(struct request *request, const char *value)
{
    uint64_t top;
    if (!parse_number(value, 1, UINT32_MAX, &top))
        return usage_error("diff", "--top \"%s\": a number from 1 on is wanted", value);
    request->options.top = (uint32_t)top;
    request->has_top = true;
    return EXIT_ALL_WELL;
}

/* One option into the request; EXIT_ALL_WELL or what parsing ends with. */
static int take_option(struct request *request, int option, const char *value)
{
    switch (option) {
    case OPTION_FROM:
        request->options.from = value;
        return EXIT_ALL_WELL;
    case OPTION_TO:
        request->options.to = value;
        return EXIT_ALL_WELL;
    case OPTION_TOP:
        return take_top(request, value);
    case OPTION_ALL:
        request->options.top = 0;
        request->has_top = true;
        return EXIT_ALL_WELL;
    case OPTION_CSV:
        request->options.format = KITH_DIFF_CSV;
        return EXIT_ALL_WELL;
    case OPTION_JSON:
        request->options.format = KITH_DIFF_JSONL;
        return EXIT_ALL_WELL;
    default:
        return show_help(help_text);
    }
}

static int take_graphs(struct request *request, char **graphs, int count)
{
    struct kith_diff_options *options = &request->options;
    if (!options->from != !options->to)
        return usage_error("diff", "--from and --to go together");
    int wanted = options->from ? 1 : 2;
    if (count < wanted)
        return usage_error("diff", count == 1 ? "one graph named; two are compared"
                                              : "no graphs named");
    if (count > wanted)
        return usage_error("diff", "\"%s\" is one graph too many", graphs[wanted]);
    options->older = graphs[0];
    options->newer = wanted == 2 ? graphs[1] : NULL;
    if (!request->has_top && options->format == KITH_DIFF_TEXT)
        options->top = TOP_USUAL;
    return EXIT_ALL_WELL;
}

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        if (option == '?' || option == ':')
            return unknown_option("diff", short_options, long_options, line->argv,
                                  option);
        int code = take_option(request, option, optarg);
        if (code != EXIT_ALL_WELL)
            return code;
    }
    return take_graphs(request, line->argv + optind, line->argc - optind);
}

static void on_finding(void *context, const struct kith_problem_line *finding)
{
    (void)context;
    print_finding(finding);
}

int command_diff(const struct command_line *line)
{
    struct request request = {.options.on_finding = on_finding};
    struct kith_error err = {0};
    char *text;
    size_t length;
    int code = parse(&request, line);
    if (code != EXIT_ALL_WELL)
        return code;
    if (kith_diff(&request.options, &text, &length, &err) != KITH_OK)
        return failure(&err);
    return printed(text, length, request.options.format != KITH_DIFF_TEXT);
}
