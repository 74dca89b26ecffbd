/* What a fuzz harness is, and what harnesses share.
 *
 * A harness hands the bytes to one parser and checks what must hold whatever they are. It
 * claims with FUZZ_CHECK, which stays in release builds. */
#ifndef KITH_TESTS_FUZZ_H
#define KITH_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/str.h"

/* The harness: returns 0, or does not return. `data` is not zero-terminated. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_CHECK(claim)                                                                \
    do {                                                                                 \
        if (!(claim)) {                                                                  \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #claim);   \
            abort();                                                                     \
        }                                                                                \
    } while (0)

static inline struct kith_str fuzz_str(const uint8_t *data, size_t size)
{
    return (struct kith_str){(const char *)data, size};
}

/* A path under which `bytes` can be read, until the next call. The file has no name of
 * its own and is gone with the process. */
static inline const char *fuzz_file(struct kith_str bytes)
{
    static int descriptor = -1;
    static char path[64];
    if (descriptor < 0) {
        char name[] = "/tmp/kith-fuzz-XXXXXX";
        descriptor = mkstemp(name);
        FUZZ_CHECK(descriptor >= 0 && unlink(name) == 0);
        snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    }
    FUZZ_CHECK(ftruncate(descriptor, 0) == 0);
    if (bytes.length)
        FUZZ_CHECK(pwrite(descriptor, bytes.data, bytes.length, 0) ==
                   (ssize_t)bytes.length);
    return path;
}

#endif
