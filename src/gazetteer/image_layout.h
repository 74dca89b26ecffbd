/* How an image lies: what image.c makes and image_open.c reads.
 *
 *     head      what this is, its sizes, hashes, and where the sections stand
 *     sections  one a table, in the order of `kith_image_tables`; then the interned
 *               strings; then, in a file, the origins
 *
 * Sections begin at multiples of 64 bytes, so that what is aligned in memory is aligned
 * in a file. Between them stand zeros. */
#ifndef KITH_GAZETTEER_IMAGE_LAYOUT_H
#define KITH_GAZETTEER_IMAGE_LAYOUT_H

#include "gazetteer/tables.h"

#define KITH_IMAGE_MAGIC "KITH\r\n\x1A\n"

/* Raise it whenever tables or hashes change their meaning: older images are then built
 * anew. */
#define KITH_IMAGE_VERSION 6

/* As the machine writes it; another number is another machine's. */
#define KITH_IMAGE_BYTE_ORDER 0x01020304u

#define KITH_IMAGE_ALIGNMENT ((size_t)64)

/* A table of the gazetteer, and the size of its items. */
struct kith_image_table {
    size_t place;
    uint32_t item_size;
};

enum {
    KITH_IMAGE_TABLES = 13,
    KITH_IMAGE_WORDS = KITH_IMAGE_TABLES, /* the interned strings */
    KITH_IMAGE_ORIGINS,
    KITH_IMAGE_SECTIONS
};

extern const struct kith_image_table kith_image_tables[KITH_IMAGE_TABLES];

struct kith_image_section {
    uint64_t offset;
    uint32_t count, item_size;
};

struct kith_image_head {
    char magic[8];
    uint32_t byte_order, version;
    uint64_t size;      /* of the image */
    uint64_t hash;      /* of this head, with 0 here */
    uint64_t body_hash; /* of all behind the head */
    struct kith_image_section sections[KITH_IMAGE_SECTIONS];
};

/* What every table begins with, whatever its items are. */
struct kith_image_list {
    void *items;
    uint32_t count, room;
};

struct kith_image_list kith_image_list_of(const struct kith_gazetteer *gazetteer,
                                          uint32_t table);
void kith_image_set_list(struct kith_gazetteer *gazetteer, uint32_t table,
                         struct kith_image_list list);

/* Point the tables into the image; false when they do not fit each other, which only a
 * damaged image does. The sections are known to lie within it. */
bool kith_image_attach_tables(struct kith_gazetteer *gazetteer, unsigned char *bytes,
                              const struct kith_image_head *head);

/* The interned strings as bytes, and back; false when the bytes are damaged. */
void kith_image_write_words(struct kith_gazetteer *gazetteer, struct kith_buf *out);
bool kith_image_read_words(struct kith_gazetteer *gazetteer, struct kith_str words);

static inline struct kith_str
kith_image_section_bytes(const unsigned char *bytes,
                         const struct kith_image_section *section)
{
    return (struct kith_str){(const char *)bytes + section->offset,
                             (size_t)section->count * section->item_size};
}

#endif
