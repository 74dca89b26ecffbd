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

/* The summary on stdout. */
void report_summary(const struct kith_summary *summary, double seconds);

/* "kith: people.csv:41: name is empty" on stderr. */
void print_finding(const struct kith_problem_line *finding);

/* The first few faults on stderr: hand over all findings, {0} before, then end with the
 * name of what lists them all. */
struct fault_report {
    size_t count;
};

void report_fault(void *fault_report, const struct kith_problem_line *finding);
void report_faults_end(const struct fault_report *report, const char *list);

#endif
