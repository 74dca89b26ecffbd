/* A small measured network of entities with any names, for files to be written from. */
#ifndef KITH_TESTS_OUTPUT_WORLD_H
#define KITH_TESTS_OUTPUT_WORLD_H

#include "graph/network.h"
#include "output/clean.h"
#include "support/folder.h"
#include "support/reading.h"
#include "unit/graph/fake.h"

struct world {
    struct check_reading reading;
    struct kith_rules *rules;
    struct kith_ledger *ledger;
    struct kith_network *network;
};

/* One directed relation, one symmetric, both with names that need care. */
static const char world_rules[] = "relation head of: one person -> one person\n"
                                  "    A of B\n"
                                  "relation ally of: person = person\n"
                                  "    A and B\n";

/* Pairs (i, i + 1) of weight 1 to 3, relations of either kind now and then. */
static inline void world_findings(struct fake *fake, uint32_t count)
{
    fake_article(fake, KITH_ARTICLE, "x");
    for (uint32_t i = 0; i < count; i++)
        fake_mention(fake, i);
    for (uint32_t i = 0; i + 1 < count; i++) {
        struct kith_evidence row = {.source = i,
                                    .target = i + 1,
                                    .relation = KITH_COOCCURRENCE,
                                    .rule = KITH_NO_ID,
                                    .gap = i % 7};
        for (uint32_t k = 0; k <= i % 3; k++)
            fake_evidence(fake, row);
        row.rule = row.relation = i % 2;
        if (i % 4 < 2)
            fake_evidence(fake, row);
    }
}

/* `csv` is a gazetteer whose every row is an entity; all of them are in the network. An
 * article for each of `dates`, "" being none, names them all. */
static inline void world_make_dated(struct world *world, struct kith_str csv,
                                    const char *const *dates, size_t count)
{
    *world = (struct world){0};
    struct check_reading *reading = &world->reading;
    struct kith_error *err = &reading->err;
    check_reading_init(reading);
    assert_ok(kith_gazetteer_load_bytes(reading->gazetteer, csv, "folk, of.csv",
                                        &reading->problems, err),
              err);
    check_compile(reading);
    assert_ok(kith_rules_new(&world->rules, err), err);
    assert_ok(kith_rules_load_bytes(world->rules, KITH_STR(world_rules), "ties.rel", err),
              err);
    assert_ok(kith_rules_compile(world->rules, reading->gazetteer, err), err);
    assert_ok(kith_ledger_new(reading->gazetteer, world->rules,
                              (struct kith_window){.scope = KITH_ARTICLE}, &world->ledger,
                              err),
              err);
    for (size_t i = 0; i < count; i++) {
        struct kith_article article = {.date = kith_str_of(dates[i])};
        struct fake fake;
        world_findings(&fake, kith_gazetteer_entity_count(reading->gazetteer));
        fake.document.article = &article;
        fake_add(&fake, world->ledger);
    }
    assert_ok(kith_ledger_close(world->ledger, err), err);
    assert_ok(kith_network_new(world->ledger,
                               &(struct kith_network_options){.seed = 1, .seconds = 60},
                               &world->network, err),
              err);
}

static inline void world_make(struct world *world, struct kith_str csv)
{
    world_make_dated(world, csv, (const char *const[]){""}, 1);
}

static inline void world_free(struct world *world)
{
    kith_network_free(world->network);
    kith_ledger_free(world->ledger);
    kith_rules_free(world->rules);
    check_reading_release(&world->reading);
}

static inline struct kith_entity world_entity(const struct world *world, uint32_t node)
{
    return kith_gazetteer_entity(world->reading.gazetteer,
                                 kith_network_nodes(world->network)[node].tally->entity);
}

/* What a writer wrote: a file, read back into the world's arena. */
typedef void world_write_fn(const struct kith_network *network, struct kith_output *out);

static inline struct kith_str world_written(struct world *world, world_write_fn *write)
{
    struct check_folder folder;
    struct kith_output out;
    struct kith_str bytes;
    struct kith_error err = {0};
    check_folder_make(&folder);
    assert_ok(kith_output_open(&out, check_path(&folder, "file"), &err), &err);
    write(world->network, &out);
    assert_ok(kith_output_commit(&out, &err), &err);
    assert_ok(kith_file_read(check_path(&folder, "file"), UINT64_MAX,
                             &world->reading.arena, &bytes, &err),
              &err);
    check_folder_remove(&folder);
    return bytes;
}

#endif
