/* Counting by month: the sums of a thing are a chain, the month met last at its
 * head. */
#include "graph/calendar.h"

#include <stdlib.h>

struct kith_month_sum {
    struct kith_month_count counted;
    uint32_t older; /* the thing's month met before, or KITH_NO_ID */
};

#define FIRST_ROOM 256

static bool read_number(struct kith_str text, size_t begin, size_t end, uint32_t *number)
{
    *number = 0;
    for (size_t i = begin; i < end; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        *number = 10 * *number + (uint32_t)(text.data[i] - '0');
    }
    return true;
}

uint32_t kith_month_of(struct kith_str date)
{
    uint32_t year, month;
    if (date.length < 7 || date.data[4] != '-' || !read_number(date, 0, 4, &year) ||
        !read_number(date, 5, 7, &month) || year == 0 || month < 1 || month > 12)
        return KITH_NO_MONTH;
    if (date.length > 7 && date.data[7] != '-')
        return KITH_NO_MONTH;
    return 12 * year + month - 1;
}

static bool make_room(struct kith_calendar *calendar)
{
    if (calendar->count < calendar->room)
        return true;
    uint64_t wider =
        calendar->room ? (uint64_t)calendar->room + calendar->room / 2 : FIRST_ROOM;
    if (wider >= KITH_NO_ID)
        return false;
    struct kith_month_sum *moved =
        realloc(calendar->sums, wider * sizeof *calendar->sums);
    if (!moved)
        return false;
    calendar->sums = moved;
    calendar->room = (uint32_t)wider;
    return true;
}

bool kith_calendar_add(struct kith_calendar *calendar, uint32_t *newest, uint32_t thing,
                       uint32_t month)
{
    /* Articles often come by date, so that the month met last is met again. */
    if (*newest != KITH_NO_ID && calendar->sums[*newest].counted.month == month) {
        calendar->sums[*newest].counted.count++;
        return true;
    }
    bool is_new;
    uint32_t *index = kith_map_place(&calendar->sum_of, kith_map_pair(thing, month),
                                     calendar->count, &is_new);
    if (!index || !make_room(calendar))
        return false;
    if (is_new) {
        calendar->sums[calendar->count++] = (struct kith_month_sum){{month, 0}, *newest};
        *newest = *index;
    }
    calendar->sums[*index].counted.count++;
    return true;
}

static int by_month(const void *a, const void *b)
{
    const struct kith_month_count *left = a, *right = b;
    return (left->month > right->month) - (left->month < right->month);
}

bool kith_calendar_close(const struct kith_calendar *calendar, uint32_t newest,
                         struct kith_arena *arena, struct kith_months *months)
{
    *months = (struct kith_months){0};
    uint32_t count = 0;
    for (uint32_t i = newest; i != KITH_NO_ID; i = calendar->sums[i].older)
        count++;
    if (count == 0)
        return true;
    struct kith_month_count *items = KITH_ARRAY(arena, struct kith_month_count, count);
    if (!items)
        return false;
    *months = (struct kith_months){items, count};
    for (uint32_t i = newest; i != KITH_NO_ID; i = calendar->sums[i].older)
        items[--count] = calendar->sums[i].counted;
    qsort(items, months->count, sizeof *items, by_month);
    return true;
}

void kith_calendar_release(struct kith_calendar *calendar)
{
    free(calendar->sums);
    kith_map_release(&calendar->sum_of);
    *calendar = (struct kith_calendar){0};
}
