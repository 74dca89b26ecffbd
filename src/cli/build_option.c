/* Options of kith build, out of the command line. */
#include "build_option.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "formats.h"
#include "help_build.h"
#include "number.h"
#include "recognizing.h"
#include "word.h"

enum {
    OPTION_NO_RULES = 256,
    OPTION_STORE,
    OPTION_ADD,
    OPTION_RELATIONS,
    OPTION_MIN_WEIGHT,
    OPTION_MIN_ARTICLES,
    OPTION_COUNT,
    OPTION_NO_COOCCURRENCE,
    OPTION_BACKBONE,
    OPTION_MEASURE_ON,
    OPTION_DOT_NODES,
    OPTION_FORMATS,
    OPTION_BOM,
    OPTION_GRAPHML,
    OPTION_DOT_ALL,
    OPTION_LAYOUT,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_SLICE,
    OPTION_SLICE_GRAPHS,
    OPTION_LOG,
    OPTION_MAX_SIZE,
    OPTION_TIME_LIMIT,
    OPTION_SEED
};

static const char short_options[] = ":g:r:o:w:j:qvh";
static const struct option long_options[] = {
    {"gazetteers", required_argument, NULL, 'g'},
    {"rules", required_argument, NULL, 'r'},
    {"no-rules", no_argument, NULL, OPTION_NO_RULES},
    {"output", required_argument, NULL, 'o'},
    {"store", required_argument, NULL, OPTION_STORE},
    {"add", no_argument, NULL, OPTION_ADD},
    {"window", required_argument, NULL, 'w'},
    {"relations", required_argument, NULL, OPTION_RELATIONS},
    {"min-weight", required_argument, NULL, OPTION_MIN_WEIGHT},
    {"min-articles", required_argument, NULL, OPTION_MIN_ARTICLES},
    {"count", required_argument, NULL, OPTION_COUNT},
    {"no-cooccurrence", no_argument, NULL, OPTION_NO_COOCCURRENCE},
    {"backbone", required_argument, NULL, OPTION_BACKBONE},
    {"measure-on", required_argument, NULL, OPTION_MEASURE_ON},
    {"dot-nodes", required_argument, NULL, OPTION_DOT_NODES},
    {"formats", required_argument, NULL, OPTION_FORMATS},
    {"bom", no_argument, NULL, OPTION_BOM},
    {"graphml", required_argument, NULL, OPTION_GRAPHML},
    {"dot-all", no_argument, NULL, OPTION_DOT_ALL},
    {"layout", required_argument, NULL, OPTION_LAYOUT},
    COLUMN_OPTIONS,
    {"since", required_argument, NULL, OPTION_SINCE},
    {"until", required_argument, NULL, OPTION_UNTIL},
    {"slice", required_argument, NULL, OPTION_SLICE},
    {"slice-graphs", no_argument, NULL, OPTION_SLICE_GRAPHS},
    {"max-size", required_argument, NULL, OPTION_MAX_SIZE},
    {"time-limit", required_argument, NULL, OPTION_TIME_LIMIT},
    {"seed", required_argument, NULL, OPTION_SEED},
    {"jobs", required_argument, NULL, 'j'},
    RECOGNIZING_OPTIONS,
    {"quiet", no_argument, NULL, 'q'},
    {"verbose", no_argument, NULL, 'v'},
    {"log", required_argument, NULL, OPTION_LOG},
    {"help", no_argument, NULL, 'h'},
    {0},
};

/* Values */

static bool parse_window(const char *text, struct kith_build_options *options)
{
    static const char *const words[] = {"sentence", "paragraph", "article", NULL};
    int scope;
    uint64_t reach;
    if (find_word(text, words, &scope)) {
        options->scope = (enum kith_scope)scope;
        return true;
    }
    if (!parse_number(text, 1, 1000, &reach))
        return false;
    options->scope = KITH_TOKENS;
    options->reach = (uint32_t)reach;
    return true;
}

/* What an option chooses among: words in the order of what they name. */
struct choice {
    const char *option;
    const char *words[5]; /* NULL behind the last */
    const char *wanted;   /* the same in a sentence */
};

static const struct choice
    graphmls = {"--graphml", {"gephi", "strict"}, "gephi or strict"},
    layouts = {"--layout", {"fr", "kk", "circle", "none"}, "fr, kk, circle or none"},
    counts = {"--count", {"stories", "articles"}, "stories or articles"},
    measures = {"--measure-on",
                {"cooccurrence", "relations", "both"},
                "cooccurrence, relations or both"},
    slicings = {"--slice", {"month", "quarter", "year"}, "month, quarter or year"};

/* "top:5": a rule and its limit, which lies above 0 and, where it is a chance, is at most
 * 1. */
static bool parse_backbone(const char *text, struct kith_build_options *options)
{
    static const struct {
        const char *name;
        double most;
    } rules[] = {[KITH_BACKBONE_DISPARITY] = {"disparity:", 1},
                 [KITH_BACKBONE_NOISE] = {"noise:", 100},
                 [KITH_BACKBONE_VALIDATED] = {"validated:", 1},
                 [KITH_BACKBONE_TOP] = {"top:", UINT32_MAX}};
    for (size_t i = KITH_BACKBONE_DISPARITY; i < sizeof rules / sizeof *rules; i++) {
        size_t length = strlen(rules[i].name);
        if (strncmp(text, rules[i].name, length) != 0)
            continue;
        char *end;
        options->backbone = (enum kith_backbone)i;
        options->backbone_limit = strtod(text + length, &end);
        return end != text + length && !*end && options->backbone_limit > 0 &&
               options->backbone_limit <= rules[i].most;
    }
    return false;
}

static int bad_value(const char *option, const char *value, const char *wanted)
{
    return usage_error("build", "%s \"%s\": %s", option, value, wanted);
}

/* *number is that of the word; 0 when it is none. */
static int choose(const struct choice *choice, const char *value, int *number)
{
    *number = 0;
    return find_word(value, choice->words, number)
               ? EXIT_ALL_WELL
               : bad_value(choice->option, value, choice->wanted);
}

static int take_count(const char *option, const char *value, uint32_t *count)
{
    uint64_t number;
    if (!parse_number(value, 0, UINT32_MAX, &number))
        return bad_value(option, value, "a number is wanted");
    *count = (uint32_t)number;
    return EXIT_ALL_WELL;
}

static int take_date(const char *option, const char *value, const char **date)
{
    *date = value;
    return kith_is_date(value)
               ? EXIT_ALL_WELL
               : bad_value(option, value, "2024-03-22, 2024-03 or 2024 is wanted");
}

/* One option into the request; EXIT_ALL_WELL or EXIT_USAGE. */
static int take_option(struct build_request *request, int option, const char *value)
{
    struct kith_build_options *options = &request->options;
    uint64_t number;
    int word, code;
    const char *fault;
    if (recognizing_take(option, value, &options->recognize, &fault))
        return fault ? usage_error("build", fault, value) : EXIT_ALL_WELL;
    if (column_take(option, value, &options->columns))
        return EXIT_ALL_WELL;
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
    case OPTION_STORE:
        options->store = value;
        return *value ? EXIT_ALL_WELL : bad_value("--store", value, "a file is wanted");
    case OPTION_ADD:
        options->add = true;
        return EXIT_ALL_WELL;
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
    case OPTION_COUNT:
        code = choose(&counts, value, &word);
        options->count_articles = word == 1;
        return code;
    case OPTION_NO_COOCCURRENCE:
        options->without_cooccurrence = true;
        return EXIT_ALL_WELL;
    case OPTION_BACKBONE:
        return parse_backbone(value, options)
                   ? EXIT_ALL_WELL
                   : bad_value("--backbone", value,
                               "disparity:0.05, noise:1.64, validated:0.01 or top:5");
    case OPTION_MEASURE_ON:
        code = choose(&measures, value, &word);
        options->measured = (enum kith_measured)word;
        return code;
    case OPTION_DOT_NODES:
        if (!parse_number(value, 1, UINT32_MAX, &number))
            return bad_value("--dot-nodes", value, "a number from 1 on is wanted");
        options->dot_nodes = (uint32_t)number;
        return EXIT_ALL_WELL;
    case OPTION_DOT_ALL:
        options->dot_nodes = 0;
        return EXIT_ALL_WELL;
    case OPTION_LAYOUT:
        code = choose(&layouts, value, &word);
        options->layout = (enum kith_layout_kind)word;
        return code;
    case OPTION_FORMATS:
        return parse_formats(value, &options->formats)
                   ? EXIT_ALL_WELL
                   : bad_value("--formats", value, FORMATS_WANTED);
    case OPTION_BOM:
        options->with_bom = true;
        return EXIT_ALL_WELL;
    case OPTION_GRAPHML:
        code = choose(&graphmls, value, &word);
        options->graphml = (enum kith_graphml)word;
        return code;
    case OPTION_SINCE:
        return take_date("--since", value, &options->since);
    case OPTION_UNTIL:
        return take_date("--until", value, &options->until);
    case OPTION_SLICE:
        code = choose(&slicings, value, &word);
        options->slicing = (enum kith_slicing)(KITH_SLICE_MONTHS + word);
        return code;
    case OPTION_SLICE_GRAPHS:
        options->slice_graphs = true;
        return EXIT_ALL_WELL;
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
    case 'v':
        request->is_verbose = true;
        return EXIT_ALL_WELL;
    case OPTION_LOG:
        request->log = value;
        return *value ? EXIT_ALL_WELL : bad_value("--log", value, "a file is wanted");
    case 'h':
        build_help();
        return HELPED;
    default:
        return EXIT_USAGE;
    }
}

int build_options_parse(struct build_request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        if (option == '?' || option == ':')
            return unknown_option("build", short_options, long_options, line->argv,
                                  option);
        int code = take_option(request, option, optarg);
        if (code != EXIT_ALL_WELL)
            return code;
    }
    request->options.gazetteers = request->gazetteers;
    request->options.rules = request->rules;
    request->options.relations = request->relations;
    request->options.articles = (const char *const *)(line->argv + optind);
    request->options.article_count = (size_t)(line->argc - optind);
    if (request->options.article_count == 0)
        return usage_error("build", "no articles named");
    if (request->options.slice_graphs && !request->options.slicing)
        return usage_error("build", "--slice-graphs goes with --slice");
    return EXIT_ALL_WELL;
}
