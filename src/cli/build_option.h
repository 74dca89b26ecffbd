/* The command line of kith build. */
#ifndef KITH_CLI_BUILD_OPTION_H
#define KITH_CLI_BUILD_OPTION_H

#include "command.h"

/* The command line, understood. The lists are as long as argv. */
struct build_request {
    struct kith_build_options options;
    const char **gazetteers, **rules, **relations;
    const char *log;
    bool is_quiet, is_verbose;
};

/* Read it into a request whose lists are set and whose options are initialised.
 * EXIT_ALL_WELL; EXIT_USAGE when it cannot be, which has been said; or HELPED. */
int build_options_parse(struct build_request *request, const struct command_line *line);

#endif
