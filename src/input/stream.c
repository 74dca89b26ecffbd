/* Looking ahead in what can be read but once. */
#include "input/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Looked ahead at a time. */
#define STEP ((size_t)16 * 1024)

static enum kith_status cannot_read(const struct kith_stream *stream,
                                    struct kith_error *err)
{
    return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", stream->path,
                     strerror(errno));
}

static enum kith_status fill_from_file(void *from, char *bytes, size_t room, size_t *got,
                                       struct kith_error *err)
{
    const struct kith_stream *stream = from;
    ssize_t length;
    do
        length = read(stream->descriptor, bytes, room);
    while (length < 0 && errno == EINTR);
    if (length < 0)
        return cannot_read(stream, err);
    *got = (size_t)length;
    return KITH_OK;
}

enum kith_status kith_stream_open(struct kith_stream *stream, const char *path,
                                  struct kith_error *err)
{
    kith_stream_of(stream, path, fill_from_file, stream);
    stream->fault = "unreadable";
    stream->descriptor = open(path, O_RDONLY | O_CLOEXEC);
    return stream->descriptor < 0 ? cannot_read(stream, err) : KITH_OK;
}

void kith_stream_of(struct kith_stream *stream, const char *path, kith_stream_fn *fill,
                    void *from)
{
    *stream = (struct kith_stream){
        .path = path, .fill = fill, .from = from, .fault = "archive", .descriptor = -1};
}

void kith_stream_close(struct kith_stream *stream)
{
    if (stream->descriptor >= 0)
        close(stream->descriptor);
    free(stream->ahead);
    *stream = (struct kith_stream){.descriptor = -1, .is_at_end = true};
}

int kith_stream_file(struct kith_stream *stream)
{
    struct stat facts;
    bool is_file = stream->descriptor >= 0 && fstat(stream->descriptor, &facts) == 0 &&
                   S_ISREG(facts.st_mode);
    return is_file && lseek(stream->descriptor, 0, SEEK_SET) == 0 ? stream->descriptor
                                                                  : -1;
}

static enum kith_status fill(struct kith_stream *stream, char *bytes, size_t room,
                             size_t *got, struct kith_error *err)
{
    *got = 0;
    if (stream->is_at_end)
        return KITH_OK;
    enum kith_status status = stream->fill(stream->from, bytes, room, got, err);
    stream->has_failed = status != KITH_OK;
    stream->is_at_end = status == KITH_OK && *got == 0;
    return status;
}

/* Place for one more step behind what is known. */
static bool make_room(struct kith_stream *stream)
{
    if (stream->room - stream->end >= STEP)
        return true;
    size_t wider = stream->room + (stream->room > STEP ? stream->room : STEP);
    char *ahead = realloc(stream->ahead, wider);
    if (!ahead)
        return false;
    stream->ahead = ahead;
    stream->room = wider;
    return true;
}

enum kith_status kith_stream_look(struct kith_stream *stream, size_t count,
                                  struct kith_str *ahead, struct kith_error *err)
{
    while (stream->end - stream->begin < count && !stream->is_at_end) {
        size_t got;
        if (!make_room(stream))
            return kith_no_memory(err);
        KITH_TRY(fill(stream, stream->ahead + stream->end, stream->room - stream->end,
                      &got, err));
        stream->end += got;
    }
    size_t known = stream->end - stream->begin;
    const char *bytes = stream->ahead ? stream->ahead + stream->begin : "";
    *ahead = (struct kith_str){bytes, known < count ? known : count};
    return KITH_OK;
}

enum kith_status kith_stream_read(struct kith_stream *stream, char *bytes, size_t room,
                                  size_t *got, struct kith_error *err)
{
    size_t known = stream->end - stream->begin;
    if (!known)
        return fill(stream, bytes, room, got, err);
    *got = known < room ? known : room;
    memcpy(bytes, stream->ahead + stream->begin, *got);
    stream->begin += *got;
    return KITH_OK;
}

static enum kith_status too_large(const struct kith_stream *stream, uint64_t limit,
                                  struct kith_error *err)
{
    return kith_fail(err, KITH_LIMIT, "%s: larger than the limit of %llu bytes",
                     stream->path, (unsigned long long)limit);
}

enum kith_status kith_stream_read_all(struct kith_stream *stream, uint64_t limit,
                                      struct kith_arena *arena, struct kith_str *bytes,
                                      struct kith_error *err)
{
    char *all = NULL;
    size_t length = 0, room = 0, got;
    do {
        if (room - length < STEP) {
            size_t wider = room + (room > STEP ? room : STEP);
            all = kith_arena_regrow(arena, all, room, wider, 1);
            room = wider;
        }
        if (!all)
            return kith_no_memory(err);
        KITH_TRY(kith_stream_read(stream, all + length, room - length, &got, err));
        length += got;
        if (length > limit)
            return too_large(stream, limit, err);
    } while (got);
    /* The last step's room is free: nothing was put there. */
    memset(all + length, 0, KITH_FILE_PADDING);
    *bytes = (struct kith_str){all, length};
    return KITH_OK;
}
