/* kith_explain_ties of kith.h. */
#include "kith.h"

#include "api/give.h"
#include "output/tie.h"

enum kith_status kith_explain_ties(const char *output, const char *one, const char *other,
                                   bool as_json, char **text, size_t *length,
                                   struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_ties ties;
    struct kith_buf out = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_ties_read(&ties, output, one, other, &arena, err);
    if (status == KITH_OK)
        (as_json ? kith_ties_write_json : kith_ties_write_text)(&ties, &out);
    status = kith_give(&out, status, text, length, err);
    kith_ties_release(&ties);
    kith_arena_release(&arena);
    return status;
}
