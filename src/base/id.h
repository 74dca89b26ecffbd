/* Numbers for things. Stages compare ids, never strings. */
#ifndef KITH_BASE_ID_H
#define KITH_BASE_ID_H

#include <stdint.h>

/* An index into the table of whoever owns the thing: 0, 1, 2 ... without gaps. */
typedef uint32_t kith_id;

#define KITH_NO_ID ((kith_id)UINT32_MAX)

#endif
