/* Forms of verbs, by the spelling rules of English. */
#include "relate/verb_form.h"

#include <stdio.h>

#include "relate/irregular_verbs.h"

/* Room for an ending, and for a consonant written twice before it. */
#define ENDING_ROOM 8

static bool is_vowel(char c)
{
    return c != 0 && strchr("aeiou", c) != NULL;
}

static bool is_consonant(char c)
{
    return c >= 'a' && c <= 'z' && !is_vowel(c);
}

static bool is_word(struct kith_str base)
{
    for (size_t i = 0; i < base.length; i++)
        if (base.data[i] < 'a' || base.data[i] > 'z')
            return false;
    return base.length >= 2 && base.length < KITH_VERB_FORM_ROOM - ENDING_ROOM;
}

static bool is_auxiliary(struct kith_str base)
{
    return kith_str_equal(base, KITH_STR("be")) || kith_str_equal(base, KITH_STR("have"));
}

static bool ends_with(struct kith_str base, const char *ending)
{
    return kith_str_ends_with(base, kith_str_of(ending));
}

/* A form that is there already is not added again but put to further use. */
static void add(struct kith_verb_forms *forms, const char *text, unsigned uses)
{
    for (uint32_t i = 0; i < forms->count; i++)
        if (strcmp(forms->items[i].text, text) == 0) {
            forms->items[i].uses |= uses;
            return;
        }
    if (forms->count == KITH_VERB_FORM_LIMIT)
        return;
    struct kith_verb_form *form = &forms->items[forms->count++];
    snprintf(form->text, sizeof form->text, "%s", text);
    form->uses = uses;
}

/* Add the first `length` letters of the base, the ending behind them. */
static void add_ended(struct kith_verb_forms *forms, struct kith_str base, size_t length,
                      const char *ending, unsigned uses)
{
    char text[KITH_VERB_FORM_ROOM];
    snprintf(text, sizeof text, "%.*s%s", (int)length, base.data, ending);
    add(forms, text, uses);
}

/* One vowel, one consonant at the end: plan, submit. */
static bool ends_in_one_consonant(struct kith_str base)
{
    const char *end = base.data + base.length;
    return base.length >= 3 && is_consonant(end[-1]) && !strchr("wxy", end[-1]) &&
           is_vowel(end[-2]) &&
           (!is_vowel(end[-3]) || (end[-3] == 'u' && base.length > 3 && end[-4] == 'q'));
}

static unsigned count_syllables(struct kith_str base)
{
    unsigned count = 0;
    for (size_t i = 0; i < base.length; i++)
        count += is_vowel(base.data[i]) && (i == 0 || !is_vowel(base.data[i - 1]));
    return count;
}

/* Whether the last consonant is written twice cannot be seen in longer verbs (submitted,
 * visited, travelled or traveled): both ways are taken. */
static void add_endings(struct kith_verb_forms *forms, struct kith_str base,
                        const char *ending, unsigned uses)
{
    char doubled[ENDING_ROOM];
    bool may_double = ends_in_one_consonant(base);
    if (may_double) {
        snprintf(doubled, sizeof doubled, "%c%s", base.data[base.length - 1], ending);
        add_ended(forms, base, base.length, doubled, uses);
    }
    if (!may_double || count_syllables(base) > 1)
        add_ended(forms, base, base.length, ending, uses);
}

static void add_third_person(struct kith_verb_forms *forms, struct kith_str base)
{
    bool hisses = ends_with(base, "s") || ends_with(base, "x") || ends_with(base, "z") ||
                  ends_with(base, "ch") || ends_with(base, "sh") || ends_with(base, "o");
    bool ends_in_y = ends_with(base, "y") && is_consonant(base.data[base.length - 2]);
    if (ends_in_y)
        add_ended(forms, base, base.length - 1, "ies", KITH_VERB_FINITE);
    else
        add_ended(forms, base, base.length, hisses ? "es" : "s", KITH_VERB_FINITE);
}

static void add_past(struct kith_verb_forms *forms, struct kith_str base)
{
    const unsigned uses = KITH_VERB_FINITE | KITH_VERB_PARTICIPLE;
    const struct kith_irregular_verb *irregular = kith_irregular_verb_find(base);
    if (irregular) {
        add(forms, irregular->past, KITH_VERB_FINITE);
        add(forms, irregular->participle, uses);
    } else if (ends_with(base, "e")) {
        add_ended(forms, base, base.length, "d", uses);
    } else if (ends_with(base, "y") && is_consonant(base.data[base.length - 2])) {
        add_ended(forms, base, base.length - 1, "ied", uses);
    } else {
        add_endings(forms, base, "ed", uses);
    }
}

static void add_gerund(struct kith_verb_forms *forms, struct kith_str base)
{
    bool drops_e = ends_with(base, "e") && !ends_with(base, "ee") &&
                   !ends_with(base, "oe") && base.length > 2;
    if (ends_with(base, "ie"))
        add_ended(forms, base, base.length - 2, "ying", KITH_VERB_GERUND);
    else if (drops_e)
        add_ended(forms, base, base.length - 1, "ing", KITH_VERB_GERUND);
    else
        add_endings(forms, base, "ing", KITH_VERB_GERUND);
}

bool kith_verb_inflect(struct kith_str base, struct kith_verb_forms *forms)
{
    forms->count = 0;
    if (!is_word(base) || is_auxiliary(base))
        return false;
    add_ended(forms, base, base.length, "", KITH_VERB_FINITE);
    add_third_person(forms, base);
    add_past(forms, base);
    add_gerund(forms, base);
    return true;
}
