/* Parsing and printing numbers. */
#include "number.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool parse_number(const char *text, uint64_t least, uint64_t most, uint64_t *number)
{
    char *end;
    if (*text < '0' || *text > '9')
        return false;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno || *end || value < least || value > most)
        return false;
    *number = value;
    return true;
}

bool parse_jobs(const char *text, unsigned *jobs)
{
    uint64_t number;
    if (!parse_number(text, 1, 1024, &number))
        return false;
    *jobs = (unsigned)number;
    return true;
}

bool parse_size(const char *text, uint64_t *bytes)
{
    static const char units[] = "kKmMgG";
    char *end;
    if (*text < '0' || *text > '9')
        return false;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    unsigned shift = 0;
    if (*end) {
        const char *unit = strchr(units, *end);
        if (!unit || end[1])
            return false;
        shift = 10 * ((unsigned)(unit - units) / 2 + 1);
    }
    if (errno || value == 0 || value > UINT64_MAX >> shift)
        return false;
    *bytes = value << shift;
    return true;
}

const char *grouped(uint64_t number, char into[NUMBER_ROOM])
{
    char digits[NUMBER_ROOM];
    int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    char *out = into;
    for (int i = 0; i < count; i++) {
        if (i && (count - i) % 3 == 0)
            *out++ = ',';
        *out++ = digits[i];
    }
    *out = '\0';
    return into;
}

const char *sized(uint64_t bytes, char into[NUMBER_ROOM])
{
    static const char *const units[] = {"kB", "MB", "GB", "TB"};
    if (bytes < 1000) {
        snprintf(into, NUMBER_ROOM, "%u bytes", (unsigned)bytes);
        return into;
    }
    double size = (double)bytes / 1000;
    size_t unit = 0;
    /* 999.95 would print as 1000.0. */
    while (size >= 999.95 && unit + 1 < sizeof units / sizeof *units) {
        size /= 1000;
        unit++;
    }
    snprintf(into, NUMBER_ROOM, "%.1f %s", size, units[unit]);
    return into;
}
