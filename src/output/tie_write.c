/* Writing ties. */
#include "output/cell.h"
#include "output/clean.h"
#include "output/passage.h"
#include "output/tie.h"

/* ---- for people ------------------------------------------------------------------ */

static bool is_same_place(const struct kith_tie *a, const struct kith_tie *b)
{
    return a->article_number == b->article_number && a->place == b->place;
}

/* "Anna and Boris: 5 sentences in 3 articles" */
static void write_heading(const struct kith_ties *ties, struct kith_buf *out)
{
    uint32_t sentences = 0, articles = 0;
    for (uint32_t i = 0; i < ties->count; i++) {
        const struct kith_tie *tie = &ties->items[i];
        sentences += i == 0 || !is_same_place(tie - 1, tie);
        articles += i == 0 || tie[-1].article_number != tie->article_number;
    }
    kith_buf_str(out, ties->one->label);
    kith_buf_text(out, " and ");
    kith_buf_str(out, ties->other->label);
    kith_buf_text(out, ": ");
    kith_cell_count(out, sentences, "sentence", "sentences");
    kith_buf_text(out, " in ");
    kith_cell_count(out, articles, "article", "articles");
    kith_buf_byte(out, '\n');
}

static void write_place(const struct kith_tie *tie, struct kith_buf *out)
{
    const struct kith_citation citation = {tie->date, tie->path, tie->text, tie->begin};
    kith_buf_byte(out, '\n');
    kith_citation_write(&citation, "  ", out);
}

static void write_standing(const struct kith_ties *ties, const struct kith_tie *tie,
                           struct kith_buf *out)
{
    if (kith_str_equal(tie->status, KITH_STR("unreal")))
        kith_buf_text(out, ", unreal");
    if (kith_str_equal(tie->polarity, KITH_STR("negative")))
        kith_buf_text(out, ", denied");
    if (!tie->speaker.length)
        return;
    kith_buf_text(out, ", says ");
    kith_buf_str(out, kith_cast_label(&ties->cast, tie->speaker));
}

static void write_tie(const struct kith_ties *ties, const struct kith_tie *tie,
                      struct kith_buf *out)
{
    kith_buf_text(out, "    ");
    if (kith_tie_is_cooccurrence(tie)) {
        kith_buf_text(out, "together\n");
        return;
    }
    kith_buf_str(out, tie->source->label);
    kith_buf_text(out, tie->is_directed ? " -> " : " - ");
    kith_buf_str(out, tie->target->label);
    kith_buf_text(out, ": ");
    kith_buf_str(out, tie->relation);
    write_standing(ties, tie, out);
    kith_buf_text(out, "  (\"");
    kith_buf_str(out, tie->trigger);
    kith_buf_text(out, "\", ");
    kith_buf_str(out, tie->rule);
    kith_buf_text(out, ")\n");
}

void kith_ties_write_text(const struct kith_ties *ties, struct kith_buf *out)
{
    write_heading(ties, out);
    for (uint32_t i = 0; i < ties->count; i++) {
        const struct kith_tie *tie = &ties->items[i];
        bool is_new = i == 0 || !is_same_place(tie - 1, tie);
        if (is_new)
            write_place(tie, out);
        /* Where they are related they stand together: no need to say so. */
        if (is_new || !kith_tie_is_cooccurrence(tie))
            write_tie(ties, tie, out);
    }
}

/* ---- for programs ---------------------------------------------------------------- */

/* A member, but for one that has nothing to say. */
static void text(struct kith_buf *out, const char *name, struct kith_str value)
{
    if (!value.length)
        return;
    kith_buf_format(out, ", \"%s\": ", name);
    kith_clean_json(out, value);
}

static void number(struct kith_buf *out, const char *name, uint64_t value)
{
    kith_buf_format(out, ", \"%s\": %llu", name, (unsigned long long)value);
}

static void write_object(const struct kith_ties *ties, const struct kith_tie *tie,
                         struct kith_buf *out)
{
    kith_buf_text(out, "{\"edge\": ");
    kith_clean_json(out, tie->edge);
    text(out, "source", tie->source->id);
    text(out, "source_label", tie->source->label);
    text(out, "relation", tie->relation);
    kith_buf_text(out,
                  tie->is_directed ? ", \"directed\": true" : ", \"directed\": false");
    text(out, "target", tie->target->id);
    text(out, "target_label", tie->target->label);
    text(out, "polarity", tie->polarity);
    text(out, "status", tie->status);
    text(out, "speaker", tie->speaker);
    if (tie->speaker.length)
        text(out, "speaker_label", kith_cast_label(&ties->cast, tie->speaker));
    text(out, "trigger", tie->trigger);
    text(out, "rule", tie->rule);
    text(out, "date", tie->date);
    text(out, "article", tie->article);
    text(out, "path", tie->path);
    text(out, "sentence", tie->sentence);
    number(out, "begin", tie->begin);
    number(out, "end", tie->end);
    text(out, "text", tie->text);
    kith_buf_text(out, "}\n");
}

void kith_ties_write_json(const struct kith_ties *ties, struct kith_buf *out)
{
    for (uint32_t i = 0; i < ties->count; i++)
        write_object(ties, &ties->items[i], out);
}
