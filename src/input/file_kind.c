/* The kinds of files, by their names' endings and by their first bytes. */
#include "input/file_kind.h"

#include <strings.h>

#include "base/utf8.h"
#include "input/archive.h"
#include "input/html_reader.h"
#include "input/xml_reader.h"

/* ---- names ---- */

enum name_kind {
    NAME_UNKNOWN,
    NAME_NONE, /* it has no ending */
    NAME_TEXT,
    NAME_PAGE,
    NAME_XML,
    NAME_TABLE,
    NAME_JSON,
    NAME_JSON_LINES,
    NAME_ARCHIVE,
    NAME_REFUSED
};

/* What to do about a kind that is not read. */
#define PANDOC "; make text of it first: pandoc -t plain"
#define TABLES "; save each sheet as CSV"
#define PAGES "; take the pages out of it first, with warcio extract"
#define MAIL "; make text of it first, with mu view or mhonarc"
#define PICTURE "A picture is no text"
#define RECORDING "A recording is no text"

struct ending {
    const char *name;
    enum name_kind kind;
    const char *refusal;
};

static const struct ending endings[] = {
    {"txt", NAME_TEXT, NULL},
    {"text", NAME_TEXT, NULL},
    {"md", NAME_TEXT, NULL},
    {"html", NAME_PAGE, NULL},
    {"htm", NAME_PAGE, NULL},
    {"xhtml", NAME_PAGE, NULL},
    {"xml", NAME_XML, NULL},
    {"nitf", NAME_XML, NULL},
    {"rss", NAME_XML, NULL},
    {"atom", NAME_XML, NULL},
    {"rdf", NAME_XML, NULL},
    {"csv", NAME_TABLE, NULL},
    {"tsv", NAME_TABLE, NULL},
    {"json", NAME_JSON, NULL},
    {"jsonl", NAME_JSON_LINES, NULL},
    {"ndjson", NAME_JSON_LINES, NULL},
    {"zip", NAME_ARCHIVE, NULL},
    {"tar", NAME_ARCHIVE, NULL},
    {"tgz", NAME_ARCHIVE, NULL},
    {"tbz", NAME_ARCHIVE, NULL},
    {"tbz2", NAME_ARCHIVE, NULL},
    {"txz", NAME_ARCHIVE, NULL},
    {"tzst", NAME_ARCHIVE, NULL},
    {"pdf", NAME_REFUSED, "PDF is not read; make text of it first, with pdftotext"},
    {"docx", NAME_REFUSED, "Word is not read" PANDOC},
    {"doc", NAME_REFUSED, "Word is not read; make text of it first, with catdoc"},
    {"rtf", NAME_REFUSED, "Rich Text is not read" PANDOC},
    {"odt", NAME_REFUSED, "OpenDocument is not read" PANDOC},
    {"epub", NAME_REFUSED, "EPUB is not read" PANDOC},
    {"eml", NAME_REFUSED, "E-mail is not read" MAIL},
    {"mbox", NAME_REFUSED, "A mailbox is not read" MAIL},
    {"xls", NAME_REFUSED, "Excel is not read" TABLES},
    {"xlsx", NAME_REFUSED, "Excel is not read" TABLES},
    {"ods", NAME_REFUSED, "OpenDocument is not read" TABLES},
    {"warc", NAME_REFUSED, "WARC is not read" PAGES},
    {"7z", NAME_REFUSED, "A 7-Zip archive is not read; unpack it first, with 7z x"},
    {"rar", NAME_REFUSED, "A RAR archive is not read; unpack it first, with unrar x"},
    {"css", NAME_REFUSED, "A style sheet is no text"},
    {"js", NAME_REFUSED, "A script is no text"},
    {"png", NAME_REFUSED, PICTURE},
    {"jpg", NAME_REFUSED, PICTURE},
    {"jpeg", NAME_REFUSED, PICTURE},
    {"gif", NAME_REFUSED, PICTURE},
    {"webp", NAME_REFUSED, PICTURE},
    {"tif", NAME_REFUSED, PICTURE},
    {"tiff", NAME_REFUSED, PICTURE},
    {"svg", NAME_REFUSED, PICTURE},
    {"ico", NAME_REFUSED, PICTURE},
    {"mp3", NAME_REFUSED, RECORDING},
    {"wav", NAME_REFUSED, RECORDING},
    {"mp4", NAME_REFUSED, RECORDING},
};

/* What compressed files have behind their own names. */
static const char *const compressed[] = {".gz", ".bz2", ".xz", ".zst"};

/* The file's own name, without folders and compression. */
static struct kith_str own_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct kith_str name = kith_str_of(slash ? slash + 1 : path);
    for (size_t i = 0; i < sizeof compressed / sizeof *compressed; i++) {
        size_t length = strlen(compressed[i]);
        if (name.length > length &&
            strcasecmp(name.data + name.length - length, compressed[i]) == 0)
            return kith_str_slice(name, 0, name.length - length);
    }
    return name;
}

/* What stands behind the last dot. The dot of a hidden name ends nothing. */
static struct kith_str ending_of(const char *path)
{
    struct kith_str name = own_name(path);
    size_t dot = name.length;
    while (dot > 0 && name.data[dot - 1] != '.')
        dot--;
    return dot > 1 ? kith_str_slice(name, dot, name.length) : (struct kith_str){0};
}

static const struct ending *find(struct kith_str name)
{
    static const struct ending none = {"", NAME_NONE, NULL};
    static const struct ending unknown = {
        "", NAME_UNKNOWN,
        "its name does not tell what it is; if it is plain text, let it end in .txt"};
    if (!name.length)
        return &none;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (kith_str_equal_caseless(name, kith_str_of(endings[i].name)))
            return &endings[i];
    return &unknown;
}

bool kith_file_is_article_by_name(const char *path)
{
    enum name_kind kind = find(ending_of(path))->kind;
    struct kith_str name = own_name(path);
    bool is_compressed = name.data[name.length];
    return !is_compressed && (kind == NAME_TEXT || kind == NAME_REFUSED);
}

const char *kith_file_refusal_by_name(const char *path)
{
    const struct ending *ending = find(ending_of(path));
    return ending->kind == NAME_REFUSED ? ending->refusal : NULL;
}

/* ---- first bytes ---- */

/* Text begins behind its byte order mark and blanks. */
static struct kith_str text_of(struct kith_str head)
{
    return kith_str_trim(kith_utf8_without_mark(head));
}

/* Office documents and e-books are ZIP archives whose first file is one of these. */
static bool is_document(struct kith_str head)
{
    static const char *const firsts[] = {"[Content_Types].xml", "_rels/", "docProps/",
                                         "word/", "mimetype"};
    const size_t place = 30; /* of the name, in a ZIP's first header */
    if (!kith_str_starts_with(head, KITH_STR("PK\x03\x04")) || head.length <= place)
        return false;
    struct kith_str name = kith_str_slice(head, place, head.length);
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (kith_str_starts_with(name, kith_str_of(firsts[i])))
            return true;
    return false;
}

/* The usual ending of what begins so and is not read; NULL for all else. */
static const char *foreign(struct kith_str head)
{
    static const struct {
        const char *bytes, *ending;
    } marks[] = {
        {"%PDF-", "pdf"},
        {"\xD0\xCF\x11\xE0\xA1\xB1", "doc"},
        {"{\\rtf", "rtf"},
        {"WARC/", "warc"},
        {"7z\xBC\xAF\x27\x1C", "7z"},
        {"Rar!\x1A\x07", "rar"},
        {"\x89PNG\r\n", "png"},
        {"\xFF\xD8\xFF", "jpg"},
        {"GIF87a", "gif"},
        {"GIF89a", "gif"},
        {"II*", "tif"},
        {"ID3\x03", "mp3"},
        {"ID3\x04", "mp3"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (kith_str_starts_with(head, kith_str_of(marks[i].bytes)))
            return marks[i].ending;
    return is_document(head) ? "docx" : NULL;
}

/* Does it begin with an object, or an array of them? Brackets open prose, too, but then
 * no quote or brace follows. */
static bool is_json(struct kith_str head)
{
    struct kith_str text = text_of(head);
    if (!text.length || (text.data[0] != '{' && text.data[0] != '['))
        return false;
    struct kith_str next = kith_str_trim(kith_str_slice(text, 1, text.length));
    return next.length && next.data[0] == (text.data[0] == '{' ? '"' : '{');
}

/* The first line that is not empty and no comment. */
static struct kith_str first_row(struct kith_str head)
{
    struct kith_str rest = text_of(head), line = {0};
    while (rest.data) {
        line = kith_str_trim(kith_str_cut(&rest, '\n'));
        if (line.length && line.data[0] != '#')
            break;
    }
    return line;
}

/* How many fields of an article the cells of `row` name; 0 when none is the text. */
static unsigned count_fields(struct kith_str row, char separator,
                             const struct kith_field_names *names)
{
    unsigned count = 0;
    bool has_text = false;
    while (row.data) {
        struct kith_str cell = kith_str_trim(kith_str_cut(&row, separator));
        if (cell.length > 1 && cell.data[0] == '"')
            cell = kith_str_slice(cell, 1, cell.length - 1);
        for (enum kith_article_field field = 0; field < KITH_FIELD_COUNT; field++) {
            bool is_field = kith_field_rank(names, field, cell) != KITH_NO_ID;
            count += is_field;
            has_text |= is_field && field == KITH_FIELD_TEXT;
        }
    }
    return has_text ? count : 0;
}

static const char separators[] = {',', '\t', ';'};

static bool is_table(struct kith_str head, const struct kith_field_names *names)
{
    struct kith_str row = first_row(head);
    for (size_t i = 0; i < sizeof separators; i++)
        if (row.length && memchr(row.data, separators[i], row.length) &&
            count_fields(row, separators[i], names) > 1)
            return true;
    return false;
}

char kith_file_separator(const char *path, struct kith_str head,
                         const struct kith_field_names *names)
{
    char usual = kith_str_equal_caseless(ending_of(path), KITH_STR("tsv")) ? '\t' : ',';
    struct kith_str row = first_row(head);
    if (count_fields(row, usual, names))
        return usual;
    for (size_t i = 0; i < sizeof separators; i++)
        if (count_fields(row, separators[i], names))
            return separators[i];
    return usual;
}

/* ---- both ---- */

enum kith_file_kind kith_file_kind_of(const char *path, struct kith_str head,
                                      const struct kith_field_names *names)
{
    enum name_kind name = find(ending_of(path))->kind;
    if (name == NAME_REFUSED || foreign(head))
        return KITH_FILE_ARTICLE;
    if (kith_archive_is_one(head))
        return KITH_FILE_ARCHIVE;
    if (name == NAME_TEXT || kith_html_is_page(head))
        return KITH_FILE_ARTICLE;
    if (kith_xml_is_document(head))
        return KITH_FILE_XML;
    if (is_json(head))
        return name == NAME_JSON_LINES && text_of(head).data[0] == '{'
                   ? KITH_FILE_JSON_LINES
                   : KITH_FILE_JSON;
    switch (name) {
    case NAME_XML:
        return KITH_FILE_XML;
    case NAME_TABLE:
        return KITH_FILE_TABLE;
    case NAME_JSON:
        return KITH_FILE_JSON;
    case NAME_JSON_LINES:
        return KITH_FILE_JSON_LINES;
    case NAME_ARCHIVE:
        return KITH_FILE_ARCHIVE;
    default:
        return is_table(head, names) ? KITH_FILE_TABLE : KITH_FILE_ARTICLE;
    }
}

const char *kith_file_refusal(const char *path, struct kith_str head)
{
    static const struct kith_field_names usual;
    const char *ending = foreign(head);
    if (ending)
        return find(kith_str_of(ending))->refusal;
    if (kith_archive_is_one(head))
        return "is an archive, or compressed; let its name say so, as .zip or .gz does";
    if (is_json(head))
        return "is JSON; let its name end in .json";
    if (is_table(head, &usual))
        return "is a table; let its name end in .csv";
    return find(ending_of(path))->refusal;
}
