/* Lines out of a sliding block. The block moves only when it must be filled, and each
 * byte kept moves once for every block read at most, so a file takes linear time. */
#include "input/lines.h"

#include <stdlib.h>

/* Large enough that system calls do not count, small enough to stay in the cache. */
#define BLOCK_SIZE ((size_t)128 * 1024)

/* Searched for one end of a line before it is for the other, so that lines that all end
 * the one way do not cost the rest of the block each. */
#define SEARCHED ((size_t)1024)

enum kith_status kith_lines_open(struct kith_lines *lines, const char *path, size_t limit,
                                 struct kith_error *err)
{
    *lines = (struct kith_lines){.path = path, .stream = &lines->file, .limit = limit};
    return kith_stream_open(&lines->file, path, err);
}

void kith_lines_of_stream(struct kith_lines *lines, struct kith_stream *stream,
                          size_t limit)
{
    *lines = (struct kith_lines){.path = stream->path, .stream = stream, .limit = limit};
}

void kith_lines_of_bytes(struct kith_lines *lines, struct kith_str bytes,
                         const char *name, size_t limit)
{
    *lines = (struct kith_lines){.path = name,
                                 .data = bytes.data,
                                 .end = bytes.length,
                                 .limit = limit,
                                 .is_at_end = true};
}

void kith_lines_close(struct kith_lines *lines)
{
    if (lines->stream == &lines->file)
        kith_stream_close(&lines->file);
    free(lines->block);
    *lines = (struct kith_lines){.is_at_end = true};
}

/* Move what is kept to the front of the block and see that a read fits behind it. */
static bool make_room(struct kith_lines *lines)
{
    if (lines->begin > 0) {
        memmove(lines->block, lines->block + lines->begin, lines->end - lines->begin);
        lines->next -= lines->begin;
        lines->end -= lines->begin;
        lines->begin = 0;
    }
    if (lines->room - lines->end >= BLOCK_SIZE)
        return true;
    size_t wider = lines->room ? lines->room * 2 : BLOCK_SIZE * 2;
    char *block = realloc(lines->block, wider);
    if (!block)
        return false;
    lines->block = block;
    lines->data = block;
    lines->room = wider;
    return true;
}

static enum kith_status fill(struct kith_lines *lines, struct kith_error *err)
{
    if (!make_room(lines))
        return kith_no_memory(err);
    size_t got;
    KITH_TRY(kith_stream_read(lines->stream, lines->block + lines->end, BLOCK_SIZE, &got,
                              err));
    lines->end += got;
    lines->is_at_end = got == 0;
    return KITH_OK;
}

static size_t find_line_end(const struct kith_lines *lines, size_t from)
{
    while (from < lines->end) {
        const char *begin = lines->data + from;
        size_t length = lines->end - from < SEARCHED ? lines->end - from : SEARCHED;
        const char *feed = memchr(begin, '\n', length);
        if (feed)
            length = (size_t)(feed - begin);
        const char *lone = memchr(begin, '\r', length);
        if (lone)
            return (size_t)(lone - lines->data);
        from += length;
        if (feed)
            break;
    }
    return from;
}

/* Length of the line end at `at`; 0 when there is none, or when a CR is the last byte
 * known and LF may follow. */
static size_t line_end_length(const struct kith_lines *lines, size_t at)
{
    if (at == lines->end)
        return 0;
    if (lines->data[at] == '\n')
        return 1;
    if (at + 1 == lines->end)
        return lines->is_at_end;
    return lines->data[at + 1] == '\n' ? 2 : 1;
}

enum kith_status kith_lines_next(struct kith_lines *lines, struct kith_str *line,
                                 struct kith_error *err)
{
    size_t length = 0; /* looked at so far; counted from `next`, which fill moves */
    size_t ending;
    for (;;) {
        size_t at = find_line_end(lines, lines->next + length);
        length = at - lines->next;
        if (at - lines->begin > lines->limit)
            return KITH_LIMIT;
        ending = line_end_length(lines, at);
        if (ending || lines->is_at_end)
            break;
        KITH_TRY(fill(lines, err));
    }
    length += ending;
    if (length == 0)
        return KITH_END;
    *line = (struct kith_str){lines->data + lines->next, length};
    lines->next += length;
    lines->number++;
    return KITH_OK;
}

enum kith_status kith_lines_skip(struct kith_lines *lines, struct kith_error *err)
{
    size_t ending;
    for (;;) {
        lines->next = find_line_end(lines, lines->next);
        lines->begin = lines->next;
        ending = line_end_length(lines, lines->next);
        if (ending || lines->is_at_end)
            break;
        KITH_TRY(fill(lines, err));
    }
    lines->next += ending;
    lines->begin = lines->next;
    lines->number++;
    return KITH_OK;
}

void kith_lines_keep(struct kith_lines *lines)
{
    lines->begin = lines->next;
}

struct kith_str kith_lines_kept(const struct kith_lines *lines)
{
    return (struct kith_str){lines->data + lines->begin, lines->next - lines->begin};
}

struct kith_line_mark kith_lines_mark(const struct kith_lines *lines)
{
    return (struct kith_line_mark){lines->next - lines->begin, lines->number};
}

void kith_lines_rewind(struct kith_lines *lines, struct kith_line_mark mark)
{
    lines->next = lines->begin + mark.offset;
    lines->number = mark.number;
}
