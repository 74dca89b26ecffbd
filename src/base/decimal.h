/* Doubles of everyday size as decimals, fast: what printf and strtod do between them, by
 * whole numbers. */
#ifndef KITH_BASE_DECIMAL_H
#define KITH_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

/* Room for any decimal that kith_decimal writes. */
#define KITH_DECIMAL_ROOM 32

/* Write the shortest decimal that reads back as `number` into `text` (not
 * zero-terminated) and return its length; of decimals equally short, the nearest. 0 when
 * `number` is not within 0.0001 and 2^53, which is left to others. */
size_t kith_decimal(double number, char text[KITH_DECIMAL_ROOM]);

#endif
