/* An image as a gazetteer that the user names: mapped when it is fresh, built anew from
 * its sources when it is not. */
#include "gazetteer/tables.h"

bool kith_gazetteer_is_image(const char *path)
{
    return kith_str_ends_with(kith_str_of(path), KITH_STR(".kith"));
}

static enum kith_status note(const char *path, struct kith_problems *problems,
                             const char *sentence, const char *reason,
                             struct kith_error *err)
{
    return kith_problems_add(problems, KITH_NOTE, kith_str_of(path), 0, "image", err,
                             "%s%s", sentence, reason);
}

/* Of spelling; there are three. */
#define RULE_FILES 8

static enum kith_status compile_origins(struct kith_gazetteer *gazetteer,
                                        const struct kith_origins *origins,
                                        struct kith_problems *problems,
                                        struct kith_error *err)
{
    const char *rules[RULE_FILES];
    size_t rule_count = 0;
    for (uint32_t i = 0; i < origins->count; i++) {
        const char *path = kith_origin_path(&origins->items[i]);
        if (origins->items[i].role == KITH_ORIGIN_NAMES)
            KITH_TRY(kith_gazetteer_load(gazetteer, path, problems, err));
        else if (origins->items[i].role == KITH_ORIGIN_TYPES)
            KITH_TRY(kith_gazetteer_load_types(gazetteer, path, problems, err));
        else if (rule_count < RULE_FILES)
            rules[rule_count++] = path;
    }
    const struct kith_variants_wish variants = {
        .languages = origins->languages, .paths = rules, .path_count = rule_count};
    if (rule_count)
        KITH_TRY(kith_gazetteer_vary(gazetteer, &variants, problems, err));
    return kith_gazetteer_compile(gazetteer, problems, err);
}

/* Build the image anew, in memory and at `path`. That it could not be written is told;
 * the names are there all the same. */
static enum kith_status rebuild(struct kith_gazetteer *gazetteer, const char *path,
                                const struct kith_origins *origins,
                                struct kith_problems *problems, struct kith_error *err)
{
    struct kith_error reason = {0};
    kith_gazetteer_clear(gazetteer);
    KITH_TRY(compile_origins(gazetteer, origins, problems, err));
    if (kith_gazetteer_write(gazetteer, path, &reason) == KITH_OK)
        return note(
            path, problems,
            "its sources have changed since it was compiled; it was compiled anew", "",
            err);
    return note(path, problems,
                "its sources have changed since it was compiled; they were used instead, "
                "since it could not be written: ",
                reason.text, err);
}

/* The origins of a gazetteer that is about to be emptied. */
static enum kith_status copy_origins(const struct kith_origins *origins,
                                     struct kith_arena *arena, struct kith_origins *copy,
                                     struct kith_error *err)
{
    copy->languages = kith_str_copy(arena, origins->languages);
    if (!copy->languages.data)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < origins->count; i++) {
        if (!KITH_ARENA_PUSHABLE(arena, copy))
            return kith_no_memory(err);
        copy->items[copy->count++] = (struct kith_origin){
            kith_str_copy(arena, origins->items[i].given),
            kith_str_copy(arena, origins->items[i].absolute), origins->items[i].role};
        if (!copy->items[i].given.data || !copy->items[i].absolute.data)
            return kith_no_memory(err);
    }
    return KITH_OK;
}

static enum kith_status replace(struct kith_gazetteer *gazetteer, const char *path,
                                struct kith_problems *problems, struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_origins origins = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = copy_origins(&gazetteer->origins, &arena, &origins, err);
    if (status == KITH_OK)
        status = rebuild(gazetteer, path, &origins, problems, err);
    kith_arena_release(&arena);
    return status;
}

enum kith_status kith_image_load(struct kith_gazetteer *gazetteer, const char *path,
                                 struct kith_problems *problems, struct kith_error *err)
{
    KITH_TRY(kith_image_map(gazetteer, path, err));
    switch (kith_image_freshness(gazetteer)) {
    case KITH_ORIGINS_CHANGED:
        return replace(gazetteer, path, problems, err);
    case KITH_ORIGINS_GONE:
        return note(path, problems,
                    "the files it was compiled from are not where they were; whether it "
                    "is up to date is not known",
                    "", err);
    default:
        return KITH_OK;
    }
}

static enum kith_status load_sources(struct kith_gazetteer *gazetteer,
                                     const struct kith_gazetteer *image, const char *path,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    const char *source;
    if (kith_image_freshness(image) == KITH_ORIGINS_GONE)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: with other gazetteers, corrections or given mentions an "
                         "image is read from the files it was compiled from, and these "
                         "are not where they were",
                         path);
    for (uint32_t i = 0; (source = kith_gazetteer_source(image, i)); i++)
        KITH_TRY(kith_gazetteer_load(gazetteer, source, problems, err));
    return KITH_OK;
}

enum kith_status kith_gazetteer_load_sources(struct kith_gazetteer *gazetteer,
                                             const char *path,
                                             struct kith_problems *problems,
                                             struct kith_error *err)
{
    struct kith_gazetteer *image = NULL;
    KITH_TRY(kith_gazetteer_new(&image, err));
    enum kith_status status = kith_image_map(image, path, err);
    if (status == KITH_OK)
        status = load_sources(gazetteer, image, path, problems, err);
    kith_gazetteer_free(image);
    return status;
}
