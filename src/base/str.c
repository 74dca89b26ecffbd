/* Slices: comparing, trimming, cutting. */
#include "base/str.h"

int kith_str_compare(struct kith_str a, struct kith_str b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

bool kith_str_starts_with(struct kith_str s, struct kith_str head)
{
    return s.length >= head.length &&
           kith_str_equal(kith_str_slice(s, 0, head.length), head);
}

bool kith_str_ends_with(struct kith_str s, struct kith_str tail)
{
    return s.length >= tail.length &&
           kith_str_equal(kith_str_slice(s, s.length - tail.length, s.length), tail);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct kith_str kith_str_trim(struct kith_str s)
{
    while (s.length && is_blank(s.data[s.length - 1]))
        s.length--;
    while (s.length && is_blank(s.data[0])) {
        s.data++;
        s.length--;
    }
    return s;
}

struct kith_str kith_str_cut(struct kith_str *rest, char separator)
{
    struct kith_str all = *rest;
    const char *found = all.length ? memchr(all.data, separator, all.length) : NULL;
    if (!found) {
        *rest = (struct kith_str){0};
        return all;
    }
    size_t before = (size_t)(found - all.data);
    *rest = kith_str_slice(all, before + 1, all.length);
    return kith_str_slice(all, 0, before);
}

struct kith_str kith_str_copy(struct kith_arena *arena, struct kith_str s)
{
    return (struct kith_str){kith_arena_copy(arena, s.data, s.length), s.length};
}

bool kith_str_equal_caseless(struct kith_str a, struct kith_str b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (kith_lower(a.data[i]) != kith_lower(b.data[i]))
            return false;
    return true;
}

struct kith_str kith_str_lower_copy(struct kith_arena *arena, struct kith_str s)
{
    char *copy = kith_arena_copy(arena, s.data, s.length);
    for (size_t i = 0; copy && i < s.length; i++)
        copy[i] = kith_lower(copy[i]);
    return (struct kith_str){copy, s.length};
}
