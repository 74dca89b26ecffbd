/* Looks at an output folder from the outside, with nothing of kith's own code:
 *
 *     check_output OUT [filtered]
 *
 * Every mention, and every sentence, cut out of the user's file by its offsets, is what
 * the table says; every mention, sentence and row of evidence points to something that is
 * there; every edge weighs as much as it has rows of evidence, and counts those that
 * assert, claim, plan and deny it as they say. `filtered`: rows of evidence may be of
 * edges that were left out. Prints what is wrong, one line each, and exits with 1; else
 * prints what was looked at. Run it where kith ran, so that the paths in articles.csv
 * lead to the files. */
#include <csv.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Enough to see what goes wrong, not so much that nobody reads it. */
#define COMPLAINTS_SHOWN 20

static unsigned long complaint_count;

static void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void complain(const char *format, ...)
{
    if (complaint_count++ >= COMPLAINTS_SHOWN)
        return;
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
}

static void give_up(const char *what, const char *name)
{
    printf("%s: %s\n", what, name);
    exit(1);
}

static void *room_for(size_t count, size_t size)
{
    void *room = calloc(count ? count : 1, size);
    if (!room)
        give_up("out of memory", "check_output");
    return room;
}

/* Files */

struct bytes {
    char *data;
    size_t length;
};

static struct bytes read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        give_up("cannot read", path);
    long length = ftell(file);
    rewind(file);
    struct bytes bytes = {room_for((size_t)length + 1, 1), (size_t)length};
    if (fread(bytes.data, 1, bytes.length, file) != bytes.length)
        give_up("cannot read", path);
    fclose(file);
    return bytes;
}

/* Tables: all cells in one list, row after row; row 0 is the header. */

struct table {
    char name[32];
    char **cells;
    size_t cell_count, room, width, row_count;
    size_t cells_in_row;
};

static void take_cell(void *cell, size_t length, void *context)
{
    struct table *table = context;
    if (table->cell_count == table->room) {
        table->room = table->room ? 2 * table->room : 4096;
        table->cells = realloc(table->cells, table->room * sizeof *table->cells);
        if (!table->cells)
            give_up("out of memory", table->name);
    }
    char *copy = room_for(length + 1, 1);
    if (length)
        memcpy(copy, cell, length);
    table->cells[table->cell_count++] = copy;
    table->cells_in_row++;
}

static void take_row(int terminator, void *context)
{
    (void)terminator;
    struct table *table = context;
    if (table->row_count == 0)
        table->width = table->cells_in_row;
    else if (table->cells_in_row != table->width)
        give_up("a row has another number of cells than the header", table->name);
    table->row_count++;
    table->cells_in_row = 0;
}

static struct table read_table(const char *folder, const char *name)
{
    struct table table = {0};
    char path[4096];
    snprintf(table.name, sizeof table.name, "%s", name);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    struct bytes bytes = read_file(path);
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_parse(&parser, bytes.data, bytes.length, take_cell, take_row, &table) !=
            bytes.length ||
        csv_fini(&parser, take_cell, take_row, &table) != 0)
        give_up(csv_strerror(csv_error(&parser)), path);
    csv_free(&parser);
    free(bytes.data);
    return table;
}

static size_t column(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->width; i++)
        if (strcmp(table->cells[i], name) == 0)
            return i;
    give_up("a column is missing", name);
    return 0;
}

static const char *cell(const struct table *table, size_t row, size_t at)
{
    return table->cells[row * table->width + at];
}

static unsigned long number(const struct table *table, size_t row, size_t at)
{
    const char *text = cell(table, row, at);
    char *end;
    unsigned long value = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end)
        complain("%s, row %zu: \"%s\" is no number", table->name, row, text);
    return value;
}

static void drop_table(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++)
        free(table->cells[i]);
    free(table->cells);
}

/* Rows found again by what stands in one column; open addresses. */

struct index {
    const struct table *table;
    size_t column, room;
    size_t *rows; /* 0: free, since row 0 is the header */
};

static size_t slot_of(const struct index *index, const char *key)
{
    size_t hash = 1469598103934665603u;
    for (const char *c = key; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 1099511628211u;
    size_t slot = hash % index->room;
    while (index->rows[slot] &&
           strcmp(cell(index->table, index->rows[slot], index->column), key) != 0)
        slot = (slot + 1) % index->room;
    return slot;
}

static struct index index_by(const struct table *table, const char *name)
{
    struct index index = {table, column(table, name), 2 * table->row_count + 1, NULL};
    index.rows = room_for(index.room, sizeof *index.rows);
    for (size_t row = 1; row < table->row_count; row++) {
        size_t slot = slot_of(&index, cell(table, row, index.column));
        if (index.rows[slot])
            complain("%s: %s %s stands twice", table->name, name,
                     cell(table, row, index.column));
        index.rows[slot] = row;
    }
    return index;
}

/* The row whose key it is, or 0. */
static size_t find(const struct index *index, const char *key)
{
    return index->rows[slot_of(index, key)];
}

static void drop_index(struct index *index)
{
    free(index->rows);
}

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

/* Mentions of an entity, counted, are what its node says. */
static void check_mentions(const struct table *nodes, const struct table *mentions,
                           bool is_filtered)
{
    struct index by_id = index_by(nodes, "id");
    unsigned long *counted = room_for(nodes->row_count, sizeof *counted);
    size_t entity = column(mentions, "entity"), count = column(nodes, "mentions");
    for (size_t row = 1; row < mentions->row_count; row++)
        counted[find(&by_id, cell(mentions, row, entity))]++;
    if (counted[0] && !is_filtered)
        complain("mentions.csv: %lu rows of no node", counted[0]);
    for (size_t row = 1; row < nodes->row_count; row++)
        if (number(nodes, row, count) != counted[row])
            complain("nodes.csv, row %zu: says %s mentions, and has %lu", row,
                     cell(nodes, row, count), counted[row]);
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
    struct table nodes = read_table(argv[1], "nodes.csv");
    struct table edges = read_table(argv[1], "edges.csv");
    struct index by_sentence = index_by(&sentences, "sentence");
    struct index by_node = index_by(&nodes, "id");

    size_t surfaces = check_spans(&articles, &mentions, "surface");
    size_t texts = check_spans(&articles, &sentences, "text");
    check_references(&evidence, "sentence", &by_sentence);
    check_references(&evidence, "article", &articles.by_id);
    check_references(&edges, "source", &by_node);
    check_references(&edges, "target", &by_node);
    check_weights(&edges, &evidence, is_filtered);
    check_standings(&edges, &evidence);
    check_mentions(&nodes, &mentions, is_filtered);
    printf("%zu mentions and %zu sentences cut, %zu edges weighed, %lu complaints\n",
           surfaces, texts, edges.row_count - 1, complaint_count);

    drop_index(&by_sentence);
    drop_index(&by_node);
    drop_table(&sentences);
    drop_table(&mentions);
    drop_table(&evidence);
    drop_table(&nodes);
    drop_table(&edges);
    close_articles(&articles);
    return complaint_count > 0 || surfaces == 0;
}
