/* Sentences as symbols. */
#include "relate/sequence.h"

#include "relate/outlook.h"

/* Shorter words have no ending. */
#define SHORTEST_ENDED 4

/* Behind the last letter of a lower-case word that is no name, or NULL. */
static const char *ending_at(const struct kith_sequence *sequence, uint32_t at)
{
    const struct kith_symbol *symbol = &sequence->items[at];
    bool has_ending = symbol->mention == KITH_NO_ID &&
                      symbol->shape == KITH_SHAPE_LOWER &&
                      symbol->end - symbol->begin >= SHORTEST_ENDED;
    return has_ending ? sequence->text + symbol->end : NULL;
}

bool kith_sequence_is_participle(const struct kith_sequence *sequence, uint32_t at)
{
    const char *end = ending_at(sequence, at);
    return end && ((end[-1] == 'd' && end[-2] == 'e') ||
                   (end[-1] == 'g' && end[-2] == 'n' && end[-3] == 'i'));
}

/* But not "famous", "endless". */
bool kith_sequence_ends_in_s(const struct kith_sequence *sequence, uint32_t at)
{
    const char *end = ending_at(sequence, at);
    return end && end[-1] == 's' && end[-2] != 's' && end[-2] != 'u';
}

/* Letters and digits of this length are the number of a message, and no part of a name.
 */
#define CODE_LENGTH 8

/* Of few words does the end tell anything; its last letter does of which. */
static bool has_telling_end(char last)
{
    return last == 'y' || (last >= '0' && last <= '9');
}

/* A small word in -ly that no rule speaks of is an adverb; what looks like the number of
 * a message has no case. */
static void read_end(struct kith_sequence *sequence, uint32_t at)
{
    struct kith_symbol *symbol = &sequence->items[at];
    const char *end = sequence->text + symbol->end;
    const uint32_t length = symbol->end - symbol->begin;
    if (symbol->shape == KITH_SHAPE_LOWER && symbol->class == KITH_NO_ID &&
        length >= SHORTEST_ENDED && end[-1] == 'y' && end[-2] == 'l') {
        symbol->roles = KITH_ROLE_ADVERB;
        sequence->signs[at] |= KITH_NET_HELP_SIGN;
    }
    if (symbol->shape == KITH_SHAPE_UPPER && length >= CODE_LENGTH && end[-1] <= '9')
        symbol->shape = KITH_SHAPE_UNCASED;
}

static uint64_t key_of(struct kith_str text, const struct kith_token *token)
{
    if (token->kind == KITH_TOKEN_POSSESSIVE || token->kind == KITH_TOKEN_QUOTE)
        return KITH_KEY_POSSESSIVE; /* quotes are passed over */
    return kith_word_key(text, token);
}

static inline void read_token(const struct kith_lexicon_word *word,
                              const struct kith_token *token,
                              struct kith_sequence *sequence)
{
    const uint32_t at = sequence->count++;
    sequence->wants |= word->wants;
    sequence->signs[at] = word->signs | KITH_NET_ANY_SIGN;
    sequence->items[at] = (struct kith_symbol){
        .class = word->class,
        .mention = KITH_NO_ID,
        .type = KITH_NO_ID,
        .roles = word->roles,
        .begin = token->begin,
        .end = token->end,
        .kind = token->kind,
        .shape = token->shape,
        .touches = token->gap == KITH_GAP_NONE,
    };
    if (has_telling_end(sequence->text[token->end - 1]))
        read_end(sequence, at);
}

/* A name, or the words [begin, end) that stand for one. */
static void read_name(const struct kith_referents *referents, uint32_t mention,
                      uint32_t begin, uint32_t end, struct kith_sequence *sequence)
{
    const struct kith_token *tokens = referents->document->tokens.items;
    kith_id entity = referents->mentions->items[mention].entity;
    sequence->names.items[sequence->names.count++] = sequence->count;
    sequence->signs[sequence->count] = KITH_NET_ANY_SIGN;
    sequence->items[sequence->count++] = (struct kith_symbol){
        .class = KITH_NO_ID,
        .mention = mention,
        .type = kith_gazetteer_entity_type(referents->rules->gazetteer, entity),
        .kind = KITH_TOKEN_WORD,
        .shape = tokens[begin].shape,
        .touches = tokens[begin].gap == KITH_GAP_NONE,
        .begin = tokens[begin].begin,
        .end = tokens[end - 1].end,
    };
}

/* Room for all symbols of a sentence, so that none has to ask for its own. */
static enum kith_status make_room(struct kith_sequence *sequence, uint32_t token_count,
                                  struct kith_arena *arena, struct kith_error *err)
{
    sequence->count = sequence->names.count = 0;
    sequence->wants = 0;
    if (token_count <= sequence->room)
        return KITH_OK;
    const size_t room = 2 * (size_t)token_count;
    sequence->items = kith_arena_alloc(arena, room * sizeof *sequence->items);
    sequence->keys = kith_arena_alloc(arena, room * sizeof *sequence->keys);
    sequence->names.items = kith_arena_alloc(arena, room * sizeof *sequence->names.items);
    sequence->signs =
        kith_arena_alloc(arena, (room + KITH_GAP_LIMIT + 1) * sizeof *sequence->signs);
    if (!sequence->items || !sequence->keys || !sequence->names.items || !sequence->signs)
        return kith_no_memory(err);
    sequence->room = (uint32_t)room;
    return KITH_OK;
}

/* Most words lie somewhere else in the lexicon: all are asked for before the first is
 * looked at, so that the waits for them are one. */
static void announce(const struct kith_lexicon *lexicon, struct kith_str text,
                     const struct kith_token *tokens, uint32_t count, uint64_t *keys)
{
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = key_of(text, &tokens[i]);
        kith_lexicon_announce(lexicon, keys[i]);
    }
}

/* What is read, and how far. */
struct reading {
    const struct kith_referents *referents;
    uint32_t sentence;
    const struct kith_sentence *range;
    uint32_t next; /* mention behind what has been read */
    struct kith_sequence *sequence;
};

/* Read the words from token `at` on if they stand for a name; returns what is behind
 * them, or `at`. */
static uint32_t read_referring(const struct reading *r, uint32_t at)
{
    uint32_t behind;
    uint32_t mention = kith_referent_at(r->referents, r->sentence, r->next, at, &behind);
    if (mention == KITH_NO_ID)
        return at;
    read_name(r->referents, mention, at, behind, r->sequence);
    return behind;
}

/* Read the tokens from `at` to `end`, where no name stands. */
static void read_words(const struct reading *r, uint32_t at, uint32_t end)
{
    const struct kith_lexicon lexicon = r->referents->rules->lexicon;
    const struct kith_referring referring = r->referents->referring;
    const struct kith_token *tokens = r->referents->document->tokens.items;
    const uint64_t *keys = r->sequence->keys;
    uint64_t before = 0;
    while (at < end) {
        const uint64_t key = keys[at - r->range->first_token];
        uint32_t behind = at;
        if (kith_referring_is(referring, before, key))
            behind = read_referring(r, at);
        if (behind == at) {
            if (tokens[at].kind != KITH_TOKEN_QUOTE)
                read_token(kith_lexicon_find(&lexicon, key), &tokens[at], r->sequence);
            behind++;
        }
        before = key;
        at = behind;
    }
}

enum kith_status kith_sequence_read(const struct kith_referents *referents,
                                    uint32_t sentence, uint32_t first, uint32_t end,
                                    struct kith_arena *arena,
                                    struct kith_sequence *sequence,
                                    struct kith_error *err)
{
    const struct kith_document *document = referents->document;
    const struct kith_mention *mentions = referents->mentions->items;
    const struct kith_sentence *range = &document->sentences.items[sentence];
    const uint32_t count = range->end_token - range->first_token;
    struct reading r = {referents, sentence, range, first, sequence};
    uint32_t at = range->first_token;
    KITH_TRY(make_room(sequence, count, arena, err));
    sequence->text = document->text.data;
    announce(&referents->rules->lexicon, document->text, &document->tokens.items[at],
             count, sequence->keys);
    for (; r.next < end; r.next++) {
        if (mentions[r.next].first_token < at)
            continue; /* it overlaps the one before */
        read_words(&r, at, mentions[r.next].first_token);
        at = mentions[r.next].end_token;
        read_name(referents, r.next, mentions[r.next].first_token, at, sequence);
    }
    read_words(&r, at, range->end_token);
    kith_outlook_read(sequence);
    return KITH_OK;
}
