/* What the random texts and names of test_match_scripts.c are made of: words in many
 * scripts and writings, what may stand between two, and how both are drawn. */
#ifndef KITH_TESTS_PIECES_H
#define KITH_TESTS_PIECES_H

#include "oracle.h"

#define COUNT(list) ((uint32_t)(sizeof(list) / sizeof *(list)))

/* Few words, each in many writings. */
static const struct oracle_piece words[] = {
    {"US", NULL, "us", WORD, UPPER, ALONE, 2},
    {"U.S.", NULL, "us", WORD, DOTTED, ALONE, 2},
    {"us", NULL, "us", WORD, LOWER, ALONE, 2},
    {"Us", NULL, "us", WORD, TITLE, ALONE, 2},
    {"u\xC2\xADs", "us", "us", WORD, LOWER, ALONE, 2},
    {"IS", NULL, "is", WORD, UPPER, ALONE, 2},
    {"is", NULL, "is", WORD, LOWER, ALONE, 2},
    {"Is", NULL, "is", WORD, TITLE, ALONE, 2},
    {"iS", NULL, "is", WORD, MIXED, ALONE, 2},
    {"I.S.", NULL, "is", WORD, DOTTED, ALONE, 2},
    {"A", NULL, "a", WORD, TITLE, ALONE, 1},
    {"a", NULL, "a", WORD, LOWER, ALONE, 1},
    {"Á", NULL, "a", WORD, TITLE, ALONE, 1},
    {"A\xCC\x81", "Á", "a", WORD, TITLE, ALONE, 1},
    {"New", NULL, "new", WORD, TITLE, ALONE, 3},
    {"new", NULL, "new", WORD, LOWER, ALONE, 3},
    {"NEW", NULL, "new", WORD, UPPER, ALONE, 3},
    {"Ne\xE2\x80\x8Bw", "New", "new", WORD, TITLE, ALONE, 3},
    {"York", NULL, "york", WORD, TITLE, ALONE, 4},
    {"YORK", NULL, "york", WORD, UPPER, ALONE, 4},
    {"york", NULL, "york", WORD, LOWER, ALONE, 4},
    {"Yorker", NULL, "yorker", WORD, TITLE, ALONE, 6},
    {"al", NULL, "al", WORD, LOWER, ALONE, 2},
    {"Al", NULL, "al", WORD, TITLE, ALONE, 2},
    {"AL", NULL, "al", WORD, UPPER, ALONE, 2},
    {"ISIS", NULL, "isis", WORD, UPPER, ALONE, 4},
    {"Isis", NULL, "isis", WORD, TITLE, ALONE, 4},
    {"ISIS", NULL, "isis", WORD, UPPER, ALONE, 4},
    {"UNESCO", NULL, "unesco", WORD, UPPER, ALONE, 6},
    {"Unesco", NULL, "unesco", WORD, TITLE, ALONE, 6},
    {"unesco", NULL, "unesco", WORD, LOWER, ALONE, 6},
    {"McDonald", NULL, "mcdonald", WORD, MIXED, ALONE, 8},
    {"Mcdonald", NULL, "mcdonald", WORD, TITLE, ALONE, 8},
    {"MCDONALD", NULL, "mcdonald", WORD, UPPER, ALONE, 8},
    {"mcdonald", NULL, "mcdonald", WORD, LOWER, ALONE, 8},
    {"McDonalds", NULL, "mcdonalds", WORD, MIXED, ALONE, 9},
    {"Erdoğan", NULL, "erdogan", WORD, TITLE, ALONE, 7},
    {"Erdogan", NULL, "erdogan", WORD, TITLE, ALONE, 7},
    {"ERDOĞAN", NULL, "erdogan", WORD, UPPER, ALONE, 7},
    {"erdoğan", NULL, "erdogan", WORD, LOWER, ALONE, 7},
    {"Erdog\xCC\x86"
     "an",
     "Erdoğan", "erdogan", WORD, TITLE, ALONE, 7},
    {"İstanbul", NULL, "istanbul", WORD, TITLE, ALONE, 8},
    {"I\xCC\x87stanbul", "İstanbul", "istanbul", WORD, TITLE, ALONE, 8},
    {"Istanbul", NULL, "istanbul", WORD, TITLE, ALONE, 8},
    {"ISTANBUL", NULL, "istanbul", WORD, UPPER, ALONE, 8},
    {"ıstanbul", NULL, "istanbul", WORD, LOWER, ALONE, 8},
    {"Straße", NULL, "strasse", WORD, TITLE, ALONE, 7},
    {"Strasse", NULL, "strasse", WORD, TITLE, ALONE, 7},
    {"STRASSE", NULL, "strasse", WORD, UPPER, ALONE, 7},
    {"STRAẞE", NULL, "strasse", WORD, UPPER, ALONE, 7},
    {"ﬁnn", NULL, "finn", WORD, LOWER, ALONE, 4},
    {"Finn", NULL, "finn", WORD, TITLE, ALONE, 4},
    {"finn", NULL, "finn", WORD, LOWER, ALONE, 4},
    {"Łódź", NULL, "lodz", WORD, TITLE, ALONE, 4},
    {"Lodz", NULL, "lodz", WORD, TITLE, ALONE, 4},
    {"ŁÓDŹ", NULL, "lodz", WORD, UPPER, ALONE, 4},
    {"\xC5\x81o\xCC\x81"
     "dz\xCC\x81",
     "Łódź", "lodz", WORD, TITLE, ALONE, 4},
    {"O'Brien", NULL, "o'brien", WORD, MIXED, ALONE, 6},
    {"O’Brien", "O'Brien", "o'brien", WORD, MIXED, ALONE, 6},
    {"O'BRIEN", NULL, "o'brien", WORD, UPPER, ALONE, 6},
    {"o'brien", NULL, "o'brien", WORD, LOWER, ALONE, 6},
    {"abcdefgh", NULL, "abcdefgh", WORD, LOWER, ALONE, 8},
    {"Abcdefgh", NULL, "abcdefgh", WORD, TITLE, ALONE, 8},
    {"Abcdefghi", NULL, "abcdefghi", WORD, TITLE, ALONE, 9},
    {"Abcdefghijklmnop", NULL, "abcdefghijklmnop", WORD, TITLE, ALONE, 16},
    {"ABCDEFGHIJKLMNOP", NULL, "abcdefghijklmnop", WORD, UPPER, ALONE, 16},
    {"Abcdefghijklmnopq", NULL, "abcdefghijklmnopq", WORD, TITLE, ALONE, 17},
    {"Abcdefghé", NULL, "abcdefghé", WORD, TITLE, ALONE, 9},
    {"Abcdefghe", NULL, "abcdefghé", WORD, TITLE, ALONE, 9},
    {"Семёнов", NULL, "семенов", WORD, TITLE, ALONE, 7},
    {"Семенов", NULL, "семенов", WORD, TITLE, ALONE, 7},
    {"СЕМЁНОВ", NULL, "семенов", WORD, UPPER, ALONE, 7},
    {"\xD0\xA1\xD0\xB5\xD0\xBC\xD0\xB5\xCC\x88\xD0\xBD\xD0\xBE\xD0\xB2", "Семёнов",
     "семенов", WORD, TITLE, ALONE, 7},
    {"Май", NULL, "май", WORD, TITLE, ALONE, 3},
    {"МАЙ", NULL, "май", WORD, UPPER, ALONE, 3},
    {"май", NULL, "май", WORD, LOWER, ALONE, 3},
    {"\xD0\x9C\xD0\xB0\xD0\xB8\xCC\x86", "Май", "май", WORD, TITLE, ALONE, 3},
    {"МАИ", NULL, "маи", WORD, UPPER, ALONE, 3},
    {"маи", NULL, "маи", WORD, LOWER, ALONE, 3},
    {"Αθήνας", NULL, "αθηνασ", WORD, TITLE, ALONE, 6},
    {"ΑΘΗΝΑΣ", NULL, "αθηνασ", WORD, UPPER, ALONE, 6},
    {"αθηνας", NULL, "αθηνασ", WORD, LOWER, ALONE, 6},
    {"مصر", NULL, "مصر", WORD, UNCASED, ARABIC, 3},
    {"\xD9\x85\xD9\x90\xD8\xB5\xD8\xB1", NULL, "مصر", WORD, UNCASED, ARABIC, 3},
    {"مـصر", NULL, "مصر", WORD, UNCASED, ARABIC, 3},
    {"حماس", NULL, "حماس", WORD, UNCASED, ARABIC, 4},
    {"إيران", NULL, "ايران", WORD, UNCASED, ARABIC, 5},
    {"ايران", NULL, "ايران", WORD, UNCASED, ARABIC, 5},
    {"کرمان", NULL, "كرمان", WORD, UNCASED, ARABIC, 5},
    {"كرمان", NULL, "كرمان", WORD, UNCASED, ARABIC, 5},
    {"و", NULL, "و", WORD, UNCASED, AND, 1},
    {"שלום", NULL, "שלום", WORD, UNCASED, ALONE, 4},
    {"\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D", NULL, "שלום", WORD,
     UNCASED, ALONE, 4},
    {"서울", NULL, "서울", WORD, UNCASED, HANGUL, 5},
    {"\xE1\x84\x89\xE1\x85\xA5\xE1\x84\x8B\xE1\x85\xAE\xE1\x86\xAF", "서울", "서울", WORD,
     UNCASED, HANGUL, 5},
    {"김정", NULL, "김정", WORD, UNCASED, HANGUL, 6},
    {"\xE1\x84\x80\xE1\x85\xB5\xE1\x86\xB7\xE1\x84\x8C\xE1\x85\xA5\xE1\x86\xBC", "김정",
     "김정", WORD, UNCASED, HANGUL, 6},
    {"대한민국", NULL, "대한민국", WORD, UNCASED, HANGUL, 11},
    {"\xE1\x84\x83\xE1\x85\xA2\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x86\xE1\x85"
     "\xB5\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8",
     "대한민국", "대한민국", WORD, UNCASED, HANGUL, 11},
    {"은", NULL, "은", WORD, UNCASED, PARTICLE, 3},
    {"에서", NULL, "에서", WORD, UNCASED, PARTICLE, 4},
    {"北", NULL, "北", WORD, UNCASED, LONER, 1},
    {"京", NULL, "京", WORD, UNCASED, LONER, 1},
    {"大", NULL, "大", WORD, UNCASED, LONER, 1},
    {"学", NULL, "学", WORD, UNCASED, LONER, 1},
    {"ไท", NULL, "ไท", WORD, UNCASED, LONER, 2},
    {"ย", NULL, "ย", WORD, UNCASED, LONER, 1},
    {"กา", NULL, "กา", WORD, UNCASED, LONER, 2},
    {"プーチン", NULL, "プーチン", WORD, UNCASED, ALONE, 4},
    {"\xEF\xBE\x8C\xEF\xBE\x9F\xEF\xBD\xB0\xEF\xBE\x81\xEF\xBE\x9D", NULL, "プーチン",
     WORD, UNCASED, ALONE, 4},
    {"9", NULL, "9", NUMBER, UNCASED, ALONE, 0},
    {"2024", NULL, "2024", NUMBER, UNCASED, ALONE, 0},
};

static const struct oracle_piece blank = {" ", NULL, "", BLANK, 0, INNER, 0};
static const struct oracle_piece blanks = {"  ", NULL, "", BLANK, 0, INNER, 0};
static const struct oracle_piece no_break = {"\xC2\xA0", NULL, "", BLANK, 0, INNER, 0};
static const struct oracle_piece newline = {"\n", NULL, "", NEWLINE, 0, INNER, 0};
static const struct oracle_piece crlf = {"\r\n", NULL, "", NEWLINE, 0, INNER, 0};
static const struct oracle_piece empty_line = {"\n\n", NULL, "", BREAK, 0, INNER, 0};
static const struct oracle_piece hyphen = {"-", NULL, "-", HYPHEN, 0, INNER, 0};
static const struct oracle_piece firm = {"\xE2\x80\x91", "-", "-", HYPHEN, 0, INNER, 0};
static const struct oracle_piece dot = {".", NULL, ".", MARK, 0, INNER, 0};
static const struct oracle_piece comma = {",", NULL, ",", MARK, 0, INNER, 0};
static const struct oracle_piece slash = {"/", NULL, "/", MARK, 0, INNER, 0};
static const struct oracle_piece also = {"&", NULL, "&", MARK, 0, INNER, 0};
static const struct oracle_piece opening = {"(", NULL, "(", MARK, 0, INNER, 0};
static const struct oracle_piece closing = {")", NULL, ")", MARK, 0, INNER, 0};
static const struct oracle_piece dash = {"—", NULL, "—", MARK, 0, INNER, 0};
static const struct oracle_piece flag = {"🇺🇦", NULL, "🇺🇦", MARK, 0, INNER, 0};
static const struct oracle_piece quote = {"\"", NULL, "\"", QUOTE, 0, INNER, 0};
static const struct oracle_piece curly = {"“", "\"", "\"", QUOTE, 0, INNER, 0};
static const struct oracle_piece own = {"'s", NULL, "'s", POSSESSIVE, 0, INNER, 0};
static const struct oracle_piece curly_own = {"’s", "'s", "'s", POSSESSIVE, 0, INNER, 0};

/* What may stand between two words. The first are those of names. */
#define JUNCTION_PIECES 3
static const struct oracle_piece *const junctions[][JUNCTION_PIECES] = {
    {&blank},
    {&blank},
    {&blank},
    {&blank},
    {NULL},
    {NULL},
    {&hyphen},
    {&firm},
    {&dot, &blank},
    {&slash},
    {&also},
    {&blank, &also, &blank},
    {&own, &blank},
    {&blank, &hyphen, &blank},
#define NAME_JUNCTIONS 14
    {&blank},
    {&blank},
    {&blank},
    {NULL},
    {&blanks},
    {&no_break},
    {&newline},
    {&crlf},
    {&empty_line},
    {&hyphen, &newline},
    {&hyphen, &hyphen},
    {&dot, &newline},
    {&dot, &empty_line},
    {&comma, &blank},
    {&blank, &opening},
    {&closing, &blank},
    {&dash},
    {&blank, &dash, &blank},
    {&flag},
    {&curly_own, &blank},
    {&blank, &quote},
    {&quote, &blank},
    {&blank, &curly},
    {&curly, &blank},
};

static uint64_t seed;

/* Numbers below `limit`; xorshift64 (Marsaglia). */
static inline uint32_t draw(uint32_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % limit;
}

/* ---- texts and names ---- */

/* May b stand right behind a, and be another word? */
static inline bool may_touch(const struct oracle_piece *a, const struct oracle_piece *b)
{
    if (a->glue == AND)
        return b->glue == ARABIC;
    if (b->glue == PARTICLE)
        return a->writing != DOTTED && a->glue != PARTICLE;
    if (b->glue == LONER)
        return true;
    return a->glue == LONER && b->glue != AND;
}

static inline bool is_word(const struct oracle_piece *piece)
{
    return piece->kind <= NUMBER;
}

/* Does the text stay a text when its pieces from `begin` to `end` are cut out? */
static inline bool may_cut(const struct oracle_text *text, uint32_t begin, uint32_t end)
{
    if (begin == 0 || end == text->count)
        return end - begin < text->count && is_word(text->pieces[begin ? 0 : end]);
    const struct oracle_piece *a = text->pieces[begin - 1], *b = text->pieces[end];
    return is_word(b) && a->kind >= BLANK;
}

static inline void push(struct oracle_text *text, const struct oracle_piece *piece)
{
    text->pieces[text->count++] = piece;
}

static inline void
push_junction(struct oracle_text *text,
              const struct oracle_piece *const junction[JUNCTION_PIECES])
{
    for (uint32_t i = 0; i < JUNCTION_PIECES && junction[i]; i++)
        push(text, junction[i]);
}

/* Some `count` words, with junctions out of the first `junction_count`. */
static inline void draw_text(struct oracle_text *text, uint32_t count,
                             uint32_t junction_count)
{
    text->count = 0;
    push(text, &words[draw(COUNT(words))]);
    while (--count > 0) {
        const struct oracle_piece *last = text->pieces[text->count - 1];
        const struct oracle_piece *next = &words[draw(COUNT(words))];
        uint32_t j = draw(junction_count);
        if (!junctions[j][0] && !may_touch(last, next))
            j = 0;
        push_junction(text, junctions[j]);
        push(text, next);
    }
    if (draw(8) == 0)
        push(text, &dot);
}

/* A nickname in quotes, now and then. */
static inline void draw_name(struct oracle_text *text)
{
    draw_text(text, 1 + draw(3), NAME_JUNCTIONS);
    if (draw(12) != 0)
        return;
    push_junction(text, (const struct oracle_piece *[]){&blank, &quote, NULL});
    push(text, &words[draw(COUNT(words))]);
    push_junction(text, (const struct oracle_piece *[]){&quote, &blank, NULL});
    push(text, &words[draw(COUNT(words))]);
}

#endif
