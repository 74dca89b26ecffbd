/* Loading what every article is read with. */
#include "batch/setup.h"

#include "base/stop.h"
#include "batch/given_file.h"
#include "batch/shipped.h"
#include "gazetteer/image.h"

/* Languages of the rules of spelling where nothing is said; docs/BENCHMARKS.md has the
 * measurement. Longer lists would have to be waited for: who wants them says so. */
#define DEFAULT_VARIANTS "en"
#define DEFAULT_VARIANTS_LIMIT 200000

static enum kith_status copy_paths(struct kith_arena *arena, const char *const *paths,
                                   size_t count, const char ***copies,
                                   struct kith_error *err)
{
    *copies = KITH_ARRAY(arena, const char *, count);
    if (!*copies)
        return kith_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        (*copies)[i] = kith_arena_copy(arena, paths[i], strlen(paths[i]));
        if (!(*copies)[i])
            return kith_no_memory(err);
    }
    return KITH_OK;
}

/* Remember that a list is read; NULL is none. */
static const char *remember(struct kith_setup *setup, const char *path)
{
    if (path && KITH_ARENA_PUSHABLE(&setup->arena, &setup->lists))
        setup->lists.items[setup->lists.count++] = path;
    return path;
}

/* The list `name` of a folder, or NULL. */
static const char *find_list(struct kith_setup *setup, const char *const *folder,
                             const char *name)
{
    return remember(setup, kith_shipped_find(folder, 1, name, &setup->arena));
}

/* The tree of types: the shipped one, then what the user's folders say of theirs. */
static enum kith_status load_types(struct kith_setup *setup, const char *shipped,
                                   struct kith_problems *problems, struct kith_error *err)
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

/* A file that goes with the gazetteers: the user's own before the shipped one. */
static const char *companion(struct kith_setup *setup, const char *shipped,
                             const char *name)
{
    const char *own =
        kith_shipped_find(setup->sources, setup->source_count, name, &setup->arena);
    if (own || !shipped)
        return own;
    return kith_shipped_find(&shipped, 1, name, &setup->arena);
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
        const char *path = companion(setup, shipped, names[i]);
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
    KITH_TRY(load_types(setup, shipped, problems, err));
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
    KITH_TRY(load_types(setup, shipped, &told_already, err));
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

static enum kith_status load_gazetteers(struct kith_setup *setup, const char *shipped,
                                        const struct kith_setup_wish *wish,
                                        struct kith_problems *problems,
                                        struct kith_error *err)
{
    static const struct kith_recognize_options defaults = {0};
    const struct kith_recognize_options *options =
        wish->recognize ? wish->recognize : &defaults;
    bool has_own = wish->gazetteer_count > 0;
    setup->gazetteer_count = has_own ? wish->gazetteer_count : 1;
    KITH_TRY(copy_paths(&setup->arena, has_own ? wish->gazetteers : &shipped,
                        setup->gazetteer_count, &setup->gazetteer_paths, err));
    if (!wish->kept || !take_names(setup, shipped, wish->kept, problems))
        KITH_TRY(compile_names(setup, shipped, wish, options, problems, err));
    return load_stops(setup, options->stops, problems, err);
}

/* What negates and who says so holds for all rules: it is read before them. */
static enum kith_status read_rules(struct kith_setup *setup, const char *shipped,
                                   const char *const *paths, size_t count,
                                   struct kith_rules *rules, struct kith_error *err)
{
    const char *statements = companion(setup, shipped, "statements.rel");
    if (statements)
        KITH_TRY(kith_rules_load(rules, statements, err));
    for (size_t i = 0; i < count; i++)
        KITH_TRY(kith_rules_load(rules, paths[i], err));
    return KITH_OK;
}

static enum kith_status load_rules(struct kith_setup *setup, const char *shipped,
                                   const char *const *paths, size_t count,
                                   struct kith_problems *problems, struct kith_error *err)
{
    const char *default_path = companion(setup, shipped, "relations.rel");
    if (count == 0 && !default_path)
        return kith_problems_add(problems, KITH_FAULT, KITH_STR("relations.rel"), 0,
                                 "rules", err,
                                 "the rules that come with kith are not there, so that "
                                 "no relations are read; name others with --rules, or "
                                 "set KITH_GAZETTEERS to the folder of kith's "
                                 "gazetteers");
    setup->rule_count = count ? count : 1;
    KITH_TRY(copy_paths(&setup->arena, count ? paths : &default_path, setup->rule_count,
                        &setup->rule_paths, err));
    KITH_TRY(kith_rules_new(&setup->rules, err));
    KITH_TRY(read_rules(setup, shipped, setup->rule_paths, setup->rule_count,
                        setup->rules, err));
    return kith_rules_compile(setup->rules, setup->gazetteer, err);
}

static enum kith_status load_recognizer(struct kith_setup *setup, const char *shipped,
                                        const struct kith_recognize_options *options,
                                        struct kith_problems *problems,
                                        struct kith_error *err)
{
    const char *words = remember(setup, companion(setup, shipped, "name_words.csv"));
    KITH_TRY(kith_name_words_load(words, problems, &setup->words, err));
    KITH_TRY(kith_recognizer_new(setup->gazetteer, setup->words, options,
                                 &setup->recognizer, err));
    kith_recognizer_reject(setup->recognizer, setup->rejections);
    return KITH_OK;
}

static void init(struct kith_setup *setup)
{
    *setup = (struct kith_setup){0};
    kith_arena_init(&setup->arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&setup->refused, &setup->arena);
}

/* The shipped folder, or NULL: it may be missing as long as nothing of it is needed. */
static const char *find_shipped(struct kith_setup *setup)
{
    struct kith_error unheard;
    const char *shipped = NULL;
    return kith_shipped_folder(&setup->arena, &shipped, &unheard) == KITH_OK ? shipped
                                                                             : NULL;
}

static enum kith_status load_readers(struct kith_setup *setup, const char *shipped,
                                     const struct kith_recognize_options *options,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    KITH_TRY(load_recognizer(setup, shipped, options, problems, err));
    const char *abbreviations =
        remember(setup, companion(setup, shipped, "abbreviations.csv"));
    return kith_abbreviations_load(abbreviations, problems, &setup->abbreviations, err);
}

enum kith_status kith_setup_load(struct kith_setup *setup,
                                 const struct kith_setup_wish *wish,
                                 struct kith_problems *problems, struct kith_error *err)
{
    init(setup);
    /* The shipped folder may be missing as long as nothing of it is needed. */
    const char *shipped = NULL;
    enum kith_status found = kith_shipped_folder(&setup->arena, &shipped, err);
    if (found != KITH_OK && wish->gazetteer_count == 0)
        return found;
    KITH_TRY(load_gazetteers(setup, shipped, wish, problems, err));
    KITH_TRY(kith_check_stop(wish->stop, err));
    if (!wish->without_rules)
        KITH_TRY(
            load_rules(setup, shipped, wish->rules, wish->rule_count, problems, err));
    return load_readers(setup, shipped, wish->recognize, problems, err);
}

enum kith_status kith_setup_load_names(struct kith_setup *setup, struct kith_str rows,
                                       struct kith_problems *problems,
                                       struct kith_error *err)
{
    init(setup);
    const char *shipped = find_shipped(setup);
    KITH_TRY(kith_gazetteer_new(&setup->gazetteer, err));
    KITH_TRY(
        kith_gazetteer_load_bytes(setup->gazetteer, rows, "cast.csv", problems, err));
    KITH_TRY(load_types(setup, shipped, problems, err));
    KITH_TRY(kith_gazetteer_compile(setup->gazetteer, problems, err));
    return load_readers(setup, shipped, NULL, problems, err);
}

enum kith_status kith_setup_read_rules(struct kith_setup *setup, const char *const *paths,
                                       size_t count, struct kith_rules **rules,
                                       struct kith_error *err)
{
    KITH_TRY(kith_rules_new(rules, err));
    return read_rules(setup, find_shipped(setup), paths, count, *rules, err);
}

enum kith_status kith_setup_recognize(const struct kith_setup *setup,
                                      const struct kith_document *document,
                                      struct kith_arena *arena, struct kith_trace *trace,
                                      struct kith_mentions *mentions,
                                      struct kith_error *err)
{
    if (!setup->only_given)
        KITH_TRY(kith_recognize_traced(setup->recognizer, document, arena, trace,
                                       mentions, err));
    KITH_TRY(kith_given_place(setup->given, document, arena, trace, mentions, err));
    kith_rejections_apply(setup->rejections, document, trace, mentions);
    return KITH_OK;
}

void kith_setup_release(struct kith_setup *setup)
{
    kith_given_free(setup->given);
    kith_rejections_free(setup->rejections);
    kith_corrections_release(&setup->corrections);
    kith_abbreviations_free(setup->abbreviations);
    kith_rules_free(setup->rules);
    kith_recognizer_free(setup->recognizer);
    kith_name_words_free(setup->words);
    kith_gazetteer_free(setup->gazetteer);
    kith_arena_release(&setup->arena);
    *setup = (struct kith_setup){0};
}
