/* Of all sentences that speak for an edge, the best is kept. */
#include "output/exhibit.h"

#include <dirent.h>

#include "support/folder.h"

struct desk {
    struct check_folder folder;
    struct kith_exhibits exhibits;
    struct kith_error err;
};

static int set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    assert_non_null(desk);
    check_folder_make(&desk->folder);
    assert_ok(kith_exhibits_open(&desk->exhibits, desk->folder.path, NULL, &desk->err),
              &desk->err);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    kith_exhibits_release(&desk->exhibits);
    check_folder_remove(&desk->folder);
    free(desk);
    return 0;
}

/* A pair, so many tokens apart. */
static struct kith_evidence pair(uint32_t edge, uint32_t gap)
{
    return (struct kith_evidence){
        .edge = edge, .relation = KITH_COOCCURRENCE, .rule = KITH_NO_ID, .gap = gap};
}

static struct kith_evidence relation(uint32_t edge, struct kith_statement statement)
{
    return (struct kith_evidence){
        .edge = edge, .rule = KITH_NO_ID, .statement = statement};
}

/* An article of one sentence that the row stands in. */
static void add(struct desk *desk, const char *text, struct kith_evidence row)
{
    uint32_t length = (uint32_t)strlen(text);
    struct kith_sentence sentence = {.end = length};
    struct kith_document document = {.text = kith_str_of(text),
                                     .sentences = {.items = &sentence, .count = 1}};
    if (!row.end)
        row.end = length < 20 ? length : 20;
    struct kith_findings findings = {
        .document = &document, .evidence = &row, .evidence_count = 1};
    assert_ok(kith_exhibits_add(&desk->exhibits, &findings, &desk->err), &desk->err);
}

static void check_edge(struct desk *desk, uint32_t edge, const char *expected)
{
    struct kith_buf text = {0};
    kith_exhibits_write(&desk->exhibits, edge, &text);
    assert_str(kith_buf_view(&text), expected);
    kith_buf_release(&text);
}

static void of_pairs_the_nearest_counts_then_the_first(void **state)
{
    struct desk *desk = *state;
    add(desk, "Far.", pair(1, 9));
    add(desk, "Near.", pair(1, 2));
    add(desk, "As near.", pair(1, 2));
    add(desk, "Farther.", pair(1, 12));
    check_edge(desk, 1, "Near.");
}

static void a_fact_is_better_than_a_claim_and_that_than_a_plan(void **state)
{
    struct desk *desk = *state;
    struct kith_statement fact = {.speaker = KITH_NO_ID}, claim = fact, plan = fact;
    struct kith_statement denial = fact;
    claim.speaker_end = 3;
    plan.is_unreal = true;
    denial.is_denied = true;
    add(desk, "Denied.", relation(1, denial));
    check_edge(desk, 1, "Denied.");
    add(desk, "Planned.", relation(1, plan));
    check_edge(desk, 1, "Planned.");
    add(desk, "Claimed.", relation(1, claim));
    check_edge(desk, 1, "Claimed.");
    add(desk, "True.", relation(1, fact));
    add(desk, "Planned again.", relation(1, plan));
    check_edge(desk, 1, "True.");
}

static void edges_without_evidence_have_none(void **state)
{
    struct desk *desk = *state;
    check_edge(desk, 1, "");
    add(desk, "Here.", pair(7, 0));
    check_edge(desk, 6, "");
    check_edge(desk, 7, "Here.");
    check_edge(desk, 100000, "");
}

/* 300 letters and the marks, whole characters. */
static void long_sentences_are_cut_around_the_evidence(void **state)
{
    struct desk *desk = *state;
    struct kith_buf text = {0}, part = {0};
    for (int i = 0; i < 100; i++)
        kith_buf_text(&text, "żółw ");
    kith_buf_text(&text, "A met B.");
    kith_buf_byte(&text, '\0');
    add(desk, text.data, pair(1, 0));
    struct kith_evidence late = pair(2, 0);
    late.begin = (uint32_t)text.length - 9;
    late.end = (uint32_t)text.length - 1;
    add(desk, text.data, late);
    check_edge(desk, 2, "… A met B.");
    kith_exhibits_write(&desk->exhibits, 1, &part);
    assert_in_range(part.length, 280, 304);
    kith_buf_byte(&part, '\0');
    assert_non_null(strstr(part.data, "żółw …"));
    kith_buf_release(&text);
    kith_buf_release(&part);
}

static void letters_without_blanks_are_cut_whole(void **state)
{
    struct desk *desk = *state;
    struct kith_buf text = {0}, part = {0};
    kith_buf_text(&text, "x");
    for (int i = 0; i < 300; i++)
        kith_buf_text(&text, "ж");
    kith_buf_byte(&text, '\0');
    add(desk, text.data, pair(1, 0));
    kith_exhibits_write(&desk->exhibits, 1, &part);
    kith_buf_byte(&part, '\0');
    assert_int_equal(part.length, 299 + 4 + 1);
    assert_non_null(strstr(part.data, "ж …"));
    kith_buf_release(&text);
    kith_buf_release(&part);
}

/* More than the buffer of a file holds. */
static void many_are_kept(void **state)
{
    struct desk *desk = *state;
    char text[300];
    for (uint32_t i = 1; i <= 20000; i++) {
        snprintf(text, sizeof text, "%0250u", i);
        add(desk, text, pair(i, 0));
    }
    for (uint32_t i = 1; i <= 20000; i += 37) {
        snprintf(text, sizeof text, "%0250u", i);
        check_edge(desk, i, text);
    }
}

static void nothing_is_left_in_the_folder(void **state)
{
    struct desk *desk = *state;
    add(desk, "Here.", pair(1, 0));
    check_edge(desk, 1, "Here.");
    kith_exhibits_release(&desk->exhibits);
    DIR *stream = opendir(desk->folder.path);
    assert_non_null(stream);
    for (const struct dirent *entry; (entry = readdir(stream));)
        assert_true(entry->d_name[0] == '.');
    closedir(stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(of_pairs_the_nearest_counts_then_the_first,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_fact_is_better_than_a_claim_and_that_than_a_plan, set_up, tear_down),
        cmocka_unit_test_setup_teardown(edges_without_evidence_have_none, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(long_sentences_are_cut_around_the_evidence,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(letters_without_blanks_are_cut_whole, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(many_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_left_in_the_folder, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
