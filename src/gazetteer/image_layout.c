/* The tables of an image, one by one, and the strings that are no table. */
#include "gazetteer/image_layout.h"

#include <stddef.h>

#define TABLE(member)                                                                    \
    {                                                                                    \
        offsetof(struct kith_gazetteer, member),                                         \
            sizeof *((struct kith_gazetteer *)NULL)->member.items                        \
    }

const struct kith_image_table kith_image_tables[] = {
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
    TABLE(paths.sieve.kinds),
    TABLE(paths.sieve.pairs),
    TABLE(paths.sieve.words),
};

struct kith_image_list kith_image_list_of(const struct kith_gazetteer *gazetteer,
                                          uint32_t table)
{
    struct kith_image_list list;
    memcpy(&list, (const char *)gazetteer + kith_image_tables[table].place, sizeof list);
    return list;
}

void kith_image_set_list(struct kith_gazetteer *gazetteer, uint32_t table,
                         struct kith_image_list list)
{
    memcpy((char *)gazetteer + kith_image_tables[table].place, &list, sizeof list);
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
    if (!is_power_of_two(paths->signs.count) || paths->buckets.count == 0 ||
        !is_power_of_two(paths->buckets.count - 1))
        return false;
    paths->sign_shift = 64 - log2_of(paths->signs.count);
    paths->bucket_shift = 64 - log2_of(paths->buckets.count - 1);
    return kith_sieve_fit(&paths->sieve);
}

bool kith_image_attach_tables(struct kith_gazetteer *gazetteer, unsigned char *bytes,
                              const struct kith_image_head *head)
{
    for (uint32_t t = 0; t < KITH_IMAGE_TABLES; t++) {
        const struct kith_image_section *section = &head->sections[t];
        kith_image_set_list(gazetteer, t,
                            (struct kith_image_list){bytes + section->offset,
                                                     section->count, section->count});
    }
    return fit_paths(&gazetteer->paths);
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

void kith_image_write_words(struct kith_gazetteer *gazetteer, struct kith_buf *out)
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

bool kith_image_read_words(struct kith_gazetteer *gazetteer, struct kith_str words)
{
    for (uint32_t i = 0; i < INTERN_COUNT; i++)
        if (!take_intern(&words, intern_of(gazetteer, i)))
            return false;
    return true;
}
