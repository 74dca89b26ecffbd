/* Checking what stood already. */
#include "check_copies.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static void check_stories(const struct table *articles, const struct index *by_article)
{
    size_t story = column(articles, "story"), copy_of = column(articles, "copy_of");
    for (size_t row = 1; row < articles->row_count; row++) {
        const char *own = cell(articles, row, column(articles, "article"));
        size_t copied = find(by_article, cell(articles, row, copy_of));
        const char *wanted = copied ? cell(articles, copied, story) : own;
        if (!copied != !*cell(articles, row, copy_of) || copied >= row ||
            strcmp(cell(articles, row, story), wanted) != 0)
            complain("articles.csv, row %zu: is not of the story of what it copies", row);
    }
}

/* "a12" of "a12s3" is there. */
static bool is_in_article(const char *sentence, const struct index *by_article)
{
    char article[32] = "";
    size_t length = strcspn(sentence, "s");
    if (length >= sizeof article)
        return false;
    memcpy(article, sentence, length);
    return find(by_article, article);
}

static void check_places(const struct table *copies, const struct index *by_article,
                         const struct index *by_sentence)
{
    for (size_t row = 1; row < copies->row_count; row++) {
        const char *first = cell(copies, row, column(copies, "copy_of"));
        if (!is_in_article(first, by_article))
            complain("copies.csv, row %zu: no %s", row, first);
        if (find(by_sentence, cell(copies, row, column(copies, "sentence"))))
            complain("copies.csv, row %zu: its sentence counts", row);
        if (!find(by_article, cell(copies, row, column(copies, "article"))))
            complain("copies.csv, row %zu: no such article", row);
    }
}

static bool is_of_edge(const struct table *copies, size_t row, const struct table *edges,
                       size_t edge)
{
    static const char *const same[] = {"source", "target", "relation"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (strcmp(cell(copies, row, column(copies, same[i])),
                   cell(edges, edge, column(edges, same[i]))) != 0)
            return false;
    return true;
}

/* The edge of a copy: by its number, or, of a copy that comes before the edge has one, by
 * its ends; 0: of none. */
static size_t edge_of(const struct table *copies, size_t row, const struct table *edges,
                      const struct index *by_edge)
{
    size_t found = find(by_edge, cell(copies, row, column(copies, "edge")));
    if (found && !is_of_edge(copies, row, edges, found))
        complain("copies.csv, row %zu: has other ends than its edge", row);
    for (size_t edge = 1; !found && edge < edges->row_count; edge++)
        if (is_of_edge(copies, row, edges, edge))
            found = edge;
    return found;
}

static void check_counts(const struct table *copies, const struct table *edges,
                         const struct index *by_edge)
{
    size_t at = column(edges, "copies");
    unsigned long *counted = room_for(edges->row_count, sizeof *counted);
    for (size_t row = 1; row < copies->row_count; row++)
        counted[edge_of(copies, row, edges, by_edge)]++;
    for (size_t row = 1; row < edges->row_count; row++)
        if (number(edges, row, at) != counted[row])
            complain("edges.csv, row %zu: says %s copies, and has %lu", row,
                     cell(edges, row, at), counted[row]);
    free(counted);
}

/* An edge and a story that tells it, by their rows. */
struct told {
    size_t edge, story;
};

static int compare_told(const void *left, const void *right)
{
    const struct told *a = left, *b = right;
    if (a->edge != b->edge)
        return a->edge < b->edge ? -1 : 1;
    return (a->story > b->story) - (a->story < b->story);
}

static void check_edge_stories(const struct table *articles,
                               const struct index *by_article,
                               const struct table *evidence, const struct table *edges,
                               const struct index *by_edge)
{
    unsigned long *counted = room_for(edges->row_count, sizeof *counted);
    struct told *told = room_for(evidence->row_count, sizeof *told);
    size_t story = column(articles, "story"), at = column(edges, "stories");
    for (size_t row = 1; row < evidence->row_count; row++) {
        size_t article =
            find(by_article, cell(evidence, row, column(evidence, "article")));
        told[row].edge = find(by_edge, cell(evidence, row, column(evidence, "edge")));
        told[row].story = article ? find(by_article, cell(articles, article, story)) : 0;
    }
    qsort(told, evidence->row_count, sizeof *told, compare_told);
    for (size_t i = 1; i < evidence->row_count; i++)
        counted[told[i].edge] += compare_told(&told[i - 1], &told[i]) != 0;
    for (size_t row = 1; row < edges->row_count; row++)
        if (number(edges, row, at) != counted[row])
            complain("edges.csv, row %zu: says %s stories, and is told in %lu", row,
                     cell(edges, row, at), counted[row]);
    free(told);
    free(counted);
}

void check_copies(const struct table *articles, const struct table *sentences,
                  const struct table *evidence, const struct table *copies,
                  const struct table *edges)
{
    struct index by_article = index_by(articles, "article");
    struct index by_sentence = index_by(sentences, "sentence");
    struct index by_edge = index_by(edges, "id");
    check_stories(articles, &by_article);
    check_places(copies, &by_article, &by_sentence);
    check_counts(copies, edges, &by_edge);
    check_edge_stories(articles, &by_article, evidence, edges, &by_edge);
    drop_index(&by_article);
    drop_index(&by_sentence);
    drop_index(&by_edge);
}
