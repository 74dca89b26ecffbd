/* What is found in a text, told by its surfaces. */
#ifndef KITH_TESTS_SURFACES_H
#define KITH_TESTS_SURFACES_H

#include "support/reading.h"

#include "support/recognize.h"

/* The surfaces found in `text` by the rows of `names`, joined by "; ". */
static inline void support_assert_surfaces(const char *names, const char *text,
                                           const char *expected)
{
    struct check_reading reading;
    struct kith_mentions mentions;
    struct kith_buf line = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv", names);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &mentions, &reading.err),
              &reading.err);
    support_surfaces(&reading.document, &mentions, &line);
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

#endif
