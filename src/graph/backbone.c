/* Which co-occurrence edges stand out, judged one by one from the sums of their ends. */
#include "graph/backbone.h"

#include <math.h>

#include "base/map.h"

/* What an entity's co-occurrence edges come to. */
struct end {
    const struct kith_tally *tally;
    double strength;
    uint32_t degree;
    uint32_t rank; /* of its edges seen so far, the strongest first */
};

struct survey {
    const struct kith_ledger *ledger;
    struct end *ends;
    struct kith_map end_of; /* entity -> index in ends */
    double total;           /* of the weights, each counted from either end */
    uint32_t edge_count;    /* of co-occurrence */
};

static struct end *end_at(const struct survey *survey, kith_id entity)
{
    return &survey->ends[*kith_map_find(&survey->end_of, entity)];
}

static bool add_up(struct survey *survey, struct kith_arena *arena)
{
    const struct kith_ledger *ledger = survey->ledger;
    uint32_t count = kith_ledger_tally_count(ledger);
    survey->ends = KITH_ARRAY(arena, struct end, count);
    if (!survey->ends)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        survey->ends[i].tally = &kith_ledger_tallies(ledger)[i];
        if (!kith_map_place(&survey->end_of, survey->ends[i].tally->entity, i, NULL))
            return false;
    }
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        const struct kith_edge *edge = &kith_ledger_edges(ledger)[i];
        if (edge->relation != KITH_COOCCURRENCE)
            continue;
        struct end *ends[] = {end_at(survey, edge->source), end_at(survey, edge->target)};
        for (int k = 0; k < 2; k++) {
            ends[k]->strength += edge->weight;
            ends[k]->degree++;
        }
        survey->total += 2.0 * edge->weight;
        survey->edge_count++;
    }
    return true;
}

/* Disparity */

/* The chance that an edge has such a share of the strength of this end, were that cut
 * into `degree` pieces by lot. */
static double disparity(const struct end *end, double weight)
{
    return pow(1 - weight / end->strength, end->degree - 1.0);
}

/* M. A. Serrano, M. Boguna, A. Vespignani 2009: it is enough to stand out for one end. */
static bool is_disparate(const struct end *a, const struct end *b, double weight,
                         double limit)
{
    return fmin(disparity(a, weight), disparity(b, weight)) < limit;
}

/* Noise-corrected */

/* M. Coscia, F. M. H. Neffke 2017. The weight is taken for draws from `total`, with a
 * chance whose prior has the mean and the variance of the hypergeometric law; the score
 * is the lift k w, brought between -1 and 1, and is held against its standard deviation
 * by the delta method. (The beta law's parameters follow from mean and variance; the
 * paper prints 1 - m^2 where (1 - m)^2 follows.) */
static bool is_above_noise(const struct end *a, const struct end *b, double weight,
                           double total, double limit)
{
    double x = a->strength, y = b->strength;
    double mean = x * y / (total * total);
    double variance = mean * (total - x) * (total - y) / (total * total * (total - 1));
    double lift = total / (x * y);
    double score = (lift * weight - 1) / (lift * weight + 1);
    double sum = mean * (1 - mean) / variance - 1; /* alpha + beta of the prior */
    double chance = variance > 0 ? (mean * sum + weight) / (sum + total) : weight / total;
    double spread = chance * (1 - chance) * total; /* variance of the weight */
    double slope = 1 / (x * y) - total * (x + y) / (x * y * x * y);
    double bend = 2 * (lift + weight * slope) / pow(lift * weight + 1, 2);
    return score - limit * sqrt(spread) * fabs(bend) > 0;
}

/* Validated */

static double log_choose(double all, double some)
{
    return lgamma(all + 1) - lgamma(some + 1) - lgamma(all - some + 1);
}

/* The terms fall from one to the next once they are past the mean, where we begin. */
double kith_chance_of_sharing(uint64_t all, uint64_t a, uint64_t b, uint64_t both)
{
    double n = (double)all, x = (double)a, y = (double)b, k = (double)both;
    if (k * n <= x * y)
        return 1;
    double term = exp(log_choose(x, k) + log_choose(n - x, y - k) - log_choose(n, y)),
           sum = term;
    for (; k < fmin(x, y) && term > sum * 1e-16; k++) {
        term *= (x - k) * (y - k) / ((k + 1) * (n - x - y + k + 1));
        sum += term;
    }
    return sum;
}

/* The units of the window that hold one, the other and both. */
static double chance_of(const struct survey *survey, const struct end *a,
                        const struct end *b, const struct kith_edge *edge)
{
    struct kith_totals all = kith_ledger_totals(survey->ledger);
    const struct kith_tally *x = a->tally, *y = b->tally;
    switch (kith_ledger_window(survey->ledger).scope) {
    case KITH_PARAGRAPH:
        return kith_chance_of_sharing(all.counted.paragraphs, x->paragraphs,
                                      y->paragraphs, edge->in_paragraphs);
    case KITH_ARTICLE:
        return kith_chance_of_sharing(all.counted.stories, x->stories, y->stories,
                                      edge->in_stories);
    case KITH_TOKENS:
        return kith_chance_of_sharing(all.counted.mentions, x->mentions, y->mentions,
                                      edge->in_windows);
    case KITH_SENTENCE:
        break;
    }
    return kith_chance_of_sharing(all.counted.sentences, x->sentences, y->sentences,
                                  edge->in_sentences);
}

/* All together */

/* M. Tumminello and others 2011 for validated: their hypergeometric test, held to the
 * limit over the number of pairs that are tested (Bonferroni). Edges come strongest
 * first, so that ranks are those of the strengths. */
static bool belongs(const struct survey *survey, enum kith_backbone kind, double limit,
                    const struct kith_edge *edge)
{
    struct end *a = end_at(survey, edge->source), *b = end_at(survey, edge->target);
    switch (kind) {
    case KITH_BACKBONE_DISPARITY:
        return is_disparate(a, b, edge->weight, limit);
    case KITH_BACKBONE_NOISE:
        return is_above_noise(a, b, edge->weight, survey->total, limit);
    case KITH_BACKBONE_VALIDATED:
        return chance_of(survey, a, b, edge) < limit / survey->edge_count;
    case KITH_BACKBONE_TOP:
        a->rank++;
        b->rank++;
        return a->rank <= limit || b->rank <= limit;
    case KITH_BACKBONE_NONE:
        break;
    }
    return true;
}

enum kith_status kith_backbone_find(const struct kith_ledger *ledger,
                                    enum kith_backbone kind, double limit,
                                    struct kith_arena *arena, bool *is_kept,
                                    struct kith_error *err)
{
    struct survey survey = {.ledger = ledger};
    bool has_memory = add_up(&survey, arena);
    for (uint32_t i = 0; has_memory && i < kith_ledger_edge_count(ledger); i++) {
        const struct kith_edge *edge = &kith_ledger_edges(ledger)[i];
        is_kept[i] =
            edge->relation != KITH_COOCCURRENCE || belongs(&survey, kind, limit, edge);
    }
    kith_map_release(&survey.end_of);
    return has_memory ? KITH_OK : kith_no_memory(err);
}
