/* Kinds of files, and which of them are read. */
#include "input/reader.h"

#include "base/file.h"
#include "input/date.h"
#include "input/file_kind.h"
#include "input/html_reader.h"
#include "input/json_reader.h"
#include "input/plain_reader.h"
#include "input/text_header.h"
#include "input/xml_reader.h"

static enum kith_status refuse_kind(const char *path, const char *refusal,
                                    const char **kind, struct kith_error *err)
{
    *kind = "kind";
    return kith_fail(err, KITH_BAD_INPUT, "%s: %s", path, refusal);
}

static enum kith_status read_text(struct kith_article *article, struct kith_arena *arena,
                                  const char **kind, struct kith_error *err)
{
    const char *path = article->path.data;
    struct kith_str bytes = article->bytes;
    size_t length = bytes.length < KITH_HEAD_BYTES ? bytes.length : KITH_HEAD_BYTES;
    const char *refusal = kith_file_refusal(path, kith_str_slice(bytes, 0, length));
    if (refusal)
        return refuse_kind(path, refusal, kind, err);
    KITH_TRY(kith_text_header_take(article, arena, err));
    switch (kith_plain_judge(article->bytes)) {
    case KITH_PLAIN_EMPTY:
        *kind = "empty";
        return kith_fail(err, KITH_BAD_INPUT, "%s: %s", path,
                         bytes.length ? "holds nothing but blanks" : "is empty");
    case KITH_PLAIN_BINARY:
        *kind = "binary";
        return kith_fail(err, KITH_BAD_INPUT, "%s: is not text but binary data", path);
    case KITH_PLAIN_TEXT:
        break;
    }
    return KITH_OK;
}

static enum kith_status read_file(const char *path, uint64_t max_size,
                                  struct kith_arena *arena, struct kith_str *bytes,
                                  const char **kind, struct kith_error *err)
{
    const char *refusal = kith_file_refusal_by_name(path);
    if (refusal)
        return refuse_kind(path, refusal, kind, err);
    enum kith_status status = kith_file_read(path, max_size, arena, bytes, err);
    if (status == KITH_LIMIT) {
        *kind = "size";
        return kith_fail(err, status, "%s: is larger than %llu bytes (see --max-size)",
                         path, (unsigned long long)max_size);
    }
    *kind = "unreadable";
    return status;
}

/* The reason of a failure gets the article's path in front. */
static enum kith_status tell(enum kith_status status, const struct kith_article *article,
                             const struct kith_error *reason, struct kith_error *err)
{
    return status == KITH_OK
               ? KITH_OK
               : kith_fail(err, status, "%s: %s", article->path.data, reason->text);
}

enum kith_status kith_unread_load(struct kith_unread *unread,
                                  const struct kith_reader_options *options,
                                  struct kith_arena *arena, struct kith_error *err)
{
    const char *kind;
    if (unread->kind != KITH_UNREAD_FILE)
        return KITH_OK;
    KITH_TRY(read_file(unread->article.path.data, kith_reader_limit(options), arena,
                       &unread->article.bytes, &kind, err));
    unread->kind = KITH_UNREAD_BYTES;
    return KITH_OK;
}

static enum kith_status read_object(struct kith_article *article,
                                    const struct kith_field_names *names,
                                    struct kith_arena *arena, const char **kind,
                                    struct kith_error *err)
{
    struct kith_error reason;
    enum kith_status status = kith_json_article_read(article, names, arena, &reason);
    *kind = "json";
    return tell(status, article, &reason, err);
}

static enum kith_status read_xml(struct kith_article *article, struct kith_arena *arena,
                                 struct kith_error *err)
{
    struct kith_node *root;
    KITH_TRY(kith_tree_read_xml(article->bytes, arena, &root, err));
    const struct kith_node *node = kith_xml_next(root, root);
    if (node != root && kith_xml_next(node, root))
        return kith_fail(err, KITH_BAD_INPUT,
                         "holds several articles; let its name end in .xml");
    return kith_xml_read(node, arena, article, err);
}

/* The bytes of a file: a page, XML, or text. */
static enum kith_status read_bytes(struct kith_article *article, struct kith_arena *arena,
                                   const char **kind, struct kith_error *err)
{
    struct kith_error reason;
    bool is_page = kith_html_is_page(article->bytes);
    if (!is_page && !kith_xml_is_document(article->bytes))
        return read_text(article, arena, kind, err);
    *kind = is_page ? "html" : "xml";
    enum kith_status status = is_page ? kith_html_read(article, arena, &reason)
                                      : read_xml(article, arena, &reason);
    return tell(status, article, &reason, err);
}

static enum kith_status read_unread(const struct kith_unread *unread,
                                    const struct kith_reader_options *options,
                                    struct kith_arena *arena,
                                    struct kith_article *article, const char **kind,
                                    struct kith_error *err)
{
    const char *path = article->path.data;
    uint64_t max_size = kith_reader_limit(options);
    switch (unread->kind) {
    case KITH_UNREAD_FILE:
        KITH_TRY(read_file(path, max_size, arena, &article->bytes, kind, err));
        return read_bytes(article, arena, kind, err);
    case KITH_UNREAD_BYTES:
        return read_bytes(article, arena, kind, err);
    case KITH_UNREAD_OBJECT:
        return read_object(article, &options->names, arena, kind, err);
    case KITH_UNREAD_TEXT:
        break;
    case KITH_UNREAD_REFUSED:
        *kind = unread->fault;
        return kith_fail(err, KITH_BAD_INPUT, "%s: %.*s", path,
                         KITH_STR_ARGS(unread->reason));
    }
    return KITH_OK;
}

/* The article's own date counts before its path's; a file's time never does. */
static enum kith_status date(struct kith_article *article, struct kith_arena *arena,
                             struct kith_error *err)
{
    if (article->date.length) {
        article->dated = KITH_DATED_BY_ARTICLE;
        return KITH_OK;
    }
    KITH_TRY(kith_date_of_path(article->path, arena, &article->date, err));
    article->dated = article->date.length ? KITH_DATED_BY_PATH : KITH_UNDATED;
    return KITH_OK;
}

enum kith_status kith_article_read(const struct kith_unread *unread,
                                   const struct kith_reader_options *options,
                                   struct kith_arena *arena, struct kith_article *article,
                                   const char **kind, struct kith_error *err)
{
    const char *unasked;
    if (!kind)
        kind = &unasked;
    *article = unread->article;
    enum kith_status status = read_unread(unread, options, arena, article, kind, err);
    if (status == KITH_OK)
        status = date(article, arena, err);
    article->is_left_out =
        status == KITH_OK && !kith_days_hold(&options->days, article->date);
    if (status == KITH_NO_MEMORY)
        *kind = "memory";
    return status;
}
