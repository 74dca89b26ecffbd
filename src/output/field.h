/* What the files say of a node and of an edge: one list for all of them, so that the
 * tables and the graph files agree to the last digit.
 *
 * A field has a name, a type, and a sentence that defines it. Ids, sources and targets
 * are no fields: each format has its own place for them. */
#ifndef KITH_OUTPUT_FIELD_H
#define KITH_OUTPUT_FIELD_H

#include <math.h>

#include "base/buf.h"
#include "graph/network.h"

enum kith_value_kind {
    KITH_ABSENT, /* nothing to say: undefined, or not finite */
    KITH_TEXT,
    KITH_WHOLE,
    KITH_REAL,
    KITH_TRUTH
};

struct kith_value {
    enum kith_value_kind kind;
    struct kith_str text; /* raw; good until the next value is asked for */
    uint64_t whole;
    double real; /* finite */
    bool truth;
};

static inline struct kith_value kith_value_text(struct kith_str text)
{
    return (struct kith_value){.kind = KITH_TEXT, .text = text};
}

static inline struct kith_value kith_value_whole(uint64_t number)
{
    return (struct kith_value){.kind = KITH_WHOLE, .whole = number};
}

static inline struct kith_value kith_value_truth(bool truth)
{
    return (struct kith_value){.kind = KITH_TRUTH, .truth = truth};
}

/* A number of a node, absent when it was not computed. */
static inline struct kith_value kith_value_count(uint32_t number)
{
    if (number == KITH_NO_ID)
        return (struct kith_value){.kind = KITH_ABSENT};
    return kith_value_whole(number);
}

/* Absent when `number` is not finite. */
static inline struct kith_value kith_value_real(double number)
{
    if (!isfinite(number))
        return (struct kith_value){.kind = KITH_ABSENT};
    /* Minus nought is nought. */
    return (struct kith_value){.kind = KITH_REAL, .real = number == 0 ? 0 : number};
}

/* Write a value as it stands in a file: text through `clean`, the cleaner of the format;
 * numbers alike in all of them; an absent one not at all. */
void kith_value_write(struct kith_buf *out, const struct kith_value *value,
                      void (*clean)(struct kith_buf *out, struct kith_str text));

struct kith_field {
    const char *name;          /* of ours; NULL for a column of the gazetteer */
    enum kith_value_kind kind; /* of its values when they are there */
    bool is_for_drawing;       /* position, size, colour: graph files only */
    const char *about;         /* one sentence, without a full stop */
};

/* A network seen as fields. Init borrows it; release gives the scratch memory back. A
 * writer that has asked for all its values looks at `is_broken` once. */
struct kith_fields {
    const struct kith_network *network;
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules;
    double largest_pagerank;
    uint32_t node_count; /* fields of a node: ours, then the gazetteer's columns */
    uint32_t edge_count; /* fields of an edge */
    struct kith_buf scratch;
    bool is_broken; /* memory was out: some value is not what it should be */
};

void kith_fields_init(struct kith_fields *fields, const struct kith_network *network);
void kith_fields_release(struct kith_fields *fields);

/* "people.csv:41" as a value, kept in the scratch memory. */
struct kith_value kith_value_place(struct kith_fields *fields, struct kith_str file,
                                   uint32_t line);

/* A date of the ledger as a value; absent for KITH_NO_ID. */
struct kith_value kith_value_date(const struct kith_fields *fields, kith_id date);

/* Field `i` below node_count or edge_count. */
struct kith_field kith_node_field(uint32_t i);
struct kith_field kith_edge_field(uint32_t i);

/* Append the name of a node's field. A gazetteer column is called as in its file, unless
 * the name is one of ours or one that Gephi takes for itself (label, size, weight ...):
 * then, and when it begins so already, it gets "gazetteer_" in front. */
void kith_node_field_name(const struct kith_fields *fields, uint32_t i,
                          struct kith_buf *out);

struct kith_value kith_node_value(struct kith_fields *fields,
                                  const struct kith_node *node, uint32_t i);
struct kith_value kith_edge_value(struct kith_fields *fields,
                                  const struct kith_edge *edge, uint32_t i);

/* How large a node is drawn, 10 to 50: the area follows PageRank. */
double kith_node_size(const struct kith_fields *fields, const struct kith_node *node);

/* Our own fields, without the gazetteer's columns. */
uint32_t kith_own_node_field_count(void);
uint32_t kith_edge_field_count(void);

#endif
