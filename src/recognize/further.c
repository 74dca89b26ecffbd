/* The overlapping names are matched and chosen like the others, and two lists in text
 * order are made one. */
#include "recognize/further.h"

#include "gazetteer/overlapping.h"
#include "recognize/choice.h"

/* The list that is being made. */
struct joining {
    const struct kith_scene *scene;
    struct kith_mentions all;
    uint32_t holder; /* in `all`: the last of the scene's mentions, or KITH_NO_ID */
};

/* ---- what overlaps ---- */

/* Take the longest matches out of `matches`. */
static void leave_longest_out(struct kith_matches *matches,
                              const struct kith_matches *longest)
{
    uint32_t kept = 0, next = 0;
    for (uint32_t m = 0; m < matches->count; m++) {
        const struct kith_match match = matches->items[m];
        while (next < longest->count &&
               longest->items[next].first_token < match.first_token)
            next++;
        bool is_longest = next < longest->count &&
                          longest->items[next].first_token == match.first_token &&
                          longest->items[next].end_token == match.end_token;
        if (!is_longest)
            matches->items[kept++] = match;
    }
    matches->count = kept;
}

static enum kith_status find_overlapping(const struct kith_scene *scene,
                                         const struct kith_matches *longest,
                                         const struct kith_seen_entities *seen,
                                         struct kith_mentions *mentions,
                                         struct kith_error *err)
{
    const struct kith_recognizer *recognizer = scene->recognizer;
    struct kith_scene inner = *scene;
    struct kith_matches matches;
    inner.mentions = mentions;
    if (recognizer->options.overlap == KITH_OVERLAP_LONGEST)
        return KITH_OK;
    KITH_TRY(kith_match_overlapping(recognizer->gazetteer, scene->document,
                                    recognizer->options.overlap, scene->arena, &matches,
                                    err));
    leave_longest_out(&matches, longest);
    return kith_choose(&inner, &matches, seen, err);
}

/* ---- what is added ---- */

static bool holds(const struct kith_mention *outer, const struct kith_mention *inner)
{
    return outer->first_token <= inner->first_token &&
           inner->end_token <= outer->end_token;
}

static bool may_mean(const struct kith_mention *mention, kith_id entity)
{
    for (uint16_t c = 0; c < mention->candidate_count; c++)
        if (mention->candidates[c].entity == entity)
            return true;
    return false;
}

/* "Putin" in "Vladimir Putin" is no second mention of him. */
static bool is_part(const struct joining *joining, const struct kith_mention *mention)
{
    for (uint32_t m = joining->holder; m < joining->all.count; m++) {
        const struct kith_mention *outer = &joining->all.items[m];
        if (holds(outer, mention) && may_mean(mention, outer->entity))
            return true;
    }
    return false;
}

static bool is_wanted(const struct joining *joining, const struct kith_mention *mention)
{
    const struct kith_recognize_options *options = &joining->scene->recognizer->options;
    const struct kith_mention *holder =
        joining->holder == KITH_NO_ID ? NULL : &joining->all.items[joining->holder];
    if (mention->found == KITH_FOUND_DEMONYM && !options->with_demonyms)
        return false;
    if (options->overlap == KITH_OVERLAP_NESTED)
        return holder && holds(holder, mention) && !is_part(joining, mention);
    /* Where the longest name is nobody's, a short form may stand in its place. */
    return !holder || !holds(holder, mention) || !holds(mention, holder);
}

static enum kith_status push(struct joining *joining, struct kith_mention mention,
                             struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(joining->scene->arena, &joining->all))
        return kith_no_memory(err);
    joining->all.items[joining->all.count++] = mention;
    return KITH_OK;
}

/* Add a mention, and one for each other candidate where these are wanted. */
static enum kith_status add(struct joining *joining, const struct kith_mention *mention,
                            struct kith_error *err)
{
    enum kith_ambiguous ambiguous = joining->scene->recognizer->options.ambiguous;
    KITH_TRY(push(joining, *mention, err));
    if (ambiguous != KITH_AMBIGUOUS_ALL || !mention->candidates)
        return KITH_OK;
    for (uint16_t c = 1; c < mention->candidate_count; c++) {
        struct kith_mention other = kith_mention_as(*mention, c);
        other.choice = KITH_CHOICE_CANDIDATE;
        KITH_TRY(push(joining, other, err));
    }
    return KITH_OK;
}

/* In text order; of one beginning the longer first. */
static bool stands_before(const struct kith_mention *a, const struct kith_mention *b)
{
    return a->first_token != b->first_token ? a->first_token < b->first_token
                                            : a->end_token > b->end_token;
}

static enum kith_status join(struct joining *joining, const struct kith_mentions *others,
                             struct kith_error *err)
{
    const struct kith_mentions *mentions = joining->scene->mentions;
    uint32_t m = 0, o = 0;
    while (m < mentions->count || o < others->count) {
        bool is_other =
            m == mentions->count ||
            (o < others->count && stands_before(&others->items[o], &mentions->items[m]));
        const struct kith_mention *next =
            is_other ? &others->items[o++] : &mentions->items[m++];
        if (is_other && !is_wanted(joining, next))
            continue;
        if (!is_other)
            joining->holder = joining->all.count;
        KITH_TRY(add(joining, next, err));
    }
    return KITH_OK;
}

enum kith_status kith_further_add(const struct kith_scene *scene,
                                  const struct kith_matches *longest,
                                  const struct kith_seen_entities *seen,
                                  struct kith_error *err)
{
    const struct kith_recognize_options *options = &scene->recognizer->options;
    struct joining joining = {.scene = scene, .holder = KITH_NO_ID};
    struct kith_mentions others = {0};
    if (options->overlap == KITH_OVERLAP_LONGEST &&
        options->ambiguous != KITH_AMBIGUOUS_ALL)
        return KITH_OK;
    KITH_TRY(find_overlapping(scene, longest, seen, &others, err));
    KITH_TRY(join(&joining, &others, err));
    *scene->mentions = joining.all;
    return KITH_OK;
}
