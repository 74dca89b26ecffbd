/* A list of words, each of a kind or several: a CSV with a column of words and the column
 * `kind`. What the words are kept by is the caller's business.
 *
 * docs/FORMATS.md, Abbreviations and Words of names. */
#ifndef KITH_TEXT_WORD_LIST_H
#define KITH_TEXT_WORD_LIST_H

#include "base/problem.h"
#include "base/status.h"
#include "text/token.h"

/* Longer rows are no words. Bytes. */
#define KITH_LISTED_WORD_LIMIT 32

/* A word and its kind, as a bit; or a kind and its name. */
struct kith_listed_word {
    const char *text;
    unsigned kind;
};

/* Called once a row with the token of its one word, in a text with its padding; both end
 * when it returns. A final dot is no part of a word unless it is dotted: "p.m.". */
typedef enum kith_status kith_listed_word_fn(void *context, struct kith_str text,
                                             const struct kith_token *word, unsigned kind,
                                             struct kith_error *err);

struct kith_word_list {
    const char *heading;                  /* of the column of words; a problem's kind */
    const struct kith_listed_word *kinds; /* ends with {0} */
    const struct kith_listed_word *built_in; /* the words without a file; ends with {0} */
    kith_listed_word_fn *on_word;
    void *context;
};

/* Read the words of the file at `path`, or the built-in ones when it is NULL. Rows that
 * cannot be used go to `problems` with their line. */
enum kith_status kith_word_list_read(const struct kith_word_list *list, const char *path,
                                     struct kith_problems *problems,
                                     struct kith_error *err);

#endif
