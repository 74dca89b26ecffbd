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

/* A candidate, and what speaks for it: the grounds in one number, the first in its
 * highest bits, so that the greater one is the likelier. */
struct standing {
    struct kith_candidate candidate;
    uint64_t merit;
};

/* What the grounds are told of. */
struct ranking {
    const struct kith_scene *scene;
    const struct kith_seen_entities *seen;
    const struct kith_contest *contest;
    enum kith_type_kind kind_beside;
};

/* ---- grounds ---- */

static bool has_context(const struct ranking *ranking,
                        const struct kith_candidate *candidate)
{
    return kith_evidence_of_row(ranking->scene, candidate->entity,
                                ranking->scene->recognizer->columns.context,
                                ranking->contest->sentence,
                                KITH_REACH_NEAR) != KITH_NO_ID;
}

static bool is_of_that_kind(const struct ranking *ranking,
                            const struct kith_candidate *candidate)
{
    enum kith_type_kind kind = kith_scene_kind(ranking->scene, candidate->entity);
    enum kith_type_kind beside = ranking->kind_beside;
    return beside != KITH_KIND_OTHER &&
           (kind == beside || (kith_is_body(kind) && kith_is_body(beside)));
}

static bool is_named(const struct ranking *ranking,
                     const struct kith_candidate *candidate)
{
    return kith_seen_has(ranking->seen, candidate->entity);
}

/* Priorities go from -MOST_PRIORITY to MOST_PRIORITY, and are told from 0 on. */
#define MOST_PRIORITY ((int64_t)1 << 34)

static int64_t read_number(struct kith_str cell)
{
    int64_t number = 0;
    for (size_t i = 0; i < cell.length && number < 1000000000; i++) {
        if (cell.data[i] < '0' || cell.data[i] > '9')
            return 0;
        number = number * 10 + (cell.data[i] - '0');
    }
    return number;
}

static uint64_t priority_of(const struct ranking *ranking,
                            const struct kith_candidate *candidate)
{
    struct kith_str cell = kith_scene_cell(ranking->scene, candidate->entity,
                                           ranking->scene->recognizer->columns.priority);
    if (cell.length && cell.data[0] == '-')
        return (uint64_t)(MOST_PRIORITY -
                          read_number(kith_str_slice(cell, 1, cell.length)));
    return (uint64_t)(MOST_PRIORITY + read_number(cell));
}

/* The order of resolution; behind it, the earlier row. The odds are set by judgement: an
 * exact spelling hardly errs, a priority is a habit. */
static const struct {
    enum kith_choice choice;
    double odds;
    unsigned bits; /* of its part of a merit */
} grounds[GROUNDS] = {{KITH_CHOICE_ONLY, 20, 2},
                      {KITH_CHOICE_CONTEXT, 10, 1},
                      {KITH_CHOICE_TYPE, 8, 1},
                      {KITH_CHOICE_IN_ARTICLE, 5, 1},
                      {KITH_CHOICE_PRIORITY, 3, 36}};

static uint64_t merit_of(const struct ranking *ranking,
                         const struct kith_candidate *candidate)
{
    const uint64_t parts[GROUNDS] = {
        (uint64_t)kith_candidate_rank(candidate), has_context(ranking, candidate),
        is_of_that_kind(ranking, candidate), is_named(ranking, candidate),
        priority_of(ranking, candidate)};
    uint64_t merit = 0;
    for (size_t g = 0; g < GROUNDS; g++)
        merit = merit << grounds[g].bits | parts[g];
    return merit;
}

/* ---- order ---- */

/* The first ground that sets two candidates apart; GROUNDS when only their rows do. */
static size_t ground_between(const struct standing *a, const struct standing *b)
{
    size_t g = GROUNDS;
    for (uint64_t apart = a->merit ^ b->merit; apart; apart >>= grounds[g].bits)
        g--;
    return g;
}

static int by_likelihood(const void *left, const void *right)
{
    const struct standing *a = left, *b = right;
    if (a->merit != b->merit)
        return a->merit > b->merit ? -1 : 1;
    return (a->candidate.entity > b->candidate.entity) -
           (a->candidate.entity < b->candidate.entity);
}

/* Up to here, putting each in its place is the quickest way to sort. */
#define INSERTED_AT_MOST 16

static void sort(struct standing *standings, uint32_t count)
{
    if (count > INSERTED_AT_MOST) {
        qsort(standings, count, sizeof *standings, by_likelihood);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        const struct standing moved = standings[i];
        uint32_t j = i;
        for (; j > 0 && by_likelihood(&standings[j - 1], &moved) > 0; j--)
            standings[j] = standings[j - 1];
        standings[j] = moved;
    }
}

static void stand(const struct ranking *ranking, struct standing *standings)
{
    const struct kith_contest *contest = ranking->contest;
    for (uint32_t i = 0; i < contest->count; i++)
        standings[i] = (struct standing){contest->candidates[i],
                                         merit_of(ranking, &contest->candidates[i])};
    sort(standings, contest->count);
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
    struct standing *standings =
        kith_arena_alloc(scene->arena, contest.count * sizeof *standings);
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
