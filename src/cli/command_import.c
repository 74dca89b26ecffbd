/* kith import: public lists of names in, a gazetteer out. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "interrupt.h"
#include "number.h"
#include "plain.h"
#include "report.h"

static const char help_text[] =
    "Usage: kith import [OPTIONS] LIST...\n"
    "\n"
    "Turn public lists of names into a gazetteer for kith build: a CSV file with the\n"
    "columns name, type, aliases, id and what else the list tells. Several LISTs are\n"
    "of one format, which is recognised by what they hold. LIST may be - for the\n"
    "standard input, with --from.\n"
    "\n"
    "  -f, --from FORMAT      geonames        a dump, such as allCountries.txt\n"
    "                         wikidata        a query's result, saved as CSV or JSON\n"
    "                         opensanctions   targets.simple.csv\n"
    "                         ofac            sdn.csv, better with alt.csv beside it\n"
    "                         everypolitician names.csv\n"
    "                         entityruler     patterns of spaCy's, JSON lines\n"
    "                         gate            lists.def with its .lst files\n"
    "                         petrarch        actor dictionaries\n"
    "                         words           one name a line; needs --type\n"
    "  -t, --type TYPE        the type of all names, whatever the list says\n"
    "      --min-population N leave out smaller places (geonames)\n"
    "  -o, --output FILE      write the gazetteer there; it appears whole or not at\n"
    "                         all (default: standard output)\n"
    "  -q, --quiet            print nothing but what went wrong\n"
    "  -h, --help             this page\n"
    "\n"
    "Examples:\n"
    "  kith import cities500.txt --min-population 5000 -o cities.csv\n"
    "  kith import sdn.csv alt.csv -o ofac.csv\n"
    "  kith import -t company firms.txt > firms.csv\n"
    "  unzip -p allCountries.zip | kith import --from geonames - -o places.csv\n"
    "\n"
    "Rows that cannot be used are told by file and line: all of them to a file, the\n"
    "first 20 on a terminal.\n"
    "\n"
    "Exit status: 0 all well; 1 finished, but some rows could not be used; 2 usage;\n"
    "3 could not start or write.\n";

enum { OPTION_MIN_POPULATION = 256 };

static const char short_options[] = ":f:t:o:qh";

static const struct option long_options[] = {
    {"from", required_argument, NULL, 'f'},
    {"type", required_argument, NULL, 't'},
    {"min-population", required_argument, NULL, OPTION_MIN_POPULATION},
    {"output", required_argument, NULL, 'o'},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {0},
};

/* The command line, understood. */
struct request {
    struct kith_import_options options;
    bool is_quiet;
};

/* What is said on the way. */
struct speech {
    bool is_quiet;
    uint64_t shown, room; /* problems: told, and how many may be */
};

/* More fill the screen and are not read. A file takes them all. */
#define PROBLEMS_SHOWN 20

/* The command line */

static bool is_format(const char *name)
{
    const struct kith_import_kind *kind;
    for (size_t i = 0; (kind = kith_import_kind(i)); i++)
        if (strcmp(kind->name, name) == 0)
            return true;
    return false;
}

static int unknown_format(const char *name)
{
    char names[256] = "";
    const struct kith_import_kind *kind;
    for (size_t i = 0; (kind = kith_import_kind(i)); i++) {
        size_t length = strlen(names);
        snprintf(names + length, sizeof names - length, "%s%s", i ? ", " : "",
                 kind->name);
    }
    return usage_error("import", "--from \"%s\": one of %s", name, names);
}

/* One option into the request; EXIT_ALL_WELL or EXIT_USAGE. */
static int take_option(struct request *request, int option, const char *value)
{
    struct kith_import_options *options = &request->options;
    switch (option) {
    case 'f':
        options->format = value;
        return is_format(value) ? EXIT_ALL_WELL : unknown_format(value);
    case 't':
        options->type = value;
        return *value ? EXIT_ALL_WELL
                      : usage_error("import", "--type \"\": a word is wanted");
    case OPTION_MIN_POPULATION:
        return parse_number(value, 0, UINT32_MAX, &options->min_population)
                   ? EXIT_ALL_WELL
                   : usage_error("import", "--min-population \"%s\": a number is wanted",
                                 value);
    case 'o':
        options->output = value;
        return *value ? EXIT_ALL_WELL
                      : usage_error("import", "--output \"\": a file is wanted");
    case 'q':
        request->is_quiet = true;
        return EXIT_ALL_WELL;
    default:
        return show_help(help_text);
    }
}

/* "-" is the standard input, as everywhere. */
static void name_streams(char **lists)
{
    static char stream[] = "/dev/stdin";
    for (; *lists; lists++)
        if (strcmp(*lists, "-") == 0)
            *lists = stream;
}

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        if (option == '?' || option == ':')
            return unknown_option("import", short_options, long_options, line->argv,
                                  option);
        int code = take_option(request, option, optarg);
        if (code != EXIT_ALL_WELL)
            return code;
    }
    if (optind == line->argc)
        return usage_error("import", "no lists named");
    name_streams(line->argv + optind);
    request->options.lists = (const char *const *)(line->argv + optind);
    request->options.list_count = (size_t)(line->argc - optind);
    return EXIT_ALL_WELL;
}

/* The run */

static bool on_text(void *context, const char *bytes, size_t length)
{
    (void)context;
    return fwrite(bytes, 1, length, stdout) == length;
}

static void on_list(void *context, const char *path, const struct kith_import_kind *kind)
{
    const struct speech *speech = context;
    if (!speech->is_quiet)
        plain_print(stderr, "%s: %s\n", path, kind->title);
}

static void on_problem(void *context, const struct kith_problem_line *problem)
{
    struct speech *speech = context;
    if (speech->is_quiet && !problem->is_fault)
        return;
    if (speech->shown++ < speech->room)
        print_finding(problem);
}

static void print_summary(const struct kith_import_summary *summary,
                          const struct speech *speech)
{
    char entities[NUMBER_ROOM], aliases[NUMBER_ROOM], number[NUMBER_ROOM];
    if (speech->shown > speech->room)
        fprintf(stderr, "kith: and %s more rows\n",
                grouped(speech->shown - speech->room, number));
    if (speech->is_quiet)
        return;
    fprintf(stderr, "%s names with %s aliases", grouped(summary->entities, entities),
            grouped(summary->aliases, aliases));
    if (summary->passed_over)
        fprintf(stderr, ", %s passed over", grouped(summary->passed_over, number));
    if (summary->faults)
        fprintf(stderr, ", %s faults", grouped(summary->faults, number));
    fputc('\n', stderr);
}

static int import(struct request *request)
{
    struct speech speech = {.is_quiet = request->is_quiet,
                            .room = isatty(STDERR_FILENO) ? PROBLEMS_SHOWN : UINT64_MAX};
    struct kith_import_summary summary;
    struct kith_error err = {0};
    request->options.on_text = on_text;
    request->options.on_list = on_list;
    request->options.on_problem = on_problem;
    request->options.context = &speech;
    request->options.stop = interrupt_asks();
    if (kith_import(&request->options, &summary, &err) != KITH_OK)
        return failure(&err);
    int code = finished(summary.faults ? EXIT_SOME_UNUSED : EXIT_ALL_WELL);
    print_summary(&summary, &speech);
    return code;
}

int command_import(const struct command_line *line)
{
    struct request request = {0};
    kith_import_options_init(&request.options);
    int code = parse(&request, line);
    return code == EXIT_ALL_WELL ? import(&request) : code;
}
