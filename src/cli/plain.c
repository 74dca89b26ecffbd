/* Looking for control characters: C0 and delete, and C1, which are two bytes in UTF-8. */
#include "plain.h"

#include <stdbool.h>
#include <stdlib.h>

/* Bytes of the control character that begins `text`, or 0. */
static size_t control_at(const char *text, size_t length)
{
    unsigned char c = (unsigned char)text[0];
    if (c == '\n' || c == '\t' || (c == '\r' && length > 1 && text[1] == '\n'))
        return 0;
    if (c < ' ' || c == 0x7F)
        return 1;
    bool is_c1 = c == 0xC2 && length > 1 && (unsigned char)text[1] >= 0x80 &&
                 (unsigned char)text[1] < 0xA0;
    return is_c1 ? 2 : 0;
}

void plain_write(FILE *stream, const char *text, size_t length)
{
    size_t written = 0;
    for (size_t i = 0; i < length;) {
        size_t control = control_at(text + i, length - i);
        if (control) {
            fwrite(text + written, 1, i - written, stream);
            fputc(' ', stream);
            written = i + control;
        }
        i += control ? control : 1;
    }
    fwrite(text + written, 1, length - written, stream);
}

void plain_vprint(FILE *stream, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (!text)
        return; /* without memory for a sentence there is nobody to tell */
    vsnprintf(text, (size_t)length + 1, format, arguments);
    plain_write(stream, text, (size_t)length);
    free(text);
}

void plain_print(FILE *stream, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    plain_vprint(stream, format, arguments);
    va_end(arguments);
}
