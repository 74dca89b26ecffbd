/* The table of an article's own names: open addressing by key. */
#include "recognize/local_names.h"

#include "recognize/word_key.h"

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

/* As the word is folded: other spellings of it pass by other ways. */
static void note_beginning(struct kith_local_names *names, struct kith_str text,
                           const struct kith_token *token)
{
    char folded[KITH_FOLD_LIMIT] = {0};
    kith_fold(text, token, folded);
    uint32_t bit = kith_beginning(folded);
    names->beginnings[bit / 64] |= (uint64_t)1 << bit % 64;
    names->beginnings[0] |= 1;
}

static void tell_shared(const struct kith_scene *scene,
                        const struct kith_local_name *name, kith_id rival)
{
    kith_trace_add(scene->trace, (struct kith_decision){.first_token = name->key_token,
                                                        .end_token = name->key_token + 1,
                                                        .reason = KITH_REASON_SHARED,
                                                        .entity = name->entity,
                                                        .alias = name->alias,
                                                        .rival = rival,
                                                        .word = name->key_token});
}

void kith_local_names_add(struct kith_local_names *names, const struct kith_scene *scene,
                          struct kith_local_name name)
{
    const struct kith_token *token = &scene->tokens[name.key_token];
    name.key = kith_word_key(scene->document->text, token);
    struct kith_local_name *slot = slot_of(names, name.key);
    /* What the article explains goes before what is merely likely. */
    if (slot->key == name.key) {
        if (slot->entity != name.entity && slot->found == name.found) {
            tell_shared(scene, &name, slot->entity);
            slot->entity = KITH_NO_ID;
        }
        return;
    }
    *slot = name;
    names->count++;
    note_beginning(names, scene->document->text, token);
}

const struct kith_local_name *kith_local_names_find(const struct kith_local_names *names,
                                                    const struct kith_document *document,
                                                    const struct kith_token *token)
{
    const struct kith_local_name *slot =
        slot_of(names, kith_word_key(document->text, token));
    return slot->key ? slot : NULL;
}
