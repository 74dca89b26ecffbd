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

/* With a store: what it knows of the article, else what reading it gives. */
static void recall(struct kith_result *result, const struct kith_result_plan *plan,
                   struct kith_parcel *parcel, uint32_t i)
{
    struct kith_analysis *analysis = &result->analyses[i];
    struct kith_recollection *recollection = &result->recollections[i];
    struct kith_unread *unread = &parcel->articles[i];
    int64_t record = parcel->places[i].stored.record;
    if (record && kith_recall_record(plan->recall, record, &plan->options,
                                     &unread->article, &parcel->arena, analysis)) {
        recollection->record = record;
        return;
    }
    if (record) {
        const struct kith_intake intake = {.options = plan->options};
        struct kith_error unheard;
        kith_id number = unread->article.number;
        kith_intake_find(&intake, unread->article.path, &parcel->arena, unread, &unheard);
        unread->article.number = number;
    }
    if (kith_recall_content(plan->recall, &plan->options, unread, &parcel->arena,
                            analysis, recollection))
        return;
    kith_analyze(plan->setup, plan->window, &plan->options, unread, &parcel->arena,
                 analysis);
    kith_recall_keep(plan->recall, analysis, &parcel->arena, recollection);
}

void kith_result_fill(struct kith_result *result, const struct kith_result_plan *plan,
                      struct kith_parcel *parcel)
{
    while (result->count < parcel->count && !(plan->stop && *plan->stop)) {
        uint32_t i = result->count++;
        struct kith_analysis *analysis = &result->analyses[i];
        if (plan->recall)
            recall(result, plan, parcel, i);
        else
            kith_analyze(plan->setup, plan->window, &plan->options, &parcel->articles[i],
                         &parcel->arena, analysis);
        if (analysis->status == KITH_OK && !analysis->article.is_left_out)
            render(result, plan, i);
    }
}

void kith_result_reset(struct kith_result *result)
{
    for (uint32_t i = 0; i < result->count; i++) {
        for (int form = 0; form < KITH_ROW_FORMS; form++)
            kith_rows_reset(&result->rows[form][i]);
        kith_recollection_reset(&result->recollections[i]);
    }
    result->count = 0;
}

void kith_result_release(struct kith_result *result)
{
    for (uint32_t i = 0; i < KITH_PARCEL_SIZE; i++) {
        for (int form = 0; form < KITH_ROW_FORMS; form++)
            kith_rows_release(&result->rows[form][i]);
        kith_recollection_release(&result->recollections[i]);
    }
}
