/* Writing changes, group by group. */
#include "output/cell.h"
#include "output/changes.h"
#include "output/passage.h"

/* ---- for people ------------------------------------------------------------------ */

struct nouns {
    const char *one, *many;
};

static const struct nouns things[] = {[KITH_CHANGE_RELATION] = {"relation", "relations"},
                                      [KITH_CHANGE_ENTITY] = {"entity", "entities"},
                                      [KITH_CHANGE_PAIR] = {"pair", "pairs"}};

static const struct nouns units[] = {
    [KITH_CHANGE_RELATION] = {"row of evidence", "rows of evidence"},
    [KITH_CHANGE_ENTITY] = {"mention", "mentions"},
    [KITH_CHANGE_PAIR] = {"row of evidence", "rows of evidence"}};

static const char *const deeds[] = {[KITH_TURNED] = "changed status",
                                    [KITH_APPEARED] = "appeared",
                                    [KITH_VANISHED] = "vanished",
                                    [KITH_GREW] = "grew",
                                    [KITH_SHRANK] = "shrank"};

static void write_name(const struct kith_change *change, struct kith_buf *out)
{
    if (change->sort == KITH_CHANGE_ENTITY) {
        kith_buf_str(out, change->label);
        kith_buf_format(out, " (%.*s)", KITH_STR_ARGS(change->type));
        return;
    }
    bool is_pair = change->sort == KITH_CHANGE_PAIR;
    kith_cell_tie(out, change->label, is_pair ? (struct kith_str){0} : change->relation,
                  change->is_directed, change->target_label);
}

/* "claimed", of a relation that is no fact; "denied -> asserted" */
static void write_status(const struct kith_change *change, struct kith_buf *out)
{
    struct kith_str status = change->status[change->kind != KITH_VANISHED];
    if (change->kind == KITH_TURNED)
        kith_buf_format(out, "%.*s -> %.*s, ", KITH_STR_ARGS(change->status[0]),
                        KITH_STR_ARGS(change->status[1]));
    else if (status.length && !kith_str_equal(status, KITH_STR("asserted")))
        kith_buf_format(out, "%.*s, ", KITH_STR_ARGS(status));
}

/* "3 -> 7 mentions", "3 mentions" */
static void write_counts(const struct kith_change *change, struct kith_buf *out)
{
    const struct nouns *unit = &units[change->sort];
    uint64_t before = change->counts[0], after = change->counts[1];
    if (before && after && before != after)
        kith_buf_format(out, "%llu -> ", (unsigned long long)before);
    kith_cell_count(out, after ? after : before, unit->one, unit->many);
}

static void write_proof(const struct kith_change *change, struct kith_buf *out)
{
    static const char indent[] = "      ";
    if (!change->text.length)
        return;
    const struct kith_citation citation = {change->date, change->path, change->text,
                                           change->begin};
    kith_buf_text(out, indent);
    kith_citation_write(&citation, indent, out);
}

static void write_change(const struct kith_change *change, struct kith_buf *out)
{
    kith_buf_text(out, "  ");
    write_name(change, out);
    kith_buf_text(out, ": ");
    write_status(change, out);
    write_counts(change, out);
    kith_buf_byte(out, '\n');
    write_proof(change, out);
}

static void write_group(const struct kith_changes *changes, uint32_t begin, uint32_t end,
                        uint32_t top, struct kith_buf *out)
{
    const struct kith_change *first = changes->listed[begin];
    const struct nouns *thing = &things[first->sort];
    uint32_t shown = kith_changes_shown(begin, end, top);
    kith_buf_byte(out, '\n');
    kith_cell_count(out, end - begin, thing->one, thing->many);
    kith_buf_format(out, " %s\n", deeds[first->kind]);
    for (uint32_t i = begin; i < shown; i++)
        write_change(changes->listed[i], out);
    if (shown < end)
        kith_buf_format(out, "  and %u more\n", end - shown);
}

void kith_changes_write_text(const struct kith_changes *changes, uint32_t top,
                             struct kith_buf *out)
{
    kith_buf_format(out, "%s -> %s: ", changes->names[0], changes->names[1]);
    if (changes->listed_count)
        kith_cell_count(out, changes->listed_count, "change\n", "changes\n");
    else
        kith_buf_text(out, "no change\n");
    for (uint32_t begin = 0, end; begin < changes->listed_count; begin = end) {
        end = kith_changes_group(changes, begin);
        write_group(changes, begin, end, top, out);
    }
}

/* ---- for programs ---------------------------------------------------------------- */

static const char *const columns[] = {"change",
                                      "kind",
                                      "id",
                                      "label",
                                      "type",
                                      "relation",
                                      "target",
                                      "target_label",
                                      "before",
                                      "after",
                                      "status_before",
                                      "status_after",
                                      "date",
                                      "path",
                                      "begin",
                                      "text",
                                      NULL};

static void write_row(const struct kith_change *change, enum kith_row_form form,
                      struct kith_buf *out)
{
    static const char *const names[] = {[KITH_TURNED] = "status",
                                        [KITH_APPEARED] = "appeared",
                                        [KITH_VANISHED] = "vanished",
                                        [KITH_GREW] = "grew",
                                        [KITH_SHRANK] = "shrank"};
    struct kith_row row = {.out = out, .form = form, .columns = columns};
    kith_row_text(&row, kith_str_of(names[change->kind]));
    kith_row_text(&row, kith_str_of(things[change->sort].one));
    const struct kith_str texts[] = {change->id,     change->label,
                                     change->type,   change->relation,
                                     change->target, change->target_label};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        kith_row_text(&row, texts[i]);
    kith_row_number(&row, change->counts[0]);
    kith_row_number(&row, change->counts[1]);
    kith_row_text(&row, change->status[0]);
    kith_row_text(&row, change->status[1]);
    kith_row_text(&row, change->date);
    kith_row_text(&row, change->path);
    if (change->path.length)
        kith_row_number(&row, change->begin);
    else
        kith_row_nothing(&row);
    kith_row_text(&row, change->text);
    kith_row_end(&row);
}

void kith_changes_write_rows(const struct kith_changes *changes, uint32_t top,
                             enum kith_row_form form, struct kith_buf *out)
{
    kith_row_write_header(form, columns, out);
    for (uint32_t begin = 0, end; begin < changes->listed_count; begin = end) {
        end = kith_changes_group(changes, begin);
        for (uint32_t i = begin; i < kith_changes_shown(begin, end, top); i++)
            write_row(changes->listed[i], form, out);
    }
}
