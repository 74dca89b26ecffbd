/* Slips: one look at each alias, as it is written. */
#include "gazetteer/lint.h"

static bool is_letter_or_digit(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    return byte >= 0xC0 || (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9');
}

static size_t count_letters(struct kith_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += is_letter_or_digit((unsigned char)text.data[i]);
    return count;
}

/* What looks wrong with an alias, and what to do; NULL when nothing does. */
static const char *slip_of(struct kith_str alias)
{
    bool is_single = !memchr(alias.data, ' ', alias.length);
    if (memchr(alias.data, ';', alias.length))
        return "holds a semicolon; aliases are separated by |";
    if (memchr(alias.data, '(', alias.length) && !memchr(alias.data, ')', alias.length))
        return "opens a bracket that it does not close";
    if (count_letters(alias) == 1 && alias.length <= 2)
        return "is a single letter, which any text is full of; make it longer";
    if (alias.length > 80)
        return "is longer than any name; is it a description?";
    if (is_single && alias.length <= 2 && alias.data[0] >= 'a' && alias.data[0] <= 'z')
        return "is a short word in lower case; it will be found everywhere";
    return NULL;
}

enum kith_status kith_lint_rows(const struct kith_gazetteer *gazetteer,
                                struct kith_problems *problems, struct kith_error *err)
{
    for (kith_id i = 0; i < kith_gazetteer_row_alias_count(gazetteer); i++) {
        struct kith_alias alias = kith_gazetteer_alias(gazetteer, i);
        const char *slip = slip_of(alias.text);
        if (slip)
            KITH_TRY(kith_problems_add(problems, KITH_NOTE, alias.file, alias.line,
                                       "slip", err, "\"%.*s\" %s",
                                       KITH_STR_ARGS(alias.text), slip));
    }
    return KITH_OK;
}
