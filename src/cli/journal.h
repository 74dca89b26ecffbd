/* What a build says while it works: a line on the terminal that changes, what went wrong
 * as it happens (--verbose), and all of it with times in a file (--log). */
#ifndef KITH_CLI_JOURNAL_H
#define KITH_CLI_JOURNAL_H

#include <stdio.h>

#include "kith.h"

struct journal {
    bool has_line;   /* stderr is a terminal and the user did not ask for quiet */
    bool is_verbose; /* say all of it on stderr */
    bool is_open;    /* something stands on the line */
    const char *log_path;
    FILE *log;                              /* NULL: none, or it could not be written */
    double started, updated, phase_started; /* seconds */
    enum kith_phase phase;
    bool has_phase;
};

/* Begin. `log_path` may be NULL; a log is appended to. False, with a sentence on stderr,
 * when it cannot be opened. */
bool journal_open(struct journal *journal, bool is_quiet, bool is_verbose,
                  const char *log_path);

/* Is there anybody to tell? A build without listeners need not know how far it is. */
bool journal_listens(const struct journal *journal);

/* on_progress and on_problem of a build, with a journal as the context. */
void journal_progress(void *journal, const struct kith_progress *progress);
void journal_problem(void *journal, const struct kith_problem_line *problem);

/* Say a sentence where it is wanted. */
void journal_say(struct journal *journal, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Wipe the line, and close the log with `outcome` as its last line; returns the seconds
 * since it began. */
double journal_close(struct journal *journal, const char *outcome);

#endif
