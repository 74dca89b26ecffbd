/* Reading a .rel file. What a line is shows at its beginning: `list`, `cast`, `language`,
 * `relation`, `+`, `-`, `#`, and every other line is a rule. */
#include "relate/rule_file.h"

#include "base/near.h"
#include "base/utf8.h"
#include "relate/relation_line.h"
#include "relate/rule_intake.h"

struct reader {
    struct kith_intake intake;
    struct kith_rule_piece line; /* the one being read */
    struct kith_str rest;        /* lines to come */
    kith_id list;                /* being read */
    struct kith_str cast_type;   /* of the last `cast` line */
};

/* Take the next line off the file, without its line end. */
static struct kith_str next_line(struct reader *r)
{
    struct kith_str line = kith_str_cut(&r->rest, '\n');
    if (line.length && line.data[line.length - 1] == '\r')
        line.length--;
    r->intake.parser.line++;
    r->line = (struct kith_rule_piece){line, r->intake.parser.line, 1};
    return line;
}

/* The line up to its comment: a '#' at the beginning or behind a blank. */
static struct kith_str cut_comment(struct kith_str line)
{
    for (size_t i = 0; i < line.length; i++)
        if (line.data[i] == '#' &&
            (i == 0 || line.data[i - 1] == ' ' || line.data[i - 1] == '\t'))
            return kith_str_slice(line, 0, i);
    return line;
}

/* True when `line` begins with `word` and a blank. */
static bool is_headed(struct kith_str line, const char *word)
{
    size_t length = strlen(word);
    return kith_str_starts_with(line, kith_str_of(word)) && line.length > length &&
           (line.data[length] == ' ' || line.data[length] == '\t');
}

/* Takes one entry of a list or a cast. */
typedef enum kith_status entry_fn(struct reader *r, struct kith_str entry);

/* Read the entries on one line; *goes_on when it ends in a comma. */
static enum kith_status read_entries(struct reader *r, struct kith_str text,
                                     entry_fn *take, bool *goes_on)
{
    struct kith_str rest = kith_str_trim(text);
    *goes_on = rest.length && rest.data[rest.length - 1] == ',';
    if (*goes_on)
        rest.length--;
    while (rest.data)
        KITH_TRY(take(r, kith_str_trim(kith_str_cut(&rest, ','))));
    return KITH_OK;
}

/* Read what stands behind "list NAME =" or "cast TYPE =": `text` and, as long as lines
 * end in a comma, the lines behind. */
static enum kith_status read_all_entries(struct reader *r, const char *what,
                                         struct kith_str name, struct kith_str text,
                                         entry_fn *take)
{
    bool goes_on;
    KITH_TRY(read_entries(r, text, take, &goes_on));
    while (goes_on) {
        if (!r->rest.data)
            return kith_pattern_fail(&r->intake.parser, r->line.text.data,
                                     "the file ends within %s '%.*s'", what,
                                     KITH_STR_ARGS(name));
        struct kith_str line = cut_comment(next_line(r));
        if (kith_str_trim(line).length)
            KITH_TRY(read_entries(r, line, take, &goes_on));
    }
    return KITH_OK;
}

static enum kith_status take_entry(struct reader *r, struct kith_str entry)
{
    return kith_intake_add_entry(&r->intake, r->list, entry);
}

/* list NAME = entry, entry; a line that ends in a comma goes on in the next. */
static enum kith_status read_list(struct reader *r, struct kith_str line)
{
    struct kith_word_lists *lists = &r->intake.rules->lists;
    struct kith_str rest = kith_str_slice(line, strlen("list"), line.length);
    struct kith_str name = kith_str_trim(kith_str_cut(&rest, '='));
    if (!rest.data)
        return kith_pattern_fail(&r->intake.parser, line.data,
                                 "a list is written: list name = word, word");
    KITH_TRY(kith_intake_open_list(&r->intake, name, &r->list));
    KITH_TRY(read_all_entries(r, "list", name, rest, take_entry));
    kith_phrases_sort(&lists->items[r->list].phrases);
    return KITH_OK;
}

static enum kith_status take_member(struct reader *r, struct kith_str entry)
{
    return kith_cast_add(&r->intake.rules->cast, &r->intake.parser, r->cast_type, entry);
}

/* cast TYPE = name, name|other name: whom the examples speak of. */
static enum kith_status read_cast(struct reader *r, struct kith_str line)
{
    struct kith_str rest = kith_str_slice(line, strlen("cast"), line.length);
    r->cast_type = kith_str_trim(kith_str_cut(&rest, '='));
    if (!rest.data || !r->cast_type.length)
        return kith_pattern_fail(&r->intake.parser, line.data,
                                 "a cast is written: cast type = name, name|other name");
    return read_all_entries(r, "cast", r->cast_type, rest, take_member);
}

/* Lines that are no rules, but look as if they were to be something else. */
static enum kith_status check_head(const struct reader *r, struct kith_str line)
{
    static const char *const heads[] = {"relation", "list", "cast", "language"};
    const struct kith_pattern_parser *parser = &r->intake.parser;
    struct kith_str rest = line;
    struct kith_str head = kith_str_cut(&rest, ' ');
    bool has_sign =
        memchr(line.data, ':', line.length) || memchr(line.data, '=', line.length);
    if (line.data[0] == '+' || line.data[0] == '-')
        return kith_pattern_fail(parser, line.data,
                                 "an example is written: %c, a blank, a sentence",
                                 line.data[0]);
    if (r->intake.signature == KITH_NO_ID && memchr(head.data, ',', head.length))
        return kith_pattern_fail(parser, line.data,
                                 "this looks like the header of a table; the names of "
                                 "tables end in .csv");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (has_sign && (kith_str_equal_caseless(head, kith_str_of(heads[i])) ||
                         kith_is_near(head, kith_str_of(heads[i]))))
            return kith_pattern_fail(parser, line.data, "is '%s' meant?", heads[i]);
    return KITH_OK;
}

/* PATTERN ; CONFIDENCE */
static enum kith_status read_rule(struct reader *r, struct kith_str line)
{
    struct kith_str rest = line;
    struct kith_str pattern = kith_str_trim(kith_str_cut(&rest, ';'));
    KITH_TRY(check_head(r, line));
    return kith_intake_add_rule(&r->intake, pattern,
                                rest.data ? kith_str_trim(rest) : rest);
}

/* True for `language en`: one word, since a rule may begin with "language", too. */
static bool is_language(struct kith_str line)
{
    return is_headed(line, "language") && !memchr(line.data + strlen("language "), ' ',
                                                  line.length - strlen("language "));
}

static enum kith_status read_line(struct reader *r)
{
    struct kith_intake *intake = &r->intake;
    struct kith_str whole = kith_str_trim(next_line(r));
    if (is_headed(whole, "+") || is_headed(whole, "-"))
        return kith_intake_add_example(
            intake, kith_str_trim(kith_str_slice(whole, 1, whole.length)),
            whole.data[0] == '+');
    struct kith_str line = kith_str_trim(cut_comment(whole));
    if (!line.length)
        return KITH_OK;
    if (is_headed(line, "list"))
        return read_list(r, line);
    if (is_headed(line, "cast"))
        return read_cast(r, line);
    if (is_language(line)) {
        intake->language = kith_str_slice(line, strlen("language "), line.length);
        return KITH_OK;
    }
    if (is_headed(line, "relation"))
        return kith_relation_line_read(intake->rules, &intake->parser, line,
                                       &intake->signature);
    return read_rule(r, line);
}

static enum kith_status read_lines(struct reader *r, struct kith_str bytes)
{
    const struct kith_pattern_parser *parser = &r->intake.parser;
    KITH_TRY(kith_intake_check_encoding(parser->path, bytes, parser->err));
    r->rest = kith_utf8_without_mark(bytes);
    while (r->rest.data) {
        kith_arena_reset(parser->scratch);
        KITH_TRY(read_line(r));
    }
    return KITH_OK;
}

enum kith_status kith_rule_file_read(struct kith_rules *rules, struct kith_str path,
                                     struct kith_str bytes, struct kith_error *err)
{
    struct kith_arena scratch;
    kith_arena_init(&scratch, KITH_ARENA_UNCAPPED);
    struct reader r = {
        .intake = kith_intake_of(rules, path, rules->scope_count++, &scratch, err)};
    r.intake.parser.pieces = &r.line;
    r.intake.parser.piece_count = 1;
    enum kith_status status = read_lines(&r, bytes);
    kith_arena_release(&scratch);
    return status;
}
