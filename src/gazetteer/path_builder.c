/* The making of the paths.
 *
 * Adding walks the path and leaves its signs; finishing sorts what landed into buckets by
 * a counting sort, each small bucket by itself, and makes the sieve. All of it is linear
 * in the number of words of all names. */
#include "gazetteer/path_builder.h"

#include <stdlib.h>

/* Bits of signs for each byte of the names: a word has some six bytes, so that about one
 * bit in eight is set. */
#define SIGNS_A_BYTE 1

/* Postings a bucket, half of it to all of it on average. */
#define BUCKET_SIZE 3

/* Up to here, putting each in its place is the quickest way to sort. */
#define INSERTED_AT_MOST 16

static uint32_t log2_at_least(uint64_t count, uint32_t least)
{
    uint32_t log2 = least;
    while (log2 < 31 && (uint64_t)1 << log2 < count)
        log2++;
    return log2;
}

/* ---- adding ---- */

static uint64_t bytes_of(const struct kith_alias_table *aliases)
{
    uint64_t bytes = 0;
    for (uint32_t i = 0; i < aliases->count; i++)
        bytes += aliases->items[i].length;
    return bytes;
}

enum kith_status kith_paths_begin(struct kith_path_builder *builder,
                                  struct kith_paths *paths,
                                  const struct kith_alias_table *aliases,
                                  struct kith_arena *arena, struct kith_arena *scratch,
                                  struct kith_error *err)
{
    *builder = (struct kith_path_builder){
        .paths = paths, .aliases = aliases, .arena = arena, .scratch = scratch};
    uint32_t log2 = log2_at_least(bytes_of(aliases) * SIGNS_A_BYTE / 64, 4);
    paths->sign_shift = 64 - log2;
    paths->signs.count = paths->signs.room = 1u << log2;
    paths->signs.items = KITH_ARRAY(arena, uint64_t, paths->signs.count);
    builder->landings.room = aliases->count + 1;
    builder->landings.items = kith_arena_alloc(
        scratch, builder->landings.room * sizeof *builder->landings.items);
    return paths->signs.items && builder->landings.items ? KITH_OK : kith_no_memory(err);
}

/* What a name makes of its first word, which may be written so. */
static unsigned uses_of(unsigned writings, bool is_end)
{
    unsigned small = is_end ? KITH_BEGINS_SMALL_END : KITH_BEGINS_SMALL_MORE;
    unsigned large = is_end ? KITH_BEGINS_LARGE_END : KITH_BEGINS_LARGE_MORE;
    return (kith_is_written(writings, true) ? small : 0) |
           (kith_is_written(writings, false) ? large : 0);
}

/* Let the first word of the path begin names. */
static bool note_beginning(struct kith_path_builder *builder,
                           const struct kith_path *path)
{
    const struct kith_step *step = &path->steps[0];
    bool is_new;
    const uint32_t *known = kith_map_place(&builder->known_words, step->word.hash,
                                           builder->beginnings.count, &is_new);
    if (!known ||
        (is_new && !KITH_ARENA_PUSHABLE(builder->scratch, &builder->beginnings)))
        return false;
    struct kith_beginning *beginning = &builder->beginnings.items[*known];
    if (is_new) {
        *beginning = (struct kith_beginning){
            step->word.glance, {step->letters[0], step->letters[1]}, step->kind, 0};
        builder->beginnings.count++;
    }
    beginning->uses |= (uint8_t)uses_of(step->pattern, path->count == 1);
    return true;
}

/* Leave the signs of the names that go on at `path`, or end there. Of its first word the
 * sieve tells. */
static void leave_signs(struct kith_paths *paths, uint64_t path, bool is_end,
                        unsigned writings)
{
    uint64_t *signs = &paths->signs.items[path >> paths->sign_shift];
    for (unsigned small = 0; small < 2; small++)
        if (kith_is_written(writings, small))
            *signs |=
                is_end ? kith_sign_of_end(path, small) : kith_sign_of_more(path, small);
}

/* Patterns are few, however many names there are: each is kept once. */
static enum kith_status keep_pattern(struct kith_path_builder *builder,
                                     const uint8_t *pattern, uint32_t count,
                                     uint32_t *offset, bool *is_new,
                                     struct kith_error *err)
{
    struct kith_paths *paths = builder->paths;
    uint32_t *known = kith_map_place(&builder->known_patterns, kith_hash(pattern, count),
                                     paths->patterns.count, is_new);
    if (!known)
        return kith_no_memory(err);
    *offset = *known;
    for (uint32_t i = 0; *is_new && i < count; i++) {
        if (!KITH_ARENA_PUSHABLE(builder->arena, &paths->patterns))
            return kith_no_memory(err);
        paths->patterns.items[paths->patterns.count++] = pattern[i];
    }
    if (paths->patterns.count >= 1u << KITH_PATTERN_BITS)
        return kith_fail(err, KITH_LIMIT,
                         "the gazetteers mix capitals and small letters in more ways "
                         "than 16 MiB can hold");
    return KITH_OK;
}

/* The pattern of a path, and the same without its hyphens if it has some. */
static enum kith_status place_pattern(struct kith_path_builder *builder,
                                      const struct kith_path *path, uint32_t *offset,
                                      struct kith_error *err)
{
    uint8_t pattern[KITH_NAME_LIMIT], plain[KITH_NAME_LIMIT];
    unsigned all = 0;
    bool is_new;
    for (uint32_t i = 0; i < path->count; i++) {
        all |= pattern[i] = path->steps[i].pattern;
        plain[i] = pattern[i] & (uint8_t)~KITH_WRITTEN_HYPHENED;
    }
    KITH_TRY(keep_pattern(builder, pattern, path->count, offset, &is_new, err));
    if (!is_new || !(all & KITH_WRITTEN_HYPHENED))
        return KITH_OK;
    uint32_t plain_offset;
    KITH_TRY(keep_pattern(builder, plain, path->count, &plain_offset, &is_new, err));
    return kith_map_place(&builder->plain_patterns, *offset, plain_offset, NULL)
               ? KITH_OK
               : kith_no_memory(err);
}

uint32_t kith_paths_plain_pattern(const struct kith_path_builder *builder,
                                  uint32_t pattern)
{
    const uint32_t *plain = kith_map_find(&builder->plain_patterns, pattern);
    return plain ? *plain : pattern;
}

enum kith_status kith_paths_add(struct kith_path_builder *builder,
                                const struct kith_path *path, kith_id alias,
                                struct kith_error *err)
{
    struct kith_landing landing = {.path = KITH_NO_PATH, .alias = alias};
    KITH_TRY(place_pattern(builder, path, &landing.pattern, err));
    if (!note_beginning(builder, path) ||
        !KITH_ARENA_PUSHABLE(builder->scratch, &builder->landings))
        return kith_no_memory(err);
    const unsigned writings = path->steps[0].pattern;
    for (uint32_t i = 0; i < path->count; i++) {
        if (i > 1)
            leave_signs(builder->paths, landing.path, false, writings);
        landing.path = kith_path_step(landing.path, path->steps[i].word.hash);
    }
    if (path->count > 1)
        leave_signs(builder->paths, landing.path, true, writings);
    builder->landings.items[builder->landings.count++] = landing;
    return KITH_OK;
}

/* ---- finishing ---- */

static int by_path(const void *a, const void *b)
{
    const struct kith_landing *x = a, *y = b;
    if (x->path != y->path)
        return x->path < y->path ? -1 : 1;
    return (x->alias > y->alias) - (x->alias < y->alias);
}

/* A bucket has a few landings as a rule, and thousands where thousands share a name. */
static void sort(struct kith_landing *landings, uint32_t count)
{
    if (count > INSERTED_AT_MOST) {
        qsort(landings, count, sizeof *landings, by_path);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        struct kith_landing moved = landings[i];
        uint32_t j = i;
        for (; j > 0 && by_path(&landings[j - 1], &moved) > 0; j--)
            landings[j] = landings[j - 1];
        landings[j] = moved;
    }
}

/* Sort the landings of one path by entity, which takes the place of the path meanwhile.
 */
static void sort_path(const struct kith_path_builder *builder,
                      struct kith_landing *landings, uint32_t count)
{
    const uint64_t path = landings[0].path;
    for (uint32_t i = 0; i < count; i++)
        landings[i].path = builder->aliases->items[landings[i].alias].entity;
    sort(landings, count);
    for (uint32_t i = 0; i < count; i++)
        landings[i].path = path;
}

static void sort_bucket(const struct kith_path_builder *builder,
                        struct kith_landing *landings, uint32_t count)
{
    sort(landings, count);
    for (uint32_t begin = 0, end; begin < count; begin = end) {
        end = begin + 1;
        while (end < count && landings[end].path == landings[begin].path)
            end++;
        if (end - begin > 1)
            sort_path(builder, landings + begin, end - begin);
    }
}

static bool make_room(struct kith_path_builder *builder, struct kith_landing **sorted)
{
    struct kith_paths *paths = builder->paths;
    const uint32_t count = builder->landings.count;
    uint32_t log2 = log2_at_least(count / BUCKET_SIZE, 1);
    paths->bucket_shift = 64 - log2;
    paths->buckets.count = paths->buckets.room = (1u << log2) + 1;
    paths->buckets.items = KITH_ARRAY(builder->arena, uint32_t, paths->buckets.count);
    paths->postings.count = paths->postings.room = count;
    paths->postings.items = KITH_ARRAY(builder->arena, struct kith_posting, count);
    *sorted = kith_arena_alloc(builder->scratch, count * sizeof **sorted);
    return paths->buckets.items && paths->postings.items && *sorted;
}

/* Counting sort of the landings by bucket. */
static void fill_buckets(const struct kith_path_builder *builder,
                         struct kith_landing *sorted)
{
    const struct kith_paths *paths = builder->paths;
    uint32_t *begins = paths->buckets.items;
    const uint32_t bucket_count = paths->buckets.count - 1;
    for (uint32_t i = 0; i < builder->landings.count; i++)
        begins[builder->landings.items[i].path >> paths->bucket_shift]++;
    uint32_t begin = 0;
    for (uint32_t b = 0; b <= bucket_count; b++) {
        uint32_t count = begins[b];
        begins[b] = begin;
        begin += count;
    }
    for (uint32_t i = 0; i < builder->landings.count; i++) {
        struct kith_landing landing = builder->landings.items[i];
        sorted[begins[landing.path >> paths->bucket_shift]++] = landing;
    }
    /* Each has come to where the next one begins. */
    for (uint32_t b = bucket_count; b > 0; b--)
        begins[b] = begins[b - 1];
    begins[0] = 0;
    for (uint32_t b = 0; b < bucket_count; b++)
        sort_bucket(builder, sorted + begins[b], begins[b + 1] - begins[b]);
}

static void write_postings(struct kith_paths *paths, const struct kith_landing *sorted)
{
    for (uint32_t i = 0; i < paths->postings.count; i++)
        paths->postings.items[i] = (struct kith_posting){
            .alias = sorted[i].alias,
            .tag = (uint32_t)sorted[i].path,
            .pattern_and_more_tag = kith_more_tag(sorted[i].path) | sorted[i].pattern};
}

/* So that a pattern may be read before it is known to be one. */
static bool pad_patterns(struct kith_path_builder *builder)
{
    for (uint32_t i = 0; i < KITH_NAME_LIMIT; i++) {
        if (!KITH_ARENA_PUSHABLE(builder->arena, &builder->paths->patterns))
            return false;
        builder->paths->patterns.items[builder->paths->patterns.count++] = 0;
    }
    return true;
}

enum kith_status kith_paths_finish(struct kith_path_builder *builder,
                                   struct kith_error *err)
{
    struct kith_landing *sorted;
    if (!make_room(builder, &sorted) || !pad_patterns(builder) ||
        !kith_sieve_make(&builder->paths->sieve, builder->beginnings.items,
                         builder->beginnings.count, builder->arena))
        return kith_no_memory(err);
    fill_buckets(builder, sorted);
    write_postings(builder->paths, sorted);
    return KITH_OK;
}

void kith_path_builder_release(struct kith_path_builder *builder)
{
    kith_map_release(&builder->known_patterns);
    kith_map_release(&builder->plain_patterns);
    kith_map_release(&builder->known_words);
}
