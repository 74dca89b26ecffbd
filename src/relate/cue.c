/* Three orders: who, cue, words ("Anna said ..."); words, who, cue ("..., Anna said");
 * words, cue, who ("..., said Anna"). And a fourth: cue, who, words ("according to"). */
#include "relate/cue.h"

#include "relate/status_entry.h"

/* Symbols of "reporters in Westport on Friday". */
#define ADJUNCT_LIMIT 10

static unsigned roles_at(const struct kith_speaker_scene *s, uint32_t at)
{
    return at < s->sequence->count && s->sequence->items[at].mention == KITH_NO_ID
               ? s->sequence->items[at].roles
               : 0;
}

static bool is_name(const struct kith_speaker_scene *s, uint32_t at)
{
    return at < s->sequence->count && s->sequence->items[at].mention != KITH_NO_ID;
}

/* A mark, or the end of the sentence. */
static bool is_mark(const struct kith_speaker_scene *s, uint32_t at)
{
    return at >= s->sequence->count || s->sequence->items[at].kind == KITH_TOKEN_MARK;
}

/* "saying", "adding": the sentence's subject goes on. */
static bool is_gerund(const struct kith_speaker_scene *s, uint32_t at)
{
    const struct kith_symbol *symbol = &s->sequence->items[at];
    return kith_sequence_is_participle(s->sequence, at) &&
           s->text.data[symbol->end - 1] == 'g';
}

/* ---- how far words go ---- */

/* Forward, they end at a semicolon, or at a comma behind which "but", "while" or the like
 * begins a clause; those of a relative clause at its comma. */
static uint32_t words_end(const struct kith_speaker_scene *s, uint32_t begin,
                          bool is_in_relative)
{
    for (uint32_t at = begin; at < s->sequence->count; at++) {
        if (!is_mark(s, at))
            continue;
        bool is_comma = roles_at(s, at) & KITH_ROLE_COMMA;
        unsigned next = roles_at(s, at + 1);
        bool is_turn = (next & KITH_ROLE_CLAUSE) && !(next & KITH_ROLE_BARRIER);
        if (is_comma ? is_turn || is_in_relative
                     : s->text.data[s->sequence->items[at].begin] == ';')
            return at;
    }
    return s->sequence->count;
}

/* "said | after Ostland attacked Westland that ...": his words begin behind "that". */
static uint32_t words_begin(const struct kith_speaker_scene *s, uint32_t at)
{
    bool is_time =
        (roles_at(s, at) & KITH_ROLE_CLAUSE) && !(roles_at(s, at) & KITH_ROLE_BARRIER);
    while (is_time && at < s->sequence->count && !(roles_at(s, at) & KITH_ROLE_THAT))
        at++;
    return at;
}

/* Behind whom, where and when: "told | reporters in Westport on Friday |,". Nothing of it
 * may be a clause. */
static uint32_t pass_adjuncts(const struct kith_speaker_scene *s, uint32_t at)
{
    const unsigned clause = KITH_ROLE_BARRIER | KITH_ROLE_CLAUSE | KITH_ROLE_AUXILIARY |
                            KITH_ROLE_BE | KITH_ROLE_PRONOUN | KITH_ROLE_TO |
                            KITH_ROLE_JOINING;
    uint32_t begin = at;
    bool has_noun = false; /* a name behind it would begin a clause */
    for (; at - begin < ADJUNCT_LIMIT && !is_mark(s, at); at++) {
        unsigned roles = roles_at(s, at);
        if ((roles & clause) || (is_name(s, at) && has_noun))
            return begin;
        bool follows_name = at > begin && is_name(s, at - 1);
        bool leads = roles & (KITH_ROLE_PREPOSITION | KITH_ROLE_OF |
                              KITH_ROLE_BEFORE_TIME | KITH_ROLE_DETERMINER);
        if (follows_name && !leads && !(roles & (KITH_ROLE_TIME | KITH_ROLE_ADVERB)) &&
            s->sequence->items[at].kind == KITH_TOKEN_WORD)
            return begin;
        has_noun = !leads && !(roles & (KITH_ROLE_TITLE | KITH_ROLE_TIME)) &&
                   (has_noun || at == begin || is_name(s, at));
    }
    return is_mark(s, at) ? at : begin;
}

/* ---- the orders ---- */

/* according to Anna, ...; ..., according to Anna */
static void read_source_behind(const struct kith_speaker_scene *s, struct kith_cue *cue)
{
    cue->speaker = kith_speaker_behind(s, cue->end);
    uint32_t behind = pass_adjuncts(s, cue->speaker.behind);
    bool is_parted = cue->begin == 0 || is_mark(s, cue->begin - 1);
    if (is_parted && (roles_at(s, behind) & KITH_ROLE_COMMA)) {
        cue->on_begin = behind;
        cue->on_end = words_end(s, behind + 1, false);
    }
    cue->back_end = cue->begin;
}

/* True when a name among the words of a speaker is followed by a word that may be its
 * verb. */
static bool has_predicate(const struct kith_speaker_scene *s,
                          const struct kith_speaker *speaker)
{
    for (uint32_t at = speaker->first; at + 1 < speaker->behind; at++)
        if (is_name(s, at) && s->sequence->items[at + 1].kind == KITH_TOKEN_WORD)
            return true;
    return false;
}

/* ..., said Anna */
static bool read_turned(const struct kith_speaker_scene *s, struct kith_cue *cue)
{
    if (cue->begin > 0 && !is_mark(s, cue->begin - 1))
        return false;
    struct kith_speaker speaker = kith_speaker_behind(s, cue->end);
    if (!kith_speaker_is_named(&speaker))
        return false;
    /* "Anna, the Navy chief, said | Boris fled": no speaker, but words. */
    if (has_predicate(s, &speaker)) {
        struct kith_speaker before = kith_speaker_before(s, cue->begin);
        if (kith_speaker_is_named(&before))
            return false;
    }
    unsigned next = roles_at(s, speaker.behind);
    bool is_closed =
        is_mark(s, speaker.behind) || (next & (KITH_ROLE_PREPOSITION | KITH_ROLE_TIME |
                                               KITH_ROLE_BEFORE_TIME | KITH_ROLE_CLAUSE));
    if (!is_closed || is_gerund(s, cue->begin))
        return false;
    cue->speaker = speaker;
    cue->back_end = cue->begin;
    return true;
}

/* "it can be | said", "it is safe to | say": nobody says so. Who is "quoted as saying"
 * does. */
static bool is_anybodys(const struct kith_speaker_scene *s, const struct kith_cue *cue)
{
    uint32_t at = cue->begin;
    if (at > 0 && (roles_at(s, at - 1) & KITH_ROLE_TO))
        return true;
    while (at > 0 && (roles_at(s, at - 1) & KITH_ROLE_ADVERB))
        at--;
    return at > 0 && (roles_at(s, at - 1) & KITH_ROLE_BE) && cue->end == cue->begin + 1 &&
           !is_gerund(s, cue->begin);
}

/* "Despite the Guild | claiming a victory, Anna ...": his words end at the comma. */
static bool is_aside(const struct kith_speaker_scene *s, const struct kith_cue *cue)
{
    uint32_t first = cue->speaker.first;
    return first > 0 && is_gerund(s, cue->begin) &&
           (roles_at(s, first - 1) & (KITH_ROLE_PREPOSITION | KITH_ROLE_CLAUSE));
}

/* Anna said ...; ..., Anna said; ..., Anna said, ... */
static void read_source_before(const struct kith_speaker_scene *s, struct kith_cue *cue)
{
    if (is_anybodys(s, cue))
        return;
    cue->speaker = kith_speaker_before(s, cue->begin);
    if (!kith_speaker_is_named(&cue->speaker))
        return;
    uint32_t first = cue->speaker.first;
    uint32_t behind = pass_adjuncts(s, cue->end);
    bool is_parenthesis = first > 0 && is_mark(s, first - 1) && is_mark(s, behind) &&
                          !cue->speaker.is_in_relative;
    bool is_told = cue->speaker.is_owner && first > 0 &&
                   (roles_at(s, first - 1) & KITH_ROLE_PREPOSITION);
    if (is_parenthesis || is_told)
        cue->back_end = first;
    cue->on_begin = words_begin(s, cue->end);
    cue->on_end = is_parenthesis && (roles_at(s, behind) & KITH_ROLE_COMMA)
                      ? s->sequence->count
                      : words_end(s, cue->on_begin,
                                  cue->speaker.is_in_relative || is_aside(s, cue));
}

/* ... and said, ..., saying: who spoke last, or the sentence's first name. */
static void read_source_above(const struct kith_speaker_scene *s,
                              const struct kith_cues *cues, struct kith_cue *cue)
{
    bool goes_on = cue->begin > 0 && ((roles_at(s, cue->begin - 1) & KITH_ROLE_JOINING) ||
                                      is_gerund(s, cue->begin));
    if (!goes_on)
        return;
    cue->speaker = cues->count ? cues->items[cues->count - 1].speaker
                               : kith_speaker_first(s, cue->begin);
    cue->on_begin = words_begin(s, cue->end);
    cue->on_end = words_end(s, cue->on_begin, false);
}

static void read_cue(const struct kith_speaker_scene *s, const struct kith_cues *cues,
                     struct kith_status_entry entry, struct kith_cue *cue)
{
    const unsigned leads = KITH_ROLE_PREPOSITION | KITH_ROLE_OF;
    if (entry.last & leads) {
        read_source_behind(s, cue);
        return;
    }
    if (read_turned(s, cue))
        return;
    bool is_joined = cue->begin > 0 && (roles_at(s, cue->begin - 1) & KITH_ROLE_JOINING);
    if (!is_joined)
        read_source_before(s, cue);
    if (!kith_speaker_is_named(&cue->speaker))
        read_source_above(s, cues, cue);
}

enum kith_status kith_cues_read(const struct kith_speaker_scene *scene,
                                struct kith_arena *arena, struct kith_cues *cues,
                                struct kith_error *err)
{
    cues->count = 0;
    for (uint32_t at = 0; at < scene->sequence->count;) {
        struct kith_status_entry entry =
            kith_status_entry_at(scene->rules, scene->sequence, at);
        struct kith_cue cue = {.begin = at,
                               .end = at + entry.length,
                               .speaker = {.entity = KITH_NO_ID},
                               .quote = KITH_NO_ID};
        at += entry.length ? entry.length : 1;
        if (!kith_status_entry_is(entry, KITH_LIST_SPEECH))
            continue;
        read_cue(scene, cues, entry, &cue);
        if (!kith_speaker_is_named(&cue.speaker))
            continue;
        if (!KITH_ARENA_PUSHABLE(arena, cues))
            return kith_no_memory(err);
        cues->items[cues->count++] = cue;
    }
    return KITH_OK;
}
