/* From articles to records and back. */
#include "batch/recall.h"

#include "base/hash.h"
#include "input/date.h"
#include "store/packed.h"
#include "store/record.h"
#include "store/word_set.h"

/* The buffers keep their memory. */
void kith_recollection_reset(struct kith_recollection *recollection)
{
    kith_buf_reset(&recollection->words);
    kith_buf_reset(&recollection->bytes);
    recollection->record = 0;
    recollection->has_content = false;
}

void kith_recollection_release(struct kith_recollection *recollection)
{
    kith_buf_release(&recollection->words);
    kith_buf_release(&recollection->bytes);
}

/* ---- recalling ------------------------------------------------------------------- */

static bool take_refusal(const struct kith_recorded *recorded, struct kith_arena *arena,
                         struct kith_analysis *analysis)
{
    const struct kith_record_refusal *refusal = &recorded->refusal;
    analysis->status = KITH_BAD_INPUT;
    analysis->kind = kith_arena_copy(arena, refusal->kind.data, refusal->kind.length);
    analysis->reason =
        kith_arena_copy(arena, refusal->reason.data, refusal->reason.length);
    analysis->line = refusal->line;
    return analysis->kind && analysis->reason;
}

/* The document knows its article, and the findings know their document. */
static void take_findings(const struct kith_recorded *recorded,
                          struct kith_analysis *analysis)
{
    analysis->document = recorded->document;
    analysis->document.article = &analysis->article;
    analysis->findings = recorded->findings;
    analysis->findings.document = &analysis->document;
}

static bool take(const struct kith_recorded *recorded,
                 const struct kith_reader_options *options,
                 const struct kith_article *named, struct kith_arena *arena,
                 struct kith_analysis *analysis)
{
    *analysis = (struct kith_analysis){.article = recorded->article};
    analysis->article.number = named->number;
    analysis->article.path = named->path;
    if (recorded->form == KITH_RECORDED_REFUSAL)
        return take_refusal(recorded, arena, analysis);
    analysis->article.is_left_out =
        !kith_days_hold(&options->days, recorded->article.date);
    if (recorded->form == KITH_RECORDED_FINDINGS)
        take_findings(recorded, analysis);
    return recorded->form == KITH_RECORDED_FINDINGS || analysis->article.is_left_out;
}

bool kith_recall_record(const struct kith_recall *recall, int64_t record,
                        const struct kith_reader_options *options,
                        const struct kith_article *named, struct kith_arena *arena,
                        struct kith_analysis *analysis)
{
    struct kith_arena_mark mark = kith_arena_mark(arena);
    struct kith_error unheard;
    struct kith_recorded recorded = {0};
    struct kith_str bytes;
    if (kith_store_fetch(recall->store, record, arena, &bytes, &unheard) == KITH_OK &&
        kith_record_read(&recall->numbering, bytes, arena, &recorded) == KITH_OK &&
        take(&recorded, options, named, arena, analysis))
        return true;
    kith_arena_rewind(arena, mark);
    return false;
}

/* ---- by content ------------------------------------------------------------------ */

static void add_text(XXH3_state_t *state, struct kith_str text)
{
    uint64_t length = text.length;
    XXH3_128bits_update(state, &length, sizeof length);
    XXH3_128bits_update(state, text.data ? text.data : "", text.length);
}

/* Whatever an article is made of. Its path lends it a date when it has none itself. */
static bool content_of(const struct kith_unread *unread, struct kith_arena *arena,
                       struct kith_content *content)
{
    const struct kith_article *article = &unread->article;
    struct kith_error unheard;
    struct kith_str day;
    XXH3_state_t state;
    if (unread->kind == KITH_UNREAD_FILE ||
        kith_date_of_path(article->path, arena, &day, &unheard) != KITH_OK)
        return false;
    XXH3_128bits_reset(&state);
    XXH3_128bits_update(&state, &unread->kind, sizeof unread->kind);
    add_text(&state, article->bytes);
    add_text(&state, article->title);
    add_text(&state, article->date);
    add_text(&state, article->source);
    add_text(&state, article->language);
    add_text(&state, article->url);
    add_text(&state, day);
    add_text(&state, unread->reason);
    XXH3_128bits_update(&state, article->columns, sizeof article->columns);
    XXH3_128bits_update(&state, &unread->line, sizeof unread->line);
    XXH128_hash_t hash = XXH3_128bits_digest(&state);
    *content = (struct kith_content){hash.low64, hash.high64};
    return true;
}

bool kith_recall_content(const struct kith_recall *recall,
                         const struct kith_reader_options *options,
                         struct kith_unread *unread, struct kith_arena *arena,
                         struct kith_analysis *analysis,
                         struct kith_recollection *recollection)
{
    struct kith_error unheard;
    if (kith_unread_load(unread, options, arena, &unheard) != KITH_OK ||
        !content_of(unread, arena, &recollection->content))
        return false;
    recollection->has_content = true;
    int64_t record = kith_contents_find(&recall->contents, recollection->content);
    /* The reason of a refusal may speak of the place where the article stood. */
    if (!record ||
        !kith_recall_record(recall, record, options, &unread->article, arena, analysis) ||
        analysis->status != KITH_OK)
        return false;
    recollection->record = record;
    return true;
}

/* ---- keeping --------------------------------------------------------------------- */

static void keep_refusal(const struct kith_analysis *analysis,
                         struct kith_recollection *recollection)
{
    const struct kith_record_refusal refusal = {
        kith_str_of(analysis->kind), kith_str_of(analysis->reason), analysis->line};
    if (analysis->status == KITH_BAD_INPUT)
        kith_record_write_refusal(&refusal, &recollection->bytes);
}

static void keep_findings(const struct kith_recall *recall,
                          const struct kith_analysis *analysis, struct kith_arena *arena,
                          struct kith_recollection *recollection)
{
    struct kith_arena_mark mark = kith_arena_mark(arena);
    kith_word_set_write(&analysis->document, &recollection->words);
    if (!kith_record_write(&recall->numbering, &analysis->findings, arena,
                           &recollection->bytes))
        kith_buf_reset(&recollection->bytes);
    kith_arena_rewind(arena, mark);
}

void kith_recall_keep(const struct kith_recall *recall,
                      const struct kith_analysis *analysis, struct kith_arena *arena,
                      struct kith_recollection *recollection)
{
    if (!recollection->has_content)
        return;
    if (analysis->status != KITH_OK)
        keep_refusal(analysis, recollection);
    else if (analysis->article.is_left_out)
        kith_record_write_date(&analysis->article, &recollection->bytes);
    else
        keep_findings(recall, analysis, arena, recollection);
    if (recollection->words.is_broken || recollection->bytes.is_broken)
        kith_buf_reset(&recollection->bytes);
}
