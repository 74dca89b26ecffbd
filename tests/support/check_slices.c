/* Sums of slices, without a line of kith's own code. */
#include "check_slices.h"

#include <stdlib.h>
#include <string.h>

/* Add up the rows of one kind; a thing's slices stand together and rise, undated last. */
static void check_sums(const struct table *slices, const char *kind,
                       const struct table *things, const char *total)
{
    struct index by_id = index_by(things, "id");
    unsigned long *summed = room_for(things->row_count, sizeof *summed);
    const char **newest = room_for(things->row_count, sizeof *newest);
    size_t id = column(slices, "id"), name = column(slices, "slice");
    for (size_t row = 1; row < slices->row_count; row++) {
        if (strcmp(cell(slices, row, column(slices, "kind")), kind) != 0)
            continue;
        size_t thing = find(&by_id, cell(slices, row, id));
        if (!thing)
            complain("slices.csv, row %zu: no %s %s", row, kind, cell(slices, row, id));
        if (newest[thing] && strcmp(newest[thing], cell(slices, row, name)) >= 0)
            complain("slices.csv, row %zu: is not behind %s", row, newest[thing]);
        newest[thing] = cell(slices, row, name);
        summed[thing] += number(slices, row, column(slices, "count"));
    }
    for (size_t row = 1; row < things->row_count; row++)
        if (number(things, row, column(things, total)) != summed[row])
            complain("slices.csv: %s %s counts %lu, not the %s of %s", kind,
                     cell(things, row, column(things, "id")), summed[row], total,
                     cell(things, row, column(things, total)));
    free(newest);
    free(summed);
    drop_index(&by_id);
}

void check_slices(const char *folder, const struct table *nodes,
                  const struct table *edges)
{
    if (!is_there(folder, "slices.csv"))
        return;
    struct table slices = read_table(folder, "slices.csv");
    check_sums(&slices, "node", nodes, "mentions");
    check_sums(&slices, "edge", edges, "weight");
    drop_table(&slices);
}
