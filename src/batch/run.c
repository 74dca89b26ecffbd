/* The run: load, read in parallel, merge in order, measure, write, and only then move the
 * files to their places. */
#include "batch/run.h"

#include <stdlib.h>

#include "base/stop.h"
#include "batch/graph_files.h"
#include "batch/graph_keep.h"
#include "batch/growth.h"
#include "batch/passed_over.h"
#include "batch/reading.h"
#include "batch/result.h"
#include "batch/summary.h"
#include "batch/teller.h"
#include "input/source.h"
#include "output/pour.h"
#include "output/run_json.h"
#include "output/table.h"

/* Parcels under way for each worker: one being read, one waiting to be merged, one spare.
 */
#define SLOTS_PER_WORKER 3

struct run {
    const struct kith_build_options *options;
    struct kith_window window;
    struct kith_days days;
    struct kith_arena arena; /* sources, problems and filter */
    struct kith_sources sources;
    struct kith_problems problems;
    struct kith_setup setup;
    struct kith_ledger *ledger;
    struct kith_filter filter;
    struct kith_filtered filtered;
    struct kith_field_counts columns;
    struct kith_network *network;
    struct kith_folder folder;
    struct kith_exhibits exhibits; /* none without a picture */
    struct kith_result_plan plan;
    struct kith_parcels parcels;
    struct kith_result *results; /* one a parcel */
    struct kith_passed_over passed_over;
    struct kith_teller teller;
    struct kith_growth growth;
};

/* Reading */

static enum kith_status find_sources(struct run *run, struct kith_error *err)
{
    const struct kith_build_options *options = run->options;
    run->sources.without_facts = !run->growth.store && !options->on_progress;
    run->sources.stop = options->stop;
    return kith_sources_find(&run->sources, options->articles, options->article_count,
                             &run->arena, &run->problems, err);
}

static enum kith_status load(struct run *run, struct kith_error *err)
{
    const struct kith_build_options *options = run->options;
    struct kith_setup_wish wish = {.gazetteers = options->gazetteers,
                                   .gazetteer_count = options->gazetteer_count,
                                   .rules = options->rules,
                                   .rule_count = options->rule_count,
                                   .without_rules = options->without_rules,
                                   .recognize = &options->recognize,
                                   .jobs = options->jobs,
                                   .stop = options->stop};
    if (run->growth.store)
        KITH_TRY(kith_growth_find_names(&run->growth, &wish.kept, err));
    KITH_TRY(kith_setup_load(&run->setup, &wish, &run->problems, err));
    run->filter =
        (struct kith_filter){.min_weight = options->min_weight,
                             .min_articles = options->min_articles,
                             .without_cooccurrence = options->without_cooccurrence,
                             .backbone = options->backbone,
                             .backbone_limit = options->backbone_limit};
    KITH_TRY(kith_filter_choose(&run->filter, run->setup.rules, options->relations,
                                options->relation_count, &run->arena, err));
    KITH_TRY(kith_ledger_new(run->setup.gazetteer, run->setup.rules, run->window,
                             &run->ledger, err));
    kith_ledger_listen(run->ledger, options->stop);
    if (options->count_articles)
        kith_ledger_count_articles(run->ledger);
    return KITH_OK;
}

/* Merging */

static enum kith_status note_skipped(struct run *run,
                                     const struct kith_analysis *analysis,
                                     struct kith_error *err)
{
    kith_passed_over_skip(&run->passed_over, analysis->kind);
    return kith_problems_add(&run->problems, KITH_FAULT, analysis->article.path,
                             analysis->line, analysis->kind, err, "%s", analysis->reason);
}

/* What was done to bytes that are not UTF-8; NULL when nothing was. */
static const char *repair_of(enum kith_encoding encoding)
{
    switch (encoding) {
    case KITH_WINDOWS_1252:
        return "is not UTF-8; read as Windows-1252, and offsets count the converted text";
    case KITH_UTF8_DAMAGED:
        return "is damaged UTF-8; bytes that are none became U+FFFD, and offsets count "
               "the "
               "mended text";
    case KITH_UTF8:
    case KITH_UTF16LE:
    case KITH_UTF16BE:
        break;
    }
    return NULL;
}

static enum kith_status note_encoding(struct run *run,
                                      const struct kith_analysis *analysis,
                                      struct kith_error *err)
{
    const char *repair = repair_of(analysis->document.encoding);
    if (!repair)
        return KITH_OK;
    return kith_problems_add(&run->problems, KITH_NOTE, analysis->article.path, 0,
                             "encoding", err, "%s", repair);
}

/* Where the tables of rows begin among the files. */
static const struct {
    enum kith_row_form form;
    enum kith_format format;
    enum kith_folder_file first;
} row_files[] = {{KITH_ROW_CSV, KITH_FORMAT_CSV, KITH_FILE_ARTICLES},
                 {KITH_ROW_JSON, KITH_FORMAT_JSONL, KITH_FILE_ARTICLES_JSONL}};

#define ROW_FILES (sizeof row_files / sizeof *row_files)

static enum kith_status merge_article(struct run *run, struct kith_result *result,
                                      const struct kith_parcel_place *place, uint32_t i,
                                      struct kith_error *err)
{
    struct kith_analysis *analysis = &result->analyses[i];
    if (run->growth.store)
        KITH_TRY(kith_growth_note(&run->growth, place, analysis,
                                  &result->recollections[i], err));
    if (analysis->status != KITH_OK)
        return note_skipped(run, analysis, err);
    if (analysis->article.is_left_out) {
        kith_passed_over_leave(&run->passed_over, &analysis->article);
        return KITH_OK;
    }
    KITH_TRY(note_encoding(run, analysis, err));
    kith_field_counts_add(&run->columns, &analysis->article);
    KITH_TRY(kith_ledger_add(run->ledger, &analysis->findings, err));
    for (size_t k = 0; k < ROW_FILES; k++)
        if (run->folder.written & row_files[k].format)
            kith_rows_pour(&result->rows[row_files[k].form][i], &analysis->findings,
                           &run->folder.files[row_files[k].first]);
    if (run->options->formats & KITH_FORMAT_DOT)
        return kith_exhibits_add(&run->exhibits, &analysis->findings, err);
    return KITH_OK;
}

static enum kith_status deliver(void *context, struct kith_feed *feed,
                                struct kith_error *err)
{
    struct run *run = context;
    const struct kith_intake intake = {.options = run->plan.options,
                                       .stop = run->options->stop};
    return kith_parcels_deliver(&run->parcels, &intake, &run->sources, run->growth.known,
                                feed, err);
}

static void work(void *context, unsigned slot)
{
    struct run *run = context;
    kith_result_fill(&run->results[slot], &run->plan, &run->parcels.items[slot]);
}

static enum kith_status merge(void *context, unsigned slot, struct kith_error *err)
{
    struct run *run = context;
    struct kith_result *result = &run->results[slot];
    KITH_TRY(kith_check_stop(run->options->stop, err));
    for (uint32_t i = 0; i < result->count; i++) {
        KITH_TRY(merge_article(run, result, &run->parcels.items[slot].places[i], i, err));
        kith_teller_reach(&run->teller, &result->analyses[i].article);
    }
    kith_result_reset(result);
    kith_teller_tell(&run->teller, KITH_READING, run->ledger);
    return KITH_OK;
}

static enum kith_status read_articles(struct run *run, struct kith_error *err)
{
    unsigned workers = run->options->jobs ? run->options->jobs : kith_pool_cores();
    unsigned slots = workers * SLOTS_PER_WORKER;
    run->plan = (struct kith_result_plan){
        .setup = &run->setup,
        .options = kith_reader_options_of(&run->options->columns, run->options->max_size),
        .window = run->window,
        .recall = run->growth.store ? &run->growth.recall : NULL,
        .formats = run->folder.written,
        .stop = run->options->stop};
    run->plan.options.days = run->days;
    KITH_TRY(kith_parcels_init(&run->parcels, slots, err));
    run->results = calloc(slots, sizeof *run->results);
    if (!run->results)
        return kith_no_memory(err);
    struct kith_pool pool = {.workers = workers,
                             .slots = slots,
                             .context = run,
                             .fill = deliver,
                             .work = work,
                             .merge = merge};
    enum kith_status status = kith_pool_run(&pool, err);
    KITH_TRY(kith_check_stop(run->options->stop, err));
    return status;
}

/* Writing */

static void write_headers(struct run *run)
{
    for (size_t k = 0; k < ROW_FILES; k++) {
        struct kith_output *files = &run->folder.files[row_files[k].first];
        if (run->folder.written & row_files[k].format)
            for (int table = 0; table < KITH_ROW_TABLES; table++)
                kith_rows_write_header(row_files[k].form, (enum kith_row_table)table,
                                       &files[table].buffer);
    }
}

static enum kith_status measure(struct run *run, struct kith_error *err)
{
    const struct kith_build_options *options = run->options;
    KITH_TRY(kith_filter_apply(&run->filter, run->ledger, &run->filtered, err));
    struct kith_network_options wanted = {
        .layout = options->layout,
        .seed = options->seed,
        .seconds = options->time_limit,
        .measured = options->without_cooccurrence ? KITH_ON_RELATIONS : options->measured,
        .jobs = options->jobs,
        .stop = options->stop};
    KITH_TRY(kith_network_new(run->ledger, &wanted, &run->network, err));
    const char *stopped_at = kith_network_facts(run->network).stopped_at;
    if (!stopped_at)
        return KITH_OK;
    return kith_problems_add(&run->problems, KITH_FAULT, kith_str_of(options->output), 0,
                             "stopped", err,
                             "stopped while computing %s; it and what comes after it are "
                             "absent",
                             stopped_at);
}

static void write_run(struct run *run)
{
    struct kith_run_facts facts = {.options = run->options,
                                   .gazetteers = run->setup.gazetteer_paths,
                                   .gazetteer_count = run->setup.gazetteer_count,
                                   .rules = run->setup.rule_paths,
                                   .rule_count = run->setup.rule_count,
                                   .skipped = run->passed_over.skipped,
                                   .outside = run->passed_over.outside,
                                   .undated = run->passed_over.undated,
                                   .names = &run->plan.options.names,
                                   .columns = &run->columns,
                                   .filtered = run->filtered,
                                   .problems = &run->problems};
    kith_run_json_write(run->network, &facts, &run->folder.files[KITH_FILE_RUN]);
}

/* The files stand in their places: the summary, and what the next run begins with. */
static enum kith_status commit(struct run *run, struct kith_summary *summary,
                               struct kith_error *err)
{
    struct kith_buf counts = {0};
    KITH_TRY(kith_folder_commit(&run->folder, err));
    if (!run->growth.store)
        return KITH_OK;
    KITH_TRY(kith_graph_keep(run->growth.store, &run->folder, err));
    kith_summary_pack(summary, &counts);
    enum kith_status status =
        kith_growth_finish(&run->growth, &run->folder, kith_buf_view(&counts), err);
    kith_buf_release(&counts);
    return status;
}

/* Articles to files. */
static enum kith_status make(struct run *run, struct kith_summary **summary,
                             struct kith_error *err)
{
    const unsigned aside = run->growth.store ? KITH_KEPT_FORMAT : 0;
    KITH_TRY(kith_folder_open(&run->folder, run->options->output, run->options->formats,
                              aside, run->options->with_bom, err));
    if (run->options->formats & KITH_FORMAT_DOT)
        KITH_TRY(
            kith_exhibits_open(&run->exhibits, run->folder.path, run->setup.rules, err));
    write_headers(run);
    KITH_TRY(read_articles(run, err));
    KITH_TRY(kith_given_report(run->setup.given, run->options->recognize.mentions,
                               &run->problems, err));
    KITH_TRY(kith_ledger_close(run->ledger, err));
    kith_teller_tell(&run->teller, KITH_MEASURING, run->ledger);
    KITH_TRY(measure(run, err));
    kith_teller_tell(&run->teller, KITH_WRITING, run->ledger);
    if (!kith_network_facts(run->network).stopped_at)
        kith_folder_listen(&run->folder, run->options->stop);
    KITH_TRY(kith_graph_files_write(run->network, run->options, &run->exhibits,
                                    &run->folder, err));
    kith_problems_write(&run->problems, &run->folder.files[KITH_FILE_PROBLEMS]);
    write_run(run);
    KITH_TRY(kith_summary_make(run->network, &run->filtered, &run->problems,
                               &run->passed_over, &run->folder, summary, err));
    return kith_summary_tell_kept(*summary, &run->growth, err);
}

/* What the store has is compared with what is there. *is_idle: all is as it was. */
static enum kith_status grow(struct run *run, bool *is_idle,
                             struct kith_summary **summary, struct kith_error *err)
{
    struct kith_buf counts = {0};
    if (run->options->add)
        KITH_TRY(kith_growth_add(&run->growth, &run->sources, err));
    enum kith_status status = kith_growth_is_idle(&run->growth, &run->sources,
                                                  &run->problems, is_idle, &counts, err);
    if (status == KITH_OK && *is_idle)
        status = kith_summary_unpack(kith_buf_view(&counts), summary, err);
    kith_buf_release(&counts);
    return status;
}

static enum kith_status run_all(struct run *run, struct kith_summary **summary,
                                struct kith_error *err)
{
    bool is_idle = false;
    const struct kith_build_options *options = run->options;
    KITH_TRY(kith_days_read(options->since, options->until, &run->days, err));
    kith_teller_begin(&run->teller, options, &run->problems, &run->passed_over);
    KITH_TRY(kith_growth_open(&run->growth, options, &run->arena, err));
    KITH_TRY(find_sources(run, err));
    if (run->growth.store)
        KITH_TRY(grow(run, &is_idle, summary, err));
    if (is_idle)
        return KITH_OK;
    KITH_TRY(load(run, err));
    if (run->growth.store) {
        KITH_TRY(kith_growth_settle(&run->growth, &run->setup, &run->problems, err));
        KITH_TRY(kith_growth_plan(&run->growth, &run->sources, err));
    }
    KITH_TRY(kith_teller_load(&run->teller, &run->sources, run->setup.gazetteer,
                              &run->arena, err));
    kith_teller_tell(&run->teller, KITH_READING, run->ledger);
    KITH_TRY(make(run, summary, err));
    enum kith_status status = commit(run, *summary, err);
    if (status != KITH_OK) {
        kith_summary_release(*summary);
        *summary = NULL;
    }
    return status;
}

static void release(struct run *run)
{
    kith_folder_discard(&run->folder);
    kith_exhibits_release(&run->exhibits);
    kith_network_free(run->network);
    kith_ledger_free(run->ledger);
    kith_setup_release(&run->setup);
    kith_growth_close(&run->growth);
    for (unsigned i = 0; run->results && i < run->parcels.count; i++)
        kith_result_release(&run->results[i]);
    free(run->results);
    kith_parcels_release(&run->parcels);
    kith_arena_release(&run->arena);
}

static enum kith_status say_stopped(const struct kith_build_options *options,
                                    struct kith_error *err)
{
    if (options->store)
        return kith_fail(err, KITH_INTERRUPTED,
                         "stopped; %s is as it was, and %s keeps what was read",
                         options->output, options->store);
    return kith_fail(err, KITH_INTERRUPTED, "stopped; %s is as it was", options->output);
}

enum kith_status kith_run(const struct kith_build_options *options,
                          struct kith_summary **summary, struct kith_error *err)
{
    struct run run = {.options = options,
                      .window = {.scope = options->scope, .reach = options->reach}};
    kith_arena_init(&run.arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&run.problems, &run.arena);
    enum kith_status status = run_all(&run, summary, err);
    release(&run);
    return status == KITH_INTERRUPTED ? say_stopped(options, err) : status;
}
