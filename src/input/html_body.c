/* The article among all that a page holds: what cannot be part of it is left out by the
 * names of its elements, the rest is weighed. */
#include "input/html_body.h"

#include "input/html_clutter.h"

/* What the block is worth to the part it stands in. */
static double weigh(const struct kith_block *block)
{
    double length = (double)block->text.length;
    if (kith_block_is_paragraph(block))
        return length;
    if (block->kind == KITH_BLOCK_HEADING)
        return 0;
    return block->kind == KITH_BLOCK_PARAGRAPH && !kith_block_is_links(block) ? 0
                                                                              : -length;
}

/* ---- the part ---- */

struct part {
    const struct kith_node *node;
    double sum;
};

/* Each block counts for all elements around it; the deepest of those with the largest sum
 * is the part. */
static enum kith_status choose(const struct kith_blocks *blocks, uint32_t node_count,
                               struct kith_arena *arena, struct part *part,
                               struct kith_error *err)
{
    double *sums = KITH_ARRAY(arena, double, node_count);
    if (!sums)
        return kith_no_memory(err);
    for (uint32_t b = 0; b < blocks->count; b++) {
        double weight = weigh(&blocks->items[b]);
        for (const struct kith_node *node = blocks->items[b].node; node;
             node = node->parent)
            sums[node->number] += weight;
    }
    *part = (struct part){0};
    for (uint32_t b = 0; b < blocks->count; b++)
        for (const struct kith_node *node = blocks->items[b].node; node;
             node = node->parent)
            if (sums[node->number] > part->sum ||
                (part->node && sums[node->number] == part->sum &&
                 node->number > part->node->number))
                *part = (struct part){node, sums[node->number]};
    return KITH_OK;
}

static uint32_t count_nodes(const struct kith_node *root)
{
    uint32_t count = 0;
    for (const struct kith_node *node = root; node; node = kith_node_after(node, root))
        count++;
    return count;
}

/* ---- its text ---- */

/* Lists of links inside the article, and what stands before its first and behind its last
 * paragraph, are none of it. */
static void trim(struct kith_blocks *blocks)
{
    uint32_t kept = 0, end = 0;
    for (uint32_t b = 0; b < blocks->count; b++) {
        const struct kith_block *block = &blocks->items[b];
        bool is_first = kept == 0;
        if (kith_block_is_links(block) || (is_first && !kith_block_is_paragraph(block)))
            continue;
        blocks->items[kept++] = *block;
        if (kith_block_is_paragraph(block))
            end = kept;
    }
    blocks->count = end;
}

enum kith_status kith_html_body(const struct kith_node *root, struct kith_arena *arena,
                                struct kith_str *text, struct kith_error *err)
{
    uint32_t node_count = count_nodes(root);
    bool *is_clutter;
    struct kith_blocks blocks;
    struct part part = {0};
    *text = KITH_STR("");
    KITH_TRY(kith_html_blocks(root, NULL, arena, &blocks, err));
    KITH_TRY(kith_html_clutter(root, node_count, &blocks, arena, &is_clutter, err));
    KITH_TRY(kith_html_blocks(root, is_clutter, arena, &blocks, err));
    KITH_TRY(choose(&blocks, node_count, arena, &part, err));
    if (!part.node)
        return KITH_OK;
    KITH_TRY(kith_html_blocks(part.node, is_clutter, arena, &blocks, err));
    trim(&blocks);
    return kith_html_join(&blocks, 0, blocks.count, arena, text, err);
}
