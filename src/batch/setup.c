/* Loading what every article is read with. */
#include "batch/setup.h"

#include "base/stop.h"
#include "batch/setup_part.h"
#include "batch/shipped.h"

enum kith_status kith_setup_copy_paths(struct kith_arena *arena, const char *const *paths,
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

const char *kith_setup_remember(struct kith_setup *setup, const char *path)
{
    if (path && KITH_ARENA_PUSHABLE(&setup->arena, &setup->lists))
        setup->lists.items[setup->lists.count++] = path;
    return path;
}

const char *kith_setup_companion(struct kith_setup *setup, const char *shipped,
                                 const char *name)
{
    const char *own =
        kith_shipped_find(setup->sources, setup->source_count, name, &setup->arena);
    if (own || !shipped)
        return own;
    return kith_shipped_find(&shipped, 1, name, &setup->arena);
}

/* What negates and who says so holds for all rules: it is read before them. */
static enum kith_status read_rules(struct kith_setup *setup, const char *shipped,
                                   const char *const *paths, size_t count,
                                   struct kith_rules *rules, struct kith_error *err)
{
    const char *statements = kith_setup_companion(setup, shipped, "statements.rel");
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
    const char *default_path = kith_setup_companion(setup, shipped, "relations.rel");
    if (count == 0 && !default_path)
        return kith_problems_add(problems, KITH_FAULT, KITH_STR("relations.rel"), 0,
                                 "rules", err,
                                 "the rules that come with kith are not there, so that "
                                 "no relations are read; name others with --rules, or "
                                 "set KITH_GAZETTEERS to the folder of kith's "
                                 "gazetteers");
    setup->rule_count = count ? count : 1;
    KITH_TRY(kith_setup_copy_paths(&setup->arena, count ? paths : &default_path,
                                   setup->rule_count, &setup->rule_paths, err));
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
    const char *words = kith_setup_remember(
        setup, kith_setup_companion(setup, shipped, "name_words.csv"));
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
    const char *abbreviations = kith_setup_remember(
        setup, kith_setup_companion(setup, shipped, "abbreviations.csv"));
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
    KITH_TRY(kith_setup_load_gazetteers(setup, shipped, wish, problems, err));
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
    KITH_TRY(kith_setup_load_types(setup, shipped, problems, err));
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
