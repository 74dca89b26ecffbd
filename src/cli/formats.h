/* The value of --formats: names with commas between. */
#ifndef KITH_CLI_FORMATS_H
#define KITH_CLI_FORMATS_H

#include <kith.h>

/* What a message lists. */
#define FORMATS_WANTED "graphml, gexf, dot, csv, jsonl, vosviewer, with commas between"

/* Read `text` into *formats; false when a name is none of a format, or none is there. */
bool parse_formats(const char *text, unsigned *formats);

#endif
