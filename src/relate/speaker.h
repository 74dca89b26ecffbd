/* Who speaks: the words beside a word of saying that name its subject. */
#ifndef KITH_RELATE_SPEAKER_H
#define KITH_RELATE_SPEAKER_H

#include "relate/sequence.h"

struct kith_speaker {
    kith_id entity;         /* or KITH_NO_ID: the words alone tell */
    uint32_t begin, end;    /* bytes; equal when nobody is named */
    uint32_t first, behind; /* symbols that name and describe whom */
    bool is_in_relative;    /* "Anna, who said ..." */
    bool is_owner;          /* "Anna's claim" */
};

/* What a speaker is looked for in. */
struct kith_speaker_scene {
    const struct kith_rules *rules;
    const struct kith_mentions *mentions;
    const struct kith_sequence *sequence;
    struct kith_str text;   /* the document's */
    uint32_t sentence;      /* the sequence is this one's */
    uint32_t first_mention; /* of the sentence */
};

/* The subject of the word of saying at symbol `at`, which stands before it: "Anna said",
 * "Anna, the Navy chief, has said", "a senior official said", "she said". "he", "she" and
 * "it" are the only person, or the only other name, that the sentence has named before
 * or, failing that, the sentence before; else they stand for themselves. */
struct kith_speaker kith_speaker_before(const struct kith_speaker_scene *scene,
                                        uint32_t at);

/* Whom the words from symbol `at` on name: "(according to) Anna", "(said) the Navy
 * chief, Anna". */
struct kith_speaker kith_speaker_behind(const struct kith_speaker_scene *scene,
                                        uint32_t at);

/* The first name of the sentence before symbol `at` that belongs to no preposition:
 * "Anna left, (saying)". */
struct kith_speaker kith_speaker_first(const struct kith_speaker_scene *scene,
                                       uint32_t at);

static inline bool kith_speaker_is_named(const struct kith_speaker *speaker)
{
    return speaker->begin < speaker->end;
}

#endif
