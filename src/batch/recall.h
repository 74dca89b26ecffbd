/* Articles and a store: what of an article is looked up before it is read, and what is
 * kept of it afterwards. Workers do both. */
#ifndef KITH_BATCH_RECALL_H
#define KITH_BATCH_RECALL_H

#include "batch/analyze.h"
#include "store/contents.h"
#include "store/numbering.h"

/* What workers ask a store for; constant while they run. */
struct kith_recall {
    struct kith_store *store;
    struct kith_numbering numbering;
    struct kith_contents contents; /* of all records */
};

/* How an article stands to the store. */
struct kith_recollection {
    int64_t record; /* it is from there; 0: it was read */
    bool has_content;
    struct kith_content content; /* of one that was read */
    struct kith_buf words;       /* likewise, as are these; empty when it is not kept */
    struct kith_buf bytes;
};

void kith_recollection_reset(struct kith_recollection *recollection);
void kith_recollection_release(struct kith_recollection *recollection);

/* Make `analysis` what the record says of the article at `path`, with that number. False
 * when it says nothing that can be used. */
bool kith_recall_record(const struct kith_recall *recall, int64_t record,
                        const struct kith_reader_options *options,
                        const struct kith_article *named, struct kith_arena *arena,
                        struct kith_analysis *analysis);

/* The same by what the article holds, however it is called. Its file is read for it. */
bool kith_recall_content(const struct kith_recall *recall,
                         const struct kith_reader_options *options,
                         struct kith_unread *unread, struct kith_arena *arena,
                         struct kith_analysis *analysis,
                         struct kith_recollection *recollection);

/* Write down an article that was read. */
void kith_recall_keep(const struct kith_recall *recall,
                      const struct kith_analysis *analysis, struct kith_arena *arena,
                      struct kith_recollection *recollection);

#endif
