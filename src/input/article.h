/* One article as it was found, before anything is understood. */
#ifndef KITH_INPUT_ARTICLE_H
#define KITH_INPUT_ARTICLE_H

#include "base/id.h"
#include "base/str.h"

/* Owned by its worker's arena; ends with the arena's reset. Fields that a format cannot
 * tell are empty. */
struct kith_article {
    kith_id number;        /* place in the sorted input, from 0 */
    struct kith_str path;  /* as the user would name it: argument + path below it */
    struct kith_str bytes; /* the file, KITH_FILE_PADDING zero bytes behind it */
    bool is_utf8_text;     /* a reader has already turned it into clean UTF-8 text */
    struct kith_str title, date, source, language;
};

#endif
