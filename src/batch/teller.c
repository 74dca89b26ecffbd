/* Telling the caller. */
#include "batch/teller.h"

void kith_teller_begin(struct kith_teller *teller,
                       const struct kith_build_options *options,
                       const struct kith_problems *problems,
                       const struct kith_passed_over *passed_over)
{
    *teller = (struct kith_teller){
        .options = options, .problems = problems, .passed_over = passed_over};
    kith_teller_tell(teller, KITH_LOADING, NULL);
}

enum kith_status kith_teller_load(struct kith_teller *teller,
                                  const struct kith_sources *sources,
                                  const struct kith_gazetteer *gazetteer,
                                  struct kith_arena *arena, struct kith_error *err)
{
    if (!teller->options->on_progress)
        return KITH_OK;
    teller->progress.files = sources->count;
    teller->progress.gazetteer_entities = kith_gazetteer_entity_count(gazetteer);
    teller->progress.gazetteer_aliases = kith_gazetteer_alias_count(gazetteer);
    return kith_pace_begin(&teller->pace, sources, arena, err);
}

/* An article that is left out is no problem, but whoever listens may want to know. */
static void tell_left_out(const struct kith_teller *teller,
                          const struct kith_article *article)
{
    const struct kith_problem_line line = {.file = article->path.data,
                                           .kind = "date",
                                           .text = article->date.length
                                                       ? "is of another day; left out"
                                                       : "bears no date; left out"};
    if (article->is_left_out && teller->options->on_problem)
        teller->options->on_problem(teller->options->progress_context, &line);
}

void kith_teller_reach(struct kith_teller *teller, const struct kith_article *article)
{
    tell_left_out(teller, article);
    if (!teller->options->on_progress)
        return;
    kith_pace_reach(&teller->pace, article->path, article->bytes.length);
    teller->progress.path = teller->pace.sources->items[teller->pace.at].data;
}

static void tell_problems(struct kith_teller *teller)
{
    const struct kith_build_options *options = teller->options;
    while (options->on_problem && teller->told < teller->problems->count) {
        const struct kith_problem *problem = &teller->problems->items[teller->told++];
        const struct kith_problem_line line = {.is_fault =
                                                   problem->severity == KITH_FAULT,
                                               .file = problem->file.data,
                                               .line = problem->line,
                                               .kind = problem->kind.data,
                                               .text = problem->text.data};
        options->on_problem(options->progress_context, &line);
    }
}

void kith_teller_tell(struct kith_teller *teller, enum kith_phase phase,
                      const struct kith_ledger *ledger)
{
    struct kith_progress *progress = &teller->progress;
    tell_problems(teller);
    if (!teller->options->on_progress)
        return;
    progress->phase = phase;
    if (ledger) {
        struct kith_totals totals = kith_ledger_totals(ledger);
        progress->share = kith_pace_share(&teller->pace);
        progress->articles =
            totals.articles + kith_passed_over_count(teller->passed_over);
        progress->bytes = totals.bytes;
        progress->mentions = totals.mentions;
    }
    teller->options->on_progress(teller->options->progress_context, progress);
}
