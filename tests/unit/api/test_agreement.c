/* The files of one build agree with the articles and with each other: every span cuts its
 * name out of the article, every weight is counted again from its evidence, and the
 * tables say what the graph says, value by value. Over the bundled articles, at every
 * window. */
#include "support/check.h"
#include "support/folder.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/file.h"
#include "base/problem.h"
#include "input/csv_rows.h"
#include "kith.h"

/* Tables */

#define MOST_COLUMNS 64

struct table {
    struct kith_arena *arena;
    struct kith_str **items; /* rows; the first is the header */
    uint32_t count, room;
    uint32_t columns;
};

struct build {
    struct kith_arena arena;
    struct check_folder folder;
    enum kith_scope window;
    struct table articles, sentences, mentions, evidence, nodes, edges;
    struct kith_str
        *texts; /* of the articles; data is NULL where offsets count another */
    xmlDocPtr graph;
    struct kith_str run; /* run.json; noughts stand behind it */
};

static struct build build;

static enum kith_status keep_row(void *context, const struct kith_csv_row *row,
                                 struct kith_error *err)
{
    (void)err;
    struct table *table = context;
    if (table->columns == 0)
        table->columns = row->count;
    assert_int_equal(row->count, table->columns);
    assert_true(row->count <= MOST_COLUMNS);
    struct kith_str *cells = KITH_ARRAY(table->arena, struct kith_str, row->count);
    for (uint32_t i = 0; i < row->count; i++)
        cells[i] = kith_str_copy(table->arena, row->cells[i]);
    assert_true(KITH_ARENA_PUSHABLE(table->arena, table));
    table->items[table->count++] = cells;
    return KITH_OK;
}

static void read_table(struct table *table, const char *name)
{
    struct kith_problems problems;
    struct kith_error err = {0};
    *table = (struct table){.arena = &build.arena};
    kith_problems_init(&problems, &build.arena);
    assert_ok(
        kith_csv_read(check_path(&build.folder, name), keep_row, table, &problems, &err),
        &err);
    assert_int_equal(problems.count, 0);
    assert_true(table->count > 1);
}

static uint32_t column(const struct table *table, struct kith_str name)
{
    for (uint32_t i = 0; i < table->columns; i++)
        if (kith_str_equal(table->items[0][i], name))
            return i;
    return MOST_COLUMNS;
}

static struct kith_str cell(const struct table *table, uint32_t row, const char *name)
{
    uint32_t i = column(table, kith_str_of(name));
    if (i == MOST_COLUMNS)
        fail_msg("no column %s", name);
    return table->items[row][i];
}

static uint32_t number(const struct table *table, uint32_t row, const char *name)
{
    struct kith_str digits = cell(table, row, name);
    assert_true(digits.length > 0);
    uint32_t value = 0;
    for (size_t i = 0; i < digits.length; i++) {
        assert_in_range(digits.data[i], '0', '9');
        value = value * 10 + (uint32_t)(digits.data[i] - '0');
    }
    return value;
}

/* The row whose cell `name` is `value`; 0 when there is none. */
static uint32_t find(const struct table *table, const char *name, struct kith_str value)
{
    uint32_t i = column(table, kith_str_of(name));
    for (uint32_t row = 1; row < table->count; row++)
        if (kith_str_equal(table->items[row][i], value))
            return row;
    return 0;
}

/* The build */

static void read_articles(void)
{
    struct kith_error err = {0};
    build.texts = KITH_ARRAY(&build.arena, struct kith_str, build.articles.count);
    for (uint32_t row = 1; row < build.articles.count; row++)
        if (kith_str_equal(cell(&build.articles, row, "encoding"), KITH_STR("utf-8")))
            assert_ok(kith_file_read(cell(&build.articles, row, "path").data, UINT64_MAX,
                                     &build.arena, &build.texts[row], &err),
                      &err);
}

static void read_files(void)
{
    struct kith_error err = {0};
    read_table(&build.articles, "articles.csv");
    read_table(&build.sentences, "sentences.csv");
    read_table(&build.mentions, "mentions.csv");
    read_table(&build.evidence, "evidence.csv");
    read_table(&build.nodes, "nodes.csv");
    read_table(&build.edges, "edges.csv");
    read_articles();
    build.graph = xmlReadFile(check_path(&build.folder, "graph.graphml"), NULL,
                              XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(build.graph);
    assert_ok(kith_file_read(check_path(&build.folder, "run.json"), UINT64_MAX,
                             &build.arena, &build.run, &err),
              &err);
}

static int make(enum kith_scope window)
{
    static const char *const articles[] = {"tests/articles"};
    static const char *const gazetteers[] = {"gazetteers"};
    struct kith_summary *summary = NULL;
    struct kith_build_options options;
    struct kith_error err = {0};
    build = (struct build){.window = window};
    kith_arena_init(&build.arena, KITH_ARENA_UNCAPPED);
    check_folder_make(&build.folder);
    kith_build_options_init(&options);
    options.articles = articles;
    options.article_count = 1;
    options.gazetteers = gazetteers;
    options.gazetteer_count = 1;
    options.output = build.folder.path;
    options.scope = window;
    assert_ok(kith_build(&options, &summary, &err), &err);
    kith_summary_free(summary);
    read_files();
    return 0;
}

static int make_by_sentence(void **state)
{
    (void)state;
    return make(KITH_SENTENCE);
}

static int make_by_paragraph(void **state)
{
    (void)state;
    return make(KITH_PARAGRAPH);
}

static int make_by_article(void **state)
{
    (void)state;
    return make(KITH_ARTICLE);
}

static int make_by_tokens(void **state)
{
    (void)state;
    return make(KITH_TOKENS);
}

static int drop(void **state)
{
    (void)state;
    xmlFreeDoc(build.graph);
    check_folder_remove(&build.folder);
    kith_arena_release(&build.arena);
    return 0;
}

/* Spans */

/* What tables do to text: a line end becomes one blank. */
static bool says(struct kith_str cell, struct kith_str text)
{
    size_t at = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '\r' && i + 1 < text.length && text.data[i + 1] == '\n')
            continue;
        if (at == cell.length || cell.data[at++] != (c == '\n' || c == '\r' ? ' ' : c))
            return false;
    }
    return at == cell.length;
}

/* The words a row points to; data is NULL when its article is not counted in bytes of the
 * file. */
static struct kith_str words_of(const struct table *table, uint32_t row)
{
    uint32_t article = find(&build.articles, "article", cell(table, row, "article"));
    uint32_t begin = number(table, row, "begin"), end = number(table, row, "end");
    assert_true(article > 0);
    struct kith_str text = build.texts[article];
    if (!text.data)
        return text;
    assert_true(begin < end && end <= text.length);
    return kith_str_slice(text, begin, end);
}

static void check_spans(const struct table *table, const char *name)
{
    for (uint32_t row = 1; row < table->count; row++) {
        struct kith_str words = words_of(table, row);
        if (words.data && !says(cell(table, row, name), words))
            fail_msg("row %u says \"%s\", the article \"%.*s\"", row,
                     cell(table, row, name).data, KITH_STR_ARGS(words));
    }
}

static void every_span_cuts_its_words_out_of_the_article(void **state)
{
    (void)state;
    check_spans(&build.mentions, "surface");
    check_spans(&build.sentences, "text");
}

/* A mention of the entity that begins (or ends) there. */
static bool stands(struct kith_str article, struct kith_str entity, const char *edge,
                   struct kith_str offset)
{
    for (uint32_t row = 1; row < build.mentions.count; row++)
        if (kith_str_equal(cell(&build.mentions, row, edge), offset) &&
            kith_str_equal(cell(&build.mentions, row, "entity"), entity) &&
            kith_str_equal(cell(&build.mentions, row, "article"), article))
            return true;
    return false;
}

/* A relation may run from "he" or to "the attack": from what stands for a name. */
static bool runs_from_a_stand_in(uint32_t row)
{
    static const char *const words[] = {"he ", "He ", "she ", "She ", "attack "};
    struct kith_str evidence = words_of(&build.evidence, row);
    if (says(cell(&build.evidence, row, "relation"), KITH_STR("co-occurrence")))
        return false;
    if (!evidence.data)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kith_str_starts_with(evidence, kith_str_of(words[i])))
            return true;
    return kith_str_ends_with(evidence, KITH_STR(" he")) ||
           kith_str_ends_with(evidence, KITH_STR(" she")) ||
           kith_str_ends_with(evidence, KITH_STR(" attack"));
}

static void evidence_runs_from_one_of_the_two_to_the_other(void **state)
{
    (void)state;
    for (uint32_t row = 1; row < build.evidence.count; row++) {
        struct kith_str article = cell(&build.evidence, row, "article");
        struct kith_str source = cell(&build.evidence, row, "source");
        struct kith_str target = cell(&build.evidence, row, "target");
        struct kith_str begin = cell(&build.evidence, row, "begin");
        struct kith_str end = cell(&build.evidence, row, "end");
        bool is_forward = stands(article, source, "begin", begin) &&
                          stands(article, target, "end", end);
        bool is_backward = stands(article, target, "begin", begin) &&
                           stands(article, source, "end", end);
        assert_true(is_forward || is_backward || runs_from_a_stand_in(row));
    }
}

static bool is_within(uint32_t offset, uint32_t row)
{
    return offset >= number(&build.sentences, row, "begin") &&
           offset <= number(&build.sentences, row, "end");
}

/* The sentence that holds the byte before `end`. */
static bool has_sentence_at(struct kith_str article, uint32_t end)
{
    for (uint32_t row = 1; row < build.sentences.count; row++)
        if (kith_str_equal(cell(&build.sentences, row, "article"), article) &&
            is_within(end, row))
            return true;
    return false;
}

static void the_sentences_of_all_evidence_are_told(void **state)
{
    (void)state;
    for (uint32_t row = 1; row < build.evidence.count; row++) {
        uint32_t sentence =
            find(&build.sentences, "sentence", cell(&build.evidence, row, "sentence"));
        uint32_t end = number(&build.evidence, row, "end");
        assert_true(sentence > 0);
        assert_true(is_within(number(&build.evidence, row, "begin"), sentence));
        assert_true(has_sentence_at(cell(&build.evidence, row, "article"), end));
        if (build.window == KITH_SENTENCE)
            assert_true(is_within(end, sentence));
    }
}

static void a_sentence_is_told_once(void **state)
{
    (void)state;
    for (uint32_t row = 1; row < build.sentences.count; row++)
        assert_int_equal(
            find(&build.sentences, "sentence", cell(&build.sentences, row, "sentence")),
            row);
}

/* Counts */

/* How many rows of `table` have `value` in the column `name`. */
static uint32_t count_of(const struct table *table, const char *name,
                         struct kith_str value)
{
    uint32_t i = column(table, kith_str_of(name)), count = 0;
    for (uint32_t row = 1; row < table->count; row++)
        count += kith_str_equal(table->items[row][i], value);
    return count;
}

static void every_weight_is_its_rows_of_evidence(void **state)
{
    (void)state;
    uint32_t sum = 0;
    for (uint32_t row = 1; row < build.edges.count; row++) {
        uint32_t weight = number(&build.edges, row, "weight");
        assert_int_equal(count_of(&build.evidence, "edge", cell(&build.edges, row, "id")),
                         weight);
        sum += weight;
    }
    assert_int_equal(sum, build.evidence.count - 1);
}

static void evidence_and_its_edge_have_the_same_ends(void **state)
{
    (void)state;
    static const char *const names[] = {"source", "target", "relation"};
    for (uint32_t row = 1; row < build.evidence.count; row++) {
        uint32_t edge = find(&build.edges, "id", cell(&build.evidence, row, "edge"));
        assert_true(edge > 0);
        for (size_t i = 0; i < 3; i++)
            assert_str(cell(&build.evidence, row, names[i]),
                       cell(&build.edges, edge, names[i]).data);
    }
}

static void mentions_are_counted_by_article_and_by_entity(void **state)
{
    (void)state;
    for (uint32_t row = 1; row < build.articles.count; row++)
        assert_int_equal(
            number(&build.articles, row, "mentions"),
            count_of(&build.mentions, "article", cell(&build.articles, row, "article")));
    for (uint32_t row = 1; row < build.nodes.count; row++)
        assert_int_equal(
            number(&build.nodes, row, "mentions"),
            count_of(&build.mentions, "entity", cell(&build.nodes, row, "id")));
}

/* The window's own count is the weight of co-occurrence. */
static void the_weight_is_what_the_window_counts(void **state)
{
    (void)state;
    static const char *const counts[] = {[KITH_SENTENCE] = "sentences",
                                         [KITH_PARAGRAPH] = "paragraphs",
                                         [KITH_ARTICLE] = "shared_stories",
                                         [KITH_TOKENS] = "windows"};
    for (uint32_t row = 1; row < build.edges.count; row++) {
        bool is_pair = kith_str_equal(cell(&build.edges, row, "relation"),
                                      KITH_STR("co-occurrence"));
        struct kith_str count = cell(&build.edges, row, counts[build.window]);
        if (is_pair)
            assert_str(count, cell(&build.edges, row, "weight").data);
        else
            assert_int_equal(count.length, 0);
    }
}

static void check_run(const char *name, uint32_t count)
{
    char member[64];
    snprintf(member, sizeof member, "\"%s\": %u,\n", name, count);
    if (!strstr(build.run.data, member))
        fail_msg("run.json lacks %s", member);
}

static void run_json_counts_the_same(void **state)
{
    (void)state;
    uint32_t pairs = count_of(&build.edges, "relation", KITH_STR("co-occurrence"));
    check_run("read", build.articles.count - 1);
    check_run("nodes", build.nodes.count - 1);
    check_run("edges", build.edges.count - 1);
    check_run("cooccurrence_edges", pairs);
    check_run("relation_edges", build.edges.count - 1 - pairs);
}

/* GraphML against the tables */

static xmlNodePtr next_named(xmlNodePtr node, const char *name)
{
    while (node && strcmp((const char *)node->name, name) != 0)
        node = xmlNextElementSibling(node);
    return node;
}

static xmlNodePtr first_named(xmlNodePtr parent, const char *name)
{
    return next_named(xmlFirstElementChild(parent), name);
}

static bool has_attribute(xmlNodePtr node, const char *name, struct kith_str value)
{
    xmlChar *text = xmlGetProp(node, (const xmlChar *)name);
    bool is_equal = text && kith_str_equal(kith_str_of((char *)text), value);
    xmlFree(text);
    return is_equal;
}

/* The table's column for a key of the graph; MOST_COLUMNS when it has none. */
static uint32_t column_of_key(const struct table *table, const xmlChar *id)
{
    xmlNodePtr root = xmlDocGetRootElement(build.graph);
    xmlNodePtr key = first_named(root, "key");
    while (key && !has_attribute(key, "id", kith_str_of((const char *)id)))
        key = next_named(xmlNextElementSibling(key), "key");
    assert_non_null(key);
    xmlChar *name = xmlGetProp(key, (const xmlChar *)"attr.name");
    uint32_t i = column(table, kith_str_of((char *)name));
    xmlFree(name);
    return i;
}

/* Every datum of `element` is its cell in `row`; returns how many cells were met. */
static uint32_t check_data(xmlNodePtr element, const struct table *table, uint32_t row)
{
    uint32_t met = 0;
    for (xmlNodePtr data = first_named(element, "data"); data;
         data = next_named(xmlNextElementSibling(data), "data")) {
        xmlChar *id = xmlGetProp(data, (const xmlChar *)"key");
        xmlChar *text = xmlNodeGetContent(data);
        uint32_t i = column_of_key(table, id);
        if (i != MOST_COLUMNS) {
            assert_str(table->items[row][i], (char *)text);
            met++;
        }
        xmlFree(text);
        xmlFree(id);
    }
    return met;
}

/* Cells that are not empty, but for those in `others` columns that are XML attributes or
 * stand in the table only. */
static uint32_t cells_in(const struct table *table, uint32_t row, uint32_t others)
{
    uint32_t count = 0;
    for (uint32_t i = others; i < table->columns; i++)
        count += table->items[row][i].length > 0;
    return count;
}

static void the_graph_has_the_nodes_of_the_table(void **state)
{
    (void)state;
    xmlNodePtr graph = first_named(xmlDocGetRootElement(build.graph), "graph");
    xmlNodePtr node = first_named(graph, "node");
    for (uint32_t row = 1; row < build.nodes.count; row++) {
        assert_non_null(node);
        assert_true(has_attribute(node, "id", cell(&build.nodes, row, "id")));
        assert_int_equal(check_data(node, &build.nodes, row),
                         cells_in(&build.nodes, row, 1));
        node = next_named(xmlNextElementSibling(node), "node");
    }
    assert_null(node);
}

static void the_graph_has_the_edges_of_the_table(void **state)
{
    (void)state;
    static const char *const names[] = {"id", "source", "target", "directed"};
    xmlNodePtr graph = first_named(xmlDocGetRootElement(build.graph), "graph");
    xmlNodePtr edge = first_named(graph, "edge");
    for (uint32_t row = 1; row < build.edges.count; row++) {
        assert_non_null(edge);
        for (size_t i = 0; i < 4; i++)
            assert_true(has_attribute(edge, names[i], cell(&build.edges, row, names[i])));
        assert_true(has_attribute(edge, "label", cell(&build.edges, row, "relation")));
        assert_int_equal(check_data(edge, &build.edges, row),
                         cells_in(&build.edges, row, 6));
        edge = next_named(xmlNextElementSibling(edge), "edge");
    }
    assert_null(edge);
}

static void ends_of_edges_are_nodes_with_those_labels(void **state)
{
    (void)state;
    for (uint32_t row = 1; row < build.edges.count; row++) {
        uint32_t source = find(&build.nodes, "id", cell(&build.edges, row, "source"));
        uint32_t target = find(&build.nodes, "id", cell(&build.edges, row, "target"));
        assert_true(source > 0 && target > 0 && source != target);
        assert_str(cell(&build.edges, row, "source_label"),
                   cell(&build.nodes, source, "label").data);
        assert_str(cell(&build.edges, row, "target_label"),
                   cell(&build.nodes, target, "label").data);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_span_cuts_its_words_out_of_the_article),
    cmocka_unit_test(evidence_runs_from_one_of_the_two_to_the_other),
    cmocka_unit_test(the_sentences_of_all_evidence_are_told),
    cmocka_unit_test(a_sentence_is_told_once),
    cmocka_unit_test(every_weight_is_its_rows_of_evidence),
    cmocka_unit_test(evidence_and_its_edge_have_the_same_ends),
    cmocka_unit_test(mentions_are_counted_by_article_and_by_entity),
    cmocka_unit_test(the_weight_is_what_the_window_counts),
    cmocka_unit_test(run_json_counts_the_same),
    cmocka_unit_test(the_graph_has_the_nodes_of_the_table),
    cmocka_unit_test(the_graph_has_the_edges_of_the_table),
    cmocka_unit_test(ends_of_edges_are_nodes_with_those_labels),
};

int main(void)
{
    int failures = 0;
    failures += cmocka_run_group_tests_name("sentence", tests, make_by_sentence, drop);
    failures += cmocka_run_group_tests_name("paragraph", tests, make_by_paragraph, drop);
    failures += cmocka_run_group_tests_name("article", tests, make_by_article, drop);
    failures += cmocka_run_group_tests_name("tokens", tests, make_by_tokens, drop);
    return failures;
}
