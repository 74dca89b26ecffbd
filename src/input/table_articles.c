/* Articles in tables: one row each. */
#include "base/problem.h"
#include "input/container.h"
#include "input/csv_rows.h"
#include "input/file_kind.h"

struct table {
    struct kith_container *container;
    struct kith_arena kept; /* the problems of the row before */
    struct kith_problems problems;
    uint32_t columns[KITH_FIELD_COUNT]; /* KITH_NO_ID: it has none */
    uint8_t ranks[KITH_FIELD_COUNT];    /* of their names, as in kith_article */
    bool has_headings;
};

/* Which column is which; of several that might be, the likeliest. */
static enum kith_status take_headings(struct table *table, const struct kith_csv_row *row,
                                      struct kith_error *err)
{
    const struct kith_field_names *names =
        &kith_container_options(table->container)->names;
    for (enum kith_article_field field = 0; field < KITH_FIELD_COUNT; field++) {
        uint32_t best = KITH_NO_ID;
        table->columns[field] = KITH_NO_ID;
        for (uint32_t c = 0; c < row->count; c++) {
            uint32_t rank = kith_field_rank(names, field, row->cells[c]);
            if (rank >= best)
                continue;
            best = rank;
            table->columns[field] = c;
            table->ranks[field] = (uint8_t)(rank + 1);
        }
    }
    table->has_headings = true;
    if (table->columns[KITH_FIELD_TEXT] != KITH_NO_ID)
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "the first row names no column \"%s\", nor another usual name of an "
                     "article's text; see --text-column",
                     kith_field_name(names, KITH_FIELD_TEXT, 0));
}

/* Rows that are no rows were told before this one. */
static enum kith_status tell_problems(struct table *table, struct kith_error *err)
{
    for (uint32_t i = 0; i < table->problems.count; i++) {
        const struct kith_problem *problem = &table->problems.items[i];
        struct kith_str text = kith_str_copy(&table->kept, problem->text);
        if (!text.data)
            return kith_no_memory(err);
        KITH_TRY(kith_container_refuse(table->container, problem->line, "csv", text.data,
                                       err));
    }
    kith_arena_reset(&table->kept);
    kith_problems_init(&table->problems, &table->kept);
    return KITH_OK;
}

static enum kith_status take_row(void *context, const struct kith_csv_row *row,
                                 struct kith_error *err)
{
    struct table *table = context;
    struct kith_container *container = table->container;
    struct kith_str fields[KITH_FIELD_COUNT] = {{0}};
    struct kith_unread unread = {.kind = KITH_UNREAD_TEXT};
    struct kith_error reason;
    KITH_TRY(tell_problems(table, err));
    if (!table->has_headings)
        return take_headings(table, row, err);
    for (int field = 0; field < KITH_FIELD_COUNT; field++)
        if (table->columns[field] < row->count)
            fields[field] = row->cells[table->columns[field]];
    KITH_TRY(kith_article_unmark(fields, &container->giver->arena, err));
    enum kith_status status =
        kith_article_fill(&unread.article, &kith_container_options(container)->names,
                          fields, &container->giver->arena, &reason);
    if (status == KITH_BAD_INPUT)
        return kith_container_refuse(container, row->line, "empty", reason.text, err);
    if (status != KITH_OK)
        return kith_no_memory(err);
    memcpy(unread.article.columns, table->ranks, sizeof table->ranks);
    return kith_container_give(container, row->line, &unread, err);
}

enum kith_status kith_take_table(struct kith_container *container, struct kith_error *err)
{
    struct table table = {.container = container};
    struct kith_str head;
    KITH_TRY(kith_stream_look(container->stream, KITH_HEAD_BYTES, &head, err));
    char separator = kith_file_separator(container->path.data, head,
                                         &kith_container_options(container)->names);
    kith_arena_init(&table.kept, KITH_ARENA_UNCAPPED);
    kith_problems_init(&table.problems, &table.kept);
    enum kith_status status = kith_csv_read_stream(container->stream, separator, take_row,
                                                   &table, &table.problems, err);
    if (status == KITH_OK)
        status = tell_problems(&table, err);
    kith_arena_release(&table.kept);
    return status;
}
