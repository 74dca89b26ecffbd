/* Reading a .rel file. What a line is shows at its beginning: `list`, `cast`, `language`,
 * `relation`, `+`, `-`, `#`, and every other line is a rule. */
#include "relate/rule_file.h"

#include "base/utf8.h"
#include "relate/phrase.h"
#include "relate/relation_line.h"

struct reader {
    struct kith_rules *rules;
    struct kith_pattern_parser parser; /* `line` and `whole_line` follow the reading */
    struct kith_str rest;              /* lines to come */
    kith_id signature;                 /* of the last `relation` line, or KITH_NO_ID */
    struct kith_str language;          /* of the rules to come; empty: any */
    struct kith_str cast_type;         /* of the last `cast` line */
};

/* Take the next line off the file, without its line end. */
static struct kith_str next_line(struct reader *r)
{
    struct kith_str line = kith_str_cut(&r->rest, '\n');
    if (line.length && line.data[line.length - 1] == '\r')
        line.length--;
    r->parser.line++;
    r->parser.whole_line = line;
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

static bool is_list_name(struct kith_str name)
{
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != ' ')
            return false;
    }
    return name.length > 0;
}

static enum kith_status open_list(struct reader *r, struct kith_str name)
{
    struct kith_word_lists *lists = &r->rules->lists;
    kith_id older = kith_word_list_find(lists, r->parser.file, name);
    if (!is_list_name(name))
        return kith_pattern_fail(&r->parser, name.data,
                                 "a list is named with letters, digits, '-' and '_'");
    if (older != KITH_NO_ID)
        return kith_pattern_fail(&r->parser, name.data,
                                 "list '%.*s' stands already in line %u",
                                 KITH_STR_ARGS(name), lists->items[older].line);
    if (!KITH_ARENA_PUSHABLE(&r->rules->arena, lists))
        return kith_no_memory(r->parser.err);
    lists->items[lists->count++] = (struct kith_word_list){
        .name = name, .file = r->parser.file, .line = r->parser.line};
    return KITH_OK;
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
            return kith_pattern_fail(&r->parser, r->parser.whole_line.data,
                                     "the file ends within %s '%.*s'", what,
                                     KITH_STR_ARGS(name));
        struct kith_str line = cut_comment(next_line(r));
        if (kith_str_trim(line).length)
            KITH_TRY(read_entries(r, line, take, &goes_on));
    }
    return KITH_OK;
}

static struct kith_word_list *last_list(struct reader *r)
{
    return &r->rules->lists.items[r->rules->lists.count - 1];
}

static enum kith_status take_phrase(struct reader *r, struct kith_str entry)
{
    return kith_phrase_parse(&r->parser, entry, &last_list(r)->phrases);
}

/* What the words of a list of this name do wherever they stand; 0 for most lists. */
static unsigned role_of_list(struct kith_str name)
{
    static const struct {
        const char *name;
        enum kith_word_role role;
    } lists[] = {{"titles", KITH_ROLE_TITLE},
                 {"except", KITH_ROLE_EXCEPT},
                 {"forces", KITH_ROLE_FORCES}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (kith_str_equal(name, kith_str_of(lists[i].name)))
            return lists[i].role;
    return 0;
}

/* The words of such a list play their role wherever they stand. */
static enum kith_status give_roles(struct reader *r, struct kith_word_list *list)
{
    enum kith_word_role role = (enum kith_word_role)role_of_list(list->name);
    if (!role)
        return KITH_OK;
    list->is_used = true;
    for (uint32_t i = 0; i < list->phrases.count; i++) {
        const struct kith_phrase *phrase = &list->phrases.items[i];
        if (phrase->count != 1)
            return kith_pattern_fail(&r->parser, r->parser.whole_line.data,
                                     "the entries of list '%.*s' are single words",
                                     KITH_STR_ARGS(list->name));
        kith_word_class_give_role(&r->rules->classes, phrase->words[0], role);
    }
    return KITH_OK;
}

/* list NAME = entry, entry; a line that ends in a comma goes on in the next. */
static enum kith_status read_list(struct reader *r, struct kith_str line)
{
    struct kith_str rest = kith_str_slice(line, strlen("list"), line.length);
    struct kith_str name = kith_str_trim(kith_str_cut(&rest, '='));
    if (!rest.data)
        return kith_pattern_fail(&r->parser, line.data,
                                 "a list is written: list name = word, word");
    KITH_TRY(open_list(r, name));
    KITH_TRY(read_all_entries(r, "list", name, rest, take_phrase));
    kith_phrases_sort(&last_list(r)->phrases);
    return give_roles(r, last_list(r));
}

static enum kith_status take_member(struct reader *r, struct kith_str entry)
{
    return kith_cast_add(&r->rules->cast, &r->parser, r->cast_type, entry);
}

/* cast TYPE = name, name|other name: whom the examples speak of. */
static enum kith_status read_cast(struct reader *r, struct kith_str line)
{
    struct kith_str rest = kith_str_slice(line, strlen("cast"), line.length);
    r->cast_type = kith_str_trim(kith_str_cut(&rest, '='));
    if (!rest.data || !r->cast_type.length)
        return kith_pattern_fail(&r->parser, line.data,
                                 "a cast is written: cast type = name, name|other name");
    return read_all_entries(r, "cast", r->cast_type, rest, take_member);
}

/* A number from 0 to 1, with a point in any locale. */
static bool read_confidence(struct kith_str text, double *confidence)
{
    double value = 0, unit = 1;
    bool has_point = false, has_digit = false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return false;
        has_digit = true;
        unit = has_point ? unit / 10 : 1;
        value = has_point ? value + unit * (c - '0') : value * 10 + (c - '0');
    }
    *confidence = value;
    return has_digit && value <= 1;
}

/* A rule without "; 0.5" behind it. */
#define DEFAULT_CONFIDENCE 0.9

/* Enter one voice of the rule that `entry` says everything else of. */
static enum kith_status push_voice(struct reader *r, struct kith_rule_entry entry,
                                   const struct kith_voiced_pattern *voiced)
{
    struct kith_rule_entries *entries = &r->rules->entries;
    entry.pattern = voiced->pattern;
    entry.voice = voiced->voice;
    KITH_TRY(kith_program_build(&entry.pattern, &r->rules->arena, &entry.program,
                                r->parser.err));
    if (!KITH_ARENA_PUSHABLE(&r->rules->arena, entries))
        return kith_no_memory(r->parser.err);
    entries->items[entries->count++] = entry;
    return KITH_OK;
}

static enum kith_status read_rule(struct reader *r, struct kith_str line)
{
    struct kith_rule_entry entry = {.signature = r->signature, .language = r->language};
    struct kith_pattern pattern;
    struct kith_voices voices = {0};
    struct kith_str rest = line;
    struct kith_str text = kith_str_trim(kith_str_cut(&rest, ';'));
    if (r->signature == KITH_NO_ID)
        return kith_pattern_fail(&r->parser, line.data,
                                 "this rule stands under no 'relation' line");
    entry.rule =
        (struct kith_rule){.file = r->parser.path,
                           .line = r->parser.line,
                           .confidence = DEFAULT_CONFIDENCE,
                           .relation = r->rules->signatures.items[r->signature].relation};
    if (rest.data && !read_confidence(kith_str_trim(rest), &entry.rule.confidence))
        return kith_pattern_fail(&r->parser, rest.data,
                                 "behind ';' stands how sure the rule is, from 0 to 1, "
                                 "as in 0.5");
    KITH_TRY(kith_pattern_parse(&r->parser, text, &pattern));
    KITH_TRY(kith_voices_of(&r->parser, &pattern, &voices));
    for (uint32_t i = 0; i < voices.count; i++)
        KITH_TRY(push_voice(r, entry, &voices.items[i]));
    return KITH_OK;
}

static enum kith_status read_example(struct reader *r, struct kith_str line)
{
    struct kith_examples *examples = &r->rules->examples;
    if (r->signature == KITH_NO_ID)
        return kith_pattern_fail(&r->parser, line.data,
                                 "this example stands under no 'relation' line");
    if (!KITH_ARENA_PUSHABLE(&r->rules->arena, examples))
        return kith_no_memory(r->parser.err);
    examples->items[examples->count++] = (struct kith_example){
        .file = r->parser.path,
        .line = r->parser.line,
        .relation = r->rules->signatures.items[r->signature].relation,
        .is_positive = line.data[0] == '+',
        .text = kith_str_trim(kith_str_slice(line, 1, line.length))};
    return KITH_OK;
}

/* True for `language en`: one word, since a rule may begin with "language", too. */
static bool is_language(struct kith_str line)
{
    return is_headed(line, "language") && !memchr(line.data + strlen("language "), ' ',
                                                  line.length - strlen("language "));
}

static enum kith_status read_line(struct reader *r)
{
    struct kith_str whole = kith_str_trim(next_line(r));
    if (is_headed(whole, "+") || is_headed(whole, "-"))
        return read_example(r, whole);
    struct kith_str line = kith_str_trim(cut_comment(whole));
    if (!line.length)
        return KITH_OK;
    if (is_headed(line, "list"))
        return read_list(r, line);
    if (is_headed(line, "cast"))
        return read_cast(r, line);
    if (is_language(line)) {
        r->language = kith_str_slice(line, strlen("language "), line.length);
        return KITH_OK;
    }
    if (is_headed(line, "relation"))
        return kith_relation_line_read(r->rules, &r->parser, line, &r->signature);
    return read_rule(r, line);
}

/* The number of the line that holds `offset`. */
static uint32_t line_at(struct kith_str bytes, size_t offset)
{
    uint32_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += bytes.data[i] == '\n';
    return line;
}

static enum kith_status read_lines(struct reader *r, struct kith_str bytes)
{
    size_t fault;
    if (!kith_utf8_is_valid(bytes, &fault))
        return kith_fail(r->parser.err, KITH_BAD_INPUT,
                         "%.*s:%u: this line is not UTF-8; save the file as UTF-8",
                         KITH_STR_ARGS(r->parser.path), line_at(bytes, fault));
    r->rest = bytes;
    if (kith_str_starts_with(bytes, KITH_STR("\xEF\xBB\xBF")))
        r->rest = kith_str_slice(bytes, 3, bytes.length);
    while (r->rest.data) {
        kith_arena_reset(r->parser.scratch);
        KITH_TRY(read_line(r));
    }
    return KITH_OK;
}

enum kith_status kith_rule_file_read(struct kith_rules *rules, struct kith_str path,
                                     struct kith_str bytes, struct kith_error *err)
{
    struct kith_arena scratch;
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->files))
        return kith_no_memory(err);
    rules->files.items[rules->files.count++] = (struct kith_rule_file){.path = path};
    kith_arena_init(&scratch, KITH_ARENA_UNCAPPED);
    struct reader r = {.rules = rules,
                       .signature = KITH_NO_ID,
                       .parser = {.path = path,
                                  .file = rules->files.count - 1,
                                  .classes = &rules->classes,
                                  .lists = &rules->lists,
                                  .arena = &rules->arena,
                                  .scratch = &scratch,
                                  .err = err}};
    enum kith_status status = read_lines(&r, bytes);
    kith_arena_release(&scratch);
    return status;
}
