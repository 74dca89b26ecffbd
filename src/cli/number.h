/* Numbers as people type and read them. */
#ifndef KITH_CLI_NUMBER_H
#define KITH_CLI_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* A whole number from `least` to `most`; false when `text` is anything else. */
bool parse_number(const char *text, uint64_t least, uint64_t most, uint64_t *number);

/* A number of threads, and what is said of another word. */
bool parse_jobs(const char *text, unsigned *jobs);
#define WRONG_JOBS "--jobs \"%s\": a number from 1 to 1024 is wanted"

/* A size in bytes, with k, M or G (times 1024) behind it: "500k", "16M". At least 1. */
bool parse_size(const char *text, uint64_t *bytes);

/* Room for the longest result below. */
#define NUMBER_ROOM 32

/* 33923 as "33,923". Returns `into`. */
const char *grouped(uint64_t number, char into[NUMBER_ROOM]);

/* 99899213 bytes as "99.9 MB" (decimal, as drives and networks count). */
const char *sized(uint64_t bytes, char into[NUMBER_ROOM]);

#endif
