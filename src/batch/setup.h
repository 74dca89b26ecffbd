/* What every article is read with: gazetteer, recognizer, rules, abbreviations. Loaded
 * once, constant afterwards, shared by all threads. */
#ifndef KITH_BATCH_SETUP_H
#define KITH_BATCH_SETUP_H

#include "base/problem.h"
#include "batch/kept_names.h"
#include "recognize/given.h"
#include "recognize/rejection.h"
#include "relate/findings.h"

struct kith_setup {
    struct kith_arena arena; /* the paths below */
    const char **gazetteer_paths;
    size_t gazetteer_count;
    bool has_image;       /* the gazetteer is an image, and so complete */
    const char **sources; /* where their rows come from: an image's sources for it */
    size_t source_count;
    const char **rule_paths;
    size_t rule_count;
    struct {
        const char **items;
        uint32_t count, room;
    } lists; /* what else was read: types, stop lists, titles, abbreviations */
    struct kith_gazetteer *gazetteer;
    struct {
        uint32_t first, end; /* of the problems: what loading and compiling it told */
    } told;
    struct kith_name_words *words;
    struct kith_recognizer *recognizer;
    struct kith_corrections corrections;
    struct kith_rejections *rejections; /* NULL: there are none */
    struct kith_given *given;           /* NULL: no mentions are given */
    bool only_given;
    struct kith_problems refused; /* spellings that rules made and that would have meant
                                     somebody else, or any word: for who looks after the
                                     gazetteers, not for who uses them */
    struct kith_rules *rules;     /* NULL when relations are not wanted */
    struct kith_abbreviations *abbreviations;
};

/* What a setup is made of; {0} is the shipped folder. */
struct kith_setup_wish {
    const char *const *gazetteers; /* none: the shipped folder */
    size_t gazetteer_count;
    const char *const *rules; /* none: relations.rel of a gazetteer folder, else the
                                 shipped one */
    size_t rule_count;
    bool without_rules;
    const struct kith_recognize_options *recognize; /* NULL: the defaults */
    const struct kith_kept_names
        *kept;                /* what the gazetteers came to, when it is known;
                                 must outlive the setup. NULL: they are loaded */
    unsigned jobs;            /* threads to load with; 0: one a core */
    const volatile int *stop; /* may be NULL; non-zero ends loading, KITH_INTERRUPTED */
};

/* Load what `wish` names. Abbreviations come from abbreviations.csv of a gazetteer
 * folder, else the shipped one, else the built-in few; so do the words of names, from
 * name_words.csv. The tree of types is the shipped types.csv, with that of each gazetteer
 * folder added; the stop list is the stop.csv of each. An image's folders are those it
 * was compiled from. Rows that could not be used are added to `problems`. Release also
 * after a failure. */
enum kith_status kith_setup_load(struct kith_setup *setup,
                                 const struct kith_setup_wish *wish,
                                 struct kith_problems *problems, struct kith_error *err);

/* A setup whose names are those of `rows`, a gazetteer's table, alone, and which has no
 * rules. Release also after a failure. */
enum kith_status kith_setup_load_names(struct kith_setup *setup, struct kith_str rows,
                                       struct kith_problems *problems,
                                       struct kith_error *err);

/* Read the rule files at `paths`, behind the lists that hold for all rules. They are the
 * caller's, also after a failure, and not yet compiled; setup->rules is left alone. */
enum kith_status kith_setup_read_rules(struct kith_setup *setup, const char *const *paths,
                                       size_t count, struct kith_rules **rules,
                                       struct kith_error *err);

/* Find the mentions of an article, as the options and the corrections want it. Each
 * decision is told to `trace`; NULL: to nobody. */
enum kith_status kith_setup_recognize(const struct kith_setup *setup,
                                      const struct kith_document *document,
                                      struct kith_arena *arena, struct kith_trace *trace,
                                      struct kith_mentions *mentions,
                                      struct kith_error *err);

void kith_setup_release(struct kith_setup *setup);

#endif
