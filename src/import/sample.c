/* Samples: 64 KiB from the front of a file. */
#include "import/sample.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"
#include "input/csv_rows.h"

#define SAMPLE_SIZE ((size_t)64 * 1024)

static enum kith_status cannot_read(const char *path, int reason, struct kith_error *err)
{
    return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", path,
                     strerror(reason));
}

static enum kith_status read_some(int descriptor, const char *path, char *room,
                                  size_t *length, struct kith_error *err)
{
    *length = 0;
    while (*length < SAMPLE_SIZE) {
        ssize_t got = read(descriptor, room + *length, SAMPLE_SIZE - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannot_read(path, errno, err);
        if (got == 0)
            break;
        *length += (size_t)got;
    }
    return KITH_OK;
}

static enum kith_status check_file(int descriptor, const char *path,
                                   struct kith_error *err)
{
    struct stat facts;
    if (fstat(descriptor, &facts) != 0)
        return cannot_read(path, errno, err);
    if (S_ISDIR(facts.st_mode))
        return cannot_read(path, EISDIR, err);
    if (!S_ISREG(facts.st_mode))
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: is a stream, which cannot be looked at before it is read; "
                         "say which format it has, or save it to a file first",
                         path);
    return KITH_OK;
}

static enum kith_status take_bytes(const char *path, struct kith_arena *arena,
                                   struct kith_str *bytes, struct kith_error *err)
{
    char *room = kith_arena_alloc(arena, SAMPLE_SIZE);
    if (!room)
        return kith_no_memory(err);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannot_read(path, errno, err);
    enum kith_status status = check_file(descriptor, path, err);
    size_t length = 0;
    if (status == KITH_OK)
        status = read_some(descriptor, path, room, &length, err);
    close(descriptor);
    *bytes = (struct kith_str){room, length};
    return status;
}

/* Archives and pictures have NUL bytes or say what they are. */
static enum kith_status check_text(const struct kith_import_sample *sample,
                                   struct kith_error *err)
{
    if (kith_str_starts_with(sample->bytes, KITH_STR("PK\x03\x04")) ||
        kith_str_starts_with(sample->bytes, KITH_STR("\x1F\x8B")))
        return kith_fail(err, KITH_BAD_INPUT, "%s: is compressed; unpack it first",
                         sample->path);
    if (memchr(sample->bytes.data, '\0', sample->bytes.length))
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: holds NUL bytes; a list is text in UTF-8", sample->path);
    return KITH_OK;
}

static struct kith_str first_line(struct kith_str bytes)
{
    while (bytes.data) {
        struct kith_str line = kith_str_trim(kith_str_cut(&bytes, '\n'));
        if (line.length && line.data[0] != '#')
            return line;
    }
    return KITH_STR("");
}

/* The header, copied into the arena: the first row is all there is to it. */
struct copying {
    struct kith_import_sample *sample;
    struct kith_arena *arena;
};

static enum kith_status copy_row(void *context, const struct kith_csv_row *row,
                                 struct kith_error *err)
{
    struct copying *copying = context;
    struct kith_str *cells = KITH_ARRAY(copying->arena, struct kith_str, row->count);
    if (!cells)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < row->count; i++) {
        cells[i] = kith_str_copy(copying->arena, row->cells[i]);
        if (!cells[i].data)
            return kith_no_memory(err);
    }
    copying->sample->cells = cells;
    copying->sample->cell_count = row->count;
    return KITH_END;
}

/* The first line as CSV; no cells when it is none. */
static enum kith_status split_line(struct kith_import_sample *sample,
                                   struct kith_arena *arena, struct kith_error *err)
{
    struct copying copying = {sample, arena};
    struct kith_problems unheard;
    kith_problems_init(&unheard, arena);
    enum kith_status status = kith_csv_read_bytes(sample->line, sample->path, copy_row,
                                                  &copying, &unheard, err);
    return status == KITH_END ? KITH_OK : status;
}

enum kith_status kith_import_sample_take(const char *path, struct kith_arena *arena,
                                         struct kith_import_sample *sample,
                                         struct kith_error *err)
{
    *sample = (struct kith_import_sample){.path = path};
    KITH_TRY(take_bytes(path, arena, &sample->bytes, err));
    KITH_TRY(check_text(sample, err));
    sample->bytes = kith_utf8_without_mark(sample->bytes);
    sample->line = first_line(sample->bytes);
    return split_line(sample, arena, err);
}

bool kith_import_sample_has(const struct kith_import_sample *sample, const char *heading)
{
    struct kith_str wanted = kith_str_of(heading);
    for (uint32_t i = 0; i < sample->cell_count; i++)
        if (kith_str_equal(sample->cells[i], wanted))
            return true;
    return false;
}

bool kith_import_sample_holds(const struct kith_import_sample *sample, const char *text)
{
    return kith_import_contains(sample->bytes, kith_str_of(text));
}

bool kith_import_contains(struct kith_str text, struct kith_str part)
{
    while (text.length >= part.length && text.length) {
        size_t room = text.length - part.length + 1;
        const char *at = memchr(text.data, part.data[0], room);
        if (!at)
            return false;
        if (memcmp(at, part.data, part.length) == 0)
            return true;
        text = kith_str_slice(text, (size_t)(at - text.data) + 1, text.length);
    }
    return false;
}
