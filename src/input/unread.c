/* Copies of unread articles. */
#include "input/unread.h"

#include "base/file.h"

/* Zero bytes stand behind the copy. */
static bool copy_padded(struct kith_arena *arena, struct kith_str *text)
{
    char *copy = kith_arena_alloc(arena, text->length + KITH_FILE_PADDING);
    if (!copy)
        return false;
    if (text->length)
        memcpy(copy, text->data, text->length);
    memset(copy + text->length, 0, KITH_FILE_PADDING);
    text->data = copy;
    return true;
}

static bool copy_text(struct kith_arena *arena, struct kith_str *text)
{
    if (!text->length)
        return true;
    *text = kith_str_copy(arena, *text);
    return text->data;
}

static bool copy_article(struct kith_arena *arena, struct kith_article *article)
{
    return copy_text(arena, &article->path) && copy_text(arena, &article->title) &&
           copy_text(arena, &article->date) && copy_text(arena, &article->source) &&
           copy_text(arena, &article->language) && copy_text(arena, &article->url) &&
           (!article->bytes.data || copy_padded(arena, &article->bytes));
}

enum kith_status kith_unread_copy(const struct kith_unread *unread,
                                  struct kith_arena *arena, struct kith_unread *copy,
                                  struct kith_error *err)
{
    *copy = *unread;
    return copy_article(arena, &copy->article) && copy_text(arena, &copy->reason)
               ? KITH_OK
               : kith_no_memory(err);
}

enum kith_status kith_article_compose(struct kith_article *article, struct kith_str title,
                                      struct kith_str text, struct kith_arena *arena,
                                      struct kith_error *err)
{
    static const char gap[] = "\n\n";
    title = kith_str_trim(title);
    text = kith_str_trim(text);
    if (kith_str_starts_with(text, title))
        title.length = 0;
    size_t head = title.length ? title.length + sizeof gap - 1 : 0;
    char *bytes = kith_arena_alloc(arena, head + text.length + KITH_FILE_PADDING);
    if (!bytes)
        return kith_no_memory(err);
    if (head) {
        memcpy(bytes, title.data, title.length);
        memcpy(bytes + title.length, gap, sizeof gap - 1);
    }
    if (text.length)
        memcpy(bytes + head, text.data, text.length);
    memset(bytes + head + text.length, 0, KITH_FILE_PADDING);
    article->bytes = (struct kith_str){bytes, head + text.length};
    return KITH_OK;
}
