/* Comparing gazetteers entity by entity. */
#include "gazetteer/difference.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/rising.h"
#include "gazetteer/name.h"

/* ---- what an entity is ----------------------------------------------------------- */

/* Aliases by entity: those of entity e are `items` from first[e] to first[e + 1]. */
struct alias_lists {
    uint32_t *first;
    kith_id *items;
};

static enum kith_status list_aliases(const struct kith_gazetteer *gazetteer,
                                     struct kith_arena *arena, struct alias_lists *lists,
                                     struct kith_error *err)
{
    uint32_t entities = gazetteer->entities.count, aliases = gazetteer->aliases.count;
    lists->first = KITH_ARRAY(arena, uint32_t, (size_t)entities + 2);
    lists->items = KITH_ARRAY(arena, kith_id, (size_t)aliases + 1);
    if (!lists->first || !lists->items)
        return kith_no_memory(err);
    /* Counted one place further on, so that filling moves each start to its own. */
    for (kith_id alias = 0; alias < aliases; alias++)
        if (gazetteer->aliases.items[alias].entity < entities)
            lists->first[gazetteer->aliases.items[alias].entity + 2]++;
    for (uint32_t i = 2; i < entities + 2; i++)
        lists->first[i] += lists->first[i - 1];
    for (kith_id alias = 0; alias < aliases; alias++)
        if (gazetteer->aliases.items[alias].entity < entities)
            lists->items[lists->first[gazetteer->aliases.items[alias].entity + 1]++] =
                alias;
    return KITH_OK;
}

static void add_text(struct kith_str text, struct kith_buf *out)
{
    const uint64_t length = text.length;
    kith_buf_append(out, (const char *)&length, sizeof length);
    kith_buf_str(out, text);
}

/* Cells stand in a chain in the order of columns, whose numbers are of no concern. */
static void add_cells(const struct kith_gazetteer *gazetteer, kith_id entity,
                      struct kith_buf *out)
{
    uint32_t columns = kith_gazetteer_column_count(gazetteer);
    for (uint32_t column = 0; column < columns; column++) {
        struct kith_str cell = kith_gazetteer_cell(gazetteer, entity, column);
        if (!cell.length)
            continue;
        add_text(kith_gazetteer_column(gazetteer, column), out);
        add_text(cell, out);
    }
}

static void add_aliases(const struct kith_gazetteer *gazetteer,
                        const struct alias_lists *lists, kith_id entity,
                        struct kith_buf *out)
{
    for (uint32_t i = lists->first[entity]; i < lists->first[entity + 1]; i++) {
        const struct kith_alias_record *record =
            &gazetteer->aliases.items[lists->items[i]];
        struct kith_alias alias = kith_gazetteer_alias(gazetteer, lists->items[i]);
        add_text(alias.text, out);
        add_text(alias.rule, out);
        kith_buf_byte(out, (char)record->case_rule);
        kith_buf_byte(out, (char)record->traits);
    }
}

/* An entity in one gazetteer. */
struct identity {
    uint64_t key;  /* hash of the id of its node */
    uint64_t hash; /* of all that its row says */
};

static enum kith_status identify(const struct kith_gazetteer *gazetteer,
                                 const struct alias_lists *lists,
                                 struct identity *identities, struct kith_error *err)
{
    struct kith_buf text = {0}, room = {0};
    bool is_broken = false;
    for (kith_id entity = 0; entity < gazetteer->entities.count && !is_broken; entity++) {
        struct kith_entity row = kith_gazetteer_entity(gazetteer, entity);
        struct kith_str key = kith_gazetteer_key(gazetteer, entity, &room);
        kith_buf_reset(&text);
        add_text(key, &text);
        add_text(row.name, &text);
        add_text(row.type, &text);
        add_cells(gazetteer, entity, &text);
        add_aliases(gazetteer, lists, entity, &text);
        is_broken = text.is_broken || room.is_broken;
        identities[entity].key = kith_hash(key.data, key.length);
        if (!is_broken)
            identities[entity].hash = kith_hash(text.data, text.length);
    }
    kith_buf_release(&text);
    kith_buf_release(&room);
    return is_broken ? kith_no_memory(err) : KITH_OK;
}

/* ---- who is who ------------------------------------------------------------------ */

struct side {
    const struct kith_gazetteer *gazetteer;
    struct alias_lists lists;
    struct identity *identities;
};

struct comparing {
    struct side before, after;
    struct kith_arena *arena;
    struct kith_difference *difference;
    bool *is_kept; /* an entity of `after`: it has a predecessor */
};

static enum kith_status open_side(struct comparing *comparing, struct side *side,
                                  const struct kith_gazetteer *gazetteer,
                                  struct kith_error *err)
{
    side->gazetteer = gazetteer;
    side->identities = KITH_ARRAY(comparing->arena, struct identity,
                                  (size_t)gazetteer->entities.count + 1);
    if (!side->identities)
        return kith_no_memory(err);
    KITH_TRY(list_aliases(gazetteer, comparing->arena, &side->lists, err));
    return identify(gazetteer, &side->lists, side->identities, err);
}

/* Entities whose rows say the same. */
static enum kith_status match(struct comparing *comparing, struct kith_error *err)
{
    const struct side *before = &comparing->before, *after = &comparing->after;
    kith_id *successor_of = comparing->difference->successor_of;
    struct kith_map by_key = {0};
    bool is_full = true;
    for (kith_id i = 0; i < after->gazetteer->entities.count && is_full; i++)
        is_full = kith_map_place(&by_key, after->identities[i].key, i, NULL);
    for (kith_id i = 0; i < before->gazetteer->entities.count && is_full; i++) {
        const uint32_t *found = kith_map_find(&by_key, before->identities[i].key);
        bool is_same =
            found && after->identities[*found].hash == before->identities[i].hash;
        successor_of[i] = is_same ? *found : KITH_NO_ID;
    }
    kith_map_release(&by_key);
    return is_full ? KITH_OK : kith_no_memory(err);
}

/* ---- names ----------------------------------------------------------------------- */

/* Marks may be left out or written otherwise; words may not. */
static uint32_t take_words(const struct kith_path *path, uint64_t *words)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < path->count; i++)
        if (path->steps[i].kind <= KITH_TOKEN_NUMBER)
            words[count++] = path->steps[i].word.hash;
    return count;
}

static enum kith_status add_name(struct comparing *comparing,
                                 const struct kith_gazetteer *gazetteer, kith_id alias,
                                 struct kith_error *err)
{
    struct kith_difference *difference = comparing->difference;
    enum kith_case_rule rule =
        (enum kith_case_rule)gazetteer->aliases.items[alias].case_rule;
    struct kith_path path;
    uint64_t words[KITH_NAME_LIMIT];
    KITH_TRY(kith_name_read(kith_gazetteer_alias(gazetteer, alias).text, rule, true,
                            comparing->arena, &path, err));
    uint32_t count = take_words(&path, words);
    if (path.is_too_long)
        return KITH_OK; /* it is never found */
    difference->is_wide |= count == 0;
    uint64_t *copy = KITH_ARRAY(comparing->arena, uint64_t, count);
    if (!copy || !KITH_ARENA_PUSHABLE(comparing->arena, &difference->names))
        return kith_no_memory(err);
    if (count)
        memcpy(copy, words, count * sizeof *words);
    difference->names.items[difference->names.count++] =
        (struct kith_changed_name){copy, count};
    return KITH_OK;
}

static enum kith_status add_names(struct comparing *comparing, const struct side *side,
                                  kith_id entity, struct kith_error *err)
{
    const struct alias_lists *lists = &side->lists;
    for (uint32_t i = lists->first[entity]; i < lists->first[entity + 1]; i++)
        KITH_TRY(add_name(comparing, side->gazetteer, lists->items[i], err));
    return KITH_OK;
}

static enum kith_status add_all_names(struct comparing *comparing, struct kith_error *err)
{
    struct kith_difference *difference = comparing->difference;
    uint32_t gone = 0, come = 0;
    for (kith_id i = 0; i < comparing->before.gazetteer->entities.count; i++)
        if (difference->successor_of[i] != KITH_NO_ID) {
            comparing->is_kept[difference->successor_of[i]] = true;
        } else {
            gone++;
            KITH_TRY(add_names(comparing, &comparing->before, i, err));
        }
    for (kith_id i = 0; i < comparing->after.gazetteer->entities.count; i++)
        if (!comparing->is_kept[i]) {
            come++;
            KITH_TRY(add_names(comparing, &comparing->after, i, err));
        }
    difference->entities = gone > come ? gone : come;
    return KITH_OK;
}

enum kith_status kith_gazetteers_compare(const struct kith_gazetteer *before,
                                         const struct kith_gazetteer *after,
                                         struct kith_arena *arena,
                                         struct kith_difference *difference,
                                         struct kith_error *err)
{
    struct comparing comparing = {.arena = arena, .difference = difference};
    *difference = (struct kith_difference){0};
    difference->successor_of =
        KITH_ARRAY(arena, kith_id, (size_t)before->entities.count + 1);
    comparing.is_kept = KITH_ARRAY(arena, bool, (size_t)after->entities.count + 1);
    if (!difference->successor_of || !comparing.is_kept)
        return kith_no_memory(err);
    KITH_TRY(open_side(&comparing, &comparing.before, before, err));
    KITH_TRY(open_side(&comparing, &comparing.after, after, err));
    KITH_TRY(match(&comparing, err));
    if (!kith_keep_rising(difference->successor_of, before->entities.count, arena))
        return kith_no_memory(err);
    return add_all_names(&comparing, err);
}
