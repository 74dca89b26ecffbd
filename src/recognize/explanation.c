/* Explanations gather; they decide nothing. */
#include "recognize/explanation.h"

#include "gazetteer/word_key.h"

/* What an explanation is made from. */
struct making {
    const struct kith_gazetteer *gazetteer;
    const struct kith_document *document;
    const struct kith_trace *trace;
    struct kith_arena *arena;
    struct kith_explanation *explanation;
};

static bool overlap(uint32_t first, uint32_t end, struct kith_span span)
{
    return first < span.end && span.first < end;
}

static enum kith_status take_mentions(const struct making *making,
                                      const struct kith_mentions *mentions,
                                      struct kith_error *err)
{
    struct kith_explanation *explanation = making->explanation;
    for (uint32_t m = 0; m < mentions->count; m++) {
        const struct kith_mention *mention = &mentions->items[m];
        if (!overlap(mention->first_token, mention->end_token, explanation->asked))
            continue;
        if (!KITH_ARENA_PUSHABLE(making->arena, &explanation->mentions))
            return kith_no_memory(err);
        explanation->mentions.items[explanation->mentions.count++] = mention;
    }
    return KITH_OK;
}

/* ---- aliases tried ---- */

/* Of a name that may be written so: the match that it became, or that went before it. */
static enum kith_fate find_match(const struct making *making,
                                 const struct kith_trial *trial, struct kith_span *rival)
{
    const struct kith_matches *matches = &making->trace->matches;
    enum kith_fate fate = KITH_FATE_UNUSED;
    for (uint32_t m = 0; m < matches->count; m++) {
        const struct kith_match *match = &matches->items[m];
        struct kith_span its = {match->first_token, match->end_token};
        if (!overlap(trial->first_token, trial->end_token, its))
            continue;
        if (its.first == trial->first_token && its.end == trial->end_token)
            return KITH_FATE_MATCHED;
        fate = its.first < trial->first_token ? KITH_FATE_COVERED : KITH_FATE_SHORTER;
        *rival = its;
    }
    return fate;
}

static enum kith_status take_trial(const struct making *making,
                                   const struct kith_trial *trial, struct kith_error *err)
{
    struct kith_explanation *explanation = making->explanation;
    struct kith_tried tried = {.trial = *trial};
    if (trial->fit == KITH_FIT)
        tried.fate = find_match(making, trial, &tried.rival);
    else
        tried.fate =
            trial->fit == KITH_FIT_WRITING ? KITH_FATE_WRITING : KITH_FATE_SPELLING;
    if (!KITH_ARENA_PUSHABLE(making->arena, &explanation->tried))
        return kith_no_memory(err);
    explanation->tried.items[explanation->tried.count++] = tried;
    return KITH_OK;
}

static enum kith_status try_at(const struct making *making, uint32_t first,
                               uint32_t limit, struct kith_error *err)
{
    struct kith_trials trials = {0};
    KITH_TRY(kith_trials_collect(making->gazetteer, making->document, first, limit,
                                 making->arena, &trials, err));
    for (uint32_t t = 0; t < trials.count; t++)
        if (trials.items[t].end_token > making->explanation->asked.first)
            KITH_TRY(take_trial(making, &trials.items[t], err));
    return KITH_OK;
}

/* The words of a name may lie far apart, with marks between them. */
#define FURTHEST_BACK (2 * KITH_NAME_LIMIT)

static enum kith_status take_trials(const struct making *making, struct kith_error *err)
{
    struct kith_span asked = making->explanation->asked;
    const struct kith_sentence *sentence = making->document->sentences.items;
    uint32_t first = asked.first > FURTHEST_BACK ? asked.first - FURTHEST_BACK : 0;
    while (sentence->end_token <= asked.first)
        sentence++;
    if (first < sentence->first_token)
        first = sentence->first_token;
    for (uint32_t i = first; i < asked.end; i++) {
        while (sentence->end_token <= i)
            sentence++;
        KITH_TRY(try_at(making, i, sentence->end_token, err));
    }
    return KITH_OK;
}

/* ---- decisions ---- */

static bool is_word_asked(const struct making *making, uint32_t token)
{
    const struct kith_document *document = making->document;
    struct kith_span asked = making->explanation->asked;
    uint64_t key = kith_word_key(document->text, &document->tokens.items[token]);
    for (uint32_t i = asked.first; i < asked.end; i++)
        if (kith_word_key(document->text, &document->tokens.items[i]) == key)
            return true;
    return false;
}

/* That a word would be short for two holds wherever it stands. */
static bool is_about(const struct making *making, const struct kith_decision *decision)
{
    if (decision->reason == KITH_REASON_SHARED)
        return is_word_asked(making, decision->word);
    return overlap(decision->first_token, decision->end_token,
                   making->explanation->asked);
}

static enum kith_status take_decisions(const struct making *making,
                                       struct kith_error *err)
{
    struct kith_explanation *explanation = making->explanation;
    for (uint32_t d = 0; d < making->trace->count; d++) {
        if (!is_about(making, &making->trace->items[d]))
            continue;
        if (!KITH_ARENA_PUSHABLE(making->arena, &explanation->decisions))
            return kith_no_memory(err);
        explanation->decisions.items[explanation->decisions.count++] =
            &making->trace->items[d];
    }
    return KITH_OK;
}

static enum kith_status take_neighbours(const struct making *making,
                                        struct kith_error *err)
{
    struct kith_explanation *explanation = making->explanation;
    const struct kith_document *document = making->document;
    if (explanation->mentions.count || explanation->decisions.count ||
        explanation->tried.count)
        return KITH_OK;
    return kith_neighbours_find(making->gazetteer, document->text,
                                &document->tokens.items[explanation->asked.first],
                                &explanation->neighbours, err);
}

enum kith_status kith_explanation_make(const struct kith_gazetteer *gazetteer,
                                       const struct kith_document *document,
                                       const struct kith_trace *trace,
                                       const struct kith_mentions *mentions,
                                       struct kith_span asked, struct kith_arena *arena,
                                       struct kith_explanation *explanation,
                                       struct kith_error *err)
{
    struct making making = {gazetteer, document, trace, arena, explanation};
    *explanation = (struct kith_explanation){.asked = asked};
    KITH_TRY(kith_trace_check(trace, err));
    KITH_TRY(take_mentions(&making, mentions, err));
    KITH_TRY(take_trials(&making, err));
    KITH_TRY(take_decisions(&making, err));
    return take_neighbours(&making, err);
}
