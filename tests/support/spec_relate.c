/* The rules' examples: rules, a line "--", and a text; then what the text states, one
 * relation a line. The names are the same in all examples. */
#include "support/spec.h"

#include "base/file.h"
#include "relate/findings.h"
#include "support/recognize.h"
#include "support/statements.h"

static const char cast[] = "name,type\n"
                           "Anna,person\nBoris,person\nClara,person\nDavid,person\n"
                           "Ostland,country\nWestland,country\n"
                           "Pier Nine attack,event\nEastport attack,event\n"
                           "Navy,agency\nGuild,organisation\n";

/* What an example opens and must close again. */
struct example {
    struct kith_gazetteer *gazetteer;
    struct kith_rules *rules;
    struct kith_abbreviations *abbreviations;
};

static enum kith_status open_example(struct example *example, struct kith_str rules,
                                     struct kith_arena *arena, struct kith_error *err)
{
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_gazetteer_new(&example->gazetteer, err));
    KITH_TRY(kith_gazetteer_load_bytes(example->gazetteer, kith_str_of(cast), "cast.csv",
                                       &problems, err));
    KITH_TRY(kith_gazetteer_compile(example->gazetteer, &problems, err));
    KITH_TRY(kith_rules_new(&example->rules, err));
    KITH_TRY(kith_rules_load(example->rules, "gazetteers/statements.rel", err));
    KITH_TRY(kith_rules_load_bytes(example->rules, rules, "rules.rel", err));
    KITH_TRY(kith_rules_compile(example->rules, example->gazetteer, err));
    return kith_abbreviations_load(NULL, &problems, &example->abbreviations, err);
}

static enum kith_status relate(struct example *example, struct kith_str rules,
                               struct kith_str text, struct kith_arena *arena,
                               struct kith_buf *out, struct kith_error *err)
{
    const struct kith_window window = {KITH_SENTENCE, 0};
    const struct kith_article article = {.bytes = text};
    struct kith_document document;
    struct kith_mentions mentions;
    struct kith_findings findings;
    KITH_TRY(open_example(example, rules, arena, err));
    KITH_TRY(kith_document_read(&article, example->abbreviations, arena, &document, err));
    KITH_TRY(support_recognize(example->gazetteer, &document, arena, &mentions, err));
    KITH_TRY(kith_relate(example->gazetteer, example->rules, window, &document, &mentions,
                         arena, &findings, err));
    support_write_relations(example->gazetteer, example->rules, &findings, out);
    return KITH_OK;
}

/* The text is the tail of the input, so the padding stands behind it. */
static enum kith_status run_relations(struct kith_str input, struct kith_arena *arena,
                                      struct kith_buf *out, struct kith_error *err)
{
    static const char bar[] = "\n--\n";
    const char *found = strstr(input.data, bar);
    if (!found)
        return kith_fail(err, KITH_BAD_INPUT, "no line -- between rules and text");
    size_t rules_end = (size_t)(found - input.data);
    struct example example = {0};
    enum kith_status status = relate(
        &example, kith_str_slice(input, 0, rules_end),
        kith_str_slice(input, rules_end + sizeof bar - 1, input.length), arena, out, err);
    kith_gazetteer_free(example.gazetteer);
    kith_rules_free(example.rules);
    kith_abbreviations_free(example.abbreviations);
    return status;
}

const struct spec_runner spec_relate_runners[] = {{"relations", run_relations},
                                                  {NULL, NULL}};
