/* A list of decisions that remembers when it could not grow, as a kith_buf does. */
#include "recognize/trace.h"

void kith_trace_add(struct kith_trace *trace, struct kith_decision decision)
{
    if (!trace)
        return;
    if (KITH_ARENA_PUSHABLE(trace->arena, trace))
        trace->items[trace->count++] = decision;
    else
        trace->is_broken = true;
}

const char *kith_reason_name(enum kith_reason reason)
{
    static const char *const names[] = {
        "none",       "chosen",  "forbidden", "out_of_date", "unsupported", "outranked",
        "not_chosen", "unclear", "opener",    "stranger",    "explained",   "short",
        "shared",     "nobody",  "small",     "no_article",  "half",        "stopped",
        "demonym",    "yielded", "rejected",  "credit",      "shouted",     "doubtful"};
    return names[reason];
}

enum kith_status kith_trace_check(const struct kith_trace *trace, struct kith_error *err)
{
    return trace->is_broken ? kith_no_memory(err) : KITH_OK;
}
