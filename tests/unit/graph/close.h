/* Comparing measured numbers: cmocka's own comparison is of floats only. */
#ifndef KITH_TESTS_GRAPH_CLOSE_H
#define KITH_TESTS_GRAPH_CLOSE_H

#include <math.h>

#include "support/check.h"

#define assert_within(value, wanted, reach)                                              \
    do {                                                                                 \
        double close_value = (value), close_wanted = (wanted);                           \
        if (!(fabs(close_value - close_wanted) <= (reach)))                              \
            fail_msg("%s is %.17g, not %.17g", #value, close_value, close_wanted);       \
    } while (0)

#define assert_close(value, wanted) assert_within((value), (wanted), 1e-12)

#endif
