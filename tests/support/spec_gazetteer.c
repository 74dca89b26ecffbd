/* The gazetteer's examples: names, one a line, a line "--", and a text in which they are
 * put into brackets. Where text and name are not spelled alike, the name stands behind a
 * bar: [U.S.|US]. */
#include "support/spec.h"

#include "base/file.h"
#include "gazetteer/match.h"

/* Each name becomes an alias of an entity of its own, whose label is in no text. */
static void write_table(struct kith_str names, struct kith_buf *csv)
{
    kith_buf_text(csv, "name\ttype\taliases\n");
    for (unsigned i = 0; names.data; i++) {
        struct kith_str name = kith_str_cut(&names, '\n');
        kith_buf_format(csv, "entity%ux\tname\t%.*s\n", i, KITH_STR_ARGS(name));
    }
}

static enum kith_status load(struct kith_str names, struct kith_arena *arena,
                             struct kith_gazetteer *gazetteer, struct kith_error *err)
{
    struct kith_problems problems;
    struct kith_buf csv = {0};
    kith_problems_init(&problems, arena);
    write_table(names, &csv);
    enum kith_status status = kith_gazetteer_load_bytes(gazetteer, kith_buf_view(&csv),
                                                        "names.tsv", &problems, err);
    kith_buf_release(&csv);
    if (status != KITH_OK)
        return status;
    if (problems.count > 0)
        return kith_fail(err, KITH_BAD_INPUT, "%.*s",
                         KITH_STR_ARGS(problems.items[0].text));
    return kith_gazetteer_compile(gazetteer, &problems, err);
}

static enum kith_status read(struct kith_str text, struct kith_arena *arena,
                             struct kith_document *document, struct kith_error *err)
{
    struct kith_problems problems;
    struct kith_abbreviations *abbreviations;
    struct kith_article *article = KITH_ARRAY(arena, struct kith_article, 1);
    if (!article)
        return kith_no_memory(err);
    article->bytes = text;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_abbreviations_load(NULL, &problems, &abbreviations, err));
    enum kith_status status =
        kith_document_read(article, abbreviations, arena, document, err);
    kith_abbreviations_free(abbreviations);
    return status;
}

static void write_marked(const struct kith_gazetteer *gazetteer,
                         const struct kith_document *document,
                         const struct kith_matches *matches, struct kith_buf *out)
{
    const struct kith_token *tokens = document->tokens.items;
    size_t at = 0;
    for (uint32_t m = 0; m < matches->count; m++) {
        const struct kith_match *match = &matches->items[m];
        const struct kith_candidate *first =
            &matches->candidates.items[match->first_candidate];
        size_t begin = tokens[match->first_token].begin;
        size_t end = tokens[match->end_token - 1].end;
        kith_buf_str(out, kith_str_slice(document->text, at, begin));
        kith_buf_byte(out, '[');
        kith_buf_str(out, kith_str_slice(document->text, begin, end));
        if (!first->is_exact) {
            kith_buf_byte(out, '|');
            kith_buf_str(out, kith_gazetteer_alias(gazetteer, first->alias).text);
        }
        kith_buf_byte(out, ']');
        at = end;
    }
    kith_buf_str(out, kith_str_slice(document->text, at, document->text.length));
}

static enum kith_status mark(struct kith_str names, struct kith_str text,
                             struct kith_arena *arena, struct kith_gazetteer *gazetteer,
                             struct kith_buf *out, struct kith_error *err)
{
    struct kith_document document;
    struct kith_matches matches;
    KITH_TRY(load(names, arena, gazetteer, err));
    KITH_TRY(read(text, arena, &document, err));
    KITH_TRY(kith_match_document(gazetteer, &document, arena, &matches, err));
    write_marked(gazetteer, &document, &matches, out);
    return KITH_OK;
}

/* The text is the tail of the input, so the padding stands behind it. */
static enum kith_status run_matches(struct kith_str input, struct kith_arena *arena,
                                    struct kith_buf *out, struct kith_error *err)
{
    static const char bar[] = "\n--\n";
    const char *found = strstr(input.data, bar);
    if (!found)
        return kith_fail(err, KITH_BAD_INPUT, "no line -- between names and text");
    size_t names_end = (size_t)(found - input.data);
    struct kith_gazetteer *gazetteer;
    KITH_TRY(kith_gazetteer_new(&gazetteer, err));
    enum kith_status status =
        mark(kith_str_slice(input, 0, names_end),
             kith_str_slice(input, names_end + sizeof bar - 1, input.length), arena,
             gazetteer, out, err);
    kith_gazetteer_free(gazetteer);
    return status;
}

const struct spec_runner spec_gazetteer_runners[] = {{"matches", run_matches},
                                                     {NULL, NULL}};
