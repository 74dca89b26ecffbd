/* kith variants: further spellings of a gazetteer's names, as a gazetteer. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

static const char help_text[] =
    "Usage: kith variants [OPTIONS] [GAZETTEERS...]\n"
    "\n"
    "List further spellings of the names of gazetteers (default: the shipped\n"
    "ones), by rules that stand in variants.csv, nicknames.csv and inflections.csv:\n"
    "Dmitri for Dmitry, D. Peskov, Kiev for Kyiv. What is printed is a gazetteer:\n"
    "look it through, and use it beside the one it was made from. A spelling that\n"
    "would mean another entity, too, is left out.\n"
    "\n"
    "  -l, --languages LIST  of the rules: en, ru, uk, pl, cs, de, and far for rules\n"
    "                        that make many spellings of little worth (default: en)\n"
    "  -r, --refused         tell what was left out, and why\n"
    "  -h, --help            this page\n"
    "\n"
    "Examples:\n"
    "  kith variants people.csv > people-spellings.csv\n"
    "  kith build articles/ -g people.csv -g people-spellings.csv\n"
    "  kith variants people.csv --languages \"en ru uk\" --refused > spellings.csv\n"
    "\n"
    "Exit status: 0 all well; 1 some rows of gazetteers or rules could not be\n"
    "used; 2 usage; 3 could not start or write.\n";

static const char short_options[] = ":l:rh";

static const struct option long_options[] = {
    {"languages", required_argument, NULL, 'l'},
    {"refused", no_argument, NULL, 'r'},
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    struct kith_variants_options options;
    bool tells_refused;
    size_t faults;
};

static void hear(void *context, const struct kith_problem_line *finding)
{
    struct request *request = context;
    bool is_refusal = strcmp(finding->kind, "variant") == 0;
    request->faults += finding->is_fault;
    if (finding->is_fault || (is_refusal && request->tells_refused))
        print_finding(finding);
}

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case 'l':
            request->options.languages = optarg;
            break;
        case 'r':
            request->tells_refused = true;
            break;
        case 'h':
            return show_help(help_text);
        default:
            return unknown_option("variants", short_options, long_options, line->argv,
                                  option);
        }
    }
    request->options.gazetteers = (const char *const *)line->argv + optind;
    request->options.gazetteer_count = (size_t)(line->argc - optind);
    return EXIT_ALL_WELL;
}

static int list(struct request *request)
{
    char *rows = NULL;
    size_t length = 0;
    struct kith_error err = {0};
    request->options.on_finding = hear;
    request->options.context = request;
    if (kith_variants(&request->options, &rows, &length, &err) != KITH_OK)
        return failure(&err);
    fwrite(rows, 1, length, stdout);
    free(rows);
    return finished(request->faults ? EXIT_SOME_UNUSED : EXIT_ALL_WELL);
}

int command_variants(const struct command_line *line)
{
    struct request request = {0};
    int code = parse(&request, line);
    return code == EXIT_ALL_WELL ? list(&request) : code;
}
