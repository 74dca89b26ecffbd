/* The summary, and faults. */
#include "report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "number.h"
#include "plain.h"

/* Summary */

static void print_count(uint64_t count, const char *one, const char *many)
{
    char text[NUMBER_ROOM];
    printf("%s %s", grouped(count, text), count == 1 ? one : many);
}

/* What the filters kept out, when they did. */
static void print_left_out(const struct kith_summary *summary)
{
    if (!summary->left_out_entities && !summary->left_out_cooccurrence_edges &&
        !summary->left_out_relation_edges)
        return;
    fputs("left out: ", stdout);
    print_count(summary->left_out_cooccurrence_edges, "co-occurrence", "co-occurrences");
    fputs(", ", stdout);
    print_count(summary->left_out_relation_edges, "relation", "relations");
    fputs(", ", stdout);
    print_count(summary->left_out_entities, "entity", "entities");
    fputs(" without an edge\n", stdout);
}

static void print_pruned(const struct kith_summary *summary)
{
    if (!summary->pruned_edges)
        return;
    fputs("backbone: ", stdout);
    print_count(summary->pruned_edges, "co-occurrence", "co-occurrences");
    printf(" taken out, %.1f %% of the weight, and ", 100 * summary->pruned_share);
    print_count(summary->pruned_entities, "entity", "entities");
    fputs("\n", stdout);
}

/* What is wrong with articles of a kind of problems.csv. */
static const char *fault_of(const char *kind)
{
    static const struct {
        const char *kind, *fault;
    } faults[] = {{"size", "too large"},
                  {"binary", "not text"},
                  {"kind", "of a kind that is not read"},
                  {"csv", "bad rows of tables"},
                  {"json", "no JSON of an article"},
                  {"html", "pages without an article"},
                  {"xml", "bad or empty XML"},
                  {"memory", "out of memory"}};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strcmp(faults[i].kind, kind) == 0)
            return faults[i].fault;
    return kind;
}

/* "skipped 12 articles: 7 empty, 3 too large, 2 not text" */
static void print_skipped(const struct kith_summary *summary)
{
    char number[NUMBER_ROOM];
    if (!summary->articles_skipped)
        return;
    fputs("skipped ", stdout);
    print_count(summary->articles_skipped, "article", "articles");
    for (size_t i = 0; i < summary->skipped_count; i++)
        printf("%s%s %s", i ? ", " : ": ", grouped(summary->skipped[i].articles, number),
               fault_of(summary->skipped[i].kind));
    putchar('\n');
}

static void print_left_out_by_date(const struct kith_summary *summary)
{
    if (summary->articles_outside) {
        print_count(summary->articles_outside, "article is", "articles are");
        puts(" of other days and left out");
    }
    if (summary->articles_undated) {
        print_count(summary->articles_undated, "article bears", "articles bear");
        printf(" no date and %s left out\n",
               summary->articles_undated == 1 ? "was" : "were");
    }
}

/* What of the articles a store had. */
static void print_kept(const struct kith_summary *summary)
{
    if (!summary->has_store)
        return;
    fputs("from the store: ", stdout);
    print_count(summary->articles_kept, "article", "articles");
    fputs(", read: ", stdout);
    print_count(summary->articles_read - summary->articles_kept, "article", "articles");
    if (summary->why_read)
        printf(" (%s)", summary->why_read);
    fputs("\n", stdout);
}

static void print_unchanged(const struct kith_summary *summary, double seconds)
{
    fputs("nothing is new: ", stdout);
    print_count(summary->articles_read, "article", "articles");
    printf(", names, rules and options are as they were, and so is what was written, "
           "%.2f s\n",
           seconds);
}

static void print_counts(const struct kith_summary *summary, double seconds)
{
    char size[NUMBER_ROOM];
    print_count(summary->articles_read, "article", "articles");
    printf(" read (%s)", sized(summary->bytes, size));
    if (summary->articles_copied) {
        char copies[NUMBER_ROOM];
        printf(", %s of them %s", grouped(summary->articles_copied, copies),
               summary->articles_copied == 1 ? "a copy" : "copies");
    }
    printf(", %.*f s\n", seconds < 10 ? 2 : 0, seconds);
    print_skipped(summary);
    print_left_out_by_date(summary);
    print_kept(summary);
    print_count(summary->mentions, "mention", "mentions");
    fputs(" of ", stdout);
    print_count(summary->entities + summary->left_out_entities + summary->pruned_entities,
                "entity", "entities");
    char known[NUMBER_ROOM];
    printf(" (the gazetteers know %s)\n", grouped(summary->gazetteer_entities, known));
    print_count(summary->cooccurrence_edges + summary->relation_edges, "edge", "edges");
    fputs(": ", stdout);
    print_count(summary->cooccurrence_edges, "co-occurrence", "co-occurrences");
    fputs(", ", stdout);
    print_count(summary->relation_edges, "relation", "relations");
    fputs("\n", stdout);
    print_left_out(summary);
    print_pruned(summary);
}

/* Columns of text on a terminal: a byte that begins a character is one wide. */
static int width_of(const char *text)
{
    int width = 0;
    for (; *text; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}

static void print_padded(const char *text, int width)
{
    plain_print(stdout, "%s%*s", text, width - width_of(text), "");
}

static int widest(const struct kith_summary *summary, int heading, bool is_name)
{
    int most = heading;
    for (size_t i = 0; i < summary->central_count; i++) {
        const struct kith_central *central = &summary->central[i];
        int width = width_of(is_name ? central->name : central->type);
        most = width > most ? width : most;
    }
    return most;
}

static void print_central(const struct kith_summary *summary)
{
    if (summary->central_count == 0)
        return;
    static const char heading[] = "Most central";
    int names = widest(summary, (int)sizeof heading - 1 + 4, true);
    int types = widest(summary, 4, false);
    printf("\n%-*s  %-*s  mentions  stories  PageRank\n", names + 4, heading, types,
           "type");
    for (size_t i = 0; i < summary->central_count; i++) {
        const struct kith_central *central = &summary->central[i];
        char mentions[NUMBER_ROOM], stories[NUMBER_ROOM];
        printf("%2zu  ", i + 1);
        print_padded(central->name, names);
        fputs("  ", stdout);
        print_padded(central->type, types);
        printf("  %8s  %7s", grouped(central->mentions, mentions),
               grouped(central->stories, stories));
        /* Of a build that was stopped before, there is none. */
        if (isnan(central->pagerank))
            puts("         -");
        else
            printf("  %8.4f\n", central->pagerank);
    }
}

static const char *purpose_of(const char *path)
{
    static const struct {
        const char *name, *purpose;
    } purposes[] = {
        {"graph.graphml", "the graph, for Gephi and others"},
        {"graph.gexf", "the graph, for Gephi, with its dates"},
        {"graph.dot", "the picture, for Graphviz: dot -Tsvg -O"},
        {"vosviewer.json", "the graph, for VOSviewer"},
        {"nodes.csv", "entities and their measures"},
        {"edges.csv", "pairs and relations"},
        {"articles.csv", "what was read"},
        {"sentences.csv", "the sentences that evidence points to"},
        {"mentions.csv", "every name, where it stands"},
        {"evidence.csv", "what every edge rests on"},
        {"copies.csv", "what stood in an article before, and does not count"},
        {"slices.csv", "what nodes and edges count in each slice of time"},
        {"problems.csv", "what could not be used, and why"},
        {"run.json", "how this was made"},
    };
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    for (size_t i = 0; i < sizeof purposes / sizeof *purposes; i++)
        if (strcmp(purposes[i].name, name) == 0)
            return purposes[i].purpose;
    return "";
}

static void print_files(const struct kith_summary *summary)
{
    int width = 0;
    for (size_t i = 0; i < summary->file_count; i++)
        if (width_of(summary->files[i]) > width)
            width = width_of(summary->files[i]);
    putchar('\n');
    for (size_t i = 0; i < summary->file_count; i++) {
        print_padded(summary->files[i], width);
        printf("  %s\n", purpose_of(summary->files[i]));
    }
}

/* Notes are no reason to worry, but the reader should know that they are there. */
static void print_problems(const struct kith_summary *summary)
{
    size_t notes = summary->problem_count - summary->fault_count;
    if (summary->problem_count == 0)
        return;
    print_count(summary->fault_count, "fault", "faults");
    fputs(", ", stdout);
    print_count(notes, "note", "notes");
    puts(" in problems.csv");
}

void report_summary(const struct kith_summary *summary, double seconds)
{
    if (summary->is_unchanged) {
        print_unchanged(summary, seconds);
        return;
    }
    print_counts(summary, seconds);
    print_problems(summary);
    print_central(summary);
    print_files(summary);
}

/* Faults */

/* More than these fill the screen and are not read. */
#define FAULTS_SHOWN 5

void print_finding(const struct kith_problem_line *finding)
{
    plain_print(stderr, "kith: %s", finding->file);
    if (finding->line)
        fprintf(stderr, ":%llu", (unsigned long long)finding->line);
    plain_print(stderr, ": %s\n", finding->text);
}

void report_fault(void *fault_report, const struct kith_problem_line *finding)
{
    struct fault_report *report = fault_report;
    if (!finding->is_fault || report->count++ >= FAULTS_SHOWN)
        return;
    print_finding(finding);
}

void report_faults_end(const struct fault_report *report, const char *list)
{
    if (report->count > FAULTS_SHOWN)
        fprintf(stderr, "kith: and %zu more; %s lists them all\n",
                report->count - FAULTS_SHOWN, list);
}
