/* kith explain: why a name is found at a place in an article, or why none is; and what
 * ties two entities of a graph. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "columns.h"
#include "recognizing.h"
#include "tagging.h"

static const char help_text[] =
    "Usage: kith explain [OPTIONS] FILE:OFFSET\n"
    "       kith explain [OPTIONS] FILE:LINE:COLUMN\n"
    "       kith explain [OPTIONS] FILE \"WORDS\"\n"
    "       kith explain [--json] -o DIR \"NAME\" \"NAME\"\n"
    "\n"
    "Say why a name is found at a place in an article, or why none is: what the\n"
    "words could mean, what was decided about them and by which row, and the\n"
    "aliases that come near.\n"
    "\n"
    "OFFSET is a byte of the text from 0, as in mentions.csv and in kith tag\n"
    "--format jsonl. Lines and columns begin at 1; a column is a character. WORDS\n"
    "are explained wherever they stand. Give the options that the article was read\n"
    "with.\n"
    "\n"
    "With -o, show what ties two entities of the graph in DIR: the sentences, newest\n"
    "first, with what each says of the one to the other, whether it is claimed,\n"
    "unreal or denied, who says so, and where. A NAME is an id, a label of\n"
    "nodes.csv, what the articles call the entity, or words of its label, in any\n"
    "case.\n"
    "\n"
    "  -o, --output DIR       a folder that kith build wrote\n"
    "  -g, --gazetteers PATH  CSV file or folder of names; may be given several\n"
    "                         times (default: the shipped gazetteers)\n"
    "      --json             one JSON object a line for each place\n" COLUMN_HELP
        RECOGNIZING_HELP "  -h, --help             this page\n"
    "\n"
    "Examples:\n"
    "  kith explain article.txt:1043\n"
    "  kith explain article.txt:12:40 -g people.csv\n"
    "  kith explain article.txt \"Peskov\" --json\n"
    "  kith explain -o out/ \"Russia\" \"Ukraine\"\n"
    "\n"
    "Exit status: 0 all well; 1 there is no such place, name or edge, or some input\n"
    "could not be used; 2 usage; 3 could not start or write.\n";

enum { OPTION_JSON = 256 };

static const char short_options[] = ":g:o:h";
static const struct option long_options[] = {
    {"gazetteers", required_argument, NULL, 'g'},
    {"output", required_argument, NULL, 'o'},
    {"json", no_argument, NULL, OPTION_JSON},
    COLUMN_OPTIONS,
    RECOGNIZING_OPTIONS,
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    struct tagging tagging;
    const char *output; /* with the two names; else the place in an article: */
    const char *one, *other;
    const char *path;
    struct kith_spot spot;
    bool as_json;
};

/* Cut ":NUMBER" off the end of `text`; false, and nothing cut, when there is none. */
static bool cut_number(char *text, uint64_t *number)
{
    char *colon = strrchr(text, ':');
    if (!colon || !parse_number(colon + 1, 0, UINT32_MAX, number))
        return false;
    *colon = '\0';
    return true;
}

static int parse_place(struct request *request, char *argument)
{
    uint64_t last, before;
    request->path = argument;
    if (!cut_number(argument, &last))
        return usage_error("explain",
                           "\"%s\" names no place: FILE:OFFSET, FILE:LINE:COLUMN or "
                           "FILE \"WORDS\"",
                           argument);
    if (!cut_number(argument, &before)) {
        request->spot.offset = last;
        return EXIT_ALL_WELL;
    }
    if (before == 0 || last == 0)
        return usage_error("explain", "lines and columns begin at 1");
    request->spot.line = before;
    request->spot.column = last;
    return EXIT_ALL_WELL;
}

static int parse_places(struct request *request, char **arguments, int count)
{
    if (count == 0)
        return usage_error("explain", "no place named");
    if (count > 2)
        return usage_error("explain", "one place at a time; \"%s\" is one more",
                           arguments[2]);
    if (count == 1)
        return parse_place(request, arguments[0]);
    request->path = arguments[0];
    request->spot.words = arguments[1];
    return EXIT_ALL_WELL;
}

/* Two entities, which no option about recognising concerns any more. */
static int parse_names(struct request *request, char **arguments, int count)
{
    if (request->tagging.gazetteer_count)
        return usage_error("explain", "-o reads a graph; -g is for articles");
    if (count != 2)
        return usage_error("explain", "-o wants two names");
    request->one = arguments[0];
    request->other = arguments[1];
    return EXIT_ALL_WELL;
}

static int parse(struct request *request, const struct command_line *line)
{
    int option, code;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case 'o':
            request->output = optarg;
            break;
        case OPTION_JSON:
            request->as_json = true;
            break;
        case 'h':
            return show_help(help_text);
        default:
            if (!tagging_take(&request->tagging, "explain", option, optarg, &code))
                return unknown_option("explain", short_options, long_options, line->argv,
                                      option);
            if (code != EXIT_ALL_WELL)
                return code;
        }
    }
    return request->output
               ? parse_names(request, line->argv + optind, line->argc - optind)
               : parse_places(request, line->argv + optind, line->argc - optind);
}

static int explain(const struct request *request)
{
    struct kith_tagger *tagger = NULL;
    struct kith_error err = {0};
    const char *text;
    size_t length;
    int code = tagging_open(&request->tagging, &tagger);
    if (code == EXIT_FAILED)
        return code;
    if (kith_explain(tagger, request->path, &request->spot, request->as_json, &text,
                     &length, &err) == KITH_OK) {
        print_answer(text, length, request->as_json);
    } else {
        failure(&err);
        code = EXIT_SOME_UNUSED;
    }
    kith_tagger_free(tagger);
    return finished(code);
}

static int explain_ties(const struct request *request)
{
    struct kith_error err = {0};
    char *text;
    size_t length;
    enum kith_status status =
        kith_explain_ties(request->output, request->one, request->other, request->as_json,
                          &text, &length, &err);
    if (status != KITH_OK) {
        int code = failure(&err);
        return status == KITH_BAD_INPUT ? EXIT_SOME_UNUSED : code;
    }
    return printed(text, length, request->as_json);
}

int command_explain(const struct command_line *line)
{
    struct request request = {.tagging.gazetteers = line->lists[0]};
    int code = parse(&request, line);
    if (code != EXIT_ALL_WELL)
        return code;
    return request.output ? explain_ties(&request) : explain(&request);
}
