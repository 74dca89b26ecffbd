/* The matcher as one would write it on a board: at every token every alias is held
 * against the text, letter by letter. Slow, ASCII only, and independent of the tables,
 * sieves and patterns that it is there to check. */
#ifndef KITH_TESTS_NAIVE_H
#define KITH_TESTS_NAIVE_H

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "support/reading.h"

#include "text/token.h"

#define NAIVE_WORDS 16

/* An alias: its tokens as strings, joints taken out. */
struct naive_alias {
    uint32_t entity;
    char mark; /* '=', '~' or 0 */
    char text[128];
    char words[NAIVE_WORDS][32];
    bool is_behind_hyphen[NAIVE_WORDS];
    uint32_t count;
};

struct naive_match {
    uint32_t first_token, end_token;
};

static inline void naive_word(struct kith_str text, const struct kith_token *token,
                              char *out)
{
    struct kith_str word = kith_token_text(text, token);
    memcpy(out, word.data, word.length);
    out[word.length] = '\0';
}

static inline bool naive_is_word(const char *word)
{
    return isalnum((unsigned char)word[0]);
}

/* A hyphen between words that has blanks around it. */
static inline bool naive_is_spaced(struct kith_str text, const struct kith_token *tokens,
                                   uint32_t i, uint32_t end)
{
    return i + 1 < end && text.data[tokens[i].begin] == '-' &&
           tokens[i].gap == KITH_GAP_BLANK && tokens[i + 1].gap == KITH_GAP_BLANK &&
           isalnum((unsigned char)text.data[tokens[i - 1].begin]) &&
           isalnum((unsigned char)text.data[tokens[i + 1].begin]);
}

/* A hyphen between words, or a dot behind one; told by the characters around it. */
static inline bool naive_joins(struct kith_str text, const struct kith_token *tokens,
                               uint32_t i, uint32_t end)
{
    const char *here = text.data + tokens[i].begin;
    if (i + 1 >= end || tokens[i].end - tokens[i].begin != 1)
        return false;
    if (naive_is_spaced(text, tokens, i, end))
        return true;
    char before = here[-1], behind = text.data[tokens[i + 1].begin];
    if (*here == '.')
        return isalnum((unsigned char)before) && tokens[i - 1].kind == KITH_TOKEN_WORD;
    bool is_spaced = here[1] == ' ';
    return *here == '-' && before != ' ' && before != '\n' && before != '-' &&
           before != '"' && isalnum((unsigned char)behind) && !is_spaced;
}

static inline void naive_read(struct naive_alias *alias, struct kith_str text,
                              const struct kith_tokens *tokens)
{
    uint32_t end = tokens->count;
    const struct kith_token *last = &tokens->items[end - 1];
    bool is_dot = end > 1 && last->end - last->begin == 1 &&
                  text.data[last->begin] == '.' && last->gap == KITH_GAP_NONE;
    if (is_dot && last[-1].kind == KITH_TOKEN_WORD &&
        isalnum((unsigned char)text.data[last->begin - 1]))
        end--;
    bool is_behind_hyphen = false;
    alias->count = 0;
    for (uint32_t i = 0; i < end; i++) {
        if (i > 0 && naive_joins(text, tokens->items, i, end)) {
            is_behind_hyphen |= text.data[tokens->items[i].begin] == '-';
            continue;
        }
        alias->is_behind_hyphen[alias->count] = is_behind_hyphen;
        naive_word(text, &tokens->items[i], alias->words[alias->count++]);
        is_behind_hyphen = false;
    }
}

/* Letter by letter, case aside; dots inside words of capitals count for nothing. */
static inline bool naive_same(const char *a, const char *b)
{
    bool words = naive_is_word(a) && naive_is_word(b);
    for (;;) {
        while (words && *a == '.')
            a++;
        while (words && *b == '.')
            b++;
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return false;
        if (!*a)
            return true;
        a++, b++;
    }
}

static inline uint32_t naive_count(const char *word, int (*is)(int))
{
    uint32_t count = 0;
    for (; *word; word++)
        count += is((unsigned char)*word) != 0;
    return count;
}

/* All its letters are capitals, and they are few. */
static inline bool naive_is_short(const struct naive_alias *alias)
{
    uint32_t letters = 0;
    for (uint32_t i = 0; i < alias->count; i++) {
        if (naive_count(alias->words[i], islower) > 0)
            return false;
        letters += naive_count(alias->words[i], isupper);
    }
    return letters > 0 && letters <= 5;
}

static inline bool naive_same_case(const char *a, const char *b)
{
    for (; *a || *b; a++, b++) {
        while (*a == '.')
            a++;
        while (*b == '.')
            b++;
        if (*a != *b)
            return false;
        if (!*a)
            return true;
    }
    return true;
}

/* May the alias's word `a` stand in the text as `s`? */
static inline bool naive_may_stand(const struct naive_alias *alias, const char *a,
                                   const char *s)
{
    if (!naive_is_word(a) || alias->mark == '~' || naive_count(a, isalpha) == 0)
        return true;
    uint32_t uppers = naive_count(s, isupper), lowers = naive_count(s, islower);
    if (alias->mark == '=')
        return naive_same_case(a, s);
    if (naive_is_short(alias))
        return naive_same_case(a, s) ||
               (lowers > 0 && uppers > (isupper((unsigned char)s[0]) ? 1 : 0));
    bool is_dotted = strchr(s, '.') && uppers > 1 && lowers == 0;
    bool is_small = naive_count(a, isupper) == 0;
    bool is_title = naive_count(a, isupper) == 1 && isupper((unsigned char)a[0]);
    if (uppers == 0)
        return is_small;
    if (is_dotted && (is_small || is_title))
        return strchr(a, '.') != NULL;
    if (is_small)
        return lowers == 0 || (uppers == 1 && isupper((unsigned char)s[0]));
    return true;
}

static inline void naive_spell(const char *bytes, size_t length, char *out)
{
    for (size_t i = 0; i < length; i++)
        if (!isspace((unsigned char)bytes[i]))
            *out++ = bytes[i];
        else if (i == 0 || !isspace((unsigned char)bytes[i - 1]))
            *out++ = ' ';
    *out = '\0';
}

static inline bool naive_is_exact(const struct naive_alias *alias, struct kith_str text,
                                  uint32_t begin, uint32_t end)
{
    char surface[512], name[512];
    naive_spell(text.data + begin, end - begin, surface);
    naive_spell(alias->text, strlen(alias->text), name);
    size_t length = strlen(name);
    if (name[length - 1] == '.' && surface[strlen(surface) - 1] != '.')
        name[length - 1] = '\0';
    return strcmp(surface, name) == 0;
}

static inline bool naive_is_mixed(const struct naive_alias *alias)
{
    for (uint32_t i = 0; i < alias->count; i++) {
        const char *word = alias->words[i];
        uint32_t uppers = naive_count(word, isupper), lowers = naive_count(word, islower);
        bool is_title = uppers == 1 && isupper((unsigned char)word[0]);
        if (uppers > 0 && lowers > 0 && !is_title)
            return true;
    }
    return false;
}

/* The end of `alias` at token i, or 0. */
static inline uint32_t naive_end(const struct naive_alias *alias, struct kith_str text,
                                 const struct kith_token *tokens, uint32_t i,
                                 uint32_t end)
{
    const uint32_t begin = i;
    char word[64];
    for (uint32_t k = 0; k < alias->count; k++, i++) {
        bool is_behind_spaced = false;
        for (; k > 0 && i < end && naive_joins(text, tokens, i, end); i++)
            is_behind_spaced |= naive_is_spaced(text, tokens, i, end);
        if (i >= end || (is_behind_spaced && !alias->is_behind_hyphen[k]))
            return 0;
        naive_word(text, &tokens[i], word);
        if (!naive_same(alias->words[k], word) ||
            !naive_may_stand(alias, alias->words[k], word))
            return 0;
    }
    if (alias->mark == '=' && naive_is_mixed(alias) &&
        !naive_is_exact(alias, text, tokens[begin].begin, tokens[i - 1].end))
        return 0;
    return i;
}

/* The longest end of any alias at token i, or 0. */
static inline uint32_t naive_longest(const struct naive_alias *aliases, uint32_t count,
                                     struct kith_str text,
                                     const struct kith_token *tokens, uint32_t i,
                                     uint32_t end)
{
    uint32_t longest = 0;
    for (uint32_t a = 0; a < count; a++) {
        uint32_t here = naive_end(&aliases[a], text, tokens, i, end);
        longest = here > longest ? here : longest;
    }
    return longest;
}

#endif
