/* Entities as a whole: types that look like a slip, names that nothing can support, words
 * that settle a question nobody asks, demonyms of what has no people. */
#include "gazetteer/lint.h"

#include <stdlib.h>

#include "base/near.h"
#include "gazetteer/tables.h"

/* What the aliases of an entity say of it; bits. */
enum trait {
    TRAIT_NAMED = 1,   /* a name of it counts by itself */
    TRAIT_WEAK = 2,    /* one needs support */
    TRAIT_SHARED = 4,  /* one may mean somebody else */
    TRAIT_DEMONYM = 8, /* it has words for its people */
};

struct idle;

struct entities {
    const struct kith_gazetteer *gazetteer;
    struct kith_problems *problems;
    uint8_t *traits;   /* by entity */
    bool *is_told;     /* by type */
    struct idle *idle; /* by file */
};

/* Entities of one file whose words or priority decide nothing. Whole tables may have them
 * for the sake of other gazetteers, so a file is told once. */
struct idle {
    kith_id first;
    uint32_t count;
};

static enum kith_status say(const struct entities *entities, kith_id entity,
                            enum kith_severity severity, const char *kind,
                            const char *what, struct kith_error *err)
{
    struct kith_entity place = kith_gazetteer_entity(entities->gazetteer, entity);
    return kith_problems_add(entities->problems, severity, place.file, place.line, kind,
                             err, "%.*s %s", KITH_STR_ARGS(place.name), what);
}

/* ---- traits ---- */

static void look_at_aliases(struct entities *entities)
{
    const struct kith_alias_table *aliases = &entities->gazetteer->aliases;
    for (uint32_t i = 0; i < aliases->count; i++) {
        const struct kith_alias_record *alias = &aliases->items[i];
        if (alias->case_rule == KITH_CASE_NEVER ||
            alias->entity >= entities->gazetteer->entities.count)
            continue;
        uint8_t trait = TRAIT_NAMED;
        if (alias->traits & KITH_ALIAS_DEMONYM)
            trait = TRAIT_DEMONYM;
        else if (alias->traits & KITH_ALIAS_WEAK)
            trait = TRAIT_WEAK;
        entities->traits[alias->entity] |= trait;
    }
}

/* Postings of one path stand together, ordered by entity. */
static void look_at_paths(struct entities *entities)
{
    const struct kith_paths *paths = &entities->gazetteer->paths;
    const struct kith_alias_table *aliases = &entities->gazetteer->aliases;
    for (uint32_t i = 1; i < paths->postings.count; i++) {
        const struct kith_posting *a = &paths->postings.items[i - 1], *b = a + 1;
        if (!kith_postings_share_path(a, b) || a->alias >= aliases->count ||
            b->alias >= aliases->count)
            continue;
        kith_id one = aliases->items[a->alias].entity;
        kith_id two = aliases->items[b->alias].entity;
        if (one == two)
            continue;
        entities->traits[one] |= TRAIT_SHARED;
        entities->traits[two] |= TRAIT_SHARED;
    }
}

/* ---- one entity ---- */

static bool has_cell(const struct entities *entities, kith_id entity, const char *heading)
{
    uint32_t column = kith_gazetteer_find_column(entities->gazetteer, heading);
    return column != KITH_NO_ID &&
           kith_gazetteer_cell(entities->gazetteer, entity, column).length > 0;
}

/* The file of an entity's row. */
static kith_id file_of(const struct kith_gazetteer *gazetteer, kith_id entity)
{
    kith_id label = gazetteer->entities.items[entity].name;
    if (label >= gazetteer->aliases.count ||
        gazetteer->aliases.items[label].row >= gazetteer->rows.count)
        return KITH_NO_ID;
    return gazetteer->rows.items[gazetteer->aliases.items[label].row].file;
}

static void count_idle(const struct entities *entities, kith_id entity)
{
    kith_id file = file_of(entities->gazetteer, entity);
    if (file >= entities->gazetteer->files.count)
        return;
    struct idle *idle = &entities->idle[file];
    if (idle->count++ == 0)
        idle->first = entity;
}

static enum kith_status check_support(const struct entities *entities, kith_id entity,
                                      struct kith_error *err)
{
    uint8_t traits = entities->traits[entity];
    bool has_context = has_cell(entities, entity, "context");
    if ((traits & TRAIT_WEAK) && !(traits & TRAIT_NAMED) && !has_context)
        return say(entities, entity, KITH_FAULT, "dead",
                   "is never found: all its names are weak, and nothing supports them; "
                   "give it a name without ? or words in 'context'",
                   err);
    bool is_idle = (has_context && !(traits & (TRAIT_WEAK | TRAIT_SHARED))) ||
                   (has_cell(entities, entity, "priority") && !(traits & TRAIT_SHARED));
    if (is_idle)
        count_idle(entities, entity);
    return KITH_OK;
}

/* Types whose members are no people and have none. */
static bool has_no_people(const struct kith_gazetteer *gazetteer, kith_id type)
{
    static const char *const peopled[] = {"place", "people", "organisation", "group"};
    if (type >= gazetteer->type_tree.count || !gazetteer->type_tree.items[type].has_row)
        return false;
    for (size_t i = 0; i < sizeof peopled / sizeof *peopled; i++) {
        kith_id root = kith_gazetteer_find_type(gazetteer, kith_str_of(peopled[i]));
        if (root != KITH_NO_ID && kith_gazetteer_type_is(gazetteer, type, root))
            return false;
    }
    return true;
}

static enum kith_status check_demonyms(const struct entities *entities, kith_id entity,
                                       struct kith_error *err)
{
    kith_id type = kith_gazetteer_entity_type(entities->gazetteer, entity);
    if (!(entities->traits[entity] & TRAIT_DEMONYM) ||
        !has_no_people(entities->gazetteer, type))
        return KITH_OK;
    return say(entities, entity, KITH_NOTE, "demonym",
               "is neither a place nor a body, and has demonyms; put them among the "
               "aliases, or in the row of its country",
               err);
}

/* An id goes into file names, tables and corrections. */
static enum kith_status check_id(const struct entities *entities, kith_id entity,
                                 struct kith_error *err)
{
    struct kith_str id = kith_piece_view(entities->gazetteer,
                                         entities->gazetteer->entities.items[entity].key);
    for (size_t i = 0; i < id.length; i++)
        if (strchr(" \t|,;\"", id.data[i]))
            return say(entities, entity, KITH_NOTE, "id",
                       "has an id with blanks, bars or quotes in it; letters, digits and "
                       "hyphens are safe in every table",
                       err);
    return KITH_OK;
}

/* ---- types ---- */

static struct kith_str nearest_type(const struct kith_gazetteer *gazetteer,
                                    struct kith_str type)
{
    const struct kith_type_tree *tree = &gazetteer->type_tree;
    for (kith_id known = 0; known < tree->count; known++) {
        struct kith_str name = kith_gazetteer_type(gazetteer, known);
        if (tree->items[known].has_row && kith_is_near(type, name))
            return name;
    }
    return (struct kith_str){0};
}

/* A type without a row may be the user's own, unless it looks like one that has one. Each
 * is told once, where it first stands. */
static enum kith_status check_type(const struct entities *entities, kith_id entity,
                                   struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = entities->gazetteer;
    struct kith_entity place = kith_gazetteer_entity(gazetteer, entity);
    if (entities->is_told[place.type_id] ||
        (place.type_id < gazetteer->type_tree.count &&
         gazetteer->type_tree.items[place.type_id].has_row))
        return KITH_OK;
    entities->is_told[place.type_id] = true;
    struct kith_str nearest = nearest_type(gazetteer, place.type);
    if (!nearest.length)
        return KITH_OK;
    return kith_problems_add(
        entities->problems, KITH_FAULT, place.file, place.line, "type", err,
        "the type \"%.*s\" has no row in types.csv; is it \"%.*s\"? Write that, or give "
        "it a row",
        KITH_STR_ARGS(place.type), KITH_STR_ARGS(nearest));
}

static enum kith_status check_one(const struct entities *entities, kith_id entity,
                                  struct kith_error *err)
{
    if (!entities->traits[entity])
        return KITH_OK; /* corrected away, or known to given mentions alone */
    KITH_TRY(check_type(entities, entity, err));
    KITH_TRY(check_support(entities, entity, err));
    KITH_TRY(check_demonyms(entities, entity, err));
    return check_id(entities, entity, err);
}

static enum kith_status tell_idle(const struct entities *entities, struct kith_error *err)
{
    for (uint32_t file = 0; file < entities->gazetteer->files.count; file++) {
        const struct idle *idle = &entities->idle[file];
        if (idle->count == 0)
            continue;
        struct kith_entity place =
            kith_gazetteer_entity(entities->gazetteer, idle->first);
        KITH_TRY(kith_problems_add(
            entities->problems, KITH_NOTE, place.file, place.line, "context", err,
            "%.*s has 'context' or 'priority', and none of its names is weak or somebody "
            "else's, so they decide nothing (rows of this kind in the file: %u); mark "
            "the names they are for with ?, or drop them",
            KITH_STR_ARGS(place.name), idle->count));
    }
    return KITH_OK;
}

static enum kith_status check_all(struct entities *entities, struct kith_error *err)
{
    look_at_aliases(entities);
    look_at_paths(entities);
    for (kith_id entity = 0; entity < entities->gazetteer->entities.count; entity++)
        KITH_TRY(check_one(entities, entity, err));
    return tell_idle(entities, err);
}

enum kith_status kith_lint_entities(const struct kith_gazetteer *gazetteer,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    struct entities entities = {.gazetteer = gazetteer, .problems = problems};
    entities.traits = calloc((size_t)gazetteer->entities.count + 1, 1);
    entities.is_told = calloc((size_t)gazetteer->types.count + 1, sizeof(bool));
    entities.idle = calloc((size_t)gazetteer->files.count + 1, sizeof *entities.idle);
    enum kith_status status = entities.traits && entities.is_told && entities.idle
                                  ? check_all(&entities, err)
                                  : kith_no_memory(err);
    free(entities.traits);
    free(entities.is_told);
    free(entities.idle);
    return status;
}
