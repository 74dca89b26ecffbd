/* JSON, one value at a time: the door to yajl. */
#ifndef KITH_INPUT_JSON_H
#define KITH_INPUT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/* A value, with all that is in it; lives in the arena it was parsed into. */
struct kith_json;

/* Parse one value into `arena`; `text` is not kept. KITH_BAD_INPUT with the reason alone
 * (no file, no line): also for strings that are not UTF-8 or hold a NUL, and for more
 * than 512 brackets inside one another. KITH_NO_MEMORY. Linear. */
enum kith_status kith_json_parse(struct kith_str text, struct kith_arena *arena,
                                 const struct kith_json **json, struct kith_error *err);

/* The member of an object called `name`, of several the last; NULL when there is none or
 * it is no object. Linear in the members. */
const struct kith_json *kith_json_member(const struct kith_json *json, const char *name);

/* The first item of an array or member of an object, and the one behind; NULL when there
 * is none, and for other values and NULL. */
const struct kith_json *kith_json_first(const struct kith_json *json);
const struct kith_json *kith_json_after(const struct kith_json *item);

/* The name that a member has in its object. */
struct kith_str kith_json_name(const struct kith_json *member);

/* The text of a string, zero-terminated; data is NULL for any other value, and for NULL.
 */
struct kith_str kith_json_text(const struct kith_json *json);

/* Read a whole number that is not negative; false for any other value, and for NULL. */
bool kith_json_whole(const struct kith_json *json, uint64_t *number);

bool kith_json_is_object(const struct kith_json *json);
bool kith_json_is_array(const struct kith_json *json);

/* Is it null, or text, an array or an object with nothing in it? */
bool kith_json_is_empty(const struct kith_json *json);

/* Do the two hold the same, members in the same order? Numbers are the same as they are
 * written. NULL is the same as NULL alone. */
bool kith_json_is_same(const struct kith_json *one, const struct kith_json *other);

#endif
