/* Kinds of files, and the one that is read so far. */
#include "input/reader.h"

#include <strings.h>

#include "base/file.h"
#include "input/plain_reader.h"

/* What to do about a kind that is not read. */
#define SAVE_AS_TEXT "save it as plain text (.txt)"
#define UNPACK "unpack it first"
#define SPLIT "write each article to a text file of its own"
#define NO_ARTICLE "only text is"

struct kind {
    const char *ending;
    const char *name;
    const char *advice; /* NULL: it is read */
};

static const struct kind KINDS[] = {
    {"txt", "Plain text", NULL},
    {"text", "Plain text", NULL},
    {"md", "Markdown", NULL},
    {"html", "HTML", SAVE_AS_TEXT},
    {"htm", "HTML", SAVE_AS_TEXT},
    {"xhtml", "XHTML", SAVE_AS_TEXT},
    {"xml", "XML", SAVE_AS_TEXT},
    {"pdf", "PDF", SAVE_AS_TEXT},
    {"docx", "Word", SAVE_AS_TEXT},
    {"doc", "Word", SAVE_AS_TEXT},
    {"rtf", "Rich Text", SAVE_AS_TEXT},
    {"odt", "OpenDocument", SAVE_AS_TEXT},
    {"epub", "EPUB", SAVE_AS_TEXT},
    {"eml", "E-mail", SAVE_AS_TEXT},
    {"mbox", "A mailbox", SPLIT},
    {"json", "JSON", SPLIT},
    {"jsonl", "JSON Lines", SPLIT},
    {"ndjson", "JSON Lines", SPLIT},
    {"csv", "CSV", SPLIT},
    {"tsv", "TSV", SPLIT},
    {"xls", "Excel", SPLIT},
    {"xlsx", "Excel", SPLIT},
    {"ods", "OpenDocument", SPLIT},
    {"warc", "WARC", SPLIT},
    {"zip", "A ZIP archive", UNPACK},
    {"tar", "A tar archive", UNPACK},
    {"tgz", "A tar archive", UNPACK},
    {"7z", "A 7-Zip archive", UNPACK},
    {"rar", "A RAR archive", UNPACK},
    {"gz", "A gzip file", UNPACK},
    {"bz2", "A bzip2 file", UNPACK},
    {"xz", "An xz file", UNPACK},
    {"zst", "A Zstandard file", UNPACK},
    {"png", "A picture", NO_ARTICLE},
    {"jpg", "A picture", NO_ARTICLE},
    {"jpeg", "A picture", NO_ARTICLE},
    {"gif", "A picture", NO_ARTICLE},
    {"webp", "A picture", NO_ARTICLE},
    {"tif", "A picture", NO_ARTICLE},
    {"tiff", "A picture", NO_ARTICLE},
    {"svg", "A drawing", NO_ARTICLE},
    {"mp3", "A recording", NO_ARTICLE},
    {"wav", "A recording", NO_ARTICLE},
    {"mp4", "A film", NO_ARTICLE},
};

/* What stands behind the last dot of the name, or NULL. The dot of a hidden name ends
 * nothing. */
static const char *ending_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot && dot != name && dot[1] ? dot + 1 : NULL;
}

static const struct kind *find_kind(const char *ending)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++)
        if (strcasecmp(KINDS[i].ending, ending) == 0)
            return &KINDS[i];
    return NULL;
}

static enum kith_status check_kind(const char *path, struct kith_error *err)
{
    const char *ending = ending_of(path);
    if (!ending)
        return KITH_OK;
    const struct kind *kind = find_kind(ending);
    if (!kind)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: files ending in .%s are not known; if it is plain text, "
                         "let its name end in .txt",
                         path, ending);
    if (kind->advice)
        return kith_fail(err, KITH_BAD_INPUT, "%s: %s is not read yet; %s", path,
                         kind->name, kind->advice);
    return KITH_OK;
}

static enum kith_status check_text(const char *path, struct kith_str bytes,
                                   const char **kind, struct kith_error *err)
{
    switch (kith_plain_judge(bytes)) {
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

static enum kith_status read_bytes(const char *path, uint64_t max_size,
                                   struct kith_arena *arena, struct kith_str *bytes,
                                   const char **kind, struct kith_error *err)
{
    enum kith_status status = kith_file_read(path, max_size, arena, bytes, err);
    if (status == KITH_LIMIT) {
        *kind = "size";
        return kith_fail(err, status, "%s: is larger than %llu bytes (see --max-size)",
                         path, (unsigned long long)max_size);
    }
    *kind = status == KITH_NO_MEMORY ? "memory" : "unreadable";
    return status;
}

enum kith_status kith_article_read(const char *path, uint64_t max_size,
                                   struct kith_arena *arena, struct kith_article *article,
                                   const char **kind, struct kith_error *err)
{
    const char *unasked;
    if (!kind)
        kind = &unasked;
    *article = (struct kith_article){0};
    *kind = "kind";
    KITH_TRY(check_kind(path, err));
    struct kith_str bytes;
    KITH_TRY(read_bytes(path, max_size, arena, &bytes, kind, err));
    KITH_TRY(check_text(path, bytes, kind, err));
    *kind = "memory";
    article->path = kith_str_copy(arena, kith_str_of(path));
    if (!article->path.data)
        return kith_no_memory(err);
    article->bytes = bytes;
    return KITH_OK;
}
