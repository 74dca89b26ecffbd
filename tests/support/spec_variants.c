/* The examples of spelling variants. */
#include "support/spec.h"

#include "gazetteer/variant.h"

/* Collects the variants of one alias; with a rule, those which that rule made alone. */
struct listing {
    const struct kith_variant_rules *rules;
    struct kith_str rule;
    struct kith_buf *out;
    uint32_t count;
};

static bool is_wanted(const struct listing *listing, const struct kith_variant *variant)
{
    if (listing->rule.length == 0)
        return true;
    struct kith_variant_rule rule =
        kith_variant_rules_rule(listing->rules, variant->rules[0]);
    bool is_alone = true;
    for (uint32_t i = 1; i < variant->rule_count; i++)
        is_alone &= variant->rules[i] == variant->rules[0];
    return is_alone && kith_str_equal(rule.name, listing->rule);
}

static enum kith_status list(void *context, const struct kith_variant *variant,
                             struct kith_error *err)
{
    (void)err;
    struct listing *listing = context;
    if (variant->is_ordinary || !is_wanted(listing, variant))
        return KITH_OK;
    kith_buf_text(listing->out, listing->count++ ? " | " : "");
    kith_buf_str(listing->out, variant->text);
    return KITH_OK;
}

static bool is_type(void *context, struct kith_str type)
{
    return kith_str_equal(*(const struct kith_str *)context, type);
}

/* A line "TYPE RULE: ALIAS" gives a line of variants, none "-". */
static enum kith_status run_line(struct kith_variant_rules *rules, struct kith_str line,
                                 struct kith_buf *out, struct kith_error *err)
{
    struct kith_str head = kith_str_cut(&line, ':');
    struct kith_str type = kith_str_cut(&head, ' ');
    struct listing listing = {rules, head, out, 0};
    kith_variant_types types = kith_variant_rules_types(rules, is_type, &type);
    KITH_TRY(kith_variants_make(rules, kith_str_trim(line), types, list, &listing, err));
    kith_buf_text(out, listing.count ? "\n" : "-\n");
    return KITH_OK;
}

static enum kith_status load(struct kith_variant_rules *rules, struct kith_arena *arena,
                             struct kith_error *err)
{
    static const char *const files[] = {"gazetteers/variants.csv",
                                        "gazetteers/nicknames.csv",
                                        "gazetteers/inflections.csv"};
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        KITH_TRY(kith_variant_rules_load(rules, files[i], &problems, err));
    if (problems.count > 0)
        return kith_fail(err, KITH_BAD_INPUT, "%.*s:%llu: %.*s",
                         KITH_STR_ARGS(problems.items[0].file),
                         (unsigned long long)problems.items[0].line,
                         KITH_STR_ARGS(problems.items[0].text));
    return KITH_OK;
}

static enum kith_status run(const char *languages, struct kith_str input,
                            struct kith_arena *arena, struct kith_buf *out,
                            struct kith_error *err)
{
    struct kith_variant_rules *rules;
    KITH_TRY(kith_variant_rules_new(kith_str_of(languages), &rules, err));
    enum kith_status status = load(rules, arena, err);
    while (input.data && status == KITH_OK)
        status = run_line(rules, kith_str_cut(&input, '\n'), out, err);
    kith_variant_rules_free(rules);
    return status;
}

#define RUN(name, languages)                                                             \
    static enum kith_status name(struct kith_str input, struct kith_arena *arena,        \
                                 struct kith_buf *out, struct kith_error *err)           \
    {                                                                                    \
        return run(languages, input, arena, out, err);                                   \
    }

RUN(run_english, "en")
RUN(run_russian, "ru")
RUN(run_ukrainian, "uk")
RUN(run_polish, "pl")
RUN(run_czech, "cs")
RUN(run_german, "de")

const struct spec_runner spec_variant_runners[] = {{"variants", run_english},
                                                   {"variants-ru", run_russian},
                                                   {"variants-uk", run_ukrainian},
                                                   {"variants-pl", run_polish},
                                                   {"variants-cs", run_czech},
                                                   {"variants-de", run_german},
                                                   {NULL, NULL}};
