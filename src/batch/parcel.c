/* Filling parcels. */
#include "batch/parcel.h"

uint32_t kith_parcel_count(const struct kith_sources *sources)
{
    return (sources->count + KITH_PARCEL_SIZE - 1) / KITH_PARCEL_SIZE;
}

void kith_parcel_init(struct kith_parcel *parcel)
{
    *parcel = (struct kith_parcel){0};
    kith_arena_init(&parcel->arena, KITH_ARENA_UNCAPPED);
}

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

void kith_parcel_fill(struct kith_parcel *parcel, const struct kith_parcel_plan *plan,
                      uint32_t number)
{
    uint32_t first = number * KITH_PARCEL_SIZE;
    uint32_t left = plan->sources->count - first;
    uint32_t wanted = left < KITH_PARCEL_SIZE ? left : KITH_PARCEL_SIZE;
    while (parcel->count < wanted && !(plan->stop && *plan->stop)) {
        uint32_t i = parcel->count++;
        struct kith_analysis *analysis = &parcel->analyses[i];
        kith_analyze(plan->setup, plan->window, plan->max_size, first + i,
                     plan->sources->items[first + i], &parcel->arena, analysis);
        if (analysis->status == KITH_OK)
            render(&parcel->rows[i], plan->setup, analysis);
    }
}

void kith_parcel_reset(struct kith_parcel *parcel)
{
    for (uint32_t i = 0; i < parcel->count; i++)
        kith_rows_reset(&parcel->rows[i]);
    parcel->count = 0;
    kith_arena_reset(&parcel->arena);
}

void kith_parcel_release(struct kith_parcel *parcel)
{
    for (uint32_t i = 0; i < KITH_PARCEL_SIZE; i++)
        kith_rows_release(&parcel->rows[i]);
    kith_arena_release(&parcel->arena);
}
