/* The pattern of one rule, as written: a sentence with two holes.
 *
 * The language is described in docs/RULES.md. Parsing knows words, lists and marks, but
 * neither types nor relations. */
#ifndef KITH_RELATE_PATTERN_H
#define KITH_RELATE_PATTERN_H

#include "relate/rule_piece.h"
#include "relate/word_class.h"

enum kith_item_kind {
    KITH_ITEM_WORD,   /* a word or mark */
    KITH_ITEM_LIST,   /* <name>: one entry of a list */
    KITH_ITEM_CHOICE, /* (x|y z): one of these */
    KITH_ITEM_A,      /* the entity the edge starts from */
    KITH_ITEM_B,      /* the entity it ends at */
    KITH_ITEM_GAP,    /* ...: a few words; names only as in "in Ostland" */
    KITH_ITEM_VERB,   /* {attack}: in all forms and voices */
    KITH_ITEM_HELP    /* what may help a verb; made from KITH_ITEM_VERB, never written */
};

/* Which words help a verb form. */
enum kith_help {
    KITH_HELP_ACTIVE, /* any but be and get: "has" taken */
    KITH_HELP_ANY,    /* any: "has been" taking */
    KITH_HELP_PASSIVE /* be or get among them: "has been" taken */
};

/* What "..." passes over, at most. */
#define KITH_GAP_LIMIT 6

struct kith_item;
struct kith_verb;

struct kith_pattern {
    struct kith_item *items;
    uint32_t count, room;
};

struct kith_patterns {
    struct kith_pattern *items;
    uint32_t count, room;
};

struct kith_item {
    enum kith_item_kind kind;
    bool is_optional;
    struct kith_str text;         /* as written, without its '?'; empty for what only
                                     helps a verb */
    kith_id word, plural;         /* WORD: classes; plural may be KITH_NO_ID */
    kith_id list;                 /* LIST */
    uint32_t limit;               /* GAP: words */
    enum kith_help help;          /* HELP */
    const struct kith_verb *verb; /* VERB */
    struct kith_patterns choices;
};

/* One entry of a list: a phrase of one or more words. */
struct kith_phrase {
    kith_id *words;
    uint32_t count;
    struct kith_str text; /* as written */
    bool is_plural;       /* the regular plural of an entry, entered beside it */
};

struct kith_phrases {
    struct kith_phrase *items;
    uint32_t count, room;
};

/* A named list of a rule file. */
struct kith_word_list {
    struct kith_str name;
    uint32_t scope;       /* a list is known in its own scope only */
    struct kith_str path; /* where it stands */
    uint32_t line;
    bool is_used;                /* by a rule, a type or the reading of sentences */
    struct kith_phrases phrases; /* sorted by first word, then longest first */
};

struct kith_word_lists {
    struct kith_word_list *items;
    uint32_t count, room;
};

/* More items than this in one rule is no sentence any more; it also bounds the recursion
 * of matching. */
#define KITH_PATTERN_LIMIT 64

/* What parsing needs, and where it stands, for messages. */
struct kith_pattern_parser {
    struct kith_str path;                 /* of the rule file, as the user named it */
    uint32_t scope;                       /* lists are known in their own scope only */
    uint32_t line;                        /* where the rule stands */
    const struct kith_rule_piece *pieces; /* of what is being read */
    uint32_t piece_count;
    struct kith_word_classes *classes;
    struct kith_word_lists *lists;
    struct kith_arena *arena; /* the pattern lives here */
    struct kith_arena *scratch;
    struct kith_error *err;
};

/* Parse `text`, a slice of a piece, into `pattern`. A fault is KITH_BAD_INPUT, told
 * with file, line and column. */
enum kith_status kith_pattern_parse(const struct kith_pattern_parser *parser,
                                    struct kith_str text, struct kith_pattern *pattern);

/* Fail at a place in one of the pieces: "file:line:column: sentence". */
enum kith_status kith_pattern_fail(const struct kith_pattern_parser *parser,
                                   const char *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
