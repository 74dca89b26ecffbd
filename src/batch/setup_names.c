/* Names: from gazetteers and what goes with them, or as a store has kept them. */
#include "batch/given_file.h"
#include "batch/setup_part.h"
#include "batch/shipped.h"
#include "gazetteer/image.h"

/* Languages of the rules of spelling where nothing is said; docs/BENCHMARKS.md has the
 * measurement. Longer lists would have to be waited for: who wants them says so. */
#define DEFAULT_VARIANTS "en"
#define DEFAULT_VARIANTS_LIMIT 200000

/* The list `name` of a folder, or NULL. */
static const char *find_list(struct kith_setup *setup, const char *const *folder,
                             const char *name)
{
    return kith_setup_remember(setup, kith_shipped_find(folder, 1, name, &setup->arena));
}

enum kith_status kith_setup_load_types(struct kith_setup *setup, const char *shipped,
                                       struct kith_problems *problems,
                                       struct kith_error *err)
{
    const char *path = shipped ? find_list(setup, &shipped, "types.csv") : NULL;
    if (path)
        KITH_TRY(kith_gazetteer_load_types(setup->gazetteer, path, problems, err));
    for (size_t i = 0; i < setup->source_count; i++) {
        const char **folder = &setup->sources[i];
        if (shipped && strcmp(*folder, shipped) == 0)
            continue;
        path = find_list(setup, folder, "types.csv");
        if (path)
            KITH_TRY(kith_gazetteer_load_types(setup->gazetteer, path, problems, err));
    }
    return KITH_OK;
}

/* Spellings that are no names: the lists of the folders in use, and the user's own. */
static enum kith_status load_stops(struct kith_setup *setup, const char *own,
                                   struct kith_problems *problems, struct kith_error *err)
{
    for (size_t i = 0; i < setup->source_count; i++) {
        const char *path = find_list(setup, &setup->sources[i], "stop.csv");
        if (path)
            KITH_TRY(kith_gazetteer_load_stops(setup->gazetteer, path, problems, err));
    }
    return own ? kith_gazetteer_load_stops(setup->gazetteer, own, problems, err)
               : KITH_OK;
}

static enum kith_status correct(struct kith_setup *setup, const char *path,
                                struct kith_problems *problems, struct kith_error *err)
{
    struct kith_corrections *corrections = &setup->corrections;
    KITH_TRY(kith_corrections_read(corrections, path, problems, err));
    KITH_TRY(kith_corrections_apply(corrections, setup->gazetteer, problems, err));
    return kith_rejections_new(corrections, &setup->rejections, err);
}

/* The languages whose rules are to be used; NULL for none. An image has the spellings it
 * was compiled with. */
static enum kith_status choose_variants(const struct kith_setup *setup,
                                        const char *wanted, const char **languages,
                                        struct kith_problems *problems,
                                        struct kith_error *err)
{
    const char *path = setup->gazetteer_paths[0];
    bool is_image = setup->has_image;
    *languages = NULL;
    if (wanted && strcmp(wanted, "none") == 0)
        return KITH_OK;
    if (wanted && is_image)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: an image has the variants that it was compiled with; ask "
                         "for others when it is compiled",
                         path);
    if (!wanted && is_image)
        return KITH_OK;
    if (!wanted && kith_gazetteer_alias_count(setup->gazetteer) > DEFAULT_VARIANTS_LIMIT)
        return kith_problems_add(problems, KITH_NOTE, kith_str_of(path), 0, "variant",
                                 err,
                                 "the gazetteers have more than 200,000 aliases, so no "
                                 "variants were made of them; ask with --variants "
                                 "for them, or for none");
    *languages = wanted ? wanted : DEFAULT_VARIANTS;
    return KITH_OK;
}

/* Add the spellings that the rules make. */
static enum kith_status vary(struct kith_setup *setup, const char *shipped,
                             const char *wanted, unsigned jobs,
                             struct kith_problems *problems, struct kith_error *err)
{
    static const char *const names[] = {"variants.csv", "nicknames.csv",
                                        "inflections.csv"};
    const char *paths[sizeof names / sizeof *names], *languages;
    size_t count = 0;
    KITH_TRY(choose_variants(setup, wanted, &languages, problems, err));
    if (!languages)
        return KITH_OK;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *path = kith_setup_companion(setup, shipped, names[i]);
        if (path)
            paths[count++] = path;
    }
    const struct kith_variants_wish variants = {.languages = kith_str_of(languages),
                                                .paths = paths,
                                                .path_count = count,
                                                .jobs = jobs};
    return kith_gazetteer_vary(setup->gazetteer, &variants, &setup->refused, err);
}

static enum kith_status find_sources(struct kith_setup *setup, struct kith_error *err)
{
    size_t count = 0;
    while (kith_gazetteer_source(setup->gazetteer, (uint32_t)count))
        count++;
    setup->sources = KITH_ARRAY(&setup->arena, const char *, count);
    if (!setup->sources)
        return kith_no_memory(err);
    for (setup->source_count = 0; setup->source_count < count; setup->source_count++)
        setup->sources[setup->source_count] =
            kith_gazetteer_source(setup->gazetteer, (uint32_t)setup->source_count);
    return KITH_OK;
}

/* An image is complete: what adds to its names or changes them needs its sources. */
static enum kith_status load_names(struct kith_setup *setup,
                                   const struct kith_recognize_options *options,
                                   struct kith_problems *problems, struct kith_error *err)
{
    bool is_alone =
        setup->gazetteer_count == 1 && !options->corrections && !options->mentions;
    for (size_t i = 0; i < setup->gazetteer_count; i++) {
        const char *path = setup->gazetteer_paths[i];
        bool is_image = kith_gazetteer_is_image(path);
        setup->has_image = is_image && is_alone;
        KITH_TRY(is_image && !is_alone
                     ? kith_gazetteer_load_sources(setup->gazetteer, path, problems, err)
                     : kith_gazetteer_load(setup->gazetteer, path, problems, err));
    }
    return KITH_OK;
}

static enum kith_status load_given(struct kith_setup *setup,
                                   const struct kith_recognize_options *options,
                                   struct kith_problems *problems, struct kith_error *err)
{
    setup->only_given = options->only_mentions;
    if (options->mentions)
        return kith_given_read(options->mentions, setup->gazetteer, problems,
                               &setup->given, err);
    if (options->only_mentions)
        return kith_fail(err, KITH_BAD_INPUT,
                         "only given mentions are wanted, and no file of them is named");
    return KITH_OK;
}

/* What the paths of gazetteers lead to, compiled. */
static enum kith_status compile_names(struct kith_setup *setup, const char *shipped,
                                      const struct kith_setup_wish *wish,
                                      const struct kith_recognize_options *options,
                                      struct kith_problems *problems,
                                      struct kith_error *err)
{
    KITH_TRY(kith_gazetteer_new(&setup->gazetteer, err));
    kith_gazetteer_listen(setup->gazetteer, wish->stop);
    setup->told.first = problems->count;
    KITH_TRY(load_names(setup, options, problems, err));
    if (options->corrections)
        KITH_TRY(correct(setup, options->corrections, problems, err));
    KITH_TRY(load_given(setup, options, problems, err));
    KITH_TRY(find_sources(setup, err));
    KITH_TRY(kith_setup_load_types(setup, shipped, problems, err));
    KITH_TRY(vary(setup, shipped, options->variants, wish->jobs, problems, err));
    KITH_TRY(kith_gazetteer_compile(setup->gazetteer, problems, err));
    setup->told.end = problems->count;
    return KITH_OK;
}

static enum kith_status attach_names(struct kith_setup *setup, const char *shipped,
                                     const struct kith_kept_names *kept,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    struct kith_problems told_already;
    kith_problems_init(&told_already, &setup->arena);
    KITH_TRY(kith_gazetteer_new(&setup->gazetteer, err));
    KITH_TRY(
        kith_image_attach(setup->gazetteer, kith_buf_view(&kept->image), "names", err));
    setup->sources = setup->gazetteer_paths;
    setup->source_count = setup->gazetteer_count;
    KITH_TRY(kith_setup_load_types(setup, shipped, &told_already, err));
    setup->told.first = problems->count;
    KITH_TRY(kith_problems_unpack(kith_buf_view(&kept->problems), problems, err));
    setup->told.end = problems->count;
    return KITH_OK;
}

/* The same from what is kept of it. False when that is damaged: then nothing is taken. */
static bool take_names(struct kith_setup *setup, const char *shipped,
                       const struct kith_kept_names *kept, struct kith_problems *problems)
{
    struct kith_error unheard;
    if (attach_names(setup, shipped, kept, problems, &unheard) == KITH_OK)
        return true;
    kith_gazetteer_free(setup->gazetteer);
    setup->gazetteer = NULL;
    setup->lists.count = 0;
    return false;
}

enum kith_status kith_setup_load_gazetteers(struct kith_setup *setup, const char *shipped,
                                            const struct kith_setup_wish *wish,
                                            struct kith_problems *problems,
                                            struct kith_error *err)
{
    static const struct kith_recognize_options defaults = {0};
    const struct kith_recognize_options *options =
        wish->recognize ? wish->recognize : &defaults;
    bool has_own = wish->gazetteer_count > 0;
    setup->gazetteer_count = has_own ? wish->gazetteer_count : 1;
    KITH_TRY(kith_setup_copy_paths(&setup->arena, has_own ? wish->gazetteers : &shipped,
                                   setup->gazetteer_count, &setup->gazetteer_paths, err));
    if (!wish->kept || !take_names(setup, shipped, wish->kept, problems))
        KITH_TRY(compile_names(setup, shipped, wish, options, problems, err));
    return load_stops(setup, options->stops, problems, err);
}
