/* The one growing, owning byte string.
 *
 * Appending never reports failure by itself: a buffer that could not grow remembers it in
 * `is_broken` and takes no more, so that a writer appends freely and asks once, at the
 * end, through kith_buf_check. */
#ifndef KITH_BASE_BUF_H
#define KITH_BASE_BUF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "base/str.h"

struct kith_buf {
    char *data; /* NULL until something is appended; not zero-terminated */
    size_t length;
    size_t room;
    bool is_broken;
};

/* An empty buffer is {0}. Appending is inline where the room is there: writers append a
 * few bytes at a time, a billion times. */
void kith_buf_append_growing(struct kith_buf *buf, const char *bytes, size_t length);

static inline void kith_buf_append(struct kith_buf *buf, const char *bytes, size_t length)
{
    if (buf->is_broken || buf->room - buf->length < length) {
        kith_buf_append_growing(buf, bytes, length);
    } else if (length) {
        memcpy(buf->data + buf->length, bytes, length);
        buf->length += length;
    }
}

/* Where the next bytes go, with room for `size` of them; whoever writes there adds to
 * `length` what it wrote. NULL when the buffer is broken. */
char *kith_buf_room_growing(struct kith_buf *buf, size_t size);

static inline char *kith_buf_room(struct kith_buf *buf, size_t size)
{
    if (buf->is_broken || buf->room - buf->length < size)
        return kith_buf_room_growing(buf, size);
    return buf->data + buf->length;
}

static inline void kith_buf_byte(struct kith_buf *buf, char byte)
{
    kith_buf_append(buf, &byte, 1);
}

static inline void kith_buf_str(struct kith_buf *buf, struct kith_str s)
{
    kith_buf_append(buf, s.data, s.length);
}

static inline void kith_buf_text(struct kith_buf *buf, const char *zero_terminated)
{
    kith_buf_append(buf, zero_terminated, strlen(zero_terminated));
}

void kith_buf_unsigned(struct kith_buf *buf, uint64_t number);

/* The shortest decimal that reads back as the same double, with '.' in any locale; the
 * same bytes on every machine. Not for NaN or infinities: writers leave those out. */
void kith_buf_double(struct kith_buf *buf, double number);

void kith_buf_format(struct kith_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline struct kith_str kith_buf_view(const struct kith_buf *buf)
{
    return (struct kith_str){buf->data, buf->length};
}

/* KITH_NO_MEMORY when any append failed, else KITH_OK. */
enum kith_status kith_buf_check(const struct kith_buf *buf, struct kith_error *err);

/* Empty it, keep its memory. */
void kith_buf_reset(struct kith_buf *buf);

/* Give its memory back; it is empty and usable again. */
void kith_buf_release(struct kith_buf *buf);

/* Hand the bytes over, zero-terminated, to be freed by the caller; the buffer is empty
 * afterwards. NULL when it is broken. */
char *kith_buf_take(struct kith_buf *buf);

#endif
