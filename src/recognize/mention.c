/* The words for how a mention was found and chosen. */
#include "recognize/mention.h"

const char *kith_found_name(enum kith_found found)
{
    static const char *const names[] = {"exact",   "folded",  "short",
                                        "defined", "demonym", "given"};
    return names[found];
}

const char *kith_choice_name(enum kith_choice choice)
{
    static const char *const names[] = {"only", "article", "row", "context", "priority"};
    return names[choice];
}
