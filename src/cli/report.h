/* What a build shows on the terminal: a line while it works, a page when it is done. */
#ifndef KITH_CLI_REPORT_H
#define KITH_CLI_REPORT_H

#include "kith.h"

/* The progress line on stderr; rewritten in place at most ten times a second. */
struct progress_line {
    bool is_shown;           /* stderr is a terminal and the user did not ask for quiet */
    bool is_open;            /* something stands on the line */
    double started, updated; /* seconds */
};

void progress_begin(struct progress_line *line, bool is_quiet);
void progress_update(void *line, const struct kith_progress *progress);

/* Wipe the line; returns the seconds since it began. */
double progress_end(struct progress_line *line);

/* The summary on stdout, the first few faults on stderr. */
void report_summary(const struct kith_summary *summary, double seconds);
void report_faults(const struct kith_summary *summary);

#endif
