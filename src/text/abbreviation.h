/* Words that matter where a sentence may end, from gazetteers/abbreviations.csv: those
 * whose dot does not end one, and those that begin one. */
#ifndef KITH_TEXT_ABBREVIATION_H
#define KITH_TEXT_ABBREVIATION_H

#include "base/problem.h"
#include "base/status.h"
#include "text/token.h"

/* Immutable once loaded; shared by all threads. */
struct kith_abbreviations;

/* What a word may be; a set of bits, since "No." is several things. */
enum kith_word_use {
    KITH_USE_TITLE = 1,     /* Dr.: a name follows, never a new sentence */
    KITH_USE_NUMBER = 2,    /* No.: before a number the sentence goes on */
    KITH_USE_FINAL = 4,     /* Inc.: may end a sentence; a starter behind it tells */
    KITH_USE_INNER = 8,     /* e.g.: never ends one */
    KITH_USE_TIME = 16,     /* p.m.: ends one before a capital, unless a calendar word */
    KITH_USE_STARTER = 32,  /* The: with a capital it begins a sentence */
    KITH_USE_CALENDAR = 64, /* Monday, EST: follows a time of day */
    KITH_USE_SPEECH = 128   /* said: “Why?” Peskov said. */
};

/* Load the CSV at `path`; NULL path gives the few that English text cannot do without.
 * Columns are described in docs/FORMATS.md. Free with kith_abbreviations_free. */
enum kith_status kith_abbreviations_load(const char *path, struct kith_problems *problems,
                                         struct kith_abbreviations **out,
                                         struct kith_error *err);

void kith_abbreviations_free(struct kith_abbreviations *list);

/* The uses of a word token, without its final dot unless it is dotted: bits of enum
 * kith_word_use, 0 for the common word. Listed with a capital, a word must have one. */
unsigned kith_abbreviations_uses(const struct kith_abbreviations *list,
                                 struct kith_str text, const struct kith_token *word);

#endif
