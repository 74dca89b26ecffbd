/* Two passes over the matches. The first collects the entities that the article names
 * unambiguously, anywhere in it; the second lets them decide the others. */
#include "recognize/choice.h"

#include "base/hash.h"
#include "recognize/evidence_words.h"

/* The entities that some match of the article means for certain. Open addressing; sized
 * by the article, not by the gazetteer. */
struct seen_entities {
    kith_id *slots; /* KITH_NO_ID: free */
    uint32_t mask;
};

/* One match being decided. */
struct deciding {
    const struct kith_scene *scene;
    const struct seen_entities *seen;
    const struct kith_candidate *items;
    uint32_t count;
    uint32_t sentence;
    int rank; /* the best of those that may count; the others are out of the race */
};

static enum kith_status init_seen(struct seen_entities *seen, uint32_t match_count,
                                  struct kith_arena *arena, struct kith_error *err)
{
    uint64_t room = 16;
    while (room < (uint64_t)match_count * 2)
        room *= 2;
    seen->slots = kith_arena_alloc(arena, room * sizeof *seen->slots);
    if (!seen->slots)
        return kith_no_memory(err);
    memset(seen->slots, 0xFF, room * sizeof *seen->slots);
    seen->mask = (uint32_t)(room - 1);
    return KITH_OK;
}

/* The slot where `entity` is, or would be. */
static kith_id *slot_of(const struct seen_entities *seen, kith_id entity)
{
    uint32_t i = (uint32_t)kith_hash_u64(entity) & seen->mask;
    while (seen->slots[i] != entity && seen->slots[i] != KITH_NO_ID)
        i = (i + 1) & seen->mask;
    return &seen->slots[i];
}

static bool is_seen(const struct seen_entities *seen, kith_id entity)
{
    return *slot_of(seen, entity) != KITH_NO_ID;
}

static struct kith_str cell_of(const struct kith_scene *scene, kith_id entity,
                               uint32_t column)
{
    if (column == KITH_NO_ID)
        return (struct kith_str){0};
    return kith_gazetteer_cell(scene->recognizer->gazetteer, entity, column);
}

/* ---- who may be meant at all ---- */

/* A token of a word that forbids `entity`, or KITH_NO_ID. */
static uint32_t find_forbidding(const struct deciding *deciding, kith_id entity)
{
    struct kith_str cell =
        cell_of(deciding->scene, entity, deciding->scene->recognizer->columns.forbid);
    return cell.length ? kith_evidence_find(deciding->scene, cell, deciding->sentence,
                                            KITH_REACH_NEAR)
                       : KITH_NO_ID;
}

/* ISO dates are in order as their bytes are; "2014" and "2014-03" stand for their
 * beginnings in `from` and, compared over their own length, for their ends in `until`. */
static bool is_before(struct kith_str date, struct kith_str bound)
{
    size_t length = date.length < bound.length ? date.length : bound.length;
    return length > 0 && memcmp(date.data, bound.data, length) < 0;
}

static bool is_out_of_date(const struct kith_scene *scene, kith_id entity)
{
    const struct kith_row_columns *columns = &scene->recognizer->columns;
    struct kith_str date = scene->document->article->date;
    if (date.length == 0)
        return false;
    return is_before(date, cell_of(scene, entity, columns->from)) ||
           is_before(cell_of(scene, entity, columns->until), date);
}

static bool has_support(const struct deciding *deciding, kith_id entity)
{
    struct kith_str cell =
        cell_of(deciding->scene, entity, deciding->scene->recognizer->columns.context);
    return is_seen(deciding->seen, entity) ||
           (cell.length && kith_evidence_find(deciding->scene, cell, deciding->sentence,
                                              KITH_REACH_ARTICLE) != KITH_NO_ID);
}

/* What is against the candidate by itself: KITH_REASON_NONE, or why it is out. */
static enum kith_reason objection_to(const struct deciding *deciding,
                                     const struct kith_candidate *candidate)
{
    if (find_forbidding(deciding, candidate->entity) != KITH_NO_ID)
        return KITH_REASON_FORBIDDEN;
    if (is_out_of_date(deciding->scene, candidate->entity))
        return KITH_REASON_OUT_OF_DATE;
    if ((candidate->traits & KITH_ALIAS_WEAK) &&
        !has_support(deciding, candidate->entity))
        return KITH_REASON_UNSUPPORTED;
    return KITH_REASON_NONE;
}

static bool may_count(const struct deciding *deciding,
                      const struct kith_candidate *candidate)
{
    return objection_to(deciding, candidate) == KITH_REASON_NONE;
}

/* Set the best rank and return how many candidates have it; 0 when nobody may be meant.
 */
static uint32_t rank(struct deciding *deciding, const struct kith_candidate **first)
{
    uint32_t count = 0;
    deciding->rank = -1;
    for (uint32_t i = 0; i < deciding->count; i++) {
        const struct kith_candidate *candidate = &deciding->items[i];
        int its = kith_candidate_rank(candidate);
        if (its < deciding->rank || !may_count(deciding, candidate))
            continue;
        if (its > deciding->rank) {
            deciding->rank = its;
            *first = candidate;
            count = 0;
        }
        count++;
    }
    return count;
}

/* ---- whom ---- */

static int64_t priority_of(const struct deciding *deciding, kith_id entity)
{
    struct kith_str cell =
        cell_of(deciding->scene, entity, deciding->scene->recognizer->columns.priority);
    bool is_negative = cell.length && cell.data[0] == '-';
    int64_t number = 0;
    for (size_t i = is_negative; i < cell.length && number < 1000000000; i++) {
        if (cell.data[i] < '0' || cell.data[i] > '9')
            return 0;
        number = number * 10 + (cell.data[i] - '0');
    }
    return is_negative ? -number : number;
}

/* A token of a word that speaks for `entity`, or KITH_NO_ID. */
static uint32_t find_context(const struct deciding *deciding, kith_id entity)
{
    struct kith_str cell =
        cell_of(deciding->scene, entity, deciding->scene->recognizer->columns.context);
    return cell.length ? kith_evidence_find(deciding->scene, cell, deciding->sentence,
                                            KITH_REACH_NEAR)
                       : KITH_NO_ID;
}

static int64_t has_context(const struct deciding *deciding, kith_id entity)
{
    return find_context(deciding, entity) != KITH_NO_ID;
}

static int64_t is_named(const struct deciding *deciding, kith_id entity)
{
    return is_seen(deciding->seen, entity);
}

typedef int64_t score_fn(const struct deciding *deciding, kith_id entity);

/* The one with the highest score of those in the race, or NULL when several have it. */
static const struct kith_candidate *best_by(const struct deciding *deciding,
                                            score_fn *score)
{
    const struct kith_candidate *best = NULL;
    int64_t highest = INT64_MIN;
    bool is_alone = false;
    for (uint32_t i = 0; i < deciding->count; i++) {
        const struct kith_candidate *candidate = &deciding->items[i];
        if (kith_candidate_rank(candidate) != deciding->rank ||
            !may_count(deciding, candidate))
            continue;
        int64_t its = score(deciding, candidate->entity);
        is_alone = its > highest || (is_alone && its < highest);
        if (its > highest) {
            highest = its;
            best = candidate;
        }
    }
    return is_alone ? best : NULL;
}

/* The order of resolution, among candidates of the best rank. */
static const struct {
    score_fn *score;
    enum kith_choice choice;
} grounds[] = {{has_context, KITH_CHOICE_CONTEXT},
               {is_named, KITH_CHOICE_IN_ARTICLE},
               {priority_of, KITH_CHOICE_PRIORITY}};

static const struct kith_candidate *choose(struct deciding *deciding,
                                           enum kith_choice *choice)
{
    const struct kith_candidate *first = NULL;
    *choice = KITH_CHOICE_ONLY;
    if (rank(deciding, &first) <= 1)
        return first;
    for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++) {
        const struct kith_candidate *best = best_by(deciding, grounds[g].score);
        *choice = grounds[g].choice;
        if (best)
            return best;
    }
    *choice = KITH_CHOICE_FIRST_ROW;
    bool abstains = deciding->scene->recognizer->options.ambiguous == KITH_AMBIGUOUS_NONE;
    return abstains ? NULL : first;
}

/* ---- what is told of it ---- */

static enum kith_reason reason_of(const struct deciding *deciding,
                                  const struct kith_candidate *candidate,
                                  const struct kith_candidate *chosen)
{
    enum kith_reason objection = objection_to(deciding, candidate);
    if (objection != KITH_REASON_NONE)
        return objection;
    if (kith_candidate_rank(candidate) != deciding->rank)
        return KITH_REASON_OUTRANKED;
    if (candidate == chosen)
        return KITH_REASON_CHOSEN;
    return chosen ? KITH_REASON_NOT_CHOSEN : KITH_REASON_UNCLEAR;
}

static uint32_t word_of(const struct deciding *deciding, kith_id entity,
                        enum kith_reason reason, enum kith_choice choice)
{
    if (reason == KITH_REASON_FORBIDDEN)
        return find_forbidding(deciding, entity);
    if (reason == KITH_REASON_CHOSEN && choice == KITH_CHOICE_CONTEXT)
        return find_context(deciding, entity);
    return KITH_NO_ID;
}

/* Tell of each candidate what became of it. */
static void tell(const struct deciding *deciding, const struct kith_match *match,
                 const struct kith_candidate *chosen, enum kith_choice choice)
{
    for (uint32_t i = 0; i < deciding->count; i++) {
        const struct kith_candidate *candidate = &deciding->items[i];
        enum kith_reason reason = reason_of(deciding, candidate, chosen);
        kith_trace_add(deciding->scene->trace,
                       (struct kith_decision){
                           .first_token = match->first_token,
                           .end_token = match->end_token,
                           .reason = reason,
                           .choice = (uint8_t)choice,
                           .entity = candidate->entity,
                           .alias = candidate->alias,
                           .rival = chosen ? chosen->entity : KITH_NO_ID,
                           .word = word_of(deciding, candidate->entity, reason, choice)});
    }
}

/* ---- mentions ---- */

static struct deciding deciding_of(const struct kith_scene *scene,
                                   const struct kith_matches *matches,
                                   const struct kith_match *match,
                                   const struct seen_entities *seen, uint32_t *sentence)
{
    while (scene->document->sentences.items[*sentence].end_token <= match->first_token)
        ++*sentence;
    return (struct deciding){.scene = scene,
                             .seen = seen,
                             .items = matches->candidates.items + match->first_candidate,
                             .count = match->end_candidate - match->first_candidate,
                             .sentence = *sentence};
}

/* Weak names and demonyms do not make their entity seen. */
static void collect_seen(const struct kith_scene *scene,
                         const struct kith_matches *matches, struct seen_entities *seen)
{
    const unsigned doubtful = KITH_ALIAS_WEAK | KITH_ALIAS_DEMONYM;
    uint32_t sentence = 0;
    for (uint32_t m = 0; m < matches->count; m++) {
        const struct kith_candidate *only = NULL;
        struct deciding deciding =
            deciding_of(scene, matches, &matches->items[m], seen, &sentence);
        if (rank(&deciding, &only) == 1 && !(only->traits & doubtful))
            *slot_of(seen, only->entity) = only->entity;
    }
}

static enum kith_found found_of(const struct kith_candidate *candidate)
{
    if (candidate->traits & KITH_ALIAS_DEMONYM)
        return KITH_FOUND_DEMONYM;
    if (candidate->traits & KITH_ALIAS_VARIANT)
        return KITH_FOUND_VARIANT;
    return candidate->is_exact ? KITH_FOUND_EXACT : KITH_FOUND_FOLDED;
}

static struct kith_mention mention_of(const struct deciding *deciding,
                                      const struct kith_match *match,
                                      const struct kith_candidate *chosen,
                                      enum kith_choice choice)
{
    const struct kith_token *tokens = deciding->scene->tokens;
    return (struct kith_mention){
        .begin = tokens[match->first_token].begin,
        .end = tokens[match->end_token - 1].end,
        .first_token = match->first_token,
        .end_token = match->end_token,
        .sentence = deciding->sentence,
        .entity = chosen->entity,
        .alias = chosen->alias,
        .found = (uint8_t)found_of(chosen),
        .choice = (uint8_t)choice,
        .candidate_count =
            (uint16_t)(deciding->count < UINT16_MAX ? deciding->count : UINT16_MAX)};
}

enum kith_status kith_choose(const struct kith_scene *scene,
                             const struct kith_matches *matches, struct kith_error *err)
{
    struct kith_mentions *mentions = scene->mentions;
    struct seen_entities seen = {0};
    KITH_TRY(init_seen(&seen, matches->count, scene->arena, err));
    collect_seen(scene, matches, &seen);
    mentions->items = KITH_ARRAY(scene->arena, struct kith_mention, matches->count);
    if (!mentions->items)
        return kith_no_memory(err);
    mentions->room = matches->count;
    uint32_t sentence = 0;
    for (uint32_t m = 0; m < matches->count; m++) {
        enum kith_choice choice;
        struct deciding deciding =
            deciding_of(scene, matches, &matches->items[m], &seen, &sentence);
        const struct kith_candidate *chosen = choose(&deciding, &choice);
        if (scene->trace)
            tell(&deciding, &matches->items[m], chosen, choice);
        if (chosen)
            mentions->items[mentions->count++] =
                mention_of(&deciding, &matches->items[m], chosen, choice);
    }
    return KITH_OK;
}
