/* Tells text from what only bears its name. */
#include "input/plain_reader.h"

#include "base/utf8.h"

/* Stray control characters do occur in text (old page marks, a Ctrl-Z at the end); one in
 * 32 bytes is past what any had that we saw, and compressed data hold one in 9. */
#define BYTES_PER_CONTROL 32

/* Short texts may hold this many all the same. */
#define FREE_CONTROLS 4

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_control(char c)
{
    unsigned char byte = (unsigned char)c;
    return (byte < 0x20 && !is_blank(c)) || byte == 0x7F;
}

static bool is_utf16(struct kith_str bytes)
{
    return kith_str_starts_with(bytes, KITH_STR("\xFF\xFE")) ||
           kith_str_starts_with(bytes, KITH_STR("\xFE\xFF"));
}

/* A blank of UTF-16 is a blank byte and a zero. */
static bool is_empty(struct kith_str bytes, bool is_wide)
{
    for (size_t i = 0; i < bytes.length; i++)
        if (!is_blank(bytes.data[i]) && !(is_wide && bytes.data[i] == '\0'))
            return false;
    return true;
}

/* Of so few bytes that a byte can hold the count: then a processor counts many at once.
 */
#define RUN 128

static uint8_t count_controls(const char *bytes, size_t length)
{
    uint8_t count = 0;
    for (size_t i = 0; i < length; i++)
        count = (uint8_t)(count + is_control(bytes[i]));
    return count;
}

static bool is_binary(struct kith_str bytes)
{
    size_t controls = 0;
    if (memchr(bytes.data, '\0', bytes.length))
        return true;
    for (size_t at = 0; at < bytes.length; at += RUN) {
        size_t left = bytes.length - at;
        controls += count_controls(bytes.data + at, left < RUN ? left : RUN);
    }
    return controls > FREE_CONTROLS + bytes.length / BYTES_PER_CONTROL;
}

enum kith_plain kith_plain_judge(struct kith_str bytes)
{
    bool is_wide = is_utf16(bytes);
    if (is_wide)
        bytes = kith_str_slice(bytes, 2, bytes.length);
    else
        bytes = kith_utf8_without_mark(bytes);
    if (is_empty(bytes, is_wide))
        return KITH_PLAIN_EMPTY;
    return !is_wide && is_binary(bytes) ? KITH_PLAIN_BINARY : KITH_PLAIN_TEXT;
}
