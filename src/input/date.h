/* Dates as articles write them, brought into one order. */
#ifndef KITH_INPUT_DATE_H
#define KITH_INPUT_DATE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/* Read the day that `text` begins with, after a weekday if there is one: "2024-03-22"
 * with or without a time behind it, "20240322", "2024/03/22", "22 March 2024", "Fri, 22
 * Mar 2024 18:10:00 GMT", "March 22, 2024", "22.03.2024". The day is the one written, in
 * its own time zone. *date is "2024-03-22", in the arena, or empty when no day from 1000
 * to 2999 is read; 03/04/2024, which two countries read in two ways, is none, but
 * 22/03/2024 is. Months are English. KITH_NO_MEMORY. */
enum kith_status kith_date_read(struct kith_str text, struct kith_arena *arena,
                                struct kith_str *date, struct kith_error *err);

/* The same of a path that has the day in it: 2024/03/22, 2024-03-22, 2024_03_22 or
 * 20240322, with no digit before or behind. Of several the last counts. */
enum kith_status kith_date_of_path(struct kith_str path, struct kith_arena *arena,
                                   struct kith_str *date, struct kith_error *err);

/* Is `text` a day, a month or a year, as bounds of time are written: "2024-03-22",
 * "2024-03", "2024"? */
bool kith_date_is_bound(struct kith_str text);

/* Does all of `date` lie before `other`, each a day or a bound? False for those of which
 * one holds the other, and for empty ones. */
bool kith_date_is_before(struct kith_str date, struct kith_str other);

/* The days from one bound to another, both included; an empty bound is none. */
struct kith_days {
    struct kith_str since, until;
};

/* Days from the bounds that a user gives; NULL is none. KITH_BAD_INPUT when one is no
 * date, or no day lies between them. */
enum kith_status kith_days_read(const char *since, const char *until,
                                struct kith_days *days, struct kith_error *err);

/* An unknown date lies in none that have a bound. */
bool kith_days_hold(const struct kith_days *days, struct kith_str date);

#endif
