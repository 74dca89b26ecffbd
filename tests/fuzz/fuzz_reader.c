/* Articles out of files, whatever the bytes: text that is taken is the file, byte for
 * byte but for a header's blanks, with zeros behind it; what is not has one of the known
 * reasons. */
#include "fuzz.h"

#include "base/file.h"
#include "input/reader.h"

static bool is_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static void check_taken(const struct kith_article *article, struct kith_str bytes)
{
    FUZZ_CHECK(article->bytes.length == bytes.length);
    for (size_t i = 0; i < bytes.length; i++)
        FUZZ_CHECK(article->bytes.data[i] == bytes.data[i] ||
                   article->bytes.data[i] == ' ');
    for (size_t i = 0; i < KITH_FILE_PADDING; i++)
        FUZZ_CHECK(article->bytes.data[article->bytes.length + i] == '\0');
    bool is_utf16 = kith_str_starts_with(bytes, KITH_STR("\xFF\xFE")) ||
                    kith_str_starts_with(bytes, KITH_STR("\xFE\xFF"));
    FUZZ_CHECK(is_utf16 || !memchr(bytes.data, '\0', bytes.length));
    FUZZ_CHECK(kith_str_trim(bytes).length > 0);
}

static void check_refused(enum kith_status status, const char *kind, const char *sentence)
{
    const char *const kinds[] = {"empty", "binary", "kind", "html", "xml"};
    FUZZ_CHECK(status == KITH_BAD_INPUT);
    FUZZ_CHECK(is_among(kind, kinds, sizeof kinds / sizeof *kinds));
    FUZZ_CHECK(strncmp(sentence, "/proc/self/fd/", 14) == 0);
}

static enum kith_status read_file(const char *path, size_t limit,
                                  struct kith_arena *arena, struct kith_article *article,
                                  const char **kind, struct kith_error *err)
{
    const struct kith_unread unread = {.article.path = kith_str_of(path)};
    const struct kith_reader_options options = {.max_size = limit};
    return kith_article_read(&unread, &options, arena, article, kind, err);
}

static void check_limit(const char *path, size_t size, struct kith_arena *arena)
{
    struct kith_article article;
    struct kith_error err;
    const char *kind;
    FUZZ_CHECK(read_file(path, size - 1, arena, &article, &kind, &err) == KITH_LIMIT);
    FUZZ_CHECK(strcmp(kind, "size") == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_str bytes = fuzz_str(data, size);
    const char *path = fuzz_file(bytes);
    struct kith_arena arena;
    struct kith_article article;
    struct kith_error err = {0};
    const char *kind = "";
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = read_file(path, size, &arena, &article, &kind, &err);
    if (status != KITH_OK)
        check_refused(status, kind, err.text);
    else if (!article.is_utf8_text)
        check_taken(&article, bytes);
    if (size > 1)
        check_limit(path, size, &arena);
    kith_arena_release(&arena);
    return 0;
}
