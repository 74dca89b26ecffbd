/* The best sentence of each edge: found as articles come in, read back when drawn. */
#include "output/exhibit.h"

#include <stdlib.h>

/* What is shown of a sentence, in bytes: a tooltip of five lines. */
#define LONGEST 300

/* The marks of what is left out, and the blank beside. */
#define CUT_BEFORE "… "
#define CUT_BEHIND " …"
#define MARKS (sizeof CUT_BEFORE + sizeof CUT_BEHIND - 2)

struct kith_exhibit {
    uint64_t place;  /* in the file */
    float rank;      /* higher is better */
    uint32_t length; /* 0: no sentence yet */
};

enum kith_status kith_exhibits_open(struct kith_exhibits *exhibits, const char *folder,
                                    const struct kith_rules *rules,
                                    struct kith_error *err)
{
    struct kith_buf path = {0};
    *exhibits = (struct kith_exhibits){.rules = rules};
    kith_buf_format(&path, "%s/exhibits%c", folder, '\0');
    enum kith_status status = kith_buf_check(&path, err);
    if (status == KITH_OK)
        status = kith_output_open(&exhibits->file, path.data, err);
    kith_buf_release(&path);
    return status;
}

void kith_exhibits_release(struct kith_exhibits *exhibits)
{
    kith_output_discard(&exhibits->file);
    free(exhibits->items);
    *exhibits = (struct kith_exhibits){0};
}

/* ---- excerpts -------------------------------------------------------------------- */

/* Part of an article's text that has been written to the file. */
struct excerpt {
    uint32_t begin, end;
    bool is_cut_before, is_cut_behind;
    uint64_t place;
    uint32_t length;
};

/* The last blank before `limit`; where there is none, the last character. */
static uint32_t cut_before(struct kith_str text, uint32_t begin, uint32_t limit)
{
    for (uint32_t at = limit; at > begin + LONGEST / 2; at--)
        if (text.data[at] == ' ')
            return at;
    while (((unsigned char)text.data[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

/* The sentence, or what of it begins where the evidence does. */
static struct excerpt excerpt_of(const struct kith_document *document,
                                 const struct kith_evidence *row)
{
    const struct kith_sentence *sentence = &document->sentences.items[row->sentence];
    struct excerpt excerpt = {.begin = sentence->begin, .end = sentence->end};
    if (excerpt.end - excerpt.begin <= LONGEST)
        return excerpt;
    excerpt.is_cut_before = row->end > sentence->begin + LONGEST;
    if (excerpt.is_cut_before)
        excerpt.begin = row->begin;
    excerpt.is_cut_behind = excerpt.end - excerpt.begin > LONGEST;
    if (excerpt.is_cut_behind)
        excerpt.end = cut_before(document->text, excerpt.begin, excerpt.begin + LONGEST);
    return excerpt;
}

static void write_excerpt(struct kith_exhibits *exhibits,
                          const struct kith_document *document, struct excerpt *excerpt)
{
    struct kith_buf *out = &exhibits->file.buffer;
    size_t before = out->length;
    kith_buf_text(out, excerpt->is_cut_before ? CUT_BEFORE : "");
    kith_buf_str(out, kith_str_slice(document->text, excerpt->begin, excerpt->end));
    kith_buf_text(out, excerpt->is_cut_behind ? CUT_BEHIND : "");
    excerpt->place = exhibits->written;
    excerpt->length = (uint32_t)(out->length - before);
    exhibits->written += excerpt->length;
    kith_output_flow(&exhibits->file);
}

/* ---- the best -------------------------------------------------------------------- */

/* How well a row speaks for its edge. */
static float rank_of(const struct kith_exhibits *exhibits,
                     const struct kith_evidence *row)
{
    if (row->relation == KITH_COOCCURRENCE)
        return -(float)row->gap;
    double confidence = row->rule == KITH_NO_ID
                            ? 0
                            : kith_rules_rule(exhibits->rules, row->rule).confidence;
    return (float)(confidence - 2 * kith_statement_standing(&row->statement));
}

static bool make_room(struct kith_exhibits *exhibits, uint32_t edge)
{
    if (edge <= exhibits->room)
        return true;
    uint32_t room = edge + edge / 2 + 64;
    struct kith_exhibit *items = realloc(exhibits->items, room * sizeof *items);
    if (!items)
        return false;
    memset(items + exhibits->room, 0, (room - exhibits->room) * sizeof *items);
    exhibits->items = items;
    exhibits->room = room;
    return true;
}

enum kith_status kith_exhibits_add(struct kith_exhibits *exhibits,
                                   const struct kith_findings *findings,
                                   struct kith_error *err)
{
    struct excerpt last = {0};
    for (uint32_t i = 0; i < findings->evidence_count; i++) {
        const struct kith_evidence *row = &findings->evidence[i];
        if (kith_findings_copied_row(findings, row))
            continue;
        if (!make_room(exhibits, row->edge))
            return kith_no_memory(err);
        struct kith_exhibit *exhibit = &exhibits->items[row->edge - 1];
        float rank = rank_of(exhibits, row);
        if (exhibit->length && rank <= exhibit->rank)
            continue;
        struct excerpt excerpt = excerpt_of(findings->document, row);
        /* Rows of a sentence follow each other: it is written once for all. */
        if (excerpt.begin != last.begin || excerpt.end != last.end) {
            write_excerpt(exhibits, findings->document, &excerpt);
            last = excerpt;
        }
        *exhibit = (struct kith_exhibit){last.place, rank, last.length};
    }
    return exhibits->file.has_failed ? kith_output_finish(&exhibits->file, err) : KITH_OK;
}

void kith_exhibits_write(struct kith_exhibits *exhibits, uint32_t edge,
                         struct kith_buf *out)
{
    char bytes[LONGEST + MARKS];
    if (edge > exhibits->room)
        return;
    const struct kith_exhibit *exhibit = &exhibits->items[edge - 1];
    if (kith_output_read_back(&exhibits->file, exhibit->place, exhibit->length, bytes))
        kith_buf_append(out, bytes, exhibit->length);
}
