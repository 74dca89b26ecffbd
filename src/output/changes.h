/* What is otherwise in one graph than in another, or in one slice of time than in
 * another: entities, relations and pairs that appeared, vanished, grew, shrank, and
 * relations of which the articles say otherwise whether it is so. */
#ifndef KITH_OUTPUT_CHANGES_H
#define KITH_OUTPUT_CHANGES_H

#include "base/intern.h"
#include "base/status.h"
#include "output/graph_tables.h"
#include "output/row.h"

enum kith_change_sort {
    KITH_CHANGE_RELATION,
    KITH_CHANGE_ENTITY,
    KITH_CHANGE_PAIR, /* co-occurrence */
    KITH_CHANGE_SORTS
};

enum kith_change_kind {
    KITH_UNCHANGED,
    KITH_TURNED, /* a relation's status is another one, whatever it weighs */
    KITH_APPEARED,
    KITH_VANISHED,
    KITH_GREW,
    KITH_SHRANK,
    KITH_CHANGE_KINDS
};

/* Strings are cells of the tables. */
struct kith_change {
    enum kith_change_sort sort;
    enum kith_change_kind kind;
    struct kith_str id, label, type; /* of the entity, or of the edge's source */
    struct kith_str relation, target, target_label; /* empty of an entity */
    bool is_directed;
    uint64_t counts[2];        /* mentions or weight: before, after */
    struct kith_str status[2]; /* of a relation; of an entity, or unknown: empty */
    double score;              /* how much more it changed than all others did */
    /* The newest sentence that speaks for it, of what appeared or turned; date and path
     * are empty where there is none. */
    uint64_t article;    /* "a12" is 12; 0: none */
    uint64_t begin, end; /* bytes in it */
    struct kith_str date, path, text;
};

struct kith_changes {
    const char *names[2];                  /* of what is compared: graphs, or slices */
    const struct kith_graph_tables *newer; /* where sentences are from */
    const char *slice; /* they are of this slice of time; NULL: of any */
    struct kith_arena *arena;
    struct kith_change *items; /* all that are in either, in no order */
    uint32_t count, room;
    struct kith_intern keys;     /* -> index in items */
    struct kith_map edges;       /* number of an edge of `newer` -> index */
    struct kith_change **listed; /* those that changed, most telling first: by
                                    sort, kind, then score */
    uint32_t listed_count;
    uint64_t totals[KITH_CHANGE_SORTS][2];
};

/* Compare the graphs `older` and `newer`, which must outlive the changes. All of it lives
 * in `arena`; release gives the rest back, after a failure, too. KITH_BAD_INPUT when a
 * table is not as kith writes it. Memory is that of the nodes and edges; time n log n in
 * them. */
enum kith_status kith_changes_read(struct kith_changes *changes,
                                   const struct kith_graph_tables *older,
                                   const struct kith_graph_tables *newer,
                                   struct kith_arena *arena, struct kith_error *err);

/* Compare two slices of one graph: "2024-03", and "2024" for all slices in that year.
 * KITH_BAD_INPUT when it was not built with slices or has none of that name. */
enum kith_status kith_changes_read_slices(struct kith_changes *changes,
                                          const struct kith_graph_tables *graph,
                                          const char *from, const char *to,
                                          struct kith_arena *arena,
                                          struct kith_error *err);
void kith_changes_release(struct kith_changes *changes);

/* Sort out what changed: kind, score and the list. Done by the above. */
enum kith_status kith_changes_list(struct kith_changes *changes, struct kith_error *err);

/* Find the sentences of the first `top` listed of each sort and kind; 0: of all. Linear
 * in the tables of articles, sentences and evidence. */
enum kith_status kith_changes_prove(struct kith_changes *changes, uint32_t top,
                                    struct kith_error *err);

/* In what options two graphs were made otherwise, as run.json tells, so that they hardly
 * compare: "window, overlap"; empty when in none. */
enum kith_status kith_changes_options(const struct kith_graph_tables *older,
                                      const struct kith_graph_tables *newer,
                                      struct kith_buf *names, struct kith_error *err);

/* Write the first `top` of each sort and kind, 0: all, for a person, or as the rows of a
 * table. */
void kith_changes_write_text(const struct kith_changes *changes, uint32_t top,
                             struct kith_buf *out);
void kith_changes_write_rows(const struct kith_changes *changes, uint32_t top,
                             enum kith_row_form form, struct kith_buf *out);

/* Going through the list group by group: the end of the group of one sort and kind that
 * begins at `begin`, and the end of what is shown of it. */
uint32_t kith_changes_group(const struct kith_changes *changes, uint32_t begin);
uint32_t kith_changes_shown(uint32_t begin, uint32_t end, uint32_t top);

#endif
