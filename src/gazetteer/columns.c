/* Headers: headings are compared without regard to case, may come in any order, and stay
 * in the tables as they were first written. */
#include "gazetteer/columns.h"

#include "base/near.h"

/* The headings with a meaning of their own, at -1 - enum kith_column. */
static const struct kith_str meanings[] = {
    {"name", 4}, {"type", 4}, {"aliases", 7}, {"id", 2}, {"", 0}};

static bool has_heading(const struct kith_csv_row *header, struct kith_str name)
{
    for (uint32_t i = 0; i < header->count; i++)
        if (kith_str_equal_caseless(header->cells[i], name))
            return true;
    return false;
}

const char *kith_columns_missing(const struct kith_csv_row *header)
{
    for (size_t i = 0; i < 2; i++)
        if (!has_heading(header, meanings[i]))
            return meanings[i].data;
    return NULL;
}

struct kith_str kith_columns_slip(const struct kith_csv_row *header, const char *missing)
{
    for (uint32_t i = 0; i < header->count; i++)
        if (kith_is_near(header->cells[i], kith_str_of(missing)))
            return header->cells[i];
    return (struct kith_str){0};
}

/* The number of a further column, given now when its heading is new. */
static enum kith_status number_of(struct kith_gazetteer *gazetteer,
                                  struct kith_str heading, int32_t *number,
                                  struct kith_error *err)
{
    struct kith_str lowered = kith_str_lower_copy(&gazetteer->arena, heading);
    kith_id known = KITH_NO_ID;
    if (lowered.data)
        known = kith_intern_find(&gazetteer->columns, lowered);
    if (lowered.data && known == KITH_NO_ID) {
        known = kith_intern_add(&gazetteer->columns, lowered);
        if (kith_intern_add(&gazetteer->headings, heading) == KITH_NO_ID)
            known = KITH_NO_ID;
    }
    *number = (int32_t)known;
    return known == KITH_NO_ID ? kith_no_memory(err) : KITH_OK;
}

static enum kith_status read_heading(struct kith_gazetteer *gazetteer,
                                     struct kith_str heading, int32_t *number,
                                     struct kith_error *err)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (kith_str_equal_caseless(heading, meanings[i])) {
            *number = -1 - (int32_t)i;
            return KITH_OK;
        }
    return number_of(gazetteer, heading, number, err);
}

enum kith_status kith_columns_read(struct kith_gazetteer *gazetteer,
                                   const struct kith_csv_row *header,
                                   struct kith_columns *columns, struct kith_error *err)
{
    int32_t *items = KITH_ARRAY(&gazetteer->arena, int32_t, header->count);
    if (!items)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < header->count; i++)
        KITH_TRY(read_heading(gazetteer, header->cells[i], &items[i], err));
    *columns = (struct kith_columns){items, header->count};
    return KITH_OK;
}

struct kith_str kith_columns_cell(const struct kith_columns *columns,
                                  const struct kith_csv_row *row, int32_t what)
{
    for (uint32_t i = 0; i < row->count && i < columns->count; i++)
        if (columns->items[i] == what)
            return row->cells[i];
    return (struct kith_str){0};
}
