/* The names that exports of news really have, from scrapers, archives and interfaces. */
#include "input/article_field.h"

#include "input/date.h"
#include "input/markup.h"
#include "input/unread.h"

static const char *const usual[KITH_FIELD_COUNT][KITH_FIELD_NAMES + 1] = {
    [KITH_FIELD_TEXT] = {"text", "body", "content", "article", "maintext", "full_text",
                         "fulltext", "article_text", "article_body", "articlebody",
                         "content_text", "description"},
    [KITH_FIELD_TITLE] = {"title", "headline", "header", "name"},
    [KITH_FIELD_DATE] = {"date", "published", "date_published", "published_at",
                         "publishedat", "publish_date", "date_publish",
                         "publication_date", "pub_date", "pubdate", "datepublished",
                         "created_at"},
    [KITH_FIELD_SOURCE] = {"source", "publisher", "publication", "outlet", "source_name",
                           "source_domain", "site", "domain", "newspaper", "media"},
    [KITH_FIELD_LANGUAGE] = {"language", "lang", "locale"},
    [KITH_FIELD_URL] = {"url", "link", "href", "permalink", "canonical_url"},
};

static char plain(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c == ' ' || c == '-' ? '_' : c;
}

static bool is_same(struct kith_str heading, const char *name)
{
    size_t i = 0;
    while (i < heading.length && name[i] && plain(heading.data[i]) == plain(name[i]))
        i++;
    return i == heading.length && !name[i];
}

const char *kith_field_name(const struct kith_field_names *names,
                            enum kith_article_field field, unsigned rank)
{
    if (names && names->own[field])
        return rank == 0 ? names->own[field] : NULL;
    return rank < KITH_FIELD_NAMES ? usual[field][rank] : NULL;
}

uint32_t kith_field_rank(const struct kith_field_names *names,
                         enum kith_article_field field, struct kith_str heading)
{
    const char *name;
    for (unsigned rank = 0; (name = kith_field_name(names, field, rank)); rank++)
        if (is_same(heading, name))
            return rank;
    return KITH_NO_ID;
}

void kith_field_counts_add(struct kith_field_counts *counts,
                           const struct kith_article *article)
{
    for (int field = 0; field < KITH_FIELD_COUNT; field++)
        if (article->columns[field])
            counts->counts[field][article->columns[field] - 1]++;
}

enum kith_status kith_article_unmark(struct kith_str fields[KITH_FIELD_COUNT],
                                     struct kith_arena *arena, struct kith_error *err)
{
    static const enum kith_article_field written[] = {KITH_FIELD_TEXT, KITH_FIELD_TITLE};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        struct kith_str *field = &fields[written[i]];
        if (kith_markup_is_sure(*field))
            KITH_TRY(kith_markup_read(*field, arena, field, err));
    }
    return KITH_OK;
}

enum kith_status kith_article_fill(struct kith_article *article,
                                   const struct kith_field_names *names,
                                   const struct kith_str fields[KITH_FIELD_COUNT],
                                   struct kith_arena *arena, struct kith_error *err)
{
    if (!kith_str_trim(fields[KITH_FIELD_TEXT]).length)
        return kith_fail(err, KITH_BAD_INPUT,
                         "has no text: nothing in \"%s\", nor under another usual name",
                         kith_field_name(names, KITH_FIELD_TEXT, 0));
    KITH_TRY(kith_article_compose(article, fields[KITH_FIELD_TITLE],
                                  fields[KITH_FIELD_TEXT], arena, err));
    article->is_utf8_text = true;
    article->title = kith_str_copy(arena, kith_str_trim(fields[KITH_FIELD_TITLE]));
    article->source = kith_str_copy(arena, kith_str_trim(fields[KITH_FIELD_SOURCE]));
    article->language = kith_str_copy(arena, kith_str_trim(fields[KITH_FIELD_LANGUAGE]));
    article->url = kith_str_copy(arena, kith_str_trim(fields[KITH_FIELD_URL]));
    if (!article->title.data || !article->source.data || !article->language.data ||
        !article->url.data)
        return kith_no_memory(err);
    return kith_date_read(fields[KITH_FIELD_DATE], arena, &article->date, err);
}
