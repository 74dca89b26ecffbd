/* A borrowed slice of bytes, passed by value. It owns nothing and ends with what it
 * points into. The owning string is struct kith_buf. */
#ifndef KITH_BASE_STR_H
#define KITH_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"

struct kith_str {
    const char *data; /* not zero-terminated; may be NULL when length is 0 */
    size_t length;    /* bytes */
};

/* A slice of a string literal, and printf's way of printing a slice:
 * printf("%.*s", KITH_STR_ARGS(s)). */
#define KITH_STR(literal) ((struct kith_str){(literal), sizeof(literal) - 1})
#define KITH_STR_ARGS(s) (int)(s).length, (s).data

/* A slice of a C string. */
static inline struct kith_str kith_str_of(const char *text)
{
    return (struct kith_str){text, strlen(text)};
}

/* The bytes [begin, end) of `s`; the caller keeps begin <= end <= length. */
static inline struct kith_str kith_str_slice(struct kith_str s, size_t begin, size_t end)
{
    /* C leaves even NULL + 0 undefined. */
    return (struct kith_str){s.data ? s.data + begin : NULL, end - begin};
}

static inline bool kith_str_equal(struct kith_str a, struct kith_str b)
{
    return a.length == b.length &&
           (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/* An ASCII letter in lower case; all other bytes as they are. */
static inline char kith_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Equal but for the case of ASCII letters: how headings and types are compared. */
bool kith_str_equal_caseless(struct kith_str a, struct kith_str b);

/* Byte order, shorter first among equals: negative, zero or positive. */
int kith_str_compare(struct kith_str a, struct kith_str b);

bool kith_str_starts_with(struct kith_str s, struct kith_str head);
bool kith_str_ends_with(struct kith_str s, struct kith_str tail);

/* `s` without blanks, tabs and line ends (ASCII) at either side. */
struct kith_str kith_str_trim(struct kith_str s);

/* Split at the first `separator`: returns what stands before it and moves `rest` behind
 * it; when there is none, returns all and leaves `rest` empty with data NULL. Loop while
 * rest->data is not NULL. */
struct kith_str kith_str_cut(struct kith_str *rest, char separator);

/* A copy in the arena, zero-terminated behind its length; data is NULL when memory is
 * out. */
struct kith_str kith_str_copy(struct kith_arena *arena, struct kith_str s);

/* The same, with ASCII letters in lower case. */
struct kith_str kith_str_lower_copy(struct kith_arena *arena, struct kith_str s);

#endif
