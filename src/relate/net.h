/* All rules as one automaton: which of them are worth running on a sentence.
 *
 * The net is a graph of nodes; a rule is every path from its root to a node that the rule
 * ends at. Rules that begin alike share their nodes, so that a sentence is read once,
 * however many rules there are: the time depends on the nodes that are reached, not on
 * the rules.
 *
 * Steps over words are exact. Steps over names are loose: of types it is only asked
 * whether the sentence has two that fit (prospect.h), and what may stand around a name is
 * taken generously. Hence the net finds every rule that matches and now and then one that
 * does not; for certain, and for what fills the holes, the rules it finds are run
 * (rule_match.h). */
#ifndef KITH_RELATE_NET_H
#define KITH_RELATE_NET_H

#include "base/map.h"
#include "relate/pattern.h"
#include "relate/prospect.h"

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

/* Signs tell at a glance that no step leads on from a node over what stands somewhere:
 * none of the symbol's is one of the node's. A symbol has a sign of its own for each of
 * the nodes that most words lead on from, the hubs, for its labels signs that they share
 * with others, one where a name stands within the reach of a description, one where a
 * verb group begins, and one that all have, for nodes that want nothing more. */
#define KITH_NET_HUBS 24
#define KITH_NET_NAME_SIGN ((uint64_t)1 << 63)
#define KITH_NET_HELP_SIGN ((uint64_t)1 << 62)
#define KITH_NET_ANY_SIGN ((uint64_t)1 << 61)

struct kith_net_node {
    uint64_t words;                /* signs of its steps over words */
    uint64_t signs;                /* of all that leads on from where it stands */
    uint64_t ahead;                /* of what leads on behind a gap */
    struct kith_prospect prospect; /* of the rules that it leads to */
    kith_id steps[KITH_NET_STEPS]; /* the nodes they lead to, or KITH_NO_ID */
    uint32_t first_end;            /* head of a chain through ends, or KITH_NO_ID */
    uint8_t names;                 /* that have to follow */
    bool leads_on;                 /* by any step */
};

/* A rule that ends at a node. */
struct kith_net_end {
    kith_id rule;
    uint32_t next; /* or KITH_NO_ID */
};

/* A step that may be taken where some word stands: over the word itself, or over the
 * entry of a list that begins with it. */
struct kith_net_entry {
    uint64_t signs;  /* of the nodes where it may be taken; 0 when there is none */
    uint64_t behind; /* of those it may lead to */
    uint32_t label;
    kith_id second;  /* class of the next word; KITH_NO_ID when there is none */
    uint32_t phrase; /* in the list of the label, when there is a second word */
    uint32_t next;   /* of those that begin with the word; 0 behind the last */
};

struct kith_net_entries {
    struct kith_net_entry *items; /* the first of each class, by class, then the others */
    uint32_t count, room;
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
    struct kith_map edges; /* node and label -> node */
    struct kith_net_entries entries;
};

/* The signs of all entries that begin with a word. */
uint64_t kith_net_signs(const struct kith_net *net, kith_id class);

/* What an edge over an entry of `list` is labelled with; over a word, with a class. */
static inline uint32_t kith_net_list_label(kith_id list)
{
    return UINT32_C(0x80000000) | list;
}

static inline bool kith_net_is_list_label(uint32_t label)
{
    return label >> 31;
}

/* The list of such a label. */
static inline kith_id kith_net_list_of(uint32_t label)
{
    return label & UINT32_C(0x7FFFFFFF);
}

/* Lay the net of all rules. Linear in their patterns and in the entries of lists. */
enum kith_status kith_net_build(struct kith_rules *rules, struct kith_error *err);
void kith_net_release(struct kith_net *net);

/* The rules that may match, ascending. */
struct kith_net_catch {
    kith_id *items;
    uint32_t count, room;
};

/* Put them in order, each once: one rule may end at several nodes. */
void kith_net_catch_tidy(struct kith_net_catch *caught);

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
