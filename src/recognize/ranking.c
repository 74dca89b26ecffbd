/* Candidates are compared ground by ground. Each ground has odds: how much likelier it
 * makes the one that it speaks for, when the grounds before it say nothing. A score is
 * the product of the odds on the way down from the first, as a share of all. */
#include "recognize/ranking.h"

#include <stdlib.h>

#include "recognize/evidence_words.h"
#include "recognize/kind_beside.h"

/* No candidate counts less than this share of the first, so that none is impossible. */
#define LEAST_WEIGHT 1e-6

#define GROUNDS 5

/* A candidate, and what speaks for it: more is better. */
struct standing {
    struct kith_candidate candidate;
    int64_t grounds[GROUNDS];
};

/* What the grounds are told of. */
struct ranking {
    const struct kith_scene *scene;
    const struct kith_seen_entities *seen;
    const struct kith_contest *contest;
    enum kith_type_kind kind_beside;
};

/* ---- grounds ---- */

static int64_t rank_of(const struct ranking *ranking,
                       const struct kith_candidate *candidate)
{
    (void)ranking;
    return kith_candidate_rank(candidate);
}

static int64_t has_context(const struct ranking *ranking,
                           const struct kith_candidate *candidate)
{
    return kith_evidence_of_row(ranking->scene, candidate->entity,
                                ranking->scene->recognizer->columns.context,
                                ranking->contest->sentence,
                                KITH_REACH_NEAR) != KITH_NO_ID;
}

static int64_t is_of_that_kind(const struct ranking *ranking,
                               const struct kith_candidate *candidate)
{
    enum kith_type_kind kind = kith_scene_kind(ranking->scene, candidate->entity);
    enum kith_type_kind beside = ranking->kind_beside;
    return beside != KITH_KIND_OTHER &&
           (kind == beside || (kith_is_body(kind) && kith_is_body(beside)));
}

static int64_t is_named(const struct ranking *ranking,
                        const struct kith_candidate *candidate)
{
    return kith_seen_has(ranking->seen, candidate->entity);
}

static int64_t priority_of(const struct ranking *ranking,
                           const struct kith_candidate *candidate)
{
    struct kith_str cell = kith_scene_cell(ranking->scene, candidate->entity,
                                           ranking->scene->recognizer->columns.priority);
    bool is_negative = cell.length && cell.data[0] == '-';
    int64_t number = 0;
    for (size_t i = is_negative; i < cell.length && number < 1000000000; i++) {
        if (cell.data[i] < '0' || cell.data[i] > '9')
            return 0;
        number = number * 10 + (cell.data[i] - '0');
    }
    return is_negative ? -number : number;
}

/* The order of resolution; behind it, the earlier row. The odds are set by judgement: an
 * exact spelling hardly errs, a priority is a habit. */
static const struct {
    int64_t (*of)(const struct ranking *ranking, const struct kith_candidate *candidate);
    enum kith_choice choice;
    double odds;
} grounds[GROUNDS] = {{rank_of, KITH_CHOICE_ONLY, 20},
                      {has_context, KITH_CHOICE_CONTEXT, 10},
                      {is_of_that_kind, KITH_CHOICE_TYPE, 8},
                      {is_named, KITH_CHOICE_IN_ARTICLE, 5},
                      {priority_of, KITH_CHOICE_PRIORITY, 3}};

/* ---- order ---- */

/* The first ground that sets two candidates apart; GROUNDS when only their rows do. */
static size_t ground_between(const struct standing *a, const struct standing *b)
{
    size_t g = 0;
    while (g < GROUNDS && a->grounds[g] == b->grounds[g])
        g++;
    return g;
}

static int by_likelihood(const void *left, const void *right)
{
    const struct standing *a = left, *b = right;
    size_t g = ground_between(a, b);
    if (g < GROUNDS)
        return a->grounds[g] > b->grounds[g] ? -1 : 1;
    return (a->candidate.entity > b->candidate.entity) -
           (a->candidate.entity < b->candidate.entity);
}

static void stand(const struct ranking *ranking, struct standing *standings)
{
    for (uint32_t i = 0; i < ranking->contest->count; i++) {
        standings[i].candidate = ranking->contest->candidates[i];
        for (size_t g = 0; g < GROUNDS; g++)
            standings[i].grounds[g] = grounds[g].of(ranking, &standings[i].candidate);
    }
    qsort(standings, ranking->contest->count, sizeof *standings, by_likelihood);
}

/* ---- scores ---- */

/* How much each weighs beside the first, which weighs 1. Of those alike but for their
 * rows the second weighs a half, the third a third: names are borne as unevenly as words
 * are used (G. K. Zipf, Human Behavior and the Principle of Least Effort, 1949). */
static void weigh(const struct standing *standings, uint32_t count,
                  struct kith_candidate *candidates)
{
    double first = 1, sum = 0, weight = 1;
    uint32_t place = 1; /* among those alike */
    for (uint32_t i = 0; i < count; i++) {
        size_t g = i ? ground_between(&standings[i - 1], &standings[i]) : GROUNDS;
        if (g < GROUNDS) {
            first = weight / grounds[g].odds;
            place = 1;
        }
        weight = first / place++;
        if (weight < LEAST_WEIGHT)
            weight = LEAST_WEIGHT;
        candidates[i] = standings[i].candidate;
        candidates[i].score = (float)weight;
        sum += weight;
    }
    for (uint32_t i = 0; i < count; i++)
        candidates[i].score = (float)(candidates[i].score / sum);
}

enum kith_status kith_rank(const struct kith_scene *scene,
                           const struct kith_seen_entities *seen,
                           struct kith_contest contest, enum kith_choice *choice,
                           struct kith_error *err)
{
    struct kith_arena_mark before = kith_arena_mark(scene->arena);
    struct standing *standings = KITH_ARRAY(scene->arena, struct standing, contest.count);
    if (!standings)
        return kith_no_memory(err);
    struct ranking ranking = {scene, seen, &contest,
                              kith_kind_beside(scene, contest.name, contest.sentence)};
    stand(&ranking, standings);
    weigh(standings, contest.count, contest.candidates);
    size_t g = ground_between(&standings[0], &standings[1]);
    *choice = g < GROUNDS ? grounds[g].choice : KITH_CHOICE_FIRST_ROW;
    kith_arena_rewind(scene->arena, before);
    return KITH_OK;
}
