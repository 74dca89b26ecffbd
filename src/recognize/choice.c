/* Two passes over the matches. The first collects the entities that the article names
 * unambiguously, anywhere in it; the second lets them decide the others. */
#include "recognize/choice.h"

#include "input/date.h"
#include "recognize/context.h"
#include "recognize/evidence_words.h"
#include "recognize/ranking.h"

/* One match being decided. */
struct deciding {
    const struct kith_scene *scene;
    const struct kith_seen_entities *seen;
    struct kith_candidate *items;
    uint32_t count;
    uint32_t sentence;
};

/* ---- who may be meant at all ---- */

/* A token of a word that forbids `entity`, or KITH_NO_ID. */
static uint32_t find_forbidding(const struct deciding *deciding, kith_id entity)
{
    return kith_evidence_of_row(deciding->scene, entity,
                                deciding->scene->recognizer->columns.forbid,
                                deciding->sentence, KITH_REACH_NEAR);
}

static bool is_out_of_date(const struct kith_scene *scene, kith_id entity)
{
    const struct kith_row_columns *columns = &scene->recognizer->columns;
    struct kith_str date = scene->document->article->date;
    if (date.length == 0)
        return false;
    const struct kith_days days = {kith_scene_cell(scene, entity, columns->from),
                                   kith_scene_cell(scene, entity, columns->until)};
    return !kith_days_hold(&days, date);
}

static bool has_support(const struct deciding *deciding, kith_id entity)
{
    return kith_seen_has(deciding->seen, entity) ||
           kith_context_stands(deciding->scene, entity);
}

/* What its row says against the entity. */
static enum kith_reason condition_against(const struct deciding *deciding, kith_id entity)
{
    if (find_forbidding(deciding, entity) != KITH_NO_ID)
        return KITH_REASON_FORBIDDEN;
    return is_out_of_date(deciding->scene, entity) ? KITH_REASON_OUT_OF_DATE
                                                   : KITH_REASON_NONE;
}

/* What is against the candidate by itself: KITH_REASON_NONE, or why it is out. */
static enum kith_reason objection_to(const struct deciding *deciding,
                                     const struct kith_candidate *candidate)
{
    enum kith_reason reason = KITH_REASON_NONE;
    if (deciding->scene->recognizer->has_conditions)
        reason = condition_against(deciding, candidate->entity);
    if (reason == KITH_REASON_NONE && (candidate->traits & KITH_ALIAS_WEAK) &&
        !has_support(deciding, candidate->entity))
        reason = KITH_REASON_UNSUPPORTED;
    return reason;
}

static bool may_count(const struct deciding *deciding,
                      const struct kith_candidate *candidate)
{
    return objection_to(deciding, candidate) == KITH_REASON_NONE;
}

/* The one candidate of the best rank, when there is one alone. */
static const struct kith_candidate *only_one(const struct deciding *deciding)
{
    const struct kith_candidate *first = NULL;
    uint32_t count = 0;
    int best = -1;
    for (uint32_t i = 0; i < deciding->count; i++) {
        const struct kith_candidate *candidate = &deciding->items[i];
        int its = kith_candidate_rank(candidate);
        if (its < best || !may_count(deciding, candidate))
            continue;
        if (its > best) {
            best = its;
            first = candidate;
            count = 0;
        }
        count++;
    }
    return count == 1 ? first : NULL;
}

static bool is_demonym(const struct kith_candidate *candidate)
{
    return candidate->traits & KITH_ALIAS_DEMONYM;
}

/* Put those who may be meant in front, and count them alone. */
static void sift(struct deciding *deciding,
                 bool may_be_meant(const struct deciding *,
                                   const struct kith_candidate *))
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < deciding->count; i++) {
        struct kith_candidate candidate = deciding->items[i];
        if (!may_be_meant(deciding, &candidate))
            continue;
        deciding->items[i] = deciding->items[kept];
        deciding->items[kept++] = candidate;
    }
    deciding->count = kept;
}

static bool is_name(const struct deciding *deciding,
                    const struct kith_candidate *candidate)
{
    (void)deciding;
    return !is_demonym(candidate);
}

/* A demonym is not meant where somebody is called so by name. */
static void sift_demonyms(struct deciding *deciding)
{
    uint32_t names = 0;
    for (uint32_t i = 0; i < deciding->count; i++)
        names += is_name(deciding, &deciding->items[i]);
    if (names > 0 && names < deciding->count)
        sift(deciding, is_name);
}

/* ---- what is told of it ---- */

static enum kith_reason reason_of(const struct deciding *deciding, uint32_t i,
                                  bool is_decided)
{
    const struct kith_candidate *candidate = &deciding->items[i];
    bool wants_all = deciding->scene->recognizer->options.ambiguous == KITH_AMBIGUOUS_ALL;
    enum kith_reason objection = objection_to(deciding, candidate);
    if (objection != KITH_REASON_NONE)
        return objection;
    if (i == 0 ? is_decided : wants_all && i < deciding->count)
        return KITH_REASON_CHOSEN;
    if (kith_candidate_rank(candidate) != kith_candidate_rank(&deciding->items[0]))
        return KITH_REASON_OUTRANKED;
    return is_decided ? KITH_REASON_NOT_CHOSEN : KITH_REASON_UNCLEAR;
}

static uint32_t word_of(const struct deciding *deciding, kith_id entity,
                        enum kith_reason reason, enum kith_choice choice)
{
    if (reason == KITH_REASON_FORBIDDEN)
        return find_forbidding(deciding, entity);
    if (reason != KITH_REASON_CHOSEN || choice != KITH_CHOICE_CONTEXT)
        return KITH_NO_ID;
    return kith_evidence_of_row(deciding->scene, entity,
                                deciding->scene->recognizer->columns.context,
                                deciding->sentence, KITH_REACH_NEAR);
}

/* Tell of each candidate what became of it. */
static void tell(const struct deciding *deciding, const struct kith_match *match,
                 bool is_decided, enum kith_choice choice)
{
    const uint32_t count = match->end_candidate - match->first_candidate;
    for (uint32_t i = 0; i < count; i++) {
        const struct kith_candidate *candidate = &deciding->items[i];
        enum kith_reason reason = reason_of(deciding, i, is_decided);
        bool is_other = i > 0 && reason == KITH_REASON_CHOSEN;
        enum kith_choice its = is_other ? KITH_CHOICE_CANDIDATE : choice;
        kith_trace_add(deciding->scene->trace,
                       (struct kith_decision){
                           .first_token = match->first_token,
                           .end_token = match->end_token,
                           .reason = reason,
                           .choice = (uint8_t)its,
                           .entity = candidate->entity,
                           .alias = candidate->alias,
                           .rival = is_decided ? deciding->items[0].entity : KITH_NO_ID,
                           .word = word_of(deciding, candidate->entity, reason, its)});
    }
}

/* ---- mentions ---- */

static struct deciding deciding_of(const struct kith_scene *scene,
                                   const struct kith_matches *matches,
                                   const struct kith_match *match,
                                   const struct kith_seen_entities *seen,
                                   uint32_t *sentence)
{
    while (scene->document->sentences.items[*sentence].end_token <= match->first_token)
        ++*sentence;
    return (struct deciding){.scene = scene,
                             .seen = seen,
                             .items = matches->candidates.items + match->first_candidate,
                             .count = match->end_candidate - match->first_candidate,
                             .sentence = *sentence};
}

static enum kith_found found_of(const struct kith_candidate *candidate)
{
    if (is_demonym(candidate))
        return KITH_FOUND_DEMONYM;
    if (candidate->traits & KITH_ALIAS_VARIANT)
        return KITH_FOUND_VARIANT;
    return candidate->is_exact ? KITH_FOUND_EXACT : KITH_FOUND_FOLDED;
}

struct kith_mention kith_mention_as(struct kith_mention mention, uint16_t place)
{
    const struct kith_candidate *candidate = &mention.candidates[place];
    mention.candidate = place;
    mention.entity = candidate->entity;
    mention.alias = candidate->alias;
    mention.found = (uint8_t)found_of(candidate);
    return mention;
}

static struct kith_mention mention_of(const struct deciding *deciding,
                                      const struct kith_match *match,
                                      enum kith_choice choice)
{
    const struct kith_token *tokens = deciding->scene->tokens;
    struct kith_mention mention = {
        .begin = tokens[match->first_token].begin,
        .end = tokens[match->end_token - 1].end,
        .first_token = match->first_token,
        .end_token = match->end_token,
        .sentence = deciding->sentence,
        .choice = (uint8_t)choice,
        .candidates = deciding->items,
        .candidate_count =
            (uint16_t)(deciding->count < UINT16_MAX ? deciding->count : UINT16_MAX)};
    return kith_mention_as(mention, 0);
}

/* Put the candidates in order; KITH_CHOICE_ONLY where there is nothing to choose. */
static enum kith_status rank(struct deciding *deciding, const struct kith_match *match,
                             enum kith_choice *choice, struct kith_error *err)
{
    *choice = KITH_CHOICE_ONLY;
    if (deciding->count == 1)
        deciding->items[0].score = 1;
    if (deciding->count <= 1)
        return KITH_OK;
    struct kith_contest contest = {{match->first_token, match->end_token},
                                   deciding->sentence,
                                   deciding->items,
                                   deciding->count};
    return kith_rank(deciding->scene, deciding->seen, contest, choice, err);
}

/* Make a mention of the match, if somebody is meant. */
static enum kith_status choose(struct deciding *deciding, const struct kith_match *match,
                               struct kith_error *err)
{
    const struct kith_scene *scene = deciding->scene;
    struct kith_mentions *mentions = scene->mentions;
    enum kith_choice choice;
    sift(deciding, may_count);
    sift_demonyms(deciding);
    KITH_TRY(rank(deciding, match, &choice, err));
    bool abstains = scene->recognizer->options.ambiguous == KITH_AMBIGUOUS_NONE &&
                    choice == KITH_CHOICE_FIRST_ROW;
    bool is_decided = deciding->count > 0 && !abstains;
    if (scene->trace)
        tell(deciding, match, is_decided, choice);
    if (is_decided)
        mentions->items[mentions->count++] = mention_of(deciding, match, choice);
    return KITH_OK;
}

/* Weak names and demonyms do not make their entity seen. */
enum kith_status kith_seen_collect(const struct kith_scene *scene,
                                   const struct kith_matches *matches,
                                   struct kith_seen_entities *seen,
                                   struct kith_error *err)
{
    const unsigned doubtful = KITH_ALIAS_WEAK | KITH_ALIAS_DEMONYM;
    uint32_t sentence = 0;
    KITH_TRY(kith_seen_init(seen, matches->count, scene->arena, err));
    for (uint32_t m = 0; m < matches->count; m++) {
        struct deciding deciding =
            deciding_of(scene, matches, &matches->items[m], seen, &sentence);
        const struct kith_candidate *only = only_one(&deciding);
        if (only && !(only->traits & doubtful))
            kith_seen_add(seen, only->entity);
    }
    return KITH_OK;
}

enum kith_status kith_choose(const struct kith_scene *scene,
                             const struct kith_matches *matches,
                             const struct kith_seen_entities *seen,
                             struct kith_error *err)
{
    struct kith_mentions *mentions = scene->mentions;
    mentions->items = KITH_ARRAY(scene->arena, struct kith_mention, matches->count);
    if (!mentions->items)
        return kith_no_memory(err);
    mentions->room = matches->count;
    uint32_t sentence = 0;
    for (uint32_t m = 0; m < matches->count; m++) {
        struct deciding deciding =
            deciding_of(scene, matches, &matches->items[m], seen, &sentence);
        KITH_TRY(choose(&deciding, &matches->items[m], err));
    }
    return KITH_OK;
}
