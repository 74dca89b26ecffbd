/* Reading the verbs between braces. */
#include "relate/verb.h"

#include "relate/phrase.h"
#include "relate/verb_form.h"

/* Verbs with their particles are put together here. */
#define VERB_ROOM 256

/* The lists that a form belongs to, in the order of enum kith_verb_use. */
#define USE_COUNT 3

struct reader {
    const struct kith_pattern_parser *parser;
    struct kith_phrases forms[USE_COUNT];
    struct kith_patterns nouns;
};

/* Add `form` and the particles behind it to one list. */
static enum kith_status add_form(struct reader *r, struct kith_phrases *phrases,
                                 const char *form, struct kith_str particles)
{
    const struct kith_pattern_parser *parser = r->parser;
    struct kith_words words = {0};
    char *text = kith_arena_zeroed(parser->arena, VERB_ROOM, 1);
    if (!text)
        return kith_no_memory(parser->err);
    size_t length = strlen(form);
    memcpy(text, form, length);
    if (particles.length) {
        text[length++] = ' ';
        memcpy(text + length, particles.data, particles.length);
        length += particles.length;
    }
    struct kith_str whole = {text, length};
    KITH_TRY(kith_words_read(parser, whole, &words));
    return kith_phrase_add(parser, &words, whole, phrases);
}

static enum kith_status read_verb(struct reader *r, struct kith_str text)
{
    const struct kith_pattern_parser *parser = r->parser;
    struct kith_verb_forms forms;
    struct kith_str particles = text;
    struct kith_str base = kith_str_cut(&particles, ' ');
    particles = particles.data ? kith_str_trim(particles) : particles;
    if (!text.length)
        return kith_pattern_fail(parser, text.data, "a verb is missing here");
    if (!kith_verb_inflect(base, &forms) ||
        particles.length > VERB_ROOM - KITH_VERB_FORM_ROOM - 1)
        return kith_pattern_fail(parser, text.data,
                                 "a verb stands here in its base form, in small letters, "
                                 "as in {attack|carry out}; be and have are written out");
    for (uint32_t i = 0; i < forms.count; i++)
        for (unsigned use = 0; use < USE_COUNT; use++)
            if (forms.items[i].uses & 1u << use)
                KITH_TRY(add_form(r, &r->forms[use], forms.items[i].text, particles));
    return KITH_OK;
}

/* "attack on": the noun, and the preposition that is never left out. */
static enum kith_status read_noun(struct reader *r, struct kith_str text)
{
    const struct kith_pattern_parser *parser = r->parser;
    struct kith_words words = {0};
    struct kith_pattern noun = {0};
    KITH_TRY(kith_words_read(parser, text, &words));
    if (words.count < 2)
        return kith_pattern_fail(parser, text.data,
                                 "behind '/' stand a noun and its preposition, as in "
                                 "{attack/attack on}");
    for (uint32_t i = 0; i < words.count; i++) {
        struct kith_item item = {.kind = KITH_ITEM_WORD,
                                 .text = words.items[i].text,
                                 .word = words.items[i].word,
                                 .plural = words.items[i].plural};
        if (!KITH_ARENA_PUSHABLE(parser->arena, &noun))
            return kith_no_memory(parser->err);
        noun.items[noun.count++] = item;
    }
    if (!KITH_ARENA_PUSHABLE(parser->arena, &r->nouns))
        return kith_no_memory(parser->err);
    r->nouns.items[r->nouns.count++] = noun;
    return KITH_OK;
}

/* One verb, and the nouns behind its slashes. */
static enum kith_status read_entry(struct reader *r, struct kith_str text)
{
    struct kith_str rest = text;
    KITH_TRY(read_verb(r, kith_str_trim(kith_str_cut(&rest, '/'))));
    while (rest.data)
        KITH_TRY(read_noun(r, kith_str_trim(kith_str_cut(&rest, '/'))));
    return KITH_OK;
}

static enum kith_status push_list(struct reader *r, unsigned use, kith_id *list)
{
    struct kith_word_lists *lists = r->parser->lists;
    if (!KITH_ARENA_PUSHABLE(r->parser->arena, lists))
        return kith_no_memory(r->parser->err);
    *list = lists->count;
    kith_phrases_sort(&r->forms[use]);
    lists->items[lists->count++] = (struct kith_word_list){.name = {"", 0},
                                                           .scope = r->parser->scope,
                                                           .path = r->parser->path,
                                                           .line = r->parser->line,
                                                           .phrases = r->forms[use]};
    return KITH_OK;
}

enum kith_status kith_verb_parse(const struct kith_pattern_parser *parser,
                                 struct kith_str text, struct kith_verb **verb)
{
    struct reader r = {.parser = parser};
    struct kith_str rest = text;
    while (rest.data)
        KITH_TRY(read_entry(&r, kith_str_trim(kith_str_cut(&rest, '|'))));
    *verb = KITH_ARRAY(parser->arena, struct kith_verb, 1);
    if (!*verb)
        return kith_no_memory(parser->err);
    (*verb)->nouns = r.nouns;
    KITH_TRY(push_list(&r, 0, &(*verb)->finite));
    KITH_TRY(push_list(&r, 1, &(*verb)->participle));
    return push_list(&r, 2, &(*verb)->gerund);
}
