/* Plain text: the bytes as they are. Decoding is text/'s business. */
#ifndef KITH_INPUT_PLAIN_READER_H
#define KITH_INPUT_PLAIN_READER_H

#include "base/status.h"
#include "base/str.h"

enum kith_plain {
    KITH_PLAIN_TEXT,
    KITH_PLAIN_EMPTY, /* no bytes, or nothing but a byte order mark and blanks */
    KITH_PLAIN_BINARY /* NUL bytes outside UTF-16, or many control characters */
};

/* What `bytes` look like. UTF-16 is text when it begins with its byte order mark. */
enum kith_plain kith_plain_judge(struct kith_str bytes);

#endif
