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

#include "base/hash.h"
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

struct kith_net_node {
    kith_id steps[KITH_NET_STEPS]; /* the nodes they lead to, or KITH_NO_ID */
    uint32_t first_end;            /* head of a chain through ends, or KITH_NO_ID */
    bool has_words, has_lists;     /* steps over them lead on from here */
};

/* A rule that ends at a node. */
struct kith_net_end {
    kith_id rule;
    uint32_t next; /* or KITH_NO_ID */
};

/* What the net knows of a word: in one place, since each look may be far away. */
struct kith_net_word {
    kith_id label;        /* one for it, its singular and its plural */
    uint32_t first_entry; /* in entries; they end where the next class's begin */
    bool begins;          /* some rule may begin with it */
};

/* A list that has an entry beginning with some word. */
struct kith_net_entry {
    kith_id list;
    uint32_t phrase;
};

struct kith_net {
    struct {
        struct kith_net_node *items; /* 0 is the root */
        uint32_t count, room;
    } nodes;
    struct {
        struct kith_net_end *items;
        uint32_t count, room;
    } ends;
    struct kith_map edges; /* node and label -> node */
    struct {
        uint64_t *words; /* a bit, by hash, for each edge: most look-ups end here */
        unsigned shift;
    } signs;
    struct kith_net_word *words; /* by class, and one behind the last */
    struct kith_net_entry *entries;
};

/* What an edge over an entry of `list` is labelled with; over a word, with its class. */
static inline uint32_t kith_net_list_label(kith_id list)
{
    return UINT32_C(0x80000000) | list;
}

static inline bool kith_net_may_lead_on(const struct kith_net *net, uint64_t edge)
{
    uint64_t hash = kith_hash_u64(edge);
    return net->signs.words[hash >> net->signs.shift] >> (hash & 63) & 1;
}

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
