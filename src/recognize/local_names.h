/* Names that hold for one article only: short forms of those it gives in full.
 *
 * Each is known by one word, its key: the surname, the acronym. A word that would stand
 * for two entities stands for none. */
#ifndef KITH_RECOGNIZE_LOCAL_NAMES_H
#define KITH_RECOGNIZE_LOCAL_NAMES_H

#include "recognize/scene.h"

/* How sure a word stands for somebody. The surer name has the word; of two that are
 * equally sure neither has. */
enum kith_local_strength {
    KITH_LOCAL_PART,    /* a given name, a word of a body's name, initials */
    KITH_LOCAL_SURNAME, /* the word by which news call a person */
    KITH_LOCAL_DEFINED  /* the article says so */
};

/* A name as it stands in the article, tokens [first, end), and its key among them. */
struct kith_local_name {
    uint64_t key;   /* kith_word_key of the token */
    kith_id entity; /* KITH_NO_ID: several, so nobody */
    kith_id alias;  /* what it is short for */
    uint32_t first_token, key_token;
    uint32_t least_token;   /* a short form begins here or before */
    uint8_t strength;       /* enum kith_local_strength */
    uint8_t needs_article;  /* alone it counts only as "the Bank" */
    uint8_t needs_capitals; /* the key is in capitals: "WHO" is not "Who" */
    uint8_t is_doubtful;    /* a part that is an ordinary word in this article, or part of
                               a longer name that nobody knows */
};

/* Bits for the first two bytes of keys: enough that most words are turned away. */
#define KITH_BEGINNINGS 1024

struct kith_local_names {
    struct kith_local_name *items;
    uint32_t *places; /* by key: the number of a name, from 1; 0 for none */
    uint32_t mask, count, room;
    uint64_t beginnings[2 * KITH_BEGINNINGS / 64]; /* how keys begin: a bit each, by
                                                      kith_beginning; behind them those of
                                                      parts, for words in small letters */
};

/* A table for at most `limit` names. */
enum kith_status kith_local_names_init(struct kith_local_names *names, uint32_t limit,
                                       struct kith_arena *arena, struct kith_error *err);

/* A number below KITH_BEGINNINGS for the first two bytes of a word, ASCII letters small;
 * 0 for words whose folding may change them. */
static inline uint32_t kith_beginning(const char *bytes)
{
    uint16_t pair;
    memcpy(&pair, bytes, sizeof pair);
    uint32_t bit = (pair >> 3 & 31u << 5) | (pair & 31u);
    return bit & (0u - ((pair & 0x8080u) == 0));
}

/* Enter `name`; its key is computed from key_token. A table that is full stays so. */
void kith_local_names_add(struct kith_local_names *names, const struct kith_scene *scene,
                          struct kith_local_name name);

/* Initials that are looked for, at most. */
#define KITH_INITIALS_LIMIT 8

/* Enter `name` with a key that stands nowhere in it: small ASCII `letters`. */
void kith_local_names_add_letters(struct kith_local_names *names,
                                  const struct kith_scene *scene, struct kith_str letters,
                                  struct kith_local_name name);

/* May `token` be a key? Of one in small letters: may it be a part, so that the part is an
 * ordinary word? Without a branch, since it is asked of every token. */
static inline bool kith_local_names_pass(const struct kith_local_names *names,
                                         const char *text, const struct kith_token *token)
{
    uint32_t is_small = token->shape < KITH_SHAPE_TITLE;
    uint32_t bit = kith_beginning(text + token->begin) + KITH_BEGINNINGS * is_small;
    return (names->beginnings[bit / 64] >> bit % 64 & 1) | (token->is_dotted & !is_small);
}

/* The name that `token` is the key of, or NULL; also for one that stands for nobody. */
struct kith_local_name *kith_local_names_find(const struct kith_local_names *names,
                                              const struct kith_document *document,
                                              const struct kith_token *token);

#endif
