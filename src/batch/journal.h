/* Several files that appear together, whatever becomes of the program: before the first
 * of them is moved to its place, a journal beside them says what is to be moved where.
 * Whoever finds a journal finishes the work.
 *
 * All files are in one folder. */
#ifndef KITH_BATCH_JOURNAL_H
#define KITH_BATCH_JOURNAL_H

#include "base/file.h"

/* Move finished files to their places. After a failure all that has not been moved is as
 * it was. */
enum kith_status kith_journal_commit(const char *folder, struct kith_output *const *files,
                                     uint32_t count, struct kith_error *err);

/* Move what a killed run's journal in `folder` names, and remove what other runs that are
 * no more have begun there. A folder that is not there is fine. */
enum kith_status kith_journal_recover(const char *folder, struct kith_error *err);

#endif
