/* Articles in archives: each file of them is taken like one on disk, as it comes by. */
#include "base/buf.h"
#include "input/container.h"

struct walk {
    struct kith_container *container; /* the archive as a file */
    struct kith_archive *archive;
    struct kith_buf path; /* of the member, zero-terminated */
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

/* A compressed file goes by its own name, a member by the archive's and its own. */
static void set_path(struct walk *walk, enum kith_archive_member kind,
                     struct kith_str name)
{
    kith_buf_reset(&walk->path);
    kith_buf_str(&walk->path, walk->container->path);
    if (kind != KITH_MEMBER_WHOLE) {
        kith_buf_byte(&walk->path, '/');
        kith_buf_str(&walk->path, name);
    }
    kith_buf_byte(&walk->path, '\0');
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
    set_path(walk, kind, name);
    KITH_TRY(kith_buf_check(&walk->path, err));
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
    return status == KITH_END && container->giver->taken == KITH_OK ? KITH_OK : status;
}
