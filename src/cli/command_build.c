/* kith build: options in, a graph out. */
#include "command.h"

#include <stdio.h>

#include "build_option.h"
#include "interrupt.h"
#include "journal.h"
#include "report.h"

static void report_all_faults(const struct kith_summary *summary)
{
    struct fault_report report = {0};
    for (size_t i = 0; i < summary->problem_count; i++)
        report_fault(&report, &summary->problems[i]);
    report_faults_end(&report, "problems.csv");
}

/* What the log says at the end. */
static const char *outcome_of(const struct kith_summary *summary, char text[256])
{
    snprintf(
        text, 256,
        "done; articles read: %llu, skipped: %llu; entities: %u, edges: %u, faults: %zu",
        (unsigned long long)summary->articles_read,
        (unsigned long long)summary->articles_skipped, summary->entities,
        summary->cooccurrence_edges + summary->relation_edges, summary->fault_count);
    return text;
}

static int build(struct build_request *request)
{
    struct journal journal;
    struct kith_summary *summary = NULL;
    struct kith_error err = {0};
    char outcome[256];
    if (!journal_open(&journal, request->is_quiet, request->is_verbose, request->log))
        return EXIT_FAILED;
    if (journal_listens(&journal)) {
        request->options.on_progress = journal_progress;
        request->options.on_problem = journal_problem;
        request->options.progress_context = &journal;
    }
    request->options.stop = interrupt_asks();
    enum kith_status status = kith_build(&request->options, &summary, &err);
    double seconds = journal_close(
        &journal, status == KITH_OK ? outcome_of(summary, outcome) : err.text);
    if (status != KITH_OK)
        return failure(&err);
    if (!request->is_quiet)
        report_summary(summary, seconds);
    fflush(stdout);
    if (!request->is_verbose && !summary->is_unchanged)
        report_all_faults(summary);
    int code = summary->fault_count ? EXIT_SOME_UNUSED : EXIT_ALL_WELL;
    kith_summary_free(summary);
    return finished(code);
}

int command_build(const struct command_line *line)
{
    struct build_request request = {.gazetteers = line->lists[0],
                                    .rules = line->lists[1],
                                    .relations = line->lists[2]};
    kith_build_options_init(&request.options);
    int code = build_options_parse(&request, line);
    return code == EXIT_ALL_WELL ? build(&request) : code;
}
