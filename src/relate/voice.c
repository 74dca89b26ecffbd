/* From one pattern with a verb to the patterns of all its voices. */
#include "relate/voice.h"

#include "relate/phrase.h"

/* Words that may stand between a participle and its "by", or before the noun of a deed:
 * "killed in Ostland by Westland", "Ostland's long war on Westland". */
#define NEAR_GAP_LIMIT 3

/* The parts of a pattern around its verb. */
struct frame {
    const struct kith_pattern_parser *parser;
    const struct kith_verb *verb;
    struct kith_str text;             /* the verb, as written */
    struct kith_item subject, object; /* slots, when the passive is possible */
    struct kith_pattern before;       /* what stands before the verb */
    struct kith_pattern behind;       /* what stands behind it */
    struct kith_pattern rest;         /* of `behind`, what stands behind the object */
    bool has_passive;
};

static bool is_slot(const struct kith_item *item)
{
    return item->kind == KITH_ITEM_A || item->kind == KITH_ITEM_B;
}

static struct kith_pattern part_of(const struct kith_pattern *pattern, uint32_t begin,
                                   uint32_t end)
{
    return (struct kith_pattern){pattern->items + begin, end - begin, 0};
}

/* ---- putting patterns together ---- */

static enum kith_status push(const struct frame *f, struct kith_pattern *pattern,
                             struct kith_item item)
{
    if (!KITH_ARENA_PUSHABLE(f->parser->arena, pattern))
        return kith_no_memory(f->parser->err);
    pattern->items[pattern->count++] = item;
    return KITH_OK;
}

static enum kith_status push_all(const struct frame *f, struct kith_pattern *pattern,
                                 const struct kith_pattern *items)
{
    for (uint32_t i = 0; i < items->count; i++)
        KITH_TRY(push(f, pattern, items->items[i]));
    return KITH_OK;
}

static enum kith_status push_words(const struct frame *f, struct kith_pattern *pattern,
                                   const char *text, bool is_optional)
{
    struct kith_words words = {0};
    KITH_TRY(kith_words_read(f->parser, kith_str_of(text), &words));
    for (uint32_t i = 0; i < words.count; i++)
        KITH_TRY(push(f, pattern,
                      (struct kith_item){.kind = KITH_ITEM_WORD,
                                         .text = words.items[i].text,
                                         .word = words.items[i].word,
                                         .plural = KITH_NO_ID,
                                         .is_optional = is_optional}));
    return KITH_OK;
}

static enum kith_status push_list(const struct frame *f, struct kith_pattern *pattern,
                                  kith_id list)
{
    return push(
        f, pattern,
        (struct kith_item){.kind = KITH_ITEM_LIST, .list = list, .text = f->text});
}

static enum kith_status push_gap(const struct frame *f, struct kith_pattern *pattern)
{
    return push(f, pattern,
                (struct kith_item){.kind = KITH_ITEM_GAP,
                                   .limit = NEAR_GAP_LIMIT,
                                   .text = KITH_STR("...")});
}

static enum kith_status push_help(const struct frame *f, struct kith_pattern *pattern,
                                  enum kith_help help)
{
    return push(f, pattern, (struct kith_item){.kind = KITH_ITEM_HELP, .help = help});
}

static enum kith_status push_choice(const struct frame *f, struct kith_item *choice,
                                    struct kith_pattern pattern)
{
    if (!KITH_ARENA_PUSHABLE(f->parser->arena, &choice->choices))
        return kith_no_memory(f->parser->err);
    choice->choices.items[choice->choices.count++] = pattern;
    return KITH_OK;
}

static enum kith_status finish(const struct frame *f, struct kith_voices *voices,
                               struct kith_pattern pattern, enum kith_voice voice)
{
    if (!KITH_ARENA_PUSHABLE(f->parser->arena, voices))
        return kith_no_memory(f->parser->err);
    voices->items[voices->count++] = (struct kith_voiced_pattern){pattern, voice};
    return KITH_OK;
}

/* ---- the voices ---- */

/* ,? (who|which|that), all of it or nothing */
static enum kith_status push_relative(const struct frame *f, struct kith_pattern *pattern)
{
    static const char *const words[] = {"who", "which", "that"};
    struct kith_item relative = {.kind = KITH_ITEM_CHOICE, .is_optional = true};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct kith_pattern choice = {0};
        KITH_TRY(push_words(f, &choice, ",", true));
        KITH_TRY(push_words(f, &choice, words[i], false));
        KITH_TRY(push_choice(f, &relative, choice));
    }
    return push(f, pattern, relative);
}

/* ( attacked | has attacked | was attacking | , attacking ) */
static enum kith_status push_active(const struct frame *f, struct kith_pattern *pattern)
{
    struct kith_item verb = {.kind = KITH_ITEM_CHOICE, .text = f->text};
    struct kith_pattern finite = {0}, gerund = {0};
    KITH_TRY(push_relative(f, &finite));
    KITH_TRY(push_help(f, &finite, KITH_HELP_ACTIVE));
    KITH_TRY(push_list(f, &finite, f->verb->finite));
    KITH_TRY(push_relative(f, &gerund));
    KITH_TRY(push_words(f, &gerund, ",", true));
    KITH_TRY(push_help(f, &gerund, KITH_HELP_ANY));
    KITH_TRY(push_list(f, &gerund, f->verb->gerund));
    KITH_TRY(push_choice(f, &verb, finite));
    KITH_TRY(push_choice(f, &verb, gerund));
    return push(f, pattern, verb);
}

static enum kith_status add_active(const struct frame *f, struct kith_voices *voices)
{
    struct kith_pattern pattern = {0};
    KITH_TRY(push_all(f, &pattern, &f->before));
    KITH_TRY(push_active(f, &pattern));
    KITH_TRY(push_all(f, &pattern, &f->behind));
    return finish(f, voices, pattern, KITH_VOICE_ACTIVE);
}

/* ( (in|on|at ...) ... )? : where and when, which may part a participle without an
 * auxiliary from its "by". Other words would be what is done to: "Ostland shelled
 * positions held by Westland" is no passive. */
static enum kith_status push_circumstance(const struct frame *f,
                                          struct kith_pattern *pattern)
{
    static const char *const words[] = {"in", "on", "at", "near", "during", "from"};
    struct kith_item circumstance = {.kind = KITH_ITEM_CHOICE, .is_optional = true};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct kith_pattern choice = {0};
        KITH_TRY(push_words(f, &choice, words[i], false));
        KITH_TRY(push_gap(f, &choice));
        KITH_TRY(push_choice(f, &circumstance, choice));
    }
    return push(f, pattern, circumstance);
}

/* ( was | , who had been ) attacked ... */
static enum kith_status make_full_passive(const struct frame *f, bool rest_is_first,
                                          struct kith_pattern *pattern)
{
    KITH_TRY(push_relative(f, pattern));
    KITH_TRY(push_help(f, pattern, KITH_HELP_PASSIVE));
    KITH_TRY(push_list(f, pattern, f->verb->participle));
    return rest_is_first ? push_all(f, pattern, &f->rest) : push_gap(f, pattern);
}

/* ,? attacked (in ...)? */
static enum kith_status make_reduced_passive(const struct frame *f, bool rest_is_first,
                                             struct kith_pattern *pattern)
{
    KITH_TRY(push_words(f, pattern, ",", true));
    KITH_TRY(push_list(f, pattern, f->verb->participle));
    return rest_is_first ? push_all(f, pattern, &f->rest) : push_circumstance(f, pattern);
}

/* "of theft", but not "a report": what a bare participle may have behind it. */
static bool begins_with_preposition(const struct frame *f,
                                    const struct kith_pattern *pattern)
{
    const struct kith_item *first = pattern->items;
    return pattern->count && first->kind == KITH_ITEM_WORD && !first->is_optional &&
           kith_word_class_roles(f->parser->classes, first->word) &
               (KITH_ROLE_PREPOSITION | KITH_ROLE_OF);
}

/* Westland was attacked ... by Ostland; what else the rule wants stands before the "by"
 * or behind the name. */
static enum kith_status add_passive(const struct frame *f, bool rest_is_first,
                                    struct kith_voices *voices)
{
    struct kith_item verb = {.kind = KITH_ITEM_CHOICE};
    struct kith_pattern pattern = {0}, full = {0}, reduced = {0};
    KITH_TRY(make_full_passive(f, rest_is_first, &full));
    KITH_TRY(make_reduced_passive(f, rest_is_first, &reduced));
    KITH_TRY(push_choice(f, &verb, full));
    if (!rest_is_first || begins_with_preposition(f, &f->rest))
        KITH_TRY(push_choice(f, &verb, reduced));
    KITH_TRY(push(f, &pattern, f->object));
    KITH_TRY(push(f, &pattern, verb));
    KITH_TRY(push_words(f, &pattern, "by", false));
    KITH_TRY(push(f, &pattern, f->subject));
    if (!rest_is_first)
        KITH_TRY(push_all(f, &pattern, &f->rest));
    return finish(f, voices, pattern, KITH_VOICE_PASSIVE);
}

/* the Ostland-backed Guild */
static enum kith_status add_compound(const struct frame *f, struct kith_voices *voices)
{
    struct kith_pattern pattern = {0};
    KITH_TRY(push(f, &pattern, f->subject));
    KITH_TRY(push_words(f, &pattern, "-", false));
    KITH_TRY(push_list(f, &pattern, f->verb->participle));
    KITH_TRY(push(f, &pattern, f->object));
    KITH_TRY(push_all(f, &pattern, &f->rest));
    return finish(f, voices, pattern, KITH_VOICE_PASSIVE);
}

/* Ostland ('s ...)? attack on Westland */
static enum kith_status add_owned_noun(const struct frame *f,
                                       const struct kith_pattern *noun,
                                       struct kith_voices *voices)
{
    struct kith_pattern pattern = {0}, owner = {0};
    struct kith_item choice = {
        .kind = KITH_ITEM_CHOICE, .is_optional = true, .text = KITH_STR("('s ...)")};
    KITH_TRY(push(f, &pattern, f->subject));
    KITH_TRY(push_words(f, &owner, "'s", false));
    KITH_TRY(push_gap(f, &owner));
    KITH_TRY(push_choice(f, &choice, owner));
    KITH_TRY(push(f, &pattern, choice));
    KITH_TRY(push_all(f, &pattern, noun));
    KITH_TRY(push(f, &pattern, f->object));
    return finish(f, voices, pattern, KITH_VOICE_NOUN);
}

/* attack by Ostland on Westland, attack on Westland by Ostland */
static enum kith_status add_free_noun(const struct frame *f,
                                      const struct kith_pattern *noun,
                                      bool agent_is_first, struct kith_voices *voices)
{
    struct kith_pattern pattern = {0};
    struct kith_pattern deed = part_of(noun, 0, noun->count - 1);
    KITH_TRY(push_all(f, &pattern, &deed));
    if (agent_is_first) {
        KITH_TRY(push_words(f, &pattern, "by", false));
        KITH_TRY(push(f, &pattern, f->subject));
    }
    KITH_TRY(push(f, &pattern, noun->items[noun->count - 1]));
    KITH_TRY(push(f, &pattern, f->object));
    if (!agent_is_first) {
        KITH_TRY(push_words(f, &pattern, "by", false));
        KITH_TRY(push(f, &pattern, f->subject));
    }
    return finish(f, voices, pattern, KITH_VOICE_NOUN);
}

static enum kith_status add_nouns(const struct frame *f, struct kith_voices *voices)
{
    for (uint32_t i = 0; i < f->verb->nouns.count; i++) {
        const struct kith_pattern *noun = &f->verb->nouns.items[i];
        KITH_TRY(add_owned_noun(f, noun, voices));
        KITH_TRY(add_free_noun(f, noun, true, voices));
        KITH_TRY(add_free_noun(f, noun, false, voices));
    }
    return KITH_OK;
}

/* ---- the frame ---- */

static uint32_t find_verb(const struct kith_pattern *pattern)
{
    uint32_t at = 0;
    while (at < pattern->count && pattern->items[at].kind != KITH_ITEM_VERB)
        at++;
    return at;
}

static bool is_all_optional(const struct kith_pattern *pattern, uint32_t begin,
                            uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (!pattern->items[i].is_optional)
            return false;
    return true;
}

/* Who does it stands first, to whom it is done follows the verb at once. */
static void find_slots(struct frame *f)
{
    uint32_t object = 0;
    while (object < f->behind.count && f->behind.items[object].is_optional)
        object++;
    f->has_passive = f->before.count > 0 && is_slot(&f->before.items[0]) &&
                     is_all_optional(&f->before, 1, f->before.count) &&
                     object < f->behind.count && is_slot(&f->behind.items[object]);
    if (!f->has_passive)
        return;
    f->subject = f->before.items[0];
    f->object = f->behind.items[object];
    f->rest = part_of(&f->behind, object + 1, f->behind.count);
}

enum kith_status kith_voices_of(const struct kith_pattern_parser *parser,
                                const struct kith_pattern *pattern,
                                struct kith_voices *voices)
{
    uint32_t at = find_verb(pattern);
    struct frame f = {.parser = parser};
    if (at == pattern->count)
        return finish(&f, voices, *pattern, KITH_VOICE_NONE);
    f.verb = pattern->items[at].verb;
    f.text = pattern->items[at].text;
    f.before = part_of(pattern, 0, at);
    f.behind = part_of(pattern, at + 1, pattern->count);
    find_slots(&f);
    KITH_TRY(add_active(&f, voices));
    if (!f.has_passive)
        return KITH_OK;
    KITH_TRY(add_passive(&f, false, voices));
    if (f.rest.count)
        KITH_TRY(add_passive(&f, true, voices));
    KITH_TRY(add_compound(&f, voices));
    return add_nouns(&f, voices);
}
