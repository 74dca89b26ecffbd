/* kith tag: the names in an article, marked up. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "columns.h"
#include "recognizing.h"
#include "tagging.h"
#include "word.h"

static const char help_text[] =
    "Usage: kith tag [OPTIONS] FILE...\n"
    "\n"
    "Show the names that are recognised in articles: coloured by type on a\n"
    "terminal, bracketed elsewhere.\n"
    "\n"
    "  -g, --gazetteers PATH  CSV file or folder of names; may be given several\n"
    "                         times (default: the shipped gazetteers)\n"
    "  -f, --format FORMAT    text   the article, names as [Tass|media:tass]\n"
    "                         jsonl  one JSON object a mention\n"
    "                         brat   standoff annotation, a T and an N line each\n"
    "                         html   a page with the names marked\n" COLUMN_HELP
        RECOGNIZING_HELP "  -h, --help             this page\n"
    "\n"
    "Examples:\n"
    "  kith tag article.txt\n"
    "  kith tag --format jsonl articles/*.txt > mentions.jsonl\n"
    "  kith tag -g people.csv --format html article.txt > article.html\n"
    "\n"
    "Exit status: 0 all well; 1 finished, but some input could not be used; 2 usage;\n"
    "3 could not start or write.\n";

static const char short_options[] = ":g:f:h";
static const struct option long_options[] = {
    {"gazetteers", required_argument, NULL, 'g'},
    {"format", required_argument, NULL, 'f'},
    COLUMN_OPTIONS,
    RECOGNIZING_OPTIONS,
    {"help", no_argument, NULL, 'h'},
    {0},
};

struct request {
    struct tagging tagging;
    enum kith_tag_format format;
};

static bool parse_format(const char *name, enum kith_tag_format *format)
{
    static const char *const words[] = {"text", "jsonl", "brat", "html", NULL};
    int number;
    bool is_one = find_word(name, words, &number);
    if (is_one)
        *format = (enum kith_tag_format)(KITH_TAG_TEXT + number);
    return is_one;
}

static int parse(struct request *request, const struct command_line *line)
{
    int option, code;
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case 'f':
            if (!parse_format(optarg, &request->format))
                return usage_error("tag", "--format \"%s\": text, jsonl, brat or html",
                                   optarg);
            break;
        case 'h':
            return show_help(help_text);
        default:
            if (!tagging_take(&request->tagging, "tag", option, optarg, &code))
                return unknown_option("tag", short_options, long_options, line->argv,
                                      option);
            if (code != EXIT_ALL_WELL)
                return code;
        }
    }
    if (optind == line->argc)
        return usage_error("tag", "no files named");
    return EXIT_ALL_WELL;
}

/* A file that cannot be read is told on stderr; the rest goes on. */
static int tag_files(struct kith_tagger *tagger, enum kith_tag_format format,
                     char **paths, int count, int code)
{
    for (int i = 0; i < count; i++) {
        const char *text;
        size_t length;
        struct kith_error err = {0};
        if (kith_tag(tagger, paths[i], format, &text, &length, &err) != KITH_OK) {
            failure(&err);
            code = EXIT_SOME_UNUSED;
            continue;
        }
        fwrite(text, 1, length, stdout);
    }
    return finished(code);
}

static int tag(const struct request *request, char **paths, int count)
{
    struct kith_tagger *tagger = NULL;
    int code = tagging_open(&request->tagging, &tagger);
    if (code == EXIT_FAILED)
        return code;
    code = tag_files(tagger, request->format, paths, count, code);
    kith_tagger_free(tagger);
    return code;
}

int command_tag(const struct command_line *line)
{
    bool has_terminal = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
    struct request request = {.tagging.gazetteers = line->lists[0],
                              .format = has_terminal ? KITH_TAG_COLOUR : KITH_TAG_TEXT};
    int code = parse(&request, line);
    return code == EXIT_ALL_WELL ? tag(&request, line->argv + optind, line->argc - optind)
                                 : code;
}
