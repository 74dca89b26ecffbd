/* `kith variants`: the further spellings of a gazetteer's names, as rows to look through.
 *
 * The rows are a gazetteer that goes beside the one they were made from: rows of one name
 * and type are one entity, so its aliases grow by what is left in the list. */
#ifndef KITH_BATCH_VARIANTS_H
#define KITH_BATCH_VARIANTS_H

#include "base/buf.h"
#include "base/problem.h"

/* Append the rows to `out`, heading first: name, type, aliases; a comment before each row
 * names the rule that made each spelling. A spelling that is an alias of another entity,
 * or that two entities would share, is refused: a KITH_NOTE, kind "variant". Linear in
 * the aliases. Gazetteers and languages as in kith_variants of kith.h. */
enum kith_status kith_variants_rows(const char *const *gazetteers, size_t gazetteer_count,
                                    const char *languages, struct kith_problems *problems,
                                    struct kith_buf *out, struct kith_error *err);

#endif
