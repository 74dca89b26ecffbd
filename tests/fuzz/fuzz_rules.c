/* Rule files, whatever the bytes, and what their rules say of a text:
 *
 * - a file is taken, or refused with its name and a line in front of the reason;
 * - what is taken can be compiled and run over any text;
 * - relations join two different names, once a sentence, and their words lie in the text.
 *
 * The input is a rule file, read as lines and, when the first of them has a comma, as a
 * table; behind a line "---" stands a text, else one is at hand. */
#include "fuzz.h"

#include <string.h>

#include "base/file.h"
#include "relate/findings.h"
#include "support/recognize.h"

static const char names[] = "name,type,aliases\n"
                            "Anna,person,\nBoris,person,\nClara,person,\n"
                            "Ostland,country,\nNavy,agency,=NV\nGuild,organisation,\n";

static const char text_at_hand[] =
    "Navy chief Anna met Boris and Clara. Ostland's prime minister, Boris, leads the "
    "Guild (NV), known as the Navy. Anna, the head of Ostland's Navy, left.";

static struct kith_gazetteer *gazetteer;
static struct kith_abbreviations *abbreviations;

static void prepare(void)
{
    struct kith_error err;
    struct kith_problems problems;
    struct kith_arena arena;
    if (gazetteer)
        return;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    FUZZ_CHECK(kith_gazetteer_new(&gazetteer, &err) == KITH_OK);
    const char *path = fuzz_file(kith_str_of(names));
    FUZZ_CHECK(kith_gazetteer_load(gazetteer, path, &problems, &err) == KITH_OK);
    FUZZ_CHECK(kith_gazetteer_compile(gazetteer, &problems, &err) == KITH_OK);
    FUZZ_CHECK(kith_abbreviations_load(NULL, &problems, &abbreviations, &err) == KITH_OK);
    kith_arena_release(&arena);
}

static void check_rows(const struct kith_rules *rules,
                       const struct kith_findings *findings)
{
    size_t length = findings->document->text.length;
    for (uint32_t i = 0; i < findings->evidence_count; i++) {
        const struct kith_evidence *row = &findings->evidence[i];
        FUZZ_CHECK(row->source != row->target);
        FUZZ_CHECK(row->begin < row->end && row->end <= length);
        FUZZ_CHECK(row->trigger_begin <= row->trigger_end && row->trigger_end <= length);
        if (row->relation == KITH_COOCCURRENCE)
            continue;
        FUZZ_CHECK(row->relation < kith_rules_relation_count(rules));
        FUZZ_CHECK(kith_rules_rule(rules, row->rule).relation == row->relation);
        for (uint32_t k = 0; k < i; k++)
            FUZZ_CHECK(findings->evidence[k].sentence != row->sentence ||
                       findings->evidence[k].relation != row->relation ||
                       findings->evidence[k].source != row->source ||
                       findings->evidence[k].target != row->target);
    }
}

/* Run compiled rules over `text`; the arena is the article's. */
static void run(const struct kith_rules *rules, struct kith_str text,
                struct kith_arena *arena)
{
    struct kith_error err;
    struct kith_document document;
    struct kith_mentions mentions = {0};
    struct kith_findings findings;
    char *bytes = kith_arena_zeroed(arena, text.length + KITH_FILE_PADDING, 1);
    FUZZ_CHECK(bytes);
    memcpy(bytes, text.data, text.length);
    struct kith_article article = {.path = KITH_STR("x.txt"),
                                   .bytes = {bytes, text.length}};
    if (kith_document_read(&article, abbreviations, arena, &document, &err) != KITH_OK)
        return;
    FUZZ_CHECK(support_recognize(gazetteer, &document, arena, &mentions, &err) ==
               KITH_OK);
    FUZZ_CHECK(kith_relate(gazetteer, rules, (struct kith_window){KITH_SENTENCE, 0},
                           &document, &mentions, arena, &findings, &err) == KITH_OK);
    check_rows(rules, &findings);
}

static void check_rules(struct kith_str file, const char *name, struct kith_str text)
{
    struct kith_error err = {0};
    struct kith_rules *rules;
    FUZZ_CHECK(kith_rules_new(&rules, &err) == KITH_OK);
    enum kith_status status = kith_rules_load_bytes(rules, file, name, &err);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT);
    if (status == KITH_BAD_INPUT)
        FUZZ_CHECK(strncmp(err.text, name, 5) == 0 && err.text[5] == ':' &&
                   err.text[6] >= '1');
    if (status == KITH_OK) {
        struct kith_arena arena;
        kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
        FUZZ_CHECK(kith_rules_compile(rules, gazetteer, &err) == KITH_OK);
        run(rules, text, &arena);
        kith_arena_release(&arena);
    }
    kith_rules_free(rules);
}

/* Where "\n---\n" begins in `input`; its length when nowhere. */
static size_t find_divider(struct kith_str input)
{
    for (size_t i = 0; i + 5 <= input.length; i++)
        if (memcmp(input.data + i, "\n---\n", 5) == 0)
            return i;
    return input.length;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_str input = fuzz_str(data, size);
    size_t divider = find_divider(input);
    struct kith_str text = kith_str_of(text_at_hand);
    if (divider < size)
        text = kith_str_slice(input, divider + 5, size);
    prepare();
    struct kith_str file = kith_str_slice(input, 0, divider), rest = file;
    struct kith_str first = kith_str_cut(&rest, '\n');
    check_rules(file, "x.rel", text);
    if (first.length && memchr(first.data, ',', first.length))
        check_rules(file, "x.csv", text);
    return 0;
}
