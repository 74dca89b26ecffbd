/* Files that kith writes itself.
 *
 * People build in the folder where their articles are, with the output folder below it or
 * the same. Read again, the sentences of the last build would count as articles. */
#ifndef KITH_INPUT_RESULT_FILE_H
#define KITH_INPUT_RESULT_FILE_H

#include <stdbool.h>

#include "base/str.h"

/* These two stand in every folder that a build has written. */
#define KITH_RESULT_RUN "run.json"
#define KITH_RESULT_PROBLEMS "problems.csv"

/* Is it the name of a file of such a folder, without the folder? */
bool kith_is_result_file(struct kith_str name);

#endif
