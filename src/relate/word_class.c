/* Word classes. */
#include "relate/word_class.h"

#include <string.h>

#include "base/file.h"
#include "relate/closed_words.h"
#include "gazetteer/word_key.h"

static kith_id add_class(struct kith_word_classes *classes, uint64_t hash)
{
    bool is_new;
    if (classes->count == classes->room &&
        !kith_arena_widen(classes->arena, (void **)&classes->roles, &classes->room,
                          sizeof *classes->roles))
        return KITH_NO_ID;
    uint32_t *place = kith_map_place(&classes->ids, hash, classes->count, &is_new);
    if (!place)
        return KITH_NO_ID;
    if (is_new)
        classes->roles[classes->count++] = 0;
    return *place;
}

kith_id kith_word_class_add(struct kith_word_classes *classes, struct kith_str text,
                            const struct kith_token *token)
{
    if (token->kind == KITH_TOKEN_POSSESSIVE)
        return KITH_CLASS_POSSESSIVE;
    kith_id class = add_class(classes, kith_word_key(text, token));
    if (class != KITH_NO_ID && token->kind > KITH_TOKEN_NUMBER)
        kith_word_class_give_role(classes, class, KITH_ROLE_MARK);
    return class;
}

void kith_word_class_give_role(struct kith_word_classes *classes, kith_id class,
                               enum kith_word_role role)
{
    classes->roles[class] = classes->roles[class] | role;
}

/* The shortest word that has a plural of ours: "for" and "was" have none. */
#define SHORTEST_SINGULAR 4

/* Folded plurals are built here; longer words have none. */
#define LONGEST_SINGULAR 40

static bool is_plain_word(const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (word[i] < 'a' || word[i] > 'z')
            return false;
    return length >= SHORTEST_SINGULAR && length <= LONGEST_SINGULAR;
}

static bool ends_with(const char *word, size_t length, const char *ending)
{
    size_t tail = strlen(ending);
    return length >= tail && memcmp(word + length - tail, ending, tail) == 0;
}

/* Turn the singular in `word` into its plural in place; returns the new length. */
static size_t make_plural(char *word, size_t length)
{
    if (ends_with(word, length, "man")) {
        word[length - 2] = 'e';
        return length;
    }
    const char *ending = "s";
    if (ends_with(word, length, "s") || ends_with(word, length, "x") ||
        ends_with(word, length, "ch") || ends_with(word, length, "sh"))
        ending = "es";
    if (word[length - 1] == 'y' && !strchr("aeiou", word[length - 2])) {
        ending = "ies";
        length--;
    }
    memcpy(word + length, ending, strlen(ending));
    return length + strlen(ending);
}

enum kith_status kith_word_class_plural(struct kith_word_classes *classes,
                                        struct kith_str text,
                                        const struct kith_token *token, kith_id *plural,
                                        struct kith_error *err)
{
    char word[KITH_FOLD_LIMIT + KITH_FILE_PADDING] = {0};
    *plural = KITH_NO_ID;
    if (token->kind != KITH_TOKEN_WORD)
        return KITH_OK;
    size_t length = kith_fold(text, token, word);
    if (!is_plain_word(word, length))
        return KITH_OK;
    struct kith_token made = {.kind = KITH_TOKEN_WORD, .shape = KITH_SHAPE_LOWER};
    made.end = (uint32_t)make_plural(word, length);
    *plural = kith_word_class_add(classes, (struct kith_str){word, made.end}, &made);
    return *plural == KITH_NO_ID ? kith_no_memory(err) : KITH_OK;
}

/* Enter one line of the closed words. */
static enum kith_status add_closed(struct kith_word_classes *classes,
                                   struct kith_closed_words line, struct kith_error *err)
{
    struct kith_str rest = kith_str_of(line.words);
    while (rest.data) {
        struct kith_str word = kith_str_cut(&rest, ' ');
        struct kith_token token = {.end = (uint32_t)word.length};
        /* Folding looks ahead; behind a literal there is nothing to see. */
        char padded[LONGEST_SINGULAR + KITH_FILE_PADDING] = {0};
        memcpy(padded, word.data, word.length);
        word.data = padded;
        bool is_word = word.data[0] >= 'a' && word.data[0] <= 'z';
        token.kind = is_word || word.data[0] == '&' ? KITH_TOKEN_WORD : KITH_TOKEN_MARK;
        kith_id class = kith_word_class_add(classes, word, &token);
        if (class == KITH_NO_ID)
            return kith_no_memory(err);
        kith_word_class_give_role(classes, class, (enum kith_word_role)line.roles);
    }
    return KITH_OK;
}

enum kith_status kith_word_classes_init(struct kith_word_classes *classes,
                                        struct kith_arena *arena, struct kith_error *err)
{
    *classes = (struct kith_word_classes){.arena = arena};
    if (add_class(classes, KITH_KEY_POSSESSIVE) != KITH_CLASS_POSSESSIVE)
        return kith_no_memory(err);
    kith_word_class_give_role(classes, KITH_CLASS_POSSESSIVE, KITH_ROLE_MARK);
    for (const struct kith_closed_words *line = kith_closed_words; line->words; line++)
        KITH_TRY(add_closed(classes, *line, err));
    return KITH_OK;
}

const uint64_t *kith_word_class_keys(const struct kith_word_classes *classes,
                                     struct kith_arena *arena)
{
    uint64_t *keys = KITH_ARRAY(arena, uint64_t, classes->count);
    for (uint64_t i = 0; keys && i <= classes->ids.mask; i++)
        if (classes->ids.slots[i].is_taken)
            keys[classes->ids.slots[i].value] = classes->ids.slots[i].key;
    return keys;
}

void kith_word_classes_release(struct kith_word_classes *classes)
{
    kith_map_release(&classes->ids);
}
