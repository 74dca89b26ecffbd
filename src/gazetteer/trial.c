/* Trials: the matcher's walk over the tokens, taken alone and slowly, past the sieve and
 * whatever the case of its first word, so that names refused for their case are met too.
 */
#include "gazetteer/trial.h"

#include "gazetteer/glance.h"
#include "gazetteer/joint.h"
#include "text/fold.h"

/* One walk. */
struct walk {
    const struct kith_gazetteer *gazetteer;
    const struct kith_document *document;
    uint64_t path;
    uint32_t first, token; /* where it set out, and the last token it took */
    uint32_t limit;
};

static void take_token(struct walk *walk, uint32_t i)
{
    char folded[KITH_FOLD_LIMIT] = {0};
    size_t length =
        kith_fold(walk->document->text, &walk->document->tokens.items[i], folded);
    walk->path = kith_path_step(walk->path, kith_word_hash(folded, length));
    walk->token = i;
}

/* Take the next token that is no joint; false at the limit. */
static bool go_on(struct walk *walk)
{
    const struct kith_document *document = walk->document;
    uint32_t i = walk->token + 1;
    while (i < walk->limit &&
           kith_is_joint(document->text.data, document->tokens.items, i, walk->limit))
        i++;
    if (i >= walk->limit)
        return false;
    take_token(walk, i);
    return true;
}

/* The aliases that end where the walk stands. */
static enum kith_status try_ends(const struct walk *walk, struct kith_arena *arena,
                                 struct kith_trials *trials, struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = walk->gazetteer;
    struct kith_ends ends = kith_paths_find(&gazetteer->paths, walk->path);
    struct kith_surface surface;
    kith_surface_read(walk->document, walk->first, walk->token + 1, &surface);
    surface.stop = kith_stop_list_find(&gazetteer->stops, walk->path);
    for (uint32_t i = ends.begin; i < ends.end; i++) {
        const struct kith_posting *posting = &gazetteer->paths.postings.items[i];
        if (posting->alias >= gazetteer->aliases.count)
            continue; /* a damaged image */
        if (!KITH_ARENA_PUSHABLE(arena, trials))
            return kith_no_memory(err);
        trials->items[trials->count++] =
            (struct kith_trial){walk->first, walk->token + 1, posting->alias,
                                kith_surface_fit(gazetteer, posting, &surface)};
    }
    return KITH_OK;
}

enum kith_status kith_trials_collect(const struct kith_gazetteer *gazetteer,
                                     const struct kith_document *document, uint32_t first,
                                     uint32_t limit, struct kith_arena *arena,
                                     struct kith_trials *trials, struct kith_error *err)
{
    struct walk walk = {.gazetteer = gazetteer,
                        .document = document,
                        .path = KITH_NO_PATH,
                        .first = first,
                        .limit = limit};
    take_token(&walk, first);
    for (uint32_t depth = 1;; depth++) {
        KITH_TRY(try_ends(&walk, arena, trials, err));
        if (depth == KITH_NAME_LIMIT || !go_on(&walk))
            return KITH_OK;
    }
}
