/* Mentions: which entity a name in the text stands for, and how we know. */
#ifndef KITH_RECOGNIZE_MENTION_H
#define KITH_RECOGNIZE_MENTION_H

#include "gazetteer/match.h"
#include "recognize/recognizer.h"
#include "recognize/trace.h"

/* How the surface met the alias. */
enum kith_found {
    KITH_FOUND_EXACT,      /* spelled as in the gazetteer */
    KITH_FOUND_FOLDED,     /* same letters; case, diacritics, hyphen or dots differ */
    KITH_FOUND_SHORT_FORM, /* part of a name that the article gives in full */
    KITH_FOUND_DEFINED,    /* a short name that the article explains */
    KITH_FOUND_DEMONYM,    /* a word for the people of a country: "Russian" */
    KITH_FOUND_GIVEN,      /* by another recognizer */
    KITH_FOUND_VARIANT     /* spelled as a rule of spelling has it */
};

/* How one entity was taken among those the alias could mean. */
enum kith_choice {
    KITH_CHOICE_ONLY,       /* the alias means one entity */
    KITH_CHOICE_IN_ARTICLE, /* the one seen unambiguously elsewhere in the article */
    KITH_CHOICE_FIRST_ROW,  /* none or several were seen: the earlier gazetteer row */
    KITH_CHOICE_CONTEXT,    /* the one whose context words stand near */
    KITH_CHOICE_PRIORITY,   /* the one of highest priority */
    KITH_CHOICE_TYPE,       /* the one whose type the words beside the name speak for */
    KITH_CHOICE_CANDIDATE   /* one of the others, since all are wanted */
};

struct kith_mention {
    uint32_t begin, end;             /* bytes of document.text, half-open */
    uint32_t first_token, end_token; /* half-open */
    uint32_t sentence;               /* index in document.sentences */
    kith_id entity;
    kith_id alias;            /* the gazetteer's alias that matched or is abbreviated */
    uint8_t found;            /* enum kith_found */
    uint8_t choice;           /* enum kith_choice */
    uint16_t candidate;       /* its own place among the candidates */
    uint16_t candidate_count; /* entities that may be meant; capped at 65,535 */
    const struct kith_candidate *candidates; /* they, the likeliest first; NULL for one
                                                found in another way than by an alias */
};

/* Owned by the worker's arena. In text order; of one beginning the longer first; of one
 * span the likeliest first. By default no two overlap. With --overlap or --ambiguous all
 * they may, and one that begins before the end of what was last read is a further one:
 * who wants the longest names alone passes it over. */
struct kith_mentions {
    struct kith_mention *items;
    uint32_t count, room;
};

/* How likely it is that the mention means its entity, above 0 to 1. */
static inline double kith_mention_score(const struct kith_mention *mention)
{
    return mention->candidates ? mention->candidates[mention->candidate].score : 1;
}

/* Find the names of `document` and decide whom each means. Linear in tokens and in
 * candidates. */
enum kith_status kith_recognize(const struct kith_recognizer *recognizer,
                                const struct kith_document *document,
                                struct kith_arena *arena, struct kith_mentions *mentions,
                                struct kith_error *err);

/* The same, telling `trace` (NULL: nobody) each decision and its reason. */
enum kith_status kith_recognize_traced(const struct kith_recognizer *recognizer,
                                       const struct kith_document *document,
                                       struct kith_arena *arena, struct kith_trace *trace,
                                       struct kith_mentions *mentions,
                                       struct kith_error *err);

/* Tell `trace` (not NULL) what was decided about a mention. */
void kith_trace_mention(struct kith_trace *trace, const struct kith_mention *mention,
                        enum kith_reason reason, kith_id rival, uint32_t word);

/* The words mentions.csv and JSON use: "exact", "folded", "short", "defined",
 * "demonym", "given", "variant"; "only", "article", "row", "context", "priority", "type",
 * "candidate". */
const char *kith_found_name(enum kith_found found);
const char *kith_choice_name(enum kith_choice choice);

#endif
