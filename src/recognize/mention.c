/* The words for how a mention was found and chosen. */
#include "recognize/mention.h"

const char *kith_found_name(enum kith_found found)
{
    static const char *const names[] = {"exact", "folded", "short", "defined"};
    return names[found];
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
