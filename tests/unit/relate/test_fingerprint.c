/* Fingerprints: what survives of them when an article is trimmed, retitled or edited. */
#include "support/check.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "relate/fingerprint.h"
#include "text/document.h"

struct print {
    struct kith_arena arena;
    struct kith_document document;
    struct kith_mentions mentions;
    struct kith_fingerprint fingerprint;
};

/* Take the fingerprint of `text`, each sentence of which holds a mention. */
static enum kith_status take(struct kith_arena *arena, struct print *print,
                             struct kith_str text, struct kith_error *err)
{
    static struct kith_article article;
    char *bytes = kith_arena_zeroed(arena, text.length + KITH_FILE_PADDING, 1);
    if (!bytes)
        return kith_no_memory(err);
    memcpy(bytes, text.data, text.length);
    article = (struct kith_article){.bytes = {bytes, text.length}};
    struct kith_abbreviations *abbreviations;
    KITH_TRY(kith_abbreviations_load(NULL, NULL, &abbreviations, err));
    enum kith_status status =
        kith_document_read(&article, abbreviations, arena, &print->document, err);
    kith_abbreviations_free(abbreviations);
    KITH_TRY(status);
    print->mentions = (struct kith_mentions){0};
    for (uint32_t i = 0; i < print->document.sentences.count; i++) {
        if (!KITH_ARENA_PUSHABLE(arena, &print->mentions))
            return kith_no_memory(err);
        print->mentions.items[print->mentions.count++] =
            (struct kith_mention){.sentence = i};
    }
    return kith_fingerprint_take(&print->document, &print->mentions, arena,
                                 &print->fingerprint, err);
}

static struct print print_of(const char *text)
{
    struct print print = {0};
    struct kith_error err = {0};
    kith_arena_init(&print.arena, KITH_ARENA_UNCAPPED);
    assert_ok(take(&print.arena, &print, kith_str_of(text), &err), &err);
    return print;
}

static void drop(struct print *print)
{
    kith_arena_release(&print->arena);
}

/* `count` words that no other `first` has; a stop behind every twelfth. */
static char *words(uint32_t first, uint32_t count)
{
    struct kith_buf out = {0};
    for (uint32_t i = 0; i < count; i++)
        kith_buf_format(&out, "%s%x%s", i % 12 == 0 ? "W" : "w",
                        (first + i) * 2654435761u, i % 12 == 11 ? ". " : " ");
    kith_buf_byte(&out, '\0');
    assert_false(out.is_broken);
    return out.data;
}

static uint32_t shared(const struct kith_fingerprint *a, const struct kith_fingerprint *b)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < a->sample_count; i++)
        for (uint32_t k = 0; k < b->sample_count; k++)
            count += a->samples[i] == b->samples[k];
    return count;
}

static void keeps_some_shingles_of_any_length(void **state)
{
    (void)state;
    for (uint32_t count = 5; count < 100000; count *= 3) {
        char *text = words(1, count);
        struct print print = print_of(text);
        uint32_t all = count - KITH_SHINGLE_WORDS + 1;
        assert_in_range(print.fingerprint.sample_count, all < 12 ? all : 8,
                        KITH_SAMPLE_LIMIT);
        for (uint32_t i = 1; i < print.fingerprint.sample_count; i++)
            assert_true(print.fingerprint.samples[i] > print.fingerprint.samples[i - 1]);
        drop(&print);
        free(text);
    }
}

static void trimmed_copies_keep_what_their_level_has(void **state)
{
    (void)state;
    char *text = words(7, 3000);
    struct print whole = print_of(text);
    text[strlen(text) / 3] = '\0';
    struct print part = print_of(text);
    uint32_t level = whole.fingerprint.level;
    assert_true(part.fingerprint.level < level);
    uint32_t comparable = kith_fingerprint_count_at(&part.fingerprint, level);
    assert_true(comparable >= 5);
    assert_in_range(shared(&whole.fingerprint, &part.fingerprint), comparable - 1,
                    comparable);
    drop(&whole);
    drop(&part);
    free(text);
}

static void other_words_share_nothing(void **state)
{
    (void)state;
    char *one = words(1, 2000), *other = words(100000, 2000);
    struct print a = print_of(one), b = print_of(other);
    assert_int_equal(shared(&a.fingerprint, &b.fingerprint), 0);
    drop(&a);
    drop(&b);
    free(one);
    free(other);
}

static void titles_count_for_the_text_alone(void **state)
{
    (void)state;
    struct print a = print_of("Bridge opens in Norden\n\nThe mayor of Norden walked over "
                              "the river on Monday for the first time.\n");
    struct print b = print_of("A walk in the wind\n\nThe mayor of Norden walked over the "
                              "river on Monday for the first time.\n");
    assert_true(a.document.sentences.items[0].is_title);
    assert_int_equal(a.fingerprint.sample_count, 10);
    assert_int_equal(shared(&a.fingerprint, &b.fingerprint), 10);
    assert_true(a.fingerprint.text != b.fingerprint.text);
    drop(&a);
    drop(&b);
}

static void marks_and_capitals_make_no_difference(void **state)
{
    (void)state;
    struct print a = print_of("The Ministry, he said, \"will not\" pay.");
    struct print b = print_of("THE ministry he said will not\npay");
    assert_true(a.fingerprint.text == b.fingerprint.text);
    assert_int_equal(a.fingerprint.saying_count, 1);
    assert_true(a.fingerprint.sayings[0].hash == b.fingerprint.sayings[0].hash);
    assert_int_equal(a.fingerprint.sayings[0].words, 7);
    drop(&a);
    drop(&b);
}

static void the_last_word_and_the_order_make_one(void **state)
{
    (void)state;
    const char *texts[] = {"Anna met Boris in Norden.", "Boris met Anna in Norden.",
                           "Anna met Boris in Sueden.", "Anna met Boris.", "Norden."};
    for (size_t i = 0; i < 5; i++)
        for (size_t k = 0; k < i; k++) {
            struct print a = print_of(texts[i]), b = print_of(texts[k]);
            assert_true(a.fingerprint.text != b.fingerprint.text);
            assert_true(a.fingerprint.sayings[0].hash != b.fingerprint.sayings[0].hash);
            drop(&a);
            drop(&b);
        }
}

static uint32_t common_marks(uint64_t a, uint64_t b)
{
    uint32_t count = 0;
    for (uint32_t shift = 0; shift < 64; shift += 16)
        count += (a >> shift & 0xFFFF) == (b >> shift & 0xFFFF);
    return count;
}

/* Of `rounds` sentences of 20 words, how many keep two marks when `edits` words change.
 */
static uint32_t count_kin(uint32_t rounds, uint32_t edits)
{
    uint32_t kin = 0;
    for (uint32_t round = 0; round < rounds; round++) {
        char *text = words(round * 100, 20), *other = words(round * 100, 20);
        for (uint32_t i = 0; i < 2 * 20; i++)
            if (text[i] == '.')
                text[i] = other[i] = ',';
        for (char *c = text; (c = strstr(c, ". "));)
            *c = ',';
        for (char *c = other; (c = strstr(c, ". "));)
            *c = ',';
        for (uint32_t i = 0; i < edits; i++)
            other[strlen(other) * (i + 1) / (edits + 1)] = 'x';
        struct print a = print_of(text), b = print_of(other);
        kin +=
            common_marks(a.fingerprint.sayings[0].kin, b.fingerprint.sayings[0].kin) >= 2;
        drop(&a);
        drop(&b);
        free(text);
        free(other);
    }
    return kin;
}

static void edited_sentences_are_kin(void **state)
{
    (void)state;
    assert_int_equal(count_kin(100, 0), 100);
    assert_true(count_kin(200, 1) > 170);
    assert_true(count_kin(200, 10) < 20);
}

static void one_phrase_over_and_over_is_one_shingle(void **state)
{
    (void)state;
    struct kith_buf text = {0};
    for (int i = 0; i < 2000; i++)
        kith_buf_format(&text, "no ");
    kith_buf_byte(&text, '\0');
    struct print print = print_of(text.data);
    assert_true(print.fingerprint.sample_count <= 1);
    drop(&print);
    kith_buf_release(&text);
}

static enum kith_status stage(struct kith_arena *arena, void *context,
                              struct kith_error *err)
{
    return take(arena, context, KITH_STR("Anna met Boris in Norden. They left."), err);
}

static void survives_any_cap(void **state)
{
    (void)state;
    struct print print;
    check_memory_sweep(stage, &print);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_some_shingles_of_any_length),
        cmocka_unit_test(trimmed_copies_keep_what_their_level_has),
        cmocka_unit_test(other_words_share_nothing),
        cmocka_unit_test(titles_count_for_the_text_alone),
        cmocka_unit_test(marks_and_capitals_make_no_difference),
        cmocka_unit_test(the_last_word_and_the_order_make_one),
        cmocka_unit_test(edited_sentences_are_kin),
        cmocka_unit_test(one_phrase_over_and_over_is_one_shingle),
        cmocka_unit_test(survives_any_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
