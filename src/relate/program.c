/* From pattern to steps: Thompson, "Regular Expression Search Algorithm", CACM 11 (1968),
 * in the form of Cox, "Regular Expression Matching: the Virtual Machine Approach". */
#include "relate/program.h"

struct builder {
    struct kith_step *items;
    uint32_t count, room;
    struct kith_arena *arena;
};

static enum kith_status emit(struct builder *b, enum kith_step_kind kind, uint32_t x,
                             uint32_t y, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(b->arena, b))
        return kith_no_memory(err);
    b->items[b->count++] = (struct kith_step){kind, x, y};
    return KITH_OK;
}

static enum kith_status emit_sequence(struct builder *b,
                                      const struct kith_pattern *pattern,
                                      struct kith_error *err);

/* either L1, L2;  L1: first choice; jump out;  L2: either ...;  the last choice; out: */
static enum kith_status emit_choices(struct builder *b,
                                     const struct kith_patterns *choices, uint32_t i,
                                     struct kith_error *err)
{
    if (i + 1 == choices->count)
        return emit_sequence(b, &choices->items[i], err);
    uint32_t either = b->count;
    KITH_TRY(emit(b, KITH_STEP_EITHER, either + 1, 0, err));
    KITH_TRY(emit_sequence(b, &choices->items[i], err));
    uint32_t jump = b->count;
    KITH_TRY(emit(b, KITH_STEP_JUMP, 0, 0, err));
    b->items[either].y = b->count;
    KITH_TRY(emit_choices(b, choices, i + 1, err));
    b->items[jump].x = b->count;
    return KITH_OK;
}

static enum kith_status emit_plain(struct builder *b, const struct kith_item *item,
                                   struct kith_error *err)
{
    switch (item->kind) {
    case KITH_ITEM_WORD:
        return emit(b, KITH_STEP_WORD, item->word, item->plural, err);
    case KITH_ITEM_LIST:
        return emit(b, KITH_STEP_LIST, item->list, 0, err);
    case KITH_ITEM_A:
        return emit(b, KITH_STEP_SLOT, 0, 0, err);
    case KITH_ITEM_B:
        return emit(b, KITH_STEP_SLOT, 1, 0, err);
    case KITH_ITEM_GAP:
        return emit(b, KITH_STEP_GAP, item->limit, 0, err);
    case KITH_ITEM_HELP:
        return emit(b, KITH_STEP_HELP, item->help, 0, err);
    default:
        return emit_choices(b, &item->choices, 0, err);
    }
}

static enum kith_status emit_item(struct builder *b, const struct kith_item *item,
                                  struct kith_error *err)
{
    uint32_t either = b->count;
    if (item->is_optional)
        KITH_TRY(emit(b, KITH_STEP_EITHER, either + 1, 0, err));
    KITH_TRY(emit_plain(b, item, err));
    if (item->is_optional)
        b->items[either].y = b->count;
    return KITH_OK;
}

static enum kith_status emit_sequence(struct builder *b,
                                      const struct kith_pattern *pattern,
                                      struct kith_error *err)
{
    for (uint32_t i = 0; i < pattern->count; i++)
        KITH_TRY(emit_item(b, &pattern->items[i], err));
    return KITH_OK;
}

enum kith_status kith_program_build(const struct kith_pattern *pattern,
                                    struct kith_arena *arena,
                                    struct kith_program *program, struct kith_error *err)
{
    struct builder b = {.arena = arena};
    KITH_TRY(emit_sequence(&b, pattern, err));
    KITH_TRY(emit(&b, KITH_STEP_ACCEPT, 0, 0, err));
    *program = (struct kith_program){b.items, b.count};
    return KITH_OK;
}

/* What emit_item emits. */
static uint32_t steps_of(const struct kith_item *item)
{
    uint32_t steps = item->is_optional ? 1 : 0;
    const struct kith_patterns *choices = &item->choices;
    if (item->kind != KITH_ITEM_CHOICE)
        return steps + 1;
    for (uint32_t i = 0; i < choices->count; i++)
        for (uint32_t k = 0; k < choices->items[i].count; k++)
            steps += steps_of(&choices->items[i].items[k]);
    return steps + 2 * (choices->count - 1);
}

uint32_t kith_program_item(const struct kith_pattern *pattern, uint32_t step)
{
    uint32_t item = 0, end = 0;
    while (item < pattern->count && (end += steps_of(&pattern->items[item])) <= step)
        item++;
    return item;
}
