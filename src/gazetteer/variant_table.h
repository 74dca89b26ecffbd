/* The inside of the rules, for this room only: rows, the patterns of their cells, and how
 * the patterns that may fit a word or a name are found without trying all of them.
 *
 * A word pattern is found by its text: every beginning, end or part of a word that is as
 * long as some pattern beginning or ending with that letter is looked up by its hash. A
 * name pattern is found by its longest literal word. */
#ifndef KITH_GAZETTEER_VARIANT_TABLE_H
#define KITH_GAZETTEER_VARIANT_TABLE_H

#include "base/map.h"
#include "gazetteer/variant_rule.h"
#include "gazetteer/variant_word.h"

/* What the pattern of a row is held against. */
enum kith_rule_scope {
    KITH_ON_WORD,        /* each word of the name */
    KITH_ON_FIRST,       /* its first word */
    KITH_ON_LAST,        /* its last */
    KITH_ON_NAME,        /* the name as a whole */
    KITH_ON_CASE,        /* each word, all together: inflection */
    KITH_ON_CASE_BEFORE, /* the same for words with others behind them */
    KITH_ON_CASE_LAST,   /* and for the last word */
    KITH_ON_SIGN,        /* a word that tells the tradition of the name */
    KITH_ON_PARTICLE,    /* a word that belongs to the next one */
    KITH_ON_NEVER,       /* a word that is no name by itself */
    KITH_ON_TITLE /* a word that stands with names and is none: "King", "Jr", "III" */
};

#define KITH_IN_SCOPE(scope) (1u << (scope))

/* Which letters of a word the text of a pattern is held against, by its stars. */
enum kith_anchor {
    KITH_ANCHOR_WHOLE, /* dmitri */
    KITH_ANCHOR_START, /* yev* */
    KITH_ANCHOR_END,   /* *sky */
    KITH_ANCHOR_INNER, /* *kh* */
    KITH_ANCHORS
};

/* Patterns that are asked for at different times are kept apart, so that a word of an
 * English name is not held against what only Arabic ones need. */
enum kith_rule_group {
    KITH_GROUP_PLAIN,     /* spellings of any name */
    KITH_GROUP_TRADITION, /* those of one tradition */
    KITH_GROUP_MARKS,     /* those of letters with marks */
    KITH_GROUP_CASE,      /* inflections */
    KITH_GROUP_LIST,      /* signs, particles, words that are no names */
    KITH_GROUPS
};

/* The tradition of names that have no sign of another one. */
#define KITH_NO_TRADITION "none"

/* Of types, traditions and languages: as many as a word has bits, the highest kept free
 * for "all types". */
#define KITH_RULE_WORDS_LIMIT 31
#define KITH_ALL_TYPES (1u << KITH_RULE_WORDS_LIMIT)

/* Pairs of letters that are told apart: five bits of each. */
#define KITH_EDGES 1024

struct kith_rule_row {
    struct kith_variant_rule about;
    kith_variant_types types;
    uint32_t when;    /* the tradition that a name must be of; a sign's own; 0: any */
    uint8_t scope;    /* enum kith_rule_scope */
    uint8_t cost;     /* 1 to 9: how unlikely */
    uint8_t least;    /* letters that a star stands for, at least */
    uint8_t language; /* its number; inflections of one language go together */
};

/* One of the patterns in a cell, for words. */
struct kith_word_pattern {
    struct kith_str text;  /* folded, without stars */
    struct kith_str marks; /* as written, when it has Latin letters with marks: then the
                              word must have them too. Else length 0 */
    kith_id rule;
    uint32_t next;        /* of equal text and anchor, or KITH_NO_ID */
    uint32_t replacement; /* the first, in replacements */
    uint32_t replacement_count;
    uint8_t anchor; /* enum kith_anchor */
    uint8_t group;  /* enum kith_rule_group */
};

/* A part of a name pattern or of its replacement. */
enum kith_element_kind {
    KITH_ELEMENT_WORD,   /* as it stands */
    KITH_ELEMENT_ONE,    /* {a}: a word */
    KITH_ELEMENT_MANY,   /* {a+}: words */
    KITH_ELEMENT_INITIAL /* {a.}: the initial of a word; only in replacements */
};

struct kith_name_element {
    struct kith_str text, folded; /* of a word */
    uint8_t kind;                 /* enum kith_element_kind */
    char letter;                  /* of {a} */
    bool is_glued;                /* no blank stands before it */
};

struct kith_name_shape {
    uint32_t element, element_count;
};

struct kith_name_pattern {
    struct kith_name_shape shape;
    kith_id rule;
    uint32_t next;        /* of equal key, or KITH_NO_ID */
    uint32_t replacement; /* the first, in shapes */
    uint32_t replacement_count;
};

struct kith_variant_rules {
    struct kith_arena arena; /* holds everything but the maps */
    struct kith_str languages;
    struct {
        struct kith_rule_row *items;
        uint32_t count, room;
    } rows;
    struct {
        struct kith_word_pattern *items;
        uint32_t count, room;
    } words;
    struct {
        struct kith_str *items; /* without stars, as written */
        uint32_t count, room;
    } replacements;
    struct {
        struct kith_name_pattern *items;
        uint32_t count, room;
    } names;
    struct {
        struct kith_name_shape *items;
        uint32_t count, room;
    } shapes;
    struct {
        struct kith_name_element *items;
        uint32_t count, room;
    } elements;
    struct {
        struct kith_str items[KITH_RULE_WORDS_LIMIT];
        uint32_t count;
    } types, traditions, known_languages, offered; /* languages: read, and met */

    struct kith_map word_index; /* text and anchor -> newest word pattern */
    struct kith_map name_index; /* longest literal -> newest name pattern */
    uint32_t free_names;        /* head of the name patterns without a literal */
    uint32_t case_languages;    /* bits: the languages that have inflections */

    uint32_t no_tradition; /* the bit of KITH_NO_TRADITION */

    /* By group, anchor and the two letters at its edge (the last ones for ends): the
     * lengths of the patterns, a bit each. */
    uint32_t lengths[KITH_GROUPS][KITH_ANCHORS][KITH_EDGES];
};

/* Which of the rules are wanted. */
struct kith_rule_filter {
    kith_variant_types types;
    uint32_t traditions; /* of the name */
    uint32_t scopes;     /* KITH_IN_SCOPE bits */
};

/* A pattern and the bytes of the folded word that its text was found at. */
struct kith_word_hit {
    const struct kith_word_pattern *pattern;
    uint8_t begin, end;
};

#define KITH_HIT_LIMIT 48

/* The patterns that fit a word: at most KITH_HIT_LIMIT, rows in order. Of two of one row
 * the longer one hides the shorter within it: "ou" is no "u". */
uint32_t kith_word_hits(const struct kith_variant_rules *rules,
                        const struct kith_variant_word *word,
                        const struct kith_rule_filter *filter,
                        struct kith_word_hit *hits);

/* The newest name pattern whose longest literal is `folded`, or KITH_NO_ID. */
uint32_t kith_name_patterns_find(const struct kith_variant_rules *rules,
                                 struct kith_str folded);

/* Enter the newest pattern in its index. False when memory is out. */
bool kith_word_pattern_index(struct kith_variant_rules *rules);
bool kith_name_pattern_index(struct kith_variant_rules *rules);

static inline bool kith_rule_passes(const struct kith_rule_row *row,
                                    const struct kith_rule_filter *filter)
{
    return (filter->scopes >> row->scope & 1) && (row->types & filter->types) &&
           (row->when == 0 || row->scope == KITH_ON_SIGN ||
            (row->when & filter->traditions));
}

#endif
