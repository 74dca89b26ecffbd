/* Speech: cues of the sentence, and quotes of the article with the cues beside them. */
#include "relate/speech.h"

#include "relate/cue.h"
#include "relate/quote.h"

/* A quote goes on where the one before left off; further back nobody remembers. */
#define QUOTE_CHAIN_LIMIT 16

/* Symbols between the end of a quote and the cue behind it. */
#define QUOTE_CUE_REACH 12

/* Who says the words of a quote. */
struct saying {
    bool is_known;
    struct kith_speaker speaker;
};

struct kith_speech {
    const struct kith_rules *rules;
    const struct kith_findings *findings;
    const struct kith_referents *referents;
    struct kith_arena *arena;
    bool has_quotes; /* they have been read */
    struct kith_quotes quotes;
    struct saying *sayings; /* one a quote */
    uint32_t sentence;      /* whose cues these are, or KITH_NO_ID */
    struct kith_cues cues;
    struct kith_sequence other; /* a sentence beside a quote, and its cues */
    struct kith_cues other_cues;
};

enum kith_status kith_speech_new(const struct kith_referents *referents,
                                 const struct kith_findings *findings,
                                 struct kith_arena *arena, struct kith_speech **speech,
                                 struct kith_error *err)
{
    *speech = KITH_ARRAY(arena, struct kith_speech, 1);
    if (!*speech)
        return kith_no_memory(err);
    **speech = (struct kith_speech){.rules = referents->rules,
                                    .findings = findings,
                                    .referents = referents,
                                    .arena = arena,
                                    .sentence = KITH_NO_ID};
    return KITH_OK;
}

static enum kith_status read_quotes(struct kith_speech *s, struct kith_error *err)
{
    if (s->has_quotes)
        return KITH_OK;
    KITH_TRY(kith_quotes_read(s->findings->document, s->arena, &s->quotes, err));
    s->has_quotes = true;
    s->sayings = KITH_ARRAY(s->arena, struct saying, s->quotes.count + 1);
    return s->sayings ? KITH_OK : kith_no_memory(err);
}

/* Read the cues of a sentence, and the quotes they stand in. */
static enum kith_status read_cues(struct kith_speech *s,
                                  const struct kith_sequence *sequence, uint32_t sentence,
                                  uint32_t first, struct kith_cues *cues,
                                  struct kith_error *err)
{
    struct kith_speaker_scene scene = {.rules = s->rules,
                                       .mentions = &s->findings->mentions,
                                       .sequence = sequence,
                                       .text = s->findings->document->text,
                                       .sentence = sentence,
                                       .first_mention = first};
    KITH_TRY(kith_cues_read(&scene, s->arena, cues, err));
    for (uint32_t i = 0; i < cues->count; i++)
        cues->items[i].quote =
            kith_quotes_find(&s->quotes, sequence->items[cues->items[i].begin].begin);
    return KITH_OK;
}

/* ---- who is quoted ---- */

/* The first mention at or behind the byte. */
static uint32_t first_mention_at(const struct kith_mentions *mentions, uint32_t byte)
{
    uint32_t low = 0, high = mentions->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->items[middle].begin < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The sentence that holds the token. */
static uint32_t sentence_of(const struct kith_document *document, uint32_t token)
{
    uint32_t low = 0, high = document->sentences.count;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->sentences.items[middle].first_token <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Read the sentence that holds the token, and its cues. */
static enum kith_status read_other(struct kith_speech *s, uint32_t token,
                                   struct kith_error *err)
{
    const struct kith_document *document = s->findings->document;
    const struct kith_mentions *mentions = &s->findings->mentions;
    uint32_t sentence = sentence_of(document, token);
    const struct kith_sentence *range = &document->sentences.items[sentence];
    uint32_t first = first_mention_at(mentions, range->begin);
    uint32_t end = first_mention_at(mentions, range->end);
    KITH_TRY(
        kith_sequence_read(s->referents, sentence, first, end, s->arena, &s->other, err));
    return read_cues(s, &s->other, sentence, first, &s->other_cues, err);
}

/* "...", said Anna: the first cue behind the quote, in its last sentence. */
static bool find_behind(const struct kith_speech *s, const struct kith_quote *quote,
                        struct kith_speaker *speaker)
{
    uint32_t close = 0;
    while (close < s->other.count && s->other.items[close].begin < quote->behind)
        close++;
    for (uint32_t i = 0; i < s->other_cues.count; i++) {
        const struct kith_cue *cue = &s->other_cues.items[i];
        if (cue->begin < close || cue->quote != KITH_NO_ID)
            continue;
        bool is_beside = cue->begin == close || cue->speaker.first <= close + 1 ||
                         cue->begin - close <= 1;
        if (!is_beside || cue->begin - close > QUOTE_CUE_REACH)
            return false;
        *speaker = cue->speaker;
        return true;
    }
    return false;
}

/* Anna told reporters: "...": the last cue before the quote whose words reach it. */
static bool find_before(const struct kith_speech *s, const struct kith_quote *quote,
                        struct kith_speaker *speaker)
{
    uint32_t open = 0;
    while (open < s->other.count && s->other.items[open].begin < quote->first_byte)
        open++;
    for (uint32_t i = s->other_cues.count; i > 0; i--) {
        const struct kith_cue *cue = &s->other_cues.items[i - 1];
        if (cue->end <= open && cue->quote == KITH_NO_ID && cue->on_begin <= open &&
            open <= cue->on_end && cue->on_begin < cue->on_end) {
            *speaker = cue->speaker;
            return true;
        }
    }
    return false;
}

/* Anna was angry: "..." */
static bool find_colon(const struct kith_speech *s, const struct kith_quote *quote,
                       struct kith_speaker *speaker)
{
    struct kith_speaker_scene scene = {.mentions = &s->findings->mentions,
                                       .sequence = &s->other};
    uint32_t open = 0;
    while (open < s->other.count && s->other.items[open].begin < quote->first_byte)
        open++;
    if (open == 0 ||
        s->findings->document->text.data[s->other.items[open - 1].begin] != ':')
        return false;
    *speaker = kith_speaker_first(&scene, open);
    return kith_speaker_is_named(speaker);
}

/* A token of the sentence in which a cue may follow the quote: after a cry the next. */
static uint32_t last_token(const struct kith_speech *s, const struct kith_quote *quote)
{
    const struct kith_document *document = s->findings->document;
    char mark = document->text.data[document->tokens.items[quote->end - 1].begin];
    bool has_next = quote->end + 1 < document->tokens.count &&
                    document->tokens.items[quote->end + 1].gap != KITH_GAP_PARAGRAPH;
    return (mark == '!' || mark == '?') && has_next ? quote->end + 1 : quote->end - 1;
}

static enum kith_status find_beside(struct kith_speech *s, uint32_t number,
                                    struct kith_error *err)
{
    const struct kith_quote *quote = &s->quotes.items[number];
    struct saying *saying = &s->sayings[number];
    if (saying->is_known)
        return KITH_OK;
    saying->is_known = true;
    saying->speaker.entity = KITH_NO_ID;
    KITH_TRY(read_other(s, last_token(s, quote), err));
    if (find_behind(s, quote, &saying->speaker))
        return KITH_OK;
    KITH_TRY(read_other(s, quote->begin, err));
    if (!find_before(s, quote, &saying->speaker))
        find_colon(s, quote, &saying->speaker);
    return KITH_OK;
}

/* True when the quote may go on with the one before: in one paragraph, or one that its
 * paragraph cut off. */
static bool goes_on(const struct kith_speech *s, uint32_t number)
{
    const struct kith_document *document = s->findings->document;
    const struct kith_quote *quote = &s->quotes.items[number];
    const struct kith_quote *before = quote - 1;
    uint32_t here =
        document->sentences.items[sentence_of(document, quote->begin)].paragraph;
    uint32_t there =
        document->sentences.items[sentence_of(document, before->end - 1)].paragraph;
    return here == there || (before->is_open_ended && here == there + 1);
}

/* Who says the words of the quote; nobody, when nobody is named beside it or beside those
 * it goes on from. */
static enum kith_status find_quoted(struct kith_speech *s, uint32_t number,
                                    struct kith_speaker *speaker, struct kith_error *err)
{
    uint32_t at = number;
    for (uint32_t left = QUOTE_CHAIN_LIMIT; left > 0; left--, at--) {
        KITH_TRY(find_beside(s, at, err));
        *speaker = s->sayings[at].speaker;
        if (kith_speaker_is_named(speaker) || at == 0 || !goes_on(s, at))
            break;
    }
    if (kith_speaker_is_named(speaker))
        s->sayings[number].speaker = *speaker;
    return KITH_OK;
}

/* ---- who says so ---- */

/* The nearest cue whose words hold symbol `at`, among those that stand in `quote` or, for
 * KITH_NO_ID, in none; NULL when there is none. */
static const struct kith_cue *nearest(const struct kith_cues *cues, uint32_t at,
                                      uint32_t quote)
{
    const struct kith_cue *found = NULL;
    for (uint32_t i = 0; i < cues->count; i++) {
        const struct kith_cue *cue = &cues->items[i];
        bool holds_on = cue->on_begin <= at && at < cue->on_end && cue->end <= at;
        if (cue->quote != quote || at == cue->begin)
            continue;
        if (holds_on)
            found = cue;
        else if (!found && at < cue->back_end)
            return cue;
    }
    return found;
}

enum kith_status kith_speech_find(struct kith_speech *speech,
                                  const struct kith_sequence *sequence, uint32_t sentence,
                                  uint32_t first, uint32_t at,
                                  struct kith_statement *statement,
                                  struct kith_error *err)
{
    struct kith_speaker speaker = {.entity = KITH_NO_ID};
    KITH_TRY(read_quotes(speech, err));
    if (speech->sentence != sentence)
        KITH_TRY(read_cues(speech, sequence, sentence, first, &speech->cues, err));
    speech->sentence = sentence;
    uint32_t quote = kith_quotes_find(&speech->quotes, sequence->items[at].begin);
    const struct kith_cue *cue = nearest(&speech->cues, at, quote);
    if (cue)
        speaker = cue->speaker;
    else if (quote != KITH_NO_ID)
        KITH_TRY(find_quoted(speech, quote, &speaker, err));
    if (!kith_speaker_is_named(&speaker) && quote != KITH_NO_ID &&
        (cue = nearest(&speech->cues, at, KITH_NO_ID)))
        speaker = cue->speaker;
    statement->speaker = speaker.entity;
    statement->speaker_begin = speaker.begin;
    statement->speaker_end = speaker.end;
    return KITH_OK;
}
