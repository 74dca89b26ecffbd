/* GATE gazetteers: lists.def names lists that lie beside it, each with its type,
 *
 *     town.lst:location:city
 *     firm.lst:organization:company:english
 *
 * and a list has one name a line, perhaps with features behind it
 * (Norby&country=Norland).
 */
#include "import/format.h"
#include "import/walk.h"

enum { CELL_MINOR, CELL_LANGUAGE };

/* What the definition says of a list. */
struct list {
    struct kith_str file, major, minor, language;
};

static bool recognizes(const struct kith_import_sample *sample)
{
    return kith_import_contains(sample->line, KITH_STR(".lst:"));
}

/* Their words in ours. A location is known better by its minor type: a city, a country.
 */
static struct kith_str type_of(const struct list *list)
{
    bool is_place = kith_str_equal(list->major, KITH_STR("location"));
    if (is_place && list->minor.length)
        return kith_str_equal(list->minor, KITH_STR("province")) ? KITH_STR("region")
                                                                 : list->minor;
    if (is_place)
        return KITH_STR("place");
    if (kith_str_equal(list->major, KITH_STR("organization")))
        return KITH_STR("organisation");
    return list->major;
}

/* A name's features: behind a tab, or behind & or : when a word and = follow. */
static bool begins_features(struct kith_str rest)
{
    if (rest.data[0] == '\t')
        return true;
    if (rest.data[0] != '&' && rest.data[0] != ':')
        return false;
    size_t at = 1;
    while (at < rest.length &&
           ((rest.data[at] | 0x20) >= 'a' && (rest.data[at] | 0x20) <= 'z'))
        at++;
    return at > 1 && at < rest.length && rest.data[at] == '=';
}

static struct kith_str without_features(struct kith_str line)
{
    for (size_t i = 0; i < line.length; i++)
        if (begins_features(kith_str_slice(line, i, line.length)))
            return kith_str_slice(line, 0, i);
    return line;
}

static enum kith_status on_name(struct kith_import *import, void *context,
                                struct kith_str line, struct kith_error *err)
{
    const struct list *list = context;
    bool is_open;
    KITH_TRY(kith_import_begin(import, without_features(line), type_of(list),
                               KITH_STR(""), &is_open, err));
    if (!is_open)
        return KITH_OK;
    KITH_TRY(kith_import_entry_fill(&import->entry, CELL_MINOR, list->minor, err));
    return kith_import_entry_fill(&import->entry, CELL_LANGUAGE, list->language, err);
}

/* The path of a list: beside its definition. */
static void put_path(struct kith_buf *buf, const char *definition, struct kith_str file)
{
    const char *slash = strrchr(definition, '/');
    if (slash)
        kith_buf_append(buf, definition, (size_t)(slash - definition) + 1);
    kith_buf_str(buf, file);
    kith_buf_byte(buf, '\0');
}

/* A list that cannot be read is a fault of the line that names it. */
static enum kith_status read_named(struct kith_import *import, struct list *list,
                                   const char *path, struct kith_error *err)
{
    const char *definition = import->path;
    uint64_t line = import->line;
    struct kith_error reason = {0};
    import->path = path;
    enum kith_status status = kith_import_lines(import, on_name, list, &reason);
    if (status == KITH_OK)
        status = kith_import_close(import, &reason);
    import->path = definition;
    import->line = line;
    if (status != KITH_CANNOT_READ)
        return status == KITH_OK ? KITH_OK : kith_fail(err, status, "%s", reason.text);
    kith_import_fault(import, "%s", reason.text);
    return KITH_OK;
}

static enum kith_status on_definition(struct kith_import *import, void *context,
                                      struct kith_str line, struct kith_error *err)
{
    struct list list;
    struct kith_buf *path = context;
    line = kith_str_trim(line);
    list.file = kith_str_trim(kith_str_cut(&line, ':'));
    list.major = kith_str_trim(kith_str_cut(&line, ':'));
    list.minor = kith_str_trim(kith_str_cut(&line, ':'));
    list.language = kith_str_trim(kith_str_cut(&line, ':'));
    if (list.file.length == 0 || (list.major.length == 0 && !import->options->type)) {
        kith_import_fault(import, "a line names a list and its type: town.lst:location");
        return KITH_OK;
    }
    kith_buf_reset(path);
    put_path(path, import->path, list.file);
    KITH_TRY(kith_buf_check(path, err));
    return read_named(import, &list, path->data, err);
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    struct kith_buf path = {0};
    struct list plain = {0};
    if (kith_str_ends_with(kith_str_of(import->path), KITH_STR(".lst")))
        return kith_import_lines(import, on_name, &plain, err);
    enum kith_status status = kith_import_lines(import, on_definition, &path, err);
    kith_buf_release(&path);
    return status;
}

const struct kith_import_format kith_import_gate = {
    .kind = {"gate", "GATE gazetteer"},
    .columns = "minor,language",
    .column_count = 2,
    .recognizes = recognizes,
    .read = read_list,
};
