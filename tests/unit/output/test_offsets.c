/* Offsets are exact: whatever stands before a name or in it, the bytes of the file from
 * begin to end are the name as it was written, and so are the characters that brat
 * counts.
 */
#include "support/check.h"

#include "output/tagged.h"
#include "unit/relate/pipeline.h"

static const char names[] = "name,type,aliases\n"
                            "İzmir,city,\n"
                            "Lange Straße,place,\n"
                            "Finnland,country,\n"
                            "Kraków,city,\n"
                            "Ada Quill,person,\n"
                            "Moscow,city,\n"
                            "北京,city,\n"
                            "서울,city,\n"
                            "حماس,group,\n";

/* A file, and the names in it as they are written there, a line each. */
struct example {
    const char *file;
    const char *surfaces;
};

#define NFD_KRAKOW "Krako\xCC\x81w"
#define SHY "\xC2\xAD"
#define ZWSP "\xE2\x80\x8B"
#define ZWJ "\xE2\x80\x8D"
#define RLM "\xE2\x80\x8F"
#define NBSP "\xC2\xA0"
#define BOM "\xEF\xBB\xBF"

static const struct example examples[] = {
    /* Letters whose other case is longer or shorter. */
    {"İİİ ı ẞ İzmir and IZMIR, Izmir.", "İzmir\nIZMIR\nIzmir\n"},
    {"In der Langen Straße, LANGE STRASSE: Lange Straße; ŉ ǰ ΐ Moscow",
     "LANGE STRASSE\nLange Straße\nMoscow\n"},
    {"ﬁne, ﬂow, ﬃ: ﬁnnland and Finnland, FINNLAND in the ﬁrst Moscow.",
     "Finnland\nFINNLAND\nMoscow\n"},
    /* Composed and not. */
    {"e\xCC\x81tat " NFD_KRAKOW ", Kraków, Krakow and KRAK\xC3\x93W.",
     NFD_KRAKOW "\nKraków\nKrakow\nKRAKÓW\n"},
    {"a\xCC\x81\xCC\x82\xCC\x83 Moscow\xCC\x81, Mo\xCC\x81scow",
     "Moscow\xCC\x81\nMo\xCC\x81scow\n"},
    /* Emoji: joined, with modifiers, flags, keycaps. */
    {"👩🏽‍🚒👨‍👩‍👧‍👦 Moscow🇺🇦🇷🇺Moscow ❤️Ada "
     "Quill☎️ "
     "1️⃣ "
     "Moscow",
     "Moscow\nMoscow\nAda Quill\nMoscow\n"},
    /* Line ends and blanks. */
    {"It was in\r\nMoscow\r\n\r\nAda\r\nQuill saw\rMoscow.\r\n",
     "Moscow\nAda\r\nQuill\nMoscow\n"},
    {"in" NBSP "Moscow" NBSP "Ada" NBSP
     "Quill\xE3\x80\x80saw Ada\xE2\x80\xAFQuill\tMoscow",
     "Moscow\nAda" NBSP "Quill\nAda\xE2\x80\xAFQuill\nMoscow\n"},
    /* What nobody sees. */
    {"so" SHY "on Mos" SHY "cow, Mo" ZWSP "scow" ZWSP "; A" ZWJ "da Quill " RLM
     "Moscow" RLM ".",
     "Mos" SHY "cow\nMo" ZWSP "scow\nA" ZWJ "da Quill\nMoscow\n"},
    {BOM "Moscow and " BOM "Ada Quill", "Moscow\nAda Quill\n"},
    {BOM BOM " Moscow", "Moscow\n"},
    /* What is written together with a name. */
    {"Moscow's, Moscow’s, “Moscow”, ‘Ada Quill’, (Moscow)/Moscow—Moscow-based",
     "Moscow\nMoscow\nMoscow\nAda Quill\nMoscow\nMoscow\nMoscow\n"},
    {"他在北京大学。서울에서는 وحماس 北京", "北京\n서울\nحماس\n北京\n"},
    /* Bytes that are no UTF-8, among many that are. */
    {"éééé éééé éééé \xFF\xFE Moscow \xE2\x82 Ada Quill\xC3 Moscow\xF0\x9F\x98",
     "Moscow\nAda Quill\nMoscow\n"},
    {"éééé éééé éééé M\xC3scow \xED\xA0\x80 \xC0\xAF \xF8 Moscow", "Moscow\n"},
};

static struct pipeline pipeline;

static int open_pipeline(void **state)
{
    (void)state;
    pipeline_open(&pipeline, names);
    pipeline_compile(&pipeline);
    return 0;
}

static int close_pipeline(void **state)
{
    (void)state;
    pipeline_close(&pipeline);
    return 0;
}

/* The article as kith tag writes it; freed by the caller. */
static char *tag(enum kith_tag_format format)
{
    struct kith_buf out = {0};
    kith_tagged_write(format, pipeline.gazetteer, &pipeline.document, &pipeline.mentions,
                      &out);
    kith_buf_byte(&out, '\0');
    char *text = kith_buf_take(&out);
    assert_non_null(text);
    return text;
}

/* Add the bytes of `file` from begin to end to the lines in `cut`. */
static void cut_out(struct kith_str file, size_t begin, size_t end, struct kith_buf *cut)
{
    assert_true(begin < end && end <= file.length);
    kith_buf_str(cut, kith_str_slice(file, begin, end));
    kith_buf_byte(cut, '\n');
}

static void cut_by_bytes(struct kith_str file, struct kith_buf *cut)
{
    char *lines = tag(KITH_TAG_JSONL);
    for (const char *at = lines; (at = strstr(at, "\"begin\": ")); at++) {
        size_t begin, end;
        assert_int_equal(sscanf(at, "\"begin\": %zu, \"end\": %zu", &begin, &end), 2);
        cut_out(file, begin, end, cut);
    }
    free(lines);
}

/* Where the character with this number begins; a byte that is no UTF-8 is one. */
static size_t place_of(struct kith_str text, size_t character)
{
    size_t at = 0;
    for (; character > 0; character--) {
        unsigned char lead = (unsigned char)text.data[at];
        at += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
    return at;
}

/* A name over two lines has two spans; what stands between them is cut out as well. */
static void cut_by_characters(struct kith_str text, struct kith_buf *cut)
{
    char *lines = tag(KITH_TAG_BRAT);
    for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n")) {
        size_t begin, end, second;
        if (line[0] != 'T')
            continue;
        char *spans = strchr(line, '\t') + 1;
        assert_int_equal(
            sscanf(spans, "%*s %zu %zu;%zu %zu", &begin, &end, &second, &end),
            strchr(spans, ';') ? 4 : 2);
        cut_out(text, place_of(text, begin), place_of(text, end), cut);
    }
    free(lines);
}

static void check_cut(void (*cut_all)(struct kith_str file, struct kith_buf *cut),
                      struct kith_str file, const char *surfaces)
{
    struct kith_buf cut = {0};
    cut_all(file, &cut);
    assert_str(kith_buf_view(&cut), surfaces);
    kith_buf_release(&cut);
}

static void bytes_of_the_file_are_the_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct kith_str file = kith_str_of(examples[i].file);
        pipeline_run(&pipeline, file);
        check_cut(cut_by_bytes, file, examples[i].surfaces);
    }
}

/* In the text as kith read it, where each byte that is no UTF-8 is one character. */
static void characters_of_the_file_are_the_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        pipeline_run(&pipeline, kith_str_of(examples[i].file));
        assert_int_equal(pipeline.document.text.length, strlen(examples[i].file));
        check_cut(cut_by_characters, pipeline.document.text, examples[i].surfaces);
    }
}

/* "é😁 Moscow, Kraków" as UTF-16, with or without a byte order mark. */
static struct kith_str utf16(bool is_big, bool has_mark, char *out)
{
    static const uint16_t units[] = {0xFEFF, 0xE9, 0xD83D, 0xDE01, ' ', 'M',  'o',
                                     's',    'c',  'o',    'w',    ',', ' ',  'K',
                                     'r',    'a',  'k',    0xF3,   'w', '\r', '\n'};
    size_t length = 0;
    for (size_t i = !has_mark; i < sizeof units / sizeof *units; i++) {
        out[length++] = (char)(is_big ? units[i] >> 8 : units[i] & 0xFF);
        out[length++] = (char)(is_big ? units[i] & 0xFF : units[i] >> 8);
    }
    return (struct kith_str){out, length};
}

static void other_encodings_are_counted_in_their_conversion(void **state)
{
    (void)state;
    char bytes[64];
    struct kith_str text = KITH_STR("é😁 Moscow, Kraków\r\n");
    for (int form = 0; form < 4; form++) {
        pipeline_run(&pipeline, utf16(form & 1, form & 2, bytes));
        assert_true(kith_str_equal(pipeline.document.text, text));
        check_cut(cut_by_bytes, text, "Moscow\nKraków\n");
        check_cut(cut_by_characters, text, "Moscow\nKraków\n");
    }
    pipeline_run(&pipeline, KITH_STR("\xE9 \x93Krak\xF3w\x94 Moscow"));
    text = KITH_STR("é “Kraków” Moscow");
    assert_true(kith_str_equal(pipeline.document.text, text));
    check_cut(cut_by_bytes, text, "Kraków\nMoscow\n");
    check_cut(cut_by_characters, text, "Kraków\nMoscow\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_of_the_file_are_the_name),
        cmocka_unit_test(characters_of_the_file_are_the_name),
        cmocka_unit_test(other_encodings_are_counted_in_their_conversion),
    };
    return cmocka_run_group_tests(tests, open_pipeline, close_pipeline);
}
