/* kith_explain of kith.h: an article is read once, with a trace, and each place in it
 * that is meant explained from that. */
#include "api/tagger.h"
#include "output/explained.h"
#include "text/spot.h"

static enum kith_status explain(struct kith_tagger *tagger,
                                const struct kith_reading *reading,
                                const struct kith_trace *trace, struct kith_span asked,
                                bool as_json, struct kith_error *err)
{
    const struct kith_setup *setup = &tagger->setup;
    const struct kith_explained explained = {setup->gazetteer, &reading->document,
                                             setup->words, &reading->mentions,
                                             &setup->corrections};
    struct kith_explanation explanation;
    KITH_TRY(kith_explanation_make(setup->gazetteer, &reading->document, trace,
                                   &reading->mentions, asked, &tagger->arena,
                                   &explanation, err));
    if (as_json) {
        kith_explained_json(&explained, &explanation, &tagger->text);
        return KITH_OK;
    }
    if (tagger->text.length)
        kith_buf_byte(&tagger->text, '\n');
    kith_explained_text(&explained, &explanation, &tagger->text);
    return KITH_OK;
}

enum kith_status kith_explain(struct kith_tagger *tagger, const char *path,
                              const struct kith_spot *spot, bool as_json,
                              const char **text, size_t *length, struct kith_error *err)
{
    struct kith_trace trace = {.arena = &tagger->arena};
    struct kith_reading reading;
    struct kith_spans spans;
    KITH_TRY(kith_tagger_read(tagger, path, &trace, &reading, err));
    KITH_TRY(kith_spot_find(&reading.document, spot, &tagger->arena, &spans, err));
    for (uint32_t s = 0; s < spans.count; s++)
        KITH_TRY(explain(tagger, &reading, &trace, spans.items[s], as_json, err));
    return kith_tagger_give(tagger, text, length, err);
}
