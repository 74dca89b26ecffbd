/* The table of kinds. A list is held against them in this order, so each may rely on the
 * ones before it having said no; a list of plain words is what nothing else wants. */
#include "import/format.h"

static const struct kith_import_format *const formats[] = {
    &kith_import_geonames, &kith_import_wikidata,        &kith_import_opensanctions,
    &kith_import_ofac,     &kith_import_everypolitician, &kith_import_entity_ruler,
    &kith_import_gate,     &kith_import_petrarch,        &kith_import_words,
};

#define FORMAT_COUNT (sizeof formats / sizeof *formats)

const struct kith_import_kind *kith_import_format_kind(size_t index)
{
    return index < FORMAT_COUNT ? &formats[index]->kind : NULL;
}

const struct kith_import_format *kith_import_format_named(const char *name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (strcmp(formats[i]->kind.name, name) == 0)
            return formats[i];
    return NULL;
}

static const struct kith_import_format *recognize(const struct kith_import_sample *sample)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (formats[i]->recognizes(sample))
            return formats[i];
    return NULL;
}

enum kith_status kith_import_format_of(const char *path, struct kith_arena *arena,
                                       const struct kith_import_format **format,
                                       struct kith_error *err)
{
    struct kith_import_sample sample;
    struct kith_arena_mark mark = kith_arena_mark(arena);
    KITH_TRY(kith_import_sample_take(path, arena, &sample, err));
    *format = recognize(&sample);
    kith_arena_rewind(arena, mark);
    if (*format)
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "%s: looks like no list that is known; say which format it has",
                     path);
}
