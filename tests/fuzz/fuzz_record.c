/* A damaged record whose hash is right all the same. It is refused, or all that it says
 * lies within the article that it speaks of. */
#include "fuzz.h"

#include <string.h>

#include "store/record.h"

static const char table[] = "name,type,aliases\n"
                            "Dmitry Peskov,person,Peskov|DP\n"
                            "Kara,place,\n";

static const char rules[] = "relation head of: one person -> place\n    A of B\n";

/* Room for the hash. */
#define HEAD 8

static void check(const struct kith_findings *findings,
                  const struct kith_gazetteer *gazetteer)
{
    const struct kith_document *document = findings->document;
    for (uint32_t i = 0; i < findings->mentions.count; i++) {
        const struct kith_mention *mention = &findings->mentions.items[i];
        FUZZ_CHECK(mention->end <= document->text.length);
        FUZZ_CHECK(mention->sentence < document->sentences.count);
        FUZZ_CHECK(mention->entity < kith_gazetteer_entity_count(gazetteer));
        FUZZ_CHECK(mention->alias < kith_gazetteer_alias_count(gazetteer));
        FUZZ_CHECK(!mention->candidates || mention->candidate < mention->candidate_count);
    }
    for (uint32_t i = 0; i < findings->evidence_count; i++) {
        const struct kith_evidence *row = &findings->evidence[i];
        FUZZ_CHECK(row->source_mention < findings->mentions.count);
        FUZZ_CHECK(row->target_mention < findings->mentions.count);
        FUZZ_CHECK(row->sentence < document->sentences.count);
        FUZZ_CHECK(row->end <= document->text.length);
        FUZZ_CHECK(row->statement.speaker_end <= document->text.length);
        FUZZ_CHECK(row->trigger_end <= document->text.length);
    }
    for (uint32_t i = 0; i < findings->pair_count; i++)
        FUZZ_CHECK(findings->pairs[i].last < document->sentences.count);
}

static void read_record(const struct kith_numbering *numbering, const uint8_t *data,
                        size_t size)
{
    struct kith_arena arena;
    struct kith_recorded recorded = {0};
    char *record = calloc(1, HEAD + size);
    FUZZ_CHECK(record);
    if (size)
        memcpy(record + HEAD, data, size);
    kith_record_seal(record, HEAD + size);
    kith_arena_init(&arena, (size_t)64 << 20);
    enum kith_status status = kith_record_read(
        numbering, (struct kith_str){record, HEAD + size}, &arena, &recorded);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT || status == KITH_NO_MEMORY);
    if (status == KITH_OK && recorded.form == KITH_RECORDED_FINDINGS)
        check(&recorded.findings, numbering->gazetteer);
    kith_arena_release(&arena);
    free(record);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_gazetteer *gazetteer = NULL;
    struct kith_rules *book = NULL;
    struct kith_numbering numbering;
    struct kith_error err;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    FUZZ_CHECK(kith_gazetteer_new(&gazetteer, &err) == KITH_OK);
    FUZZ_CHECK(kith_gazetteer_load_bytes(gazetteer, kith_str_of(table), "x.csv",
                                         &problems, &err) == KITH_OK);
    FUZZ_CHECK(kith_gazetteer_compile(gazetteer, &problems, &err) == KITH_OK);
    FUZZ_CHECK(kith_rules_new(&book, &err) == KITH_OK);
    FUZZ_CHECK(kith_rules_load_bytes(book, kith_str_of(rules), "x.rel", &err) == KITH_OK);
    FUZZ_CHECK(kith_rules_compile(book, gazetteer, &err) == KITH_OK);
    FUZZ_CHECK(kith_numbering_init(&numbering, gazetteer, book, &err) == KITH_OK);
    read_record(&numbering, data, size);
    kith_numbering_release(&numbering);
    kith_rules_free(book);
    kith_gazetteer_free(gazetteer);
    kith_arena_release(&arena);
    return 0;
}
