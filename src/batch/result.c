/* Working through parcels. */
#include "batch/result.h"

static bool is_wanted(unsigned formats, int form)
{
    return formats & (form == KITH_ROW_JSON ? KITH_FORMAT_JSONL : KITH_FORMAT_CSV);
}

/* Rows that could not be rendered are the article's failure, like any other. */
static void fail(struct kith_result *result, uint32_t i, enum kith_status status)
{
    struct kith_analysis *analysis = &result->analyses[i];
    analysis->status = status;
    analysis->kind = "memory";
    analysis->reason = "out of memory";
    for (int form = 0; form < KITH_ROW_FORMS; form++)
        kith_rows_reset(&result->rows[form][i]);
}

static void render(struct kith_result *result, const struct kith_result_plan *plan,
                   uint32_t i)
{
    struct kith_error err = {0};
    for (int form = 0; form < KITH_ROW_FORMS; form++) {
        if (!is_wanted(plan->formats, form))
            continue;
        struct kith_rows *rows = &result->rows[form][i];
        rows->form = (enum kith_row_form)form;
        enum kith_status status =
            kith_rows_render(rows, plan->setup->gazetteer, plan->setup->rules,
                             &result->analyses[i].findings, &err);
        if (status != KITH_OK) {
            fail(result, i, status);
            return;
        }
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
        if (analysis->status == KITH_OK && !analysis->article.is_left_out)
            render(result, plan, i);
    }
}

void kith_result_reset(struct kith_result *result)
{
    for (int form = 0; form < KITH_ROW_FORMS; form++)
        for (uint32_t i = 0; i < result->count; i++)
            kith_rows_reset(&result->rows[form][i]);
    result->count = 0;
}

void kith_result_release(struct kith_result *result)
{
    for (int form = 0; form < KITH_ROW_FORMS; form++)
        for (uint32_t i = 0; i < KITH_PARCEL_SIZE; i++)
            kith_rows_release(&result->rows[form][i]);
}
