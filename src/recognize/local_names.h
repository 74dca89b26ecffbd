/* Names that hold for one article only: short forms of those it gives in full.
 *
 * Each is known by one word, its key: the surname, the acronym. A word that would stand
 * for two entities stands for none. */
#ifndef KITH_RECOGNIZE_LOCAL_NAMES_H
#define KITH_RECOGNIZE_LOCAL_NAMES_H

#include "recognize/scene.h"

/* A name as it stands in the article, tokens [first, end), and its key among them. */
struct kith_local_name {
    uint64_t key;   /* kith_word_key of the token; 0 marks a free slot */
    kith_id entity; /* KITH_NO_ID: several, so nobody */
    kith_id alias;  /* what it is short for */
    uint32_t first_token, key_token;
    uint32_t least_token;  /* a short form begins here or before */
    uint8_t found;         /* enum kith_found */
    uint8_t needs_article; /* it counts only as "the Bank" */
};

struct kith_local_names {
    struct kith_local_name *slots;
    uint32_t mask, count;
    uint64_t letters[4]; /* the first bytes of keys, ASCII ones small: a bit each */
};

/* A table for at most `limit` names. */
enum kith_status kith_local_names_init(struct kith_local_names *names, uint32_t limit,
                                       struct kith_arena *arena, struct kith_error *err);

/* Enter `name`; its key is computed from key_token. */
void kith_local_names_add(struct kith_local_names *names, const struct kith_scene *scene,
                          struct kith_local_name name);

/* The name that `token` is the key of, or NULL; also for one that stands for nobody. */
const struct kith_local_name *kith_local_names_find(const struct kith_local_names *names,
                                                    const struct kith_document *document,
                                                    const struct kith_token *token);

#endif
