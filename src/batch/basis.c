/* Options as bytes, and files as hashes. */
#include "batch/basis.h"

#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "batch/shipped.h"
#include "code.h"
#include "gazetteer/image.h"
#include "store/packed.h"

/* ---- options --------------------------------------------------------------------- */

/* NULL and "" are not the same. */
static void write_text(const char *text, struct kith_buf *out)
{
    kith_pack(out, text != NULL);
    kith_pack_text(out, kith_str_of(text ? text : ""));
}

static void write_recognizing(const struct kith_recognize_options *options,
                              struct kith_buf *out)
{
    kith_pack(out, options->without_short_forms);
    kith_pack(out, options->without_definitions);
    kith_pack(out, options->without_guard);
    kith_pack(out, options->ambiguous);
    kith_pack(out, options->overlap);
    kith_pack(out, options->with_demonyms);
    kith_pack(out, options->only_mentions);
    write_text(options->variants, out);
}

void kith_basis_write_options(const struct kith_build_options *options,
                              struct kith_buf *out)
{
    const struct kith_article_columns *columns = &options->columns;
    write_text(KITH_CODE, out);
    write_recognizing(&options->recognize, out);
    kith_pack(out, options->without_rules);
    kith_pack(out, options->scope);
    kith_pack(out, options->reach);
    kith_pack(out, options->max_size);
    write_text(columns->text, out);
    write_text(columns->title, out);
    write_text(columns->date, out);
    write_text(columns->source, out);
    write_text(columns->language, out);
    write_text(columns->url, out);
}

/* ---- lists ----------------------------------------------------------------------- */

static enum kith_status write_file(const char *path, struct kith_buf *out,
                                   struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_str bytes = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_file_read(path, UINT64_MAX, &arena, &bytes, err);
    kith_pack_text(out, kith_str_of(path));
    kith_pack(out, status == KITH_OK ? kith_hash(bytes.data, bytes.length) : 0);
    kith_arena_release(&arena);
    return status;
}

enum kith_status kith_basis_write_lists(const struct kith_setup *setup,
                                        const struct kith_build_options *options,
                                        struct kith_buf *out, struct kith_error *err)
{
    const struct kith_recognize_options *recognize = &options->recognize;
    const char *own[] = {recognize->corrections, recognize->stops, recognize->mentions};
    for (uint32_t i = 0; i < setup->lists.count; i++)
        KITH_TRY(write_file(setup->lists.items[i], out, err));
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i])
            KITH_TRY(write_file(own[i], out, err));
    return KITH_OK;
}

struct kith_str kith_basis_difference(struct kith_str before, struct kith_str after)
{
    struct kith_unpacker old = kith_unpacker_of(before), new = kith_unpacker_of(after);
    while (new.at < new.end) {
        struct kith_str old_path = kith_unpack_text(&old);
        struct kith_str path = kith_unpack_text(&new);
        if (kith_unpack(&old) != kith_unpack(&new) || !kith_str_equal(old_path, path))
            return path;
    }
    return old.at < old.end ? kith_unpack_text(&old) : (struct kith_str){0};
}

/* ---- rules ----------------------------------------------------------------------- */

/* Of each file its path, with the zero behind it, and its bytes. */
void kith_basis_write_rules(const struct kith_rules *rules, struct kith_buf *out)
{
    for (uint32_t i = 0; rules && i < kith_rules_source_count(rules); i++) {
        struct kith_rule_source source = kith_rules_source(rules, i);
        kith_pack(out, source.path.length + 1);
        kith_buf_str(out, source.path);
        kith_buf_byte(out, '\0');
        kith_pack_text(out, source.bytes);
    }
}

static enum kith_status read_rules(struct kith_unpacker *from, struct kith_rules *rules,
                                   struct kith_error *err)
{
    while (from->at < from->end) {
        struct kith_str path = kith_unpack_text(from);
        struct kith_str bytes = kith_unpack_text(from);
        if (from->is_damaged || !path.length || path.data[path.length - 1])
            return KITH_BAD_INPUT;
        KITH_TRY(kith_rules_load_bytes(rules, bytes, path.data, err));
    }
    return KITH_OK;
}

enum kith_status kith_basis_read_rules(struct kith_str written, struct kith_rules **rules,
                                       struct kith_error *err)
{
    struct kith_unpacker from = kith_unpacker_of(written);
    *rules = NULL;
    KITH_TRY(kith_rules_new(rules, err));
    enum kith_status status = read_rules(&from, *rules, err);
    if (status == KITH_OK)
        return KITH_OK;
    kith_rules_free(*rules);
    *rules = NULL;
    return status;
}

/* ---- files ----------------------------------------------------------------------- */

static enum kith_status add(const char *path, struct kith_arena *arena,
                            struct kith_sources *files, struct kith_error *err)
{
    struct kith_problems unheard;
    kith_problems_init(&unheard, arena);
    return path && access(path, F_OK) == 0
               ? kith_sources_add(files, path, arena, &unheard, err)
               : KITH_OK;
}

/* An image is as good as the files that it was compiled from. */
static enum kith_status add_image_sources(const char *path, struct kith_arena *arena,
                                          struct kith_sources *files,
                                          struct kith_error *err)
{
    struct kith_gazetteer *image = NULL;
    const char *source;
    KITH_TRY(kith_gazetteer_new(&image, err));
    enum kith_status status = kith_image_map(image, path, err);
    for (uint32_t i = 0; status == KITH_OK && (source = kith_gazetteer_source(image, i));
         i++) {
        const char *copy = kith_arena_copy(arena, source, strlen(source));
        status = copy ? add(copy, arena, files, err) : kith_no_memory(err);
    }
    kith_gazetteer_free(image);
    return status;
}

enum kith_status kith_basis_find_files(const struct kith_build_options *options,
                                       struct kith_arena *arena,
                                       struct kith_sources *files, struct kith_error *err)
{
    const struct kith_recognize_options *recognize = &options->recognize;
    const char *own[] = {recognize->corrections, recognize->stops, recognize->mentions};
    const char *shipped = NULL;
    struct kith_error unheard;
    if (kith_shipped_folder(arena, &shipped, &unheard) == KITH_OK)
        KITH_TRY(add(shipped, arena, files, err));
    for (size_t i = 0; i < options->gazetteer_count; i++) {
        const char *path = options->gazetteers[i];
        KITH_TRY(add(path, arena, files, err));
        if (kith_gazetteer_is_image(path) && access(path, F_OK) == 0)
            KITH_TRY(add_image_sources(path, arena, files, err));
    }
    for (size_t i = 0; i < options->rule_count; i++)
        KITH_TRY(add(options->rules[i], arena, files, err));
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        KITH_TRY(add(own[i], arena, files, err));
    return kith_sources_sort(files, err);
}
