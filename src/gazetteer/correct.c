/* Applying corrections: entities keep their numbers, aliases change hands or fall silent.
 *
 * A merged entity stays in the tables without a name, and so is never found. */
#include "gazetteer/alias.h"
#include "gazetteer/correction.h"
#include "gazetteer/entity.h"
#include "gazetteer/roll.h"

/* What applying holds in its hands. */
struct correcting {
    struct kith_corrections *corrections;
    struct kith_gazetteer *gazetteer;
    struct kith_problems *problems;
    struct kith_roll roll;
};

static enum kith_status report(struct correcting *work, struct kith_correction *line,
                               const char *sentence, struct kith_str name,
                               const char *advice, struct kith_str other,
                               struct kith_error *err)
{
    line->is_void = true;
    return kith_problems_add(
        work->problems, KITH_FAULT, work->corrections->path, line->line, "correction",
        err, "%s \"%.*s\"%s%.*s%s; the line is left out", sentence, KITH_STR_ARGS(name),
        advice, KITH_STR_ARGS(other), other.length ? "\"?" : "");
}

/* Whom the line means by `name`; KITH_NO_ID when it has to be left out. */
static enum kith_status find(struct correcting *work, struct kith_correction *line,
                             struct kith_str name, kith_id *entity,
                             struct kith_error *err)
{
    enum kith_roll_answer answer = kith_roll_find(&work->roll, name, entity);
    const struct kith_str nobody = KITH_STR("");
    if (answer == KITH_ROLL_FOUND)
        return KITH_OK;
    *entity = KITH_NO_ID;
    if (answer == KITH_ROLL_SEVERAL)
        return report(work, line, "several entities are called", name,
                      ": name its id, or its type in brackets as in Georgia [country]",
                      nobody, err);
    struct kith_str nearest = kith_roll_nearest(&work->roll, name);
    if (!nearest.length)
        return report(work, line, "no entity is called", name, "", nobody, err);
    return report(work, line, "no entity is called", name, ": is it \"", nearest, err);
}

/* Move all names of `from` to `to`, and fill what cells `to` lacks. */
static enum kith_status merge(struct correcting *work, kith_id from, kith_id to,
                              struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = work->gazetteer;
    kith_id *link = &work->roll.first_of_entity[from];
    while (*link != KITH_NO_ID) {
        gazetteer->aliases.items[*link].entity = to;
        link = &work->roll.next_of_entity[*link];
    }
    *link = work->roll.first_of_entity[to];
    work->roll.first_of_entity[to] = work->roll.first_of_entity[from];
    work->roll.first_of_entity[from] = KITH_NO_ID;
    work->roll.merged_into[from] = to;
    for (uint32_t cell = gazetteer->entities.items[from].first_cell; cell != KITH_NO_ID;
         cell = gazetteer->cells.items[cell].next) {
        struct kith_cell given = gazetteer->cells.items[cell];
        KITH_TRY(kith_entity_fill(gazetteer, to, given.column,
                                  kith_piece_view(gazetteer, given.text), err));
    }
    return KITH_OK;
}

/* The next name of an entity that is spelled so, from `alias` on, or KITH_NO_ID. */
static kith_id find_spelt(const struct correcting *work, kith_id alias,
                          struct kith_str name)
{
    while (alias != KITH_NO_ID &&
           !kith_str_equal(kith_alias_text(work->gazetteer, alias), name))
        alias = work->roll.next_of_entity[alias];
    return alias;
}

/* Silence the names of `entity` that are spelled so; false when there are none. */
static bool silence(struct correcting *work, kith_id entity, struct kith_str name)
{
    kith_id alias = find_spelt(work, work->roll.first_of_entity[entity], name);
    bool is_any = alias != KITH_NO_ID;
    while (alias != KITH_NO_ID) {
        work->gazetteer->aliases.items[alias].case_rule = KITH_CASE_NEVER;
        alias = find_spelt(work, work->roll.next_of_entity[alias], name);
    }
    return is_any;
}

/* A row of the corrections file itself, for names that stand in no other. */
static enum kith_status push_row(struct correcting *work, uint32_t line, uint32_t *row,
                                 struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = work->gazetteer;
    kith_id file = kith_intern_add(&gazetteer->files, work->corrections->path);
    if (file == KITH_NO_ID || !KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->rows))
        return kith_no_memory(err);
    *row = gazetteer->rows.count++;
    gazetteer->rows.items[*row] = (struct kith_row){file, line};
    return KITH_OK;
}

/* Give the entity a name more. */
static enum kith_status add_name(struct correcting *work,
                                 const struct kith_correction *line, kith_id entity,
                                 struct kith_error *err)
{
    uint32_t row = 0;
    KITH_TRY(push_row(work, line->line, &row, err));
    const struct kith_marked_alias name = {line->other, KITH_CASE_DEFAULT, 0};
    KITH_TRY(kith_alias_add(work->gazetteer, entity, &name, row, err));
    return kith_roll_enter(&work->roll, work->gazetteer->aliases.count - 1, err);
}

/* Its names stay as they are; the new one joins them and is the label. */
static enum kith_status rename_entity(struct correcting *work,
                                      const struct kith_correction *line, kith_id entity,
                                      struct kith_error *err)
{
    kith_id alias = find_spelt(work, work->roll.first_of_entity[entity], line->other);
    if (alias == KITH_NO_ID) {
        alias = work->gazetteer->aliases.count;
        KITH_TRY(add_name(work, line, entity, err));
    }
    work->gazetteer->entities.items[entity].name = alias;
    return KITH_OK;
}

static enum kith_status retype(struct correcting *work,
                               const struct kith_correction *line, kith_id entity,
                               struct kith_error *err)
{
    kith_id type = kith_intern_add(&work->gazetteer->types, line->other);
    if (type == KITH_NO_ID)
        return kith_no_memory(err);
    work->gazetteer->entities.items[entity].type = type;
    return KITH_OK;
}

static enum kith_status apply_merge(struct correcting *work, struct kith_correction *line,
                                    struct kith_error *err)
{
    kith_id from, to;
    KITH_TRY(find(work, line, line->what, &from, err));
    if (!line->is_void)
        KITH_TRY(find(work, line, line->other, &to, err));
    if (line->is_void || from == to)
        return KITH_OK;
    return merge(work, from, to, err);
}

static enum kith_status apply_split(struct correcting *work, struct kith_correction *line,
                                    struct kith_error *err)
{
    KITH_TRY(find(work, line, line->other, &line->entity, err));
    if (line->is_void || silence(work, line->entity, line->what))
        return KITH_OK;
    return report(work, line, "no name of it is", line->what, "", KITH_STR(""), err);
}

/* Where it holds everywhere, the name itself is silenced, so that it can mean others. */
static enum kith_status apply_reject(struct correcting *work,
                                     struct kith_correction *line, struct kith_error *err)
{
    if (!line->other.length)
        return KITH_OK;
    KITH_TRY(find(work, line, line->other, &line->entity, err));
    if (!line->is_void && !line->file.length)
        silence(work, line->entity, line->what);
    return KITH_OK;
}

static enum kith_status apply_one(struct correcting *work, struct kith_correction *line,
                                  struct kith_error *err)
{
    kith_id entity;
    switch (line->kind) {
    case KITH_MERGE:
        return apply_merge(work, line, err);
    case KITH_SPLIT:
        return apply_split(work, line, err);
    case KITH_REJECT:
        return apply_reject(work, line, err);
    case KITH_RETYPE:
    case KITH_RENAME:
        break;
    }
    KITH_TRY(find(work, line, line->what, &entity, err));
    if (line->is_void)
        return KITH_OK;
    if (line->kind == KITH_RETYPE)
        return retype(work, line, entity, err);
    if (line->other.length > KITH_ALIAS_LIMIT)
        return report(work, line, "nothing can be called",
                      kith_str_slice(line->other, 0, 40),
                      "...: it is longer than 512 bytes", KITH_STR(""), err);
    return rename_entity(work, line, entity, err);
}

enum kith_status kith_corrections_apply(struct kith_corrections *corrections,
                                        struct kith_gazetteer *gazetteer,
                                        struct kith_problems *problems,
                                        struct kith_error *err)
{
    struct correcting work = {corrections, gazetteer, problems, {0}};
    if (gazetteer->image.bytes)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%.*s: an image cannot be corrected; give the gazetteers that "
                         "it was compiled from",
                         KITH_STR_ARGS(corrections->path));
    enum kith_status status =
        kith_roll_call(&work.roll, gazetteer, corrections->count, err);
    for (uint32_t i = 0; i < corrections->count && status == KITH_OK; i++)
        status = apply_one(&work, &corrections->items[i], err);
    kith_roll_release(&work.roll);
    return status;
}
