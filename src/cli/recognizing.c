/* Options of recognising, out of the command line. */
#include "recognizing.h"

#include <string.h>

bool recognizing_take(int option, const char *value,
                      struct kith_recognize_options *options, const char **fault)
{
    *fault = NULL;
    switch (option) {
    case OPTION_NO_SHORT_FORMS:
        options->without_short_forms = true;
        return true;
    case OPTION_NO_DEFINITIONS:
        options->without_definitions = true;
        return true;
    case OPTION_NO_GUARD:
        options->without_guard = true;
        return true;
    case OPTION_FIX:
        options->corrections = value;
        return true;
    case OPTION_AMBIGUOUS:
        if (strcmp(value, "none") == 0)
            options->ambiguous = KITH_AMBIGUOUS_NONE;
        else if (strcmp(value, "best") == 0)
            options->ambiguous = KITH_AMBIGUOUS_BEST;
        else
            *fault = "--ambiguous \"%s\": best or none";
        return true;
    case OPTION_VARIANTS:
        options->variants = value;
        return true;
    case OPTION_DEMONYMS:
        options->with_demonyms = true;
        return true;
    case OPTION_NO_DEMONYMS:
        options->with_demonyms = false;
        return true;
    case OPTION_MENTIONS:
        options->mentions = value;
        return true;
    case OPTION_ONLY_MENTIONS:
        options->only_mentions = true;
        return true;
    default:
        return false;
    }
}
