/* Opening a store, finding out what of the articles it knows, and keeping what is new. */
#include "batch/growth_part.h"

#include <time.h>

/* How often what is done is made to last. Seconds. */
#define COMMIT_EVERY 2.0

/* ---- opening --------------------------------------------------------------------- */

static int64_t nanoseconds(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static double seconds(void)
{
    return (double)nanoseconds(CLOCK_MONOTONIC) * 1e-9;
}

enum kith_status kith_growth_open(struct kith_growth *growth,
                                  const struct kith_build_options *options,
                                  struct kith_arena *arena, struct kith_error *err)
{
    *growth = (struct kith_growth){.options = options,
                                   .arena = arena,
                                   .started = nanoseconds(CLOCK_REALTIME),
                                   .committed = seconds()};
    kith_intern_init(&growth->kinds, arena);
    if (!options->store)
        return options->add ? kith_fail(err, KITH_BAD_INPUT,
                                        "articles can be added to a store only")
                            : KITH_OK;
    KITH_TRY(kith_store_open(options->store, &growth->store, err));
    growth->recall.store = growth->store;
    return KITH_OK;
}

void kith_growth_close(struct kith_growth *growth)
{
    struct kith_error unheard;
    if (growth->store)
        kith_store_commit(growth->store, &unheard);
    kith_store_close(growth->store);
    kith_numbering_release(&growth->recall.numbering);
    kith_contents_release(&growth->recall.contents);
    kith_contents_release(&growth->fresh);
    kith_intern_release(&growth->kinds);
    kith_kept_names_release(&growth->names);
    *growth = (struct kith_growth){0};
}

/* ---- small things ------------------------------------------------------------- */

/* What was written so shortly before a run began may be written again without that its
 * time shows it: file systems count time in steps, of up to two seconds. Such a file is
 * hashed again. Nanoseconds. */
#define CLOCK_STEP INT64_C(2000000000)

bool kith_growth_is_racy(const struct kith_growth *growth,
                         const struct kith_source_file *file)
{
    return file->modified > growth->started - CLOCK_STEP ||
           file->changed > growth->started - CLOCK_STEP;
}

enum kith_status kith_growth_get(struct kith_growth *growth, const char *name,
                                 uint64_t *number, struct kith_error *err)
{
    struct kith_buf value = {0};
    enum kith_status status = kith_store_get(growth->store, name, &value, NULL, err);
    *number = 0;
    if (status == KITH_OK && value.length == sizeof *number)
        memcpy(number, value.data, sizeof *number);
    kith_buf_release(&value);
    return status;
}

enum kith_status kith_growth_set(struct kith_growth *growth, const char *name,
                                 uint64_t number, struct kith_error *err)
{
    return kith_store_set(growth->store, name,
                          (struct kith_str){(const char *)&number, sizeof number}, err);
}

/* ---- adding ---------------------------------------------------------------------- */

static bool is_named(const struct kith_growth *growth, struct kith_str path)
{
    const struct kith_build_options *options = growth->options;
    for (size_t i = 0; i < options->article_count; i++) {
        struct kith_str root = kith_source_root(growth->arena, options->articles[i]);
        if (!root.data || kith_source_is_below(path, root))
            return true;
    }
    return false;
}

enum kith_status kith_growth_add(struct kith_growth *growth, struct kith_sources *sources,
                                 struct kith_error *err)
{
    KITH_TRY(kith_store_list(growth->store, growth->arena, &growth->stored, err));
    for (uint32_t i = 0; i < growth->stored.files.count; i++) {
        const struct kith_source_file *file = &growth->stored.files.items[i].file;
        if (!is_named(growth, file->path))
            KITH_TRY(kith_sources_add_file(sources, file, growth->arena, err));
    }
    return kith_sources_sort(sources, err);
}

/* ---- which sources are as they were ----------------------------------------------- */

static bool is_same(const struct kith_source_file *one,
                    const struct kith_source_file *other)
{
    return one->size == other->size && one->modified == other->modified &&
           one->changed == other->changed && one->device == other->device &&
           one->inode == other->inode;
}

/* Both lists are sorted by path. */
static void match_sources(struct kith_growth *growth, const struct kith_sources *sources)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < growth->stored.files.count; i++) {
        const struct kith_stored_file *stored = &growth->stored.files.items[i];
        while (next < sources->count &&
               kith_str_compare(sources->items[next], stored->file.path) < 0)
            next++;
        growth->is_gone[i] = next == sources->count ||
                             !kith_str_equal(sources->items[next], stored->file.path);
        if (growth->is_gone[i])
            continue;
        growth->known[next] = (struct kith_known_source){
            .file = stored->id,
            .is_known =
                stored->is_complete && is_same(&stored->file, &sources->files[next]),
            .articles = growth->stored.articles.items + stored->first_article,
            .count = stored->end_article - stored->first_article};
    }
}

static enum kith_status enter_content(void *context, int64_t record,
                                      struct kith_content content, struct kith_error *err)
{
    struct kith_growth *growth = context;
    return kith_contents_add(&growth->recall.contents, content, record, growth->arena)
               ? KITH_OK
               : kith_no_memory(err);
}

enum kith_status kith_growth_plan(struct kith_growth *growth,
                                  const struct kith_sources *sources,
                                  struct kith_error *err)
{
    growth->sources = sources;
    KITH_TRY(kith_store_list(growth->store, growth->arena, &growth->stored, err));
    growth->known = KITH_ARRAY(growth->arena, struct kith_known_source, sources->count);
    growth->is_gone = KITH_ARRAY(growth->arena, bool, growth->stored.files.count);
    if (!growth->known || !growth->is_gone)
        return kith_no_memory(err);
    match_sources(growth, sources);
    return kith_store_each_record(growth->store, enter_content, growth, err);
}

/* ---- articles as they come in ----------------------------------------------------- */

/* These articles are no longer what they were. */
static enum kith_status leave_records(struct kith_growth *growth,
                                      const struct kith_stored_article *articles,
                                      uint32_t count, struct kith_error *err)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!KITH_ARENA_PUSHABLE(growth->arena, &growth->left_records))
            return kith_no_memory(err);
        growth->left_records.items[growth->left_records.count++] = articles[i].record;
    }
    return KITH_OK;
}

/* Put the file whose articles have come in into the store. */
static enum kith_status close_file(struct kith_growth *growth, struct kith_error *err)
{
    if (!growth->file.is_open)
        return KITH_OK;
    growth->file.is_open = false;
    struct kith_source_file file = growth->sources->files[growth->file.source];
    if (growth->file.is_as_it_was)
        return KITH_OK;
    if (!growth->file.is_complete || kith_growth_is_racy(growth, &file))
        file.modified = 0;
    const struct kith_known_source *known = &growth->known[growth->file.source];
    KITH_TRY(leave_records(growth, known->articles, known->count, err));
    return kith_store_put_file(growth->store, known->file, &file, growth->file.items,
                               growth->file.count, err);
}

static enum kith_status open_file(struct kith_growth *growth, uint32_t source,
                                  struct kith_error *err)
{
    if (growth->file.is_open && growth->file.source == source)
        return KITH_OK;
    KITH_TRY(close_file(growth, err));
    growth->file.source = source;
    growth->file.is_open = true;
    growth->file.is_complete = true;
    growth->file.is_as_it_was = growth->known[source].is_known;
    growth->file.count = 0;
    return KITH_OK;
}

static enum kith_status put_record(struct kith_growth *growth,
                                   const struct kith_analysis *analysis,
                                   const struct kith_recollection *recollection,
                                   int64_t *id, struct kith_error *err)
{
    const bool is_read = analysis->status == KITH_OK && !analysis->article.is_left_out;
    struct kith_stored_record record = {.content = recollection->content,
                                        .words = kith_buf_view(&recollection->words),
                                        .bytes = kith_buf_view(&recollection->bytes),
                                        .date = analysis->article.date,
                                        .source = analysis->article.source,
                                        .language = analysis->article.language,
                                        .url = analysis->article.url,
                                        .size = analysis->article.bytes.length};
    if (is_read) {
        record.title = analysis->document.title;
        record.sentences = analysis->document.sentences.count;
        record.mentions = analysis->findings.mentions.count;
        record.evidence = analysis->findings.evidence_count;
    }
    return kith_store_put_record(growth->store, &record, id, err);
}

/* The record of an article that was read; two of one content share one. 0 when it cannot
 * be kept. */
static enum kith_status keep(struct kith_growth *growth,
                             const struct kith_analysis *analysis,
                             const struct kith_recollection *recollection, int64_t *id,
                             struct kith_error *err)
{
    *id = 0;
    if (!recollection->bytes.length)
        return KITH_OK;
    *id = kith_contents_find(&growth->fresh, recollection->content);
    if (*id)
        return KITH_OK;
    KITH_TRY(put_record(growth, analysis, recollection, id, err));
    return kith_contents_add(&growth->fresh, recollection->content, *id, growth->arena)
               ? KITH_OK
               : kith_no_memory(err);
}

/* The kind of a refusal, as a string that stays. */
static bool fix_kind(struct kith_growth *growth, struct kith_analysis *analysis)
{
    if (analysis->status == KITH_OK)
        return true;
    kith_id kind = kith_intern_add(&growth->kinds, kith_str_of(analysis->kind));
    if (kind == KITH_NO_ID)
        return false;
    analysis->kind = growth->kinds.items[kind].data;
    return true;
}

static enum kith_status commit_now_and_then(struct kith_growth *growth,
                                            struct kith_error *err)
{
    double time = seconds();
    if (time - growth->committed < COMMIT_EVERY)
        return KITH_OK;
    growth->committed = time;
    return kith_store_commit(growth->store, err);
}

enum kith_status kith_growth_note(struct kith_growth *growth,
                                  const struct kith_parcel_place *place,
                                  struct kith_analysis *analysis,
                                  const struct kith_recollection *recollection,
                                  struct kith_error *err)
{
    struct kith_stored_article article = {.record = recollection->record};
    if (!fix_kind(growth, analysis) || !KITH_ARENA_PUSHABLE(growth->arena, &growth->file))
        return kith_no_memory(err);
    KITH_TRY(open_file(growth, place->source, err));
    growth->kept +=
        article.record && analysis->status == KITH_OK && !analysis->article.is_left_out;
    if (!article.record)
        KITH_TRY(keep(growth, analysis, recollection, &article.record, err));
    growth->file.is_complete &= article.record != 0;
    growth->file.is_as_it_was &= article.record == place->stored.record;
    article.place = place->stored.place;
    if (!place->stored.record && article.place.length) {
        article.place = kith_str_copy(growth->arena, article.place);
        if (!article.place.data)
            return kith_no_memory(err);
    }
    growth->file.items[growth->file.count++] = article;
    return commit_now_and_then(growth, err);
}

/* ---- the end ---------------------------------------------------------------------- */

static enum kith_status remove_gone(struct kith_growth *growth, struct kith_error *err)
{
    const struct kith_stored *stored = &growth->stored;
    for (uint32_t i = 0; i < stored->files.count; i++) {
        const struct kith_stored_file *file = &stored->files.items[i];
        if (!growth->is_gone[i])
            continue;
        KITH_TRY(leave_records(growth, stored->articles.items + file->first_article,
                               file->end_article - file->first_article, err));
        KITH_TRY(kith_store_remove_file(growth->store, file->id, err));
    }
    return KITH_OK;
}

/* Forget what no article of this run has. */
static enum kith_status tidy(struct kith_growth *growth, struct kith_error *err)
{
    if (growth->is_unfinished)
        return kith_store_sweep(growth->store, err);
    for (uint32_t i = 0; i < growth->left_records.count; i++)
        KITH_TRY(kith_store_release(growth->store, growth->left_records.items[i], err));
    return KITH_OK;
}

enum kith_status kith_growth_finish(struct kith_growth *growth,
                                    const struct kith_folder *folder,
                                    struct kith_str counts, struct kith_error *err)
{
    KITH_TRY(close_file(growth, err));
    KITH_TRY(remove_gone(growth, err));
    KITH_TRY(tidy(growth, err));
    KITH_TRY(kith_growth_set(growth, "unfinished", 0, err));
    KITH_TRY(kith_growth_set(growth, "digest", growth->digest, err));
    struct kith_str names = kith_buf_view(&folder->names);
    KITH_TRY(kith_store_set(growth->store, "files", names, err));
    KITH_TRY(
        kith_growth_set(growth, "output", kith_growth_look_at(folder->path, names), err));
    KITH_TRY(kith_store_set(growth->store, "counts", counts, err));
    return kith_store_commit(growth->store, err);
}
