/* Actor dictionaries of PETRARCH and TABARI, such as the Phoenix files:
 *
 *     VORN_HALDEN_  # a comment
 *     +PRESIDENT_HALDEN_
 *         [NLDGOV 010203-050607]
 *         [NLDELI]
 *
 * A line with a name begins an actor, + lines are its synonyms, brackets its roles. The
 * names are in capitals; the roles are kept as they are, in a column. */
#include "import/capitals.h"
#include "import/format.h"
#include "import/walk.h"

enum { CELL_CODES };

struct reading {
    bool is_in_comment; /* <!-- ... --> over several lines */
    struct kith_buf name;
    struct kith_buf codes; /* of the actor that is open */
};

/* Recognising */

/* [ABC..., or [--- for no role. */
static bool has_code(struct kith_str line)
{
    const char *bracket = line.length ? memchr(line.data, '[', line.length) : NULL;
    if (!bracket || line.data + line.length - bracket < 5)
        return false;
    for (int i = 1; i <= 3; i++)
        if (!((bracket[i] >= 'A' && bracket[i] <= 'Z') || bracket[i] == '-'))
            return false;
    return true;
}

/* The beginnings of these files are long comments, so all of the sample is looked at. */
static bool recognizes(const struct kith_import_sample *sample)
{
    size_t names = 0, codes = 0;
    struct kith_str rest = sample->bytes;
    while (rest.data) {
        struct kith_str line = kith_str_trim(kith_str_cut(&rest, '\n'));
        if (line.length == 0 || line.data[0] == '#')
            continue;
        codes += has_code(line);
        names += line.data[0] == '+' || memchr(line.data, '_', line.length) != NULL;
    }
    return names > 0 && codes > 0;
}

/* Lines */

static struct kith_str cut_at(struct kith_str line, char c)
{
    const char *at = line.length ? memchr(line.data, c, line.length) : NULL;
    return at ? kith_str_slice(line, 0, (size_t)(at - line.data)) : line;
}

/* Comments begin with # or ; and end with the line. Those between <!-- and --> may go
 * over several; what stands on a line behind one is not read. */
static struct kith_str without_comment(struct reading *reading, struct kith_str line)
{
    if (reading->is_in_comment) {
        reading->is_in_comment = !kith_import_contains(line, KITH_STR("-->"));
        return KITH_STR("");
    }
    if (kith_import_contains(line, KITH_STR("<!--"))) {
        reading->is_in_comment = !kith_import_contains(line, KITH_STR("-->"));
        line = cut_at(line, '<');
    }
    return kith_str_trim(cut_at(cut_at(line, '#'), ';'));
}

/* VORN_HALDEN_ as words: blanks for underscores, one for several. */
static void put_words(struct kith_buf *buf, struct kith_str name)
{
    for (size_t i = 0; i < name.length; i++) {
        bool is_blank =
            name.data[i] == '_' || name.data[i] == ' ' || name.data[i] == '\t';
        bool has_blank = buf->length && buf->data[buf->length - 1] == ' ';
        if (!is_blank)
            kith_buf_byte(buf, name.data[i]);
        else if (buf->length && !has_blank)
            kith_buf_byte(buf, ' ');
    }
}

static enum kith_status read_name(struct reading *reading, struct kith_str written,
                                  struct kith_str *name, struct kith_error *err)
{
    struct kith_buf words = {0};
    kith_buf_reset(&reading->name);
    put_words(&words, written);
    kith_import_put_titled(&reading->name, kith_str_trim(kith_buf_view(&words)));
    enum kith_status status = kith_buf_check(&words, err);
    kith_buf_release(&words);
    *name = kith_buf_view(&reading->name);
    return status == KITH_OK ? kith_buf_check(&reading->name, err) : status;
}

/* [ABC 010203-040506][XYZ] and what may stand between. */
static void add_codes(struct kith_import *import, struct reading *reading,
                      struct kith_str line)
{
    while (line.length) {
        (void)kith_str_cut(&line, '[');
        if (!line.data)
            return;
        if (!memchr(line.data, ']', line.length)) {
            kith_import_fault(import, "a bracket is not closed; the role is left out");
            return;
        }
        struct kith_str code = kith_str_trim(kith_str_cut(&line, ']'));
        if (reading->codes.length)
            kith_buf_text(&reading->codes, "; ");
        kith_buf_str(&reading->codes, code);
    }
}

/* Actors */

static enum kith_status close_actor(struct kith_import *import, struct reading *reading,
                                    struct kith_error *err)
{
    KITH_TRY(kith_buf_check(&reading->codes, err));
    if (import->entry.is_open)
        KITH_TRY(kith_import_entry_fill(&import->entry, CELL_CODES,
                                        kith_buf_view(&reading->codes), err));
    kith_buf_reset(&reading->codes);
    return kith_import_close(import, err);
}

static enum kith_status begin_actor(struct kith_import *import, struct reading *reading,
                                    struct kith_str line, struct kith_error *err)
{
    bool is_open;
    struct kith_str name;
    KITH_TRY(close_actor(import, reading, err));
    KITH_TRY(read_name(reading, cut_at(line, '['), &name, err));
    KITH_TRY(
        kith_import_begin(import, name, KITH_STR("actor"), KITH_STR(""), &is_open, err));
    if (is_open)
        add_codes(import, reading, line);
    return KITH_OK;
}

static enum kith_status add_synonym(struct kith_import *import, struct reading *reading,
                                    struct kith_str line, struct kith_error *err)
{
    struct kith_str name;
    if (!import->entry.is_open) {
        kith_import_fault(import, "a synonym without an actor above it is left out");
        return KITH_OK;
    }
    KITH_TRY(read_name(reading,
                       kith_str_slice(cut_at(line, '['), 1, cut_at(line, '[').length),
                       &name, err));
    add_codes(import, reading, line);
    return kith_import_entry_alias(&import->entry, name, err);
}

static enum kith_status on_line(struct kith_import *import, void *context,
                                struct kith_str line, struct kith_error *err)
{
    struct reading *reading = context;
    line = without_comment(reading, line);
    if (line.length == 0)
        return KITH_OK;
    if (line.data[0] == '+')
        return add_synonym(import, reading, line, err);
    if (line.data[0] != '[')
        return begin_actor(import, reading, line, err);
    if (import->entry.is_open)
        add_codes(import, reading, line);
    else
        kith_import_fault(import, "a role without an actor above it is left out");
    return KITH_OK;
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    struct reading reading = {0};
    enum kith_status status = kith_import_lines(import, on_line, &reading, err);
    if (status == KITH_OK)
        status = close_actor(import, &reading, err);
    kith_buf_release(&reading.name);
    kith_buf_release(&reading.codes);
    return status;
}

const struct kith_import_format kith_import_petrarch = {
    .kind = {"petrarch", "PETRARCH actor dictionary"},
    .columns = "codes",
    .column_count = 1,
    .recognizes = recognizes,
    .read = read_list,
};
