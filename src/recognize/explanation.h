/* Explanations: all there is to say of some words of an article, put together from what
 * recognising told and from the aliases they were held against. */
#ifndef KITH_RECOGNIZE_EXPLANATION_H
#define KITH_RECOGNIZE_EXPLANATION_H

#include "gazetteer/neighbour.h"
#include "gazetteer/trial.h"
#include "recognize/mention.h"

/* What became of an alias that the words were held against. */
enum kith_fate {
    KITH_FATE_MATCHED, /* it went on to the choice among entities */
    KITH_FATE_WRITING, /* it may not be written as the text has it */
    KITH_FATE_SPELLING,
    KITH_FATE_SHORTER, /* a longer name begins where it does */
    KITH_FATE_COVERED, /* a name that begins before it goes over it */
    KITH_FATE_UNUSED   /* nothing was matched: only given mentions are wanted */
};

struct kith_tried {
    struct kith_trial trial;
    enum kith_fate fate;
    struct kith_span rival; /* where it lost, the name that won */
};

struct kith_explanation {
    struct kith_span asked; /* the words in question */
    struct {
        const struct kith_mention **items; /* that hold one of them, as they stand at the
                                              end */
        uint32_t count, room;
    } mentions;
    struct {
        struct kith_tried *items; /* aliases that hold one of them; by beginning, then by
                                     length */
        uint32_t count, room;
    } tried;
    struct {
        const struct kith_decision **items; /* about them, in the order they were taken */
        uint32_t count, room;
    } decisions;
    struct kith_neighbours neighbours; /* of the first of them; only looked for where
                                          there is nothing else to say */
};

/* Explain the words `asked` of a document that `trace` tells of. `mentions` are those
 * that came out in the end. All of it lives in `arena`. Linear in the trace and, where
 * nothing was found, in the bytes of all aliases. */
enum kith_status kith_explanation_make(const struct kith_gazetteer *gazetteer,
                                       const struct kith_document *document,
                                       const struct kith_trace *trace,
                                       const struct kith_mentions *mentions,
                                       struct kith_span asked, struct kith_arena *arena,
                                       struct kith_explanation *explanation,
                                       struct kith_error *err);

#endif
