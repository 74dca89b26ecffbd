/* Making images: laying the tables out in one stretch of memory, and writing it to a
 * file. image_layout.h shows how they lie. */
#include <stdlib.h>
#include <sys/mman.h>

#include "base/file.h"
#include "base/hash.h"
#include "gazetteer/image_layout.h"

/* Tables past this get the system's large pages, if it has any. */
#define LARGE_PAGE ((size_t)2 << 20)

/* ---- making ---- */

static uint64_t align_up(uint64_t size)
{
    return (size + KITH_IMAGE_ALIGNMENT - 1) / KITH_IMAGE_ALIGNMENT *
           KITH_IMAGE_ALIGNMENT;
}

/* Where the sections come to stand; the origins are empty and last. */
static void lay_out(const struct kith_gazetteer *gazetteer, size_t words_length,
                    struct kith_image_head *head)
{
    uint64_t offset = align_up(sizeof *head);
    for (uint32_t s = 0; s < KITH_IMAGE_SECTIONS; s++) {
        struct kith_image_section *section = &head->sections[s];
        *section = (struct kith_image_section){.offset = offset, .item_size = 1};
        if (s < KITH_IMAGE_TABLES) {
            section->count = kith_image_list_of(gazetteer, s).count;
            section->item_size = kith_image_tables[s].item_size;
        } else if (s == KITH_IMAGE_WORDS) {
            section->count = (uint32_t)words_length;
        }
        offset = align_up(offset + (uint64_t)section->count * section->item_size);
    }
    head->size = offset;
}

static unsigned char *allocate(uint64_t size)
{
    if (size < 2 * LARGE_PAGE)
        return aligned_alloc(KITH_IMAGE_ALIGNMENT, size);
    size = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    unsigned char *bytes = aligned_alloc(LARGE_PAGE, size);
    if (bytes)
        madvise(bytes, size, MADV_HUGEPAGE);
    return bytes;
}

static void copy_sections(const struct kith_gazetteer *gazetteer, struct kith_str words,
                          const struct kith_image_head *head, unsigned char *bytes)
{
    uint64_t at = 0;
    for (uint32_t s = 0; s < KITH_IMAGE_SECTIONS; s++) {
        const struct kith_image_section *section = &head->sections[s];
        const void *items =
            s < KITH_IMAGE_TABLES ? kith_image_list_of(gazetteer, s).items : words.data;
        size_t size = (size_t)section->count * section->item_size;
        memset(bytes + at, 0, section->offset - at);
        if (size)
            memcpy(bytes + section->offset, items, size);
        at = section->offset + size;
    }
    memset(bytes + at, 0, head->size - at);
}

static enum kith_status pack(struct kith_gazetteer *gazetteer, struct kith_str words,
                             struct kith_error *err)
{
    struct kith_image_head head = {.byte_order = KITH_IMAGE_BYTE_ORDER,
                                   .version = KITH_IMAGE_VERSION};
    memcpy(head.magic, KITH_IMAGE_MAGIC, sizeof head.magic);
    lay_out(gazetteer, words.length, &head);
    unsigned char *bytes = allocate(head.size);
    if (!bytes)
        return kith_no_memory(err);
    copy_sections(gazetteer, words, &head, bytes);
    memcpy(bytes, &head, sizeof head);
    kith_image_attach_tables(gazetteer, bytes, &head);
    gazetteer->image = (struct kith_image){bytes, head.size, KITH_IMAGE_ALLOCATED};
    kith_arena_release(&gazetteer->arena);
    return KITH_OK;
}

enum kith_status kith_image_pack(struct kith_gazetteer *gazetteer, struct kith_error *err)
{
    struct kith_buf words = {0};
    kith_image_write_words(gazetteer, &words);
    enum kith_status status = kith_buf_check(&words, err);
    if (status == KITH_OK)
        status = pack(gazetteer, kith_buf_view(&words), err);
    kith_buf_release(&words);
    return status;
}

void kith_image_release(struct kith_image *image)
{
    if (image->keeping == KITH_IMAGE_MAPPED)
        munmap(image->bytes, image->size);
    else if (image->keeping == KITH_IMAGE_ALLOCATED)
        free(image->bytes);
    *image = (struct kith_image){0};
}

/* A file carries the hash of its tables already. */
uint64_t kith_gazetteer_hash(const struct kith_gazetteer *gazetteer)
{
    const struct kith_image *image = &gazetteer->image;
    struct kith_image_head head;
    memcpy(&head, image->bytes, sizeof head);
    if (image->keeping == KITH_IMAGE_MAPPED)
        return head.body_hash;
    return kith_hash(image->bytes + sizeof head, image->size - sizeof head);
}

/* ---- writing ---- */

/* The head of the file: the origins stand where the image in memory ends. */
static struct kith_image_head head_of_file(const struct kith_image *image,
                                           struct kith_str origins)
{
    struct kith_image_head head;
    memcpy(&head, image->bytes, sizeof head);
    uint64_t begin = head.sections[KITH_IMAGE_ORIGINS].offset;
    head.sections[KITH_IMAGE_ORIGINS].count = (uint32_t)origins.length;
    head.size = begin + origins.length;
    XXH3_state_t *state = XXH3_createState();
    if (state) {
        XXH3_64bits_reset(state);
        XXH3_64bits_update(state, image->bytes + sizeof head, begin - sizeof head);
        XXH3_64bits_update(state, origins.data, origins.length);
        head.body_hash = XXH3_64bits_digest(state);
        XXH3_freeState(state);
    }
    head.hash = 0;
    head.hash = kith_hash(&head, sizeof head);
    return head;
}

void kith_gazetteer_save(const struct kith_gazetteer *gazetteer, struct kith_buf *out)
{
    const struct kith_image *image = &gazetteer->image;
    struct kith_image_head head = head_of_file(image, (struct kith_str){0});
    kith_buf_append(out, (const char *)&head, sizeof head);
    kith_buf_append(out, (const char *)image->bytes + sizeof head,
                    head.size - sizeof head);
}

static enum kith_status write_file(const struct kith_image *image,
                                   struct kith_str origins, const char *path,
                                   const volatile int *stop, struct kith_error *err)
{
    struct kith_output out;
    struct kith_image_head head = head_of_file(image, origins);
    KITH_TRY(kith_output_open(&out, path, err));
    out.stop = stop;
    kith_buf_append(&out.buffer, (const char *)&head, sizeof head);
    const size_t end = head.sections[KITH_IMAGE_ORIGINS].offset, step = (size_t)1 << 20;
    for (size_t at = sizeof head; at < end; at += step) {
        size_t left = end - at;
        kith_buf_append(&out.buffer, (const char *)image->bytes + at,
                        left < step ? left : step);
        kith_output_flow(&out);
    }
    kith_buf_str(&out.buffer, origins);
    return kith_output_commit(&out, err);
}

enum kith_status kith_gazetteer_write(const struct kith_gazetteer *gazetteer,
                                      const char *path, struct kith_error *err)
{
    struct kith_buf origins = {0};
    enum kith_status status = kith_origins_write(&gazetteer->origins, &origins, err);
    if (status == KITH_OK)
        status = write_file(&gazetteer->image, kith_buf_view(&origins), path,
                            gazetteer->stop, err);
    kith_buf_release(&origins);
    return status;
}

void kith_image_seal(unsigned char *bytes, size_t size)
{
    struct kith_image_head head;
    if (size < sizeof head)
        return;
    memcpy(&head, bytes, sizeof head);
    head.body_hash = kith_hash(bytes + sizeof head, size - sizeof head);
    head.hash = 0;
    head.hash = kith_hash(&head, sizeof head);
    memcpy(bytes, &head, sizeof head);
}
