/* The names of docs/FORMATS.md, and of what kith draw makes of them. */
#include "input/result_file.h"

#include <stddef.h>

static const char *const names[] = {
    KITH_RESULT_RUN, KITH_RESULT_PROBLEMS, "graph.graphml", "graph.gexf",    "graph.dot",
    "graph.svg",     "graph.png",          "graph.pdf",     "vosviewer.json"};

/* Of each there is a .csv and a .jsonl. */
static const char *const tables[] = {"nodes",    "edges",    "articles", "sentences",
                                     "mentions", "evidence", "copies",   "slices"};

static bool is_table(struct kith_str name)
{
    struct kith_str ending = name, stem = kith_str_cut(&ending, '.');
    bool is_one = kith_str_equal(ending, KITH_STR("csv")) ||
                  kith_str_equal(ending, KITH_STR("jsonl"));
    for (size_t i = 0; is_one && i < sizeof tables / sizeof *tables; i++)
        if (kith_str_equal(stem, kith_str_of(tables[i])))
            return true;
    return false;
}

bool kith_is_result_file(struct kith_str name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kith_str_equal(name, kith_str_of(names[i])))
            return true;
    bool is_slice = kith_str_starts_with(name, KITH_STR("graph-")) &&
                    kith_str_ends_with(name, KITH_STR(".graphml"));
    return is_slice || is_table(name);
}
