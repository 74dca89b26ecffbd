/* The verbs of the program, and what they share. The program sees only kith.h. */
#ifndef KITH_CLI_COMMAND_H
#define KITH_CLI_COMMAND_H

#include "kith.h"

/* What the shell is told; the same table stands in every --help and in the man page. */
enum exit_code {
    EXIT_ALL_WELL = 0,
    EXIT_SOME_UNUSED = 1, /* finished, but some input could not be used */
    EXIT_USAGE = 2,
    EXIT_FAILED = 3 /* could not start or write */
};

/* No verb has more options that may be given several times. */
#define COMMAND_LISTS 3

/* What stands behind a verb. */
struct command_line {
    int argc;
    char **argv; /* as getopt_long wants them: argv[0] is the verb */
    /* Room for what an option names several times: each is as long as argv. */
    const char **lists[COMMAND_LISTS];
};

/* A verb; it returns an exit code, or HELPED. */
typedef int command_fn(const struct command_line *line);
command_fn command_build, command_tag, command_explain, command_check, command_trace,
    command_brokers, command_diff, command_draw, command_store, command_show,
    command_suggest, command_variants, command_import, command_compile;

/* Print a verb's help. Parsing ends with what is returned, HELPED, which main takes for
 * all well. */
#define HELPED (-1)
int show_help(const char *text);

/* Say on stderr what is wrong with the command line, point to `kith VERB --help`, and
 * return EXIT_USAGE. */
int usage_error(const char *verb, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct option;

/* usage_error for what getopt_long refused (':' or '?'), in our own words, with the
 * option that may have been meant; both lists are what it was given. Call it before
 * getopt_long is called again. */
int unknown_option(const char *verb, const char *short_options,
                   const struct option *long_options, char **argv, int answer);

/* What stands behind the options, which must be one word: a `noun` ("folder"). Called
 * when getopt_long is through. */
int only_argument(const char *verb, const char *noun, const struct command_line *line,
                  const char **argument);

/* Say on stderr why a call failed and return EXIT_FAILED. */
int failure(const struct kith_error *err);

/* Flush what was printed: a full disk or a closed pipe turns `code` into EXIT_FAILED. */
int finished(int code);

/* Print what a call handed over: a page for people as plain.h says, what is for programs
 * as it is. */
void print_answer(const char *text, size_t length, bool is_for_programs);

/* The same, then free it, then as finished. */
int printed(char *text, size_t length, bool is_for_programs);

#endif
