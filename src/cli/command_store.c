/* kith store: what a store holds. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>

#include "number.h"
#include "plain.h"

static const char help_text[] =
    "Usage: kith store [OPTIONS] FILE\n"
    "\n"
    "Tell what the store holds that kith build --store keeps in FILE: its articles by\n"
    "folder, with their dates, how large the graph of the last run is, and the "
    "gazetteers\n"
    "and rules that articles were read with. docs/STORE.md describes its tables, which\n"
    "can be asked in SQL; kith diff compares its graph with others.\n"
    "\n"
    "      --json         one JSON object\n"
    "      --remove PATH  take a file, or the files of a folder, out of the store; may\n"
    "                     be given several times\n"
    "      --check        look through the whole file for damage\n"
    "  -h, --help         this page\n"
    "\n"
    "Examples:\n"
    "  kith store case.kith\n"
    "  kith store case.kith --remove articles/2024-05-17\n"
    "\n"
    "Exit status: 0 all well; 2 usage; 3 could not start or write, or is damaged.\n";

enum { OPTION_JSON = 256, OPTION_REMOVE, OPTION_CHECK };

static const char short_options[] = ":h";
static const struct option long_options[] = {
    {"json", no_argument, NULL, OPTION_JSON},
    {"remove", required_argument, NULL, OPTION_REMOVE},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    const char *store;
    const char **removed; /* as long as argv */
    size_t removed_count;
    bool as_json, checks;
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
        case OPTION_REMOVE:
            request->removed[request->removed_count++] = optarg;
            break;
        case OPTION_CHECK:
            request->checks = true;
            break;
        case 'h':
            return show_help(help_text);
        default:
            return unknown_option("store", short_options, long_options, line->argv,
                                  option);
        }
    }
    return only_argument("store", "store", line, &request->store);
}

static int tell(const struct request *request)
{
    struct kith_error err = {0};
    char *text;
    size_t length;
    if (kith_store_tell(request->store, request->as_json, &text, &length, &err) !=
        KITH_OK)
        return failure(&err);
    return printed(text, length, request->as_json);
}

static int take_out(const struct request *request)
{
    struct kith_error err = {0};
    uint64_t removed;
    char count[NUMBER_ROOM];
    if (kith_store_remove(request->store, request->removed, request->removed_count,
                          &removed, &err) != KITH_OK)
        return failure(&err);
    plain_print(stdout, "%s %s taken out of %s\n", grouped(removed, count),
                removed == 1 ? "file" : "files", request->store);
    return finished(EXIT_ALL_WELL);
}

static int check(const struct request *request)
{
    struct kith_error err = {0};
    if (kith_store_verify(request->store, &err) != KITH_OK)
        return failure(&err);
    plain_print(stdout, "%s: nothing is damaged\n", request->store);
    return finished(EXIT_ALL_WELL);
}

int command_store(const struct command_line *line)
{
    struct request request = {.removed = line->lists[0]};
    int code = parse(&request, line);
    if (code != EXIT_ALL_WELL)
        return code;
    if (request.removed_count)
        return take_out(&request);
    return request.checks ? check(&request) : tell(&request);
}
