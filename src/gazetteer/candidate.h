/* Candidates: whom a stretch of text may mean, once a path of names was walked over it.
 */
#ifndef KITH_GAZETTEER_CANDIDATE_H
#define KITH_GAZETTEER_CANDIDATE_H

#include "gazetteer/match.h"
#include "gazetteer/name.h"
#include "gazetteer/tables.h"

/* The text that a path was walked over. */
struct kith_surface {
    const struct kith_document *document;
    uint32_t first_token, end_token;   /* half-open */
    uint8_t writings[KITH_NAME_LIMIT]; /* how its tokens are written, joints not counted:
                                          a bit each, and KITH_WRITTEN_HYPHENED */
    uint32_t count;
    const struct kith_stop *stop; /* what may forbid it: the stops on its path, or NULL */
};

/* What a walk from token `first` to `end` went over, without the stops on its path. */
void kith_surface_read(const struct kith_document *document, uint32_t first, uint32_t end,
                       struct kith_surface *surface);

/* May an alias be written as the surface is? */
enum kith_fit {
    KITH_FIT,          /* yes */
    KITH_FIT_WRITING,  /* a word is not written as the alias lets it: its case */
    KITH_FIT_SPELLING, /* the alias stands only as spelt */
    KITH_FIT_STOPPED   /* a stop list forbids it */
};

/* Hold the alias of a posting against the surface. */
enum kith_fit kith_surface_fit(const struct kith_gazetteer *gazetteer,
                               const struct kith_posting *posting,
                               const struct kith_surface *surface);

/* The stop on its path that says that the surface never means `entity`, or NULL. */
const struct kith_stop *kith_surface_stop(const struct kith_gazetteer *gazetteer,
                                          const struct kith_surface *surface,
                                          kith_id entity);

/* Let `ends` begin with the first alias that may be written as the surface is; false when
 * there is none. */
bool kith_surface_narrow(const struct kith_gazetteer *gazetteer,
                         const struct kith_surface *surface, struct kith_ends *ends);

/* Ask for the alias of the first of `ends`, and then for its text and its entity, before
 * they are needed. */
static inline void kith_candidates_fetch(const struct kith_gazetteer *gazetteer,
                                         struct kith_ends ends)
{
    kith_id alias = gazetteer->paths.postings.items[ends.begin].alias;
    __builtin_prefetch(&gazetteer->aliases.items[alias]);
}

static inline void kith_candidates_fetch_all(const struct kith_gazetteer *gazetteer,
                                             struct kith_ends ends)
{
    kith_id alias = gazetteer->paths.postings.items[ends.begin].alias;
    if (alias >= gazetteer->aliases.count)
        return; /* a damaged image */
    const struct kith_alias_record *record = &gazetteer->aliases.items[alias];
    __builtin_prefetch(gazetteer->pool.items + record->text);
    __builtin_prefetch(gazetteer->entities.items + record->entity);
}

/* Append the match of a surface, and everyone it may mean: exact before folded, then row
 * order, one an entity. Linear in the postings. */
enum kith_status kith_matches_add(const struct kith_gazetteer *gazetteer,
                                  const struct kith_surface *surface,
                                  struct kith_ends ends, struct kith_arena *arena,
                                  struct kith_matches *matches, struct kith_error *err);

#endif
