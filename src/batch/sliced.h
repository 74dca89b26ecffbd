/* The files of a run that is sliced: the table of slices, and a graph of each slice. */
#ifndef KITH_BATCH_SLICED_H
#define KITH_BATCH_SLICED_H

#include "batch/folder.h"
#include "graph/network.h"

/* Write what `options` ask for into files of `folder`; nothing without slices. */
enum kith_status kith_sliced_write(const struct kith_network *network,
                                   const struct kith_build_options *options,
                                   struct kith_folder *folder, struct kith_error *err);

#endif
