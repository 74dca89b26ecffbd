/* Reading the names of formats. */
#include "formats.h"

#include <string.h>

static const struct {
    const char *name;
    enum kith_format format;
} names[] = {{"graphml", KITH_FORMAT_GRAPHML}, {"gexf", KITH_FORMAT_GEXF},
             {"dot", KITH_FORMAT_DOT},         {"csv", KITH_FORMAT_CSV},
             {"jsonl", KITH_FORMAT_JSONL},     {"vosviewer", KITH_FORMAT_VOSVIEWER}};

/* 0 for none of them. */
static unsigned format_of(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].name) == length && memcmp(names[i].name, name, length) == 0)
            return names[i].format;
    return 0;
}

bool parse_formats(const char *text, unsigned *formats)
{
    *formats = 0;
    for (;;) {
        size_t length = strcspn(text, ",");
        unsigned format = format_of(text, length);
        *formats |= format;
        if (!format || !text[length])
            return format != 0;
        text += length + 1;
    }
}
