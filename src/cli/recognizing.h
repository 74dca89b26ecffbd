/* The options of every verb that recognises names. */
#ifndef KITH_CLI_RECOGNIZING_H
#define KITH_CLI_RECOGNIZING_H

#include "kith.h"

/* getopt's numbers for them, above any verb's own. */
enum recognizing_option {
    OPTION_NO_SHORT_FORMS = 512,
    OPTION_NO_DEFINITIONS,
    OPTION_FIX,
    OPTION_STOP,
    OPTION_MENTIONS,
    OPTION_ONLY_MENTIONS,
    OPTION_NO_GUARD,
    OPTION_AMBIGUOUS,
    OPTION_OVERLAP,
    OPTION_DEMONYMS,
    OPTION_VARIANTS,
    OPTION_NO_DEMONYMS, /* the last one */
};

/* clang-format off */

/* For the verb's table of long options. */
#define RECOGNIZING_OPTIONS                                             \
    {"fix", required_argument, NULL, OPTION_FIX},                       \
    {"stop", required_argument, NULL, OPTION_STOP},                     \
    {"mentions", required_argument, NULL, OPTION_MENTIONS},             \
    {"only-mentions", no_argument, NULL, OPTION_ONLY_MENTIONS},         \
    {"no-short-forms", no_argument, NULL, OPTION_NO_SHORT_FORMS},       \
    {"no-definitions", no_argument, NULL, OPTION_NO_DEFINITIONS},       \
    {"no-guard", no_argument, NULL, OPTION_NO_GUARD},                   \
    {"ambiguous", required_argument, NULL, OPTION_AMBIGUOUS},           \
    {"variants", required_argument, NULL, OPTION_VARIANTS},             \
    {"overlap", required_argument, NULL, OPTION_OVERLAP},               \
    {"demonyms", no_argument, NULL, OPTION_DEMONYMS},                   \
    {"no-demonyms", no_argument, NULL, OPTION_NO_DEMONYMS}

/* For its help. */
#define RECOGNIZING_HELP                                                                 \
    "      --fix FILE         corrections, one a line: merge, split, reject, retype,\n"  \
    "                         rename; the gazetteers stay as they are\n"                 \
    "      --stop FILE        spellings that are never names, as CSV; so is any file\n"   \
    "                         stop.csv in a folder of gazetteers\n"                      \
    "      --mentions FILE    add another recognizer's mentions, JSON lines; ours\n"     \
    "                         yield where they overlap\n"                                \
    "      --only-mentions    theirs alone\n"                                            \
    "      --no-short-forms   do not find \"Peskov\" where an article names Dmitry\n"    \
    "                         Peskov\n"                                                  \
    "      --no-definitions   do not find what an article explains: Federal Security\n"  \
    "                         Service (FSB)\n"                                           \
    "      --no-guard         find Paris in \"Paris Hilton\", and agencies in credits\n" \
    "      --ambiguous WHICH  of several entities: best, the likeliest; all, each\n"     \
    "                         with its score; none, where only the order of rows\n"     \
    "                         tells who is meant (default: best)\n"                     \
    "      --overlap WHICH    of names that share words: longest; nested, also those\n"  \
    "                         inside it; all, also those that cross (default:\n"        \
    "                         longest)\n"                                               \
    "      --variants LANGS   find names as rules spell them, too, for \"en ru\" or\n"   \
    "                         the like, or none (default: en)\n"                        \
    "      --demonyms         count \"Russian\" as a mention of Russia\n"                \
    "      --no-demonyms      do not (default)\n"

/* clang-format on */

/* Take one of them into `options`; false when it is none of them. On a bad value,
 * *fault says what is wanted. */
bool recognizing_take(int option, const char *value,
                      struct kith_recognize_options *options, const char **fault);

#endif
