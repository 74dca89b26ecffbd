/* Choosing: sentences and names, then one stretch of those that touch. */
#include "store/excerpt.h"

#include <stdlib.h>

struct choosing {
    const struct kith_mentions *mentions;
    const struct kith_document *document;
    struct kith_arena *arena;
    struct kith_excerpt *excerpt;
};

static bool keep_stretch(struct choosing *choosing, uint32_t begin, uint32_t end)
{
    if (begin >= end)
        return true;
    struct kith_excerpt *excerpt = choosing->excerpt;
    if (end > choosing->document->text.length ||
        !KITH_ARENA_PUSHABLE(choosing->arena, &excerpt->stretches))
        return false;
    excerpt->stretches.items[excerpt->stretches.count++] =
        (struct kith_stretch){begin, end};
    return true;
}

static bool keep_sentence(struct choosing *choosing, uint32_t number)
{
    const struct kith_sentences *sentences = &choosing->document->sentences;
    if (number >= sentences->count)
        return false;
    if (choosing->excerpt->holds_evidence[number])
        return true;
    const struct kith_sentence *sentence = &sentences->items[number];
    choosing->excerpt->holds_evidence[number] = choosing->excerpt->is_told[number] = true;
    return keep_stretch(choosing, sentence->begin, sentence->end);
}

static bool keep_evidence(struct choosing *choosing, const struct kith_evidence *row)
{
    const struct kith_mentions *mentions = choosing->mentions;
    return row->source_mention < mentions->count &&
           row->target_mention < mentions->count &&
           keep_sentence(choosing, row->sentence) &&
           keep_sentence(choosing, mentions->items[row->source_mention].sentence) &&
           keep_sentence(choosing, mentions->items[row->target_mention].sentence) &&
           keep_stretch(choosing, row->trigger_begin, row->trigger_end) &&
           keep_stretch(choosing, row->statement.speaker_begin,
                        row->statement.speaker_end);
}

static bool keep_mention(struct choosing *choosing, const struct kith_mention *mention)
{
    if (mention->sentence >= choosing->document->sentences.count)
        return false;
    choosing->excerpt->is_told[mention->sentence] = true;
    return choosing->excerpt->holds_evidence[mention->sentence] ||
           keep_stretch(choosing, mention->begin, mention->end);
}

static int by_begin(const void *a, const void *b)
{
    const struct kith_stretch *one = a, *other = b;
    return (one->begin > other->begin) - (one->begin < other->begin);
}

/* Sort the stretches and make one of those that touch. */
static void join_stretches(struct kith_excerpt *excerpt)
{
    struct kith_stretch *items = excerpt->stretches.items;
    uint32_t kept = 0;
    if (excerpt->stretches.count)
        qsort(items, excerpt->stretches.count, sizeof *items, by_begin);
    for (uint32_t i = 0; i < excerpt->stretches.count; i++)
        if (kept && items[i].begin <= items[kept - 1].end) {
            if (items[i].end > items[kept - 1].end)
                items[kept - 1].end = items[i].end;
        } else {
            items[kept++] = items[i];
        }
    excerpt->stretches.count = kept;
}

bool kith_excerpt_choose(const struct kith_findings *findings, struct kith_arena *arena,
                         struct kith_excerpt *excerpt)
{
    struct choosing choosing = {&findings->mentions, findings->document, arena, excerpt};
    size_t sentences = findings->document->sentences.count;
    *excerpt = (struct kith_excerpt){.holds_evidence = KITH_ARRAY(arena, bool, sentences),
                                     .is_told = KITH_ARRAY(arena, bool, sentences)};
    if (!excerpt->holds_evidence || !excerpt->is_told)
        return false;
    for (uint32_t i = 0; i < findings->evidence_count; i++)
        if (!keep_evidence(&choosing, &findings->evidence[i]))
            return false;
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        if (!keep_mention(&choosing, &findings->mentions.items[i]))
            return false;
    join_stretches(excerpt);
    return true;
}
