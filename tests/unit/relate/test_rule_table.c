/* Rules in tables: that they say what a .rel file says, and what a person reads about a
 * fault in one. */
#include "pipeline.h"
#include "twin.h"

#include "relate/rule_book.h"
#include "relate/rule_columns.h"
#include "relate/rule_course.h"
#include "support/folder.h"
#include "support/statements.h"

#define HEADER "relation,from,to,pattern,confidence,kind,parent,language\n"
#define LEADS HEADER "leads,person,agency,B chief A\n"

static struct kith_rules *new_rules(void)
{
    struct kith_rules *rules = NULL;
    struct kith_error err = {0};
    assert_ok(kith_rules_new(&rules, &err), &err);
    return rules;
}

static void add(struct kith_rules *rules, const char *text, const char *name)
{
    struct kith_error err = {0};
    assert_ok(kith_rules_load_bytes(rules, kith_str_of(text), name, &err), &err);
}

static struct kith_rules *load(const char *text)
{
    struct kith_rules *rules = new_rules();
    add(rules, text, "test.csv");
    return rules;
}

static void check_fault(const char *text, const char *sentence)
{
    struct kith_rules *rules = new_rules();
    struct kith_error err = {0};
    assert_int_equal(kith_rules_load_bytes(rules, kith_str_of(text), "test.csv", &err),
                     KITH_BAD_INPUT);
    assert_string_equal(err.text, sentence);
    kith_rules_free(rules);
}

/* ---- what is read ---------------------------------------------------------------- */

static void takes_what_describes_a_relation_from_the_row_above(void **state)
{
    (void)state;
    struct kith_rules *rules = load(HEADER "leads,person,agency,B chief A,0.95,,role,\n"
                                           ",,,\"A , chief of B\",,,,\n"
                                           "met,person,person,A met B,,Symmetric,,\n");
    kith_id leads = kith_rules_find_relation(rules, KITH_STR("leads"));
    kith_id met = kith_rules_find_relation(rules, KITH_STR("met"));
    assert_int_equal(kith_rules_count(rules), 3);
    assert_int_equal(kith_rules_rule(rules, 1).relation, leads);
    assert_int_equal(kith_rules_rule(rules, 2).relation, met);
    assert_false(kith_rules_relation(rules, leads).is_symmetric);
    assert_true(kith_rules_relation(rules, met).is_symmetric);
    assert_str(kith_rules_relation(rules, kith_rules_relation(rules, leads).parent).name,
               "role");
    kith_rules_free(rules);
}

static void takes_a_description_that_is_repeated_for_the_same(void **state)
{
    (void)state;
    struct kith_rules *rules = load(HEADER "leads,person,agency,B chief A,,,role,\n"
                                           "leads,,,B head A,,,,\n"
                                           "leads,person,agency,B boss A,,,role,\n"
                                           "leads,person,country,B king A,,,,\n");
    assert_int_equal(kith_rules_count(rules), 4);
    assert_int_equal(rules->signatures.count, 2);
    assert_int_equal(rules->entries.items[2].signature, 0);
    assert_int_equal(rules->entries.items[3].signature, 1);
    kith_rules_free(rules);
}

static void keeps_line_and_confidence_of_a_rule(void **state)
{
    (void)state;
    struct kith_rules *rules = load("\xEF\xBB\xBF# ours\r\n"
                                    "example_yes,relation,from,to,pattern,confidence\r\n"
                                    "\"One.\r\n\r\nTwo.\",leads,person,any,B chief A,0.95"
                                    "\r\n");
    struct kith_rule rule = kith_rules_rule(rules, 0);
    assert_str(rule.file, "test.csv");
    assert_int_equal(rule.line, 5);
    assert_true(rule.confidence == 0.95);
    assert_int_equal(kith_rules_example_count(rules), 2);
    assert_int_equal(kith_rules_example(rules, 0).line, 3);
    assert_int_equal(kith_rules_example(rules, 1).line, 5);
    assert_str(kith_rules_example(rules, 1).text, "Two.");
    assert_true(kith_rules_example(rules, 1).is_positive);
    kith_rules_free(rules);
}

static void knows_lists_wherever_they_stand(void **state)
{
    (void)state;
    struct kith_rules *rules = load("relation,from,to,pattern,list,word\n"
                                    "leads,person,<bodies>,B <chief> A,,\n"
                                    ",,,,chief,\"chief, head of state\"\n"
                                    ",,,,bodies,agency\n"
                                    ",,,,,company\n"
                                    ",,,,chief,boss\n");
    const struct kith_signature *leads = &rules->signatures.items[0];
    assert_int_equal(leads->sides[1].count, 2);
    assert_str(leads->sides[1].items[1], "company");
    kith_rules_free(rules);
}

static void shares_lists_with_the_tables_behind(void **state)
{
    (void)state;
    struct kith_rules *rules = load("list,word\nchief,head\n");
    struct kith_error err = {0};
    add(rules, HEADER "leads,person,agency,B <chief> A\n", "rules.csv");
    assert_int_equal(kith_rules_count(rules), 1);
    assert_int_equal(kith_rules_load_bytes(
                         rules, KITH_STR("relation leads: any -> any\n B <chief> A\n"),
                         "other.rel", &err),
                     KITH_BAD_INPUT);
    kith_rules_free(rules);
}

static void passes_over_columns_of_the_users_own(void **state)
{
    (void)state;
    struct kith_rules *rules = load("notes,Pattern,FROM,To,Relation,name\n"
                                    "sure?,A met B,person,person,met,x\n");
    assert_int_equal(kith_rules_count(rules), 1);
    kith_rules_free(rules);
}

static void keeps_the_language_of_the_rows_below(void **state)
{
    (void)state;
    struct kith_rules *rules = load(HEADER "leads,person,agency,B chief A,,,,\n"
                                           ",,,B head A,,,,de\n"
                                           ",,,B boss A,,,,\n");
    assert_int_equal(rules->entries.items[0].language.length, 0);
    assert_str(rules->entries.items[1].language, "de");
    assert_str(rules->entries.items[2].language, "de");
    kith_rules_free(rules);
}

static void tells_rules_from_gazetteers(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        bool is_of_rules;
    } files[] = {{"a.csv", "\nRelation,from\n", true}, {"b.CSV", "list,word\n", true},
                 {"c.csv", "name,type,list\n", false}, {"d.csv", "patern,to\n", false},
                 {"e.rel", "relation,to\n", false},    {"f.tsv", "to\tpattern\n", true},
                 {"g.csv", "name,pattern\n", false},   {"h.csv", "", false}};
    struct check_folder folder;
    check_folder_make(&folder);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        check_file(&folder, files[i].name, files[i].text);
        if (kith_rule_table_is(check_path(&folder, files[i].name)) !=
            files[i].is_of_rules)
            fail_msg("%s", files[i].name);
    }
    assert_false(kith_rule_table_is(check_path(&folder, "none.csv")));
    check_folder_remove(&folder);
}

/* ---- faults ---------------------------------------------------------------------- */

static void names_line_and_column_of_a_fault(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {HEADER "leads,person,agency,B <chief> A\n",
         "test.csv:2:24: no list is called 'chief'; lists stand above the rules that use "
         "them"},
        {HEADER "\"leads\" ,\tperson,  agency ,  \" B {lead A\"\n",
         "test.csv:2:34: '{' opens a verb, '}' is missing"},
        {HEADER "leads,person,\"agency,\nland,\",B chief A\n",
         "test.csv:3:6: a type is missing here"},
        {HEADER "leads,person,agency,B chief A,sure\n",
         "test.csv:2:31: how sure a rule is, is a number from 0 to 1, as in 0.5"},
        {HEADER "leads,person,agency,B chief A ; 0.5\n",
         "test.csv:2:31: how sure a rule is stands in the column 'confidence', without "
         "';'"},
        {HEADER "leads,person,agency,\"B chief A\nB head A\"\n",
         "test.csv:2:31: a cell holds one pattern; put the next in a row of its own"},
        {HEADER "leads,person,agency,B chief A,,both\n",
         "test.csv:2:32: a relation is 'directed', as when nothing is said, or "
         "'symmetric'"},
        {HEADER "leads,person,agency,B chief A,,,,\nleads,person,agency,B head "
                "A,,symmetric\n",
         "test.csv:3:1: relation 'leads' has a direction in one place and none in "
         "another"},
        {HEADER "leads,person,agency,B chief A,,,leads\n",
         "test.csv:2:33: relation 'leads' would be a kind of itself"},
        {HEADER "leads,person,,B chief A\n",
         "test.csv:2:1: relation 'leads' needs types in the column 'to'"},
        {LEADS ",person,,B head A\n",
         "test.csv:3:2: the column 'relation' is empty here; where it is, leave 'from' "
         "empty, too"},
        {HEADER ",,,B chief A\n",
         "test.csv:2:4: this row is of no relation: the column 'relation' is empty here "
         "and above"},
        {HEADER "leads,person,agency,\n", "test.csv:2:1: this row has no pattern"},
        {LEADS ",,,,0.5\n", "test.csv:3:5: this row has no pattern"},
        {HEADER "leads,person,agency,B chief A,,,,en,\"x\",,y\n",
         "test.csv:2:38: the row has more cells than the header; a comma inside a cell "
         "needs quotes around the cell"},
        {LEADS "leads,person,agency,\"B head A\n",
         "test.csv:3:1: the quote opened here is never closed"},
        {LEADS "leads,person,agency,B caf\xE9 A\n",
         "test.csv:3:26: this byte is not UTF-8; save the file as UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_fault(cases[i][0], cases[i][1]);
}

static void names_faults_of_headers_and_lists(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"relation,from,to,patern\n",
         "test.csv:1:18: no column is called 'patern'; is 'pattern' meant?"},
        {"relation;from;to;pattern\n",
         "test.csv:1:1: the cells are divided by ';'; save the table with commas between "
         "its cells, or with tabs as .tsv"},
        {"relation,from,pattern\n",
         "test.csv:1:1: the header has no column 'to'; rules stand below a line such as "
         "relation,from,to,pattern, and lists below list,word"},
        {"\n name,type\n",
         "test.csv:2:2: the header has no column 'relation'; rules stand below a line "
         "such as relation,from,to,pattern, and lists below list,word"},
        {"list\n",
         "test.csv:1:1: the header has no column 'word'; rules stand below a line such "
         "as relation,from,to,pattern, and lists below list,word"},
        {"list,word\n,head\n",
         "test.csv:2:2: this word is in no list: the column 'list' is empty here and "
         "above"},
        {"list,word\nchief,\n", "test.csv:2:1: this row has no word for the list"},
        {"list,word\nchief,\"head,\"\n", "test.csv:2:13: an entry of this list is empty"},
        {"list,word\nchief,head (of)\n",
         "test.csv:2:12: the entries of a list are plain words; '(' is not one"},
        {"list,word\nexcept,\"former, no longer\"\n",
         "test.csv:2:17: the entries of list 'except' are single words"},
        {"list,word,relation,from,to,pattern\nchief,head,leads,any,any,B <chief> A\n",
         "test.csv:2:7: a row holds a rule or words of a list, not both"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_fault(cases[i][0], cases[i][1]);
}

/* ---- the twin -------------------------------------------------------------------- */

#define SHIPPED "gazetteers/relations.rel"

/* Everything that is known of a rule, as text. */
static void write_rule(const struct kith_rules *rules, kith_id number,
                       struct kith_buf *out)
{
    const struct kith_course whole = {.rule = number, .stop = KITH_STOP_BEGIN};
    const struct kith_rule_entry *entry = &rules->entries.items[number];
    const struct kith_relation_type *type = &rules->relations.items[entry->rule.relation];
    kith_buf_str(out, type->name);
    kith_buf_format(out, " %d", type->is_symmetric);
    for (kith_id parent = type->parent; parent != KITH_NO_ID;
         parent = rules->relations.items[parent].parent) {
        kith_buf_byte(out, '<');
        kith_buf_str(out, rules->relations.items[parent].name);
    }
    for (int side = 0; side < 2; side++) {
        const struct kith_type_names *types =
            &rules->signatures.items[entry->signature].sides[side];
        kith_buf_format(out, " %d", types->is_one);
        for (uint32_t i = 0; i < types->count; i++)
            kith_buf_str(out, types->items[i]);
    }
    kith_buf_format(out, " %d %.17g ", (int)entry->voice, entry->rule.confidence);
    kith_buf_str(out, entry->language);
    kith_course_write_pattern(rules, &whole, out);
}

static void check_same_rules(const struct kith_rules *one, const struct kith_rules *other)
{
    assert_int_equal(kith_rules_count(one), kith_rules_count(other));
    for (kith_id i = 0; i < kith_rules_count(one); i++) {
        struct kith_buf a = {0}, b = {0};
        write_rule(one, i, &a);
        write_rule(other, i, &b);
        kith_buf_byte(&b, '\0');
        assert_str(kith_buf_view(&a), b.data);
        kith_buf_release(&a);
        kith_buf_release(&b);
    }
}

/* What the rules make of every example. */
static void write_found(struct pipeline *p, const struct kith_rules *examples,
                        struct kith_buf *out)
{
    for (uint32_t i = 0; i < kith_rules_example_count(examples); i++) {
        pipeline_run(p, kith_rules_example(examples, i).text);
        support_write_relations(p->gazetteer, p->rules, &p->findings, out);
    }
}

/* A pipeline with the twin of the rules that `p` has. */
static void open_twin(struct pipeline *twin, const char *path)
{
    struct kith_error err = {0};
    struct kith_arena arena;
    struct kith_str rel;
    struct kith_buf table = {0}, cast = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_file_read(path, 1 << 24, &arena, &rel, &err), &err);
    twin_write(rel, &table);
    kith_buf_byte(&table, '\0');
    pipeline_open_rules(twin);
    assert_ok(kith_rules_load(twin->rules, path, &err), &err);
    kith_rules_write_cast(twin->rules, &cast);
    kith_buf_byte(&cast, '\0');
    kith_rules_free(twin->rules);
    assert_ok(kith_rules_new(&twin->rules, &err), &err);
    assert_ok(kith_rules_load(twin->rules, "gazetteers/statements.rel", &err), &err);
    add(twin->rules, table.data, "twin.csv");
    twin->gazetteer = pipeline_gazetteer(cast.data);
    kith_buf_release(&cast);
    kith_buf_release(&table);
    kith_arena_release(&arena);
}

static void says_what_the_shipped_rules_say(void **state)
{
    (void)state;
    struct pipeline rel, twin;
    struct kith_buf found = {0}, found_by_twin = {0};
    pipeline_open_file(&rel, SHIPPED);
    open_twin(&twin, SHIPPED);
    check_same_rules(rel.rules, twin.rules);
    assert_int_equal(kith_rules_example_count(rel.rules),
                     kith_rules_example_count(twin.rules));
    pipeline_compile(&rel);
    pipeline_compile(&twin);
    write_found(&rel, rel.rules, &found);
    write_found(&twin, rel.rules, &found_by_twin);
    assert_true(found.length > 10000);
    assert_int_equal(found.length, found_by_twin.length);
    assert_memory_equal(found.data, found_by_twin.data, found.length);
    kith_buf_release(&found);
    kith_buf_release(&found_by_twin);
    pipeline_close(&rel);
    pipeline_close(&twin);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_describes_a_relation_from_the_row_above),
        cmocka_unit_test(takes_a_description_that_is_repeated_for_the_same),
        cmocka_unit_test(keeps_line_and_confidence_of_a_rule),
        cmocka_unit_test(knows_lists_wherever_they_stand),
        cmocka_unit_test(shares_lists_with_the_tables_behind),
        cmocka_unit_test(passes_over_columns_of_the_users_own),
        cmocka_unit_test(keeps_the_language_of_the_rows_below),
        cmocka_unit_test(tells_rules_from_gazetteers),
        cmocka_unit_test(names_line_and_column_of_a_fault),
        cmocka_unit_test(names_faults_of_headers_and_lists),
        cmocka_unit_test(says_what_the_shipped_rules_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
