/* kith trace: what the rules make of a sentence, and where those that come near stop. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "recognizing.h"

static const char help_text[] =
    "Usage: kith trace [OPTIONS] \"SENTENCE\"\n"
    "\n"
    "Say what relation rules make of a sentence or more: the names in it and their\n"
    "types, the relations found with the rule that found them, and of each rule that\n"
    "comes near, a name and a word of it found, the word that stopped it. The bar |\n"
    "in a rule shows how far it came.\n"
    "\n"
    "  -r, --rules PATH       rule file, .rel or .csv; may be given several times\n"
    "                         (default: the shipped relations.rel)\n"
    "  -g, --gazetteers PATH  CSV file or folder of names; may be given several\n"
    "                         times (default: the shipped gazetteers)\n"
    "      --relation NAME    only this relation and its kinds, but all their rules\n"
    "      --all              every rule, near or not\n"
    "      --json             one JSON object a line for each sentence\n" RECOGNIZING_HELP
    "  -h, --help             this page\n"
    "\n"
    "Examples:\n"
    "  kith trace \"FSB chief Alexander Bortnikov met Emomali Rahmon.\"\n"
    "  kith trace \"Ada Lark, now chief of Norby Watch, left.\" -r my.rel -g people.csv\n"
    "  kith trace \"Ada Lark left Norby Watch.\" -r my.rel --relation leads\n"
    "\n"
    "Exit status: 0 all well; 2 usage; 3 could not start or write.\n";

enum { OPTION_JSON = 256, OPTION_ALL, OPTION_RELATION };

static const char short_options[] = ":g:r:h";
static const struct option long_options[] = {
    {"gazetteers", required_argument, NULL, 'g'},
    {"rules", required_argument, NULL, 'r'},
    {"relation", required_argument, NULL, OPTION_RELATION},
    {"all", no_argument, NULL, OPTION_ALL},
    {"json", no_argument, NULL, OPTION_JSON},
    RECOGNIZING_OPTIONS,
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    const char **gazetteers, **rules;
    struct kith_trace_options options;
};

static int parse_text(struct request *request, char **arguments, int count)
{
    if (count == 0 || !arguments[0][strspn(arguments[0], " \t\n")])
        return usage_error("trace", "no sentence given");
    if (count > 1)
        return usage_error("trace", "one sentence, in quotes; \"%s\" is one more",
                           arguments[1]);
    request->options.text = arguments[0];
    return EXIT_ALL_WELL;
}

static int parse(struct request *request, const struct command_line *line)
{
    struct kith_trace_options *options = &request->options;
    const char *fault;
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case 'g':
            request->gazetteers[options->gazetteer_count++] = optarg;
            break;
        case 'r':
            request->rules[options->rule_count++] = optarg;
            break;
        case OPTION_RELATION:
            options->relation = optarg;
            break;
        case OPTION_ALL:
            options->all = true;
            break;
        case OPTION_JSON:
            options->as_json = true;
            break;
        case 'h':
            return show_help(help_text);
        default:
            if (!recognizing_take(option, optarg, &options->recognize, &fault))
                return unknown_option("trace", short_options, long_options, line->argv,
                                      option);
            if (fault)
                return usage_error("trace", fault, optarg);
        }
    }
    return parse_text(request, line->argv + optind, line->argc - optind);
}

static int trace(const struct kith_trace_options *options)
{
    struct kith_error err = {0};
    char *text = NULL;
    size_t length;
    if (kith_trace(options, &text, &length, &err) != KITH_OK)
        return failure(&err);
    return printed(text, length, options->as_json);
}

int command_trace(const struct command_line *line)
{
    struct request request = {.gazetteers = line->lists[0], .rules = line->lists[1]};
    request.options.gazetteers = request.gazetteers;
    request.options.rules = request.rules;
    int code = parse(&request, line);
    return code == EXIT_ALL_WELL ? trace(&request.options) : code;
}
