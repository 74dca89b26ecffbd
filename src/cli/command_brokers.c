/* kith brokers: who holds the network together. */
#include "command.h"

#include <getopt.h>

#include "number.h"

static const char help_text[] =
    "Usage: kith brokers [OPTIONS] DIR\n"
    "\n"
    "List the entities that hold the graph in DIR together: those without which\n"
    "others fall away, and those through whom others meet; with the communities they\n"
    "join, their ranks, and a sentence or two that make it so. DIR is a folder that\n"
    "kith build wrote; its tables are read. Highest betweenness first.\n"
    "\n"
    "      --top N  how many, from 1 to 1000 (default: 10)\n"
    "      --json   one JSON object a line for each\n"
    "  -h, --help   this page\n"
    "\n"
    "Examples:\n"
    "  kith brokers out/\n"
    "  kith brokers out/ --top 3 --json\n"
    "\n"
    "Exit status: 0 all well; 2 usage; 3 could not start or write.\n";

#define TOP_USUAL 10
#define TOP_MOST 1000

enum { OPTION_JSON = 256, OPTION_TOP };

static const char short_options[] = ":h";
static const struct option long_options[] = {
    {"json", no_argument, NULL, OPTION_JSON},
    {"top", required_argument, NULL, OPTION_TOP},
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    const char *output;
    uint64_t top;
    bool as_json;
};

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case OPTION_JSON:
            request->as_json = true;
            break;
        case OPTION_TOP:
            if (!parse_number(optarg, 1, TOP_MOST, &request->top))
                return usage_error("brokers",
                                   "--top \"%s\": a number from 1 to %d is wanted",
                                   optarg, TOP_MOST);
            break;
        case 'h':
            return show_help(help_text);
        default:
            return unknown_option("brokers", short_options, long_options, line->argv,
                                  option);
        }
    }
    return only_argument("brokers", "folder", line, &request->output);
}

int command_brokers(const struct command_line *line)
{
    struct request request = {.top = TOP_USUAL};
    struct kith_error err = {0};
    char *text;
    size_t length;
    int code = parse(&request, line);
    if (code != EXIT_ALL_WELL)
        return code;
    if (kith_brokers(request.output, (uint32_t)request.top, request.as_json, &text,
                     &length, &err) != KITH_OK)
        return failure(&err);
    return printed(text, length, request.as_json);
}
