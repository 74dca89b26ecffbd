/* What a person reads who gets a rule wrong: file, line, column, and a sentence. */
#include "support/check.h"

#include "relate/rules.h"

/* True when loading `text` fails with exactly this sentence. */
static bool is_told(const char *text, const char *sentence)
{
    struct kith_rules *rules = NULL;
    struct kith_error err = {0};
    assert_ok(kith_rules_new(&rules, &err), &err);
    enum kith_status status =
        kith_rules_load_bytes(rules, kith_str_of(text), "test.rel", &err);
    kith_rules_free(rules);
    if (status == KITH_BAD_INPUT && strcmp(err.text, sentence) == 0)
        return true;
    print_error("%s\nis \"%s\", not \"%s\"\n", text, err.text, sentence);
    return false;
}

#define LEADS "relation leads: person -> agency\n"

static void names_place_and_fault(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        /* brackets, braces and lists */
        {LEADS "  A lead} B\n", "test.rel:2:9: this '}' closes nothing"},
        {LEADS "  A {} B\n", "test.rel:2:6: a verb is missing here"},
        {LEADS "  A {attack|} B\n", "test.rel:2:13: a verb is missing here"},
        {LEADS "  A (head||chief) of B\n", "test.rel:2:11: nothing stands here to "
                                           "choose; for \"or nothing\" put '?' behind "
                                           "the bracket"},
        {LEADS "  A ( head|chief ) of B\n",
         "test.rel:2:11: '|' divides choices in round brackets, whose '(' touches the "
         "first of them"},
        {"list chief = head\n" LEADS "  B <cheif> A\n",
         "test.rel:3:6: no list is called 'cheif'; is 'chief' meant?"},
        {LEADS "  B <chief> A\nlist chief = head\n",
         "test.rel:2:6: no list is called 'chief'; lists stand above the rules that use "
         "them"},
        {LEADS "  B <> A\n", "test.rel:2:6: the name of a list is missing here"},
        /* gaps */
        {LEADS "  A .. chief of B\n",
         "test.rel:2:5: a few words in between are three dots: ..."},
        {LEADS "  A .... chief of B\n",
         "test.rel:2:8: a few words in between are three dots: ..."},
        {LEADS "  A … chief of B\n",
         "test.rel:2:5: a few words in between are three dots: ..."},
        {LEADS "  A ... ... chief of B\n",
         "test.rel:2:5: '...' stands between two words or names, one at a time"},
        {LEADS "  A (the ... chief) of B\n",
         "test.rel:2:10: '...' stands outside of brackets"},
        /* signs of other languages */
        {LEADS "  A [head] of B\n",
         "test.rel:2:5: '[' is no sign of this language; its signs are ( | ) ? <list> "
         "{verb} ... and ;"},
        {LEADS "  A the* head of B\n",
         "test.rel:2:8: '*' is no sign of this language; its signs are ( | ) ? <list> "
         "{verb} ... and ;"},
        {LEADS "  a is head of b\n", "test.rel:2:3: a rule names A once and B once, in "
                                     "capitals; this one has A 0 and "
                                     "B 0 times"},
        {LEADS "  B chief A ; 0,5\n",
         "test.rel:2:15: how sure a rule is, is a number from 0 to 1, as in 0.5"},
        /* what editors do */
        {LEADS "  B\xC2\xA0"
               "chief A\n",
         "test.rel:2:4: a no-break space stands here; write a blank"},
        {LEADS "\tB\t<chief>\tA\n",
         "test.rel:2:5: no list is called 'chief'; lists stand above the rules that use "
         "them"},
        {"# rules\r\n" LEADS "\r\n  B <chief> A\r\n",
         "test.rel:4:6: no list is called 'chief'; lists stand above the rules that use "
         "them"},
        {"\xEF\xBB\xBF"
         "B chief A\n",
         "test.rel:1:1: this rule stands under no 'relation' line"},
        {LEADS "  caf\xC3\xA9 B chief A\xE9\n",
         "test.rel:2:17: this byte is not UTF-8; save the file as UTF-8"},
        {"\xFF\xFEr", "test.rel:1:1: the file is UTF-16; save it as UTF-8"},
        {"relation,from,to,pattern\n",
         "test.rel:1:1: this looks like the header of a table; the names of tables end "
         "in .csv"},
        /* examples */
        {"  + Board chief Anna left.\n" LEADS,
         "test.rel:1:5: this example stands under no 'relation' line"},
        {LEADS "  B chief A\n    +Board chief Anna left.\n",
         "test.rel:3:5: an example is written: +, a blank, a sentence"},
        {LEADS "  B chief A\n    -\n",
         "test.rel:3:5: an example is written: -, a blank, a sentence"},
        /* lines that open something */
        {"Relation leads: person -> agency\n", "test.rel:1:1: is 'relation' meant?"},
        {LEADS "  B chief A\nrealtion met: any = any\n",
         "test.rel:3:1: is 'relation' meant?"},
        {"lists chief = head\n", "test.rel:1:1: is 'list' meant?"},
        {"list = head\n", "test.rel:1:5: the list has no name"},
        {"list chief =\n", "test.rel:1:13: an entry of this list is empty"},
        {"relation leads person -> agency\n",
         "test.rel:1:10: ':' is missing behind the relation's name, as in relation name: "
         "type, type -> type"},
        {"relation : person -> agency\n", "test.rel:1:9: the relation has no name"},
        {"relation leads: person > agency\n", "test.rel:1:16: '->' is missing between "
                                              "the types, or '=' for a relation without "
                                              "direction"},
        {"relation leads: person -> \n", "test.rel:1:26: a type is missing here"},
        {"relation leads: person | group -> agency\n",
         "test.rel:1:24: '|' cannot stand in a type; types are divided by commas, and "
         "<name> is a list of them"},
        {"relation leads: person -> <bodies\n",
         "test.rel:1:27: '<' cannot stand in a type; types are divided by commas, and "
         "<name> is a list of them"},
        {"list bodies = agency\nrelation leads: person -> <bodys>\n",
         "test.rel:2:28: no list is called 'bodys'; is 'bodies' meant?"},
        {"relation leads: person, one group -> agency\n",
         "test.rel:1:25: 'one' stands before the first type of a side"},
        {"  B chief A\n", "test.rel:1:3: this rule stands under no 'relation' line"},
        {"+ Nobody.\n", "test.rel:1:3: this example stands under no 'relation' line"},
        {LEADS "  B chief\n",
         "test.rel:2:3: a rule names A once and B once, in capitals; this "
         "one has A 0 and B 1 times"},
        {LEADS "  A A chief B\n",
         "test.rel:2:3: a rule names A once and B once, in capitals; "
         "this one has A 2 and B 1 times"},
        {LEADS "  A (the)? B\n",
         "test.rel:2:3: this rule would join any two names that stand near: it "
         "needs a word that cannot be left out"},
        {LEADS "  A (a? b?|c) B\n",
         "test.rel:2:3: this rule would join any two names that stand near: it "
         "needs a word that cannot be left out"},
        {"relation leads, a sort of role: any -> any\n",
         "test.rel:1:17: behind the comma stands what the relation is a kind of: "
         "relation name, a kind of family: type -> type"},
        {"relation leads, a kind of role: any -> any\n"
         "relation role, a kind of leads: any -> any\n",
         "test.rel:2:26: relation 'role' would be a kind of itself"},
        {"relation leads, a kind of role: any -> any\n"
         "relation leads, a kind of work: any -> any\n",
         "test.rel:2:27: relation 'leads' is a kind of 'role' already"},
        {LEADS "  A {lead B\n", "test.rel:2:5: '{' opens a verb, '}' is missing"},
        {LEADS "  A {lead} and {head} B\n",
         "test.rel:2:16: a rule has one verb in braces, and it stands outside of "
         "round brackets"},
        {LEADS "  A {be} B\n",
         "test.rel:2:6: a verb stands here in its base form, in small letters, as "
         "in {attack|carry out}; be and have are written out"},
        {LEADS "  A {lead/lead} B\n",
         "test.rel:2:11: behind '/' stand a noun and its preposition, as in "
         "{attack/attack on}"},
        {LEADS "  Ünal A (head of B\n", "test.rel:2:19: A and B stand outside of "
                                        "round brackets"},
        {LEADS "  A , (head|chief of\n", "test.rel:2:7: this '(' has no ')'"},
        {LEADS "  A , (head|) B\n",
         "test.rel:2:13: nothing stands here to choose; for \"or nothing\" put "
         "'?' behind the bracket"},
        {LEADS "  B? chief A\n",
         "test.rel:2:4: A and B cannot be left out; put a blank between them and "
         "what the '?' belongs to"},
        {LEADS "  B ? chief A\n", "test.rel:2:5: nothing stands before this '?'"},
        {LEADS "  B | chief A\n",
         "test.rel:2:5: '|' divides choices in round brackets, whose '(' touches "
         "the first of them"},
        {LEADS "  B > chief A\n", "test.rel:2:5: this '>' closes nothing"},
        {LEADS "  B <chief A\n", "test.rel:2:5: '<' opens a list's name, '>' is missing"},
        {LEADS "  ... B chief A\n",
         "test.rel:2:3: '...' stands between two words or names, one at a time"},
        {LEADS "  B \"chief\" A\n", "test.rel:2:5: quotation marks are passed over "
                                    "in articles; leave them out"},
        {LEADS "  B chief A ; sure\n",
         "test.rel:2:15: how sure a rule is, is a number from 0 to 1, as in 0.5"},
        {LEADS "  B chief A ; 1.5\n",
         "test.rel:2:15: how sure a rule is, is a number from 0 to 1, as in 0.5"},
        {"list chief head, boss\n",
         "test.rel:1:1: a list is written: list name = word, word"},
        {"list chief = head\nlist chief = boss\n",
         "test.rel:2:6: list 'chief' stands already in line 1"},
        {"list chief = head,, boss\n", "test.rel:1:19: an entry of this list is empty"},
        {"list chief = head (of)\n",
         "test.rel:1:19: the entries of a list are plain words; '(' is not one"},
        {"list chief = head,\n", "test.rel:2:1: the file ends within list 'chief'"},
        {"list c(h = head\n",
         "test.rel:1:6: a list is named with letters, digits, '-' and '_'"},
        {"list except = no longer\n",
         "test.rel:1:15: the entries of list 'except' are single words"},
        {"relation leads: person -> agency,\n", "test.rel:1:34: a type is missing "
                                                "here"},
        {"relation met: person -> person\nrelation met: person = person\n",
         "test.rel:2:10: relation 'met' has a direction in one place and none in "
         "another"},
        {LEADS "  B chief A\n  A caf\xE9 B\n",
         "test.rel:3:8: this byte is not UTF-8; save the file as UTF-8"},
    };
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        wrong += !is_told(cases[i][0], cases[i][1]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_place_and_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
