/* The net finds every rule that matches: it is held against running them all. */
#include "pipeline.h"

#include "input/reader.h"
#include "relate/net.h"
#include "relate/rule_match.h"

/* What one sentence is read with. */
struct trial {
    struct pipeline *p;
    struct kith_net_reader *net;
    struct kith_sequence sequence;
    struct kith_net_catch caught;
    struct kith_tried tried;
    struct kith_rule_matches matches;
    uint32_t matching, missed, caught_in_all; /* rules, over all sentences */
};

static bool is_caught(const struct trial *t, kith_id rule)
{
    for (uint32_t i = 0; i < t->caught.count; i++)
        if (t->caught.items[i] == rule)
            return true;
    return false;
}

static void try_sentence(struct trial *t, uint32_t sentence, uint32_t first, uint32_t end)
{
    struct pipeline *p = t->p;
    struct kith_referents referents;
    struct kith_error err = {0};
    kith_referents_read(p->rules, &p->document, &p->mentions, &referents);
    assert_ok(kith_sequence_read(&referents, sentence, first, end, &p->arena,
                                 &t->sequence, &err),
              &err);
    assert_ok(kith_net_read(t->net, &t->sequence, &t->caught, &err), &err);
    t->caught_in_all += t->caught.count;
    for (kith_id rule = 0; rule < kith_rules_count(p->rules); rule++) {
        t->matches.count = 0;
        assert_ok(kith_rule_match(p->rules, rule, &t->sequence, &t->tried, &p->arena,
                                  &t->matches, &err),
                  &err);
        t->matching += t->matches.count > 0;
        t->missed += t->matches.count > 0 && !is_caught(t, rule);
    }
}

/* Sentence by sentence through `text`. */
static void try_text(struct trial *t, struct kith_str text)
{
    struct pipeline *p = t->p;
    struct kith_error err = {0};
    pipeline_run(p, text);
    t->sequence = (struct kith_sequence){0};
    t->caught = (struct kith_net_catch){0};
    t->tried = (struct kith_tried){0};
    t->matches = (struct kith_rule_matches){0};
    assert_ok(kith_net_reader_new(p->rules, &p->arena, &t->net, &err), &err);
    for (uint32_t first = 0, end; first < p->mentions.count; first = end) {
        uint32_t sentence = p->mentions.items[first].sentence;
        for (end = first + 1; end < p->mentions.count; end++)
            if (p->mentions.items[end].sentence != sentence)
                break;
        try_sentence(t, sentence, first, end);
    }
}

#define NAMES                                                                            \
    "name,type\nAnna,person\nBoris,person\nOstland,country\nWestland,country\n"          \
    "Navy,agency\nGuild,organisation\nMombasa,city\n"

/* Words and names in any order: sentences that nobody would say, but that end where
 * names, brackets, insertions and verb groups end. */
static void make_sentence(uint32_t *seed, char *out, size_t room)
{
    static const char *const parts[] = {
        "Anna",    "Boris",    "Ostland", "Westland", "Navy",    "Guild",  "Mombasa",
        "'s",      ",",        ",",       "and",      "of",      "the",    "chief",
        "head",    "attacked", "was",     "by",       "banned",  "who",    "(",
        ")",       "on",       "Friday",  "has",      "denied",  "backed", "-",
        "attack",  "attacks",  "will",    "Mr",       "quickly", "is",     "raids",
        "harbour", "army",     "May",     "in",       "that",    "it",     "attacking",
        "4",       "his",      "talks",   "with"};
    size_t used = 0, count = 4 + *seed % 17;
    for (size_t i = 0; i < count && used + 12 < room; i++) {
        *seed = *seed * 1664525 + 1013904223;
        const char *part = parts[(*seed >> 8) % (sizeof parts / sizeof *parts)];
        bool touches = part[0] == '\'' || part[0] == ',' || part[0] == '-';
        used += (size_t)snprintf(out + used, room - used, "%s%s",
                                 i == 0 || touches ? "" : " ", part);
    }
    snprintf(out + used, room - used, ".");
}

static void finds_every_rule_that_matches(void **state)
{
    (void)state;
    static const char rules[] = "list except = former\nlist titles = Mr\n"
                                "list forces = army\n"
                                "list chief = chief, head\n"
                                "relation leads: one person -> any\n"
                                "    B <chief> A\n"
                                "    B 's <chief> ,? A\n"
                                "    A ,? (the)? <chief> of B\n"
                                "    <chief> of B ,? A\n"
                                "    A (is|was) ... <chief> of B\n"
                                "relation attacks: any -> any\n"
                                "    A {attack/attack on/raid on|back} B\n"
                                "    A {raid} ... harbour of B\n"
                                "    A ... (his|its) harbour B\n"
                                "    A ... {raid} ... with B\n"
                                "    talks (of|with) A ,? ... B\n"
                                "relation based in: organisation -> city\n"
                                "    A in B\n"
                                "    A (who? was)? , B\n";
    struct pipeline p;
    struct trial t = {.p = &p};
    char text[512];
    uint32_t seed = 1;
    pipeline_open(&p, NAMES);
    pipeline_load(&p, rules);
    pipeline_compile(&p);
    for (int i = 0; i < 20000; i++) {
        make_sentence(&seed, text, sizeof text);
        try_text(&t, kith_str_of(text));
        if (t.missed)
            print_error("%s\n", text);
        assert_int_equal(t.missed, 0);
    }
    pipeline_close(&p);
    assert_true(t.matching > 500);
    /* Few are run in vain; names are read loosely, words exactly. */
    assert_true(t.caught_in_all < t.matching * 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_every_rule_that_matches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
