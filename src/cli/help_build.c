/* The page of kith build --help. */
#include "help_build.h"

#include <stdio.h>

#include "columns.h"
#include "recognizing.h"

static const char what_it_does[] =
    "Usage: kith build [OPTIONS] ARTICLES...\n"
    "\n"
    "Read news articles, recognise the names of a gazetteer, and write a graph of\n"
    "who stands with whom, and how, with the sentence behind every edge. ARTICLES\n"
    "are files and folders; folders are read with all that is below them. Plain\n"
    "text is read (.txt, .md, .text), saved web pages (.html), feeds and the XML of\n"
    "news agencies (.xml, .rss), tables and JSON with an article a row or an object\n"
    "(.csv, .tsv, .jsonl, .json), and all of these in archives and compressed files\n"
    "(.zip, .tar.gz, .zst); what cannot be read is listed in problems.csv and passed\n"
    "over.\n"
    "\n";

static const char options[] =
    "  -g, --gazetteers PATH  CSV file or folder of names; may be given several\n"
    "                         times (default: the shipped gazetteers)\n"
    "  -r, --rules FILE       rules, .rel or .csv; may be given several\n"
    "                         times (default: relations.rel of a gazetteer folder,\n"
    "                         else the shipped one)\n"
    "      --no-rules         co-occurrence only\n"
    "  -o, --output DIR       where the files go (default: out)\n"
    "      --store FILE       keep what is found, so that the next run reads only\n"
    "                         what has changed: docs/STORE.md\n"
    "      --add              keep what the store has of other articles than these\n"
    "  -w, --window WINDOW    what the weight of a co-occurrence counts: sentence,\n"
    "                         paragraph, article, or a number of words (default:\n"
    "                         sentence); edges.csv counts the others beside "
    "it\n" RECOGNIZING_HELP
    "      --relations NAMES  keep only relations of these names or families, with\n"
    "                         commas between; may be given several times\n"
    "      --min-weight N     keep only edges with N rows of evidence or more\n"
    "      --min-articles N   keep only edges that N articles speak for, copies not\n"
    "                         counted\n"
    "      --count WHAT       stories (default): what stands in copies of an article\n"
    "                         or in a sentence that stood before counts once; or\n"
    "                         articles: each article counts for itself\n"
    "      --no-cooccurrence  keep only relations, and measure these\n"
    "      --backbone RULE    keep co-occurrences that stand out: disparity:0.05,\n"
    "                         noise:1.64, validated:0.01, or top:5 an entity\n"
    "      --measure-on EDGES cooccurrence (default), relations, or both\n"
    "      --dot-nodes N      entities in graph.dot (default: 70)\n"
    "      --dot-all          all entities and edges in graph.dot\n"
    "      --layout KIND      of GraphML, GEXF: fr, kk, circle, none (default: fr)\n"
    "      --formats LIST     what to write, with commas between: graphml, gexf,\n"
    "                         dot, csv, jsonl, vosviewer (default: the first four)\n"
    "      --bom              begin tables with a byte order mark, for Excel\n"
    "      --graphml PROFILE  gephi, or strict: valid against the schema, for igraph\n"
    "                         and NetworkX, every edge directed (default: gephi)\n";

static const char further_options[] =
    "      --slice UNIT       count nodes and edges by month, quarter or year, too:\n"
    "                         slices.csv, and the timeline of graph.gexf\n"
    "      --slice-graphs     and write a graph of each: "
    "graph-2024-03.graphml\n" COLUMN_HELP
    "                         (default: text, body ...; title, headline ...)\n"
    "      --since DATE       leave out articles of earlier days: 2024-03-22, or a\n"
    "                         month or year, 2024-03, 2024; and those of no date\n"
    "      --until DATE       the same of later days; 2024-03 means all of March\n"
    "      --max-size SIZE    largest article, as in 500k or 16M (default: 16M)\n"
    "      --time-limit SECS  for path measures, beyond which they are sampled\n"
    "                         (default: 60)\n"
    "      --seed N           of communities and layout (default: 1)\n"
    "  -j, --jobs N           threads (default: one a core); the files are the same\n"
    "                         for any number\n"
    "  -q, --quiet            print nothing but what went wrong\n"
    "  -v, --verbose          say what is loaded, what each step took, and every\n"
    "                         article that is passed over, as it happens\n"
    "      --log FILE         append all of that to a file, with times\n"
    "  -h, --help             this page\n"
    "\n";

static const char examples[] =
    "Examples:\n"
    "  kith build articles/\n"
    "      a graph from the shipped gazetteers, in out/\n"
    "  kith build articles/ -g gazetteers/ -o out/\n"
    "      the names of your own folder of CSV files\n"
    "  kith build monday/ tuesday/ -g people.csv -g places.csv -w paragraph\n"
    "      two folders, two files of names, everyone who shares a paragraph\n"
    "  kith build articles/ --no-cooccurrence --relations leads,attacks\n"
    "      only who leads and who attacks whom, without who stands beside whom\n"
    "  kith build export.csv --text-column maintext --date-column day\n"
    "      one article a row, with columns of your own\n"
    "  kith build articles/ --since 2024-03 --until 2024-05-15\n"
    "      what was written from March to the middle of May\n"
    "  kith build articles/ --slice quarter --slice-graphs\n"
    "      how often, quarter by quarter, and a graph of each\n"
    "  kith build news/ -o out/ --quiet --log kith.log\n"
    "      for cron: silent when all is well, and the log tells\n"
    "  kith build --store case.kith --add articles/2024-05-17\n"
    "      the articles of a day, with all that were read into the store before\n"
    "\n"
    "Exit status: 0 all well; 1 finished, but some articles or gazetteer rows could\n"
    "not be used (problems.csv says which); 2 usage; 3 could not start or write.\n";

void build_help(void)
{
    fputs(what_it_does, stdout);
    fputs(options, stdout);
    fputs(further_options, stdout);
    fputs(examples, stdout);
}
