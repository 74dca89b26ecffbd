/* What is wrong, or looks wrong, with the names of a gazetteer: `kith check`.
 *
 * Loading and compiling report rows that cannot be used and aliases of two entities; this
 * looks at what was used. Each finding is a problem with its file and line and says what
 * to do. A KITH_FAULT is a name that does nothing; a KITH_NOTE deserves a look. */
#ifndef KITH_GAZETTEER_LINT_H
#define KITH_GAZETTEER_LINT_H

#include "gazetteer/gazetteer.h"
#include "text/document.h"

/* Report aliases that look like a slip: a separator that is not '|', one letter, a
 * bracket left open, a whole sentence. Linear in the aliases. Kind "slip". */
enum kith_status kith_lint_rows(const struct kith_gazetteer *gazetteer,
                                struct kith_problems *problems, struct kith_error *err);

/* Report every alias that is not found even where it stands by itself in a sentence: kind
 * "dead". Each is tokenised and matched as an article would be. */
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
