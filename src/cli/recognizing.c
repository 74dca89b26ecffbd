/* Options of recognising, out of the command line. */
#include "recognizing.h"

#include <stddef.h>

#include "word.h"

static const char *take_ambiguous(const char *value, enum kith_ambiguous *ambiguous)
{
    static const char *const words[] = {"best", "all", "none", NULL};
    int word;
    if (!find_word(value, words, &word))
        return "--ambiguous \"%s\": best, all or none";
    *ambiguous = (enum kith_ambiguous)word;
    return NULL;
}

static const char *take_overlap(const char *value, enum kith_overlap *overlap)
{
    static const char *const words[] = {"longest", "nested", "all", NULL};
    int word;
    if (!find_word(value, words, &word))
        return "--overlap \"%s\": longest, nested or all";
    *overlap = (enum kith_overlap)word;
    return NULL;
}

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
    case OPTION_STOP:
        options->stops = value;
        return true;
    case OPTION_AMBIGUOUS:
        *fault = take_ambiguous(value, &options->ambiguous);
        return true;
    case OPTION_OVERLAP:
        *fault = take_overlap(value, &options->overlap);
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
