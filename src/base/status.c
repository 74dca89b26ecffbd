/* The one place where error sentences are written. */
#include "base/status.h"

#include <stdio.h>
#include <string.h>

/* A sentence that was cut must not end in half a character. */
static void trim_broken_tail(char *text, size_t length)
{
    size_t lead = length;
    while (lead > 0 && ((unsigned char)text[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead > 0 && (unsigned char)text[lead - 1] >= 0xC0)
        text[lead - 1] = '\0';
}

void kith_sentence(struct kith_error *err, const char *format, va_list arguments)
{
    int wanted = vsnprintf(err->text, sizeof err->text, format, arguments);
    if (wanted >= (int)sizeof err->text)
        trim_broken_tail(err->text, sizeof err->text - 1);
}

enum kith_status kith_fail(struct kith_error *err, enum kith_status status,
                           const char *format, ...)
{
    if (!err)
        return status;
    va_list arguments;
    va_start(arguments, format);
    kith_sentence(err, format, arguments);
    va_end(arguments);
    return status;
}

enum kith_status kith_no_memory(struct kith_error *err)
{
    return kith_fail(err, KITH_NO_MEMORY, "out of memory");
}
