/* Months summed up. */
#include "graph/slice.h"

uint32_t kith_slice_width(enum kith_slicing slicing)
{
    static const uint32_t widths[] = {[KITH_SLICE_NONE] = 1,
                                      [KITH_SLICE_MONTHS] = 1,
                                      [KITH_SLICE_QUARTERS] = 3,
                                      [KITH_SLICE_YEARS] = 12};
    return widths[slicing];
}

struct kith_slices kith_slices_of(struct kith_months months, uint64_t total,
                                  enum kith_slicing slicing)
{
    return (struct kith_slices){slicing, months, total, 0};
}

/* What has not been counted at the end of the months has none. */
static bool take_undated(struct kith_slices *slices, struct kith_slice *slice)
{
    *slice = (struct kith_slice){KITH_UNDATED_SLICE, slices->left};
    slices->left = 0;
    return slice->count > 0;
}

bool kith_slices_next(struct kith_slices *slices, struct kith_slice *slice)
{
    const struct kith_month_count *items = slices->months.items;
    if (slices->at == slices->months.count)
        return take_undated(slices, slice);
    uint32_t width = kith_slice_width(slices->slicing);
    uint32_t number = items[slices->at].month / width;
    *slice = (struct kith_slice){.month = number * width};
    while (slices->at < slices->months.count && items[slices->at].month / width == number)
        slice->count += items[slices->at++].count;
    slices->left -= slice->count;
    return true;
}

void kith_slice_name(enum kith_slicing slicing, uint32_t month, struct kith_buf *out)
{
    unsigned year = month / 12, in_year = month % 12;
    if (month == KITH_UNDATED_SLICE)
        kith_buf_text(out, "undated");
    else if (slicing == KITH_SLICE_YEARS)
        kith_buf_format(out, "%04u", year);
    else if (slicing == KITH_SLICE_QUARTERS)
        kith_buf_format(out, "%04u-Q%u", year, in_year / 3 + 1);
    else
        kith_buf_format(out, "%04u-%02u", year, in_year + 1);
}
