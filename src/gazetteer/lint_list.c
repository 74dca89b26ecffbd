/* The lists of a row: aliases and demonyms as they are parted by bars. Lists are short,
 * so each part is held against those before it; of a longer list only the first ones. */
#include "gazetteer/lint_table.h"

#include "gazetteer/alias.h"

/* Parts that later ones are compared with. */
#define COMPARED 64

struct list {
    struct kith_str parts[COMPARED];
    uint32_t count;
};

static bool is_mark(char c)
{
    return c == '=' || c == '~' || c == '?';
}

static bool has_double_blank(struct kith_str part)
{
    for (size_t i = 1; i < part.length; i++)
        if (part.data[i - 1] == ' ' && part.data[i] == ' ')
            return true;
    return false;
}

/* What is wrong with the marks of a part; NULL when nothing is. */
static const char *fault_of_marks(struct kith_str part)
{
    struct kith_marked_alias alias = kith_alias_unmark(part);
    size_t marks = part.length - alias.text.length;
    char last = part.data[part.length - 1];
    if (alias.text.length == 0)
        return "is a mark without a name; write the name behind it";
    if (marks > 0 && is_mark(alias.text.data[0]))
        return "has more marks than two; one of = and ~ may stand with ?";
    if (memchr(part.data, '=', marks) && memchr(part.data, '~', marks))
        return "is marked for its own case alone and for any; keep one of = and ~";
    if (part.length > 1 && (last == '=' || last == '~'))
        return "ends in a mark; marks stand before the alias";
    if (has_double_blank(part))
        return "holds two blanks in a row; one is enough";
    return NULL;
}

static bool stands_in(const struct list *list, struct kith_str part)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (kith_str_equal(list->parts[i], part))
            return true;
    return false;
}

static enum kith_status check_part(const struct kith_lint_row *row, struct list *list,
                                   struct kith_str part, struct kith_error *err)
{
    if (part.length == 0)
        return kith_lint_say(row, KITH_NOTE, "list", row->cells[KITH_LINT_NAME],
                             "has an empty part in a list; drop the bar that is too many",
                             err);
    const char *fault = fault_of_marks(part);
    if (fault)
        return kith_lint_say(row, KITH_FAULT, "mark", part, fault, err);
    if (kith_str_equal(part, row->cells[KITH_LINT_NAME]))
        return kith_lint_say(row, KITH_NOTE, "list", part,
                             "is the name already; drop it, or set a mark before it",
                             err);
    if (stands_in(list, part))
        return kith_lint_say(row, KITH_NOTE, "list", part,
                             "stands twice in the row; drop one", err);
    if (list->count < COMPARED)
        list->parts[list->count++] = part;
    return KITH_OK;
}

static enum kith_status check_list(const struct kith_lint_row *row, struct list *list,
                                   struct kith_str cell, struct kith_error *err)
{
    if (cell.length == 0)
        return KITH_OK;
    while (cell.data)
        KITH_TRY(check_part(row, list, kith_str_trim(kith_str_cut(&cell, '|')), err));
    return KITH_OK;
}

static enum kith_status check_name(const struct kith_lint_row *row,
                                   struct kith_error *err)
{
    struct kith_str name = row->cells[KITH_LINT_NAME];
    if (name.length > 1 && is_mark(name.data[0]))
        return kith_lint_say(row, KITH_FAULT, "mark", name,
                             "begins with a mark, which a name cannot have; repeat it "
                             "with the mark among the aliases",
                             err);
    if (memchr(name.data, '|', name.length))
        return kith_lint_say(row, KITH_FAULT, "list", name,
                             "holds a bar; one name is the label, the others are aliases",
                             err);
    return KITH_OK;
}

enum kith_status kith_lint_lists(const struct kith_lint_row *row, struct kith_error *err)
{
    struct list list = {.count = 0};
    if (row->cells[KITH_LINT_NAME].length == 0)
        return KITH_OK; /* told when it was loaded */
    KITH_TRY(check_name(row, err));
    KITH_TRY(check_list(row, &list, row->cells[KITH_LINT_ALIASES], err));
    return check_list(row, &list, row->cells[KITH_LINT_DEMONYMS], err);
}
