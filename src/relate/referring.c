/* Referring words. */
#include "relate/referring.h"

#include "gazetteer/glance.h"

/* As many letters as a glance reads. */
static const char he[KITH_GLANCE_SIZE] = "he", she[KITH_GLANCE_SIZE] = "she",
                  the[KITH_GLANCE_SIZE] = "the", this[KITH_GLANCE_SIZE] = "this";

static uint64_t glance_if(bool is_needed, const char *word)
{
    return is_needed ? kith_glance(word, strlen(word)) : KITH_NO_WORD;
}

struct kith_referring kith_referring_words(bool has_persons, bool has_events)
{
    return (struct kith_referring){
        .he = glance_if(has_persons, he),
        .she = glance_if(has_persons, she),
        .the = glance_if(has_events, the),
        .this = glance_if(has_events, this),
    };
}
