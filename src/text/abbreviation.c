/* The list of abbreviations: a small table from folded words to their uses. */
#include "text/abbreviation.h"

#include <stdlib.h>

#include "base/map.h"
#include "text/fold.h"
#include "text/word_list.h"

/* In a table value, the uses of a word listed with a capital stand above those of one
 * listed without. */
#define CAPITAL_SHIFT 8

struct kith_abbreviations {
    struct kith_map uses; /* key_of the word -> uses */
};

/* What English news cannot do without, should the file be missing. */
static const struct kith_listed_word built_in[] = {
    {"Mr", KITH_USE_TITLE},
    {"Mrs", KITH_USE_TITLE},
    {"Ms", KITH_USE_TITLE},
    {"Dr", KITH_USE_TITLE},
    {"Prof", KITH_USE_TITLE},
    {"Gen", KITH_USE_TITLE},
    {"Sen", KITH_USE_TITLE},
    {"Rep", KITH_USE_TITLE},
    {"Gov", KITH_USE_TITLE},
    {"Lt", KITH_USE_TITLE},
    {"Col", KITH_USE_TITLE},
    {"Capt", KITH_USE_TITLE},
    {"Sgt", KITH_USE_TITLE},
    {"St", KITH_USE_FINAL},
    {"Jr", KITH_USE_FINAL},
    {"Inc", KITH_USE_FINAL},
    {"Corp", KITH_USE_FINAL},
    {"Ltd", KITH_USE_FINAL},
    {"Co", KITH_USE_FINAL},
    {"No", KITH_USE_NUMBER},
    {"vs", KITH_USE_INNER},
    {"e.g.", KITH_USE_INNER},
    {"i.e.", KITH_USE_INNER},
    {"a.m.", KITH_USE_TIME},
    {"p.m.", KITH_USE_TIME},
    {"The", KITH_USE_STARTER},
    {"A", KITH_USE_STARTER},
    {"He", KITH_USE_STARTER},
    {"She", KITH_USE_STARTER},
    {"It", KITH_USE_STARTER},
    {"They", KITH_USE_STARTER},
    {"We", KITH_USE_STARTER},
    {"But", KITH_USE_STARTER},
    {"In", KITH_USE_STARTER},
    {"On", KITH_USE_STARTER},
    {"At", KITH_USE_STARTER},
    {"This", KITH_USE_STARTER},
    {"That", KITH_USE_STARTER},
    {"His", KITH_USE_STARTER},
    {"Their", KITH_USE_STARTER},
    {"said", KITH_USE_SPEECH},
    {"asked", KITH_USE_SPEECH},
    {0},
};

static const struct kith_listed_word kinds[] = {
    {"title", KITH_USE_TITLE},
    {"number", KITH_USE_NUMBER},
    {"final", KITH_USE_FINAL},
    {"inner", KITH_USE_INNER},
    {"time", KITH_USE_TIME},
    {"starter", KITH_USE_STARTER},
    {"calendar", KITH_USE_CALENDAR},
    {"speech", KITH_USE_SPEECH},
    {0},
};

/* "us" is no "U.S.", although both fold alike. */
static uint64_t key_of(struct kith_str text, const struct kith_token *word)
{
    return kith_fold_hash(text, word) + word->is_dotted;
}

unsigned kith_abbreviations_uses(const struct kith_abbreviations *list,
                                 struct kith_str text, const struct kith_token *word)
{
    if (word->end - word->begin > KITH_LISTED_WORD_LIMIT)
        return 0;
    const uint32_t *uses = kith_map_find(&list->uses, key_of(text, word));
    if (!uses)
        return 0;
    unsigned any = *uses & ((1u << CAPITAL_SHIFT) - 1);
    return word->shape == KITH_SHAPE_LOWER ? any : any | *uses >> CAPITAL_SHIFT;
}

static enum kith_status add(void *context, struct kith_str text,
                            const struct kith_token *word, unsigned use,
                            struct kith_error *err)
{
    struct kith_abbreviations *list = context;
    uint32_t *uses = kith_map_place(&list->uses, key_of(text, word), 0, NULL);
    if (!uses)
        return kith_no_memory(err);
    bool is_low = word->shape == KITH_SHAPE_LOWER || word->shape == KITH_SHAPE_UNCASED;
    *uses |= is_low ? use : use << CAPITAL_SHIFT;
    return KITH_OK;
}

enum kith_status kith_abbreviations_load(const char *path, struct kith_problems *problems,
                                         struct kith_abbreviations **out,
                                         struct kith_error *err)
{
    *out = NULL;
    struct kith_abbreviations *list = calloc(1, sizeof *list);
    if (!list)
        return kith_no_memory(err);
    const struct kith_word_list words = {"abbreviation", kinds, built_in, add, list};
    enum kith_status status = kith_word_list_read(&words, path, problems, err);
    if (status != KITH_OK) {
        kith_abbreviations_free(list);
        return status;
    }
    *out = list;
    return KITH_OK;
}

void kith_abbreviations_free(struct kith_abbreviations *list)
{
    if (!list)
        return;
    kith_map_release(&list->uses);
    free(list);
}
