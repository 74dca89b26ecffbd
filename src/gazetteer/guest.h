/* Guests: entities that another recognizer names. One that the gazetteer knows is itself;
 * another becomes an entity that is found nowhere by its name, only where it is given. */
#ifndef KITH_GAZETTEER_GUEST_H
#define KITH_GAZETTEER_GUEST_H

#include "gazetteer/gazetteer.h"

/* What is said of one; all but one of the first two may be empty. */
struct kith_guest {
    struct kith_str id, name, type;
    uint32_t line;
};

struct kith_guest_book;

/* Open a book in a gazetteer that is loaded and not yet compiled; KITH_BAD_INPUT for an
 * image. `file` is where the guests are named. */
enum kith_status kith_guest_book_open(struct kith_gazetteer *gazetteer, const char *file,
                                      struct kith_guest_book **out,
                                      struct kith_error *err);
void kith_guest_book_close(struct kith_guest_book *book);

/* Find or make the entity: by id, else by name and type, else by name alone. *fault is
 * NULL, or says why there is none; *alias is the entity's label. */
enum kith_status kith_guest_find(struct kith_guest_book *book,
                                 const struct kith_guest *guest, kith_id *entity,
                                 kith_id *alias, const char **fault,
                                 struct kith_error *err);

#endif
