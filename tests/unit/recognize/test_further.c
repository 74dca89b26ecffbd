/* Mentions that are asked for besides the longest and the likeliest. */
#include "support/reading.h"

#include "base/buf.h"
#include "support/recognize.h"

static const struct kith_recognize_options longest;
static const struct kith_recognize_options nested = {.overlap = KITH_OVERLAP_NESTED};
static const struct kith_recognize_options all = {.overlap = KITH_OVERLAP_ALL};
static const struct kith_recognize_options every = {.ambiguous = KITH_AMBIGUOUS_ALL};
static const struct kith_recognize_options both = {.overlap = KITH_OVERLAP_ALL,
                                                   .ambiguous = KITH_AMBIGUOUS_ALL};

static struct check_reading reading;

static void read_with(const struct kith_recognize_options *options,
                      struct kith_mentions *mentions)
{
    assert_ok(support_recognize_with(options, reading.gazetteer, &reading.document,
                                     &reading.arena, mentions, &reading.err),
              &reading.err);
}

/* The mentions of `text` as "surface=row:choice" joined by "; ". */
static void assert_found(const struct kith_recognize_options *options, const char *csv,
                         const char *text, const char *expected)
{
    struct kith_mentions mentions;
    struct kith_buf line = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv);
    check_compile(&reading);
    check_read(&reading, text);
    read_with(options, &mentions);
    for (uint32_t i = 0; i < mentions.count; i++) {
        const struct kith_mention *mention = &mentions.items[i];
        struct kith_str surface =
            kith_str_slice(reading.document.text, mention->begin, mention->end);
        kith_buf_format(&line, "%s%.*s=%u:%s", i ? "; " : "", KITH_STR_ARGS(surface),
                        mention->entity,
                        kith_choice_name((enum kith_choice)mention->choice));
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Bank of England,organisation,\n"                                                    \
    "England,country,\n"                                                                 \
    "Vladimir Putin,person,Putin\n"                                                      \
    "New York,city,\n"                                                                   \
    "York Times,media,\n"                                                                \
    "Lyudmila Putina,person,Putin\n"

static void finds_a_name_inside_another_when_asked(void **state)
{
    (void)state;
    const char *text = "The Bank of England moved to England.";
    assert_found(&longest, NAMES, text, "Bank of England=0:only; England=1:only");
    assert_found(&nested, NAMES, text,
                 "Bank of England=0:only; England=1:only; England=1:only");
}

static void takes_no_part_of_a_name_for_a_second_mention(void **state)
{
    (void)state;
    assert_found(&nested, NAMES, "They met Vladimir Putin.", "Vladimir Putin=2:only");
    assert_found(&all, NAMES, "They met Vladimir Putin.",
                 "Vladimir Putin=2:only; Putin=2:article");
}

static void crosses_names_only_when_all_are_asked(void **state)
{
    (void)state;
    const char *text = "They read New York Times here.";
    assert_found(&nested, NAMES, text, "New York=3:only");
    assert_found(&all, NAMES, text, "New York=3:only; York Times=4:only");
}

static void looks_inside_of_mentions_only(void **state)
{
    (void)state;
    const char *weak = "name,type,aliases\nMoney Shop,company,?Bank of England\n"
                       "England,country,\n";
    const char *text = "The Bank of England moved.";
    assert_found(&nested, weak, text, "");
    assert_found(&all, weak, text, "England=1:only");
}

static void gives_each_candidate_a_mention_when_asked(void **state)
{
    (void)state;
    assert_found(&every, NAMES, "They met Putin.", "Putin=2:row; Putin=5:candidate");
}

static void gives_no_demonym_a_mention_by_the_way(void **state)
{
    (void)state;
    assert_found(
        &all, "name,type,demonyms\nRussian Railways,company,\nRussia,country,Russian\n",
        "The Russian Railways moved.", "Russian Railways=0:only");
}

static void lends_short_forms_of_the_likeliest_only(void **state)
{
    (void)state;
    assert_found(&every,
                 "name,type,aliases\nA One,person,Kim Sung\nB Two,person,Kim Sung\n",
                 "They met Kim Sung. Then Sung left.",
                 "Kim Sung=0:row; Kim Sung=1:candidate; Sung=0:only");
}

static void lets_a_definition_decide_for_all(void **state)
{
    (void)state;
    assert_found(&every,
                 "name,type,aliases\nFar Sea Bank,company,\nA One,media,FSB\n"
                 "B Two,media,FSB\n",
                 "The Far Sea Bank (FSB) fell. FSB said so.",
                 "Far Sea Bank=0:only; FSB=0:article; FSB=0:article");
}

/* ---- at random ---- */

static uint64_t seed = 42;

static uint32_t draw(uint32_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % limit;
}

static void draw_words(struct kith_buf *out, uint32_t count)
{
    static const char *const words[] = {"Abo", "Bec", "Cud", "Dof", "the", "in", "said"};
    for (uint32_t i = 0; i < count; i++)
        kith_buf_format(out, "%s%s", i ? " " : "", words[draw(i ? 7 : 4)]);
}

static void draw_reading(void)
{
    static const char *const types[] = {"person", "city", "company", "x"};
    struct kith_buf csv = {0}, text = {0};
    kith_buf_text(&csv, "name,type,aliases,priority,demonyms\n");
    for (uint32_t i = 0; i < 8; i++) {
        kith_buf_format(&csv, "Name%u,%s,", i, types[draw(4)]);
        draw_words(&csv, 1 + draw(3));
        kith_buf_format(&csv, ",%u,%s\n", draw(2), draw(4) ? "" : "Abo");
    }
    for (uint32_t i = 0; i < 4; i++) {
        kith_buf_text(&text, "So ");
        draw_words(&text, 1 + draw(8));
        kith_buf_text(&text, ". ");
    }
    kith_buf_byte(&csv, '\0');
    kith_buf_byte(&text, '\0');
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv.data);
    check_compile(&reading);
    check_read(&reading, text.data);
    kith_buf_release(&csv);
    kith_buf_release(&text);
}

static bool is_same(const struct kith_mention *a, const struct kith_mention *b)
{
    return a->first_token == b->first_token && a->end_token == b->end_token &&
           a->entity == b->entity && a->found == b->found && a->sentence == b->sentence;
}

/* All of `few` stand in `many`, in their order. */
static void assert_kept(const struct kith_mentions *few, const struct kith_mentions *many)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < many->count && next < few->count; i++)
        next += is_same(&few->items[next], &many->items[i]);
    assert_int_equal(next, few->count);
}

static void assert_in_order(const struct kith_mentions *mentions)
{
    for (uint32_t i = 1; i < mentions->count; i++) {
        const struct kith_mention *a = &mentions->items[i - 1], *b = a + 1;
        assert_true(a->begin <= b->begin);
        if (a->begin == b->begin)
            assert_true(a->end >= b->end);
        if (a->begin == b->begin && a->end == b->end)
            assert_true(kith_mention_score(a) >= kith_mention_score(b));
    }
}

/* Of any two one lies within the other, or they share no word. */
static void assert_nested(const struct kith_mentions *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++)
        for (uint32_t k = 0; k < i; k++) {
            const struct kith_mention *a = &mentions->items[k], *b = &mentions->items[i];
            assert_true(b->first_token >= a->end_token || b->end_token <= a->end_token);
            assert_false(a->entity == b->entity && b->end_token <= a->end_token);
        }
}

/* The scores of a mention's candidates are 1 together, the likeliest first. */
static void assert_scored(const struct kith_mentions *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        const struct kith_mention *mention = &mentions->items[i];
        double sum = 0, before = 1;
        for (uint16_t c = 0; mention->candidates && c < mention->candidate_count; c++) {
            double score = (double)mention->candidates[c].score;
            assert_true(score > 0 && score <= before);
            before = score;
            sum += score;
        }
        assert_true(!mention->candidates || (sum > 0.99999 && sum < 1.00001));
    }
}

static uint32_t count_candidates(const struct kith_mentions *mentions)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < mentions->count; i++)
        count += mentions->items[i].candidate_count;
    return count;
}

static void adds_and_never_changes(void **state)
{
    (void)state;
    uint32_t inner = 0, other = 0;
    for (uint32_t i = 0; i < 3000; i++) {
        struct kith_mentions few, more, most, siblings, everything;
        draw_reading();
        read_with(&longest, &few);
        read_with(&nested, &more);
        read_with(&all, &most);
        read_with(&every, &siblings);
        read_with(&both, &everything);
        assert_kept(&few, &more);
        assert_kept(&more, &most);
        assert_kept(&few, &siblings);
        assert_kept(&most, &everything);
        assert_nested(&more);
        assert_in_order(&everything);
        assert_scored(&everything);
        assert_int_equal(siblings.count, count_candidates(&few));
        inner += more.count - few.count;
        other += siblings.count - few.count;
        check_reading_release(&reading);
    }
    assert_true(inner > 100 && other > 100);
}

/* ---- memory ---- */

static enum kith_status recognize_within(struct kith_arena *arena, void *context,
                                         struct kith_error *err)
{
    struct kith_mentions mentions;
    (void)context;
    return support_recognize_with(&both, reading.gazetteer, &reading.document, arena,
                                  &mentions, err);
}

static void survives_having_no_memory(void **state)
{
    (void)state;
    check_reading_init(&reading);
    check_load(&reading, "names.csv", NAMES);
    check_compile(&reading);
    check_read(&reading, "Putin left the Bank of England for New York Times Putin.");
    check_memory_sweep(recognize_within, NULL);
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_name_inside_another_when_asked),
        cmocka_unit_test(takes_no_part_of_a_name_for_a_second_mention),
        cmocka_unit_test(crosses_names_only_when_all_are_asked),
        cmocka_unit_test(looks_inside_of_mentions_only),
        cmocka_unit_test(gives_each_candidate_a_mention_when_asked),
        cmocka_unit_test(gives_no_demonym_a_mention_by_the_way),
        cmocka_unit_test(lends_short_forms_of_the_likeliest_only),
        cmocka_unit_test(lets_a_definition_decide_for_all),
        cmocka_unit_test(adds_and_never_changes),
        cmocka_unit_test(survives_having_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
