/* Counting what was not used. */
#include "batch/passed_over.h"

#include <string.h>

void kith_passed_over_skip(struct kith_passed_over *passed, const char *kind)
{
    uint32_t i = 0;
    passed->skipped++;
    while (i < passed->kind_count && strcmp(passed->kinds[i].kind, kind) != 0)
        i++;
    if (i == KITH_FAULT_KINDS)
        return;
    if (i == passed->kind_count)
        passed->kinds[passed->kind_count++] = (struct kith_skipped){.kind = kind};
    passed->kinds[i].articles++;
}

void kith_passed_over_leave(struct kith_passed_over *passed,
                            const struct kith_article *article)
{
    if (article->date.length)
        passed->outside++;
    else
        passed->undated++;
}

uint64_t kith_passed_over_count(const struct kith_passed_over *passed)
{
    return passed->skipped + passed->outside + passed->undated;
}
