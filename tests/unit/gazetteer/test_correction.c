#include "gazetteer/correction.h"

#include "support/folder.h"
#include "support/reading.h"

#include "gazetteer/match.h"

static struct check_reading reading;
static struct kith_corrections corrections;

static int set_up(void **state)
{
    (void)state;
    check_reading_init(&reading);
    check_load(&reading, "names.csv",
               "name,type,aliases,id,country\n"
               "Ada Quill,person,Quill|Ada,,Norway\n"
               "Adah Quill,person,A. Quill,,\n"
               "Lake Bank,company,the Bank,bank,\n"
               "Georgia,country,,,\n"
               "Georgia,region,,,\n");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    kith_corrections_release(&corrections);
    check_reading_release(&reading);
    return 0;
}

/* Correct by a file of these lines, called fix.txt, and compile. */
static void correct(const char *lines)
{
    struct check_folder folder;
    check_folder_make(&folder);
    check_file(&folder, "fix.txt", lines);
    assert_ok(kith_corrections_read(&corrections, check_path(&folder, "fix.txt"),
                                    &reading.problems, &reading.err),
              &reading.err);
    check_folder_remove(&folder);
    assert_ok(kith_corrections_apply(&corrections, reading.gazetteer, &reading.problems,
                                     &reading.err),
              &reading.err);
    uint32_t told = reading.problems.count;
    check_compile(&reading);
    reading.problems.count = told; /* compiling tells of the two Georgias */
}

/* The key of whom `name` means first, or "" when nobody. */
static struct kith_str meant_by(const char *name)
{
    struct kith_matches matches;
    check_read(&reading, name);
    assert_ok(kith_match_document(reading.gazetteer, &reading.document, &reading.arena,
                                  &matches, &reading.err),
              &reading.err);
    if (!matches.count)
        return KITH_STR("");
    return check_key(&reading, matches.candidates.items[0].entity);
}

static struct kith_str key(kith_id id)
{
    return check_key(&reading, id);
}

static struct kith_entity entity(kith_id id)
{
    return kith_gazetteer_entity(reading.gazetteer, id);
}

static void assert_fault(uint32_t i, uint64_t line, const char *text)
{
    assert_true(i < reading.problems.count);
    assert_str(reading.problems.items[i].text, text);
    assert_int_equal(reading.problems.items[i].line, line);
    assert_int_equal(reading.problems.items[i].severity, KITH_FAULT);
}

static void merged_names_mean_the_other(void **state)
{
    (void)state;
    correct("# one person, two rows\nmerge Ada Quill = Adah Quill\n");
    assert_int_equal(reading.problems.count, 0);
    assert_str(meant_by("Ada Quill"), "adah-quill");
    assert_str(meant_by("Quill"), "adah-quill");
    assert_str(meant_by("A. Quill"), "adah-quill");
    assert_str(kith_gazetteer_cell(reading.gazetteer, 1, 0), "Norway");
}

static void merges_are_followed(void **state)
{
    (void)state;
    correct("merge Ada Quill = Adah Quill\nmerge ada-quill = bank\n");
    assert_str(meant_by("Ada Quill"), "bank");
    assert_str(meant_by("Adah Quill"), "bank");
}

static void a_split_name_means_nobody(void **state)
{
    (void)state;
    correct("split \"the Bank\" from Lake Bank\nsplit Ada from \"Ada Quill\"\n");
    assert_int_equal(reading.problems.count, 0);
    assert_str(meant_by("the Bank"), "");
    assert_str(meant_by("Ada"), "");
    assert_str(meant_by("Lake Bank"), "bank");
}

static void a_label_that_is_split_off_stays_the_label(void **state)
{
    (void)state;
    correct("split Lake Bank from bank\n");
    assert_str(meant_by("Lake Bank"), "");
    assert_str(entity(2).name, "Lake Bank");
}

static void retyping_may_make_a_type(void **state)
{
    (void)state;
    correct("retype bank = Lender\n");
    assert_str(entity(2).type, "lender");
}

static void a_renamed_entity_keeps_its_id_and_old_name(void **state)
{
    (void)state;
    correct("rename Ada Quill = Ada Quill-Moss\nretype Ada Quill-Moss = poet\n");
    assert_int_equal(reading.problems.count, 0);
    assert_str(entity(0).name, "Ada Quill-Moss");
    assert_str(entity(0).type, "poet");
    assert_str(key(0), "ada-quill");
    assert_str(meant_by("Ada Quill"), "ada-quill");
    assert_str(meant_by("Ada Quill-Moss"), "ada-quill");
}

static void namesakes_are_told_apart_by_type(void **state)
{
    (void)state;
    correct("rename Georgia = Sakartvelo\nrename Georgia [region] = Georgia state\n");
    assert_int_equal(reading.problems.count, 1);
    assert_fault(0, 1,
                 "several entities are called \"Georgia\": name its id, or its type in "
                 "brackets as in Georgia [country]; the line is left out");
    assert_str(entity(3).name, "Georgia");
    assert_str(entity(4).name, "Georgia state");
}

static void unknown_names_are_reported_with_the_nearest(void **state)
{
    (void)state;
    correct("merge Ada Quil = Adah Quill\nretype Bo Moss = poet\n");
    assert_int_equal(reading.problems.count, 2);
    assert_fault(0, 1,
                 "no entity is called \"Ada Quil\": is it \"Ada Quill\"?; the line is "
                 "left out");
    assert_fault(1, 2, "no entity is called \"Bo Moss\"; the line is left out");
    assert_str(meant_by("Ada Quill"), "ada-quill");
}

static void lines_that_are_no_corrections_are_reported(void **state)
{
    (void)state;
    correct("\xEF\xBB\xBFretype bank = lender # it lends\n"
            "join A = B\n"
            "merge Ada Quill\n"
            "split Ada\n"
            "reject \"Ada\n"
            "retype bank = \n"
            "reject Ada in a.txt too\n"
            "\n"
            "rename bank = \xFF\n");
    assert_str(entity(2).type, "lender");
    assert_int_equal(reading.problems.count, 6);
    assert_fault(0, 2,
                 "the line begins with none of merge, split, reject, retype, rename; it "
                 "is left out");
    assert_fault(1, 3, "the line is to be written: merge A = B; it is left out");
    assert_fault(2, 4,
                 "the line is to be written: split \"alias\" from A; it is left out");
    assert_fault(3, 5,
                 "the line is to be written: reject \"surface\" as A in FILE; it is left "
                 "out");
    assert_fault(4, 6, "the line is to be written: retype A = type; it is left out");
    assert_fault(5, 9, "the line is not UTF-8; it is left out");
    assert_int_equal(corrections.count, 2);
    assert_str(corrections.items[1].file, "a.txt too");
}

static void a_rejected_reading_leaves_the_others(void **state)
{
    (void)state;
    correct("reject Georgia as Georgia [country]\n");
    assert_str(meant_by("Georgia"), "georgia-2");
    assert_int_equal(corrections.items[0].entity, 3);
}

static void quotes_keep_ties_apart(void **state)
{
    (void)state;
    correct("reject \"Man as A = B\" as \"Ada Quill\" in \"a in b.txt\"\n");
    assert_str(corrections.items[0].what, "Man as A = B");
    assert_str(corrections.items[0].file, "a in b.txt");
    assert_int_equal(corrections.items[0].entity, 0);
}

#define CASE(claim) cmocka_unit_test_setup_teardown(claim, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(merged_names_mean_the_other),
        CASE(merges_are_followed),
        CASE(a_split_name_means_nobody),
        CASE(a_label_that_is_split_off_stays_the_label),
        CASE(retyping_may_make_a_type),
        CASE(a_renamed_entity_keeps_its_id_and_old_name),
        CASE(namesakes_are_told_apart_by_type),
        CASE(unknown_names_are_reported_with_the_nearest),
        CASE(lines_that_are_no_corrections_are_reported),
        CASE(a_rejected_reading_leaves_the_others),
        CASE(quotes_keep_ties_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
