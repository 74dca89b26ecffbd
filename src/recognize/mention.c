/* The words for how a mention was found and chosen. */
#include "recognize/mention.h"

const char *kith_found_name(enum kith_found found)
{
    return found == KITH_FOUND_EXACT ? "exact" : "folded";
}

const char *kith_choice_name(enum kith_choice choice)
{
    switch (choice) {
    case KITH_CHOICE_ONLY:
        return "only";
    case KITH_CHOICE_IN_ARTICLE:
        return "article";
    default:
        return "row";
    }
}
