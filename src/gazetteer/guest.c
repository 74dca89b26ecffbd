/* Guests are looked up in the roll, and entered as rows are when they are new. */
#include "gazetteer/guest.h"

#include <stdlib.h>

#include "gazetteer/alias.h"
#include "gazetteer/columns.h"
#include "gazetteer/entity.h"
#include "gazetteer/roll.h"

struct kith_guest_book {
    struct kith_gazetteer *gazetteer;
    struct kith_roll roll;
    kith_id file;
};

enum kith_status kith_guest_book_open(struct kith_gazetteer *gazetteer, const char *file,
                                      struct kith_guest_book **out,
                                      struct kith_error *err)
{
    if (gazetteer->image.bytes)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: mentions cannot be added to an image; give the gazetteers "
                         "that it was compiled from",
                         file);
    struct kith_guest_book *book = calloc(1, sizeof *book);
    if (!book)
        return kith_no_memory(err);
    book->gazetteer = gazetteer;
    book->file = kith_intern_add(&gazetteer->files, kith_str_of(file));
    enum kith_status status = book->file == KITH_NO_ID ? kith_no_memory(err) : KITH_OK;
    if (status == KITH_OK)
        status = kith_roll_call(&book->roll, gazetteer, 0, err);
    if (status != KITH_OK) {
        kith_guest_book_close(book);
        return status;
    }
    *out = book;
    return KITH_OK;
}

void kith_guest_book_close(struct kith_guest_book *book)
{
    if (!book)
        return;
    kith_roll_release(&book->roll);
    free(book);
}

/* Among entities that the gazetteer had before; KITH_NO_ID when it is none of them. */
static kith_id find_known(const struct kith_guest_book *book,
                          const struct kith_guest *guest)
{
    kith_id entity;
    if (guest->id.length &&
        kith_roll_find(&book->roll, guest->id, &entity) == KITH_ROLL_FOUND)
        return entity;
    if (guest->name.length && kith_roll_find_typed(&book->roll, guest->name, guest->type,
                                                   &entity) == KITH_ROLL_FOUND)
        return entity;
    return KITH_NO_ID;
}

/* Why a guest that nobody knows cannot become an entity, or NULL. */
static const char *fault_of(const struct kith_guest *guest, struct kith_str name)
{
    if (!guest->type.length)
        return "is of an entity that no gazetteer has, or that several are called, and "
               "gives no type";
    return name.length > KITH_ALIAS_LIMIT ? "has a name of more than 512 bytes" : NULL;
}

/* A new row for a new entity. Its name is silent: it stands where it is given. */
static enum kith_status enter(struct kith_guest_book *book,
                              const struct kith_guest *guest, struct kith_str name,
                              kith_id *entity, struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = book->gazetteer;
    const uint32_t aliases_before = gazetteer->aliases.count;
    struct kith_identity identity = {.name = name,
                                     .type = guest->type,
                                     .id = guest->name.length ? guest->id
                                                              : (struct kith_str){0},
                                     .row = gazetteer->rows.count};
    kith_id holder;
    if (!KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->rows))
        return kith_no_memory(err);
    gazetteer->rows.items[gazetteer->rows.count++] =
        (struct kith_row){book->file, guest->line};
    KITH_TRY(kith_entity_place(gazetteer, &identity, entity, &holder, err));
    if (*entity == KITH_NO_ID)
        *entity = holder;
    if (gazetteer->aliases.count > aliases_before)
        gazetteer->aliases.items[aliases_before].case_rule = KITH_CASE_NEVER;
    return KITH_OK;
}

enum kith_status kith_guest_find(struct kith_guest_book *book,
                                 const struct kith_guest *guest, kith_id *entity,
                                 kith_id *alias, const char **fault,
                                 struct kith_error *err)
{
    struct kith_str name = guest->name.length ? guest->name : guest->id;
    *fault = NULL;
    *entity = find_known(book, guest);
    if (*entity == KITH_NO_ID)
        *fault = fault_of(guest, name);
    if (*fault)
        return KITH_OK;
    if (*entity == KITH_NO_ID)
        KITH_TRY(enter(book, guest, name, entity, err));
    *alias = book->gazetteer->entities.items[*entity].name;
    return KITH_OK;
}
