/* The table of an article's own names: open addressing by key. The places are numbers,
 * since most stay empty and all have to be cleared. */
#include "recognize/local_names.h"

#include "gazetteer/word_key.h"

enum kith_status kith_local_names_init(struct kith_local_names *names, uint32_t limit,
                                       struct kith_arena *arena, struct kith_error *err)
{
    uint64_t room = 16;
    while (room < (uint64_t)limit * 2)
        room *= 2;
    *names = (struct kith_local_names){.mask = (uint32_t)(room - 1), .room = limit};
    names->places = KITH_ARRAY(arena, uint32_t, room);
    names->items = kith_arena_alloc(arena, (size_t)limit * sizeof *names->items);
    return names->places && names->items ? KITH_OK : kith_no_memory(err);
}

/* Where the number of the name with this key is, or would be. */
static uint32_t *place_of(const struct kith_local_names *names, uint64_t key)
{
    uint32_t i = (uint32_t)(kith_hash_u64(key) & names->mask);
    while (names->places[i] != 0 && names->items[names->places[i] - 1].key != key)
        i = (i + 1) & names->mask;
    return &names->places[i];
}

static void set(struct kith_local_names *names, uint32_t bit)
{
    names->beginnings[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* As the word is folded: other spellings of it pass by other ways. */
static void note_beginning(struct kith_local_names *names, const char *folded,
                           uint8_t strength)
{
    set(names, kith_beginning(folded));
    set(names, 0);
    if (strength == KITH_LOCAL_PART)
        set(names, KITH_BEGINNINGS + kith_beginning(folded));
}

static void tell_shared(struct kith_trace *trace, const struct kith_local_name *name,
                        kith_id rival)
{
    kith_trace_add(trace, (struct kith_decision){.first_token = name->key_token,
                                                 .end_token = name->key_token + 1,
                                                 .reason = KITH_REASON_SHARED,
                                                 .entity = name->entity,
                                                 .alias = name->alias,
                                                 .rival = rival,
                                                 .word = name->key_token});
}

static void add(struct kith_local_names *names, struct kith_trace *trace,
                const char *folded, const struct kith_local_name *name)
{
    uint32_t *place = place_of(names, name->key);
    struct kith_local_name *known = *place ? &names->items[*place - 1] : NULL;
    if (known && known->strength > name->strength)
        return;
    if (known && known->strength == name->strength) {
        if (known->entity != name->entity) {
            tell_shared(trace, name, known->entity);
            known->entity = KITH_NO_ID;
        }
        return;
    }
    if (!known && names->count == names->room)
        return;
    if (!known) {
        known = &names->items[names->count++];
        *place = names->count;
    }
    *known = *name;
    note_beginning(names, folded, name->strength);
}

void kith_local_names_add(struct kith_local_names *names, const struct kith_scene *scene,
                          struct kith_local_name name)
{
    const struct kith_token *token = &scene->tokens[name.key_token];
    char folded[KITH_FOLD_LIMIT] = {0};
    kith_fold(scene->document->text, token, folded);
    name.key = kith_word_key(scene->document->text, token);
    add(names, scene->trace, folded, &name);
}

void kith_local_names_add_letters(struct kith_local_names *names,
                                  const struct kith_scene *scene, struct kith_str letters,
                                  struct kith_local_name name)
{
    char folded[2 * KITH_INITIALS_LIMIT] = {0};
    memcpy(folded, letters.data, letters.length);
    name.key =
        kith_glance_hash(folded, letters.length, kith_glance(folded, letters.length));
    add(names, scene->trace, folded, &name);
}

struct kith_local_name *kith_local_names_find(const struct kith_local_names *names,
                                              const struct kith_document *document,
                                              const struct kith_token *token)
{
    uint32_t number = *place_of(names, kith_word_key(document->text, token));
    return number ? &names->items[number - 1] : NULL;
}
