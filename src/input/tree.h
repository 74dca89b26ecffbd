/* HTML and XML as a tree of nodes: the door to libxml2. */
#ifndef KITH_INPUT_TREE_H
#define KITH_INPUT_TREE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

struct kith_attribute {
    struct kith_str name, value;
};

/* An element or a run of text. All of it lives in the arena it was read into. */
struct kith_node {
    struct kith_str name; /* of an element, with its prefix: "p", "dc:date"; HTML's in
                             lower case. Empty: this is text */
    struct kith_str text; /* UTF-8, of text alone */
    const struct kith_attribute *attributes;
    uint32_t attribute_count;
    struct kith_node *parent, *first, *next; /* the first child, the next beside it */
    uint32_t number;                         /* in the order of the text, the root is 0 */
};

/* Read a page, however broken: what browsers mend is mended, scripts are text. The
 * encoding is that of a byte order mark, of a <meta> in the first 4 KiB, else UTF-8 when
 * the bytes are that, else Windows-1252. KITH_BAD_INPUT when there is no element in it.
 */
enum kith_status kith_tree_read_html(struct kith_str bytes, struct kith_arena *arena,
                                     struct kith_node **root, struct kith_error *err);

/* Read a document. Nothing is fetched, no entity from outside is read, and libxml2's
 * limits on depth, size and entities within entities hold. KITH_BAD_INPUT with the
 * parser's reason and line for what is not well-formed. */
enum kith_status kith_tree_read_xml(struct kith_str bytes, struct kith_arena *arena,
                                    struct kith_node **root, struct kith_error *err);

/* The node behind `node` in the order of the text, below `top`; NULL after the last. A
 * walk begins with `top`. */
struct kith_node *kith_node_after(const struct kith_node *node,
                                  const struct kith_node *top);

/* The same, without what stands inside of `node`. */
struct kith_node *kith_node_past(const struct kith_node *node,
                                 const struct kith_node *top);

bool kith_node_is(const struct kith_node *node, const char *name);

/* Is it one of these? */
bool kith_node_is_among(const struct kith_node *node, const char *const *names,
                        size_t count);
#define KITH_NODE_IS_AMONG(node, names)                                                  \
    kith_node_is_among((node), (names), sizeof(names) / sizeof *(names))

/* The attribute's value, or empty. */
struct kith_str kith_node_attribute(const struct kith_node *node, const char *name);

/* The first child element of this name, or NULL; NULL has none. */
struct kith_node *kith_node_child(const struct kith_node *node, const char *name);

/* The first element of this name below `top`, at any depth, or NULL. */
struct kith_node *kith_node_find(const struct kith_node *top, const char *name);

/* All text below the node, as it stands, in the arena; data is NULL when memory is out.
 */
struct kith_str kith_node_text(const struct kith_node *node, struct kith_arena *arena);

#endif
