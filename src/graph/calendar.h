/* When things are heard of: the dates between which they are, and how much a thing counts
 * in each month: an edge its rows of evidence, an entity its mentions.
 *
 * While articles come in, in any order of their dates, a sum is kept for each month of
 * each thing; at the end the months of a thing stand in order. */
#ifndef KITH_GRAPH_CALENDAR_H
#define KITH_GRAPH_CALENDAR_H

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

/* The earliest and the latest date of some articles, as numbers of the ledger's dates;
 * KITH_NO_ID: none is known. */
struct kith_period {
    kith_id first, last;
};

/* A month is a number: twelve times the year, plus 0 for January to 11 for December. */
#define KITH_NO_MONTH UINT32_MAX

/* The month of a date that begins with year and month ("2024-03-22"), else
 * KITH_NO_MONTH. */
uint32_t kith_month_of(struct kith_str date);

struct kith_month_count {
    uint32_t month, count;
};

/* The months of one thing, rising. */
struct kith_months {
    const struct kith_month_count *items;
    uint32_t count;
};

struct kith_month_sum;

/* {0} is empty. */
struct kith_calendar {
    struct kith_month_sum *sums;
    uint32_t count, room;
    struct kith_map sum_of; /* thing, month -> index */
};

/* Count `thing`, a number, once in `month`. Its sums begin at *newest: KITH_NO_ID at
 * first. False when memory is out. */
bool kith_calendar_add(struct kith_calendar *calendar, uint32_t *newest, uint32_t thing,
                       uint32_t month);

/* The months of the thing whose sums begin at `newest`, in the arena. False when memory
 * is out. */
bool kith_calendar_close(const struct kith_calendar *calendar, uint32_t newest,
                         struct kith_arena *arena, struct kith_months *months);

void kith_calendar_release(struct kith_calendar *calendar);

#endif
