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

/* A verb: arguments begin behind it, as getopt_long wants them (argv[0] is the verb). */
typedef int command_fn(int argc, char **argv);
command_fn command_build, command_tag, command_explain, command_check, command_trace,
    command_suggest, command_variants, command_import, command_compile;

/* Say on stderr what is wrong with the command line, point to `kith VERB --help`, and
 * return EXIT_USAGE. */
int usage_error(const char *verb, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* usage_error for what getopt_long refused (':' or '?'), in our own words;
 * `short_options` is what it was given. Call it before getopt_long is called again. */
int unknown_option(const char *verb, const char *short_options, char **argv, int answer);

/* Say on stderr why a call failed and return EXIT_FAILED. */
int failure(const struct kith_error *err);

/* Flush what was printed: a full disk or a closed pipe turns `code` into EXIT_FAILED. */
int finished(int code);

#endif
