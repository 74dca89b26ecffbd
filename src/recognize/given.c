/* Given mentions, sorted by article; set among our own article by article. What becomes
 * of each is marked on it, for the report at the end. */
#include "recognize/given.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/intern.h"

/* What became of a mention. */
enum fate { UNSEEN, PLACED, OUTSIDE, OVERLAPPED };

struct item {
    struct kith_given_mention mention;
    kith_id article; /* in articles */
};

struct kith_given {
    struct kith_arena arena;
    struct kith_intern articles; /* their paths */
    struct item *items;
    uint32_t count, room;
    uint32_t *first;     /* article -> its first item; one more at the end */
    atomic_uchar *fates; /* by item; two articles may end in one path */
};

/* A mention on its way into an article. */
struct span {
    uint32_t begin, end; /* bytes; begin == end: outside the text */
    uint32_t item;
};

enum kith_status kith_given_new(struct kith_given **out, struct kith_error *err)
{
    struct kith_given *made = calloc(1, sizeof *made);
    if (!made)
        return kith_no_memory(err);
    kith_arena_init(&made->arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&made->articles, &made->arena);
    *out = made;
    return KITH_OK;
}

void kith_given_free(struct kith_given *given)
{
    if (!given)
        return;
    kith_intern_release(&given->articles);
    kith_arena_release(&given->arena);
    free(given->fates);
    free(given);
}

enum kith_status kith_given_add(struct kith_given *given, struct kith_str path,
                                struct kith_given_mention mention, struct kith_error *err)
{
    kith_id article = kith_intern_add(&given->articles, path);
    if (article == KITH_NO_ID || !KITH_ARENA_PUSHABLE(&given->arena, given))
        return kith_no_memory(err);
    given->items[given->count++] = (struct item){mention, article};
    return KITH_OK;
}

/* By article, characters behind bytes, then as they stand in the text. */
static int by_article(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (x->mention.in_characters != y->mention.in_characters)
        return x->mention.in_characters ? 1 : -1;
    if (x->mention.begin != y->mention.begin)
        return x->mention.begin < y->mention.begin ? -1 : 1;
    return (x->mention.line > y->mention.line) - (x->mention.line < y->mention.line);
}

enum kith_status kith_given_close(struct kith_given *given, struct kith_error *err)
{
    uint32_t article_count = given->articles.count;
    given->first = KITH_ARRAY(&given->arena, uint32_t, (size_t)article_count + 1);
    given->fates = calloc((size_t)given->count + 1, sizeof *given->fates);
    if (!given->first || !given->fates)
        return kith_no_memory(err);
    if (given->count)
        qsort(given->items, given->count, sizeof *given->items, by_article);
    uint32_t item = 0;
    for (kith_id article = 0; article <= article_count; article++) {
        while (item < given->count && given->items[item].article < article)
            item++;
        given->first[article] = item;
    }
    return KITH_OK;
}

/* The article by the whole path, else by the longest end of it that is known. */
static kith_id find_article(const struct kith_given *given, struct kith_str path)
{
    kith_id found = kith_intern_find(&given->articles, path);
    while (found == KITH_NO_ID && path.data) {
        kith_str_cut(&path, '/');
        if (path.data)
            found = kith_intern_find(&given->articles, path);
    }
    return found;
}

/* Walking a text by characters: both counts of one place in it. */
struct place {
    uint64_t character;
    size_t byte;
};

/* Go on to `character`; false when the text ends before. */
static bool walk_to(struct place *place, struct kith_str text, uint64_t character)
{
    while (place->character < character && place->byte < text.length) {
        place->byte++;
        while (place->byte < text.length &&
               ((unsigned char)text.data[place->byte] & 0xC0) == 0x80)
            place->byte++;
        place->character++;
    }
    return place->character == character;
}

static struct span span_of(const struct kith_given *given, uint32_t item,
                           struct kith_str text, struct place *place)
{
    const struct kith_given_mention *mention = &given->items[item].mention;
    struct span outside = {.item = item};
    if (mention->begin >= mention->end || mention->end > text.length)
        return outside;
    if (!mention->in_characters)
        return (struct span){(uint32_t)mention->begin, (uint32_t)mention->end, item};
    bool is_inside = walk_to(place, text, mention->begin);
    struct place end = *place;
    if (!is_inside || !walk_to(&end, text, mention->end))
        return outside;
    return (struct span){(uint32_t)place->byte, (uint32_t)end.byte, item};
}

/* In text order, the longer one first. */
static int by_begin(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/* The words that a span touches, as a mention; false when it touches none. The search
 * goes on from mention->end_token and mention->sentence of the one before. */
static bool take_words(const struct kith_document *document, const struct span *span,
                       struct kith_mention *mention)
{
    const struct kith_tokens *tokens = &document->tokens;
    uint32_t first = mention->end_token;
    while (first < tokens->count && tokens->items[first].end <= span->begin)
        first++;
    if (first == tokens->count || tokens->items[first].begin >= span->end)
        return false;
    while (document->sentences.items[mention->sentence].end_token <= first)
        mention->sentence++;
    uint32_t limit = document->sentences.items[mention->sentence].end_token;
    uint32_t end = first + 1;
    while (end < limit && tokens->items[end].begin < span->end)
        end++;
    mention->first_token = first;
    mention->end_token = end;
    mention->begin = span->begin;
    mention->end = span->end;
    return true;
}

static void mark(const struct kith_given *given, uint32_t item, enum fate fate)
{
    atomic_store_explicit(&given->fates[item], (unsigned char)fate, memory_order_relaxed);
}

/* Those of the spans that can stand in the text, none over another. */
static void take_spans(const struct kith_given *given,
                       const struct kith_document *document, const struct span *spans,
                       uint32_t count, struct kith_mentions *taken)
{
    struct kith_mention last = {.found = KITH_FOUND_GIVEN, .candidate_count = 1};
    for (uint32_t i = 0; i < count; i++) {
        const struct kith_given_mention *mention = &given->items[spans[i].item].mention;
        enum fate fate = PLACED;
        if (spans[i].begin == spans[i].end)
            fate = OUTSIDE;
        else if (spans[i].begin < last.end)
            fate = OVERLAPPED;
        else if (!take_words(document, &spans[i], &last))
            fate = OUTSIDE;
        mark(given, spans[i].item, fate);
        if (fate != PLACED)
            continue;
        last.entity = mention->entity;
        last.alias = mention->alias;
        taken->items[taken->count++] = last;
    }
}

/* Two lists in text order into one; ours, which may overlap each other, give way. */
static void merge(const struct kith_mentions *ours, const struct kith_mentions *theirs,
                  struct kith_trace *trace, struct kith_mentions *all)
{
    uint32_t t = 0;
    for (uint32_t i = 0; i < ours->count; i++) {
        const struct kith_mention *own = &ours->items[i];
        while (t < theirs->count && theirs->items[t].end <= own->begin)
            all->items[all->count++] = theirs->items[t++];
        bool is_free =
            t == theirs->count || (theirs->items[t].begin >= own->end &&
                                   theirs->items[t].first_token >= own->end_token);
        if (is_free)
            all->items[all->count++] = *own;
        else if (trace)
            kith_trace_mention(trace, own, KITH_REASON_YIELDED, theirs->items[t].entity,
                               KITH_NO_ID);
    }
    while (t < theirs->count)
        all->items[all->count++] = theirs->items[t++];
}

static bool make_room(struct kith_arena *arena, uint32_t room,
                      struct kith_mentions *mentions)
{
    *mentions = (struct kith_mentions){
        .items = KITH_ARRAY(arena, struct kith_mention, room), .room = room};
    return mentions->items != NULL;
}

enum kith_status kith_given_place(const struct kith_given *given,
                                  const struct kith_document *document,
                                  struct kith_arena *arena, struct kith_trace *trace,
                                  struct kith_mentions *mentions, struct kith_error *err)
{
    kith_id article = given ? find_article(given, document->article->path) : KITH_NO_ID;
    if (article == KITH_NO_ID)
        return KITH_OK;
    uint32_t first = given->first[article];
    uint32_t count = given->first[article + 1] - first;
    struct span *spans = KITH_ARRAY(arena, struct span, count);
    struct kith_mentions theirs, all;
    if (!spans || !make_room(arena, count, &theirs) ||
        !make_room(arena, mentions->count + count, &all))
        return kith_no_memory(err);
    struct place place = {0, 0};
    for (uint32_t i = 0; i < count; i++)
        spans[i] = span_of(given, first + i, document->text, &place);
    qsort(spans, count, sizeof *spans, by_begin);
    take_spans(given, document, spans, count, &theirs);
    merge(mentions, &theirs, trace, &all);
    *mentions = all;
    return KITH_OK;
}

static const char *reason_of(unsigned char fate)
{
    return fate == OUTSIDE ? "lies outside the article's words; it is left out"
                           : "overlaps an earlier one; it is left out";
}

enum kith_status kith_given_report(const struct kith_given *given, const char *file,
                                   struct kith_problems *problems, struct kith_error *err)
{
    kith_id told = KITH_NO_ID; /* the article that is known to be missing */
    for (uint32_t i = 0; given && i < given->count; i++) {
        const struct item *item = &given->items[i];
        unsigned char fate = atomic_load(&given->fates[i]);
        struct kith_str path = given->articles.items[item->article];
        if (fate == OUTSIDE || fate == OVERLAPPED)
            KITH_TRY(kith_problems_add(
                problems, KITH_FAULT, kith_str_of(file), item->mention.line, "mention",
                err, "the mention in %.*s %s", KITH_STR_ARGS(path), reason_of(fate)));
        if (fate == UNSEEN && item->article != told)
            KITH_TRY(kith_problems_add(problems, KITH_NOTE, kith_str_of(file),
                                       item->mention.line, "mention", err,
                                       "%.*s is none of the articles read; its mentions "
                                       "are not used",
                                       KITH_STR_ARGS(path)));
        if (fate == UNSEEN)
            told = item->article;
    }
    return KITH_OK;
}
