/* Reading the names and nouns beside words of saying. Without a grammar a noun cannot be
 * told from a verb; the words up to the next mark, closed word or name are taken. */
#include "relate/speaker.h"

#include "relate/slot.h"
#include "relate/status_entry.h"

/* Symbols of a speaker's description, and of an apposition behind his name. */
#define WORDS_LIMIT 10
#define APPOSITION_LIMIT 14

static unsigned roles_at(const struct kith_speaker_scene *s, uint32_t at)
{
    return at < s->sequence->count ? s->sequence->items[at].roles : 0;
}

static bool is_name(const struct kith_speaker_scene *s, uint32_t at)
{
    return at < s->sequence->count && s->sequence->items[at].mention != KITH_NO_ID;
}

static bool is_kind(const struct kith_speaker_scene *s, uint32_t at,
                    enum kith_token_kind kind)
{
    return at < s->sequence->count && !is_name(s, at) &&
           s->sequence->items[at].kind == kind;
}

/* A noun or what describes one, as far as anyone can tell. */
static bool is_noun(const struct kith_speaker_scene *s, uint32_t at)
{
    const unsigned other =
        KITH_ROLE_CLOSED | KITH_ROLE_ADVERB | KITH_ROLE_TIME | KITH_ROLE_BEFORE_TIME;
    if (is_kind(s, at, KITH_TOKEN_HYPHEN))
        return true;
    return is_kind(s, at, KITH_TOKEN_WORD) &&
           (!(roles_at(s, at) & other) || (roles_at(s, at) & KITH_ROLE_TITLE));
}

static struct kith_speaker nobody(void)
{
    return (struct kith_speaker){.entity = KITH_NO_ID};
}

/* The words of symbols [first, behind). */
static struct kith_speaker words(const struct kith_speaker_scene *s, uint32_t first,
                                 uint32_t behind)
{
    if (first >= behind)
        return nobody();
    return (struct kith_speaker){.entity = KITH_NO_ID,
                                 .begin = s->sequence->items[first].begin,
                                 .end = s->sequence->items[behind - 1].end,
                                 .first = first,
                                 .behind = behind};
}

static struct kith_speaker name(const struct kith_speaker_scene *s, uint32_t at)
{
    struct kith_speaker speaker = words(s, at, at + 1);
    const struct kith_mention *mention =
        &s->mentions->items[s->sequence->items[at].mention];
    speaker.entity = mention->entity;
    speaker.begin = mention->begin; /* "he" is told by his name */
    speaker.end = mention->end;
    return speaker;
}

/* ---- pronouns ---- */

static bool is_person(const struct kith_gazetteer *gazetteer, kith_id entity)
{
    kith_id person = kith_gazetteer_find_type(gazetteer, KITH_STR("person"));
    return person != KITH_NO_ID &&
           kith_gazetteer_type_is(gazetteer,
                                  kith_gazetteer_entity_type(gazetteer, entity), person);
}

/* Mentions of who may be meant. */
struct candidates {
    const struct kith_mention *last;
    bool has_several; /* entities */
};

/* The persons, or the others, among mentions [first, end). */
static struct candidates candidates_among(const struct kith_speaker_scene *s,
                                          uint32_t first, uint32_t end, bool wants_person)
{
    struct candidates found = {0};
    for (uint32_t i = first; i < end; i++) {
        const struct kith_mention *mention = &s->mentions->items[i];
        if (is_person(s->rules->gazetteer, mention->entity) != wants_person)
            continue;
        found.has_several =
            found.has_several || (found.last && found.last->entity != mention->entity);
        found.last = mention;
    }
    return found;
}

static struct kith_speaker resolve(const struct kith_speaker_scene *s, uint32_t at)
{
    struct kith_speaker speaker = words(s, at, at + 1);
    const char letter = kith_lower(s->text.data[speaker.begin]);
    bool is_they = letter == 't';
    uint32_t here = s->first_mention, before = here;
    while (here < s->mentions->count && s->mentions->items[here].begin < speaker.begin)
        here++;
    while (before > 0 && s->mentions->items[before - 1].sentence + 1 == s->sentence)
        before--;
    struct candidates found = candidates_among(s, s->first_mention, here, letter != 'i');
    if (!found.last)
        found = candidates_among(s, before, s->first_mention, letter != 'i');
    if (!found.last || found.has_several || is_they)
        return speaker;
    speaker.entity = found.last->entity;
    speaker.begin = found.last->begin;
    speaker.end = found.last->end;
    return speaker;
}

/* ---- before ---- */

/* Where the nouns and names begin that end before `end`, with what owns or describes
 * them: "the | Ostland defence ministry". */
static uint32_t noun_begin(const struct kith_speaker_scene *s, uint32_t end)
{
    uint32_t begin = end;
    while (begin > 0 && end - begin < WORDS_LIMIT &&
           (is_name(s, begin - 1) || is_kind(s, begin - 1, KITH_TOKEN_POSSESSIVE) ||
            is_noun(s, begin - 1)))
        begin--;
    if (begin > 0 && begin < end && (roles_at(s, begin - 1) & KITH_ROLE_DETERMINER))
        begin--;
    return begin;
}

/* "a spokesman for | the Navy", "officials in | Ostland": back to the first noun. */
static uint32_t phrase_begin(const struct kith_speaker_scene *s, uint32_t end)
{
    uint32_t begin = noun_begin(s, end);
    while (begin > 1 && end - begin < WORDS_LIMIT &&
           (roles_at(s, begin - 1) & (KITH_ROLE_OF | KITH_ROLE_PREPOSITION)) &&
           (is_noun(s, begin - 2) || is_name(s, begin - 2)))
        begin = noun_begin(s, begin - 1);
    return begin;
}

/* "the Guild 's report": it speaks for its owner. */
static bool is_own_report(const struct kith_speaker_scene *s, uint32_t begin,
                          uint32_t end)
{
    return end > begin + 2 && is_name(s, end - 3) &&
           is_kind(s, end - 2, KITH_TOKEN_POSSESSIVE) &&
           kith_status_entry_is(kith_status_entry_at(s->rules, s->sequence, end - 1),
                                KITH_LIST_SPEECH);
}

/* The head of [begin, end) is what stands before its first preposition: a name speaks for
 * itself, nouns are taken with all that describes them. */
static struct kith_speaker head_of(const struct kith_speaker_scene *s, uint32_t begin,
                                   uint32_t end)
{
    uint32_t head = begin;
    while (head < end && !(roles_at(s, head) & (KITH_ROLE_OF | KITH_ROLE_PREPOSITION)))
        head++;
    if (head == begin)
        return nobody();
    if (is_own_report(s, begin, head))
        head -= 2;
    if (!is_name(s, head - 1))
        return words(s, begin, end);
    struct kith_speaker speaker = name(s, head - 1);
    speaker.first = begin;
    speaker.behind = end;
    return speaker;
}

/* Before the commas of an apposition that ends before the comma at `at`; KITH_NO_ID when
 * there is none: "Anna |, the Navy chief, said". */
static uint32_t before_apposition(const struct kith_speaker_scene *s, uint32_t at)
{
    for (uint32_t i = at; i > 1 && at - i < APPOSITION_LIMIT; i--) {
        if (is_kind(s, i - 1, KITH_TOKEN_MARK))
            return (roles_at(s, i - 1) & KITH_ROLE_COMMA) &&
                           (is_name(s, i - 2) || is_noun(s, i - 2))
                       ? i - 1
                       : KITH_NO_ID;
    }
    return KITH_NO_ID;
}

/* Before the auxiliaries, adverbs and times that end before `at`. */
static uint32_t before_helpers(const struct kith_speaker_scene *s, uint32_t at)
{
    const unsigned helping = KITH_ROLE_AUXILIARY | KITH_ROLE_BE | KITH_ROLE_ADVERB |
                             KITH_ROLE_TIME | KITH_ROLE_BEFORE_TIME;
    while (at > 0 && !is_name(s, at - 1) &&
           ((roles_at(s, at - 1) & helping) || is_kind(s, at - 1, KITH_TOKEN_NUMBER)))
        at--;
    return at;
}

struct kith_speaker kith_speaker_before(const struct kith_speaker_scene *scene,
                                        uint32_t at)
{
    uint32_t end = before_helpers(scene, at);
    bool is_in_relative = false, is_owner = false;
    if (end > 0 && (roles_at(scene, end - 1) & KITH_ROLE_PRONOUN))
        return resolve(scene, end - 1);
    if (end > 1 && (roles_at(scene, end - 1) & KITH_ROLE_BARRIER) &&
        (roles_at(scene, end - 1) & (KITH_ROLE_CLAUSE | KITH_ROLE_THAT))) {
        is_in_relative = true;
        end -= roles_at(scene, end - 2) & KITH_ROLE_COMMA ? 2 : 1;
    }
    if (end > 0 && (roles_at(scene, end - 1) & KITH_ROLE_COMMA)) {
        end = before_apposition(scene, end - 1);
        if (end == KITH_NO_ID)
            return nobody();
    }
    if (end > 0 && is_kind(scene, end - 1, KITH_TOKEN_POSSESSIVE)) {
        is_owner = true;
        end--;
    }
    struct kith_speaker speaker = head_of(scene, phrase_begin(scene, end), end);
    speaker.is_in_relative = is_in_relative;
    speaker.is_owner = is_owner;
    return speaker;
}

/* ---- behind ---- */

static uint32_t noun_end(const struct kith_speaker_scene *s, uint32_t begin)
{
    uint32_t end = begin;
    while (end - begin < WORDS_LIMIT &&
           (is_name(s, end) || is_kind(s, end, KITH_TOKEN_POSSESSIVE) ||
            is_noun(s, end) || (roles_at(s, end) & KITH_ROLE_DETERMINER)))
        end++;
    return end;
}

struct kith_speaker kith_speaker_behind(const struct kith_speaker_scene *scene,
                                        uint32_t at)
{
    if (roles_at(scene, at) & KITH_ROLE_PRONOUN)
        return resolve(scene, at);
    uint32_t end = noun_end(scene, at);
    bool is_name_alone = end > at && is_name(scene, end - 1);
    unsigned leads = is_name_alone ? KITH_ROLE_OF : KITH_ROLE_OF | KITH_ROLE_PREPOSITION;
    while (end > at && end - at < WORDS_LIMIT && (roles_at(scene, end) & leads)) {
        uint32_t behind = noun_end(scene, end + 1);
        if (behind == end + 1)
            break;
        end = behind;
    }
    return head_of(scene, at, end);
}

struct kith_speaker kith_speaker_first(const struct kith_speaker_scene *scene,
                                       uint32_t at)
{
    for (uint32_t i = 0; i < scene->sequence->names.count; i++) {
        uint32_t place = scene->sequence->names.items[i];
        if (place >= at)
            break;
        if (!kith_slot_is_governed(scene->sequence, place))
            return name(scene, place);
    }
    return nobody();
}
