/* A file about the network: its nodes, then its edges, each with its fields.
 *
 * What a format is lies in a struct of functions. What stands before each field is made
 * once, as are the ids of nodes, so that a million edges cost little more than copying.
 */
#ifndef KITH_OUTPUT_GRAPH_WRITER_H
#define KITH_OUTPUT_GRAPH_WRITER_H

#include "base/file.h"
#include "output/field.h"
#include "output/graph_slice.h"

/* What stands before a field, or behind it. Up to KITH_HEAD_ROOM bytes are copied as a
 * whole, which takes one instruction or two; longer ones, of which a graph has few, one
 * after the other. */
#define KITH_HEAD_ROOM 64
struct kith_head {
    char bytes[KITH_HEAD_ROOM];
    struct kith_str text; /* empty: the format leaves the field out */
};

/* A file being written; formats append to `buf`. */
struct kith_graph_writer {
    const struct kith_graph_format *format;
    struct kith_fields fields;
    struct kith_output *out;
    struct kith_buf *buf; /* out's */
    struct kith_arena arena;
    struct kith_head *node_heads, *edge_heads, tail; /* of all fields */
    struct kith_str *ids;                            /* by entity; those of nodes */
};

/* How a file is written. Parts that a file does not have are NULL. */
struct kith_graph_format {
    void (*begin)(struct kith_graph_writer *writer);
    void (*node)(struct kith_graph_writer *writer, const struct kith_node *node);
    void (*between)(struct kith_graph_writer *writer);
    void (*edge)(struct kith_graph_writer *writer, const struct kith_edge *edge);
    void (*end)(struct kith_graph_writer *writer);

    /* Append what stands before a value of field `i`; nothing: the field is left out. */
    void (*begin_node_field)(const struct kith_fields *fields, uint32_t i,
                             struct kith_buf *out);
    void (*begin_edge_field)(const struct kith_fields *fields, uint32_t i,
                             struct kith_buf *out);
    const char *field_end; /* behind a value */
    void (*clean)(struct kith_buf *out, struct kith_str text);
    const struct kith_graph_slice *slice; /* what is written; NULL: the whole graph */
    enum kith_slicing slicing;            /* of what is told by time */
    bool keeps_absent; /* an absent value is an empty one; else it is left out whole */
};

/* Write `network`, or the slice of it, into `out`, which the caller commits; a failure is
 * told there. */
void kith_graph_write(const struct kith_network *network,
                      const struct kith_graph_format *format, struct kith_output *out);

/* For formats: append the id of an entity that is a node; all fields of a node, of an
 * edge. */
void kith_graph_write_id(struct kith_graph_writer *writer, kith_id entity);
void kith_graph_write_node_fields(struct kith_graph_writer *writer,
                                  const struct kith_node *node);
void kith_graph_write_edge_fields(struct kith_graph_writer *writer,
                                  const struct kith_edge *edge);

/* The name of a node's field, as `clean` has it. */
void kith_graph_node_field_name(const struct kith_fields *fields, uint32_t i,
                                void (*clean)(struct kith_buf *out, struct kith_str text),
                                struct kith_buf *out);

/* What GraphML and GEXF call the type of such values. */
const char *kith_graph_type_name(enum kith_value_kind kind);

/* The ids of fields in files that Gephi reads, which makes them its columns' ids, without
 * regard to case. */
void kith_graph_node_field_id(uint32_t i, struct kith_buf *out);

#endif
