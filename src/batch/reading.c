/* Unread to read, article to document. */
#include "batch/reading.h"

struct kith_reader_options
kith_reader_options_of(const struct kith_article_columns *columns, uint64_t max_size)
{
    return (struct kith_reader_options){
        .max_size = max_size,
        .names.own = {[KITH_FIELD_TEXT] = columns->text,
                      [KITH_FIELD_TITLE] = columns->title,
                      [KITH_FIELD_DATE] = columns->date,
                      [KITH_FIELD_SOURCE] = columns->source,
                      [KITH_FIELD_LANGUAGE] = columns->language,
                      [KITH_FIELD_URL] = columns->url}};
}

enum kith_status
kith_reading_begin(const struct kith_setup *setup, const struct kith_unread *unread,
                   const struct kith_reader_options *options, struct kith_arena *arena,
                   struct kith_article *article, struct kith_document *document,
                   const char **kind, struct kith_error *err)
{
    KITH_TRY(kith_article_read(unread, options, arena, article, kind, err));
    if (article->is_left_out)
        return KITH_OK;
    if (kind)
        *kind = "text";
    return kith_document_read(article, setup->abbreviations, arena, document, err);
}

enum kith_status kith_reading_open(const struct kith_setup *setup, struct kith_str path,
                                   const struct kith_reader_options *options,
                                   struct kith_arena *arena, struct kith_reading *reading,
                                   struct kith_error *err)
{
    const struct kith_intake intake = {.options = *options};
    struct kith_unread unread;
    *reading = (struct kith_reading){.article = {.path = path}};
    KITH_TRY(kith_intake_find(&intake, path, arena, &unread, err));
    return kith_reading_begin(setup, &unread, options, arena, &reading->article,
                              &reading->document, NULL, err);
}
