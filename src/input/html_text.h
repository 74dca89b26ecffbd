/* The text of a page as blocks: what stands between two breaks of the line. */
#ifndef KITH_INPUT_HTML_TEXT_H
#define KITH_INPUT_HTML_TEXT_H

#include "input/tree.h"

enum kith_block_kind {
    KITH_BLOCK_OTHER,
    KITH_BLOCK_PARAGRAPH, /* in a <p>, a <blockquote> or a <pre> */
    KITH_BLOCK_ITEM,      /* of a list, or a cell of a table */
    KITH_BLOCK_HEADING
};

struct kith_block {
    const struct kith_node *node; /* the innermost element that makes a block */
    enum kith_block_kind kind;
    struct kith_str text; /* runs of blanks are one blank, none at either end */
    size_t link_length;   /* bytes of it inside links */
    bool follows_line;    /* a <br> alone parts it from the block before */
};

struct kith_blocks {
    struct kith_block *items;
    uint32_t count, room;
};

/* The blocks below `top` in their order, none of them empty. Elements that `is_left_out`
 * (by node number; NULL: none) says are passed over, as are scripts, styles and what is
 * no text by nature. Linear. */
enum kith_status kith_html_blocks(const struct kith_node *top, const bool *is_left_out,
                                  struct kith_arena *arena, struct kith_blocks *blocks,
                                  struct kith_error *err);

/* Is most of it links? */
bool kith_block_is_links(const struct kith_block *block);

/* Does it read like a paragraph of an article: long, or ending like a sentence? */
bool kith_block_is_paragraph(const struct kith_block *block);

/* The text of blocks [begin, end), an empty line between paragraphs. */
enum kith_status kith_html_join(const struct kith_blocks *blocks, uint32_t begin,
                                uint32_t end, struct kith_arena *arena,
                                struct kith_str *text, struct kith_error *err);

#endif
