/* Values of options that are one of a few words. */
#ifndef KITH_CLI_WORD_H
#define KITH_CLI_WORD_H

#include <stdbool.h>

/* The number of `value` in a list of words that NULL ends; false when it is none. */
bool find_word(const char *value, const char *const *words, int *number);

#endif
