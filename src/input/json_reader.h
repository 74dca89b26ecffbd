/* One JSON object as an article. */
#ifndef KITH_INPUT_JSON_READER_H
#define KITH_INPUT_JSON_READER_H

#include "input/article_field.h"
#include "input/json.h"

/* Has the object a member that may be an article's text? */
bool kith_json_article_has_text(const struct kith_json *json,
                                const struct kith_field_names *names);

/* Make an article of the object that article->bytes hold; names are those of its members,
 * in any case. A text in several strings, an array, is its paragraphs; of an object in
 * their place, as in "source": {"name": "..."}, the name counts. KITH_BAD_INPUT for what
 * is no object or has no text. */
enum kith_status kith_json_article_read(struct kith_article *article,
                                        const struct kith_field_names *names,
                                        struct kith_arena *arena, struct kith_error *err);

#endif
