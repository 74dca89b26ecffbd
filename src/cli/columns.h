/* The options that say where tables and JSON have an article's parts. */
#ifndef KITH_CLI_COLUMNS_H
#define KITH_CLI_COLUMNS_H

#include "kith.h"

/* getopt's numbers for them, above any verb's own and those of recognizing.h. */
enum column_option {
    OPTION_TEXT_COLUMN = 768,
    OPTION_TITLE_COLUMN,
    OPTION_DATE_COLUMN,
    OPTION_SOURCE_COLUMN,
    OPTION_LANGUAGE_COLUMN,
    OPTION_URL_COLUMN, /* the last one */
};

/* clang-format off */

/* For the verb's table of long options. */
#define COLUMN_OPTIONS                                                  \
    {"text-column", required_argument, NULL, OPTION_TEXT_COLUMN},       \
    {"title-column", required_argument, NULL, OPTION_TITLE_COLUMN},     \
    {"date-column", required_argument, NULL, OPTION_DATE_COLUMN},       \
    {"source-column", required_argument, NULL, OPTION_SOURCE_COLUMN},   \
    {"language-column", required_argument, NULL, OPTION_LANGUAGE_COLUMN}, \
    {"url-column", required_argument, NULL, OPTION_URL_COLUMN}

/* For its help. */
#define COLUMN_HELP                                                                      \
    "      --text-column NAME, --title-column, --date-column, --source-column,\n"        \
    "      --language-column, --url-column\n"                                            \
    "                         where tables and JSON have an article's parts\n"

/* clang-format on */

/* Take one of them into `columns`; false when it is none of them. */
bool column_take(int option, const char *value, struct kith_article_columns *columns);

#endif
