/* Failure as a value: passing it up, and saying what went wrong.
 *
 * Every function that can fail returns enum kith_status and takes a struct kith_error as
 * its last argument. The codes and the error are declared in kith.h, since callers of the
 * library see them too. */
#ifndef KITH_BASE_STATUS_H
#define KITH_BASE_STATUS_H

#include <stdarg.h>

#include "kith.h"

/* Pass a failure up. Stages hold nothing that needs cleaning: their memory is the
 * arena's, and its owner drops it. */
#define KITH_TRY(call)                                                                   \
    do {                                                                                 \
        enum kith_status kith_try_status = (call);                                       \
        if (kith_try_status != KITH_OK)                                                  \
            return kith_try_status;                                                      \
    } while (0)

/* Write the sentence for the person into `err` (which may be NULL) and return `status`,
 * so that a failing function ends `return kith_fail(err, KITH_BAD_INPUT, "...", ...)`.
 * The sentence is cut at the size of err->text, never inside a UTF-8 character. */
enum kith_status kith_fail(struct kith_error *err, enum kith_status status,
                           const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The same, for functions that take their arguments as a list. */
void kith_sentence(struct kith_error *err, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* kith_fail for the commonest reason: memory. */
enum kith_status kith_no_memory(struct kith_error *err);

#endif
