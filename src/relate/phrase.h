/* The plain words of a rule file: cut into classes, with their plurals. */
#ifndef KITH_RELATE_PHRASE_H
#define KITH_RELATE_PHRASE_H

#include "relate/pattern.h"

struct kith_phrase_word {
    kith_id word, plural; /* classes; plural may be KITH_NO_ID */
    struct kith_str text; /* as written */
};

struct kith_words {
    struct kith_phrase_word *items; /* in the parser's arena */
    uint32_t count, room;
};

/* Cut `text`, a slice of the parser's line without signs, into words and marks. Quotation
 * marks are a fault: matching passes them over. */
enum kith_status kith_words_read(const struct kith_pattern_parser *parser,
                                 struct kith_str text, struct kith_words *words);

/* Parse one entry of a list. The phrase, and its plural when it has one, are added to
 * `phrases`. */
enum kith_status kith_phrase_parse(const struct kith_pattern_parser *parser,
                                   struct kith_str text, struct kith_phrases *phrases);

/* Add `words`, written `text`, as one phrase. */
enum kith_status kith_phrase_add(const struct kith_pattern_parser *parser,
                                 const struct kith_words *words, struct kith_str text,
                                 struct kith_phrases *phrases);

/* Sort the phrases for look-up: by first word, then longest first. */
void kith_phrases_sort(struct kith_phrases *phrases);

/* The list that `name`, a slice of the parser's pieces, speaks of, which is used then;
 * KITH_BAD_INPUT when there is none. */
enum kith_status kith_word_list_use(const struct kith_pattern_parser *parser,
                                    struct kith_str name, kith_id *list);

/* The list `name` of `scope`, or KITH_NO_ID. */
kith_id kith_word_list_find(const struct kith_word_lists *lists, uint32_t scope,
                            struct kith_str name);

#endif
