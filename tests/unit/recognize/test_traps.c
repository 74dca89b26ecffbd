/* Sentences that look as if they named somebody (traps.txt), and definitions of short
 * names (definitions.txt): counted, since no rule gets all of them right. */
#include "support/reading.h"

#include "base/file.h"
#include "support/recognize.h"

#define TRAPS "tests/unit/recognize/traps.txt"
#define DEFINITIONS "tests/unit/recognize/definitions.txt"

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Paris,city,\nHouston,city,\nSydney,city,\nFlorence,city,\nAustin,city,\n"           \
    "Dallas,city,\nMadison,city,\nLincoln,city,\nSavannah,city,\nChelsea,city,\n"        \
    "Brooklyn,city,\nJordan,country,\nGeorgia,country,\nChad,country,\n"                 \
    "India,country,\nIsrael,country,\nKenya,country,\nChina,country,\n"                  \
    "Washington,city,\nVictoria,city,\nCharlotte,city,\nOrlando,city,\n"                 \
    "Phoenix,city,\nSofia,city,\nVienna,city,\nMilan,city,\nTroy,city,\n"                \
    "Bristol,city,\nLancaster,city,\nYork,city,\nKent,region,\nTurkey,country,\n"        \
    "Vladimir Putin,person,Putin\nGeorge Bush,person,Bush\nTheresa May,person,May\n"     \
    "Boris Johnson,person,Johnson\nDonald Trump,person,Trump\n"                          \
    "Angela Merkel,person,Merkel\nXi Jinping,person,Xi\nWill Smith,person,Will\n"        \
    "Islamic State,group,IS\nUnited States,country,US\n"                                 \
    "World Health Organization,organisation,WHO\nUnited Parcel Service,company,UPS\n"    \
    "Immigration and Customs Enforcement,agency,ICE\n"

/* A line of the file at a time. */
static struct kith_str next_line(struct kith_str *rest)
{
    const char *end = memchr(rest->data, '\n', rest->length);
    size_t length = end ? (size_t)(end - rest->data) : rest->length;
    struct kith_str line = {rest->data, length};
    *rest = kith_str_slice(*rest, end ? length + 1 : length, rest->length);
    return line;
}

static struct kith_str read_file(struct check_reading *reading, const char *path)
{
    struct kith_str text;
    assert_ok(kith_file_read(path, 1 << 20, &reading->arena, &text, &reading->err),
              &reading->err);
    return text;
}

static struct kith_mentions recognize(struct check_reading *reading, struct kith_str text)
{
    struct kith_mentions mentions;
    char *copy = kith_arena_alloc(&reading->arena, text.length + 1);
    memcpy(copy, text.data, text.length);
    copy[text.length] = '\0';
    check_read(reading, copy);
    assert_ok(support_recognize(reading->gazetteer, &reading->document, &reading->arena,
                                &mentions, &reading->err),
              &reading->err);
    return mentions;
}

static void leaks_in_no_more_than_two_traps_of_a_hundred(void **state)
{
    struct check_reading reading;
    uint32_t traps = 0, leaks = 0;
    (void)state;
    check_reading_init(&reading);
    check_load(&reading, "names.csv", NAMES);
    check_compile(&reading);
    struct kith_str rest = read_file(&reading, TRAPS);
    while (rest.length) {
        struct kith_str line = next_line(&rest);
        traps++;
        if (recognize(&reading, line).count == 0)
            continue;
        leaks++;
        print_message("leaks: %.*s\n", KITH_STR_ARGS(line));
    }
    assert_true(traps >= 100);
    assert_true(leaks * 50 <= traps);
    check_reading_release(&reading);
}

/* The names that the definitions are about: what stands in them before the first small
 * word that is not "of" or "for", without brackets. */
static const char defined_names[] =
    "name,type\nBaltic Trade Council,organisation\nUnion of Rural Banks,organisation\n"
    "Office for Coastal Safety,agency\nParty of Northern Workers,party\n"
    "Free Harbour Movement,organisation\nInstitute of Marine Research,organisation\n"
    "League of Upland Farmers,organisation\nBureau of Public Roads,agency\n"
    "Arctic Survey Group,organisation\nNational Ferry Service,company\n"
    "Civil Air Authority,agency\nMountain Rescue Corps,organisation\n"
    "Agency for Border Trade,agency\nMuseum of Early Flight,organisation\n"
    "Lake District Police,agency\nCentral Grain Board,agency\n"
    "Eastern Shipping Company,company\nWorkers Relief Fund,organisation\n"
    "House of Young Writers,organisation\nSociety of Bell Founders,organisation\n"
    "Council of Island Mayors,organisation\nFederation of Glass Makers,organisation\n"
    "Ministry of River Works,ministry\nCourt of Minor Claims,agency\n"
    "Army of Western Hills,group\nChurch of Open Doors,organisation\n"
    "College of Deep Sea Divers,organisation\nNorthern Lights Orchestra,organisation\n"
    "Harbour Pilots Association,organisation\nVillage Doctors Network,organisation\n"
    "Coastal Research Station,organisation\n";

struct score {
    uint32_t expected, found, right;
};

/* The defined short name among the mentions counts once. */
static void score_line(struct check_reading *reading, struct kith_str line,
                       struct score *score)
{
    const char *stroke = memchr(line.data, '|', line.length);
    assert_non_null(stroke);
    size_t at = (size_t)(stroke - line.data);
    struct kith_str wanted = kith_str_slice(line, at + 2, line.length);
    struct kith_mentions mentions = recognize(reading, kith_str_slice(line, 0, at - 1));
    score->expected += !kith_str_equal(wanted, KITH_STR("-"));
    for (uint32_t i = 0; i < mentions.count; i++) {
        const struct kith_mention *mention = &mentions.items[i];
        if (mention->found != KITH_FOUND_DEFINED)
            continue;
        struct kith_str surface =
            kith_str_slice(reading->document.text, mention->begin, mention->end);
        bool is_right = kith_str_equal(surface, wanted);
        score->found++;
        score->right += is_right;
        if (!is_right)
            print_message("wrong: %.*s\n", KITH_STR_ARGS(line));
    }
}

static void finds_nine_definitions_in_ten_and_few_others(void **state)
{
    struct check_reading reading;
    struct score score = {0};
    (void)state;
    check_reading_init(&reading);
    check_load(&reading, "names.csv", defined_names);
    check_compile(&reading);
    struct kith_str rest = read_file(&reading, DEFINITIONS);
    while (rest.length) {
        struct kith_str line = next_line(&rest);
        if (line.length && line.data[0] != '#')
            score_line(&reading, line, &score);
    }
    assert_true(score.expected >= 48);
    assert_true(score.right * 100 >= score.found * 95);
    assert_true(score.right * 100 >= score.expected * 90);
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaks_in_no_more_than_two_traps_of_a_hundred),
        cmocka_unit_test(finds_nine_definitions_in_ten_and_few_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
