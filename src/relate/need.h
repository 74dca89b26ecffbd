/* What of words an article needs for a rule, or an entry of a list, to be found in it.
 *
 * A rule needs a word of each of its items that cannot be left out. Words are those of
 * its forms as they stand in the text; marks, names and what may be left out need
 * nothing. An article that does not meet a rule's need has no match of it, whatever its
 * names. */
#ifndef KITH_RELATE_NEED_H
#define KITH_RELATE_NEED_H

#include "relate/rule_book.h"

struct kith_need {
    enum kith_need_kind {
        KITH_NEED_WORD, /* this word */
        KITH_NEED_ALL,  /* all of the parts; without parts: nothing */
        KITH_NEED_ANY   /* one of the parts */
    } kind;
    uint32_t word;                 /* its number among the words of struct kith_needs */
    const struct kith_need *parts; /* `count` of them */
    uint32_t count;
};

struct kith_need_items {
    struct kith_need *items;
    uint32_t count, room;
};

/* Needs of several rules and entries: an article is of interest when it meets one. */
struct kith_needs {
    struct {
        uint64_t *items; /* kith_word_key, each once */
        uint32_t count, room;
    } words;
    struct kith_need_items any;
};

/* What needs are gathered with. */
struct kith_need_gatherer {
    struct kith_needs *needs;
    struct kith_map numbers;  /* key -> number of the word */
    struct kith_arena *arena; /* not owned; the needs live there */
    /* Whose rules and classes are spoken of; may change between two calls. */
    const struct kith_rules *rules;
    const uint64_t *keys; /* kith_word_class_keys */
};

/* A gatherer of needs that are none yet. Release it also after a failure; the needs stay.
 */
struct kith_need_gatherer kith_need_gatherer_of(struct kith_needs *needs,
                                                struct kith_arena *arena);
void kith_need_gatherer_release(struct kith_need_gatherer *gatherer);

/* Add what a rule needs, all of a row of words, or a word alone. KITH_NO_MEMORY is the
 * only failure. Linear in the pattern and its lists. */
enum kith_status kith_needs_add_rule(struct kith_need_gatherer *gatherer, kith_id rule,
                                     struct kith_error *err);
enum kith_status kith_needs_add_words(struct kith_need_gatherer *gatherer,
                                      const kith_id *classes, uint32_t count,
                                      struct kith_error *err);

/* Is one of the needs met where `has_word` tells which of needs->words are there? */
bool kith_needs_are_met(const struct kith_needs *needs, const bool *has_word);

#endif
