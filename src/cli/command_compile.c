/* kith compile: gazetteers in, an image out. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>

#include "interrupt.h"
#include "number.h"
#include "plain.h"
#include "recognizing.h"
#include "report.h"

static const char help_text[] =
    "Usage: kith compile GAZETTEERS... -o NAMES.kith\n"
    "\n"
    "Compile gazetteers, CSV files and folders of them, into one image that opens\n"
    "at once, however many names it holds. Name it with -g as any gazetteer. When\n"
    "its sources change it is compiled anew by whoever opens it next.\n"
    "\n"
    "  -o, --output FILE  the image; its name ends in .kith\n"
    "      --variants LANGS  add spellings by rules for \"en ru\" or the like, or\n"
    "                     none (default: en)\n"
    "  -q, --quiet        say nothing but faults\n"
    "  -h, --help         this page\n"
    "\n"
    "Examples:\n"
    "  kith compile people.csv places/ -o names.kith\n"
    "  kith build articles/ -g names.kith -o out/\n"
    "\n"
    "Exit status: 0 all well; 1 some rows could not be used; 2 usage; 3 could not\n"
    "start or write.\n";

static const char short_options[] = ":o:qh";

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"variants", required_argument, NULL, OPTION_VARIANTS},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    const char *output, *variants;
    bool is_quiet;
};

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case 'o':
            request->output = optarg;
            break;
        case OPTION_VARIANTS:
            request->variants = optarg;
            break;
        case 'q':
            request->is_quiet = true;
            break;
        case 'h':
            return show_help(help_text);
        default:
            return unknown_option("compile", short_options, long_options, line->argv,
                                  option);
        }
    }
    if (optind == line->argc)
        return usage_error("compile", "no gazetteers named");
    if (!request->output)
        return usage_error("compile", "no image named; say -o NAMES.kith");
    return EXIT_ALL_WELL;
}

/* Collisions are notes, and kith check tells them. */
static void print_fault(void *context, const struct kith_problem_line *finding)
{
    (void)context;
    if (finding->is_fault)
        print_finding(finding);
}

static void print_compiled(const struct request *request,
                           const struct kith_compiled *compiled)
{
    char aliases[NUMBER_ROOM], entities[NUMBER_ROOM], size[NUMBER_ROOM];
    char variants[NUMBER_ROOM];
    plain_print(stdout, "%s: %s %s of %s %s, ", request->output,
                grouped(compiled->aliases, aliases),
                compiled->aliases == 1 ? "alias" : "aliases",
                grouped(compiled->entities, entities),
                compiled->entities == 1 ? "entity" : "entities");
    if (compiled->variants)
        printf("%s variants, ", grouped(compiled->variants, variants));
    printf("%s\n", sized(compiled->bytes, size));
}

static int compile(const struct request *request, const char *const *gazetteers,
                   size_t count)
{
    struct kith_compiled compiled;
    struct kith_error err = {0};
    if (kith_compile(gazetteers, count, request->variants, request->output, print_fault,
                     NULL, interrupt_asks(), &compiled, &err) != KITH_OK)
        return failure(&err);
    if (!request->is_quiet)
        print_compiled(request, &compiled);
    return finished(compiled.fault_count ? EXIT_SOME_UNUSED : EXIT_ALL_WELL);
}

int command_compile(const struct command_line *line)
{
    struct request request = {0};
    int code = parse(&request, line);
    return code == EXIT_ALL_WELL
               ? compile(&request, (const char *const *)line->argv + optind,
                         (size_t)(line->argc - optind))
               : code;
}
