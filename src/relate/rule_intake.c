/* Lists, rules and examples on their way into the rules. */
#include "relate/rule_intake.h"

#include "base/utf8.h"

struct kith_intake kith_intake_of(struct kith_rules *rules, struct kith_str path,
                                  uint32_t scope, struct kith_arena *scratch,
                                  struct kith_error *err)
{
    return (struct kith_intake){.rules = rules,
                                .signature = KITH_NO_ID,
                                .parser = {.path = path,
                                           .scope = scope,
                                           .classes = &rules->classes,
                                           .lists = &rules->lists,
                                           .arena = &rules->arena,
                                           .scratch = scratch,
                                           .err = err}};
}

enum kith_status kith_intake_check_encoding(struct kith_str path, struct kith_str bytes,
                                            struct kith_error *err)
{
    size_t fault;
    if (kith_str_starts_with(bytes, KITH_STR("\xFF\xFE")) ||
        kith_str_starts_with(bytes, KITH_STR("\xFE\xFF")))
        return kith_fail(err, KITH_BAD_INPUT,
                         "%.*s:1:1: the file is UTF-16; save it as UTF-8",
                         KITH_STR_ARGS(path));
    if (kith_utf8_is_valid(bytes, &fault))
        return KITH_OK;
    const struct kith_rule_piece whole = {bytes, 1, 1};
    uint32_t line = 1, column = 1;
    kith_rule_pieces_locate(&whole, 1, bytes.data + fault, &line, &column);
    return kith_fail(err, KITH_BAD_INPUT,
                     "%.*s:%u:%u: this byte is not UTF-8; save the file as UTF-8",
                     KITH_STR_ARGS(path), line, column);
}

/* ---- lists ---- */

static bool is_list_name(struct kith_str name)
{
    for (size_t i = 0; i < name.length; i++) {
        char c = name.data[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != ' ')
            return false;
    }
    return true;
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

enum kith_status kith_intake_open_list(struct kith_intake *intake, struct kith_str name,
                                       kith_id *list)
{
    const struct kith_pattern_parser *parser = &intake->parser;
    struct kith_word_lists *lists = parser->lists;
    kith_id older = kith_word_list_find(lists, parser->scope, name);
    if (!name.length)
        return kith_pattern_fail(parser, name.data, "the list has no name");
    if (!is_list_name(name))
        return kith_pattern_fail(parser, name.data,
                                 "a list is named with letters, digits, '-' and '_'");
    if (older != KITH_NO_ID)
        return kith_pattern_fail(parser, name.data,
                                 "list '%.*s' stands already in line %u",
                                 KITH_STR_ARGS(name), lists->items[older].line);
    if (!KITH_ARENA_PUSHABLE(parser->arena, lists))
        return kith_no_memory(parser->err);
    *list = lists->count++;
    lists->items[*list] = (struct kith_word_list){.name = name,
                                                  .scope = parser->scope,
                                                  .path = parser->path,
                                                  .line = parser->line,
                                                  .is_used = role_of_list(name) != 0};
    return KITH_OK;
}

enum kith_status kith_intake_add_entry(struct kith_intake *intake, kith_id list,
                                       struct kith_str entry)
{
    const struct kith_pattern_parser *parser = &intake->parser;
    struct kith_word_list *to = &parser->lists->items[list];
    unsigned role = role_of_list(to->name);
    uint32_t first = to->phrases.count;
    KITH_TRY(kith_phrase_parse(parser, entry, &to->phrases));
    for (uint32_t i = first; role && i < to->phrases.count; i++) {
        const struct kith_phrase *phrase = &to->phrases.items[i];
        if (phrase->count != 1)
            return kith_pattern_fail(parser, entry.data,
                                     "the entries of list '%.*s' are single words",
                                     KITH_STR_ARGS(to->name));
        kith_word_class_give_role(parser->classes, phrase->words[0],
                                  (enum kith_word_role)role);
    }
    return KITH_OK;
}

/* ---- rules ---- */

/* A number from 0 to 1, with a point in any locale. */
static bool read_confidence(struct kith_str text, double *confidence)
{
    double digits = 0, unit = 1; /* 0.95 is 95 / 100, the nearest number there is */
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
        digits = digits * 10 + (c - '0');
        unit *= has_point ? 10 : 1;
    }
    *confidence = digits / unit;
    return has_digit && *confidence <= 1;
}

/* A rule that does not say how sure it is. */
#define DEFAULT_CONFIDENCE 0.9

/* Enter one voice of the rule that `entry` says everything else of. */
static enum kith_status push_voice(struct kith_intake *intake,
                                   struct kith_rule_entry entry,
                                   const struct kith_voiced_pattern *voiced)
{
    struct kith_rules *rules = intake->rules;
    entry.pattern = voiced->pattern;
    entry.voice = voiced->voice;
    KITH_TRY(kith_program_build(&entry.pattern, &rules->arena, &entry.program,
                                intake->parser.err));
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->entries))
        return kith_no_memory(intake->parser.err);
    rules->entries.items[rules->entries.count++] = entry;
    return KITH_OK;
}

enum kith_status kith_intake_add_rule(struct kith_intake *intake, struct kith_str pattern,
                                      struct kith_str confidence)
{
    const struct kith_pattern_parser *parser = &intake->parser;
    const struct kith_rules *rules = intake->rules;
    struct kith_rule_entry entry = {.signature = intake->signature,
                                    .language = intake->language};
    struct kith_pattern parsed;
    struct kith_voices voices = {0};
    if (intake->signature == KITH_NO_ID)
        return kith_pattern_fail(parser, pattern.data,
                                 "this rule stands under no 'relation' line");
    entry.rule = (struct kith_rule){
        .file = parser->path,
        .line = parser->line,
        .confidence = DEFAULT_CONFIDENCE,
        .relation = rules->signatures.items[intake->signature].relation};
    if (confidence.data && !read_confidence(confidence, &entry.rule.confidence))
        return kith_pattern_fail(parser, confidence.data,
                                 "how sure a rule is, is a number from 0 to 1, as in "
                                 "0.5");
    KITH_TRY(kith_pattern_parse(parser, pattern, &parsed));
    KITH_TRY(kith_voices_of(parser, &parsed, &voices));
    for (uint32_t i = 0; i < voices.count; i++)
        KITH_TRY(push_voice(intake, entry, &voices.items[i]));
    return KITH_OK;
}

enum kith_status kith_intake_add_example(struct kith_intake *intake, struct kith_str text,
                                         bool is_positive)
{
    const struct kith_pattern_parser *parser = &intake->parser;
    struct kith_rules *rules = intake->rules;
    struct kith_examples *examples = &rules->examples;
    if (intake->signature == KITH_NO_ID)
        return kith_pattern_fail(parser, text.data,
                                 "this example stands under no 'relation' line");
    if (!KITH_ARENA_PUSHABLE(&rules->arena, examples))
        return kith_no_memory(parser->err);
    examples->items[examples->count++] = (struct kith_example){
        .file = parser->path,
        .line = parser->line,
        .relation = rules->signatures.items[intake->signature].relation,
        .is_positive = is_positive,
        .text = text};
    return KITH_OK;
}
