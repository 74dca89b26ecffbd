/* A run: what kind the lists are, then list by list, row by row, out into the gazetteer.
 */
#include "import/import.h"

#include "base/hash.h"
#include "import/format.h"

/* Telling */

static void tell(struct kith_import *import, bool is_fault, const char *format,
                 va_list arguments)
{
    struct kith_error sentence;
    import->summary->faults += is_fault;
    import->summary->notes += !is_fault;
    if (!import->options->on_problem)
        return;
    kith_sentence(&sentence, format, arguments);
    struct kith_problem_line problem = {.is_fault = is_fault,
                                        .file = import->path,
                                        .line = import->line,
                                        .kind = "row",
                                        .text = sentence.text};
    import->options->on_problem(import->options->context, &problem);
}

void kith_import_fault(struct kith_import *import, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    tell(import, true, format, arguments);
    va_end(arguments);
}

void kith_import_note(struct kith_import *import, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    tell(import, false, format, arguments);
    va_end(arguments);
}

/* Entities */

struct kith_str kith_import_id(struct kith_import *import, const char *prefix,
                               struct kith_str number)
{
    kith_buf_reset(&import->id);
    kith_buf_text(&import->id, prefix);
    kith_buf_str(&import->id, number);
    return kith_buf_view(&import->id);
}

struct kith_str kith_import_type(const struct kith_import *import, struct kith_str own)
{
    return import->options->type ? kith_str_of(import->options->type) : own;
}

enum kith_status kith_import_close(struct kith_import *import, struct kith_error *err)
{
    struct kith_import_entry *entry = &import->entry;
    if (!entry->is_open)
        return KITH_OK;
    entry->is_open = false;
    if (entry->dropped) {
        import->line = entry->line;
        kith_import_fault(import, "%.*s has more than %d aliases; %u are left out",
                          KITH_STR_ARGS(entry->name), KITH_IMPORT_ALIAS_LIMIT,
                          entry->dropped);
    }
    import->summary->entities++;
    import->summary->aliases += entry->count;
    return kith_import_writer_put(&import->writer, entry, err);
}

enum kith_status kith_import_begin(struct kith_import *import, struct kith_str name,
                                   struct kith_str type, struct kith_str id,
                                   bool *is_open, struct kith_error *err)
{
    const char *fault = kith_import_name_fault(name);
    type = kith_import_type(import, type);
    *is_open = false;
    KITH_TRY(kith_import_close(import, err));
    if (!fault && kith_str_trim(type).length == 0)
        fault = "there is no type";
    if (fault) {
        kith_import_fault(import, "%s; the row is left out", fault);
        return KITH_OK;
    }
    KITH_TRY(kith_buf_check(&import->id, err));
    *is_open = true;
    return kith_import_entry_begin(&import->entry, name, type, id, import->line, err);
}

enum kith_status kith_import_place_row(struct kith_import *import, struct kith_str id,
                                       enum kith_import_place *place,
                                       struct kith_error *err)
{
    bool is_new;
    *place = KITH_IMPORT_SAME;
    if (import->entry.is_open && kith_str_equal(import->entry.id, id))
        return KITH_OK;
    KITH_TRY(kith_buf_check(&import->id, err));
    if (!kith_map_place(&import->seen, kith_hash(id.data, id.length), 0, &is_new))
        return kith_no_memory(err);
    *place = is_new ? KITH_IMPORT_NEW : KITH_IMPORT_LATE;
    if (!is_new)
        kith_import_fault(import,
                          "%.*s stood in rows further up, and not directly above; sort "
                          "the list by id; the row is left out",
                          KITH_STR_ARGS(id));
    return kith_import_close(import, err);
}

/* The run */

static enum kith_status named_format(const struct kith_import_options *options,
                                     const struct kith_import_format **format,
                                     struct kith_error *err)
{
    *format = kith_import_format_named(options->format);
    return *format ? KITH_OK
                   : kith_fail(err, KITH_BAD_INPUT, "there is no format \"%s\"",
                               options->format);
}

/* All lists have one header to share, so they are of one kind. */
static enum kith_status choose_format(const struct kith_import_options *options,
                                      struct kith_arena *arena,
                                      const struct kith_import_format **format,
                                      struct kith_error *err)
{
    if (options->format)
        return named_format(options, format, err);
    KITH_TRY(kith_import_format_of(options->lists[0], arena, format, err));
    for (size_t i = 1; i < options->list_count; i++) {
        const struct kith_import_format *other;
        KITH_TRY(kith_import_format_of(options->lists[i], arena, &other, err));
        if (other != *format)
            return kith_fail(err, KITH_BAD_INPUT,
                             "%s is a %s and %s a %s: each kind makes a gazetteer of its "
                             "own",
                             options->lists[0], (*format)->kind.title, options->lists[i],
                             other->kind.title);
    }
    return KITH_OK;
}

static enum kith_status read_list(struct kith_import *import,
                                  const struct kith_import_format *format,
                                  const char *path, struct kith_error *err)
{
    const struct kith_import_options *options = import->options;
    import->path = path;
    import->line = 0;
    if (options->on_list)
        options->on_list(options->context, path, &format->kind);
    KITH_TRY(format->read(import, err));
    return kith_import_close(import, err);
}

static enum kith_status read_lists(struct kith_import *import,
                                   const struct kith_import_format *format,
                                   struct kith_error *err)
{
    if (format->prepare)
        KITH_TRY(format->prepare(import, err));
    kith_import_entry_init(&import->entry, import->arena);
    for (size_t i = 0; i < import->options->list_count; i++)
        KITH_TRY(read_list(import, format, import->options->lists[i], err));
    return kith_import_writer_commit(&import->writer, err);
}

static enum kith_status check_options(const struct kith_import_options *options,
                                      const struct kith_import_format *format,
                                      struct kith_error *err)
{
    if (format->needs_type && !options->type)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: a %s says nothing of the type of its names; give one",
                         options->lists[0], format->kind.title);
    return KITH_OK;
}

enum kith_status kith_import_run(const struct kith_import_options *options,
                                 struct kith_arena *arena,
                                 struct kith_import_summary *summary,
                                 struct kith_error *err)
{
    const struct kith_import_format *format;
    struct kith_import import = {.options = options, .arena = arena, .summary = summary};
    *summary = (struct kith_import_summary){0};
    KITH_TRY(choose_format(options, arena, &format, err));
    KITH_TRY(check_options(options, format, err));
    KITH_TRY(kith_import_writer_open(&import.writer, options->output, options->on_text,
                                     options->context, format->columns,
                                     format->column_count, err));
    enum kith_status status = read_lists(&import, format, err);
    kith_import_writer_release(&import.writer);
    kith_import_entry_release(&import.entry);
    kith_buf_release(&import.id);
    kith_map_release(&import.seen);
    return status;
}
