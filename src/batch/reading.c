/* File to article, article to document. */
#include "batch/reading.h"

enum kith_status kith_reading_begin(const struct kith_setup *setup, uint64_t max_size,
                                    struct kith_arena *arena,
                                    struct kith_article *article,
                                    struct kith_document *document, const char **kind,
                                    struct kith_error *err)
{
    struct kith_article found = {0};
    KITH_TRY(kith_article_read(article->path.data, max_size, arena, &found, kind, err));
    found.number = article->number;
    found.path = article->path;
    *article = found;
    if (kind)
        *kind = "text";
    return kith_document_read(article, setup->abbreviations, arena, document, err);
}
