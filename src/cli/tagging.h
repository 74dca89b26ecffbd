/* What verbs share that read one article after the other with a tagger. */
#ifndef KITH_CLI_TAGGING_H
#define KITH_CLI_TAGGING_H

#include "kith.h"

/* How articles are to be read, from the command line. */
struct tagging {
    const char **gazetteers; /* as long as argv */
    size_t gazetteer_count;
    struct kith_recognize_options recognize;
    struct kith_article_columns columns;
};

/* Take one of -g, the options of recognizing.h and those of columns.h; false when it is
 * none of them. *code is EXIT_ALL_WELL, or EXIT_USAGE when its value is wrong. */
bool tagging_take(struct tagging *tagging, const char *verb, int option,
                  const char *value, int *code);

/* Load a tagger, to be freed by the caller; the first rows that could not be used are
 * told. EXIT_ALL_WELL; EXIT_SOME_UNUSED when there are such; EXIT_FAILED, and there is
 * no tagger. */
int tagging_open(const struct tagging *tagging, struct kith_tagger **tagger);

#endif
