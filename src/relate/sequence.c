/* Sentences as symbols. */
#include "relate/sequence.h"

/* What a small word is by its ending. One letter tells of most that they are neither. */
enum ending { ENDING_OTHER, ENDING_PARTICIPLE, ENDING_ADVERB, ENDING_S };

static enum ending ending_of(struct kith_str text, const struct kith_token *token)
{
    if (token->shape != KITH_SHAPE_LOWER || token->end - token->begin < 4)
        return ENDING_OTHER;
    const char *end = text.data + token->end;
    if (end[-1] == 'd')
        return end[-2] == 'e' ? ENDING_PARTICIPLE : ENDING_OTHER;
    if (end[-1] == 'g')
        return end[-2] == 'n' && end[-3] == 'i' ? ENDING_PARTICIPLE : ENDING_OTHER;
    if (end[-1] == 's') /* but not "famous", "endless" */
        return end[-2] == 's' || end[-2] == 'u' ? ENDING_OTHER : ENDING_S;
    return end[-1] == 'y' && end[-2] == 'l' ? ENDING_ADVERB : ENDING_OTHER;
}

/* Letters and digits of this length are the number of a message, and no part of a name.
 */
#define CODE_LENGTH 8

static enum kith_token_shape shape_of(struct kith_str text,
                                      const struct kith_token *token)
{
    bool is_code = token->shape == KITH_SHAPE_UPPER &&
                   token->end - token->begin >= CODE_LENGTH &&
                   text.data[token->end - 1] >= '0' && text.data[token->end - 1] <= '9';
    return is_code ? KITH_SHAPE_UNCASED : token->shape;
}

static uint64_t key_of(struct kith_str text, const struct kith_token *token)
{
    bool is_possessive = token->kind == KITH_TOKEN_POSSESSIVE;
    return is_possessive ? KITH_KEY_POSSESSIVE : kith_word_key(text, token);
}

static void read_token(const struct kith_rules *rules, struct kith_str text,
                       const struct kith_token *token, uint64_t key,
                       struct kith_symbol *symbol)
{
    const struct kith_lexicon_word *word = kith_lexicon_find(&rules->lexicon, key);
    const enum ending ending = ending_of(text, token);
    symbol->class = word->class;
    symbol->mention = KITH_NO_ID;
    symbol->type = KITH_NO_ID;
    symbol->roles = word->roles;
    symbol->signs = word->signs;
    symbol->entry = word->entry;
    symbol->kind = token->kind;
    symbol->shape = (uint8_t)shape_of(text, token);
    symbol->touches = token->gap == KITH_GAP_NONE;
    symbol->is_participle = ending == ENDING_PARTICIPLE;
    symbol->ends_in_s = ending == ENDING_S;
    symbol->begin = token->begin;
    symbol->end = token->end;
    if (ending == ENDING_ADVERB && word->class == KITH_NO_ID)
        symbol->roles = KITH_ROLE_ADVERB;
}

/* "4 May" and "in May": a month, and no word of doubt. */
static void mark_month(struct kith_sequence *s, uint32_t at)
{
    struct kith_symbol *symbol = &s->items[at];
    if (symbol->shape != KITH_SHAPE_TITLE || !(symbol->roles & KITH_ROLE_STATUS) ||
        !(symbol->roles & KITH_ROLE_AUXILIARY))
        return;
    bool is_month = (at > 0 && (s->items[at - 1].kind == KITH_TOKEN_NUMBER ||
                                s->items[at - 1].roles & KITH_ROLE_BEFORE_TIME)) ||
                    (at + 1 < s->count && s->items[at + 1].kind == KITH_TOKEN_NUMBER);
    if (is_month)
        symbol->roles = KITH_ROLE_TIME;
}

/* Give the sign of a name to the last symbol, and to those before it that descriptions
 * and their dots reach it from. */
static void sign_name(struct kith_sequence *sequence)
{
    struct kith_symbol *last = &sequence->items[sequence->count - 1];
    const uint32_t reach = 2 * KITH_DESCRIPTION_LIMIT;
    uint32_t before = sequence->count - 1 < reach ? sequence->count - 1 : reach;
    for (uint32_t i = 0; i <= before; i++)
        last[-(ptrdiff_t)i].signs |= KITH_NET_NAME_SIGN;
}

/* A name, or the words [begin, end) that stand for one. */
static void read_name(const struct kith_referents *referents, uint32_t mention,
                      uint32_t begin, uint32_t end, struct kith_sequence *sequence)
{
    const struct kith_token *tokens = referents->document->tokens.items;
    kith_id entity = referents->mentions->items[mention].entity;
    sequence->names.items[sequence->names.count++] = sequence->count;
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
    sign_name(sequence);
}

/* Room for all symbols of a sentence, so that none has to ask for its own. */
static enum kith_status make_room(struct kith_sequence *sequence, uint32_t token_count,
                                  uint32_t name_count, struct kith_arena *arena,
                                  struct kith_error *err)
{
    struct kith_names_at *names = &sequence->names;
    while (sequence->room < token_count)
        if (!kith_arena_widen(arena, (void **)&sequence->items, &sequence->room,
                              sizeof *sequence->items))
            return kith_no_memory(err);
    while (sequence->keys.room < token_count)
        if (!kith_arena_widen(arena, (void **)&sequence->keys.items, &sequence->keys.room,
                              sizeof *sequence->keys.items))
            return kith_no_memory(err);
    while (names->room < name_count)
        if (!kith_arena_widen(arena, (void **)&names->items, &names->room,
                              sizeof *names->items))
            return kith_no_memory(err);
    sequence->count = names->count = 0;
    return KITH_OK;
}

/* The first token of the next mention that does not begin before `token`, where it would
 * overlap the one before; UINT32_MAX when there is none. */
static uint32_t next_mention(const struct kith_mentions *mentions, uint32_t *first,
                             uint32_t end, uint32_t token)
{
    while (*first < end && mentions->items[*first].first_token < token)
        ++*first;
    return *first < end ? mentions->items[*first].first_token : UINT32_MAX;
}

/* Most words lie somewhere else in the lexicon: all are asked for before the first is
 * looked at, so that the waits for them are one. */
static void announce(const struct kith_rules *rules, const struct kith_document *document,
                     const struct kith_sentence *range, uint64_t *keys)
{
    for (uint32_t t = range->first_token; t < range->end_token; t++) {
        const struct kith_token *token = &document->tokens.items[t];
        if (token->kind == KITH_TOKEN_QUOTE)
            continue;
        keys[t - range->first_token] = key_of(document->text, token);
        kith_lexicon_announce(&rules->lexicon, keys[t - range->first_token]);
    }
}

enum kith_status kith_sequence_read(const struct kith_referents *referents,
                                    uint32_t sentence, uint32_t first, uint32_t end,
                                    struct kith_arena *arena,
                                    struct kith_sequence *sequence,
                                    struct kith_error *err)
{
    const struct kith_document *document = referents->document;
    const struct kith_mentions *mentions = referents->mentions;
    const struct kith_sentence *range = &document->sentences.items[sentence];
    const struct kith_token *tokens = document->tokens.items;
    uint32_t count = range->end_token - range->first_token;
    KITH_TRY(make_room(sequence, count, count, arena, err));
    announce(referents->rules, document, range, sequence->keys.items);
    uint32_t next = next_mention(mentions, &first, end, range->first_token);
    for (uint32_t t = range->first_token, behind; t < range->end_token; t = behind) {
        uint32_t mention = KITH_NO_ID;
        behind = t + 1;
        if (t == next) {
            mention = first;
            behind = mentions->items[first].end_token;
        } else if (kith_referent_may_stand(referents, t))
            mention = kith_referent_at(referents, sentence, first, t, &behind);
        if (mention != KITH_NO_ID) {
            read_name(referents, mention, t, behind, sequence);
            next = next_mention(mentions, &first, end, behind);
        } else if (tokens[t].kind != KITH_TOKEN_QUOTE) {
            read_token(referents->rules, document->text, &tokens[t],
                       sequence->keys.items[t - range->first_token],
                       &sequence->items[sequence->count++]);
        }
    }
    for (uint32_t at = 0; at < sequence->count; at++)
        mark_month(sequence, at);
    return KITH_OK;
}
