#include "support/folder.h"
#include "support/one_reading.h"

static void load(const char *csv)
{
    check_load(&reading, "names.csv", csv);
}

static void load_compiled(const char *csv)
{
    load(csv);
    check_compile(&reading);
}

static struct kith_entity entity(kith_id id)
{
    return kith_gazetteer_entity(reading.gazetteer, id);
}

static struct kith_str key(kith_id id)
{
    return check_key(&reading, id);
}

static struct kith_alias alias(kith_id id)
{
    return kith_gazetteer_alias(reading.gazetteer, id);
}

static void assert_problem(uint32_t i, enum kith_severity severity, uint64_t line,
                           const char *kind, const char *text)
{
    assert_true(i < reading.problems.count);
    const struct kith_problem *problem = &reading.problems.items[i];
    assert_str(problem->text, text);
    assert_str(problem->kind, kind);
    assert_int_equal(problem->line, line);
    assert_int_equal(problem->severity, severity);
}

static void finds_columns_by_their_headings_in_any_order_and_case(void **state)
{
    (void)state;
    load("Aliases,TYPE,id,Name\nBig Apple,City,Q60,New York\n");
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 1);
    assert_str(entity(0).name, "New York");
    assert_str(entity(0).type, "city");
    assert_str(key(0), "Q60");
    assert_str(entity(0).file, "names.csv");
    assert_int_equal(entity(0).line, 2);
    assert_str(alias(1).text, "Big Apple");
}

/* The first few aliases of an entity are found in another way than the rest. */
static void knows_an_alias_again_however_many_there_are(void **state)
{
    (void)state;
    struct kith_buf csv = {0};
    kith_buf_text(&csv, "name,type,aliases\n");
    for (int row = 0; row < 3; row++) {
        kith_buf_text(&csv, "Kremlin,organisation,");
        for (int i = 0; i < 40; i++)
            kith_buf_format(&csv, "House %d|House %d|", i, 39 - i);
        kith_buf_format(&csv, "Tower %d\nBank %d,organisation,House 1|House 1\n", row,
                        row);
    }
    kith_buf_byte(&csv, '\0');
    load(csv.data);
    kith_buf_release(&csv);
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 4);
    assert_int_equal(kith_gazetteer_alias_count(reading.gazetteer), 1 + 40 + 3 + 3 * 2);
    assert_int_equal(reading.problems.count, 0);
}

static void takes_the_name_as_the_first_alias(void **state)
{
    (void)state;
    load("name,type,aliases\nKremlin,organisation,the Kremlin| |Kremlin||Kreml\n");
    assert_int_equal(kith_gazetteer_alias_count(reading.gazetteer), 3);
    assert_str(alias(0).text, "Kremlin");
    assert_str(alias(1).text, "the Kremlin");
    assert_str(alias(2).text, "Kreml");
    assert_int_equal(reading.problems.count, 0);
}

static void takes_the_mark_off_an_alias(void **state)
{
    (void)state;
    load("name,type,aliases\nIslamic State,group,=IS| ~daesh |= ISIL\n");
    assert_str(alias(1).text, "IS");
    assert_str(alias(2).text, "daesh");
    assert_str(alias(3).text, "ISIL");
}

static void keeps_further_columns_as_they_are_headed(void **state)
{
    (void)state;
    load("name,type,Role,country\nDmitry Peskov,person,Spokesperson,\n");
    check_load(&reading, "more.csv", "COUNTRY,name,type\nUkraine,Kyiv,city\n");
    assert_int_equal(kith_gazetteer_column_count(reading.gazetteer), 2);
    assert_str(kith_gazetteer_column(reading.gazetteer, 0), "Role");
    assert_str(kith_gazetteer_column(reading.gazetteer, 1), "country");
    assert_str(kith_gazetteer_cell(reading.gazetteer, 0, 0), "Spokesperson");
    assert_str(kith_gazetteer_cell(reading.gazetteer, 0, 1), "");
    assert_str(kith_gazetteer_cell(reading.gazetteer, 1, 0), "");
    assert_str(kith_gazetteer_cell(reading.gazetteer, 1, 1), "Ukraine");
}

static void reads_tabs_when_the_name_ends_in_tsv(void **state)
{
    (void)state;
    check_load(&reading, "names.tsv", "name\ttype\taliases\nParis, Texas\tcity\tParis\n");
    assert_str(entity(0).name, "Paris, Texas");
    assert_str(alias(1).text, "Paris");
}

static void numbers_types_in_order_of_appearance(void **state)
{
    (void)state;
    load("name,type\nParis,city\nFrance,country\nLyon,CITY\n");
    assert_int_equal(kith_gazetteer_type_count(reading.gazetteer), 2);
    assert_str(kith_gazetteer_type(reading.gazetteer, 1), "country");
    assert_int_equal(entity(2).type_id, 0);
    kith_id city = kith_gazetteer_find_type(reading.gazetteer, KITH_STR("city"));
    assert_true(kith_gazetteer_type_is(reading.gazetteer, entity(0).type_id, city));
    assert_false(kith_gazetteer_type_is(reading.gazetteer, entity(1).type_id, city));
    assert_int_equal(kith_gazetteer_find_type(reading.gazetteer, KITH_STR("town")),
                     KITH_NO_ID);
}

static void reports_each_bad_row_with_its_line_and_goes_on(void **state)
{
    (void)state;
    load("name,type,aliases\n"
         ",person,\n"
         "Ann,,\n"
         "Bea,person,a,b\n"
         "--,person,\n"
         "Cid,person,\n");
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 1);
    assert_str(entity(0).name, "Cid");
    assert_int_equal(reading.problems.count, 4);
    assert_problem(0, KITH_FAULT, 2, "row", "the row has an empty name; it is left out");
    assert_problem(1, KITH_FAULT, 3, "row", "the row has an empty type; it is left out");
    assert_problem(2, KITH_FAULT, 4, "row",
                   "the row has more cells than the header; a comma inside a cell needs "
                   "quotes around the cell; it is left out");
    assert_problem(3, KITH_FAULT, 5, "alias",
                   "the name \"--\" has no letter or digit; it is left out");
}

static void leaves_out_a_bad_alias_and_keeps_its_row(void **state)
{
    (void)state;
    load("name,type,aliases\nUNESCO,organisation,=|&|Юнеско\n");
    assert_int_equal(kith_gazetteer_alias_count(reading.gazetteer), 2);
    assert_str(alias(1).text, "Юнеско");
    assert_problem(0, KITH_FAULT, 2, "alias",
                   "the alias \"=\" has no letter or digit; it is left out");
    assert_problem(1, KITH_FAULT, 2, "alias",
                   "the alias \"&\" has no letter or digit; it is left out");
}

static void refuses_an_alias_too_long_to_be_one(void **state)
{
    (void)state;
    char csv[1024] = "name,type,aliases\nAnn,person,";
    memset(csv + strlen(csv), 'x', 513);
    load(csv);
    assert_int_equal(kith_gazetteer_alias_count(reading.gazetteer), 1);
    assert_problem(0, KITH_FAULT, 2, "alias",
                   "the alias \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"... is longer "
                   "than 512 bytes; is a closing quote missing?; it is left out");
}

static void refuses_a_named_file_without_the_two_columns(void **state)
{
    (void)state;
    enum kith_status status =
        kith_gazetteer_load_bytes(reading.gazetteer, KITH_STR("# people\nname,aliases\n"),
                                  "names.csv", &reading.problems, &reading.err);
    assert_int_equal(status, KITH_BAD_INPUT);
    assert_string_equal(reading.err.text,
                        "names.csv:2: the header has no column 'type'; a gazetteer "
                        "begins with a line such as name,type,aliases");
    status = kith_gazetteer_load_bytes(reading.gazetteer, KITH_STR("# nobody\n"),
                                       "empty.csv", &reading.problems, &reading.err);
    assert_int_equal(status, KITH_BAD_INPUT);
}

static void joins_rows_of_one_name_and_type(void **state)
{
    (void)state;
    load("name,type,aliases,role\nDmitry Peskov,person,Peskov,\n");
    check_load(&reading, "more.csv",
               "name,type,aliases,role,id\n"
               "Dmitry Peskov,person,Peskov|Dmitri Peskov,Spokesperson,Q1\n");
    check_compile(&reading);
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 1);
    assert_int_equal(kith_gazetteer_alias_count(reading.gazetteer), 3);
    assert_str(alias(2).text, "Dmitri Peskov");
    assert_str(alias(2).file, "more.csv");
    assert_str(entity(0).file, "names.csv");
    assert_str(key(0), "Q1");
    assert_str(kith_gazetteer_cell(reading.gazetteer, 0, 0), "Spokesperson");
    assert_int_equal(reading.problems.count, 0);
}

static void joins_rows_of_one_id_that_know_each_others_name(void **state)
{
    (void)state;
    load("name,type,aliases,id\n"
         "Kyiv,city,Kiev,Q1899\n"
         "Kiev,capital,Kyjiw,Q1899\n");
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 1);
    assert_str(alias(2).text, "Kyjiw");
    assert_problem(0, KITH_NOTE, 3, "type",
                   "Kyiv is of type capital here and city in names.csv:2; the first is "
                   "kept");
}

static void refuses_an_id_that_is_another_names(void **state)
{
    (void)state;
    load("name,type,id\nKyiv,city,Q1\nLviv,city,Q1\n");
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 1);
    assert_problem(0, KITH_FAULT, 3, "id",
                   "the id Q1 is that of Kyiv in names.csv:2; the row is left out");
}

static void tells_namesakes_apart_by_their_ids(void **state)
{
    (void)state;
    load("name,type,id\nJohn Smith,person,Q1\nJohn Smith,person,Q2\n");
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 2);
}

static void makes_keys_of_names_and_numbers_the_equal_ones(void **state)
{
    (void)state;
    load_compiled("name,type,id\n"
                  "Georgia,country,\n"
                  "Georgia,state,\n"
                  "Géorgia,song,\n"
                  "São Tomé,city,\n"
                  "Other,city,georgia-2\n");
    assert_str(key(0), "georgia");
    assert_str(key(1), "georgia-3");
    assert_str(key(2), "georgia-4");
    assert_str(key(3), "sao-tome");
    assert_str(key(4), "georgia-2");
}

static void keeps_an_alias_of_two_entities_for_both_and_says_so(void **state)
{
    (void)state;
    load("name,type,aliases\nJordan,country,\n");
    check_load(&reading, "people.csv",
               "name,type,aliases\nMichael Jordan,person,Jordan|JORDAN\n");
    check_compile(&reading);
    assert_int_equal(reading.problems.count, 1);
    assert_problem(
        0, KITH_NOTE, 2, "alias",
        "\"Jordan\" means Michael Jordan (person) here and Jordan (country) in "
        "names.csv:2; both are kept");
    assert_str(reading.problems.items[0].file, "people.csv");
}

static void tells_no_collision_where_a_row_says_when_it_is_meant(void **state)
{
    (void)state;
    load_compiled("name,type,aliases,context\nDortmund,city,,\n"
                  "Borussia Dortmund,club,Dortmund,goal\n");
    assert_int_equal(reading.problems.count, 0);
}

static void tells_a_collision_of_a_hyphen_and_a_blank(void **state)
{
    (void)state;
    load_compiled("name,type\nAnna-Lena Berg,person\nAnna Lena Berg,city\n");
    assert_int_equal(reading.problems.count, 1);
}

static void tells_no_collision_of_a_weak_alias(void **state)
{
    (void)state;
    load_compiled("name,type,aliases\nApple,fruit,\nApple Inc,company,?Apple\n");
    assert_int_equal(reading.problems.count, 0);
}

static void tells_no_collision_where_case_keeps_two_apart(void **state)
{
    (void)state;
    load_compiled("name,type,aliases\nIslamic State,group,ISIS\nIsis,goddess,\n");
    assert_int_equal(reading.problems.count, 0);
}

static void leaves_out_an_alias_of_too_many_words(void **state)
{
    (void)state;
    char csv[512] = "name,type,aliases\nAnn,person,";
    for (int i = 0; i < 65; i++)
        strcat(csv, "a ");
    load_compiled(csv);
    assert_problem(0, KITH_FAULT, 2, "alias",
                   "the alias has more than 64 words; it is left out");
}

static void reads_the_gazetteers_of_a_folder_in_order_and_no_other_tables(void **state)
{
    (void)state;
    struct check_folder folder;
    check_folder_make(&folder);
    check_subfolder(&folder, "b");
    check_file(&folder, "b/places.csv", "name,type\nMinsk,city\n");
    check_file(&folder, "abbreviations.csv", "word,kind\nDr,title\n");
    check_file(&folder, "a.tsv", "name\ttype\nBrest\tcity\n");
    check_file(&folder, "notes.txt", "name,type\nNobody,person\n");
    assert_ok(kith_gazetteer_load(reading.gazetteer, folder.path, &reading.problems,
                                  &reading.err),
              &reading.err);
    check_folder_remove(&folder);
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 2);
    assert_str(entity(0).name, "Brest");
    assert_str(entity(1).name, "Minsk");
    assert_int_equal(reading.problems.count, 0);
}

static void says_which_file_is_not_there(void **state)
{
    (void)state;
    assert_int_equal(kith_gazetteer_load(reading.gazetteer, "/nowhere/names.csv",
                                         &reading.problems, &reading.err),
                     KITH_CANNOT_READ);
    assert_non_null(strstr(reading.err.text, "/nowhere/names.csv"));
}

static enum kith_status load_within(struct kith_arena *arena, void *context,
                                    struct kith_error *err)
{
    (void)context;
    struct kith_gazetteer *gazetteer;
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_gazetteer_new(&gazetteer, err));
    enum kith_status status = kith_gazetteer_load_bytes(
        gazetteer, KITH_STR("name,type\nJordan,country\nJordan,person\n,x\n"), "n.csv",
        &problems, err);
    if (status == KITH_OK)
        status = kith_gazetteer_compile(gazetteer, &problems, err);
    kith_gazetteer_free(gazetteer);
    return status;
}

static void survives_having_no_memory_for_reports(void **state)
{
    (void)state;
    check_memory_sweep(load_within, NULL);
}

#define claim(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

static void a_stop_is_heard_while_it_loads_and_compiles(void **state)
{
    (void)state;
    const volatile int stop = 1;
    const struct kith_variants_wish wish = {0};
    load("name,type\nAda Quill,person\n");
    kith_gazetteer_listen(reading.gazetteer, &stop);
    assert_int_equal(kith_gazetteer_load_bytes(
                         reading.gazetteer, KITH_STR("name,type\nBran Reed,person\n"),
                         "more.csv", &reading.problems, &reading.err),
                     KITH_INTERRUPTED);
    assert_int_equal(
        kith_gazetteer_vary(reading.gazetteer, &wish, &reading.problems, &reading.err),
        KITH_INTERRUPTED);
    assert_int_equal(
        kith_gazetteer_compile(reading.gazetteer, &reading.problems, &reading.err),
        KITH_INTERRUPTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        claim(finds_columns_by_their_headings_in_any_order_and_case),
        claim(takes_the_name_as_the_first_alias),
        claim(knows_an_alias_again_however_many_there_are),
        claim(takes_the_mark_off_an_alias),
        claim(keeps_further_columns_as_they_are_headed),
        claim(reads_tabs_when_the_name_ends_in_tsv),
        claim(numbers_types_in_order_of_appearance),
        claim(reports_each_bad_row_with_its_line_and_goes_on),
        claim(leaves_out_a_bad_alias_and_keeps_its_row),
        claim(refuses_an_alias_too_long_to_be_one),
        claim(refuses_a_named_file_without_the_two_columns),
        claim(joins_rows_of_one_name_and_type),
        claim(joins_rows_of_one_id_that_know_each_others_name),
        claim(refuses_an_id_that_is_another_names),
        claim(tells_namesakes_apart_by_their_ids),
        claim(makes_keys_of_names_and_numbers_the_equal_ones),
        claim(keeps_an_alias_of_two_entities_for_both_and_says_so),
        claim(tells_no_collision_where_a_row_says_when_it_is_meant),
        claim(tells_a_collision_of_a_hyphen_and_a_blank),
        claim(tells_no_collision_of_a_weak_alias),
        claim(tells_no_collision_where_case_keeps_two_apart),
        claim(leaves_out_an_alias_of_too_many_words),
        claim(reads_the_gazetteers_of_a_folder_in_order_and_no_other_tables),
        claim(says_which_file_is_not_there),
        claim(survives_having_no_memory_for_reports),
        claim(a_stop_is_heard_while_it_loads_and_compiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
