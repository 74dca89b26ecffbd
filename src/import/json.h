/* JSON one object at a time: the door to jansson. */
#ifndef KITH_IMPORT_JSON_H
#define KITH_IMPORT_JSON_H

#include "import/import.h"

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

/* The items of an array, or the members of an object; 0 for other values. */
size_t kith_json_count(const struct kith_json *json);
const struct kith_json *kith_json_item(const struct kith_json *array, size_t index);

/* Walk an object's members in the order of the text. Start with *place NULL; false at the
 * end. */
bool kith_json_next(const struct kith_json *object, void **place, struct kith_str *name,
                    const struct kith_json **value);

/* Called for each object; import->line is where it begins. */
typedef enum kith_status kith_import_object_fn(struct kith_import *import, void *context,
                                               const struct kith_json *object,
                                               struct kith_error *err);

/* The objects that stand in an array of the list at import->path, and not in another
 * object of one: the bindings of a query result, or the items of a plain array. An object
 * that is no JSON, or larger than 1 MiB, is a fault. Memory is the largest object. */
enum kith_status kith_import_objects(struct kith_import *import,
                                     kith_import_object_fn *on_object, void *context,
                                     struct kith_error *err);

#endif
