/* kith_compile of kith.h: gazetteers in, an image out. */
#include "kith.h"

#include "api/tell.h"
#include "batch/setup.h"

static enum kith_status check_arguments(const char *const *gazetteers, size_t count,
                                        const char *output, struct kith_error *err)
{
    if (count == 0)
        return kith_fail(err, KITH_BAD_INPUT, "no gazetteers are named");
    if (!kith_gazetteer_is_image(output))
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: the name of an image ends in .kith, by which it is known",
                         output);
    for (size_t i = 0; i < count; i++)
        if (kith_gazetteer_is_image(gazetteers[i]))
            return kith_fail(err, KITH_BAD_INPUT,
                             "%s: is an image already; name what it was compiled from",
                             gazetteers[i]);
    return KITH_OK;
}

static struct kith_compiled count(const struct kith_gazetteer *gazetteer,
                                  const struct kith_problems *problems)
{
    return (struct kith_compiled){.entities = kith_gazetteer_entity_count(gazetteer),
                                  .aliases = kith_gazetteer_row_alias_count(gazetteer),
                                  .variants = kith_gazetteer_alias_count(gazetteer) -
                                              kith_gazetteer_row_alias_count(gazetteer),
                                  .bytes = kith_gazetteer_size(gazetteer),
                                  .fault_count = problems->fault_count};
}

enum kith_status kith_compile(const char *const *gazetteers, size_t gazetteer_count,
                              const char *variants, const char *output,
                              kith_finding_fn *on_finding, void *context,
                              const volatile int *stop, struct kith_compiled *compiled,
                              struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_setup setup;
    const struct kith_recognize_options options = {.variants = variants};
    KITH_TRY(check_arguments(gazetteers, gazetteer_count, output, err));
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    const struct kith_setup_wish wish = {.gazetteers = gazetteers,
                                         .gazetteer_count = gazetteer_count,
                                         .without_rules = true,
                                         .recognize = &options,
                                         .stop = stop};
    enum kith_status status = kith_setup_load(&setup, &wish, &problems, err);
    if (status == KITH_OK)
        status = kith_problems_merge(&problems, &setup.refused, err);
    if (status == KITH_OK)
        status = kith_gazetteer_write(setup.gazetteer, output, err);
    if (status == KITH_OK && compiled)
        *compiled = count(setup.gazetteer, &problems);
    if (status == KITH_OK && on_finding)
        status = kith_tell(&problems, &arena, on_finding, context, err);
    if (status == KITH_INTERRUPTED)
        kith_fail(err, status, "stopped; %s is as it was", output);
    kith_setup_release(&setup);
    kith_arena_release(&arena);
    return status;
}
