/* The ends of marks. See mark.h. */
#include "text/mark.h"

#include "text/unicode.h"

static uint8_t class_at(const unsigned char *bytes)
{
    return kith_char_at(bytes).entry & KITH_CHAR_CLASS;
}

/* Past the character at `at` and the combining marks behind it. */
static uint32_t past(const unsigned char *bytes, uint32_t at)
{
    at += kith_char_at(bytes + at).size;
    while (class_at(bytes + at) == KITH_CHAR_EXTEND)
        at += kith_char_at(bytes + at).size;
    return at;
}

/* A pictograph with its modifiers, and those that a joiner ties to it. */
static uint32_t emoji_size(const unsigned char *bytes)
{
    uint32_t at = past(bytes, 0);
    while (class_at(bytes + at) == KITH_CHAR_ZWJ) {
        uint32_t next = at + kith_char_at(bytes + at).size;
        if (class_at(bytes + next) != KITH_CHAR_EMOJI)
            break;
        at = past(bytes, next);
    }
    return at;
}

/* Two regional letters make a flag. */
static uint32_t flag_size(const unsigned char *bytes)
{
    uint32_t half = kith_char_at(bytes).size;
    return past(bytes, class_at(bytes + half) == KITH_CHAR_REGION ? half : 0);
}

uint32_t kith_mark_size(const unsigned char *bytes)
{
    switch (class_at(bytes)) {
    case KITH_CHAR_EMOJI:
        return emoji_size(bytes);
    case KITH_CHAR_REGION:
        return flag_size(bytes);
    default:
        return past(bytes, 0);
    }
}
