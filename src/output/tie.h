/* What ties two entities: the evidence between them, read back from an output folder. */
#ifndef KITH_OUTPUT_TIE_H
#define KITH_OUTPUT_TIE_H

#include "base/buf.h"
#include "output/cast.h"

/* One row of evidence. Texts are cells of the tables; empty where these are. */
struct kith_tie {
    struct kith_str edge, relation, trigger, rule, polarity, status, speaker;
    const struct kith_cast_member *source, *target;
    bool is_directed;
    struct kith_str article, path, date;
    uint64_t article_number, begin, end; /* "a12" is 12; bytes in the article */
    struct kith_str sentence, text;      /* the sentence, or the two that it stands in */
    uint64_t place;                      /* where the sentence begins */
    uint32_t row;                        /* in the order of evidence.csv */
};

/* Two stand together, and nothing is said of one to the other. */
bool kith_tie_is_cooccurrence(const struct kith_tie *tie);

struct kith_ties {
    struct kith_cast cast;
    const struct kith_cast_member *one, *other;
    struct kith_tie *items; /* newest first, then by article and place in it; of one
                               place relations before co-occurrence */
    uint32_t count, room;
};

/* Read what ties the entities that a person calls `one` and `other` in the graph in the
 * output folder `folder`. All of it lives in `arena`. KITH_BAD_INPUT for a name of
 * nobody, and for two that no edge joins. Release also after a failure. Linear in the
 * tables. */
enum kith_status kith_ties_read(struct kith_ties *ties, const char *folder,
                                const char *one, const char *other,
                                struct kith_arena *arena, struct kith_error *err);
void kith_ties_release(struct kith_ties *ties);

/* Write them for a person, sentence by sentence, or as one JSON object a line. */
void kith_ties_write_text(const struct kith_ties *ties, struct kith_buf *out);
void kith_ties_write_json(const struct kith_ties *ties, struct kith_buf *out);

#endif
