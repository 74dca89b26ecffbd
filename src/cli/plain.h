/* Text from the user's files on a terminal.
 *
 * A file name, a name in a gazetteer or a sentence may hold the control characters by
 * which a terminal is told to do things. Whatever comes from outside and is printed for
 * people goes through here, where each of them but tabs and line ends becomes a blank.
 * What is for programs escapes them in its own way. */
#ifndef KITH_CLI_PLAIN_H
#define KITH_CLI_PLAIN_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

void plain_write(FILE *stream, const char *text, size_t length);

/* As fprintf. */
void plain_print(FILE *stream, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void plain_vprint(FILE *stream, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
