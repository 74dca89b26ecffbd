/* Looks at an output folder from the outside, with nothing of kith's own code:
 *
 *     check_output OUT [filtered]
 *
 * Every mention, and every sentence, cut out of the user's file by its offsets, is what
 * the table says; every mention, sentence and row of evidence points to something that is
 * there; every edge weighs as much as it has rows of evidence, and counts those that
 * assert, claim, plan and deny it as they say; what stood already is counted as copies
 * and as nothing else: check_copies.h. What else is there, of GraphML, GEXF, DOT, JSON
 * Lines and VOSviewer's JSON, says the same as the tables: check_graphs.h. `filtered`:
 * rows of evidence may be of edges that were left out. Prints what is wrong, one line
 * each, and exits with 1; else prints what was looked at. Run it where kith ran, so that
 * the paths in articles.csv lead to the files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check_copies.h"
#include "check_graphs.h"
#include "check_slices.h"
#include "check_tables.h"

/* Articles: the table, and the one file that is open. Rows of the other tables come
 * article by article, so one is enough. */

struct articles {
    struct table table;
    struct index by_id;
    size_t path, encoding;
    size_t open_row;
    struct bytes text;
};

static void open_articles(struct articles *articles, const char *folder)
{
    *articles = (struct articles){.table = read_table(folder, "articles.csv")};
    articles->by_id = index_by(&articles->table, "article");
    articles->path = column(&articles->table, "path");
    articles->encoding = column(&articles->table, "encoding");
}

static void close_articles(struct articles *articles)
{
    drop_index(&articles->by_id);
    drop_table(&articles->table);
    free(articles->text.data);
}

/* The bytes of an article, or NULL for one that is not UTF-8: offsets index its
 * conversion then, which is not on disk. */
static const struct bytes *text_of(struct articles *articles, size_t row)
{
    if (strcmp(cell(&articles->table, row, articles->encoding), "utf-8") != 0)
        return NULL;
    if (articles->open_row != row) {
        free(articles->text.data);
        articles->text = read_file(cell(&articles->table, row, articles->path));
        articles->open_row = row;
    }
    return &articles->text;
}

/* Spans */

/* text[begin:end] is `shown`, in which a line end stands as one blank. */
static bool is_cut(const struct bytes *text, size_t begin, size_t end, const char *shown)
{
    if (begin >= end || end > text->length)
        return false;
    for (size_t i = begin; i < end; i++) {
        if (text->data[i] == '\r' && i + 1 < end && text->data[i + 1] == '\n')
            continue;
        bool is_line_end = text->data[i] == '\r' || text->data[i] == '\n';
        if (*shown++ != (is_line_end ? ' ' : text->data[i]))
            return false;
    }
    return *shown == '\0';
}

/* Each row of `table`, cut out of its article, is what stands in `column_name`. */
static size_t check_spans(struct articles *articles, const struct table *table,
                          const char *column_name)
{
    size_t article = column(table, "article"), shown = column(table, column_name);
    size_t begin = column(table, "begin"), end = column(table, "end");
    size_t checked = 0;
    for (size_t row = 1; row < table->row_count; row++) {
        size_t found = find(&articles->by_id, cell(table, row, article));
        if (!found) {
            complain("%s, row %zu: no article %s", table->name, row,
                     cell(table, row, article));
            continue;
        }
        const struct bytes *text = text_of(articles, found);
        if (!text)
            continue;
        checked++;
        if (!is_cut(text, number(table, row, begin), number(table, row, end),
                    cell(table, row, shown)))
            complain("%s, row %zu: %s[%s:%s] is not \"%s\"", table->name, row,
                     cell(&articles->table, found, articles->path),
                     cell(table, row, begin), cell(table, row, end),
                     cell(table, row, shown));
    }
    return checked;
}

/* References and weights */

/* Each cell of `column_name` is the key of a row behind `index`. */
static void check_references(const struct table *table, const char *column_name,
                             const struct index *index)
{
    size_t at = column(table, column_name);
    for (size_t row = 1; row < table->row_count; row++)
        if (!find(index, cell(table, row, at)))
            complain("%s, row %zu: %s is not in %s", table->name, row,
                     cell(table, row, at), index->table->name);
}

/* What rows of evidence count as, by the names of the columns of edges.csv. */
static const char *const standings[] = {"asserted", "claimed", "unreal", "denied"};
#define STANDINGS (sizeof standings / sizeof *standings)

static size_t standing_of(const struct table *evidence, size_t row)
{
    if (strcmp(cell(evidence, row, column(evidence, "polarity")), "negative") == 0)
        return 3;
    if (strcmp(cell(evidence, row, column(evidence, "status")), "unreal") == 0)
        return 2;
    return *cell(evidence, row, column(evidence, "speaker")) ? 1 : 0;
}

/* The sum of the numbers in "Ukraine:9;a senior official:4". */
static unsigned long sum_of(const char *claimants)
{
    unsigned long sum = 0;
    while (*claimants) {
        size_t length = strcspn(claimants, ";");
        const char *number = claimants + length;
        while (number > claimants && number[-1] != ':')
            number--;
        sum += strtoul(number, NULL, 10);
        claimants += length + (claimants[length] == ';');
    }
    return sum;
}

/* A relation's four counts are those of its rows, its status is the first of them, and as
 * many rows have a claimant as claim it. */
static void check_standings(const struct table *edges, const struct table *evidence)
{
    struct index by_id = index_by(edges, "id");
    unsigned long(*counted)[STANDINGS] = room_for(edges->row_count, sizeof *counted);
    for (size_t row = 1; row < evidence->row_count; row++)
        counted[find(&by_id, cell(evidence, row, column(evidence, "edge")))]
               [standing_of(evidence, row)]++;
    for (size_t row = 1; row < edges->row_count; row++) {
        const char *status = cell(edges, row, column(edges, "status")), *first = NULL;
        if (!*status)
            continue;
        for (size_t i = 0; i < STANDINGS; i++) {
            if (number(edges, row, column(edges, standings[i])) != counted[row][i])
                complain("edges.csv, row %zu: %s %lu times, not as it says", row,
                         standings[i], counted[row][i]);
            first = first || !counted[row][i] ? first : standings[i];
        }
        if (!first || strcmp(first, status) != 0)
            complain("edges.csv, row %zu: is not %s", row, status);
        if (sum_of(cell(edges, row, column(edges, "claimed_by"))) != counted[row][1])
            complain("edges.csv, row %zu: claimed_by does not add up to claimed", row);
    }
    free(counted);
    drop_index(&by_id);
}

/* A row of evidence begins in its sentence, and ends behind where it begins. */
static void check_places(const struct table *evidence, const struct index *sentences)
{
    const struct table *table = sentences->table;
    for (size_t row = 1; row < evidence->row_count; row++) {
        size_t found = find(sentences, cell(evidence, row, column(evidence, "sentence")));
        unsigned long begin = number(evidence, row, column(evidence, "begin"));
        unsigned long end = number(evidence, row, column(evidence, "end"));
        if (found &&
            (begin < number(table, found, column(table, "begin")) ||
             begin >= number(table, found, column(table, "end")) || end <= begin))
            complain("evidence.csv, row %zu: does not begin in its sentence", row);
    }
}

/* Each edge weighs as much as it has rows of evidence, and they say of it what it says of
 * itself. */
static void check_weights(const struct table *edges, const struct table *evidence,
                          bool is_filtered)
{
    static const char *const same[] = {"source", "target", "relation"};
    struct index by_id = index_by(edges, "id");
    unsigned long *counted = room_for(edges->row_count, sizeof *counted);
    size_t edge = column(evidence, "edge"), weight = column(edges, "weight");
    for (size_t row = 1; row < evidence->row_count; row++) {
        size_t found = find(&by_id, cell(evidence, row, edge));
        counted[found]++;
        for (size_t i = 0; found && i < sizeof same / sizeof *same; i++)
            if (strcmp(cell(edges, found, column(edges, same[i])),
                       cell(evidence, row, column(evidence, same[i]))) != 0)
                complain("evidence.csv, row %zu: another %s than edge %s", row, same[i],
                         cell(evidence, row, edge));
    }
    if (counted[0] && !is_filtered)
        complain("evidence.csv: %lu rows of no edge", counted[0]);
    for (size_t row = 1; row < edges->row_count; row++)
        if (number(edges, row, weight) != counted[row])
            complain("edges.csv, row %zu: weighs %s and has %lu rows of evidence", row,
                     cell(edges, row, weight), counted[row]);
    free(counted);
    drop_index(&by_id);
}

/* Mentions of an entity, counted, are what its node says; one that only copies mention is
 * no node. */
static void check_mentions(const struct table *nodes, const struct table *mentions,
                           bool is_filtered, bool has_copies)
{
    struct index by_id = index_by(nodes, "id");
    unsigned long *counted = room_for(nodes->row_count, sizeof *counted);
    size_t entity = column(mentions, "entity"), count = column(nodes, "mentions");
    size_t copies = column(nodes, "copies");
    for (size_t row = 1; row < mentions->row_count; row++)
        counted[find(&by_id, cell(mentions, row, entity))]++;
    if (counted[0] && !is_filtered && !has_copies)
        complain("mentions.csv: %lu rows of no node", counted[0]);
    for (size_t row = 1; row < nodes->row_count; row++)
        if (number(nodes, row, count) + number(nodes, row, copies) != counted[row])
            complain("nodes.csv, row %zu: says %s mentions and %s copies, and has %lu",
                     row, cell(nodes, row, count), cell(nodes, row, copies),
                     counted[row]);
    free(counted);
    drop_index(&by_id);
}

int main(int argc, char **argv)
{
    bool is_filtered = argc == 3 && strcmp(argv[2], "filtered") == 0;
    if (argc != 2 && !is_filtered)
        give_up("usage", "check_output OUT [filtered]");
    struct articles articles;
    open_articles(&articles, argv[1]);
    struct table sentences = read_table(argv[1], "sentences.csv");
    struct table mentions = read_table(argv[1], "mentions.csv");
    struct table evidence = read_table(argv[1], "evidence.csv");
    struct table copies = read_table(argv[1], "copies.csv");
    struct table nodes = read_table(argv[1], "nodes.csv");
    struct table edges = read_table(argv[1], "edges.csv");
    struct index by_sentence = index_by(&sentences, "sentence");
    struct index by_node = index_by(&nodes, "id");

    size_t surfaces = check_spans(&articles, &mentions, "surface");
    size_t texts = check_spans(&articles, &sentences, "text");
    check_references(&evidence, "sentence", &by_sentence);
    check_references(&evidence, "article", &articles.by_id);
    check_places(&evidence, &by_sentence);
    check_references(&edges, "source", &by_node);
    check_references(&edges, "target", &by_node);
    check_weights(&edges, &evidence, is_filtered);
    check_standings(&edges, &evidence);
    check_mentions(&nodes, &mentions, is_filtered, copies.row_count > 1);
    check_copies(&articles.table, &sentences, &evidence, &copies, &edges);
    check_slices(argv[1], &nodes, &edges);
    check_graphs(argv[1], &nodes, &edges);
    check_dot(argv[1], &nodes, &edges);
    check_vosviewer(argv[1], &nodes, &edges);
    check_lines(argv[1]);
    printf("%zu mentions and %zu sentences cut, %zu edges weighed, %lu complaints\n",
           surfaces, texts, edges.row_count - 1, complaints());

    drop_index(&by_sentence);
    drop_index(&by_node);
    drop_table(&sentences);
    drop_table(&mentions);
    drop_table(&evidence);
    drop_table(&copies);
    drop_table(&nodes);
    drop_table(&edges);
    close_articles(&articles);
    return complaints() > 0 || surfaces == 0;
}
