/* Growing byte strings, and numbers as text. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/decimal.h"

static bool make_room(struct kith_buf *buf, size_t more)
{
    if (buf->is_broken)
        return false;
    if (buf->room - buf->length >= more)
        return true;
    size_t room = buf->room ? buf->room : 256;
    while (room - buf->length < more) {
        if (room > SIZE_MAX / 2) {
            buf->is_broken = true;
            return false;
        }
        room *= 2;
    }
    char *data = realloc(buf->data, room);
    if (!data) {
        buf->is_broken = true;
        return false;
    }
    buf->data = data;
    buf->room = room;
    return true;
}

void kith_buf_append_growing(struct kith_buf *buf, const char *bytes, size_t length)
{
    if (length == 0 || !make_room(buf, length))
        return;
    memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
}

char *kith_buf_room_growing(struct kith_buf *buf, size_t size)
{
    return make_room(buf, size) ? buf->data + buf->length : NULL;
}

/* Longest whole number, 2^64 - 1. */
#define WHOLE_ROOM 20

void kith_buf_unsigned(struct kith_buf *buf, uint64_t number)
{
    char *place = kith_buf_room(buf, WHOLE_ROOM);
    if (!place)
        return;
    size_t length = 1;
    for (uint64_t rest = number; rest >= 10; rest /= 10)
        length++;
    buf->length += length;
    do {
        place[--length] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
}

/* printf follows the user's locale: a comma would split a CSV cell, and in Pashto the
 * point has two bytes. Whatever stands between the digits becomes '.'. */
static void append_with_point(struct kith_buf *buf, const char *number)
{
    size_t whole = strspn(number, "-0123456789");
    size_t point = strcspn(number + whole, "0123456789e");
    kith_buf_append(buf, number, whole);
    if (point)
        kith_buf_byte(buf, '.');
    kith_buf_text(buf, number + whole + point);
}

void kith_buf_double(struct kith_buf *buf, double number)
{
    /* Whole numbers are most of what we write. 2^53: past it doubles skip integers. */
    if (number >= 0 && number < 9007199254740992.0 &&
        (double)(uint64_t)number == number) {
        kith_buf_unsigned(buf, (uint64_t)number);
        return;
    }
    char *place = kith_buf_room(buf, KITH_DECIMAL_ROOM);
    size_t length = place ? kith_decimal(number, place) : 0;
    if (length || !place) {
        buf->length += length;
        return;
    }
    char text[40];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            break;
    }
    append_with_point(buf, text);
}

void kith_buf_format(struct kith_buf *buf, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int wanted = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (wanted >= 0 && make_room(buf, (size_t)wanted + 1)) {
        vsnprintf(buf->data + buf->length, (size_t)wanted + 1, format, again);
        buf->length += (size_t)wanted;
    } else {
        buf->is_broken = true;
    }
    va_end(again);
}

enum kith_status kith_buf_check(const struct kith_buf *buf, struct kith_error *err)
{
    return buf->is_broken ? kith_no_memory(err) : KITH_OK;
}

void kith_buf_reset(struct kith_buf *buf)
{
    buf->length = 0;
    buf->is_broken = false;
}

void kith_buf_release(struct kith_buf *buf)
{
    free(buf->data);
    *buf = (struct kith_buf){0};
}

char *kith_buf_take(struct kith_buf *buf)
{
    kith_buf_byte(buf, '\0');
    if (buf->is_broken) {
        kith_buf_release(buf);
        return NULL;
    }
    char *data = buf->data;
    *buf = (struct kith_buf){0};
    return data;
}
