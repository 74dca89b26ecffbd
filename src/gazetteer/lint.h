/* What is wrong, or looks wrong, with the names of a gazetteer: `kith check`.
 *
 * Loading and compiling report rows that cannot be used and aliases of two entities; this
 * looks at what was used. Each finding is a problem with its file and line and says what
 * to do. A KITH_FAULT is a name that does nothing; a KITH_NOTE deserves a look. */
#ifndef KITH_GAZETTEER_LINT_H
#define KITH_GAZETTEER_LINT_H

#include "gazetteer/gazetteer.h"
#include "text/document.h"

/* Read the gazetteer's files once more, and report headings that look like one that means
 * something, rows that say again what another said, empty parts and parts that stand
 * twice in a list, marks in the wrong place, dates, priorities and words that cannot be
 * used. Files that are gone are passed over, so of an image nothing may be said. Kinds
 * "column", "row", "list", "mark", "date", "priority", "word", "forbid". */
enum kith_status kith_lint_tables(const struct kith_gazetteer *gazetteer,
                                  struct kith_problems *problems, struct kith_error *err);

/* Report aliases that look like a slip: lists parted by something else than '|', single
 * letters, numbers, brackets left open, descriptions, look-alikes of two alphabets.
 * Linear in the bytes of the aliases. Kind "slip". */
enum kith_status kith_lint_slips(const struct kith_gazetteer *gazetteer,
                                 struct kith_problems *problems, struct kith_error *err);

/* Report aliases that find nothing that another one of their entity does not find. Kind
 * "same". Linear in the aliases. */
enum kith_status kith_lint_same(const struct kith_gazetteer *gazetteer,
                                struct kith_problems *problems, struct kith_error *err);

/* Report entities of a type that looks like a slip, that can never be found, or whose
 * further cells do nothing. Kinds "type", "dead", "context", "priority", "demonym", "id".
 * Linear in the aliases. */
enum kith_status kith_lint_entities(const struct kith_gazetteer *gazetteer,
                                    struct kith_problems *problems,
                                    struct kith_error *err);

/* Report every alias that is not found even where it stands by itself in a sentence, or
 * that a stop list forbids: kind "dead". Each is tokenised and matched as an article
 * would be. */
enum kith_status kith_lint_dead(const struct kith_gazetteer *gazetteer,
                                const struct kith_abbreviations *abbreviations,
                                struct kith_problems *problems, struct kith_error *err);

/* Report rows of stop lists that stop no alias: kind "stop". Linear in the rows. */
enum kith_status kith_lint_stops(const struct kith_gazetteer *gazetteer,
                                 struct kith_problems *problems, struct kith_error *err);

/* How often the words of one-word aliases stand in the user's articles, by how they are
 * written. */
struct kith_lint_words;

enum kith_status kith_lint_words_new(const struct kith_gazetteer *gazetteer,
                                     struct kith_lint_words **out,
                                     struct kith_error *err);
void kith_lint_words_free(struct kith_lint_words *words);

/* Count the words of one article. */
void kith_lint_words_count(struct kith_lint_words *words,
                           const struct kith_document *document);

/* Report aliases that these articles know as ordinary words, written in lower case more
 * often than not: kind "common". */
enum kith_status kith_lint_words_report(const struct kith_lint_words *words,
                                        struct kith_problems *problems,
                                        struct kith_error *err);

#endif
