/* The words for how a mention was found and chosen, and what is told of one. */
#include "recognize/mention.h"

const char *kith_found_name(enum kith_found found)
{
    static const char *const names[] = {"exact",   "folded", "short",  "defined",
                                        "demonym", "given",  "variant"};
    return names[found];
}

const char *kith_choice_name(enum kith_choice choice)
{
    static const char *const names[] = {"only",     "article", "row",      "context",
                                        "priority", "type",    "candidate"};
    return names[choice];
}

void kith_trace_mention(struct kith_trace *trace, const struct kith_mention *mention,
                        enum kith_reason reason, kith_id rival, uint32_t word)
{
    kith_trace_add(trace, (struct kith_decision){.first_token = mention->first_token,
                                                 .end_token = mention->end_token,
                                                 .reason = reason,
                                                 .entity = mention->entity,
                                                 .alias = mention->alias,
                                                 .rival = rival,
                                                 .word = word});
}
