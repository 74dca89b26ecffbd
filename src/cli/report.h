/* What a build shows on the terminal when it is done, and faults as all verbs tell them.
 */
#ifndef KITH_CLI_REPORT_H
#define KITH_CLI_REPORT_H

#include "kith.h"

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
