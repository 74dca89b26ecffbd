/* Opening an image: what its head says is checked, and of a small one all bytes; whether
 * the numbers in its tables lead anywhere is asked where they are followed. */
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "gazetteer/image_layout.h"

/* All of an image up to this size is hashed when it is opened, which takes less than two
 * milliseconds. */
#define SMALL_IMAGE ((uint64_t)8 << 20)

/* What is wrong with a head, or NULL. */
static const char *fault_of_head(const struct kith_image_head *head, uint64_t size)
{
    struct kith_image_head copy = *head;
    copy.hash = 0;
    if (memcmp(head->magic, KITH_IMAGE_MAGIC, sizeof head->magic) != 0)
        return "is no image of kith";
    if (head->byte_order != KITH_IMAGE_BYTE_ORDER)
        return "is the image of a machine of another kind; compile it here";
    if (head->version != KITH_IMAGE_VERSION)
        return "is the image of another version of kith; compile it again";
    if (head->size != size)
        return "is cut off or has grown; compile it again";
    if (head->hash != kith_hash(&copy, sizeof copy))
        return "is damaged; compile it again";
    return NULL;
}

/* Sections that lie within the image, with items of the size that is expected. */
static bool has_sound_sections(const struct kith_image_head *head)
{
    for (uint32_t s = 0; s < KITH_IMAGE_SECTIONS; s++) {
        const struct kith_image_section *section = &head->sections[s];
        uint32_t item_size = s < KITH_IMAGE_TABLES ? kith_image_tables[s].item_size : 1;
        if (section->item_size != item_size ||
            section->offset % KITH_IMAGE_ALIGNMENT != 0 || section->offset > head->size ||
            section->count > (head->size - section->offset) / item_size)
            return false;
    }
    return true;
}

static bool is_whole(const unsigned char *bytes, const struct kith_image_head *head)
{
    return head->size > SMALL_IMAGE ||
           head->body_hash == kith_hash(bytes + sizeof *head, head->size - sizeof *head);
}

static enum kith_status attach(struct kith_gazetteer *gazetteer, unsigned char *bytes,
                               uint64_t size, const char *name, struct kith_error *err)
{
    struct kith_image_head head;
    if (size < sizeof head)
        return kith_fail(err, KITH_BAD_INPUT, "%s: is no image of kith", name);
    memcpy(&head, bytes, sizeof head);
    const char *fault = fault_of_head(&head, size);
    if (fault)
        return kith_fail(err, KITH_BAD_INPUT, "%s: %s", name, fault);
    if (!has_sound_sections(&head) || !is_whole(bytes, &head))
        return kith_fail(err, KITH_BAD_INPUT, "%s: is damaged; compile it again", name);
    struct kith_str words =
        kith_image_section_bytes(bytes, &head.sections[KITH_IMAGE_WORDS]);
    struct kith_str origins =
        kith_image_section_bytes(bytes, &head.sections[KITH_IMAGE_ORIGINS]);
    if (!kith_image_attach_tables(gazetteer, bytes, &head) ||
        !kith_image_read_words(gazetteer, words) ||
        (origins.length &&
         kith_origins_read(&gazetteer->origins, origins, &gazetteer->lasting) != KITH_OK))
        return kith_fail(err, KITH_BAD_INPUT, "%s: is damaged; compile it again", name);
    return KITH_OK;
}

enum kith_status kith_image_attach(struct kith_gazetteer *gazetteer,
                                   struct kith_str bytes, const char *name,
                                   struct kith_error *err)
{
    /* Nothing writes through it: the tables are constant once compiled. */
    unsigned char *unwritten = (unsigned char *)(uintptr_t)bytes.data;
    gazetteer->image = (struct kith_image){unwritten, bytes.length, KITH_IMAGE_BORROWED};
    return attach(gazetteer, unwritten, bytes.length, name, err);
}

static enum kith_status cannot_read(const char *path, struct kith_error *err)
{
    return kith_fail(err, KITH_CANNOT_READ, "%s: %s", path, strerror(errno));
}

static enum kith_status map_open(struct kith_image *image, int descriptor,
                                 const char *path, struct kith_error *err)
{
    struct stat facts;
    if (fstat(descriptor, &facts) != 0)
        return cannot_read(path, err);
    if (!S_ISREG(facts.st_mode) || facts.st_size < (off_t)sizeof(struct kith_image_head))
        return kith_fail(err, KITH_BAD_INPUT, "%s: is no image of kith", path);
    size_t size = (size_t)facts.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (bytes == MAP_FAILED)
        return cannot_read(path, err);
    *image = (struct kith_image){bytes, size, KITH_IMAGE_MAPPED};
    return KITH_OK;
}

enum kith_status kith_image_map(struct kith_gazetteer *gazetteer, const char *path,
                                struct kith_error *err)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannot_read(path, err);
    enum kith_status status = map_open(&gazetteer->image, descriptor, path, err);
    close(descriptor);
    KITH_TRY(status);
    return attach(gazetteer, gazetteer->image.bytes, gazetteer->image.size, path, err);
}

enum kith_freshness kith_image_freshness(const struct kith_gazetteer *gazetteer)
{
    struct kith_image_head head;
    memcpy(&head, gazetteer->image.bytes, sizeof head);
    return kith_origins_compare(kith_image_section_bytes(
        gazetteer->image.bytes, &head.sections[KITH_IMAGE_ORIGINS]));
}
