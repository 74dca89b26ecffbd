/* kith check: gazetteers and rules looked over, one line a finding. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>

#include "number.h"
#include "plain.h"
#include "recognizing.h"

static const char help_text[] =
    "Usage: kith check [OPTIONS] [GAZETTEERS|RULES...]\n"
    "\n"
    "Look over gazetteers (default: the shipped ones) and say, as FILE:LINE, what\n"
    "does nothing and what looks wrong: rows that cannot be used, aliases that two\n"
    "entities share, aliases that are never found, slips. With articles, also\n"
    "aliases that these use as ordinary words; with --variants, also the spellings\n"
    "that would mean somebody else or are ordinary words.\n"
    "\n"
    "Rule files (.rel, and tables with a column pattern) have every example run,\n"
    "with the names of the file's cast, else of the gazetteers; and it is said which\n"
    "lists nothing uses, which rules find only what another finds, and which can\n"
    "match no name of the gazetteers. With articles, also which rules find nothing\n"
    "in them.\n"
    "\n"
    "  -a, --articles PATH  articles to count words and rules in; may be given\n"
    "                       several times\n"
    "      --stop FILE      a stop list, looked over with them\n"
    "      --fix FILE       corrections, looked over and applied\n"
    "  -j, --jobs N         threads (default: one a core); the findings are the same\n"
    "                       for any number\n"
    "      --variants LANGS make spellings by rules for \"en ru\" or the like, as\n"
    "                       build does, or none (default: en)\n"
    "  -h, --help           this page\n"
    "\n"
    "Examples:\n"
    "  kith check gazetteers/\n"
    "  kith check people.csv places.csv --articles articles/\n"
    "  kith check my.rel people.csv\n"
    "\n"
    "Exit status: 0 nothing is at fault (there may be notes); 1 something is; 2\n"
    "usage; 3 could not start.\n";

static const char short_options[] = ":a:j:h";

static const struct option long_options[] = {
    {"articles", required_argument, NULL, 'a'},
    {"stop", required_argument, NULL, OPTION_STOP},
    {"fix", required_argument, NULL, OPTION_FIX},
    {"jobs", required_argument, NULL, 'j'},
    {"variants", required_argument, NULL, OPTION_VARIANTS},
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    struct kith_check_options options;
    const char **articles;
};

struct counts {
    size_t faults, notes;
};

static void print_finding(void *context, const struct kith_problem_line *finding)
{
    struct counts *counts = context;
    plain_print(stdout, "%s", finding->file);
    if (finding->line)
        printf(":%llu", (unsigned long long)finding->line);
    plain_print(stdout, ": %s: %s\n", finding->is_fault ? "fault" : "note",
                finding->text);
    if (finding->is_fault)
        counts->faults++;
    else
        counts->notes++;
}

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case 'a':
            request->articles[request->options.article_count++] = optarg;
            break;
        case OPTION_STOP:
            request->options.stops = optarg;
            break;
        case OPTION_FIX:
            request->options.corrections = optarg;
            break;
        case OPTION_VARIANTS:
            request->options.variants = optarg;
            break;
        case 'j':
            if (!parse_jobs(optarg, &request->options.jobs))
                return usage_error("check", WRONG_JOBS, optarg);
            break;
        case 'h':
            return show_help(help_text);
        default:
            return unknown_option("check", short_options, long_options, line->argv,
                                  option);
        }
    }
    request->options.articles = request->articles;
    request->options.paths = (const char *const *)line->argv + optind;
    request->options.path_count = (size_t)(line->argc - optind);
    return EXIT_ALL_WELL;
}

static int check(const struct kith_check_options *options)
{
    struct counts counts = {0};
    struct kith_error err = {0};
    if (kith_check(options, print_finding, &counts, &err) != KITH_OK)
        return failure(&err);
    printf("%zu %s, %zu %s\n", counts.faults, counts.faults == 1 ? "fault" : "faults",
           counts.notes, counts.notes == 1 ? "note" : "notes");
    return finished(counts.faults ? EXIT_SOME_UNUSED : EXIT_ALL_WELL);
}

int command_check(const struct command_line *line)
{
    struct request request = {.articles = line->lists[0]};
    int code = parse(&request, line);
    return code == EXIT_ALL_WELL ? check(&request.options) : code;
}
