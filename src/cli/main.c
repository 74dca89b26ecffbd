/* kith, the program: picks the verb. */
#include "command.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interrupt.h"
#include "plain.h"

static const struct verb {
    const char *name;
    command_fn *run;
    const char *summary;
} verbs[] = {
    {"build", command_build, "read articles, write a graph of who stands with whom"},
    {"draw", command_draw, "turn a graph into a picture, with Graphviz"},
    {"tag", command_tag, "show the names recognised in an article"},
    {"explain", command_explain, "say why a name is found or not, what ties two names"},
    {"brokers", command_brokers, "list who holds a graph together, and the sentences"},
    {"diff", command_diff, "tell what changed from one graph to another, or over time"},
    {"store", command_store, "tell what kith build --store keeps, or take out of it"},
    {"check", command_check,
     "look gazetteers and rules over: what does nothing or wrong"},
    {"trace", command_trace, "say what relation rules make of a sentence, and why"},
    {"show", command_show, "show the text that is read of articles"},
    {"suggest", command_suggest, "list names in articles that no gazetteer knows"},
    {"variants", command_variants, "list further spellings of a gazetteer's names"},
    {"import", command_import, "turn a public list of names into a gazetteer"},
    {"compile", command_compile, "make large gazetteers ready, to open at once"},
};

static void print_help(FILE *stream)
{
    fputs(
        "kith turns folders of news articles into a graph of who stands with whom, and\n"
        "how, with the sentence behind every edge.\n"
        "\n"
        "Usage: kith VERB [OPTIONS] ...\n"
        "\n",
        stream);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        fprintf(stream, "  %-10s%s\n", verbs[i].name, verbs[i].summary);
    fputs("\n"
          "  kith VERB --help   options and examples of a verb\n"
          "  kith --version     the version\n"
          "\n"
          "Example:\n"
          "  kith build articles/ -g gazetteers/ -o out/\n",
          stream);
}

int usage_error(const char *verb, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("kith: ", stderr);
    plain_vprint(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\nTry: kith %s%s--help\n", verb, *verb ? " " : "");
    return EXIT_USAGE;
}

/* Longer is no option of any verb. */
#define OPTION_LENGTH 32

/* No verb has more options. */
#define OPTIONS_LIMIT 80

/* A long option that getopt_long does not know, or that begins several. */
static int unknown_long_option(const char *verb, const struct option *long_options,
                               const char *typed)
{
    const char *names[OPTIONS_LIMIT];
    char name[OPTION_LENGTH];
    size_t count = 0;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(typed + 2, "="), typed + 2);
    for (; long_options[count].name && count < OPTIONS_LIMIT; count++) {
        names[count] = long_options[count].name;
        if (*name && strncmp(names[count], name, strlen(name)) == 0)
            return usage_error(verb, "--%s begins several options, --%s among them", name,
                               names[count]);
    }
    const char *meant = kith_nearest(name, names, count);
    return meant ? usage_error(verb, "%s is no option; did you mean --%s?", typed, meant)
                 : usage_error(verb, "%s is no option", typed);
}

/* getopt_long leaves the letter in optopt, or 0 for a long option that it does not know.
 * Only argv[optind - 1] shows a long option as it was typed; it is another argument when
 * the fault is a letter among others, as in -qx. */
int unknown_option(const char *verb, const char *short_options,
                   const struct option *long_options, char **argv, int answer)
{
    const char *typed = argv[optind - 1];
    bool is_known = optopt > UCHAR_MAX || (optopt && strchr(short_options, optopt));
    if (answer == ':' && typed[1] == '-')
        return usage_error(verb, "%s needs a value", typed);
    if (answer == ':')
        return usage_error(verb, "-%c needs a value", optopt);
    if (is_known)
        return usage_error(verb, "%.*s takes no value", (int)strcspn(typed, "="), typed);
    if (optopt)
        return usage_error(verb, "-%c is no option", optopt);
    return unknown_long_option(verb, long_options, typed);
}

int failure(const struct kith_error *err)
{
    plain_print(stderr, "kith: %s\n", err->text);
    return EXIT_FAILED;
}

int finished(int code)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    fprintf(stderr, "kith: cannot write to standard output: %s\n", strerror(errno));
    return EXIT_FAILED;
}

void print_answer(const char *text, size_t length, bool is_for_programs)
{
    if (is_for_programs)
        fwrite(text, 1, length, stdout);
    else
        plain_write(stdout, text, length);
}

int printed(char *text, size_t length, bool is_for_programs)
{
    print_answer(text, length, is_for_programs);
    free(text);
    return finished(EXIT_ALL_WELL);
}

int only_argument(const char *verb, const char *noun, const struct command_line *line,
                  const char **argument)
{
    if (optind == line->argc)
        return usage_error(verb, "no %s named", noun);
    if (optind + 1 < line->argc)
        return usage_error(verb, "one %s at a time; \"%s\" is one more", noun,
                           line->argv[optind + 1]);
    *argument = line->argv[optind];
    return EXIT_ALL_WELL;
}

static bool is_any(const char *word, const char *a, const char *b, const char *c)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0 || strcmp(word, c) == 0;
}

static const struct verb *find_verb(const char *name)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verbs[i].name, name) == 0)
            return &verbs[i];
    return NULL;
}

static int unknown_verb(const char *name)
{
    const char *names[sizeof verbs / sizeof *verbs];
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        names[i] = verbs[i].name;
    const char *meant = kith_nearest(name, names, sizeof verbs / sizeof *verbs);
    return meant
               ? usage_error("", "there is no verb \"%s\"; did you mean %s?", name, meant)
               : usage_error("", "there is no verb \"%s\"", name);
}

int show_help(const char *text)
{
    fputs(text, stdout);
    return HELPED;
}

static int run_verb(const struct verb *verb, int argc, char **argv)
{
    struct command_line line = {.argc = argc, .argv = argv};
    const char **room = calloc((size_t)argc * COMMAND_LISTS, sizeof *room);
    if (!room) {
        fputs("kith: out of memory\n", stderr);
        return EXIT_FAILED;
    }
    for (int i = 0; i < COMMAND_LISTS; i++)
        line.lists[i] = room + i * argc;
    interrupt_ends();
    int code = verb->run(&line);
    free(room);
    return code == HELPED ? finished(EXIT_ALL_WELL) : code;
}

/* `kith help build` is what people type when they have forgotten `kith build --help`. */
static int help(int argc, char **argv)
{
    const struct verb *verb = argc > 2 ? find_verb(argv[2]) : NULL;
    if (verb) {
        char option[] = "--help";
        char *arguments[] = {argv[2], option, NULL};
        return run_verb(verb, 2, arguments);
    }
    print_help(stdout);
    return finished(EXIT_ALL_WELL);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    if (is_any(argv[1], "--help", "-h", "help"))
        return help(argc, argv);
    if (is_any(argv[1], "--version", "-V", "version")) {
        printf("kith %s\n", kith_version());
        return finished(EXIT_ALL_WELL);
    }
    const struct verb *verb = find_verb(argv[1]);
    if (!verb)
        return unknown_verb(argv[1]);
    return run_verb(verb, argc - 1, argv + 1);
}
