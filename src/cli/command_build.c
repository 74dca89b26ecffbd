/* kith build: options in, a graph out. */
#include "command.h"

#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "recognizing.h"
#include "report.h"

static const char help_text[] =
    "Usage: kith build [OPTIONS] ARTICLES...\n"
    "\n"
    "Read news articles, recognise the names of a gazetteer, and write a graph of\n"
    "who stands with whom, and how, with the sentence behind every edge. ARTICLES\n"
    "are files and folders; folders are read with all that is below them. Plain\n"
    "text is read (.txt, .md, .text); what cannot be read is listed in problems.csv\n"
    "and passed over.\n"
    "\n"
    "  -g, --gazetteers PATH  CSV file or folder of names; may be given several\n"
    "                         times (default: the shipped gazetteers)\n"
    "  -r, --rules FILE       rules, .rel or .csv; may be given several\n"
    "                         times (default: relations.rel of a gazetteer folder,\n"
    "                         else the shipped one)\n"
    "      --no-rules         co-occurrence only\n"
    "  -o, --output DIR       where the files go (default: out)\n"
    "  -w, --window WINDOW    what the weight of a co-occurrence counts: sentence,\n"
    "                         paragraph, article, or a number of words (default:\n"
    "                         sentence); edges.csv counts the others beside "
    "it\n" RECOGNIZING_HELP
    "      --relations NAMES  keep only relations of these names or families, with\n"
    "                         commas between; may be given several times\n"
    "      --min-weight N     keep only edges with N rows of evidence or more\n"
    "      --min-articles N   keep only edges that N articles speak for\n"
    "      --no-cooccurrence  keep only relations, and measure these\n"
    "      --dot-nodes N      entities in graph.dot, 0 for all (default: 70)\n"
    "      --graphml PROFILE  gephi, or strict: valid against the schema, for igraph\n"
    "                         and NetworkX, every edge directed (default: gephi)\n"
    "      --max-size SIZE    largest article, as in 500k or 16M (default: 16M)\n"
    "      --time-limit SECS  for path measures, beyond which they are sampled\n"
    "                         (default: 60)\n"
    "      --seed N           of communities and layout (default: 1)\n"
    "  -j, --jobs N           threads (default: one a core); the files are the same\n"
    "                         for any number\n"
    "  -q, --quiet            print nothing but what went wrong\n"
    "  -h, --help             this page\n"
    "\n";

/* A text of its own, since C promises no literals past 4,095 characters. */
static const char help_end[] =
    "Examples:\n"
    "  kith build articles/\n"
    "      a graph from the shipped gazetteers, in out/\n"
    "  kith build articles/ -g gazetteers/ -o out/\n"
    "      the names of your own folder of CSV files\n"
    "  kith build monday/ tuesday/ -g people.csv -g places.csv -w paragraph\n"
    "      two folders, two files of names, everyone who shares a paragraph\n"
    "  kith build articles/ --no-cooccurrence --relations leads,attacks\n"
    "      only who leads and who attacks whom, without who stands beside whom\n"
    "\n"
    "Exit status: 0 all well; 1 finished, but some articles or gazetteer rows could\n"
    "not be used (problems.csv says which); 2 usage; 3 could not start or write.\n";

enum {
    OPTION_NO_RULES = 256,
    OPTION_RELATIONS,
    OPTION_MIN_WEIGHT,
    OPTION_MIN_ARTICLES,
    OPTION_NO_COOCCURRENCE,
    OPTION_DOT_NODES,
    OPTION_GRAPHML,
    OPTION_MAX_SIZE,
    OPTION_TIME_LIMIT,
    OPTION_SEED
};

static const char short_options[] = ":g:r:o:w:j:qh";
static const struct option long_options[] = {
    {"gazetteers", required_argument, NULL, 'g'},
    {"rules", required_argument, NULL, 'r'},
    {"no-rules", no_argument, NULL, OPTION_NO_RULES},
    {"output", required_argument, NULL, 'o'},
    {"window", required_argument, NULL, 'w'},
    {"relations", required_argument, NULL, OPTION_RELATIONS},
    {"min-weight", required_argument, NULL, OPTION_MIN_WEIGHT},
    {"min-articles", required_argument, NULL, OPTION_MIN_ARTICLES},
    {"no-cooccurrence", no_argument, NULL, OPTION_NO_COOCCURRENCE},
    {"dot-nodes", required_argument, NULL, OPTION_DOT_NODES},
    {"graphml", required_argument, NULL, OPTION_GRAPHML},
    {"max-size", required_argument, NULL, OPTION_MAX_SIZE},
    {"time-limit", required_argument, NULL, OPTION_TIME_LIMIT},
    {"seed", required_argument, NULL, OPTION_SEED},
    {"jobs", required_argument, NULL, 'j'},
    RECOGNIZING_OPTIONS,
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {0},
};

/* The command line, understood. The lists are as long as argv. */
struct request {
    struct kith_build_options options;
    const char **gazetteers, **rules, **relations;
    bool is_quiet, wants_help;
};

/* Ctrl-C asks the build to stop; a second one ends the program as usual. */
static volatile int stop_asked;

static void on_interrupt(int signal_number)
{
    stop_asked = 1;
    signal(signal_number, SIG_DFL);
}

static bool parse_window(const char *text, struct kith_build_options *options)
{
    static const struct {
        const char *name;
        enum kith_scope scope;
    } scopes[] = {{"sentence", KITH_SENTENCE},
                  {"paragraph", KITH_PARAGRAPH},
                  {"article", KITH_ARTICLE}};
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (strcmp(text, scopes[i].name) == 0) {
            options->scope = scopes[i].scope;
            return true;
        }
    uint64_t reach;
    if (!parse_number(text, 1, 1000, &reach))
        return false;
    options->scope = KITH_TOKENS;
    options->reach = (uint32_t)reach;
    return true;
}

static bool parse_graphml(const char *text, enum kith_graphml *profile)
{
    *profile = strcmp(text, "strict") == 0 ? KITH_GRAPHML_STRICT : KITH_GRAPHML_GEPHI;
    return *profile == KITH_GRAPHML_STRICT || strcmp(text, "gephi") == 0;
}

static int bad_value(const char *option, const char *value, const char *wanted)
{
    return usage_error("build", "%s \"%s\": %s", option, value, wanted);
}

static int take_count(const char *option, const char *value, uint32_t *count)
{
    uint64_t number;
    if (!parse_number(value, 0, UINT32_MAX, &number))
        return bad_value(option, value, "a number is wanted");
    *count = (uint32_t)number;
    return EXIT_ALL_WELL;
}

/* One option into the request; EXIT_ALL_WELL or EXIT_USAGE. */
static int take_option(struct request *request, int option, const char *value)
{
    struct kith_build_options *options = &request->options;
    uint64_t number;
    const char *fault;
    if (recognizing_take(option, value, &options->recognize, &fault))
        return fault ? usage_error("build", fault, value) : EXIT_ALL_WELL;
    switch (option) {
    case 'g':
        request->gazetteers[options->gazetteer_count++] = value;
        return EXIT_ALL_WELL;
    case 'r':
        request->rules[options->rule_count++] = value;
        return EXIT_ALL_WELL;
    case OPTION_NO_RULES:
        options->without_rules = true;
        return EXIT_ALL_WELL;
    case 'o':
        options->output = value;
        return *value ? EXIT_ALL_WELL
                      : bad_value("--output", value, "a folder is wanted");
    case 'w':
        return parse_window(value, options)
                   ? EXIT_ALL_WELL
                   : bad_value("--window", value,
                               "sentence, paragraph, article, or 1 to 1000 words");
    case OPTION_RELATIONS:
        request->relations[options->relation_count++] = value;
        return EXIT_ALL_WELL;
    case OPTION_MIN_WEIGHT:
        return take_count("--min-weight", value, &options->min_weight);
    case OPTION_MIN_ARTICLES:
        return take_count("--min-articles", value, &options->min_articles);
    case OPTION_NO_COOCCURRENCE:
        options->without_cooccurrence = true;
        return EXIT_ALL_WELL;
    case OPTION_DOT_NODES:
        return take_count("--dot-nodes", value, &options->dot_nodes);
    case OPTION_GRAPHML:
        return parse_graphml(value, &options->graphml)
                   ? EXIT_ALL_WELL
                   : bad_value("--graphml", value, "gephi or strict");
    case OPTION_MAX_SIZE:
        return parse_size(value, &options->max_size)
                   ? EXIT_ALL_WELL
                   : bad_value("--max-size", value, "a size is wanted, such as 16M");
    case OPTION_TIME_LIMIT:
        if (!parse_number(value, 0, 1000000, &number))
            return bad_value("--time-limit", value, "a number of seconds is wanted");
        options->time_limit = (double)number;
        return EXIT_ALL_WELL;
    case OPTION_SEED:
        return parse_number(value, 0, UINT32_MAX, &options->seed)
                   ? EXIT_ALL_WELL
                   : bad_value("--seed", value, "a number is wanted");
    case 'j':
        return parse_jobs(value, &options->jobs)
                   ? EXIT_ALL_WELL
                   : usage_error("build", WRONG_JOBS, value);
    case 'q':
        request->is_quiet = true;
        return EXIT_ALL_WELL;
    case 'h':
        request->wants_help = true;
        return EXIT_ALL_WELL;
    default:
        return EXIT_USAGE;
    }
}

static int parse(struct request *request, int argc, char **argv)
{
    int option;
    while ((option = getopt_long(argc, argv, short_options, long_options, NULL)) != -1) {
        if (option == '?' || option == ':')
            return unknown_option("build", short_options, argv, option);
        int code = take_option(request, option, optarg);
        if (code != EXIT_ALL_WELL || request->wants_help)
            return code;
    }
    request->options.gazetteers = request->gazetteers;
    request->options.rules = request->rules;
    request->options.relations = request->relations;
    request->options.articles = (const char *const *)(argv + optind);
    request->options.article_count = (size_t)(argc - optind);
    if (request->options.article_count == 0)
        return usage_error("build", "no articles named");
    return EXIT_ALL_WELL;
}

static void report_all_faults(const struct kith_summary *summary)
{
    struct fault_report report = {0};
    for (size_t i = 0; i < summary->problem_count; i++)
        report_fault(&report, &summary->problems[i]);
    report_faults_end(&report, "problems.csv");
}

static int build(struct request *request)
{
    struct progress_line line;
    struct kith_summary *summary = NULL;
    struct kith_error err = {0};
    progress_begin(&line, request->is_quiet);
    request->options.on_progress = progress_update;
    request->options.progress_context = &line;
    request->options.stop = &stop_asked;
    signal(SIGINT, on_interrupt);
    signal(SIGTERM, on_interrupt);
    enum kith_status status = kith_build(&request->options, &summary, &err);
    double seconds = progress_end(&line);
    if (status != KITH_OK)
        return failure(&err);
    if (!request->is_quiet)
        report_summary(summary, seconds);
    fflush(stdout);
    report_all_faults(summary);
    int code = summary->fault_count ? EXIT_SOME_UNUSED : EXIT_ALL_WELL;
    kith_summary_free(summary);
    return finished(code);
}

int command_build(int argc, char **argv)
{
    struct request request = {.gazetteers = calloc((size_t)argc, sizeof(char *)),
                              .rules = calloc((size_t)argc, sizeof(char *)),
                              .relations = calloc((size_t)argc, sizeof(char *))};
    int code;
    if (!request.gazetteers || !request.rules || !request.relations) {
        fputs("kith: out of memory\n", stderr);
        code = EXIT_FAILED;
    } else {
        kith_build_options_init(&request.options);
        code = parse(&request, argc, argv);
        if (code == EXIT_ALL_WELL && request.wants_help) {
            fputs(help_text, stdout);
            fputs(help_end, stdout);
            code = finished(EXIT_ALL_WELL);
        } else if (code == EXIT_ALL_WELL) {
            code = build(&request);
        }
    }
    free(request.gazetteers);
    free(request.rules);
    free(request.relations);
    return code;
}
