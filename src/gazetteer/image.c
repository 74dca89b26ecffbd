/* Images: laying the tables out, and finding them again.
 *
 *     head      what this is, its sizes, hashes, and where the sections stand
 *     sections  one a table, in the order of `tables` below; then the interned strings;
 *               then, in a file, the origins
 *
 * Sections begin at multiples of 64 bytes, so that what is aligned in memory is aligned
 * in a file. Between them stand zeros. */
#include "gazetteer/image.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "gazetteer/tables.h"

/* Raise it whenever tables or hashes change their meaning: older images are then built
 * anew. */
#define IMAGE_VERSION 4

/* As the machine writes it; another number is another machine's. */
#define BYTE_ORDER_MARK 0x01020304u

#define SECTION_ALIGNMENT ((size_t)64)

/* All of an image up to this size is hashed when it is opened, which takes less than two
 * milliseconds. */
#define SMALL_IMAGE ((uint64_t)8 << 20)

/* Tables past this get the system's large pages, if it has any. */
#define LARGE_PAGE ((size_t)2 << 20)

static const char magic[8] = {'K', 'I', 'T', 'H', '\r', '\n', 0x1A, '\n'};

/* A table of the gazetteer, and the size of its items. */
struct table {
    size_t place;
    uint32_t item_size;
};

#define TABLE(member)                                                                    \
    {                                                                                    \
        offsetof(struct kith_gazetteer, member),                                         \
            sizeof *((struct kith_gazetteer *)NULL)->member.items                        \
    }

static const struct table tables[] = {
    TABLE(pool),
    TABLE(rows),
    TABLE(aliases),
    TABLE(variants),
    TABLE(entities),
    TABLE(cells),
    TABLE(paths.signs),
    TABLE(paths.buckets),
    TABLE(paths.postings),
    TABLE(paths.patterns),
    TABLE(paths.sieve.tables),
    TABLE(paths.sieve.pairs),
    TABLE(paths.sieve.glances),
};

enum {
    TABLE_COUNT = sizeof tables / sizeof *tables,
    WORDS = TABLE_COUNT, /* the interned strings */
    ORIGINS,
    SECTION_COUNT
};

struct section {
    uint64_t offset;
    uint32_t count, item_size;
};

struct head {
    char magic[8];
    uint32_t byte_order, version;
    uint64_t size;      /* of the image */
    uint64_t hash;      /* of this head, with 0 here */
    uint64_t body_hash; /* of all behind the head */
    struct section sections[SECTION_COUNT];
};

/* What every table begins with, whatever its items are. */
struct list {
    void *items;
    uint32_t count, room;
};

static struct list list_of(const struct kith_gazetteer *gazetteer, uint32_t table)
{
    struct list list;
    memcpy(&list, (const char *)gazetteer + tables[table].place, sizeof list);
    return list;
}

static void set_list(struct kith_gazetteer *gazetteer, uint32_t table, struct list list)
{
    memcpy((char *)gazetteer + tables[table].place, &list, sizeof list);
}

static uint64_t align_up(uint64_t size)
{
    return (size + SECTION_ALIGNMENT - 1) / SECTION_ALIGNMENT * SECTION_ALIGNMENT;
}

/* ---- interned strings ---- */

#define INTERN_COUNT 5

static struct kith_intern *intern_of(struct kith_gazetteer *gazetteer, uint32_t i)
{
    struct kith_intern *const interns[INTERN_COUNT] = {
        &gazetteer->files, &gazetteer->types, &gazetteer->columns, &gazetteer->headings,
        &gazetteer->variant_rules};
    return interns[i];
}

static void put_number(struct kith_buf *out, uint32_t number)
{
    kith_buf_append(out, (const char *)&number, sizeof number);
}

static void write_words(struct kith_gazetteer *gazetteer, struct kith_buf *out)
{
    for (uint32_t i = 0; i < INTERN_COUNT; i++) {
        const struct kith_intern *intern = intern_of(gazetteer, i);
        put_number(out, intern->count);
        for (kith_id id = 0; id < intern->count; id++) {
            put_number(out, (uint32_t)intern->items[id].length);
            kith_buf_str(out, intern->items[id]);
        }
    }
}

static bool take_number(struct kith_str *rest, uint32_t *number)
{
    if (rest->length < sizeof *number)
        return false;
    memcpy(number, rest->data, sizeof *number);
    *rest = kith_str_slice(*rest, sizeof *number, rest->length);
    return true;
}

/* A string that stands there twice would shift the numbers of those behind it. */
static bool take_intern(struct kith_str *rest, struct kith_intern *intern)
{
    uint32_t count, length;
    if (!take_number(rest, &count))
        return false;
    for (uint32_t id = 0; id < count; id++) {
        if (!take_number(rest, &length) || length > rest->length)
            return false;
        if (kith_intern_add(intern, kith_str_slice(*rest, 0, length)) != id)
            return false;
        *rest = kith_str_slice(*rest, length, rest->length);
    }
    return true;
}

static bool read_words(struct kith_gazetteer *gazetteer, struct kith_str words)
{
    for (uint32_t i = 0; i < INTERN_COUNT; i++)
        if (!take_intern(&words, intern_of(gazetteer, i)))
            return false;
    return true;
}

/* ---- opening ---- */

static struct kith_str section_bytes(const unsigned char *bytes,
                                     const struct section *section)
{
    return (struct kith_str){(const char *)bytes + section->offset,
                             (size_t)section->count * section->item_size};
}

/* What is wrong with a head, or NULL. */
static const char *fault_of_head(const struct head *head, uint64_t size)
{
    struct head copy = *head;
    copy.hash = 0;
    if (memcmp(head->magic, magic, sizeof magic) != 0)
        return "is no image of kith";
    if (head->byte_order != BYTE_ORDER_MARK)
        return "is the image of a machine of another kind; compile it here";
    if (head->version != IMAGE_VERSION)
        return "is the image of another version of kith; compile it again";
    if (head->size != size)
        return "is cut off or has grown; compile it again";
    if (head->hash != kith_hash(&copy, sizeof copy))
        return "is damaged; compile it again";
    return NULL;
}

/* Sections that lie within the image, with items of the size that is expected. */
static bool has_sound_sections(const struct head *head)
{
    for (uint32_t s = 0; s < SECTION_COUNT; s++) {
        const struct section *section = &head->sections[s];
        uint32_t item_size = s < TABLE_COUNT ? tables[s].item_size : 1;
        if (section->item_size != item_size || section->offset % SECTION_ALIGNMENT != 0 ||
            section->offset > head->size ||
            section->count > (head->size - section->offset) / item_size)
            return false;
    }
    return true;
}

static uint32_t log2_of(uint64_t count)
{
    return 63u - (uint32_t)__builtin_clzll(count | 1);
}

static bool is_power_of_two(uint64_t count)
{
    return count > 1 && (count & (count - 1)) == 0;
}

/* What matching relies on at every step, and shifts that follow from it. */
static bool fit_paths(struct kith_paths *paths)
{
    struct kith_sieve *sieve = &paths->sieve;
    if (!is_power_of_two(paths->signs.count) || paths->buckets.count == 0 ||
        !is_power_of_two(paths->buckets.count - 1) ||
        !is_power_of_two(sieve->glances.count) ||
        sieve->tables.count != KITH_SIEVE_TABLES ||
        sieve->pairs.count != KITH_PAIR_TABLES * KITH_PAIR_BITS / 64)
        return false;
    for (uint32_t i = 0; i < KITH_SIEVE_TABLES; i++)
        if (sieve->tables.items[i] % KITH_PAIR_BITS != 0 ||
            sieve->tables.items[i] >= KITH_PAIR_TABLES * KITH_PAIR_BITS)
            return false;
    paths->sign_shift = 64 - log2_of(paths->signs.count);
    paths->bucket_shift = 64 - log2_of(paths->buckets.count - 1);
    sieve->glance_shift = 64 - log2_of((uint64_t)sieve->glances.count * 64);
    return true;
}

/* Point the tables into the image. */
static bool attach_tables(struct kith_gazetteer *gazetteer, unsigned char *bytes,
                          const struct head *head)
{
    for (uint32_t t = 0; t < TABLE_COUNT; t++) {
        const struct section *section = &head->sections[t];
        set_list(gazetteer, t,
                 (struct list){bytes + section->offset, section->count, section->count});
    }
    return fit_paths(&gazetteer->paths);
}

static bool is_whole(const unsigned char *bytes, const struct head *head)
{
    return head->size > SMALL_IMAGE ||
           head->body_hash == kith_hash(bytes + sizeof *head, head->size - sizeof *head);
}

static enum kith_status attach(struct kith_gazetteer *gazetteer, unsigned char *bytes,
                               uint64_t size, const char *name, struct kith_error *err)
{
    struct head head;
    if (size < sizeof head)
        return kith_fail(err, KITH_BAD_INPUT, "%s: is no image of kith", name);
    memcpy(&head, bytes, sizeof head);
    const char *fault = fault_of_head(&head, size);
    if (fault)
        return kith_fail(err, KITH_BAD_INPUT, "%s: %s", name, fault);
    if (!has_sound_sections(&head) || !is_whole(bytes, &head))
        return kith_fail(err, KITH_BAD_INPUT, "%s: is damaged; compile it again", name);
    struct kith_str words = section_bytes(bytes, &head.sections[WORDS]);
    struct kith_str origins = section_bytes(bytes, &head.sections[ORIGINS]);
    if (!attach_tables(gazetteer, bytes, &head) || !read_words(gazetteer, words) ||
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
    if (!S_ISREG(facts.st_mode) || facts.st_size < (off_t)sizeof(struct head))
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

/* ---- making ---- */

/* Where the sections come to stand; the origins are empty and last. */
static void lay_out(const struct kith_gazetteer *gazetteer, size_t words_length,
                    struct head *head)
{
    uint64_t offset = align_up(sizeof *head);
    for (uint32_t s = 0; s < SECTION_COUNT; s++) {
        struct section *section = &head->sections[s];
        *section = (struct section){.offset = offset, .item_size = 1};
        if (s < TABLE_COUNT) {
            section->count = list_of(gazetteer, s).count;
            section->item_size = tables[s].item_size;
        } else if (s == WORDS) {
            section->count = (uint32_t)words_length;
        }
        offset = align_up(offset + (uint64_t)section->count * section->item_size);
    }
    head->size = offset;
}

static unsigned char *allocate(uint64_t size)
{
    if (size < 2 * LARGE_PAGE)
        return aligned_alloc(SECTION_ALIGNMENT, size);
    size = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    unsigned char *bytes = aligned_alloc(LARGE_PAGE, size);
    if (bytes)
        madvise(bytes, size, MADV_HUGEPAGE);
    return bytes;
}

static void copy_sections(const struct kith_gazetteer *gazetteer, struct kith_str words,
                          const struct head *head, unsigned char *bytes)
{
    uint64_t at = 0;
    for (uint32_t s = 0; s < SECTION_COUNT; s++) {
        const struct section *section = &head->sections[s];
        const void *items = s < TABLE_COUNT ? list_of(gazetteer, s).items : words.data;
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
    struct head head = {.byte_order = BYTE_ORDER_MARK, .version = IMAGE_VERSION};
    memcpy(head.magic, magic, sizeof magic);
    lay_out(gazetteer, words.length, &head);
    unsigned char *bytes = allocate(head.size);
    if (!bytes)
        return kith_no_memory(err);
    copy_sections(gazetteer, words, &head, bytes);
    memcpy(bytes, &head, sizeof head);
    attach_tables(gazetteer, bytes, &head);
    gazetteer->image = (struct kith_image){bytes, head.size, KITH_IMAGE_ALLOCATED};
    kith_arena_release(&gazetteer->arena);
    return KITH_OK;
}

enum kith_status kith_image_pack(struct kith_gazetteer *gazetteer, struct kith_error *err)
{
    struct kith_buf words = {0};
    write_words(gazetteer, &words);
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

/* ---- writing ---- */

/* The head of the file: the origins stand where the image in memory ends. */
static struct head head_of_file(const struct kith_image *image, struct kith_str origins)
{
    struct head head;
    memcpy(&head, image->bytes, sizeof head);
    uint64_t begin = head.sections[ORIGINS].offset;
    head.sections[ORIGINS].count = (uint32_t)origins.length;
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

static enum kith_status write_file(const struct kith_image *image,
                                   struct kith_str origins, const char *path,
                                   struct kith_error *err)
{
    struct kith_output out;
    struct head head = head_of_file(image, origins);
    KITH_TRY(kith_output_open(&out, path, err));
    kith_buf_append(&out.buffer, (const char *)&head, sizeof head);
    const size_t end = head.sections[ORIGINS].offset, step = (size_t)1 << 20;
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
        status = write_file(&gazetteer->image, kith_buf_view(&origins), path, err);
    kith_buf_release(&origins);
    return status;
}

enum kith_freshness kith_image_freshness(const struct kith_gazetteer *gazetteer)
{
    struct head head;
    memcpy(&head, gazetteer->image.bytes, sizeof head);
    return kith_origins_compare(
        section_bytes(gazetteer->image.bytes, &head.sections[ORIGINS]));
}

void kith_image_seal(unsigned char *bytes, size_t size)
{
    struct head head;
    if (size < sizeof head)
        return;
    memcpy(&head, bytes, sizeof head);
    head.body_hash = kith_hash(bytes + sizeof head, size - sizeof head);
    head.hash = 0;
    head.hash = kith_hash(&head, sizeof head);
    memcpy(bytes, &head, sizeof head);
}
