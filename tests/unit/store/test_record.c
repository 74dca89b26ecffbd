/* Records of articles: all that findings tell comes back, and damage is noticed. */
#include "support/check.h"

#include "store/record.h"
#include "unit/relate/pipeline.h"

static const char folk[] = "name,type,aliases,context\n"
                           "Ines Duarte,person,Duarte,\n"
                           "Jordan,person,,court\n"
                           "Jordan,country,,river\n"
                           "Harbour Board,organisation,HB,\n"
                           "Ostland,country,?Easterners,\n"
                           "Westland,country,,\n";

static const char ties[] = "relation leads: person -> organisation\n"
                           "    A, head of B\n"
                           "relation attacks: any -> any\n"
                           "    A {attack} B\n";

static const char text[] =
    "Harbour Board speaks out\n\n"
    "Ines Duarte, head of the Harbour Board (HB), met Jordan. \"Ostland did not attack "
    "Westland,\" said Duarte. Jordan, by the river, and the HB kept silent.\n\n"
    "Ostland will attack Westland, according to a senior official. Ines Duarte came "
    "late. She attacked Westland.";

/* What the pipeline found, written and read back. */
struct kept {
    struct pipeline p;
    struct kith_numbering numbering;
    struct kith_arena arena;
    struct kith_buf record;
    struct kith_recorded recorded;
};

static void keep(struct kept *kept, enum kith_ambiguous ambiguous)
{
    struct kith_error err = {0};
    *kept = (struct kept){0};
    kith_arena_init(&kept->arena, KITH_ARENA_UNCAPPED);
    pipeline_open(&kept->p, folk);
    pipeline_load(&kept->p, ties);
    pipeline_compile(&kept->p);
    kept->p.recognize.ambiguous = ambiguous;
    pipeline_run(&kept->p, kith_str_of(text));
    assert_ok(
        kith_numbering_init(&kept->numbering, kept->p.gazetteer, kept->p.rules, &err),
        &err);
    assert_true(kith_record_write(&kept->numbering, &kept->p.findings, &kept->p.arena,
                                  &kept->record));
}

static void release(struct kept *kept)
{
    kith_buf_release(&kept->record);
    kith_numbering_release(&kept->numbering);
    kith_arena_release(&kept->arena);
    pipeline_close(&kept->p);
}

static void read_back(struct kept *kept)
{
    assert_int_equal(kith_record_read(&kept->numbering, kith_buf_view(&kept->record),
                                      &kept->arena, &kept->recorded),
                     KITH_OK);
    assert_int_equal(kept->recorded.form, KITH_RECORDED_FINDINGS);
}

static void assert_span(const struct kept *kept, uint32_t begin, uint32_t end)
{
    struct kith_str was = kith_str_slice(kept->p.document.text, begin, end);
    struct kith_str is = kith_str_slice(kept->recorded.document.text, begin, end);
    assert_true(kith_str_equal(was, is));
}

static void assert_mention(const struct kept *kept, uint32_t i)
{
    const struct kith_mention *was = &kept->p.findings.mentions.items[i];
    const struct kith_mention *is = &kept->recorded.findings.mentions.items[i];
    assert_int_equal(was->begin, is->begin);
    assert_int_equal(was->end, is->end);
    assert_int_equal(was->first_token, is->first_token);
    assert_int_equal(was->end_token, is->end_token);
    assert_int_equal(was->sentence, is->sentence);
    assert_int_equal(was->entity, is->entity);
    assert_int_equal(was->alias, is->alias);
    assert_int_equal(was->found, is->found);
    assert_int_equal(was->choice, is->choice);
    assert_true(kith_mention_score(was) == kith_mention_score(is));
    assert_span(kept, was->begin, was->end);
    assert_int_equal(kept->p.document.sentences.items[was->sentence].is_title,
                     kept->recorded.document.sentences.items[is->sentence].is_title);
    if (was->candidate_count < 2)
        return;
    assert_int_equal(was->candidate_count, is->candidate_count);
    for (uint32_t c = 0; c < was->candidate_count; c++) {
        assert_int_equal(was->candidates[c].entity, is->candidates[c].entity);
        assert_true(was->candidates[c].score == is->candidates[c].score);
    }
}

static void assert_evidence(const struct kept *kept, uint32_t i)
{
    const struct kith_evidence *was = &kept->p.findings.evidence[i];
    const struct kith_evidence *is = &kept->recorded.findings.evidence[i];
    assert_int_equal(was->source, is->source);
    assert_int_equal(was->target, is->target);
    assert_int_equal(was->relation, is->relation);
    assert_int_equal(was->rule, is->rule);
    assert_int_equal(was->sentence, is->sentence);
    assert_int_equal(was->begin, is->begin);
    assert_int_equal(was->end, is->end);
    assert_int_equal(was->gap, is->gap);
    assert_int_equal(was->statement.is_denied, is->statement.is_denied);
    assert_int_equal(was->statement.is_unreal, is->statement.is_unreal);
    assert_int_equal(was->statement.speaker, is->statement.speaker);
    assert_span(kept, was->trigger_begin, was->trigger_end);
    assert_span(kept, was->statement.speaker_begin, was->statement.speaker_end);
    const struct kith_sentence *sentence =
        &kept->p.document.sentences.items[was->sentence];
    assert_span(kept, sentence->begin, sentence->end);
}

static void assert_kept(const struct kept *kept)
{
    const struct kith_findings *was = &kept->p.findings;
    const struct kith_findings *is = &kept->recorded.findings;
    assert_int_equal(was->mentions.count, is->mentions.count);
    assert_int_equal(was->evidence_count, is->evidence_count);
    assert_int_equal(was->pair_count, is->pair_count);
    for (uint32_t i = 0; i < was->mentions.count; i++)
        assert_mention(kept, i);
    for (uint32_t i = 0; i < was->evidence_count; i++)
        assert_evidence(kept, i);
    for (uint32_t i = 0; i < was->pair_count; i++)
        assert_memory_equal(&was->pairs[i], &is->pairs[i], sizeof was->pairs[i]);
}

static void brings_mentions_and_evidence_back(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    assert_true(kept.p.findings.evidence_count > 4);
    read_back(&kept);
    assert_kept(&kept);
    release(&kept);
}

/* "She": the mention stands in a sentence before the one that says so. */
static void brings_back_what_is_said_of_a_pronoun(void **state)
{
    (void)state;
    struct kept kept;
    uint32_t elsewhere = 0;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    read_back(&kept);
    const struct kith_findings *is = &kept.recorded.findings;
    for (uint32_t i = 0; i < is->evidence_count; i++)
        elsewhere += is->evidence[i].sentence !=
                     is->mentions.items[is->evidence[i].source_mention].sentence;
    assert_int_equal(elsewhere, 1);
    assert_kept(&kept);
    release(&kept);
}

static void brings_everyone_who_may_be_meant_back(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_ALL);
    read_back(&kept);
    assert_kept(&kept);
    release(&kept);
}

static void brings_the_article_back(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    read_back(&kept);
    const struct kith_document *is = &kept.recorded.document;
    assert_str(is->title, "Harbour Board speaks out");
    assert_int_equal(is->article->bytes.length, strlen(text));
    assert_int_equal(is->text.length, strlen(text));
    assert_int_equal(is->tokens.count, kept.p.document.tokens.count);
    assert_int_equal(is->sentences.count, kept.p.document.sentences.count);
    assert_int_equal(is->paragraph_count, kept.p.document.paragraph_count);
    release(&kept);
}

static void brings_the_fingerprint_back(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    read_back(&kept);
    const struct kith_fingerprint *was = &kept.p.findings.fingerprint;
    const struct kith_fingerprint *is = &kept.recorded.findings.fingerprint;
    assert_int_equal(was->text, is->text);
    assert_int_equal(was->level, is->level);
    assert_int_equal(was->sample_count, is->sample_count);
    assert_memory_equal(was->samples, is->samples,
                        was->sample_count * sizeof *was->samples);
    assert_int_equal(was->saying_count, is->saying_count);
    for (uint32_t i = 0; i < was->saying_count; i++) {
        assert_int_equal(was->sayings[i].sentence, is->sayings[i].sentence);
        assert_int_equal(was->sayings[i].words, is->sayings[i].words);
        assert_int_equal(was->sayings[i].hash, is->sayings[i].hash);
        assert_int_equal(was->sayings[i].kin, is->sayings[i].kin);
    }
    release(&kept);
}

static bool holds(const struct kith_buf *record, const char *words)
{
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= record->length; i++)
        if (memcmp(record->data + i, words, length) == 0)
            return true;
    return false;
}

/* The text of a sentence without names is nobody's business. */
static void keeps_no_text_that_nothing_points_to(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    pipeline_run(&kept.p, KITH_STR("Nobody came. Ines Duarte left. A quiet end."));
    kith_buf_reset(&kept.record);
    assert_true(kith_record_write(&kept.numbering, &kept.p.findings, &kept.p.arena,
                                  &kept.record));
    assert_false(holds(&kept.record, "quiet"));
    assert_true(holds(&kept.record, "Ines Duarte"));
    release(&kept);
}

static void notices_an_entity_that_is_gone(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    kept.numbering.entities.thing_of[0] = KITH_NO_ID;
    assert_int_equal(kith_record_read(&kept.numbering, kith_buf_view(&kept.record),
                                      &kept.arena, &kept.recorded),
                     KITH_BAD_INPUT);
    release(&kept);
}

static void notices_a_changed_byte(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    for (size_t i = 0; i < kept.record.length; i++) {
        kept.record.data[i] ^= 0x10;
        assert_int_equal(kith_record_read(&kept.numbering, kith_buf_view(&kept.record),
                                          &kept.arena, &kept.recorded),
                         KITH_BAD_INPUT);
        kept.record.data[i] ^= 0x10;
    }
    release(&kept);
}

static void notices_a_cut(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    for (size_t length = 0; length < kept.record.length; length++) {
        struct kith_str cut = {kept.record.data, length};
        char *copy = malloc(length + 1);
        assert_non_null(copy);
        memcpy(copy, cut.data, length);
        if (length > 8)
            kith_record_seal(copy, length);
        assert_int_equal(kith_record_read(&kept.numbering,
                                          (struct kith_str){copy, length}, &kept.arena,
                                          &kept.recorded),
                         KITH_BAD_INPUT);
        free(copy);
    }
    release(&kept);
}

static enum kith_status read_capped(struct kith_arena *arena, void *context,
                                    struct kith_error *err)
{
    struct kept *kept = context;
    (void)err;
    return kith_record_read(&kept->numbering, kith_buf_view(&kept->record), arena,
                            &kept->recorded);
}

static void survives_every_cap_of_memory(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_ALL);
    check_memory_sweep(read_capped, &kept);
    release(&kept);
}

static void brings_a_refusal_back(void **state)
{
    (void)state;
    struct kept kept;
    keep(&kept, KITH_AMBIGUOUS_BEST);
    kith_buf_reset(&kept.record);
    const struct kith_record_refusal refusal = {KITH_STR("json"), KITH_STR("has no text"),
                                                12};
    kith_record_write_refusal(&refusal, &kept.record);
    assert_int_equal(kith_record_read(&kept.numbering, kith_buf_view(&kept.record),
                                      &kept.arena, &kept.recorded),
                     KITH_OK);
    assert_int_equal(kept.recorded.form, KITH_RECORDED_REFUSAL);
    assert_str(kept.recorded.refusal.kind, "json");
    assert_str(kept.recorded.refusal.reason, "has no text");
    assert_int_equal(kept.recorded.refusal.line, 12);
    release(&kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brings_mentions_and_evidence_back),
        cmocka_unit_test(brings_back_what_is_said_of_a_pronoun),
        cmocka_unit_test(brings_everyone_who_may_be_meant_back),
        cmocka_unit_test(brings_the_article_back),
        cmocka_unit_test(brings_the_fingerprint_back),
        cmocka_unit_test(keeps_no_text_that_nothing_points_to),
        cmocka_unit_test(notices_an_entity_that_is_gone),
        cmocka_unit_test(notices_a_changed_byte),
        cmocka_unit_test(notices_a_cut),
        cmocka_unit_test(survives_every_cap_of_memory),
        cmocka_unit_test(brings_a_refusal_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
