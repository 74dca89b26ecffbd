/* Problems as bytes. */
#include "batch/kept_names.h"

#include "store/packed.h"

void kith_kept_names_release(struct kith_kept_names *kept)
{
    kith_buf_release(&kept->image);
    kith_buf_release(&kept->problems);
}

void kith_problems_pack(const struct kith_problems *problems, uint32_t first,
                        uint32_t end, struct kith_buf *out)
{
    for (uint32_t i = first; i < end; i++) {
        const struct kith_problem *problem = &problems->items[i];
        kith_pack(out, problem->severity);
        kith_pack(out, problem->line);
        kith_pack_text(out, problem->file);
        kith_pack_text(out, problem->kind);
        kith_pack_text(out, problem->text);
    }
}

enum kith_status kith_problems_unpack(struct kith_str packed,
                                      struct kith_problems *problems,
                                      struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_problems unpacked;
    struct kith_unpacker from = kith_unpacker_of(packed);
    enum kith_status status = KITH_OK;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&unpacked, &arena);
    while (from.at < from.end && !from.is_damaged && status == KITH_OK) {
        struct kith_problem problem;
        problem.severity = (enum kith_severity)kith_unpack_up_to(&from, KITH_FAULT);
        problem.line = kith_unpack(&from);
        problem.file = kith_unpack_text(&from);
        problem.kind = kith_unpack_text(&from);
        problem.text = kith_unpack_text(&from);
        status = kith_problems_put(&unpacked, &problem, err);
    }
    if (status == KITH_OK && from.is_damaged)
        status = KITH_BAD_INPUT;
    if (status == KITH_OK)
        status = kith_problems_merge(problems, &unpacked, err);
    kith_arena_release(&arena);
    return status;
}
