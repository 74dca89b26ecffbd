/* Names found in a sentence, written as one line: "New York Times=1 Moscow~0" says which
 * stretch was taken for which entity, by row; '=' exact, '~' folded, '/' between the
 * candidates of one match. */
#ifndef KITH_TESTS_MATCHING_H
#define KITH_TESTS_MATCHING_H

#include "support/reading.h"

#include "base/buf.h"
#include "gazetteer/match.h"

static inline void write_candidates(const struct kith_matches *matches,
                                    const struct kith_match *match, struct kith_buf *line)
{
    for (uint32_t i = match->first_candidate; i < match->end_candidate; i++) {
        const struct kith_candidate *candidate = &matches->candidates.items[i];
        if (i > match->first_candidate)
            kith_buf_byte(line, '/');
        kith_buf_byte(line, candidate->is_exact ? '=' : '~');
        kith_buf_unsigned(line, candidate->entity);
    }
}

static inline void write_matches(const struct kith_document *document,
                                 const struct kith_matches *matches,
                                 struct kith_buf *line)
{
    for (uint32_t m = 0; m < matches->count; m++) {
        const struct kith_match *match = &matches->items[m];
        const struct kith_token *tokens = document->tokens.items;
        if (m > 0)
            kith_buf_byte(line, ' ');
        kith_buf_str(line,
                     kith_str_slice(document->text, tokens[match->first_token].begin,
                                    tokens[match->end_token - 1].end));
        write_candidates(matches, match, line);
    }
}

/* The names of `csv` (a table without its heading) in `text` are those of `expected`. */
static inline void assert_matches(const char *csv, const char *text, const char *expected)
{
    struct check_reading reading;
    struct kith_matches matches;
    struct kith_buf line = {0};
    check_reading_init(&reading);
    kith_buf_text(&line, "name,type,aliases\n");
    kith_buf_text(&line, csv);
    kith_buf_byte(&line, '\0');
    check_load(&reading, "names.csv", line.data);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(kith_match_document(reading.gazetteer, &reading.document, &reading.arena,
                                  &matches, &reading.err),
              &reading.err);
    kith_buf_reset(&line);
    write_matches(&reading.document, &matches, &line);
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

#endif
