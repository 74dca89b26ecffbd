/* The objects in a JSON file of any size, one after the other. */
#ifndef KITH_INPUT_JSON_OBJECTS_H
#define KITH_INPUT_JSON_OBJECTS_H

#include <stdbool.h>
#include <stdint.h>

#include "input/stream.h"

struct kith_json_objects {
    struct kith_stream *stream;
    size_t limit;             /* bytes; of an object that is larger only this is told */
    const volatile int *stop; /* may be NULL; non-zero ends with KITH_INTERRUPTED */
    void *context;

    /* Called for each object, in order. `text` is its bytes, not yet parsed, which live
     * until it returns, or has no data when it is larger than the limit; `line` is where
     * it begins. Anything but KITH_OK ends the reading. */
    enum kith_status (*on_object)(void *context, struct kith_str text, uint64_t line,
                                  struct kith_error *err);
};

/* The objects that stand in an array and not in another object of one: the items of a
 * plain array, the bindings of a query result. *is_cut is true when the file ends inside
 * a bracket, *line is then its last. Memory is the largest object. */
enum kith_status kith_json_objects_read(const struct kith_json_objects *objects,
                                        bool *is_cut, uint64_t *line,
                                        struct kith_error *err);

#endif
