/* Archives and whatever else a file may hold: articles come in order, below the file's
 * path, and every failure is one of theirs. */
#include "fuzz.h"

#include "input/intake.h"

struct taking {
    const char *path;
    uint32_t count;
    struct kith_arena arena; /* of one article */
};

static enum kith_status take(void *context, const struct kith_unread *unread,
                             struct kith_error *err)
{
    static const struct kith_reader_options options;
    struct taking *taking = context;
    struct kith_article article;
    struct kith_error reason = {0};
    const char *kind = "";
    (void)err;
    FUZZ_CHECK(unread->article.number == taking->count++);
    FUZZ_CHECK(kith_str_starts_with(unread->article.path, kith_str_of(taking->path)));
    FUZZ_CHECK(unread->article.path.data[unread->article.path.length] == '\0');
    kith_arena_reset(&taking->arena);
    enum kith_status status =
        kith_article_read(unread, &options, &taking->arena, &article, &kind, &reason);
    FUZZ_CHECK(status == KITH_OK || (kind[0] && reason.text[0]));
    return KITH_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct taking taking = {.path = fuzz_file(fuzz_str(data, size))};
    struct kith_str path = kith_str_of(taking.path);
    const struct kith_sources sources = {.items = &path, .count = 1};
    const struct kith_intake intake = {.on_article = take, .context = &taking};
    struct kith_error err = {0};
    kith_arena_init(&taking.arena, KITH_ARENA_UNCAPPED);
    FUZZ_CHECK(kith_intake_run(&intake, &sources, &err) == KITH_OK);
    kith_arena_release(&taking.arena);
    return 0;
}
