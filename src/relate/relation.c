/* Typed relations: sentence by sentence, the rules that the net finds there. */
#include "relate/relation.h"

#include <stdlib.h>
#include <string.h>

#include "relate/evidence.h"
#include "relate/net.h"
#include "relate/rule_match.h"
#include "relate/statement.h"

/* One thing a rule says. */
struct claim {
    struct kith_evidence row;
    uint32_t begin, end; /* symbols of the match */
};

struct claims {
    struct claim *items;
    uint32_t count, room;
};

struct finder {
    const struct kith_rules *rules;
    struct kith_arena *arena;
    struct kith_findings *findings;
    struct kith_referents referents;
    struct kith_sequence sequence;
    struct kith_stage stage; /* the sequence's */
    struct kith_speech *speech;
    struct kith_tried tried;
    struct kith_rule_matches matches; /* of one rule in one sentence */
    struct claims claims;             /* of one sentence */
    struct kith_net_reader *net;
    struct kith_net_catch caught; /* rules worth running on one sentence */
};

/* The words of the rule that were found, in bytes. */
static void set_trigger(const struct finder *f, const struct kith_rule_match *match,
                        struct kith_evidence *row)
{
    if (match->word_begin == match->word_end)
        return;
    row->trigger_begin = f->sequence.items[match->word_begin].begin;
    row->trigger_end = f->sequence.items[match->word_end - 1].end;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Where the two stand in the sentence, and not what "he" stands for. */
static void set_place(const struct finder *f, uint32_t source, uint32_t target,
                      struct kith_evidence *row)
{
    const struct kith_symbol *from = &f->sequence.items[source];
    const struct kith_symbol *to = &f->sequence.items[target];
    row->sentence = f->stage.sentence;
    row->begin = least(from->begin, to->begin);
    row->end = from->begin < to->begin ? to->end : from->end;
}

/* Note that `source` (a symbol) is to `target` what `rule` says. An entity is nothing to
 * itself. */
static enum kith_status add_claim(struct finder *f, kith_id rule,
                                  const struct kith_rule_match *match,
                                  struct kith_statement statement, uint32_t source,
                                  uint32_t target, struct kith_error *err)
{
    const struct kith_mentions *mentions = &f->findings->mentions;
    kith_id relation = f->rules->entries.items[rule].rule.relation;
    uint32_t from = f->sequence.items[source].mention;
    uint32_t to = f->sequence.items[target].mention;
    kith_id from_entity = mentions->items[from].entity;
    kith_id to_entity = mentions->items[to].entity;
    if (from_entity == to_entity)
        return KITH_OK;
    bool is_turned =
        f->rules->relations.items[relation].is_symmetric && from_entity > to_entity;
    struct claim claim = {.begin = match->begin, .end = match->end};
    claim.row =
        kith_evidence_between(mentions, is_turned ? to : from, is_turned ? from : to);
    claim.row.relation = relation;
    claim.row.rule = rule;
    claim.row.statement = statement;
    set_place(f, source, target, &claim.row);
    set_trigger(f, match, &claim.row);
    if (!KITH_ARENA_PUSHABLE(f->arena, &f->claims))
        return kith_no_memory(err);
    f->claims.items[f->claims.count++] = claim;
    return KITH_OK;
}

/* Two lists of one length, in a relation of one A, are read in order: "the presidents of
 * Russia and Tajikistan, Putin and Rahmon". */
static bool is_in_order(const struct finder *f, kith_id rule,
                        const struct kith_rule_match *match)
{
    const struct kith_signature *signature =
        &f->rules->signatures.items[f->rules->entries.items[rule].signature];
    return signature->sides[0].is_one && match->holes[0].count > 1 &&
           match->holes[0].count == match->holes[1].count;
}

/* A match says its relation of every A and every B. */
static enum kith_status add_claims(struct finder *f, kith_id rule,
                                   const struct kith_rule_match *match,
                                   struct kith_error *err)
{
    bool in_order = is_in_order(f, rule, match);
    struct kith_statement statement;
    KITH_TRY(kith_statement_read(f->rules, rule, &f->stage, match,
                                 f->findings->document->text, f->speech, &statement,
                                 err));
    for (uint32_t i = 0; i < match->holes[0].count; i++)
        for (uint32_t k = 0; k < match->holes[1].count; k++)
            if (!in_order || i == k)
                KITH_TRY(add_claim(f, rule, match, statement, match->holes[0].members[i],
                                   match->holes[1].members[k], err));
    return KITH_OK;
}

/* "en-GB" is "en". */
static struct kith_str language_of(struct kith_str tag)
{
    struct kith_str rest = tag;
    return kith_str_cut(&rest, '-');
}

/* Rules of another language than the article's pass it by. */
static bool speaks(const struct finder *f, kith_id rule)
{
    struct kith_str its = f->rules->entries.items[rule].language;
    struct kith_str article = f->findings->document->article->language;
    return !its.length || !article.length ||
           kith_str_equal_caseless(language_of(its), language_of(article));
}

static enum kith_status run_rule(struct finder *f, kith_id rule, struct kith_error *err)
{
    f->matches.count = 0;
    KITH_TRY(kith_rule_match(f->rules, rule, &f->sequence, &f->tried, f->arena,
                             &f->matches, err));
    for (uint32_t i = 0; i < f->matches.count; i++)
        KITH_TRY(add_claims(f, rule, &f->matches.items[i], err));
    return KITH_OK;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_triples(const struct kith_evidence *a, const struct kith_evidence *b)
{
    int order = compare_numbers(a->source, b->source);
    if (order == 0)
        order = compare_numbers(a->relation, b->relation);
    return order ? order : compare_numbers(a->target, b->target);
}

/* By triple; of one triple the best claim first. */
static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left, *b = right;
    int order = compare_triples(&a->row, &b->row);
    if (order == 0)
        order = compare_numbers(a->begin, b->begin);
    if (order == 0)
        order = compare_numbers(b->end, a->end);
    if (order == 0)
        order = compare_numbers(a->row.rule, b->row.rule);
    if (order == 0)
        order = compare_numbers(a->row.source_mention, b->row.source_mention);
    return order ? order : compare_numbers(a->row.target_mention, b->row.target_mention);
}

/* Keep the best claim of each triple as a row of evidence. */
static enum kith_status keep_best(struct finder *f, struct kith_error *err)
{
    if (f->claims.count)
        qsort(f->claims.items, f->claims.count, sizeof *f->claims.items, compare_claims);
    for (uint32_t i = 0; i < f->claims.count; i++) {
        const struct kith_evidence *row = &f->claims.items[i].row;
        if (i == 0 || compare_triples(&f->claims.items[i - 1].row, row) != 0)
            KITH_TRY(kith_evidence_push(f->findings, f->arena, *row, err));
    }
    return KITH_OK;
}

/* Nobody is anything to himself. */
static bool names_several(const struct kith_mentions *mentions, uint32_t first,
                          uint32_t end)
{
    uint32_t m = first + 1;
    while (m < end && mentions->items[m].entity == mentions->items[first].entity)
        m++;
    return m < end;
}

/* Find the relations of one sentence, whose mentions are [first, end). */
static enum kith_status find_in_sentence(struct finder *f, uint32_t sentence,
                                         uint32_t first, uint32_t end,
                                         struct kith_error *err)
{
    /* Most sentences name nobody or one; they cost nothing. */
    if (!names_several(&f->findings->mentions, first, end) &&
        !kith_referents_stand_in(&f->referents, sentence, first))
        return KITH_OK;
    f->claims.count = 0;
    KITH_TRY(kith_sequence_read(&f->referents, sentence, first, end, f->arena,
                                &f->sequence, err));
    f->stage = (struct kith_stage){&f->sequence, sentence, first};
    KITH_TRY(kith_net_read(f->net, &f->sequence, &f->caught, err));
    for (uint32_t i = 0; i < f->caught.count; i++)
        if (speaks(f, f->caught.items[i]))
            KITH_TRY(run_rule(f, f->caught.items[i], err));
    return keep_best(f, err);
}

enum kith_status kith_relation_find(const struct kith_rules *rules,
                                    struct kith_arena *arena,
                                    struct kith_findings *findings,
                                    struct kith_error *err)
{
    const struct kith_mentions *mentions = &findings->mentions;
    struct finder f = {.rules = rules, .arena = arena, .findings = findings};
    uint32_t first_row = findings->evidence_count;
    KITH_TRY(kith_net_reader_new(rules, arena, &f.net, err));
    kith_referents_read(rules, findings->document, mentions, &f.referents);
    KITH_TRY(kith_speech_new(&f.referents, findings, arena, &f.speech, err));
    for (uint32_t first = 0, end; first < mentions->count; first = end) {
        uint32_t sentence = mentions->items[first].sentence;
        for (end = first + 1; end < mentions->count; end++)
            if (mentions->items[end].sentence != sentence)
                break;
        KITH_TRY(find_in_sentence(&f, sentence, first, end, err));
    }
    kith_evidence_sort(findings, first_row);
    return KITH_OK;
}
