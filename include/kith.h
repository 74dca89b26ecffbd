/* kith: folders of news articles in, a graph of who stands with whom and how out.
 *
 * This is the whole public interface of libkith, and these are its jobs:
 *
 *   kith_build   reads articles, recognises the names of a gazetteer, relates them, and
 *                writes a measured graph with the sentence behind every edge.
 *   kith_tag     recognises the names of one article and gives them back marked up.
 *   kith_check   looks gazetteers and relation rules over before they are used.
 *   kith_trace   says what relation rules make of a sentence, and where they stop.
 *   kith_diff    says what changed from one graph to another.
 *   kith_show    shows the text that is read of articles.
 *   kith_suggest lists the names that a gazetteer lacks.
 *   kith_variants
 *                lists further spellings of a gazetteer's names.
 *   kith_import  turns public lists of names into a gazetteer.
 *   kith_compile makes large gazetteers ready once, so that they open at once.
 *
 * A first program:
 *
 *     struct kith_build_options options;
 *     kith_build_options_init(&options);
 *     const char *articles[] = {"articles/"};
 *     options.articles = articles;
 *     options.article_count = 1;
 *
 *     struct kith_summary *summary = NULL;
 *     struct kith_error err;
 *     if (kith_build(&options, &summary, &err) != KITH_OK)
 *         fprintf(stderr, "%s\n", err.text);
 *     kith_summary_free(summary);
 *
 * The library never prints, exits or aborts. Strings in and out are UTF-8 and
 * zero-terminated; paths are bytes, as the system has them. Nothing is kept of what a
 * caller passes in once the call has returned. Build one graph at a time: igraph, which
 * measures it, is not thread-safe. A tagger may be used beside a build, by one thread at
 * a time.
 *
 * The same input gives the same bytes: for any number of jobs, in any order of arguments,
 * in any locale.
 */
#ifndef KITH_H
#define KITH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KITH_API __attribute__((visibility("default")))

/* What a call came to. The code is for the program; the sentence in struct kith_error is
 * for the person. KITH_OK is 0. */
enum kith_status {
    KITH_OK = 0,
    KITH_NO_MEMORY,    /* an allocation failed or an arena reached its cap */
    KITH_LIMIT,        /* the input is larger than a named limit allows */
    KITH_BAD_INPUT,    /* the user's file is not what it should be; err names it */
    KITH_CANNOT_READ,  /* the system refused to open or read a file */
    KITH_CANNOT_WRITE, /* the system refused to create or write a file */
    KITH_INTERRUPTED,  /* the caller asked to stop */
    KITH_END           /* an iteration has nothing more to give; not a failure */
};

/* One sentence about the reader's own file, zero-terminated: "people.csv:41: name is
 * empty". Written once, where the fault is understood; untouched on success. */
struct kith_error {
    char text[1024];
};

/* The library's version, "0.1.0". */
KITH_API const char *kith_version(void);

/* The one of `words` that `word` looks like a slip of, for who asks "did you mean": two
 * letters apart at most, one where it has less than five; the first of several that are
 * as near. NULL when none is. */
KITH_API const char *kith_nearest(const char *word, const char *const *words,
                                  size_t count);

/* ---- Recognising ---------------------------------------------------------------------
 */

/* What becomes of a name that several entities bear. Whoever may be meant is told with a
 * score in either case. */
enum kith_ambiguous {
    KITH_AMBIGUOUS_BEST, /* it is a mention of the likeliest; the default */
    KITH_AMBIGUOUS_ALL,  /* it is a mention of each */
    KITH_AMBIGUOUS_NONE  /* where nothing but the order of rows tells who is meant, it is
                            no mention */
};

/* What becomes of names that share words with a longer one. */
enum kith_overlap {
    KITH_OVERLAP_LONGEST, /* leftmost, then longest: no two mentions overlap; the default
                           */
    KITH_OVERLAP_NESTED,  /* names inside these count too: England in Bank of England */
    KITH_OVERLAP_ALL      /* every name counts wherever it stands, also across others */
};

/* What recognising does besides matching the names of the gazetteers. All zero is what it
 * does by default. */
struct kith_recognize_options {
    bool without_short_forms; /* "Peskov" where the article names Dmitry Peskov */
    bool without_definitions; /* "FSB" where the article has "(FSB)" behind the name */
    bool without_guard;       /* of "Paris" against "Paris Hilton" */
    enum kith_ambiguous ambiguous;
    enum kith_overlap overlap;
    bool with_demonyms;      /* "Russian" counts as a mention of Russia */
    const char *corrections; /* file that merges, splits, rejects, retypes and renames:
                                docs/FORMATS.md. NULL: none */
    const char *stops;       /* stop list, beside those of the gazetteers' folders:
                                docs/FORMATS.md. NULL: none */
    const char *mentions;    /* file of another recognizer's mentions, JSON lines:
                                docs/FORMATS.md; ours yield to them. NULL: none */
    bool only_mentions;      /* those alone, none of our own */
    const char *variants;    /* languages of the rules by which names are spelt in other
                                ways too, parted by blanks: "en ru"; "none". NULL: "en",
                                but for more than 200,000 aliases none. An image has
                                those that it was compiled with */
};

/* ---- Building a graph ----------------------------------------------------------------
 */

/* Within what two mentions must stand to count as together. */
enum kith_scope {
    KITH_SENTENCE,  /* one sentence; the default */
    KITH_PARAGRAPH, /* one paragraph */
    KITH_ARTICLE,   /* one article: the evidence grows with the square of the entities an
                       article names */
    KITH_TOKENS     /* at most `reach` words and marks between them */
};

/* What a graph can be written as; to be combined. problems.csv and run.json are written
 * in any case. */
enum kith_format {
    KITH_FORMAT_GRAPHML = 1,   /* graph.graphml */
    KITH_FORMAT_GEXF = 2,      /* graph.gexf */
    KITH_FORMAT_DOT = 4,       /* graph.dot */
    KITH_FORMAT_CSV = 8,       /* nodes.csv, edges.csv, articles.csv, sentences.csv,
                                  mentions.csv, evidence.csv, copies.csv */
    KITH_FORMAT_JSONL = 16,    /* the same as JSON Lines, nodes.jsonl and so on */
    KITH_FORMAT_VOSVIEWER = 32 /* vosviewer.json */
};

/* For whom graph.graphml is written. */
enum kith_graphml {
    KITH_GRAPHML_GEPHI, /* edges of either direction, each with its kind; the default */
    KITH_GRAPHML_STRICT /* valid against the schema of GraphML, for igraph, NetworkX and
                           others: all edges directed, data says which mean it */
};

/* How positions are found; docs/ALGORITHMS.md, "Layout". */
enum kith_layout_kind {
    KITH_LAYOUT_SPRINGS,   /* Fruchterman and Reingold; the default */
    KITH_LAYOUT_DISTANCES, /* Kamada and Kawai; components of more than 1,000 entities as
                              by springs */
    KITH_LAYOUT_CIRCLE,    /* communities side by side on a circle */
    KITH_LAYOUT_NONE       /* files without positions */
};

/* Rules by which co-occurrence edges that do not stand out are taken out;
 * docs/ALGORITHMS.md. Each goes by a limit. */
enum kith_backbone {
    KITH_BACKBONE_NONE,      /* all stay; the default */
    KITH_BACKBONE_DISPARITY, /* disparity filter: significance, as 0.05 */
    KITH_BACKBONE_NOISE,     /* noise-corrected: standard deviations, as 1.64 */
    KITH_BACKBONE_VALIDATED, /* statistically validated: significance, as 0.01 */
    KITH_BACKBONE_TOP        /* the strongest of each entity: how many */
};

/* The edges that measures are computed on; docs/ALGORITHMS.md. Only relations that some
 * article asserts are measured. */
enum kith_measured {
    KITH_ON_COOCCURRENCE, /* who stands together; the default */
    KITH_ON_RELATIONS,    /* who has a relation, whatever its kind and direction */
    KITH_ON_BOTH          /* the two added up */
};

/* Parts of time in which nodes and edges are counted beside the whole. */
enum kith_slicing {
    KITH_SLICE_NONE,
    KITH_SLICE_MONTHS,
    KITH_SLICE_QUARTERS,
    KITH_SLICE_YEARS
};

/* What a build is at. */
enum kith_phase { KITH_LOADING, KITH_READING, KITH_MEASURING, KITH_WRITING };

/* How far a build has come. Called from the thread that called kith_build, at the
 * beginning of each phase and while reading after each few articles; it should be quick.
 * What is not known yet is 0 or NULL. */
struct kith_progress {
    enum kith_phase phase;
    double share;   /* of the reading that is done, from 0 to 1, by the sizes of files */
    uint64_t files; /* to read */
    uint64_t articles; /* read or passed over so far */
    uint64_t bytes;    /* of article text so far */
    uint64_t mentions; /* so far */
    const char *path;  /* the file that is being read; lives until the call returns */
    uint32_t gazetteer_entities, gazetteer_aliases; /* loaded */
};
typedef void kith_progress_fn(void *context, const struct kith_progress *progress);

/* Something that went wrong and did not stop the build; the same list is in
 * problems.csv. */
struct kith_problem_line {
    bool is_fault;    /* false: a note; everything was used all the same */
    const char *file; /* as the user named it */
    uint64_t line;    /* 1-based; 0 when the whole file is meant */
    const char *kind; /* a short word to count by: "encoding", "empty", "alias" ... */
    const char *text; /* one sentence */
};

/* Called once a finding, by file and line; the strings live until it returns. */
typedef void kith_finding_fn(void *context, const struct kith_problem_line *finding);

/* Everything a build may be told. Start from kith_build_options_init. Arrays and strings
 * are the caller's and are only read. */
/* The columns of tables and the members of JSON objects that hold an article's parts.
 * NULL: found by their usual names, docs/FORMATS.md. */
struct kith_article_columns {
    const char *text, *title, *date, *source, *language, *url;
};

struct kith_build_options {
    const char *const *articles; /* files and folders; at least one */
    size_t article_count;
    const char *const *gazetteers; /* files and folders; none: the shipped ones */
    size_t gazetteer_count;
    const char *const *rules; /* .rel files, and tables of rules (.csv, .tsv); none:
                                 relations.rel from a gazetteer folder, else the shipped
                                 one */
    size_t rule_count;
    bool without_rules; /* co-occurrence only */
    const char *output; /* folder; made when missing. "out" */
    const char *store;  /* file in which articles are kept from run to run, so that only
                           what has changed is read: docs/STORE.md; made when missing.
                           NULL: none */
    bool add;           /* keep what the store has of other files than those named; needs
                           a store */
    struct kith_recognize_options recognize;
    enum kith_scope scope; /* what the weights of co-occurrence count. KITH_SENTENCE */
    uint32_t reach;        /* of the token window, 1 to 1,000. 20 */
    const char *const *relations; /* keep only relations of these names, and the kinds of
                                     them; a name may be several, divided by commas.
                                     Co-occurrence is no relation. None: all */
    size_t relation_count;
    uint32_t min_weight;       /* keep only edges with so many rows of evidence. 0 */
    uint32_t min_articles;     /* keep only edges found in so many articles, copies not
                                  counted. 0 */
    bool without_cooccurrence; /* keep relations only, and measure them. With any of these
                                  four the graph has no entity without an edge */
    enum kith_backbone backbone; /* of the edges that these keep. KITH_BACKBONE_NONE */
    double backbone_limit;
    unsigned jobs; /* threads; 0: one a core, as does the default */
    struct kith_article_columns columns;
    bool count_articles; /* each article counts for itself; else all is counted as if
                            sentences that stood before were struck out, and copies of an
                            article are one story. false */
    enum kith_measured measured; /* KITH_ON_COOCCURRENCE; without_cooccurrence there are
                                    but relations to measure */
    const char *since, *until;   /* days between which articles are used, both included:
                                    "2024-03-22", or a month or a year, "2024-03", "2024",
                                    all of it. With either, articles without a date are
                                    left out too. NULL: no bound */
    enum kith_slicing slicing;   /* with any but KITH_SLICE_NONE, the default, tables have
                                    slices.csv beside them */
    bool slice_graphs;           /* and each slice is a graph of its own, too */
    uint64_t max_size;           /* bytes; a larger article is listed, not read. 16 MiB */
    uint32_t dot_nodes; /* most entities in graph.dot, those without an edge to another
                           one there left out; 0: all. 70 */
    enum kith_layout_kind layout; /* of GraphML and GEXF. KITH_LAYOUT_SPRINGS */
    unsigned formats; /* enum kith_format; files of others in the folder are left as they
                         are. GRAPHML, GEXF, DOT and CSV */
    bool with_bom;    /* tables begin with a byte order mark, as Excel wants UTF-8 */
    enum kith_graphml graphml; /* KITH_GRAPHML_GEPHI */
    uint64_t seed;             /* of communities and layout. 1 */
    double time_limit; /* seconds of path measures before they are sampled, on a machine
                          of the speed that docs/ALGORITHMS.md states. 60 */
    kith_progress_fn *on_progress; /* may be NULL */
    kith_finding_fn *on_problem;   /* may be NULL; told of each problem when it comes up,
                                      and   of articles left out by since and until */
    void *progress_context;        /* of both */
    const volatile int
        *stop; /* may be NULL; once non-zero, the build ends within a second with
                  KITH_INTERRUPTED and leaves the output folder as it was. But what was
                  measured when measuring is stopped is written all the same: a problem
                  says what is absent */
};

/* Is `text` a bound as since and until take it? */
KITH_API bool kith_is_date(const char *text);

KITH_API void kith_build_options_init(struct kith_build_options *options);

/* One of the most central entities. */
struct kith_central {
    const char *name, *type;
    uint64_t mentions;
    uint32_t stories; /* articles, copies not counted */
    double pagerank;  /* NaN when measuring was stopped before */
};

/* Articles skipped for one reason. */
struct kith_skipped {
    const char *kind; /* as in problems.csv: "empty", "size" ... */
    uint64_t articles;
};

/* What a build came to. Owned by the caller; free with kith_summary_free. */
struct kith_summary {
    uint64_t articles_read, articles_skipped; /* skipped: listed among the problems */
    uint64_t articles_copied;                 /* of those read: copies of others */
    const struct kith_skipped *skipped;       /* why */
    size_t skipped_count;
    uint64_t articles_outside, articles_undated; /* left out by since and until: of other
                                                    days, of no date */
    bool has_store;
    bool is_unchanged; /* nothing was new and nothing was done: what the last run wrote is
                          as it was. The counts are that run's; there are no lists */
    uint64_t articles_kept; /* of those read, these came from the store */
    const char *why_read; /* why none could; NULL: for no reason but the articles' own */
    uint64_t bytes, sentences, mentions;
    uint32_t gazetteer_entities, gazetteer_aliases; /* loaded */
    uint32_t entities;                              /* found: nodes */
    uint32_t cooccurrence_edges, relation_edges;
    uint32_t left_out_entities, left_out_cooccurrence_edges,
        left_out_relation_edges;            /* by relations, min_weight and so on */
    uint32_t pruned_entities, pruned_edges; /* by the backbone */
    double pruned_share; /* of the weight of the co-occurrence edges that it looked at */
    uint32_t communities, components;
    const struct kith_central *central; /* by PageRank, most central first */
    size_t central_count;               /* at most 10 */
    const struct kith_problem_line *problems;
    size_t problem_count, fault_count;
    const char *const *files; /* paths written, in the order of docs/FORMATS.md */
    size_t file_count;
};

/* Read, recognise, relate, measure, write. On success *summary is set and the files stand
 * in options->output; on failure none of them has changed. KITH_BAD_INPUT for a gazetteer
 * or rule file that cannot be used, KITH_CANNOT_READ and KITH_CANNOT_WRITE for what the
 * system refuses. Articles that cannot be used never fail the build: they are problems.
 * Time is linear in the bytes of the articles; memory in the entities and edges found. */
KITH_API enum kith_status kith_build(const struct kith_build_options *options,
                                     struct kith_summary **summary,
                                     struct kith_error *err);
KITH_API void kith_summary_free(struct kith_summary *summary);

/* ---- Stores --------------------------------------------------------------------------
 */

/* Tell what a store holds, which kith_build made: its articles by folder, with their
 * dates, how large the last graph is, and the names and rules that articles were read
 * with. *text as from
 * kith_explain_ties. Also while a build is using the store. */
KITH_API enum kith_status kith_store_tell(const char *store, bool as_json, char **text,
                                          size_t *length, struct kith_error *err);

/* Take the files at or below some paths out of a store; *removed of them. KITH_BAD_INPUT,
 * and none is taken, for a path that it does not hold. */
KITH_API enum kith_status kith_store_remove(const char *store, const char *const *paths,
                                            size_t count, uint64_t *removed,
                                            struct kith_error *err);

/* Look through all of a store; KITH_BAD_INPUT when it is damaged. */
KITH_API enum kith_status kith_store_verify(const char *store, struct kith_error *err);

/* ---- Tagging one article -------------------------------------------------------------
 */

/* A gazetteer ready to mark up articles. */
struct kith_tagger;

enum kith_tag_format {
    KITH_TAG_COLOUR, /* the article, names coloured by type with terminal escapes */
    KITH_TAG_TEXT,   /* the article, names as [Dmitry Peskov|person:dmitry-peskov] */
    KITH_TAG_JSONL,  /* one JSON object a mention */
    KITH_TAG_BRAT,   /* brat standoff: T and N lines, offsets in characters */
    KITH_TAG_HTML    /* a page with <mark> elements */
};

/* Load gazetteers, as kith_build does; `options` may be NULL. What could not be used, of
 * rows, corrections and given mentions, is told to `on_finding`, which may be NULL. Free
 * with kith_tagger_free. */
KITH_API enum kith_status
kith_tagger_new(const char *const *gazetteers, size_t gazetteer_count,
                const struct kith_recognize_options *options, kith_finding_fn *on_finding,
                void *context, struct kith_tagger **out, struct kith_error *err);
KITH_API void kith_tagger_free(struct kith_tagger *tagger);

/* Where tables and JSON have the parts of articles that are read from here on. The
 * strings are not copied. */
KITH_API void kith_tagger_set_columns(struct kith_tagger *tagger,
                                      const struct kith_article_columns *columns);

/* Mark up the article at `path`. *text is zero-terminated, `*length` bytes long, and
 * lives until the next call with this tagger. */
KITH_API enum kith_status kith_tag(struct kith_tagger *tagger, const char *path,
                                   enum kith_tag_format format, const char **text,
                                   size_t *length, struct kith_error *err);

/* ---- Explaining a place in an article -------------------------------------------------
 */

/* A place in an article: words, wherever they stand; else a line and a column; else an
 * offset. Offsets are those of mentions.csv and KITH_TAG_JSONL: bytes of the text, which
 * of a UTF-8 file are its own, byte order mark and line ends included, and of a file in
 * another encoding those of its conversion to UTF-8. */
struct kith_spot {
    const char *words;     /* in any case; or NULL */
    uint64_t line, column; /* from 1, a column is a character; or 0 */
    uint64_t offset;       /* from 0 */
};

/* Say why a name is found at a place, or why none is: the words there, every alias that
 * they were held against, each decision with the row and the word that made it, and, when
 * nothing is found, the aliases that hold the word. What is told is what recognising did.
 * For people, or, `as_json`, one object a line for each place: docs/FORMATS.md. *text as
 * from kith_tag. KITH_BAD_INPUT when there is no such place. */
KITH_API enum kith_status kith_explain(struct kith_tagger *tagger, const char *path,
                                       const struct kith_spot *spot, bool as_json,
                                       const char **text, size_t *length,
                                       struct kith_error *err);

/* ---- Explaining what ties two entities
 * -------------------------------------------------
 */

/* Tell the evidence that ties two entities of the graph in the folder `output`, which
 * kith_build wrote: each sentence, newest first, then by article, and what it says of the
 * one to the other. The two are given by their names there, whatever the case, or their
 * ids. For people, or, `as_json`, one object a line for each row of evidence:
 * docs/FORMATS.md. *text is zero-terminated, *length bytes long, and the caller's to
 * free. KITH_BAD_INPUT for a name that the graph does not have, with names that are near,
 * and when no edge joins the two. Linear in the tables. */
KITH_API enum kith_status kith_explain_ties(const char *output, const char *one,
                                            const char *other, bool as_json, char **text,
                                            size_t *length, struct kith_error *err);

/* ---- What changed ---------------------------------------------------------------------
 */

enum kith_diff_format {
    KITH_DIFF_TEXT, /* for people */
    KITH_DIFF_CSV,  /* a table */
    KITH_DIFF_JSONL /* one JSON object a line */
};

/* All zero but for the graphs is a good beginning. */
struct kith_diff_options {
    const char *older, *newer; /* folders that kith_build wrote, or stores */
    const char *from, *to;     /* with `newer` NULL: two slices of `older`, "2024-03" */
    uint32_t top;              /* how many of each sort; 0: all */
    enum kith_diff_format format;
    kith_finding_fn *on_finding; /* may be NULL; told when the two graphs were built with
                                    other options, and hardly compare */
    void *context;
};

/* Tell what changed between two graphs: entities, relations and pairs that appeared,
 * vanished, grew or shrank, and relations that changed status, with the newest sentence
 * of what appeared: docs/FORMATS.md. *text as from kith_explain_ties. KITH_CANNOT_READ
 * for a folder without tables or slices, KITH_BAD_INPUT for a slice that there is not and
 * for a store without a graph. Stores may be in use by a build.
 * Memory is that of the nodes and edges. */
KITH_API enum kith_status kith_diff(const struct kith_diff_options *options, char **text,
                                    size_t *length, struct kith_error *err);

/* ---- Who holds a network together -----------------------------------------------------
 */

/* Tell the first `top` brokers of the graph in the folder `output`, which kith_build
 * wrote: entities without which others fall away, and those through whom others meet;
 * whom they join, how they rank, and the sentences that make it so. For people, or,
 * `as_json`, one object a line for each: docs/FORMATS.md. *text as from
 * kith_explain_ties, empty as JSON when there is none. */
KITH_API enum kith_status kith_brokers(const char *output, uint32_t top, bool as_json,
                                       char **text, size_t *length,
                                       struct kith_error *err);

/* ---- Checking gazetteers and rules ----------------------------------------------------
 */

/* What to look over. {0} is the shipped gazetteers. */
struct kith_check_options {
    const char *const
        *paths; /* gazetteers and rule files; none: the shipped gazetteers */
    size_t path_count;
    const char *const *articles; /* files and folders to count words and rules in; may be
                                    none */
    size_t article_count;
    const char *variants;    /* as in kith_recognize_options, as are these */
    const char *stops;       /* looked over, too */
    const char *corrections; /* looked over and applied */
    unsigned jobs;           /* threads; 0: one a core */
};

/* Look gazetteers and rule files over: rows that cannot be used, aliases of two entities,
 * aliases that are never found or look like a slip, spellings that rules make and nobody
 * gets, and, when articles are given, aliases that these use as ordinary words. A fault
 * is something that does nothing as it stands; the other findings deserve a look. They
 * come in the same order for any number of threads.
 *
 * Rule files among the paths have their examples run, with the names of their own cast,
 * else of the gazetteers named beside them, else of the shipped ones, which are then not
 * looked over themselves. A fault is an example that does not say what it should, a list
 * that nothing uses, a rule that stands twice; a note, types without names and, when
 * articles are given, a rule that finds nothing in them. Linear in names and articles. */
KITH_API enum kith_status kith_check(const struct kith_check_options *options,
                                     kith_finding_fn *on_finding, void *context,
                                     struct kith_error *err);

/* ---- Tracing rules -------------------------------------------------------------------
 */

/* All zero but for `text` is what it does by default. */
struct kith_trace_options {
    const char *text;              /* a sentence or more */
    const char *const *gazetteers; /* files and folders; none: the shipped ones */
    size_t gazetteer_count;
    const char *const *rules; /* as in kith_build_options */
    size_t rule_count;
    struct kith_recognize_options recognize;
    const char *relation; /* it and its kinds alone, but all their rules; NULL: all */
    bool all;             /* also the rules that do not come near */
    bool as_json;         /* one object a line for each sentence: docs/FORMATS.md */
};

/* Say what relation rules make of a text: its names, the relations that are found, with
 * their rules, and of the rules that come near, a name and a word of theirs found, where
 * they stop. *text is zero-terminated, *length bytes long, and the caller's to free.
 * KITH_BAD_INPUT when there is no such relation. Linear in the rules. */
KITH_API enum kith_status kith_trace(const struct kith_trace_options *options,
                                     char **text, size_t *length, struct kith_error *err);

/* ---- Showing articles ----------------------------------------------------------------
 */

/* All zero but for `articles` is what it does by default. */
struct kith_show_options {
    const char *const *articles; /* files and folders, or "news.jsonl#12"; at least one */
    size_t article_count;
    struct kith_article_columns columns;
    bool as_json; /* one object a line for each article: docs/FORMATS.md */
};

/* Called for each article with what is to be shown of it; false ends the showing with
 * KITH_INTERRUPTED. */
typedef bool kith_show_fn(void *context, const char *text, size_t length);

/* Show the text that is read of each article: without what stands around it on a web
 * page, as offsets count it. `on_finding` is told, afterwards, what could not be read.
 * Linear. */
KITH_API enum kith_status kith_show(const struct kith_show_options *options,
                                    kith_show_fn *on_text, kith_finding_fn *on_finding,
                                    void *context, struct kith_error *err);

/* ---- Suggesting names ----------------------------------------------------------------
 */

/* Start from kith_suggest_options_init. */
struct kith_suggest_options {
    const char *const *articles; /* files and folders; at least one */
    size_t article_count;
    const char *const *gazetteers; /* the known names; none: the shipped ones */
    size_t gazetteer_count;
    uint32_t top;            /* rows at the most. 200 */
    uint32_t least_articles; /* that a name must stand in. 2 */
    unsigned jobs;           /* threads; 0: one a core */
};

KITH_API void kith_suggest_options_init(struct kith_suggest_options *options);

/* List the capitalised names that no gazetteer knows, as CSV: docs/FORMATS.md. *rows is
 * zero-terminated, *length bytes long, and the caller's to free. Articles that cannot be
 * read are passed over. Linear in the articles; memory grows with the unknown names. */
KITH_API enum kith_status kith_suggest(const struct kith_suggest_options *options,
                                       char **rows, size_t *length,
                                       struct kith_error *err);

/* ---- Compiling gazetteers ------------------------------------------------------------
 */

/* What an image holds. */
struct kith_compiled {
    uint32_t entities, aliases;
    uint32_t variants; /* further aliases, made by rules of spelling */
    uint64_t bytes;
    size_t fault_count; /* rows that could not be used */
};

/* Compile gazetteers (at least one) into the image `output`, a file whose name ends in
 * .kith: a gazetteer that opens without being read, and is shared by all who have it
 * open. Beside other gazetteers, corrections
 * or given mentions it stands for its sources. It remembers its sources; where they have
 * changed, whoever opens it compiles it anew. The same sources give the same bytes.
 * `variants` as in kith_recognize_options. `on_finding` (may be NULL) hears of every row
 * as from kith_check. `stop` (may be NULL): non-zero ends with KITH_INTERRUPTED, and an
 * image at `output` is as it was. */
KITH_API enum kith_status kith_compile(const char *const *gazetteers,
                                       size_t gazetteer_count, const char *variants,
                                       const char *output, kith_finding_fn *on_finding,
                                       void *context, const volatile int *stop,
                                       struct kith_compiled *compiled,
                                       struct kith_error *err);

/* ---- Gazetteers from public lists ----------------------------------------------------
 */

/* A kind of list that kith_import reads. docs/FORMATS.md describes each. */
struct kith_import_kind {
    const char *name;  /* for kith_import_options.format: "geonames" */
    const char *title; /* for people: "GeoNames dump" */
};

/* The kind at `index`, from 0; NULL past the last. */
KITH_API const struct kith_import_kind *kith_import_kind(size_t index);

/* What kith_import calls with the options' context. `on_text` takes a piece of the
 * gazetteer and returns false when it cannot; `on_list` hears what a list was recognised
 * as, before it is read; `on_problem` hears of each row that was left out (a fault) or
 * means nothing to a gazetteer (a note). The strings live until the call returns. */
typedef bool kith_import_text_fn(void *context, const char *bytes, size_t length);
typedef void kith_import_list_fn(void *context, const char *path,
                                 const struct kith_import_kind *kind);
typedef void kith_import_problem_fn(void *context,
                                    const struct kith_problem_line *problem);

/* Everything an import may be told. Start from kith_import_options_init. */
struct kith_import_options {
    const char *const *lists; /* files; at least one, all of one kind */
    size_t list_count;
    const char *format;      /* name of a kind; NULL: by what the files hold */
    const char *type;        /* of all entities; NULL: as the list has it. Lists without
                                types (words, some Wikidata results) need it */
    uint64_t min_population; /* GeoNames: places with fewer are passed over. 0 */
    const char *output;      /* CSV file to write; NULL: the text goes to on_text */
    kith_import_text_fn *on_text;
    kith_import_list_fn *on_list;       /* may be NULL */
    kith_import_problem_fn *on_problem; /* may be NULL */
    void *context;
    const volatile int *stop; /* may be NULL; non-zero ends with KITH_INTERRUPTED */
};

KITH_API void kith_import_options_init(struct kith_import_options *options);

/* What an import came to. */
struct kith_import_summary {
    uint64_t entities, aliases; /* written */
    uint64_t passed_over;       /* rows below min_population, or that hold no name */
    uint64_t notes, faults;     /* told to on_problem */
};

/* Turn public lists into a gazetteer. The file at options->output appears whole or not at
 * all. KITH_BAD_INPUT when no kind is recognised or the type is missing; rows that cannot
 * be used never fail it. Rows are written as they are read: memory does not grow with the
 * list but for what docs/FORMATS.md says of each kind. */
KITH_API enum kith_status kith_import(const struct kith_import_options *options,
                                      struct kith_import_summary *summary,
                                      struct kith_error *err);

/* ---- Spelling variants ---------------------------------------------------------------
 */

/* {0} is the shipped gazetteers, in English. */
struct kith_variants_options {
    const char *const *gazetteers; /* files and folders; none: the shipped ones */
    size_t gazetteer_count;
    const char *languages;       /* of the rules: "en ru uk", parted by blanks. "en" */
    kith_finding_fn *on_finding; /* told of each refused variant; may be NULL */
    void *context;
};

/* Make further spellings of a gazetteer's names by the rules of variants.csv,
 * nicknames.csv and inflections.csv, as a CSV gazetteer to look through and to use beside
 * it. A spelling that would mean another entity, too, is refused. *rows is
 * zero-terminated, *length bytes long, and the caller's to free. Linear in the aliases.
 */
KITH_API enum kith_status kith_variants(const struct kith_variants_options *options,
                                        char **rows, size_t *length,
                                        struct kith_error *err);

#ifdef __cplusplus
}
#endif
#endif
