/* Words that stand in names or beside them, from gazetteers/name_words.csv: what tells
 * "President Putin" from "Paris Hilton". */
#ifndef KITH_RECOGNIZE_NAME_WORDS_H
#define KITH_RECOGNIZE_NAME_WORDS_H

#include "base/problem.h"
#include "base/status.h"
#include "text/token.h"

/* Immutable once loaded; shared by all threads. */
struct kith_name_words;

/* What a word may be; a set of bits. */
enum kith_name_word {
    KITH_NAME_TITLE = 1,    /* President: a person's name follows */
    KITH_NAME_BESIDE = 2,   /* Monday, Former: stands with a capital beside a name and is
                               no part of it */
    KITH_NAME_PARTICLE = 4, /* van, bin, al: belongs to the surname behind it, or not */
    KITH_NAME_SUFFIX = 8,   /* Jr, III: stands behind a surname */
    KITH_NAME_HEAD = 16,    /* Bank, Ministry: "the Bank" is short for a longer name */
    KITH_NAME_FAMILY = 32,  /* Xi, Kim: a family name that stands first */
    KITH_NAME_OPENER = 64,  /* In, But: begins a sentence, no name */
    KITH_NAME_LOCATIVE = 128, /* in, near: a place's name follows */
    KITH_NAME_LEGAL = 256,    /* Inc, Ltd: stands behind the name of a company */
    KITH_NAME_STYLE = 512,    /* Pope, Prince: a title that is part of the name */
    KITH_NAME_PLAIN = 1024, /* National, Province: stands in many names, for none alone */
    KITH_NAME_CREDIT = 2048 /* Author, Editing: names who made the article */
};

/* Load the CSV at `path`; NULL path gives the few that English text cannot do without.
 * Columns are described in docs/FORMATS.md. Free with kith_name_words_free. */
enum kith_status kith_name_words_load(const char *path, struct kith_problems *problems,
                                      struct kith_name_words **out,
                                      struct kith_error *err);

void kith_name_words_free(struct kith_name_words *words);

/* What `word` of a document's text may be: bits of enum kith_name_word, whatever its
 * case; 0 for most words. */
unsigned kith_name_words_kinds(const struct kith_name_words *words, struct kith_str text,
                               const struct kith_token *word);

#endif
