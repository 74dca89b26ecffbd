/* The `relation` line. */
#include "relate/relation_line.h"

#include "relate/phrase.h"

static enum kith_status push_type(const struct kith_pattern_parser *parser,
                                  struct kith_type_names *types, struct kith_str name)
{
    if (!name.length)
        return kith_pattern_fail(parser, name.data, "a type is missing here");
    for (size_t i = 0; i < name.length; i++)
        if (strchr("|/;&<>(){}=:?", name.data[i]))
            return kith_pattern_fail(parser, name.data + i,
                                     "'%c' cannot stand in a type; types are divided by "
                                     "commas, and <name> is a list of them",
                                     name.data[i]);
    if (kith_str_starts_with(name, KITH_STR("one ")))
        return kith_pattern_fail(parser, name.data,
                                 "'one' stands before the first type of a side");
    if (!KITH_ARENA_PUSHABLE(parser->arena, types))
        return kith_no_memory(parser->err);
    types->items[types->count++] = name;
    return KITH_OK;
}

/* <name>: every entry of the list is a type. */
static enum kith_status push_list(const struct kith_pattern_parser *parser,
                                  struct kith_type_names *types, struct kith_str sign)
{
    struct kith_str name = kith_str_trim(kith_str_slice(sign, 1, sign.length - 1));
    kith_id list;
    KITH_TRY(kith_word_list_use(parser, name, &list));
    const struct kith_phrases *phrases = &parser->lists->items[list].phrases;
    for (uint32_t i = 0; i < phrases->count; i++)
        if (!phrases->items[i].is_plural)
            KITH_TRY(push_type(parser, types, phrases->items[i].text));
    return KITH_OK;
}

/* One side: types divided by commas, "one" before the first when the side speaks of one.
 */
static enum kith_status read_side(const struct kith_pattern_parser *parser,
                                  struct kith_str text, struct kith_type_names *types)
{
    struct kith_str rest = kith_str_trim(text);
    if (kith_str_starts_with(rest, KITH_STR("one "))) {
        types->is_one = true;
        rest = kith_str_trim(kith_str_slice(rest, 4, rest.length));
    }
    while (rest.data) {
        struct kith_str name = kith_str_trim(kith_str_cut(&rest, ','));
        bool is_list =
            name.length > 1 && name.data[0] == '<' && name.data[name.length - 1] == '>';
        KITH_TRY(is_list ? push_list(parser, types, name)
                         : push_type(parser, types, name));
    }
    return KITH_OK;
}

/* Find the sign between the two sides: its place, and its length in *length. */
static const char *find_sign(struct kith_str text, size_t *length)
{
    for (size_t i = 0; i < text.length; i++) {
        *length = 1;
        if (text.data[i] == '=')
            return text.data + i;
        *length = 2;
        if (text.data[i] == '-' && i + 1 < text.length && text.data[i + 1] == '>')
            return text.data + i;
    }
    return NULL;
}

/* The relation of that name, entered when it is new. */
static enum kith_status name_relation(struct kith_rules *rules,
                                      const struct kith_pattern_parser *parser,
                                      struct kith_str name, kith_id *relation)
{
    *relation = kith_intern_add(&rules->relation_names, name);
    if (*relation == KITH_NO_ID)
        return kith_no_memory(parser->err);
    if (*relation < rules->relations.count)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->relations))
        return kith_no_memory(parser->err);
    rules->relations.items[rules->relations.count++] = (struct kith_relation_type){
        .name = rules->relation_names.items[*relation], .parent = KITH_NO_ID};
    return KITH_OK;
}

static bool has_rules(const struct kith_rules *rules, kith_id relation)
{
    for (uint32_t i = 0; i < rules->signatures.count; i++)
        if (rules->signatures.items[i].relation == relation)
            return true;
    return false;
}

/* Let `name` be what `relation` is a kind of. */
static enum kith_status set_parent(struct kith_rules *rules,
                                   const struct kith_pattern_parser *parser,
                                   kith_id relation, struct kith_str name)
{
    kith_id parent;
    if (!name.length)
        return kith_pattern_fail(parser, name.data,
                                 "behind 'a kind of' stands a relation or a family");
    KITH_TRY(name_relation(rules, parser, name, &parent));
    struct kith_relation_type *type = &rules->relations.items[relation];
    if (type->parent != KITH_NO_ID && type->parent != parent)
        return kith_pattern_fail(
            parser, name.data, "relation '%.*s' is a kind of '%.*s' already",
            KITH_STR_ARGS(type->name),
            KITH_STR_ARGS(rules->relations.items[type->parent].name));
    if (kith_rules_relation_is(rules, parent, relation))
        return kith_pattern_fail(parser, name.data,
                                 "relation '%.*s' would be a kind of itself",
                                 KITH_STR_ARGS(type->name));
    type->parent = parent;
    return KITH_OK;
}

static enum kith_status set_direction(const struct kith_rules *rules,
                                      const struct kith_pattern_parser *parser,
                                      const struct kith_relation_words *words,
                                      kith_id relation)
{
    struct kith_relation_type *type = &rules->relations.items[relation];
    if (has_rules(rules, relation) && type->is_symmetric != words->is_symmetric)
        return kith_pattern_fail(parser, words->name.data,
                                 "relation '%.*s' has a direction in one place and none "
                                 "in another",
                                 KITH_STR_ARGS(words->name));
    type->is_symmetric = words->is_symmetric;
    return KITH_OK;
}

enum kith_status kith_relation_add(struct kith_rules *rules,
                                   const struct kith_pattern_parser *parser,
                                   const struct kith_relation_words *words,
                                   kith_id *signature)
{
    struct kith_signature added = {.file = parser->path, .line = parser->line};
    for (int side = 0; side < 2; side++)
        KITH_TRY(read_side(parser, words->sides[side], &added.sides[side]));
    KITH_TRY(name_relation(rules, parser, words->name, &added.relation));
    KITH_TRY(set_direction(rules, parser, words, added.relation));
    if (words->parent.data)
        KITH_TRY(set_parent(rules, parser, added.relation, words->parent));
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->signatures))
        return kith_no_memory(parser->err);
    *signature = rules->signatures.count;
    rules->signatures.items[rules->signatures.count++] = added;
    return KITH_OK;
}

/* ", a kind of NAME", what may stand behind a relation's name: `text` is behind the
 * comma.
 */
static enum kith_status read_parent(const struct kith_pattern_parser *parser,
                                    struct kith_str text, struct kith_str *parent)
{
    const struct kith_str kind = KITH_STR("a kind of");
    text = kith_str_trim(text);
    if (!kith_str_starts_with(text, kind))
        return kith_pattern_fail(parser, text.data,
                                 "behind the comma stands what the relation is a kind "
                                 "of: relation name, a kind of family: type -> type");
    *parent = kith_str_trim(kith_str_slice(text, kind.length, text.length));
    return KITH_OK;
}

enum kith_status kith_relation_line_read(struct kith_rules *rules,
                                         const struct kith_pattern_parser *parser,
                                         struct kith_str line, kith_id *signature)
{
    struct kith_relation_words words = {0};
    struct kith_str rest = kith_str_slice(line, strlen("relation"), line.length);
    struct kith_str parent = kith_str_cut(&rest, ':');
    words.name = kith_str_trim(kith_str_cut(&parent, ','));
    size_t length = 0;
    const char *sign = rest.data ? find_sign(rest, &length) : NULL;
    if (!rest.data)
        return kith_pattern_fail(parser, words.name.data,
                                 "':' is missing behind the relation's name, as in "
                                 "relation name: type, type -> type");
    if (!words.name.length)
        return kith_pattern_fail(parser, words.name.data, "the relation has no name");
    if (!sign)
        return kith_pattern_fail(parser, rest.data,
                                 "'->' is missing between the types, or '=' for a "
                                 "relation without direction");
    size_t before = (size_t)(sign - rest.data);
    words.sides[0] = kith_str_slice(rest, 0, before);
    words.sides[1] = kith_str_slice(rest, before + length, rest.length);
    words.is_symmetric = *sign == '=';
    if (parent.data)
        KITH_TRY(read_parent(parser, parent, &words.parent));
    return kith_relation_add(rules, parser, &words, signature);
}

/* "place" admits what stands below it, too; "only place" does not. */
static bool admits(struct kith_str name, const struct kith_gazetteer *gazetteer,
                   kith_id type)
{
    const struct kith_str only = KITH_STR("only ");
    bool is_alone = kith_str_starts_with(name, only);
    if (is_alone)
        name = kith_str_trim(kith_str_slice(name, only.length, name.length));
    kith_id named = kith_gazetteer_find_type(gazetteer, name);
    if (is_alone)
        return named == type;
    return kith_str_equal(name, KITH_STR("any")) ||
           (named != KITH_NO_ID && kith_gazetteer_type_is(gazetteer, type, named));
}

static bool fits(const struct kith_type_names *side,
                 const struct kith_gazetteer *gazetteer, kith_id type)
{
    for (uint32_t i = 0; i < side->count; i++)
        if (admits(side->items[i], gazetteer, type))
            return true;
    return false;
}

enum kith_status kith_signature_resolve(struct kith_signature *signature,
                                        const struct kith_gazetteer *gazetteer,
                                        struct kith_arena *arena, struct kith_error *err)
{
    uint32_t count = kith_gazetteer_type_count(gazetteer);
    for (int i = 0; i < 2; i++) {
        struct kith_type_names *side = &signature->sides[i];
        side->fits = KITH_ARRAY(arena, bool, count);
        if (!side->fits)
            return kith_no_memory(err);
        for (kith_id type = 0; type < count; type++)
            side->fits[type] = fits(side, gazetteer, type);
    }
    return KITH_OK;
}
