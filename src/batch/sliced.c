/* Writing the files of slices. */
#include "batch/sliced.h"

#include "output/graph_slice.h"
#include "output/graphml.h"
#include "output/slice_table.h"

static enum kith_status write_table(const struct kith_network *network,
                                    enum kith_slicing slicing, enum kith_row_form form,
                                    struct kith_folder *folder, struct kith_error *err)
{
    bool is_csv = form == KITH_ROW_CSV;
    struct kith_output *out;
    KITH_TRY(kith_folder_add(folder, is_csv ? "slices.csv" : "slices.jsonl",
                             is_csv ? KITH_FORMAT_CSV : KITH_FORMAT_JSONL, &out, err));
    kith_slice_table_write(network, slicing, form, out);
    return KITH_OK;
}

static enum kith_status write_graph(const struct kith_network *network,
                                    const struct kith_graph_slice *slice,
                                    enum kith_graphml profile, struct kith_folder *folder,
                                    struct kith_error *err)
{
    struct kith_buf name = {0};
    struct kith_output *out;
    kith_buf_text(&name, "graph-");
    kith_slice_name(slice->slicing, slice->month, &name);
    kith_buf_text(&name, ".graphml");
    kith_buf_byte(&name, '\0');
    enum kith_status status = kith_buf_check(&name, err);
    if (status == KITH_OK)
        status = kith_folder_add(folder, name.data, 0, &out, err);
    if (status == KITH_OK)
        kith_graphml_write(network, profile, slice, out);
    kith_buf_release(&name);
    return status == KITH_OK ? kith_output_finish(out, err) : status;
}

static enum kith_status write_graphs(const struct kith_network *network,
                                     const struct kith_build_options *options,
                                     struct kith_folder *folder, struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_graph_slices slices;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        kith_graph_slices_find(network, options->slicing, &arena, &slices, err);
    for (uint32_t i = 0; i < slices.count && status == KITH_OK; i++)
        status = write_graph(network, &slices.items[i], options->graphml, folder, err);
    kith_arena_release(&arena);
    return status;
}

enum kith_status kith_sliced_write(const struct kith_network *network,
                                   const struct kith_build_options *options,
                                   struct kith_folder *folder, struct kith_error *err)
{
    if (options->slicing == KITH_SLICE_NONE)
        return KITH_OK;
    if (folder->written & KITH_FORMAT_CSV)
        KITH_TRY(write_table(network, options->slicing, KITH_ROW_CSV, folder, err));
    if (folder->written & KITH_FORMAT_JSONL)
        KITH_TRY(write_table(network, options->slicing, KITH_ROW_JSON, folder, err));
    return options->slice_graphs ? write_graphs(network, options, folder, err) : KITH_OK;
}
