/* The table of an article's own names: open addressing by key. */
#include "recognize/local_names.h"

#include "gazetteer/word_key.h"

enum kith_status kith_local_names_init(struct kith_local_names *names, uint32_t limit,
                                       struct kith_arena *arena, struct kith_error *err)
{
    uint64_t room = 16;
    while (room < (uint64_t)limit * 2)
        room *= 2;
    *names = (struct kith_local_names){.mask = (uint32_t)(room - 1)};
    names->slots = KITH_ARRAY(arena, struct kith_local_name, room);
    return names->slots ? KITH_OK : kith_no_memory(err);
}

static struct kith_local_name *slot_of(const struct kith_local_names *names, uint64_t key)
{
    uint32_t i = (uint32_t)(kith_hash_u64(key) & names->mask);
    while (names->slots[i].key != 0 && names->slots[i].key != key)
        i = (i + 1) & names->mask;
    return &names->slots[i];
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
    struct kith_local_name *slot = slot_of(names, name->key);
    bool is_known = slot->key == name->key;
    if (is_known && slot->strength > name->strength)
        return;
    if (is_known && slot->strength == name->strength) {
        if (slot->entity != name->entity) {
            tell_shared(trace, name, slot->entity);
            slot->entity = KITH_NO_ID;
        }
        return;
    }
    names->count += !is_known;
    *slot = *name;
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
    struct kith_local_name *slot = slot_of(names, kith_word_key(document->text, token));
    return slot->key ? slot : NULL;
}
