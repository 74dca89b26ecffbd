/* Pages and pieces of HTML, whatever the bytes: what is taken is clean UTF-8 text without
 * blanks at its ends, and a date is a day. */
#include "fuzz.h"

#include "base/file.h"
#include "base/utf8.h"
#include "input/html_reader.h"
#include "input/markup.h"

static void check_text(struct kith_str text)
{
    FUZZ_CHECK(kith_utf8_is_valid(text, NULL));
    FUZZ_CHECK(kith_str_trim(text).length == text.length);
}

static void check_article(const struct kith_article *article)
{
    FUZZ_CHECK(article->is_utf8_text && article->bytes.length > 0);
    check_text(article->bytes);
    check_text(article->title);
    check_text(article->source);
    check_text(article->url);
    FUZZ_CHECK(article->date.length == 0 || article->date.length == 10);
    for (size_t i = 0; i < KITH_FILE_PADDING; i++)
        FUZZ_CHECK(article->bytes.data[article->bytes.length + i] == '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_str text;
    struct kith_article article = {.bytes = fuzz_str(data, size)};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_html_read(&article, &arena, &err);
    FUZZ_CHECK(status == KITH_OK || (status == KITH_BAD_INPUT && err.text[0]));
    if (status == KITH_OK)
        check_article(&article);
    (void)kith_markup_is_sure(fuzz_str(data, size));
    FUZZ_CHECK(kith_markup_read(fuzz_str(data, size), &arena, &text, &err) == KITH_OK);
    check_text(text);
    kith_arena_release(&arena);
    return 0;
}
