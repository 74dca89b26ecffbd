/* Days, read from left to right: three parts, each a number or a month's name. */
#include "input/date.h"

#include <stdio.h>
#include <strings.h>

static const char *const month_names[12] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

static const char *const day_names[7] = {"monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday"};

/* A number with its digits, or a month, which is a number without. */
struct part {
    unsigned value;
    unsigned digits;
};

struct day {
    unsigned year, month, day;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t count_while(struct kith_str text, bool (*fits)(char))
{
    size_t length = 0;
    while (length < text.length && fits(text.data[length]))
        length++;
    return length;
}

static void drop(struct kith_str *text, size_t length)
{
    *text = kith_str_slice(*text, length, text->length);
}

/* Does the word stand for `name`, whole or by three letters or more? "Sept" is September.
 */
static bool is_short_for(struct kith_str word, const char *name)
{
    return word.length >= 3 && word.length <= strlen(name) &&
           strncasecmp(word.data, name, word.length) == 0;
}

/* Its place in the list from 1, or 0. */
static unsigned find_name(struct kith_str word, const char *const *names, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (is_short_for(word, names[i]))
            return i + 1;
    return 0;
}

static void drop_marks(struct kith_str *text)
{
    while (text->length && strchr(" \t,.-/_", text->data[0]) && text->data[0])
        drop(text, 1);
}

/* Read a number or a month; false for anything else. */
static bool read_part(struct kith_str *text, struct part *part)
{
    size_t digits = count_while(*text, is_digit);
    size_t letters = count_while(*text, is_letter);
    *part = (struct part){0};
    if (letters) {
        part->value = find_name(kith_str_slice(*text, 0, letters), month_names, 12);
        drop(text, letters);
        return part->value > 0;
    }
    if (digits == 0 || digits > 8)
        return false;
    for (size_t i = 0; i < digits; i++)
        part->value = part->value * 10 + (unsigned)(text->data[i] - '0');
    part->digits = (unsigned)digits;
    drop(text, digits);
    return true;
}

/* "22nd" */
static void drop_ordinal(struct kith_str *text)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (count_while(*text, is_letter) == 2 &&
            strncasecmp(text->data, endings[i], 2) == 0) {
            drop(text, 2);
            return;
        }
}

static void drop_weekday(struct kith_str *text)
{
    size_t letters = count_while(*text, is_letter);
    if (find_name(kith_str_slice(*text, 0, letters), day_names, 7))
        drop(text, letters);
    drop_marks(text);
}

/* Three parts in the orders that leave no doubt. */
static struct day put_in_order(const struct part parts[3])
{
    bool is_year_first = parts[0].digits == 4, is_year_last = parts[2].digits == 4;
    if (is_year_first)
        return (struct day){parts[0].value, parts[1].value, parts[2].value};
    if (!is_year_last)
        return (struct day){0};
    if (parts[0].digits == 0)
        return (struct day){parts[2].value, parts[0].value, parts[1].value};
    return (struct day){parts[2].value, parts[1].value, parts[0].value};
}

static bool is_day(const struct day *day)
{
    static const unsigned lengths[12] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return day->year >= 1000 && day->year <= 2999 && day->month >= 1 &&
           day->month <= 12 && day->day >= 1 && day->day <= lengths[day->month - 1];
}

/* 03/04/2024 is a day in March or in April. */
static bool is_doubtful(const struct part parts[3], char mark)
{
    return mark == '/' && parts[0].digits && parts[0].digits < 4 && parts[1].digits &&
           parts[0].value <= 12 && parts[1].value <= 12 &&
           parts[0].value != parts[1].value;
}

static bool read_day(struct kith_str text, struct day *day)
{
    struct part parts[3];
    text = kith_str_trim(text);
    drop_weekday(&text);
    if (!read_part(&text, &parts[0]))
        return false;
    if (parts[0].digits == 8) {
        unsigned number = parts[0].value;
        *day = (struct day){number / 10000, number / 100 % 100, number % 100};
        return is_day(day);
    }
    drop_ordinal(&text);
    char mark = text.length ? text.data[0] : ' ';
    drop_marks(&text);
    if (!read_part(&text, &parts[1]))
        return false;
    drop_ordinal(&text);
    drop_marks(&text);
    if (!read_part(&text, &parts[2]) || is_doubtful(parts, mark))
        return false;
    *day = put_in_order(parts);
    if (day->month > 12 && parts[0].digits && parts[1].digits && mark == '/')
        *day = (struct day){day->year, day->day, day->month};
    return is_day(day);
}

static enum kith_status write_day(const struct day *day, struct kith_arena *arena,
                                  struct kith_str *date, struct kith_error *err)
{
    char text[sizeof "2024-03-22"];
    snprintf(text, sizeof text, "%04u-%02u-%02u", day->year % 10000, day->month % 100,
             day->day % 100);
    *date = kith_str_copy(arena, kith_str_of(text));
    return date->data ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_date_read(struct kith_str text, struct kith_arena *arena,
                                struct kith_str *date, struct kith_error *err)
{
    struct day day;
    *date = (struct kith_str){0};
    return read_day(text, &day) ? write_day(&day, arena, date, err) : KITH_OK;
}

/* ---- dates in paths ---- */

static bool number_at(struct kith_str text, size_t at, size_t digits, unsigned *number)
{
    *number = 0;
    if (at + digits > text.length)
        return false;
    for (size_t i = at; i < at + digits; i++) {
        if (!is_digit(text.data[i]))
            return false;
        *number = *number * 10 + (unsigned)(text.data[i] - '0');
    }
    return true;
}

/* A day from `at` on, and no digit on either side of it. */
static bool day_at(struct kith_str path, size_t at, struct day *day)
{
    if (at && is_digit(path.data[at - 1]))
        return false;
    if (!number_at(path, at, 4, &day->year) || at + 4 >= path.length)
        return false;
    char mark = path.data[at + 4];
    size_t gap = mark == '/' || mark == '-' || mark == '_';
    size_t month = at + 4 + gap, day_of_month = month + 2 + gap, end = day_of_month + 2;
    return number_at(path, month, 2, &day->month) &&
           number_at(path, day_of_month, 2, &day->day) &&
           (!gap || path.data[month + 2] == mark) &&
           (end == path.length || !is_digit(path.data[end])) && is_day(day);
}

enum kith_status kith_date_of_path(struct kith_str path, struct kith_arena *arena,
                                   struct kith_str *date, struct kith_error *err)
{
    struct day day;
    *date = (struct kith_str){0};
    for (size_t at = path.length; at-- > 0;)
        if (day_at(path, at, &day))
            return write_day(&day, arena, date, err);
    return KITH_OK;
}

/* ---- bounds ---- */

static bool has_marks_of_date(struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (i == 4 || i == 7 ? text.data[i] != '-' : !is_digit(text.data[i]))
            return false;
    return text.length == 4 || text.length == 7 || text.length == 10;
}

bool kith_date_is_bound(struct kith_str text)
{
    unsigned month = 1, day = 1;
    if (!has_marks_of_date(text))
        return false;
    if (text.length >= 7)
        number_at(text, 5, 2, &month);
    if (text.length == 10)
        number_at(text, 8, 2, &day);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Dates are in order as their bytes are. */
bool kith_date_is_before(struct kith_str date, struct kith_str other)
{
    size_t length = date.length < other.length ? date.length : other.length;
    return length > 0 && memcmp(date.data, other.data, length) < 0;
}

bool kith_days_hold(const struct kith_days *days, struct kith_str date)
{
    if (date.length == 0)
        return days->since.length == 0 && days->until.length == 0;
    return !kith_date_is_before(date, days->since) &&
           !kith_date_is_before(days->until, date);
}

static enum kith_status check_bound(const char *option, const char *bound,
                                    struct kith_error *err)
{
    if (!bound || kith_date_is_bound(kith_str_of(bound)))
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "%s \"%s\": a day, a month or a year is wanted, as 2024-03-22, "
                     "2024-03 or 2024",
                     option, bound);
}

enum kith_status kith_days_read(const char *since, const char *until,
                                struct kith_days *days, struct kith_error *err)
{
    KITH_TRY(check_bound("since", since, err));
    KITH_TRY(check_bound("until", until, err));
    *days = (struct kith_days){kith_str_of(since ? since : ""),
                               kith_str_of(until ? until : "")};
    if (kith_date_is_before(days->until, days->since))
        return kith_fail(err, KITH_BAD_INPUT, "no day lies between %s and %s", since,
                         until);
    return KITH_OK;
}
