/* Working through parcels. */
#include "batch/result.h"

/* Rows that could not be rendered are the article's failure, like any other. */
static void render(struct kith_rows *rows, const struct kith_setup *setup,
                   struct kith_analysis *analysis)
{
    struct kith_error err = {0};
    analysis->status =
        kith_rows_render(rows, setup->gazetteer, setup->rules, &analysis->findings, &err);
    if (analysis->status != KITH_OK) {
        analysis->kind = "memory";
        analysis->reason = "out of memory";
        kith_rows_reset(rows);
    }
}

void kith_result_fill(struct kith_result *result, const struct kith_result_plan *plan,
                      struct kith_parcel *parcel)
{
    while (result->count < parcel->count && !(plan->stop && *plan->stop)) {
        uint32_t i = result->count++;
        struct kith_analysis *analysis = &result->analyses[i];
        kith_analyze(plan->setup, plan->window, &plan->options, &parcel->articles[i],
                     &parcel->arena, analysis);
        if (analysis->status == KITH_OK)
            render(&result->rows[i], plan->setup, analysis);
    }
}

void kith_result_reset(struct kith_result *result)
{
    for (uint32_t i = 0; i < result->count; i++)
        kith_rows_reset(&result->rows[i]);
    result->count = 0;
}

void kith_result_release(struct kith_result *result)
{
    for (uint32_t i = 0; i < KITH_PARCEL_SIZE; i++)
        kith_rows_release(&result->rows[i]);
}
