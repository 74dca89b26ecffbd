/* The file of another recognizer's mentions, one JSON object a line: docs/FORMATS.md,
 * Mentions. */
#ifndef KITH_BATCH_GIVEN_FILE_H
#define KITH_BATCH_GIVEN_FILE_H

#include "recognize/given.h"

/* Read it. The gazetteer is loaded and not yet compiled; entities that it lacks are
 * added. Lines that cannot be used go to `problems`. Free with kith_given_free. */
enum kith_status kith_given_read(const char *path, struct kith_gazetteer *gazetteer,
                                 struct kith_problems *problems, struct kith_given **out,
                                 struct kith_error *err);

#endif
