/* The examples of recognising: a gazetteer as CSV, a line "--", and an article. Before
 * the gazetteer may stand a line "kith tag" with options of recognising; behind the two
 * hyphens the date of the article.
 *
 *   tag       what `kith tag --format text` makes of it
 *   mentions  a line for each mention: surface, entity, found, choice, score, candidates
 */
#include "support/spec.h"

#include <getopt.h>

#include "output/cell.h"
#include "output/tagged.h"
#include "recognizing.h"
#include "support/recognize.h"

#define WORDS 16

/* What the example says, taken apart; the article is the tail of the input, so the
 * padding stands behind it. */
struct request {
    struct kith_recognize_options options;
    struct kith_str table;
    struct kith_article article;
};

/* What becomes of it. */
struct reading {
    struct kith_gazetteer *gazetteer;
    struct kith_document document;
    struct kith_mentions mentions;
};

/* Options as the program itself reads them. */
static enum kith_status read_options(struct kith_str line, struct kith_arena *arena,
                                     struct kith_recognize_options *options,
                                     struct kith_error *err)
{
    static const struct option long_options[] = {RECOGNIZING_OPTIONS, {0}};
    char *argv[WORDS + 1] = {NULL};
    int argc = 0, option;
    const char *fault = NULL;
    while (line.data && argc < WORDS) {
        struct kith_str word = kith_str_cut(&line, ' ');
        argv[argc++] = kith_arena_copy(arena, word.data, word.length);
    }
    optind = 0;
    while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1)
        if (!recognizing_take(option, optarg, options, &fault) || fault)
            return kith_fail(err, KITH_BAD_INPUT, "an option cannot be read");
    return KITH_OK;
}

static enum kith_status read_request(struct kith_str input, struct kith_arena *arena,
                                     struct request *request, struct kith_error *err)
{
    static const char bar[] = "\n--";
    if (kith_str_starts_with(input, KITH_STR("kith tag")))
        KITH_TRY(read_options(kith_str_cut(&input, '\n'), arena, &request->options, err));
    const char *found = strstr(input.data, bar);
    if (!found)
        return kith_fail(err, KITH_BAD_INPUT, "no line -- between names and article");
    size_t end = (size_t)(found - input.data);
    request->table = kith_str_slice(input, 0, end + 1);
    input = kith_str_slice(input, end + strlen(bar), input.length);
    request->article.date = kith_str_trim(kith_str_cut(&input, '\n'));
    request->article.bytes = input;
    request->article.path = KITH_STR("article.txt");
    return KITH_OK;
}

static enum kith_status load(const struct request *request, struct kith_arena *arena,
                             struct kith_gazetteer *gazetteer, struct kith_error *err)
{
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_gazetteer_load_bytes(gazetteer, request->table, "names.csv", &problems,
                                       err));
    if (problems.count > 0)
        return kith_fail(err, KITH_BAD_INPUT, "%.*s",
                         KITH_STR_ARGS(problems.items[0].text));
    return kith_gazetteer_compile(gazetteer, &problems, err);
}

static enum kith_status read_article(struct request *request, struct kith_arena *arena,
                                     struct reading *reading, struct kith_error *err)
{
    struct kith_problems problems;
    struct kith_abbreviations *abbreviations;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_abbreviations_load(NULL, &problems, &abbreviations, err));
    enum kith_status status = kith_document_read(&request->article, abbreviations, arena,
                                                 &reading->document, err);
    kith_abbreviations_free(abbreviations);
    KITH_TRY(status);
    return support_recognize_with(&request->options, reading->gazetteer,
                                  &reading->document, arena, &reading->mentions, err);
}

static void write_tagged(const struct reading *reading, struct kith_buf *out)
{
    kith_tagged_write(KITH_TAG_TEXT, reading->gazetteer, &reading->document,
                      &reading->mentions, out);
}

static void write_mentions(const struct reading *reading, struct kith_buf *out)
{
    for (uint32_t m = 0; m < reading->mentions.count; m++) {
        const struct kith_mention *mention = &reading->mentions.items[m];
        kith_buf_str(
            out, kith_str_slice(reading->document.text, mention->begin, mention->end));
        kith_buf_text(out, ", ");
        kith_cell_entity(out, reading->gazetteer, mention->entity);
        kith_buf_format(out, ", %s, %s, ",
                        kith_found_name((enum kith_found)mention->found),
                        kith_choice_name((enum kith_choice)mention->choice));
        kith_cell_score(out, kith_mention_score(mention));
        kith_buf_text(out, mention->candidate_count > 1 ? ", " : "");
        kith_cell_candidates(out, reading->gazetteer, mention);
        kith_buf_byte(out, '\n');
    }
}

static enum kith_status run(struct kith_str input, struct kith_arena *arena,
                            void write(const struct reading *, struct kith_buf *),
                            struct kith_buf *out, struct kith_error *err)
{
    struct request request = {.table = {0}};
    struct reading reading = {.gazetteer = NULL};
    KITH_TRY(read_request(input, arena, &request, err));
    KITH_TRY(kith_gazetteer_new(&reading.gazetteer, err));
    enum kith_status status = load(&request, arena, reading.gazetteer, err);
    if (status == KITH_OK)
        status = read_article(&request, arena, &reading, err);
    if (status == KITH_OK)
        write(&reading, out);
    kith_gazetteer_free(reading.gazetteer);
    return status;
}

static enum kith_status run_tag(struct kith_str input, struct kith_arena *arena,
                                struct kith_buf *out, struct kith_error *err)
{
    return run(input, arena, write_tagged, out, err);
}

static enum kith_status run_mentions(struct kith_str input, struct kith_arena *arena,
                                     struct kith_buf *out, struct kith_error *err)
{
    return run(input, arena, write_mentions, out, err);
}

const struct spec_runner spec_recognize_runners[] = {
    {"tag", run_tag}, {"mentions", run_mentions}, {NULL, NULL}};
