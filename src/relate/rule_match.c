/* Running one rule over one sentence. */
#include "relate/rule_match.h"

#include <string.h>

#include "relate/listed.h"
#include "relate/verb_group.h"

/* What the path so far demands of the rest of it: part of a state. */
enum mode {
    MODE_LISTED = 1, /* a hole for one took several: some word must be a plural */
    MODE_PLURAL = 2  /* some word was */
};
#define MODE_COUNT 4

struct matcher {
    const struct kith_rules *rules;
    const struct kith_rule_entry *entry;
    const struct kith_program *program; /* the entry's */
    const struct kith_signature *signature;
    const struct kith_sequence *sequence;
    uint64_t *tried;
    struct kith_rule_match match; /* the path so far */
};

/* A place on the path. */
struct state {
    uint32_t step; /* in the program */
    uint32_t at;   /* symbol */
    unsigned mode; /* enum mode, or-ed */
};

static bool run(struct matcher *m, struct state state);

/* False when the state was tried before; from now on it has been. */
static bool is_untried(struct matcher *m, struct state state)
{
    size_t places = (size_t)m->sequence->count + 1;
    size_t index = (state.step * places + state.at) * MODE_COUNT + state.mode;
    uint64_t bit = (uint64_t)1 << (index & 63);
    if (m->tried[index >> 6] & bit)
        return false;
    m->tried[index >> 6] |= bit;
    return true;
}

static void note_own(struct kith_rule_match *match, uint32_t at)
{
    uint32_t place = at - match->begin;
    if (place < 64)
        match->own |= (uint64_t)1 << place;
}

/* Take `count` symbols as the rule's own words and go on. */
static bool take_words(struct matcher *m, struct state state, uint32_t count,
                       bool is_plural)
{
    struct kith_rule_match before = m->match;
    for (uint32_t i = state.at; i < state.at + count; i++) {
        if (m->sequence->items[i].kind != KITH_TOKEN_WORD)
            continue;
        note_own(&m->match, i);
        if (m->match.word_begin == m->match.word_end)
            m->match.word_begin = i;
        m->match.word_end = i + 1;
    }
    state.step++;
    state.at += count;
    if (is_plural)
        state.mode |= MODE_PLURAL;
    if (run(m, state))
        return true;
    m->match.word_begin = before.word_begin;
    m->match.word_end = before.word_end;
    m->match.own = before.own;
    return false;
}

static bool run_word(struct matcher *m, struct state state, const struct kith_step *step)
{
    if (state.at >= m->sequence->count)
        return false;
    kith_id class = m->sequence->items[state.at].class;
    if (class == KITH_NO_ID)
        return false;
    if (class == step->x)
        return take_words(m, state, 1, false);
    return class == step->y && take_words(m, state, 1, true);
}

/* Longest entry first: "prime minister" before "prime". */
static bool run_list(struct matcher *m, struct state state, const struct kith_step *step)
{
    const struct kith_phrases *phrases = &m->rules->lists.items[step->x].phrases;
    if (state.at >= m->sequence->count)
        return false;
    struct kith_listed listed =
        kith_listed_under(phrases, m->sequence->items[state.at].class);
    for (uint32_t i = listed.begin; i < listed.end; i++) {
        const struct kith_phrase *phrase = &phrases->items[i];
        if (kith_listed_stands(phrase->words, phrase->count, m->sequence, state.at) &&
            take_words(m, state, phrase->count, phrase->is_plural))
            return true;
    }
    return false;
}

/* The shortest gap first. */
static bool run_gap(struct matcher *m, struct state state, const struct kith_step *step)
{
    struct state next = {state.step + 1, state.at, state.mode};
    for (uint32_t passed = 0;; passed++, next.at++) {
        if (run(m, next))
            return true;
        if (passed == step->x || !kith_sequence_fits_gap(m->sequence, next.at))
            return false;
    }
}

/* The shortest group first. */
static bool run_help(struct matcher *m, struct state state, const struct kith_step *step)
{
    struct kith_group_ends ends;
    kith_verb_group_pass(m->rules, m->sequence, state.at, (enum kith_help)step->x, &ends);
    for (uint32_t i = 0; i < ends.count; i++) {
        m->match.group_begin = state.at;
        m->match.group_end = ends.items[i];
        if (run(m, (struct state){state.step + 1, ends.items[i], state.mode}))
            return true;
    }
    m->match.group_begin = m->match.group_end = 0;
    return false;
}

static bool is_last_step(const struct matcher *m, struct state state)
{
    return m->program->steps[state.step + 1].kind == KITH_STEP_ACCEPT;
}

/* Whose name, at the end of a match, has to be the whole of it: B's, for the head of
 * "Russia's army" does not lead Russia, and his to whom a deed is done, but not his who
 * does it: attacked by "Russia's army". */
static bool wants_whole(const struct matcher *m, uint32_t hole)
{
    return m->entry->voice == KITH_VOICE_NONE ? hole == 1
                                              : m->entry->voice != KITH_VOICE_PASSIVE;
}

/* True when a verb follows to whom a deed would be done: he begins a clause of his own,
 * as in "Ostland recognised Westland was right". In "the idea that Ostland attacked
 * Westland is new" the verb belongs to what stands before. */
static bool begins_clause(const struct matcher *m, uint32_t end)
{
    const struct kith_symbol *items = m->sequence->items;
    bool is_open =
        m->match.begin == 0 || !(items[m->match.begin - 1].roles & KITH_ROLE_BARRIER);
    return m->entry->voice == KITH_VOICE_ACTIVE && is_open && end < m->sequence->count &&
           items[end].mention == KITH_NO_ID &&
           items[end].roles & (KITH_ROLE_BE | KITH_ROLE_AUXILIARY);
}

/* True when a rule may end with a name that ends before `end`. */
static bool may_end(const struct matcher *m, struct state state, uint32_t hole,
                    uint32_t end)
{
    const bool *fits = m->signature->sides[hole].fits;
    const bool *fits_other = m->signature->sides[1 - hole].fits;
    return !kith_slot_is_cut(m->sequence, end) &&
           kith_slot_is_closed(m->sequence, state.at, end) && !begins_clause(m, end) &&
           (!wants_whole(m, hole) ||
            !kith_slot_serves(m->sequence, end, fits, fits_other));
}

/* An insertion may follow the A that begins a rule, and whoever begins a deed. */
static bool may_insert(const struct matcher *m, struct state state, uint32_t hole)
{
    return state.step == 0 && (hole == 0 || m->entry->voice != KITH_VOICE_NONE);
}

/* In rules with a verb, who does it may be somebody's forces, and so may to whom it is
 * done. */
static uint32_t pass_forces(const struct matcher *m, uint32_t at)
{
    return m->entry->voice == KITH_VOICE_NONE ? at
                                              : kith_slot_pass_forces(m->sequence, at);
}

/* Where the rule may go on behind a name that ends before `end`. */
static void pass_behind(const struct matcher *m, struct state state, uint32_t hole,
                        uint32_t end, struct kith_places *places)
{
    kith_slot_pass(m->sequence, end, may_insert(m, state, hole),
                   m->signature->sides[hole].fits, m->signature->sides[1 - hole].fits,
                   places);
    uint32_t behind = pass_forces(m, end);
    if (behind != end)
        places->items[places->count++] = behind;
}

/* Go on behind the first `count` of the names, past what may stand there. */
static bool leave_slot(struct matcher *m, struct state state, uint32_t hole,
                       const struct kith_names *names, uint32_t count)
{
    uint32_t end = names->ends[count - 1];
    struct kith_places places;
    if (is_last_step(m, state)) {
        places = (struct kith_places){{pass_forces(m, end)}, 1};
        if (!may_end(m, state, hole, places.items[0]))
            return false;
    } else {
        pass_behind(m, state, hole, end, &places);
    }
    struct state next = {state.step + 1, 0, state.mode};
    if (count > 1 && m->signature->sides[hole].is_one)
        next.mode |= MODE_LISTED;
    m->match.holes[hole].count = count;
    memcpy(m->match.holes[hole].members, names->members, count * sizeof *names->members);
    for (uint32_t i = 0; i < places.count; i++) {
        next.at = places.items[i];
        if (run(m, next))
            return true;
    }
    return false;
}

/* Longest list first. */
static bool run_names(struct matcher *m, struct state state, uint32_t hole, uint32_t at)
{
    const bool *fits = m->signature->sides[hole].fits;
    const struct kith_symbol *symbol = &m->sequence->items[at];
    struct kith_names names;
    if (symbol->mention == KITH_NO_ID || !fits[symbol->type])
        return false;
    kith_slot_read(m->sequence, at, fits, &names);
    for (uint32_t count = names.count; count > 0; count--)
        if (names.ends[count - 1] && leave_slot(m, state, hole, &names, count))
            return true;
    return false;
}

static bool run_slot(struct matcher *m, struct state state, const struct kith_step *step)
{
    struct kith_places places = {{state.at}, 1};
    if (state.at >= m->sequence->count)
        return false;
    if (state.step > 0)
        kith_slot_find(m->sequence, state.at, &places);
    else if (step->x == 1 && kith_slot_is_tail(m->sequence, state.at))
        return false;
    for (uint32_t i = 0; i < places.count; i++)
        if (run_names(m, state, step->x, places.items[i]))
            return true;
    return false;
}

static bool accept(struct matcher *m, struct state state)
{
    if ((state.mode & MODE_LISTED) && !(state.mode & MODE_PLURAL))
        return false;
    m->match.end = state.at;
    return true;
}

static bool run(struct matcher *m, struct state state)
{
    const struct kith_step *step = &m->program->steps[state.step];
    if (!is_untried(m, state))
        return false;
    switch (step->kind) {
    case KITH_STEP_WORD:
        return run_word(m, state, step);
    case KITH_STEP_LIST:
        return run_list(m, state, step);
    case KITH_STEP_SLOT:
        return run_slot(m, state, step);
    case KITH_STEP_GAP:
        return run_gap(m, state, step);
    case KITH_STEP_HELP:
        return run_help(m, state, step);
    case KITH_STEP_EITHER:
        return run(m, (struct state){step->x, state.at, state.mode}) ||
               run(m, (struct state){step->y, state.at, state.mode});
    case KITH_STEP_JUMP:
        return run(m, (struct state){step->x, state.at, state.mode});
    default:
        return accept(m, state);
    }
}

/* Make the bitmap large enough for this rule and sentence, and clear it. */
static enum kith_status clear_tried(struct kith_tried *tried, size_t states,
                                    struct kith_arena *arena, struct kith_error *err)
{
    size_t words = states / 64 + 1;
    if (words > tried->words) {
        tried->bits = KITH_ARRAY(arena, uint64_t, words);
        tried->words = tried->bits ? words : 0;
        return tried->bits ? KITH_OK : kith_no_memory(err);
    }
    memset(tried->bits, 0, words * sizeof *tried->bits);
    return KITH_OK;
}

static enum kith_status push(struct kith_rule_matches *matches, struct kith_arena *arena,
                             struct kith_rule_match match, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, matches))
        return kith_no_memory(err);
    matches->items[matches->count++] = match;
    return KITH_OK;
}

/* True when a deed's first name belongs to a preposition before it: "the embassy of
 * Ostland attacked", "talks with Ostland led". */
static bool is_governed(const struct matcher *m, uint32_t at)
{
    return m->entry->voice != KITH_VOICE_NONE &&
           m->sequence->items[at].mention != KITH_NO_ID &&
           kith_slot_is_governed(m->sequence, at);
}

/* "In Ostland Minister Clara met ...": a sentence that opens with where it happens does
 * not say whose minister she is. */
static bool is_scene(const struct matcher *m, uint32_t at)
{
    const struct kith_sequence *s = m->sequence;
    const unsigned where = KITH_ROLE_PREPOSITION | KITH_ROLE_BEFORE_TIME;
    return at == 1 && s->items[at].mention != KITH_NO_ID &&
           m->entry->voice == KITH_VOICE_NONE &&
           m->program->steps[0].kind == KITH_STEP_SLOT && m->program->steps[0].x == 1 &&
           (s->items[0].roles & where) == where &&
           (at + 1 == s->count || s->items[at + 1].kind != KITH_TOKEN_POSSESSIVE);
}

/* Try the rule at one symbol. No rule begins with a word that no rule speaks of. */
static enum kith_status try_at(struct matcher *m, uint32_t at, struct kith_arena *arena,
                               struct kith_rule_matches *matches, struct kith_error *err)
{
    const struct kith_symbol *symbol = &m->sequence->items[at];
    if (symbol->class == KITH_NO_ID && symbol->mention == KITH_NO_ID)
        return KITH_OK;
    m->match = (struct kith_rule_match){.begin = at};
    if (!kith_slot_may_begin(m->sequence, at) || is_governed(m, at) || is_scene(m, at) ||
        !run(m, (struct state){0, at, 0}))
        return KITH_OK;
    return push(matches, arena, m->match, err);
}

/* True when two of the sentence's names could fill the two holes: few sentences pass. */
static bool has_both_ends(const struct kith_sequence *sequence,
                          const struct kith_signature *signature)
{
    uint32_t a = 0, b = 0, either = 0;
    for (uint32_t i = 0; i < sequence->names.count; i++) {
        kith_id type = sequence->items[sequence->names.items[i]].type;
        a += signature->sides[0].fits[type];
        b += signature->sides[1].fits[type];
        either += signature->sides[0].fits[type] || signature->sides[1].fits[type];
    }
    return a > 0 && b > 0 && either > 1;
}

enum kith_status kith_rule_match(const struct kith_rules *rules, kith_id rule,
                                 const struct kith_sequence *sequence,
                                 struct kith_tried *tried, struct kith_arena *arena,
                                 struct kith_rule_matches *matches,
                                 struct kith_error *err)
{
    const struct kith_rule_entry *entry = &rules->entries.items[rule];
    size_t places = (size_t)sequence->count + 1;
    if (!has_both_ends(sequence, &rules->signatures.items[entry->signature]))
        return KITH_OK;
    KITH_TRY(clear_tried(tried, entry->program.count * places * MODE_COUNT, arena, err));
    struct matcher m = {.rules = rules,
                        .entry = entry,
                        .program = &entry->program,
                        .signature = &rules->signatures.items[entry->signature],
                        .sequence = sequence,
                        .tried = tried->bits};
    if (m.program->steps[0].kind != KITH_STEP_SLOT) {
        for (uint32_t at = 0; at < sequence->count; at++)
            KITH_TRY(try_at(&m, at, arena, matches, err));
        return KITH_OK;
    }
    for (uint32_t i = 0; i < sequence->names.count; i++)
        KITH_TRY(try_at(&m, sequence->names.items[i], arena, matches, err));
    return KITH_OK;
}

bool kith_rule_match_has_ends(const struct kith_rules *rules, kith_id rule,
                              const struct kith_sequence *sequence)
{
    kith_id signature = rules->entries.items[rule].signature;
    return has_both_ends(sequence, &rules->signatures.items[signature]);
}

bool kith_rule_match_furthest(const struct kith_rules *rules, kith_id rule,
                              const struct kith_sequence *sequence,
                              const struct kith_tried *tried, uint32_t *step,
                              uint32_t *at)
{
    uint32_t steps = rules->entries.items[rule].program.count;
    size_t places = ((size_t)sequence->count + 1) * MODE_COUNT;
    if (!kith_rule_match_has_ends(rules, rule, sequence))
        return false;
    for (uint32_t s = steps; s-- > 0;)
        for (size_t i = (s + 1) * places; i-- > s * places;)
            if (tried->bits[i >> 6] >> (i & 63) & 1) {
                *step = s;
                *at = (uint32_t)(i % places / MODE_COUNT);
                return true;
            }
    return false;
}
