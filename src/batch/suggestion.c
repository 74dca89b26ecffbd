/* Counting unknown names: one record each, found by its slug, kept for as long as the
 * survey lasts; of the articles nothing but numbers is kept. */
#include "batch/suggestion.h"

#include "base/hash.h"
#include "text/fold.h"

void kith_suggestions_init(struct kith_suggestions *suggestions, struct kith_arena *arena)
{
    *suggestions = (struct kith_suggestions){.arena = arena};
    suggestions->vocabulary.arena = arena;
}

void kith_suggestions_release(struct kith_suggestions *suggestions)
{
    kith_vocabulary_release(&suggestions->vocabulary);
    kith_map_release(&suggestions->by_slug);
    kith_buf_release(&suggestions->slug);
}

/* ---- counting ---- */

/* The surface with each run of blanks as one. */
static struct kith_str surface_of(struct kith_suggestions *all,
                                  const struct kith_document *document,
                                  const struct kith_unknown *unknown)
{
    struct kith_buf text = {0};
    for (uint32_t i = unknown->first_token; i < unknown->end_token; i++) {
        const struct kith_token *token = &document->tokens.items[i];
        if (i > unknown->first_token && token->gap != KITH_GAP_NONE)
            kith_buf_byte(&text, ' ');
        kith_buf_str(&text, kith_token_text(document->text, token));
    }
    struct kith_str name = kith_str_copy(all->arena, kith_buf_view(&text));
    kith_buf_release(&text);
    return name;
}

static uint32_t count_words(struct kith_str slug)
{
    uint32_t count = 1;
    for (size_t i = 0; i < slug.length; i++)
        count += slug.data[i] == '-';
    return count;
}

/* The suggestion of a name, made when it is new; NULL when memory is out. */
static struct kith_suggestion *place(struct kith_suggestions *all,
                                     const struct kith_document *document,
                                     const struct kith_unknown *unknown)
{
    struct kith_str span =
        kith_str_slice(document->text, document->tokens.items[unknown->first_token].begin,
                       document->tokens.items[unknown->end_token - 1].end);
    bool is_new = false;
    kith_buf_reset(&all->slug);
    kith_slug(span, &all->slug);
    struct kith_str slug = kith_buf_view(&all->slug);
    uint32_t *id = kith_map_place(&all->by_slug, kith_hash(slug.data, slug.length),
                                  all->count, &is_new);
    if (!id)
        return NULL;
    if (!is_new)
        return &all->items[*id];
    if (!KITH_ARENA_PUSHABLE(all->arena, all))
        return NULL;
    struct kith_suggestion *suggestion = &all->items[all->count++];
    *suggestion = (struct kith_suggestion){.name = surface_of(all, document, unknown),
                                           .slug = kith_str_copy(all->arena, slug),
                                           .word_count = count_words(slug),
                                           .last_article = KITH_NO_ID,
                                           .longer = KITH_NO_ID,
                                           .first_alias = KITH_NO_ID,
                                           .next_alias = KITH_NO_ID};
    return suggestion->name.data && suggestion->slug.data ? suggestion : NULL;
}

/* Count `entity`: at its own seat, at an empty one, or by taking one from everybody's. */
static void meet(struct kith_suggestion *suggestion, kith_id entity)
{
    struct kith_company *empty = NULL;
    for (int i = 0; i < KITH_COMPANY; i++) {
        struct kith_company *seat = &suggestion->company[i];
        if (seat->count && seat->entity == entity) {
            seat->count++;
            return;
        }
        if (!seat->count)
            empty = seat;
    }
    if (empty) {
        *empty = (struct kith_company){entity, 1};
        return;
    }
    for (int i = 0; i < KITH_COMPANY; i++)
        suggestion->company[i].count--;
}

static void meet_sentence(struct kith_suggestion *suggestion,
                          const struct kith_reading *reading, uint32_t sentence,
                          uint32_t *first_mention)
{
    const struct kith_mentions *mentions = &reading->mentions;
    while (*first_mention < mentions->count &&
           mentions->items[*first_mention].sentence < sentence)
        ++*first_mention;
    uint32_t i = *first_mention;
    for (; i < mentions->count && mentions->items[i].sentence == sentence; i++)
        meet(suggestion, mentions->items[i].entity);
    suggestion->kept_company += i > *first_mention;
}

static void count(struct kith_suggestion *suggestion, kith_id article,
                  const struct kith_unknown *unknown)
{
    bool is_new = suggestion->last_article != article;
    if (is_new && suggestion->context_count < KITH_CONTEXTS)
        suggestion->contexts[suggestion->context_count++] =
            (struct kith_context){article, unknown->sentence};
    suggestion->articles += is_new;
    suggestion->last_article = article;
    suggestion->mentions++;
    suggestion->titled += unknown->has_title;
}

enum kith_status kith_suggestions_count(void *suggestions, const struct kith_sight *sight,
                                        struct kith_error *err)
{
    struct kith_suggestions *all = suggestions;
    const struct kith_document *document = &sight->reading.document;
    uint32_t mention = 0;
    KITH_TRY(kith_vocabulary_count(&all->vocabulary, document, err));
    for (uint32_t i = 0; i < sight->unknowns.count; i++) {
        const struct kith_unknown *unknown = &sight->unknowns.items[i];
        struct kith_suggestion *suggestion = place(all, document, unknown);
        if (!suggestion)
            return kith_no_memory(err);
        count(suggestion, sight->reading.article.number, unknown);
        meet_sentence(suggestion, &sight->reading, unknown->sentence, &mention);
    }
    return KITH_OK;
}

/* ---- short forms ---- */

static struct kith_str last_word(struct kith_str slug)
{
    size_t begin = slug.length;
    while (begin > 0 && slug.data[begin - 1] != '-')
        begin--;
    return kith_str_slice(slug, begin, slug.length);
}

enum kith_status kith_suggestions_join(struct kith_suggestions *all,
                                       struct kith_error *err)
{
    struct kith_map by_surname = {0};
    for (kith_id i = 0; i < all->count; i++) {
        struct kith_str surname = last_word(all->items[i].slug);
        if (all->items[i].word_count < 2 || all->items[i].articles < 2)
            continue;
        bool is_new = false;
        uint32_t *owner = kith_map_place(
            &by_surname, kith_hash(surname.data, surname.length), i, &is_new);
        if (!owner) {
            kith_map_release(&by_surname);
            return kith_no_memory(err);
        }
        if (!is_new)
            *owner = KITH_NO_ID;
    }
    for (kith_id i = 0; i < all->count; i++) {
        struct kith_suggestion *single = &all->items[i];
        if (single->word_count != 1)
            continue;
        const uint32_t *owner =
            kith_map_find(&by_surname, kith_hash(single->slug.data, single->slug.length));
        if (!owner || *owner == KITH_NO_ID)
            continue;
        single->longer = *owner;
        single->next_alias = all->items[*owner].first_alias;
        all->items[*owner].first_alias = i;
    }
    kith_map_release(&by_surname);
    return KITH_OK;
}
