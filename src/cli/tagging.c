/* From the command line to a tagger. */
#include "tagging.h"

#include <getopt.h>

#include "columns.h"
#include "command.h"
#include "recognizing.h"
#include "report.h"

bool tagging_take(struct tagging *tagging, const char *verb, int option,
                  const char *value, int *code)
{
    const char *fault;
    *code = EXIT_ALL_WELL;
    if (option == 'g') {
        tagging->gazetteers[tagging->gazetteer_count++] = value;
        return true;
    }
    if (!recognizing_take(option, value, &tagging->recognize, &fault))
        return column_take(option, value, &tagging->columns);
    if (fault)
        *code = usage_error(verb, fault, value);
    return true;
}

int tagging_open(const struct tagging *tagging, struct kith_tagger **tagger)
{
    struct fault_report faults = {0};
    struct kith_error err = {0};
    if (kith_tagger_new(tagging->gazetteers, tagging->gazetteer_count,
                        &tagging->recognize, report_fault, &faults, tagger,
                        &err) != KITH_OK)
        return failure(&err);
    kith_tagger_set_columns(*tagger, &tagging->columns);
    report_faults_end(&faults, "a build's problems.csv");
    return faults.count ? EXIT_SOME_UNUSED : EXIT_ALL_WELL;
}
