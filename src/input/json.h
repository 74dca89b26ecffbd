/* JSON, one value at a time: the door to jansson. */
#ifndef KITH_INPUT_JSON_H
#define KITH_INPUT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "base/str.h"

/* A value inside a parsed text; lives until kith_json_free of the whole. */
struct kith_json;

/* Parse one value. KITH_BAD_INPUT with the parser's reason alone (no file, no line). */
enum kith_status kith_json_parse(struct kith_str text, struct kith_json **json,
                                 struct kith_error *err);
void kith_json_free(struct kith_json *json);

/* The member of an object called `name`; NULL when there is none or it is no object. */
const struct kith_json *kith_json_member(const struct kith_json *json, const char *name);

/* The text of a string; data is NULL for any other value, and for NULL. */
struct kith_str kith_json_text(const struct kith_json *json);

/* Read a whole number that is not negative; false for any other value, and for NULL. */
bool kith_json_whole(const struct kith_json *json, uint64_t *number);

bool kith_json_is_object(const struct kith_json *json);
bool kith_json_is_array(const struct kith_json *json);

/* Is it null, or text, an array or an object with nothing in it? */
bool kith_json_is_empty(const struct kith_json *json);

/* The items of an array, or the members of an object; 0 for other values. */
size_t kith_json_count(const struct kith_json *json);
const struct kith_json *kith_json_item(const struct kith_json *array, size_t index);

/* Walk an object's members in the order of the text. Start with *place NULL; false at the
 * end. */
bool kith_json_next(const struct kith_json *object, void **place, struct kith_str *name,
                    const struct kith_json **value);

#endif
