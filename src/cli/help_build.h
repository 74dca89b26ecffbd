/* The page of kith build --help, longer than others. */
#ifndef KITH_CLI_HELP_BUILD_H
#define KITH_CLI_HELP_BUILD_H

void build_help(void);

#endif
