/* kith: folders of news articles in, a graph of who stands with whom out.
 *
 * PLACEHOLDER for the prose; the status codes below are final.
 */
#ifndef KITH_H
#define KITH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KITH_API __attribute__((visibility("default")))

/* What a call came to. The code is for the program; the sentence in struct kith_error
 * is for the person. KITH_OK is 0. */
enum kith_status {
    KITH_OK = 0,
    KITH_NO_MEMORY,    /* an allocation failed or an arena reached its cap */
    KITH_LIMIT,        /* the input is larger than a named limit allows */
    KITH_BAD_INPUT,    /* the user's file is not what it should be; err names it */
    KITH_CANNOT_READ,  /* the system refused to open or read a file */
    KITH_CANNOT_WRITE, /* the system refused to create or write a file */
    KITH_INTERRUPTED,  /* the caller asked to stop */
    KITH_END           /* an iteration has nothing more to give; not a failure */
};

/* One sentence about the reader's own file, in UTF-8, zero-terminated: "people.csv:41:
 * name is empty". Written once, where the fault is understood; untouched on success. */
struct kith_error {
    char text[1024];
};

#ifdef __cplusplus
}
#endif
#endif
