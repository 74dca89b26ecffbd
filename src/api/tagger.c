/* kith_tagger and kith_tag of kith.h: one article at a time, marked up. */
#include "api/tagger.h"

#include <stdlib.h>

#include "api/tell.h"
#include "output/tagged.h"

void kith_tagger_free(struct kith_tagger *tagger)
{
    if (!tagger)
        return;
    kith_setup_release(&tagger->setup);
    kith_arena_release(&tagger->arena);
    kith_buf_release(&tagger->text);
    free(tagger);
}

static enum kith_status load(struct kith_tagger *tagger, const char *const *gazetteers,
                             size_t gazetteer_count,
                             const struct kith_recognize_options *options,
                             kith_finding_fn *on_finding, void *context,
                             struct kith_error *err)
{
    struct kith_problems problems;
    kith_problems_init(&problems, &tagger->arena);
    const struct kith_setup_wish wish = {.gazetteers = gazetteers,
                                         .gazetteer_count = gazetteer_count,
                                         .without_rules = true,
                                         .recognize = options};
    KITH_TRY(kith_setup_load(&tagger->setup, &wish, &problems, err));
    if (on_finding)
        KITH_TRY(kith_tell(&problems, &tagger->arena, on_finding, context, err));
    kith_arena_reset(&tagger->arena);
    return KITH_OK;
}

enum kith_status kith_tagger_new(const char *const *gazetteers, size_t gazetteer_count,
                                 const struct kith_recognize_options *options,
                                 kith_finding_fn *on_finding, void *context,
                                 struct kith_tagger **out, struct kith_error *err)
{
    struct kith_tagger *tagger = calloc(1, sizeof *tagger);
    if (!tagger)
        return kith_no_memory(err);
    kith_arena_init(&tagger->arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        load(tagger, gazetteers, gazetteer_count, options, on_finding, context, err);
    if (status != KITH_OK) {
        kith_tagger_free(tagger);
        return status;
    }
    *out = tagger;
    return KITH_OK;
}

void kith_tagger_set_columns(struct kith_tagger *tagger,
                             const struct kith_article_columns *columns)
{
    tagger->reading = kith_reader_options_of(columns, 0);
}

enum kith_status kith_tagger_read(struct kith_tagger *tagger, const char *path,
                                  struct kith_trace *trace, struct kith_reading *reading,
                                  struct kith_error *err)
{
    struct kith_arena *arena = &tagger->arena;
    kith_arena_reset(arena);
    kith_buf_reset(&tagger->text);
    KITH_TRY(kith_reading_open(&tagger->setup, kith_str_of(path), &tagger->reading, arena,
                               reading, err));
    return kith_setup_recognize(&tagger->setup, &reading->document, arena, trace,
                                &reading->mentions, err);
}

enum kith_status kith_tagger_give(struct kith_tagger *tagger, const char **text,
                                  size_t *length, struct kith_error *err)
{
    kith_buf_byte(&tagger->text, '\0');
    KITH_TRY(kith_buf_check(&tagger->text, err));
    *text = tagger->text.data;
    *length = tagger->text.length - 1;
    return KITH_OK;
}

enum kith_status kith_tag(struct kith_tagger *tagger, const char *path,
                          enum kith_tag_format format, const char **text, size_t *length,
                          struct kith_error *err)
{
    struct kith_reading reading;
    KITH_TRY(kith_tagger_read(tagger, path, NULL, &reading, err));
    kith_tagged_write(format, tagger->setup.gazetteer, &reading.document,
                      &reading.mentions, &tagger->text);
    return kith_tagger_give(tagger, text, length, err);
}
