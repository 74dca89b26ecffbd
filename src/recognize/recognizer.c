/* The recognizer: options and words beside the gazetteer, and what its types are. */
#include <stdlib.h>

#include "recognize/scene.h"

/* The types the shipped gazetteers use; others are neither persons, places nor bodies. Of
 * a type and the one above it the first that is listed counts. */
static const struct {
    struct kith_str name;
    enum kith_type_kind kind;
} known_types[] = {
    {{"person", 6}, KITH_KIND_PERSON},      {{"country", 7}, KITH_KIND_PLACE},
    {{"region", 6}, KITH_KIND_PLACE},       {{"city", 4}, KITH_KIND_PLACE},
    {{"place", 5}, KITH_KIND_PLACE},        {{"location", 8}, KITH_KIND_PLACE},
    {{"media", 5}, KITH_KIND_MEDIA},        {{"organisation", 12}, KITH_KIND_BODY},
    {{"organization", 12}, KITH_KIND_BODY}, {{"agency", 6}, KITH_KIND_BODY},
    {{"ministry", 8}, KITH_KIND_BODY},      {{"party", 5}, KITH_KIND_BODY},
    {{"company", 7}, KITH_KIND_BODY},       {{"group", 5}, KITH_KIND_BODY},
};

static enum kith_type_kind kind_of(const struct kith_gazetteer *gazetteer, kith_id type)
{
    for (size_t i = 0; i < sizeof known_types / sizeof *known_types; i++) {
        kith_id known = kith_gazetteer_find_type(gazetteer, known_types[i].name);
        if (known != KITH_NO_ID && kith_gazetteer_type_is(gazetteer, type, known))
            return known_types[i].kind;
    }
    return KITH_KIND_OTHER;
}

static enum kith_status fill_kinds(struct kith_recognizer *recognizer,
                                   struct kith_error *err)
{
    uint32_t type_count = kith_gazetteer_type_count(recognizer->gazetteer);
    recognizer->type_kinds = calloc((size_t)type_count + 1, 1);
    if (!recognizer->type_kinds)
        return kith_no_memory(err);
    for (kith_id type = 0; type < type_count; type++)
        recognizer->type_kinds[type] = (uint8_t)kind_of(recognizer->gazetteer, type);
    return KITH_OK;
}

static void find_columns(struct kith_recognizer *recognizer)
{
    const struct kith_gazetteer *gazetteer = recognizer->gazetteer;
    recognizer->columns = (struct kith_row_columns){
        .context = kith_gazetteer_find_column(gazetteer, "context"),
        .forbid = kith_gazetteer_find_column(gazetteer, "forbid"),
        .priority = kith_gazetteer_find_column(gazetteer, "priority"),
        .from = kith_gazetteer_find_column(gazetteer, "from"),
        .until = kith_gazetteer_find_column(gazetteer, "until")};
    recognizer->has_conditions = recognizer->columns.forbid != KITH_NO_ID ||
                                 recognizer->columns.from != KITH_NO_ID ||
                                 recognizer->columns.until != KITH_NO_ID;
}

static enum kith_status fill(struct kith_recognizer *recognizer, struct kith_error *err)
{
    find_columns(recognizer);
    KITH_TRY(fill_kinds(recognizer, err));
    if (recognizer->words)
        return KITH_OK;
    KITH_TRY(kith_name_words_load(NULL, NULL, &recognizer->own_words, err));
    recognizer->words = recognizer->own_words;
    return KITH_OK;
}

enum kith_status kith_recognizer_new(const struct kith_gazetteer *gazetteer,
                                     const struct kith_name_words *words,
                                     const struct kith_recognize_options *options,
                                     struct kith_recognizer **out, struct kith_error *err)
{
    struct kith_recognizer *made = calloc(1, sizeof *made);
    if (!made)
        return kith_no_memory(err);
    made->gazetteer = gazetteer;
    made->words = words;
    if (options)
        made->options = *options;
    enum kith_status status = fill(made, err);
    if (status != KITH_OK) {
        kith_recognizer_free(made);
        return status;
    }
    *out = made;
    return KITH_OK;
}

void kith_recognizer_reject(struct kith_recognizer *recognizer,
                            const struct kith_rejections *rejections)
{
    recognizer->rejections = rejections;
}

void kith_recognizer_free(struct kith_recognizer *recognizer)
{
    if (!recognizer)
        return;
    kith_name_words_free(recognizer->own_words);
    free(recognizer->type_kinds);
    free(recognizer);
}
