/* A run that grows: with a store it does only the work that has changed since the last
 * one, and writes the same bytes as a run from nothing.
 *
 * In the order of a run: open; add, when the store's articles stay; is_idle, whether
 * anything is new; settle, when names and rules are loaded; plan; note, an article after
 * the other; finish, when the files stand in their places. */
#ifndef KITH_BATCH_GROWTH_H
#define KITH_BATCH_GROWTH_H

#include "base/intern.h"
#include "batch/folder.h"
#include "batch/parcel.h"
#include "batch/result.h"

struct kith_growth {
    const struct kith_build_options *options;
    struct kith_arena *arena; /* the run's */
    struct kith_store *store; /* NULL: the run has none, and nothing below is used */
    int64_t started;          /* nanoseconds of the Unix clock */
    struct kith_recall recall;
    struct kith_stored stored;
    const struct kith_sources *sources;
    struct kith_known_source *known; /* an item a source */
    bool *is_gone;                   /* a stored file: it is not among the sources */
    struct {
        int64_t *items; /* articles had them that are gone or read again */
        uint32_t count, room;
    } left_records;
    bool is_unfinished; /* the last run was killed: anything may be left */
    uint64_t basis;  /* hash of the files that names come from, as they stand, and of the
                        options that change findings; 0: not to be trusted */
    uint64_t digest; /* of all that goes into the run; 0: none */
    struct kith_kept_names names; /* of the last run, when its basis is this one's */
    struct kith_intern kinds;     /* of refusals */
    struct {
        uint32_t source; /* the file whose articles are coming in */
        bool is_open, is_complete, is_as_it_was;
        struct kith_stored_article *items;
        uint32_t count, room;
    } file;
    struct kith_contents fresh; /* that came in this run */
    double committed;           /* when; seconds */
    uint64_t kept;              /* articles that came from the store and are used */
    bool reads_all;             /* nothing that the store had was good for this run */
    const char *why_read; /* why articles were read that are as they were, or NULL */
};

/* Open the options' store, if they name one. `arena` must outlive the growth. Close also
 * after a failure. */
enum kith_status kith_growth_open(struct kith_growth *growth,
                                  const struct kith_build_options *options,
                                  struct kith_arena *arena, struct kith_error *err);

/* Add the store's files to what the options' arguments hold: all that are not below one
 * of these. The sources are sorted anew. */
enum kith_status kith_growth_add(struct kith_growth *growth, struct kith_sources *sources,
                                 struct kith_error *err);

/* Is everything as it was when the last run ended: articles, names, rules, options and
 * the files that it wrote? *counts is then what that run came to. `problems` are those of
 * finding the sources. */
enum kith_status kith_growth_is_idle(struct kith_growth *growth,
                                     const struct kith_sources *sources,
                                     const struct kith_problems *problems, bool *is_idle,
                                     struct kith_buf *counts, struct kith_error *err);

/* What the store has of names, when all that they come from is as it was; NULL: they are
 * to be loaded. It lives as long as the growth. After is_idle. */
enum kith_status kith_growth_find_names(struct kith_growth *growth,
                                        const struct kith_kept_names **names,
                                        struct kith_error *err);

/* Forget what the store has of articles that are now to be read otherwise. `problems` are
 * those that loading the setup told. */
enum kith_status kith_growth_settle(struct kith_growth *growth,
                                    const struct kith_setup *setup,
                                    const struct kith_problems *problems,
                                    struct kith_error *err);

/* Find out which of the sources are as they were. */
enum kith_status kith_growth_plan(struct kith_growth *growth,
                                  const struct kith_sources *sources,
                                  struct kith_error *err);

/* Keep an article; they come in their order. */
enum kith_status kith_growth_note(struct kith_growth *growth,
                                  const struct kith_parcel_place *place,
                                  struct kith_analysis *analysis,
                                  const struct kith_recollection *recollection,
                                  struct kith_error *err);

/* The run is done, and came to `counts`. */
enum kith_status kith_growth_finish(struct kith_growth *growth,
                                    const struct kith_folder *folder,
                                    struct kith_str counts, struct kith_error *err);

/* Close the store. What articles came to is kept even when the run has failed. */
void kith_growth_close(struct kith_growth *growth);

#endif
