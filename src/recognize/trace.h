/* What recognising decided about names, and why: for whoever asks about one of them.
 *
 * Each step tells its decisions as it takes them, so that what is explained is what
 * happened. In a normal run nobody listens: the trace is NULL, and telling is one look at
 * a pointer. */
#ifndef KITH_RECOGNIZE_TRACE_H
#define KITH_RECOGNIZE_TRACE_H

#include "gazetteer/match.h"

/* Why a name means someone, or does not. What `word` and `rival` of the decision are
 * stands behind each; KITH_NO_ID where nothing does. */
enum kith_reason {
    KITH_REASON_NONE, /* nothing is against it; never told */

    /* One reading of a match, in the choice among entities. */
    KITH_REASON_CHOSEN,    /* it is meant; `choice` is the ground, word: the context word
                              on that ground */
    KITH_REASON_FORBIDDEN, /* word: the word of its row's `forbid` that stands near */
    KITH_REASON_OUT_OF_DATE, /* its row does not hold on the article's date */
    KITH_REASON_UNSUPPORTED, /* weak, and the article does not support it */
    KITH_REASON_OUTRANKED,   /* rival: an entity that the words are a better name of */
    KITH_REASON_NOT_CHOSEN,  /* rival: who is meant, on the ground of `choice` */
    KITH_REASON_UNCLEAR,     /* nothing tells who is meant, and then nobody is */

    /* A name in its sentence. */
    KITH_REASON_OPENER,   /* a word that only begins the sentence */
    KITH_REASON_STRANGER, /* word: of an unknown name that this is part of */

    /* Short names that the article itself gives. */
    KITH_REASON_EXPLAINED,  /* word: where the article says that it means this entity;
                               rival: whom it meant before, if any */
    KITH_REASON_SHORTENED,  /* word: where the full name stands */
    KITH_REASON_SHARED,     /* rival: the other one whom this word would be short for;
                               told where the second full name stands */
    KITH_REASON_NOBODY,     /* the word would be short for several */
    KITH_REASON_SMALL,      /* defined in capitals, and not written so; word: where */
    KITH_REASON_NO_ARTICLE, /* "Bank" is short only behind "the"; word: the full name */
    KITH_REASON_HALF,       /* only half of a double name; word: the full name */

    /* A mention, at the end. */
    KITH_REASON_STOPPED,  /* a stop list forbids it */
    KITH_REASON_DEMONYM,  /* demonyms are not counted */
    KITH_REASON_YIELDED,  /* to a mention of another recognizer; rival: its entity */
    KITH_REASON_REJECTED, /* by a correction; word: its line in the file */
    KITH_REASON_CREDIT,   /* an agency that the article is from; word: the bracket */
    KITH_REASON_SHOUTED,  /* in a line all in capitals it may be a word, and nothing else
                             in the article names the entity */
    KITH_REASON_DOUBTFUL, /* part of a name, and in this article an ordinary word or part
                             of an unknown name, too; word: where the full name stands */
};

struct kith_decision {
    uint32_t first_token, end_token; /* of the name, half-open */
    enum kith_reason reason;
    uint8_t choice; /* enum kith_choice, where the reason says so */
    kith_id entity, alias;
    kith_id rival; /* an entity */
    uint32_t word; /* a token, unless the reason says otherwise */
};

/* Holds what was told, in the arena of the article. */
struct kith_trace {
    struct kith_arena *arena;
    struct kith_decision *items; /* in the order of the steps */
    uint32_t count, room;
    bool is_broken;              /* memory was out; some are missing */
    struct kith_matches matches; /* what was matched, before any choice */
};

/* Add a decision; nothing when `trace` is NULL. */
void kith_trace_add(struct kith_trace *trace, struct kith_decision decision);

/* The word for a reason in JSON: "stranger"; docs/FORMATS.md lists them. */
const char *kith_reason_name(enum kith_reason reason);

/* KITH_NO_MEMORY when any decision is missing. */
enum kith_status kith_trace_check(const struct kith_trace *trace, struct kith_error *err);

#endif
