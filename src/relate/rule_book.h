/* The insides of struct kith_rules, for the files of this room. */
#ifndef KITH_RELATE_RULE_BOOK_H
#define KITH_RELATE_RULE_BOOK_H

#include "base/intern.h"
#include "relate/cast.h"
#include "relate/lexicon.h"
#include "relate/net.h"
#include "relate/pattern.h"
#include "relate/phrase.h"
#include "relate/program.h"
#include "relate/prospect.h"
#include "relate/rules.h"
#include "relate/status_table.h"
#include "relate/voice.h"

/* The types one side of a relation admits. */
struct kith_type_names {
    struct kith_str *items; /* "any" admits all */
    uint32_t count, room;
    bool is_one; /* "one person": a list of names needs a plural in the rule */
    bool *fits;  /* by the gazetteer's type; set by compile */
};

/* A `relation` line: what the rules under it have in common. */
struct kith_signature {
    kith_id relation;
    struct kith_type_names sides[2]; /* of A, of B */
    struct kith_str file;
    uint32_t line;
};

struct kith_signatures {
    struct kith_signature *items;
    uint32_t count, room;
};

/* A rule, or one voice of a rule that has a verb. */
struct kith_rule_entry {
    struct kith_rule rule;
    kith_id signature;
    struct kith_str language; /* of its file, "en"; empty when that does not say */
    enum kith_voice voice;
    struct kith_pattern pattern;
    struct kith_program program;
};

struct kith_rule_entries {
    struct kith_rule_entry *items;
    uint32_t count, room;
};

struct kith_examples {
    struct kith_example *items;
    uint32_t count, room;
};

struct kith_relation_types {
    struct kith_relation_type *items; /* numbered as the strings in relation_names */
    uint32_t count, room;
};

struct kith_rule_sources {
    struct kith_rule_source *items;
    uint32_t count, room;
};

struct kith_rules {
    struct kith_arena arena;
    struct kith_rule_sources sources;
    struct kith_word_classes classes;
    struct kith_intern relation_names;
    struct kith_relation_types relations;
    struct kith_signatures signatures;
    struct kith_rule_entries entries;
    struct kith_word_lists lists;
    struct kith_examples examples;
    struct kith_cast cast;
    struct kith_status_table status; /* set by compile */
    struct kith_prospects prospects; /* set by compile */
    struct kith_net net;             /* set by compile */
    struct kith_lexicon lexicon;     /* set by compile */
    uint32_t scope_count; /* a .rel file is a scope, all CSV files together are one */
    uint32_t table_scope; /* of the CSV files, once there is one */
    bool has_tables;
    const struct kith_gazetteer *gazetteer; /* set by compile */
};

#endif
