/* One article as it was found, before anything is understood. */
#ifndef KITH_INPUT_ARTICLE_H
#define KITH_INPUT_ARTICLE_H

#include "base/id.h"
#include "base/str.h"

/* Where the day of an article is from. */
enum kith_dated {
    KITH_UNDATED,
    KITH_DATED_BY_ARTICLE, /* a field of it */
    KITH_DATED_BY_PATH
};

/* The parts of an article. */
enum kith_article_field {
    KITH_FIELD_TEXT,
    KITH_FIELD_TITLE,
    KITH_FIELD_DATE,
    KITH_FIELD_SOURCE,
    KITH_FIELD_LANGUAGE,
    KITH_FIELD_URL,
    KITH_FIELD_COUNT
};

/* Owned by its worker's arena; ends with the arena's reset. Fields that a format cannot
 * tell are empty. */
struct kith_article {
    kith_id number;        /* place in the sorted input, from 0 */
    struct kith_str path;  /* as the user would name it, zero-terminated: argument + path
                              below it, and "#12" for the twelfth of a file that holds
                              many */
    struct kith_str bytes; /* its text, KITH_FILE_PADDING zero bytes behind it */
    bool is_utf8_text;     /* a reader has already turned it into clean UTF-8 text */
    struct kith_str title, date, source, language, url;
    /* Of a row or an object: the rank, from 1, of the name that each part had there
       (kith_field_name); 0 for none. */
    uint8_t columns[KITH_FIELD_COUNT];
    enum kith_dated dated; /* where `date`, "2024-03-22", is from */
    bool is_left_out;      /* its day, or the lack of one, is not asked for */
};

#endif
