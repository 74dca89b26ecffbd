/* Articles in archives: each file of them is taken like one on disk, as it comes by. */
#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"
#include "input/container.h"

struct walk {
    struct kith_container *container; /* the archive as a file */
    struct kith_archive *archive;
    struct kith_buf path;  /* of the member, zero-terminated */
    struct kith_map taken; /* hashes of the paths so far -> the last number given */
};

/* Like folders: what begins with a dot, or stands in what does, is hidden. */
static bool is_hidden(struct kith_str name)
{
    while (name.data) {
        struct kith_str part = kith_str_cut(&name, '/');
        if (part.length > 1 && part.data[0] == '.' &&
            !kith_str_equal(part, KITH_STR("..")))
            return true;
    }
    return false;
}

/* tar writes "./a.txt" for what is called a.txt on the command line of others. */
static struct kith_str clean_name(struct kith_str name)
{
    while (kith_str_starts_with(name, KITH_STR("./")))
        name = kith_str_slice(name, 2, name.length);
    return name;
}

/* Where the ending of a name begins, which tells what a file holds; its length, when it
 * has none. */
static size_t ending_of(struct kith_str name)
{
    for (size_t i = name.length; i > 1 && name.data[i - 1] != '/'; i--)
        if (name.data[i - 1] == '.' && name.data[i - 2] != '/')
            return i - 1;
    return name.length;
}

/* The path of the member and its hash; of the second of a name, "news.tar/a (2).txt". */
static uint64_t write_path(struct walk *walk, struct kith_str name, uint32_t number)
{
    const size_t ending = number > 1 ? ending_of(name) : name.length;
    kith_buf_reset(&walk->path);
    kith_buf_str(&walk->path, walk->container->path);
    kith_buf_byte(&walk->path, '/');
    kith_buf_str(&walk->path, kith_str_slice(name, 0, ending));
    if (number > 1)
        kith_buf_format(&walk->path, " (%u)", number);
    kith_buf_str(&walk->path, kith_str_slice(name, ending, name.length));
    uint64_t hash = kith_hash(walk->path.data, walk->path.length);
    kith_buf_byte(&walk->path, '\0');
    return hash;
}

/* A name may stand in an archive several times, as where tar has appended what changed.
 * All are kept, and their paths tell them apart. */
static enum kith_status name_member(struct walk *walk, struct kith_str name,
                                    struct kith_error *err)
{
    uint64_t first = write_path(walk, name, 1);
    bool is_new;
    const uint32_t *last = kith_map_place(&walk->taken, first, 1, &is_new);
    if (!last)
        return kith_no_memory(err);
    if (is_new)
        return KITH_OK;
    uint32_t number = *last;
    while (!is_new)
        if (!kith_map_place(&walk->taken, write_path(walk, name, ++number), 1, &is_new))
            return kith_no_memory(err);
    *kith_map_find(&walk->taken, first) = number;
    return KITH_OK;
}

/* A compressed file goes by its own name, a member by the archive's and its own. */
static enum kith_status set_path(struct walk *walk, enum kith_archive_member kind,
                                 struct kith_str name, struct kith_error *err)
{
    if (kind != KITH_MEMBER_WHOLE) {
        KITH_TRY(name_member(walk, name, err));
    } else {
        kith_buf_reset(&walk->path);
        kith_buf_str(&walk->path, walk->container->path);
        kith_buf_byte(&walk->path, '\0');
    }
    return kith_buf_check(&walk->path, err);
}

/* May what is sought be this member, or in it? */
static bool is_on_the_way(const struct walk *walk, struct kith_str path)
{
    struct kith_str sought = walk->container->giver->sought;
    return !sought.length ||
           (kith_str_starts_with(sought, path) &&
            (sought.length == path.length || strchr("/#", sought.data[path.length])));
}

static enum kith_status take_member(struct walk *walk, enum kith_archive_member kind,
                                    struct kith_error *err)
{
    struct kith_str path = kith_buf_view(&walk->path);
    path.length--;
    struct kith_stream stream;
    struct kith_container member = {walk->container->giver, path, &stream};
    if (!is_on_the_way(walk, path))
        return KITH_OK;
    if (kind == KITH_MEMBER_DEVICE)
        return kith_container_refuse(&member, 0, "kind", "is a device, not a file", err);
    if (kind == KITH_MEMBER_LOCKED)
        return kith_container_refuse(&member, 0, "archive", "is encrypted", err);
    kith_stream_of(&stream, path.data, kith_archive_read, walk->archive);
    enum kith_status status = kith_take_file(&member, err);
    kith_stream_close(&stream);
    return status;
}

static enum kith_status take_next(struct walk *walk, struct kith_error *err)
{
    enum kith_archive_member kind;
    struct kith_str name;
    struct kith_error reason = {0};
    struct kith_container *container = walk->container;
    enum kith_status status = kith_archive_next(walk->archive, &kind, &name, &reason);
    if (status == KITH_BAD_INPUT)
        return kith_container_refuse(container, 0, "archive",
                                     kith_problem_text(&reason, container->path).data,
                                     err);
    if (status != KITH_OK)
        return status;
    name = clean_name(name);
    if (kind == KITH_MEMBER_PASSED || (kind != KITH_MEMBER_WHOLE && is_hidden(name)))
        return KITH_OK;
    KITH_TRY(set_path(walk, kind, name, err));
    return take_member(walk, kind, err);
}

enum kith_status kith_take_archive(struct kith_container *container,
                                   struct kith_error *err)
{
    struct walk walk = {.container = container};
    enum kith_status status;
    KITH_TRY(kith_archive_open(&walk.archive, container->stream, &container->giver->cost,
                               err));
    do
        status = take_next(&walk, err);
    while (status == KITH_OK);
    kith_archive_close(walk.archive);
    kith_buf_release(&walk.path);
    kith_map_release(&walk.taken);
    return status == KITH_END && container->giver->taken == KITH_OK ? KITH_OK : status;
}
