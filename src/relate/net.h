/* All rules as one automaton: which of them are worth running on a sentence.
 *
 * The net is a graph of nodes; a rule is every path from its root to a node that the rule
 * ends at. Rules that begin alike share their nodes, so that a sentence is read once,
 * however many rules there are: the time depends on the nodes that are reached, not on
 * the rules.
 *
 * Steps over words are exact. Steps over names are loose: types are not asked for, and
 * what may stand around a name is taken generously. Hence the net finds every rule that
 * matches and now and then one that does not; for certain, and for what fills the holes,
 * the rules it finds are run (rule_match.h). */
#ifndef KITH_RELATE_NET_H
#define KITH_RELATE_NET_H

#include "base/map.h"
#include "relate/pattern.h"

struct kith_rules;
struct kith_sequence;

/* Kinds of steps that are no word and no list; a node has at most one of each. */
enum kith_net_step {
    KITH_NET_NAMES, /* names, with what may stand around them */
    KITH_NET_GAP,   /* up to KITH_GAP_LIMIT words */
    KITH_NET_HELP,  /* the three kinds of enum kith_help */
    KITH_NET_STEPS = KITH_NET_HELP + 3
};

/* Where reading may begin: at a word or a name, or at a name that belongs to a
 * preposition before it, which does no deed: rules with a verb do not begin there. */
#define KITH_NET_ROOT 0
#define KITH_NET_GOVERNED_ROOT 1

/* Signs tell at a glance that no step leads on from a node over a word: none of the
 * word's is one of the node's. A word has a sign of its own for each of the nodes that
 * most words lead on from, the hubs, and for its labels signs that they share with
 * others. */
#define KITH_NET_HUBS 24

struct kith_net_node {
    uint64_t signs;
    kith_id steps[KITH_NET_STEPS]; /* the nodes they lead to, or KITH_NO_ID */
    uint32_t first_end;            /* head of a chain through ends, or KITH_NO_ID */
    uint8_t names;                 /* that have to follow */
    bool leads_on;                 /* by any step */
    bool is_sure;                  /* no glance at the next word or name turns it away */
};

/* A rule that ends at a node. */
struct kith_net_end {
    kith_id rule;
    uint32_t next; /* or KITH_NO_ID */
};

/* A step that may be taken where some word stands: over the word itself, or over the
 * entry of a list that begins with it. */
struct kith_net_entry {
    uint64_t signs;
    uint32_t label;
    uint32_t length;                  /* symbols */
    const struct kith_phrase *phrase; /* NULL for the word itself */
};

/* What the net knows of a word. */
struct kith_net_word {
    uint64_t signs;       /* of all its entries */
    uint32_t first_entry; /* in entries; they end where the next class's begin */
};

struct kith_net {
    struct {
        struct kith_net_node *items; /* the roots first */
        uint32_t count, room;
    } nodes;
    struct {
        struct kith_net_end *items;
        uint32_t count, room;
    } ends;
    struct kith_map edges;       /* node and label -> node */
    struct kith_net_word *words; /* by class, and one behind the last */
    struct kith_net_entry *entries;
};

/* Lay the net of all rules. Linear in their patterns and in the entries of lists. */
enum kith_status kith_net_build(struct kith_rules *rules, struct kith_error *err);
void kith_net_release(struct kith_net *net);

/* The rules that may match, ascending. */
struct kith_net_catch {
    kith_id *items;
    uint32_t count, room;
};

/* Memory that is reused from sentence to sentence; in the arena. */
struct kith_net_reader;
enum kith_status kith_net_reader_new(const struct kith_rules *rules,
                                     struct kith_arena *arena,
                                     struct kith_net_reader **reader,
                                     struct kith_error *err);

/* Read one sentence. Linear in its symbols. */
enum kith_status kith_net_read(struct kith_net_reader *reader,
                               const struct kith_sequence *sequence,
                               struct kith_net_catch *caught, struct kith_error *err);

#endif
