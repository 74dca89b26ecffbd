/* A page's article: what its head says, and the part of its body that reads like one. */
#include "input/html_reader.h"

#include <strings.h>

#include "base/utf8.h"
#include "input/html_body.h"
#include "input/html_meta.h"

bool kith_html_is_page(struct kith_str bytes)
{
    static const char *const beginnings[] = {"<!doctype html", "<html", "<head", "<body"};
    bytes = kith_str_trim(kith_utf8_without_mark(bytes));
    /* Saved pages begin with a comment that tells where they are from. */
    while (kith_str_starts_with(bytes, KITH_STR("<!--")) ||
           kith_str_starts_with(bytes, KITH_STR("<?xml"))) {
        const char *end = memchr(bytes.data, '>', bytes.length);
        if (!end)
            return false;
        bytes = kith_str_trim(
            kith_str_slice(bytes, (size_t)(end - bytes.data) + 1, bytes.length));
    }
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t length = strlen(beginnings[i]);
        if (bytes.length >= length && strncasecmp(bytes.data, beginnings[i], length) == 0)
            return true;
    }
    return false;
}

enum kith_status kith_html_read(struct kith_article *article, struct kith_arena *arena,
                                struct kith_error *err)
{
    struct kith_node *root;
    struct kith_str fields[KITH_FIELD_COUNT] = {{0}};
    KITH_TRY(kith_tree_read_html(article->bytes, arena, &root, err));
    KITH_TRY(kith_html_meta(root, arena, fields, err));
    KITH_TRY(kith_html_body(root, arena, &fields[KITH_FIELD_TEXT], err));
    if (!fields[KITH_FIELD_TEXT].length)
        return kith_fail(err, KITH_BAD_INPUT,
                         "has no text that reads like an article; save it as plain text");
    return kith_article_fill(article, NULL, fields, arena, err);
}
