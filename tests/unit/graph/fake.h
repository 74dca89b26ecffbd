/* Articles by hand: findings without files, gazetteers or rules.
 *
 * An article is written as one line. A capital is a mention of that entity (A is 0, B is
 * 1 ...), a small letter is any other word, '.' ends a sentence and '/' a paragraph:
 *
 *     "A x B. C/ A"    two paragraphs, three sentences, four mentions, five words
 *
 * Two entities in one unit of the chosen scope give one row of evidence, between the
 * first mention of each. */
#ifndef KITH_TESTS_GRAPH_FAKE_H
#define KITH_TESTS_GRAPH_FAKE_H

#include "graph/ledger.h"
#include "support/check.h"
#include "text/document.h"

#define FAKE_ENTITIES 26
#define FAKE_PAIRS 4096

struct fake {
    struct kith_arena arena;
    struct kith_document document;
    struct kith_findings findings;
};

static inline void fake_free(struct fake *fake)
{
    kith_arena_release(&fake->arena);
}

static inline void fake_mention(struct fake *fake, kith_id entity)
{
    struct kith_mentions *list = &fake->findings.mentions;
    assert_true(KITH_ARENA_PUSHABLE(&fake->arena, list));
    list->items[list->count++] = (struct kith_mention){
        .entity = entity,
        .first_token = fake->document.tokens.count,
        .end_token = fake->document.tokens.count + 1,
        .sentence = fake->document.sentences.count - 1,
    };
}

static inline void fake_sentence(struct fake *fake)
{
    struct kith_sentences *list = &fake->document.sentences;
    assert_true(KITH_ARENA_PUSHABLE(&fake->arena, list));
    list->items[list->count++] =
        (struct kith_sentence){.paragraph = fake->document.paragraph_count - 1};
}

/* One more row of evidence behind those there are. */
static inline void fake_evidence(struct fake *fake, struct kith_evidence row)
{
    struct kith_findings *findings = &fake->findings;
    struct {
        struct kith_evidence *items;
        uint32_t count, room;
    } list = {findings->evidence, findings->evidence_count, findings->evidence_room};
    assert_true(KITH_ARENA_PUSHABLE(&fake->arena, &list));
    list.items[list.count++] = row;
    findings->evidence = list.items;
    findings->evidence_count = list.count;
    findings->evidence_room = list.room;
}

/* The pair of two entities in a sentence, of all within sentences. */
static inline struct kith_pair *fake_pair(struct fake *fake, kith_id a, kith_id b,
                                          uint32_t sentence)
{
    struct kith_findings *findings = &fake->findings;
    for (uint32_t i = 0; i < findings->pair_count; i++)
        if (findings->pairs[i].a == a && findings->pairs[i].b == b &&
            findings->pairs[i].last == sentence)
            return &findings->pairs[i];
    if (!findings->pairs)
        findings->pairs = KITH_ARRAY(&fake->arena, struct kith_pair, FAKE_PAIRS);
    assert_non_null(findings->pairs);
    assert_true(findings->pair_count < FAKE_PAIRS);
    struct kith_pair *pair = &findings->pairs[findings->pair_count++];
    *pair = (struct kith_pair){.a = a, .b = b, .first = sentence, .last = sentence};
    return pair;
}

/* The unit that a mention stands in. */
static inline uint32_t fake_unit(const struct fake *fake, enum kith_scope scope,
                                 const struct kith_mention *mention)
{
    if (scope == KITH_ARTICLE)
        return 0;
    return scope == KITH_SENTENCE
               ? mention->sentence
               : fake->document.sentences.items[mention->sentence].paragraph;
}

/* True when a mention before `at` is of the same entity in the same unit. */
static inline bool fake_is_repeated(const struct fake *fake, enum kith_scope scope,
                                    uint32_t at)
{
    const struct kith_mention *items = fake->findings.mentions.items;
    for (uint32_t i = 0; i < at; i++)
        if (items[i].entity == items[at].entity &&
            fake_unit(fake, scope, &items[i]) == fake_unit(fake, scope, &items[at]))
            return true;
    return false;
}

/* Call for every two entities in one unit of `scope`: a row of evidence when `is_row`,
 * else a count in the pair's sentences. */
static inline void fake_meet(struct fake *fake, enum kith_scope scope, bool is_row)
{
    const struct kith_mention *items = fake->findings.mentions.items;
    for (uint32_t i = 0; i < fake->findings.mentions.count; i++)
        for (uint32_t j = i + 1; j < fake->findings.mentions.count; j++) {
            const struct kith_mention *one = &items[i], *two = &items[j];
            if (one->entity == two->entity ||
                fake_unit(fake, scope, one) != fake_unit(fake, scope, two) ||
                fake_is_repeated(fake, scope, i) || fake_is_repeated(fake, scope, j))
                continue;
            bool in_order = one->entity < two->entity;
            kith_id a = in_order ? one->entity : two->entity;
            kith_id b = in_order ? two->entity : one->entity;
            if (is_row)
                fake_evidence(fake, (struct kith_evidence){.source = a,
                                                           .target = b,
                                                           .relation = KITH_COOCCURRENCE,
                                                           .rule = KITH_NO_ID,
                                                           .gap = two->first_token -
                                                                  one->end_token});
            else
                (void)fake_pair(fake, a, b, two->sentence);
        }
}

static inline void fake_article(struct fake *fake, enum kith_scope scope,
                                const char *text)
{
    *fake = (struct fake){0};
    kith_arena_init(&fake->arena, KITH_ARENA_UNCAPPED);
    fake->findings.document = &fake->document;
    fake->document.text = kith_str_of(text);
    bool ends_paragraph = true, ends_sentence = true;
    for (; *text; text++) {
        if (*text == '.' || *text == '/') {
            ends_sentence = true;
            ends_paragraph = *text == '/';
        } else if (*text != ' ') {
            fake->document.paragraph_count += ends_paragraph;
            if (ends_sentence)
                fake_sentence(fake);
            ends_sentence = ends_paragraph = false;
            if (*text >= 'A' && *text <= 'Z')
                fake_mention(fake, (kith_id)(*text - 'A'));
            fake->document.tokens.count++;
        }
    }
    if (scope != KITH_TOKENS)
        fake_meet(fake, scope, true);
    fake_meet(fake, KITH_SENTENCE, false);
}

/* An edge by hand: one row of evidence for each unit of weight. A weight of 0 is a
 * directed relation from a to b instead. */
struct fake_line {
    kith_id a, b;
    uint32_t weight;
};

/* A closed ledger of `node_count` entities with one mention each, in one sentence, and
 * these edges. Node i of its network is entity i. */
static inline struct kith_ledger *
fake_ledger(uint32_t node_count, const struct fake_line *lines, uint32_t line_count)
{
    struct kith_error err = {0};
    struct kith_ledger *ledger = NULL;
    assert_ok(kith_ledger_new(NULL, NULL, (struct kith_window){.scope = KITH_ARTICLE},
                              &ledger, &err),
              &err);
    struct fake fake;
    fake_article(&fake, KITH_ARTICLE, "x");
    for (uint32_t i = 0; i < node_count; i++)
        fake_mention(&fake, i);
    for (uint32_t i = 0; i < line_count; i++)
        for (uint32_t k = 0; k < (lines[i].weight ? lines[i].weight : 1); k++)
            fake_evidence(&fake, (struct kith_evidence){
                                     .source = lines[i].a,
                                     .target = lines[i].b,
                                     .relation = lines[i].weight ? KITH_COOCCURRENCE : 0,
                                     .rule = KITH_NO_ID});
    assert_ok(kith_ledger_add(ledger, &fake.findings, &err), &err);
    fake_free(&fake);
    assert_ok(kith_ledger_close(ledger, &err), &err);
    return ledger;
}

/* Add what was made and throw it away. */
static inline void fake_add(struct fake *fake, struct kith_ledger *ledger)
{
    struct kith_error err = {0};
    assert_ok(kith_ledger_add(ledger, &fake->findings, &err), &err);
    fake_free(fake);
}

#endif
