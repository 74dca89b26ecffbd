/* What articles are read with, compared with what they were read with. */
#include <stdarg.h>
#include <stdio.h>

#include "batch/basis.h"
#include "batch/growth_part.h"

/* Put `value` under `name`; *was_alike tells whether it was there already, *before what
 * was. */
static enum kith_status replace(struct kith_growth *growth, const char *name,
                                const struct kith_buf *value, struct kith_buf *before,
                                bool *was_alike, struct kith_error *err)
{
    KITH_TRY(kith_buf_check(value, err));
    KITH_TRY(kith_store_get(growth->store, name, before, NULL, err));
    *was_alike = kith_str_equal(kith_buf_view(before), kith_buf_view(value));
    return *was_alike ? KITH_OK
                      : kith_store_set(growth->store, name, kith_buf_view(value), err);
}

enum kith_status kith_growth_say_why(struct kith_growth *growth, struct kith_error *err,
                                     const char *format, ...)
{
    char sentence[512] = "";
    va_list arguments;
    if (growth->why_read)
        snprintf(sentence, sizeof sentence, "%s; ", growth->why_read);
    const size_t length = strlen(sentence);
    va_start(arguments, format);
    vsnprintf(sentence + length, sizeof sentence - length, format, arguments);
    va_end(arguments);
    growth->why_read = kith_arena_copy(growth->arena, sentence, strlen(sentence));
    return growth->why_read ? KITH_OK : kith_no_memory(err);
}

/* What is compared, part by part. */
struct comparing {
    struct kith_growth *growth;
    const struct kith_setup *setup;
    struct kith_buf value, before;
    bool is_first; /* there is nothing to compare with */
};

static enum kith_status compare_options(struct comparing *comparing,
                                        struct kith_error *err)
{
    struct kith_growth *growth = comparing->growth;
    bool was_alike;
    kith_basis_write_options(growth->options, &comparing->value);
    KITH_TRY(replace(growth, "options", &comparing->value, &comparing->before, &was_alike,
                     err));
    comparing->is_first = comparing->before.length == 0;
    if (!was_alike && !comparing->is_first) {
        growth->reads_all = true;
        growth->why_read = "options that change what is found are not as they were";
    }
    return KITH_OK;
}

static enum kith_status compare_lists(struct comparing *comparing, struct kith_error *err)
{
    struct kith_growth *growth = comparing->growth;
    const bool is_told = comparing->is_first || growth->reads_all;
    bool was_alike;
    kith_buf_reset(&comparing->value);
    KITH_TRY(kith_basis_write_lists(comparing->setup, growth->options, &comparing->value,
                                    err));
    KITH_TRY(
        replace(growth, "lists", &comparing->value, &comparing->before, &was_alike, err));
    if (was_alike)
        return KITH_OK;
    growth->reads_all = true;
    if (is_told)
        return KITH_OK;
    struct kith_str path = kith_basis_difference(kith_buf_view(&comparing->before),
                                                 kith_buf_view(&comparing->value));
    return kith_growth_say_why(growth, err,
                               "%.*s, with which every article is read, has changed",
                               KITH_STR_ARGS(path));
}

/* Numbers are kept whatever has become of them: records of this run have them. */
static enum kith_status compare_rules(struct comparing *comparing, struct kith_error *err)
{
    struct kith_growth *growth = comparing->growth;
    struct kith_numbers *numbers = &growth->recall.numbering.rule_numbers;
    const struct kith_rules *rules = comparing->setup->rules;
    bool was_alike;
    kith_buf_reset(&comparing->value);
    kith_basis_write_rules(rules, &comparing->value);
    KITH_TRY(
        replace(growth, "rules", &comparing->value, &comparing->before, &was_alike, err));
    if (was_alike && !growth->reads_all)
        return kith_growth_take_numbers(growth, numbers, "rule numbers", err);
    if (!comparing->is_first && !growth->reads_all)
        KITH_TRY(kith_growth_compare_rules(growth, kith_buf_view(&comparing->before),
                                           rules, err));
    return kith_growth_keep_numbers(growth, numbers, "rule numbers", err);
}

static enum kith_status compare_names(struct comparing *comparing, struct kith_error *err)
{
    struct kith_growth *growth = comparing->growth;
    struct kith_numbers *numbers = &growth->recall.numbering.entities;
    uint64_t hash = kith_gazetteer_hash(comparing->setup->gazetteer);
    bool was_alike;
    kith_buf_reset(&comparing->value);
    kith_buf_append(&comparing->value, (const char *)&hash, sizeof hash);
    KITH_TRY(
        replace(growth, "names", &comparing->value, &comparing->before, &was_alike, err));
    if (was_alike && !growth->reads_all)
        return kith_growth_take_numbers(growth, numbers, "entities", err);
    if (comparing->before.length && !growth->reads_all)
        KITH_TRY(kith_growth_compare_names(growth, comparing->setup->gazetteer, err));
    KITH_TRY(kith_growth_keep_names(growth, comparing->setup, err));
    return kith_growth_keep_numbers(growth, numbers, "entities", err);
}

static enum kith_status compare(struct comparing *comparing, struct kith_error *err)
{
    struct kith_growth *growth = comparing->growth;
    /* Where another recognizer's mentions are given, each run asks which are used. */
    growth->reads_all = growth->options->recognize.mentions;
    if (growth->reads_all)
        growth->why_read = "mentions of another recognizer are placed anew each time";
    KITH_TRY(compare_options(comparing, err));
    KITH_TRY(compare_lists(comparing, err));
    KITH_TRY(compare_rules(comparing, err));
    return compare_names(comparing, err);
}

/* For people who ask what a store is good for. */
static enum kith_status tell_made_with(struct kith_growth *growth,
                                       const struct kith_setup *setup,
                                       struct kith_error *err)
{
    struct kith_buf text = {0};
    kith_buf_format(&text, "kith %s\ngazetteers:", kith_version());
    for (size_t i = 0; i < setup->gazetteer_count; i++)
        kith_buf_format(&text, " %s", setup->gazetteer_paths[i]);
    kith_buf_text(&text, "\nrules:");
    for (size_t i = 0; setup->rules && i < setup->rule_count; i++)
        kith_buf_format(&text, " %s", setup->rule_paths[i]);
    kith_buf_text(&text, setup->rules ? "\n" : " none\n");
    enum kith_status status = kith_buf_check(&text, err);
    if (status == KITH_OK)
        status = kith_store_set(growth->store, "made with", kith_buf_view(&text), err);
    kith_buf_release(&text);
    return status;
}

/* Forgetting and the new basis are one step: whatever becomes of the run, each record
 * that is there is good. */
enum kith_status kith_growth_settle(struct kith_growth *growth,
                                    const struct kith_setup *setup,
                                    const struct kith_problems *problems,
                                    struct kith_error *err)
{
    struct comparing comparing = {.growth = growth, .setup = setup};
    uint64_t is_unfinished;
    KITH_TRY(kith_numbering_init(&growth->recall.numbering, setup->gazetteer,
                                 setup->rules, err));
    KITH_TRY(kith_growth_get(growth, "unfinished", &is_unfinished, err));
    enum kith_status status = compare(&comparing, err);
    kith_buf_release(&comparing.value);
    kith_buf_release(&comparing.before);
    KITH_TRY(status);
    if (growth->reads_all)
        KITH_TRY(kith_store_forget(growth->store, NULL, NULL, err));
    growth->is_unfinished = is_unfinished;
    KITH_TRY(kith_growth_keep_told(growth, setup, problems, err));
    KITH_TRY(tell_made_with(growth, setup, err));
    KITH_TRY(kith_growth_set(growth, "unfinished", 1, err));
    KITH_TRY(kith_growth_set(growth, "digest", 0, err));
    return kith_store_commit(growth->store, err);
}
