/* kith_diff of kith.h. */
#include "kith.h"

#include "api/give.h"
#include "batch/graph_open.h"
#include "output/changes.h"

/* What is compared: two graphs, or slices of the first. */
struct compared {
    const struct kith_diff_options *options;
    struct kith_opened_graph older, newer;
};

static enum kith_status compare(const struct compared *compared,
                                struct kith_changes *changes, struct kith_arena *arena,
                                struct kith_error *err)
{
    const struct kith_diff_options *options = compared->options;
    if (options->newer)
        return kith_changes_read(changes, &compared->older.tables,
                                 &compared->newer.tables, arena, err);
    return kith_changes_read_slices(changes, &compared->older.tables, options->from,
                                    options->to, arena, err);
}

static void write(const struct kith_diff_options *options,
                  const struct kith_changes *changes, struct kith_buf *out)
{
    if (options->format == KITH_DIFF_TEXT)
        kith_changes_write_text(changes, options->top, out);
    else
        kith_changes_write_rows(
            changes, options->top,
            options->format == KITH_DIFF_JSONL ? KITH_ROW_JSON : KITH_ROW_CSV, out);
}

/* What the newer graph was made with otherwise, as a sentence; empty: with nothing. */
static void describe(const struct compared *compared, struct kith_buf *sentence)
{
    const char *older = compared->options->older;
    struct kith_buf names = {0};
    struct kith_error reason = {0};
    if (kith_changes_options(&compared->older.tables, &compared->newer.tables, &names,
                             &reason) != KITH_OK)
        kith_buf_format(sentence, "whether it was made as %s was is not known: %s", older,
                        reason.text);
    else if (names.length)
        kith_buf_format(sentence, "was made otherwise than %s: %.*s", older,
                        KITH_STR_ARGS(kith_buf_view(&names)));
    kith_buf_release(&names);
}

static enum kith_status warn(const struct compared *compared, struct kith_error *err)
{
    const struct kith_diff_options *options = compared->options;
    struct kith_buf sentence = {0};
    if (!options->newer || !options->on_finding)
        return KITH_OK;
    describe(compared, &sentence);
    bool is_told = sentence.length;
    kith_buf_byte(&sentence, '\0');
    enum kith_status status = kith_buf_check(&sentence, err);
    const struct kith_problem_line finding = {
        .file = options->newer, .kind = "options", .text = sentence.data};
    if (status == KITH_OK && is_told)
        options->on_finding(options->context, &finding);
    kith_buf_release(&sentence);
    return status;
}

static enum kith_status tell(const struct compared *compared, struct kith_buf *out,
                             struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_changes changes = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = compare(compared, &changes, &arena, err);
    if (status == KITH_OK)
        status = kith_changes_prove(&changes, compared->options->top, err);
    if (status == KITH_OK)
        status = warn(compared, err);
    if (status == KITH_OK)
        write(compared->options, &changes, out);
    kith_changes_release(&changes);
    kith_arena_release(&arena);
    return status;
}

static enum kith_status open_both(struct compared *compared, struct kith_error *err)
{
    const struct kith_diff_options *options = compared->options;
    KITH_TRY(kith_graph_open(&compared->older, options->older, err));
    return options->newer ? kith_graph_open(&compared->newer, options->newer, err)
                          : KITH_OK;
}

enum kith_status kith_diff(const struct kith_diff_options *options, char **text,
                           size_t *length, struct kith_error *err)
{
    struct kith_buf out = {0};
    struct compared compared = {.options = options};
    enum kith_status status = open_both(&compared, err);
    if (status == KITH_OK)
        status = tell(&compared, &out, err);
    kith_graph_close(&compared.older);
    kith_graph_close(&compared.newer);
    return kith_give(&out, status, text, length, err);
}
