#include "support/reading.h"

#include "base/buf.h"
#include "support/recognize.h"

static struct check_reading reading;
static struct kith_mentions mentions;

/* Recognise `text` with the rows of `csv`. */
static void recognize(const char *csv, const char *text)
{
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &mentions, &reading.err),
              &reading.err);
}

/* The mentions as one line: surface, row of the entity, how it was chosen. */
static void assert_mentions(const char *expected)
{
    struct kith_buf line = {0};
    for (uint32_t i = 0; i < mentions.count; i++) {
        const struct kith_mention *mention = &mentions.items[i];
        struct kith_str surface =
            kith_str_slice(reading.document.text, mention->begin, mention->end);
        kith_buf_format(&line, "%s%.*s=%u:%s", i ? " " : "", KITH_STR_ARGS(surface),
                        mention->entity,
                        kith_choice_name((enum kith_choice)mention->choice));
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

#define JORDANS                                                                          \
    "name,type,aliases\n"                                                                \
    "Hashemite Kingdom of Jordan,country,Jordan\n"                                       \
    "Michael Jordan,person,Jordan|M. Jordan\n"                                           \
    "Barbara Jordan,person,Jordan\n"

static void takes_the_only_entity_of_a_name(void **state)
{
    (void)state;
    recognize(JORDANS, "Michael Jordan played.");
    assert_mentions("Michael Jordan=1:only");
}

static void takes_the_earlier_row_when_the_article_does_not_tell(void **state)
{
    (void)state;
    recognize(JORDANS, "Jordan was there.");
    assert_mentions("Jordan=0:row");
}

static void takes_whom_the_article_names_in_full_before_or_behind(void **state)
{
    (void)state;
    recognize(JORDANS, "Jordan won. Michael Jordan, that is. Jordan smiled.");
    assert_mentions("Jordan=1:article Michael Jordan=1:only Jordan=1:article");
}

static void takes_the_earlier_row_of_several_that_the_article_names(void **state)
{
    (void)state;
    recognize(JORDANS, "Michael Jordan and Barbara Jordan met. Jordan smiled.");
    assert_mentions("Michael Jordan=1:only Barbara Jordan=2:only Jordan=1:row");
}

static void takes_an_exact_spelling_before_a_folded_one(void **state)
{
    (void)state;
    recognize("name,type\nJose,a\nJos\xC3\xA9,b\n", "Jos\xC3\xA9 and Jose met.");
    assert_int_equal(mentions.items[0].candidate_count, 2);
    assert_int_equal(mentions.items[0].found, KITH_FOUND_EXACT);
    assert_mentions("Jos\xC3\xA9=1:only Jose=0:only");
}

static void tells_sentence_tokens_and_alias_of_a_mention(void **state)
{
    (void)state;
    recognize(JORDANS, "He won. There M. Jordan stood.");
    assert_int_equal(mentions.count, 1);
    struct kith_mention mention = mentions.items[0];
    assert_int_equal(mention.sentence, 1);
    assert_int_equal(mention.begin, 14);
    assert_int_equal(mention.end, 23);
    assert_int_equal(mention.first_token, 4);
    assert_int_equal(mention.end_token, 7);
    assert_str(kith_gazetteer_alias(reading.gazetteer, mention.alias).text, "M. Jordan");
    assert_int_equal(mention.candidate_count, 1);
    assert_string_equal(kith_found_name((enum kith_found)mention.found), "exact");
    assert_mentions("M. Jordan=1:only");
}

static void finds_nobody_in_an_article_without_names(void **state)
{
    (void)state;
    recognize(JORDANS, "It rained all day.");
    assert_mentions("");
}

static enum kith_status recognize_within(struct kith_arena *arena, void *context,
                                         struct kith_error *err)
{
    (void)context;
    return support_recognize(reading.gazetteer, &reading.document, arena, &mentions, err);
}

static void survives_having_no_memory(void **state)
{
    (void)state;
    recognize(JORDANS, "Jordan, Michael Jordan, Jordan, Barbara Jordan and M. Jordan.");
    check_memory_sweep(recognize_within, NULL);
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_only_entity_of_a_name),
        cmocka_unit_test(takes_the_earlier_row_when_the_article_does_not_tell),
        cmocka_unit_test(takes_whom_the_article_names_in_full_before_or_behind),
        cmocka_unit_test(takes_the_earlier_row_of_several_that_the_article_names),
        cmocka_unit_test(takes_an_exact_spelling_before_a_folded_one),
        cmocka_unit_test(tells_sentence_tokens_and_alias_of_a_mention),
        cmocka_unit_test(finds_nobody_in_an_article_without_names),
        cmocka_unit_test(survives_having_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
