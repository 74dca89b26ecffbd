/* Articles, shown. */
#include "output/shown.h"

#include "output/clean.h"

void kith_shown_heading(struct kith_buf *out, const struct kith_article *article)
{
    kith_buf_text(out, "==> ");
    kith_clean_line(out, article->path);
    if (article->date.length) {
        kith_buf_text(out, " (");
        kith_clean_line(out, article->date);
        kith_buf_byte(out, ')');
    }
    kith_buf_text(out, " <==\n");
}

static void member(struct kith_buf *out, const char *name, struct kith_str value)
{
    if (!value.length)
        return;
    kith_buf_text(out, ", \"");
    kith_buf_text(out, name);
    kith_buf_text(out, "\": ");
    kith_clean_json(out, value);
}

void kith_shown_json(struct kith_buf *out, const struct kith_article *article,
                     struct kith_str text)
{
    kith_buf_text(out, "{\"path\": ");
    kith_clean_json(out, article->path);
    member(out, "title", article->title);
    member(out, "date", article->date);
    member(out, "source", article->source);
    member(out, "language", article->language);
    member(out, "url", article->url);
    member(out, "text", text);
    kith_buf_text(out, "}\n");
}
