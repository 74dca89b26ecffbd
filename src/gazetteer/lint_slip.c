/* Slips: one look at each alias, as it is written. */
#include "gazetteer/lint.h"

#include "gazetteer/lint_script.h"

/* No name is longer; descriptions are. Bytes. */
#define LONG_NAME 100

/* What an alias is made of. */
struct make_up {
    size_t letters, capitals, small, digits, words, longest_word;
};

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static struct make_up look_at(struct kith_str text)
{
    struct make_up made = {0};
    size_t word = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        bool is_capital = c >= 'A' && c <= 'Z', is_digit = c >= '0' && c <= '9';
        bool is_letter = is_small(c) || is_capital || (unsigned char)c >= 0xC0;
        made.letters += is_letter;
        made.capitals += is_capital;
        made.small += is_small(c);
        made.digits += is_digit;
        word = is_letter ? word + 1 : 0;
        made.words += word == 1;
        made.longest_word = word > made.longest_word ? word : made.longest_word;
    }
    return made;
}

static bool holds(struct kith_str text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.data + i, part, length) == 0)
            return true;
    return false;
}

static size_t count(struct kith_str text, char c)
{
    size_t found = 0;
    for (size_t i = 0; i < text.length; i++)
        found += text.data[i] == c;
    return found;
}

/* A comma that no blank follows, outside numbers: "Lark,Ada". */
static bool has_bare_comma(struct kith_str text)
{
    for (size_t i = 1; i + 1 < text.length; i++)
        if (text.data[i] == ',' && text.data[i + 1] != ' ' &&
            !(text.data[i + 1] >= '0' && text.data[i + 1] <= '9'))
            return true;
    return false;
}

/* Marks that part aliases elsewhere. "Culture, Media and Sport" is one name. */
static const char *slip_of_list(struct kith_str alias)
{
    if (memchr(alias.data, ';', alias.length))
        return "holds a semicolon; aliases are separated by |";
    if (holds(alias, " / ") || holds(alias, " \\ "))
        return "holds a slash between names; aliases are separated by |";
    if (has_bare_comma(alias) ||
        (count(alias, ',') > 1 && !holds(alias, " and ") && !holds(alias, " & ")))
        return "looks like a list; aliases are separated by |, not by commas";
    return NULL;
}

static const char *slip_of_marks(struct kith_str alias)
{
    if (count(alias, '(') != count(alias, ')'))
        return count(alias, '(') > count(alias, ')')
                   ? "opens a bracket that it does not close"
                   : "closes a bracket that it does not open";
    if (count(alias, '"') % 2)
        return "opens a quote that it does not close";
    if (holds(alias, "&amp;") || holds(alias, "&#") || holds(alias, "&quot;"))
        return "holds HTML's way of writing a character; write the character";
    if (holds(alias, "://") || holds(alias, "www."))
        return "is an address, not a name";
    return NULL;
}

/* Names that any text is full of, or none has. */
static const char *slip_of_make_up(struct kith_str alias)
{
    struct make_up made = look_at(alias);
    if (made.letters + made.digits == 1 && alias.length <= 2)
        return "is a single letter, which any text is full of; make it longer";
    if (made.digits > 0 && made.digits == alias.length)
        return "is a number, and any text that counts so will have it; add a word";
    if (alias.length > LONG_NAME)
        return "is longer than any name; is it a description?";
    if (made.words <= 1 && alias.length <= 2 && is_small(alias.data[0]))
        return "is a short word in lower case; it will be found everywhere";
    return NULL;
}

/* Where the last word begins. */
static size_t last_word(struct kith_str text)
{
    size_t i = text.length;
    while (i > 0 && text.data[i - 1] != ' ' && text.data[i - 1] != '(')
        i--;
    return i < text.length ? i : 0;
}

/* "Pegasus (spyware)" may be a label, which tells two of one name apart; "Brest
 * (Belarus)" and "Justice Party (JP)" are written so now and then. */
static const char *slip_of_explanation(const struct kith_gazetteer *gazetteer,
                                       const struct kith_alias *alias)
{
    struct kith_str text = alias->text;
    struct kith_str label = kith_gazetteer_entity(gazetteer, alias->entity).name;
    if (text.length > 1 && text.data[text.length - 1] == ')' && holds(text, " (") &&
        is_small(text.data[last_word(text)]) && !kith_str_equal(text, label))
        return "ends in an explanation in brackets, which articles do not write; drop it";
    return NULL;
}

/* People are no acronyms. */
static const char *slip_of_person(const struct kith_gazetteer *gazetteer,
                                  const struct kith_alias *alias)
{
    kith_id person = kith_gazetteer_find_type(gazetteer, KITH_STR("person"));
    if (alias->is_exact || person == KITH_NO_ID ||
        !kith_gazetteer_type_is(
            gazetteer, kith_gazetteer_entity_type(gazetteer, alias->entity), person))
        return NULL;
    struct make_up made = look_at(alias->text);
    if (kith_str_ends_with(alias->text, KITH_STR("'s")) ||
        kith_str_ends_with(alias->text, KITH_STR("\xE2\x80\x99s")))
        return "ends in a possessive, which is found by itself; drop the 's";
    if (made.words > 1 && made.capitals == made.letters && made.longest_word > 2)
        return "is in capitals, and is found in capitals alone; write it as articles do";
    if (made.words > 1 && made.letters == made.small)
        return "is a person's name without a capital; write it as articles do";
    return NULL;
}

/* What looks wrong with an alias as it is written; NULL when nothing does. */
static const char *slip_of_text(struct kith_str alias)
{
    const char *slip = slip_of_marks(alias);
    if (!slip)
        slip = slip_of_list(alias);
    if (!slip)
        slip = slip_of_make_up(alias);
    return slip ? slip : kith_lint_script(alias);
}

/* The same, knowing whose name it is. */
static const char *slip_of(const struct kith_gazetteer *gazetteer,
                           const struct kith_alias *alias)
{
    const char *slip = slip_of_text(alias->text);
    if (!slip)
        slip = slip_of_explanation(gazetteer, alias);
    return slip ? slip : slip_of_person(gazetteer, alias);
}

enum kith_status kith_lint_slips(const struct kith_gazetteer *gazetteer,
                                 struct kith_problems *problems, struct kith_error *err)
{
    for (kith_id i = 0; i < kith_gazetteer_row_alias_count(gazetteer); i++) {
        struct kith_alias alias = kith_gazetteer_alias(gazetteer, i);
        const char *slip = slip_of(gazetteer, &alias);
        if (slip)
            KITH_TRY(kith_problems_add(problems, KITH_NOTE, alias.file, alias.line,
                                       "slip", err, "\"%.*s\" %s",
                                       KITH_STR_ARGS(alias.text), slip));
    }
    return KITH_OK;
}
