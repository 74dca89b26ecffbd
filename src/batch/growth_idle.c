/* Whether a run has anything to do: a hash of all that goes into it, and of how what came
 * out of the last one stands. */
#include <stdio.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "batch/basis.h"
#include "batch/growth_part.h"
#include "store/packed.h"

static void write_file(const struct kith_source_file *file, struct kith_buf *out)
{
    kith_pack_text(out, file->path);
    kith_pack(out, file->size);
    kith_pack(out, (uint64_t)file->modified);
    kith_pack(out, (uint64_t)file->changed);
    kith_pack(out, file->device);
    kith_pack(out, file->inode);
}

/* The files that are wanted, behind how many there are of all. False when one of them is
 * too young to be trusted. */
static bool write_files(const struct kith_growth *growth,
                        const struct kith_sources *sources,
                        bool (*is_wanted)(const struct kith_source_file *file),
                        struct kith_buf *out)
{
    kith_pack(out, sources->count);
    for (uint32_t i = 0; i < sources->count; i++) {
        const struct kith_source_file *file = &sources->files[i];
        if (!is_wanted(file))
            continue;
        if (kith_growth_is_racy(growth, file))
            return false;
        write_file(file, out);
    }
    return true;
}

static bool is_any(const struct kith_source_file *file)
{
    (void)file;
    return true;
}

/* No name comes from a file of rules. */
static bool is_of_names(const struct kith_source_file *file)
{
    return !kith_str_ends_with(file->path, KITH_STR(".rel"));
}

static void write_problems(const struct kith_problems *problems, struct kith_buf *out)
{
    kith_pack(out, problems->count);
    for (uint32_t i = 0; i < problems->count; i++) {
        kith_pack_text(out, problems->items[i].file);
        kith_pack_text(out, problems->items[i].text);
    }
}

/* Options that change what is made of findings. */
static void write_making(const struct kith_build_options *options, struct kith_buf *out)
{
    kith_pack_text(out, kith_str_of(options->output));
    for (size_t i = 0; i < options->relation_count; i++)
        kith_pack_text(out, kith_str_of(options->relations[i]));
    kith_pack(out, options->relation_count);
    kith_pack_text(out, kith_str_of(options->since ? options->since : ""));
    kith_pack_text(out, kith_str_of(options->until ? options->until : ""));
    kith_pack(out, options->slicing);
    kith_pack(out, options->slice_graphs);
    kith_pack(out, options->min_weight);
    kith_pack(out, options->min_articles);
    kith_pack(out, options->without_cooccurrence);
    kith_pack(out, options->backbone);
    kith_buf_double(out, options->backbone_limit);
    kith_pack(out, options->measured);
    kith_pack(out, options->dot_nodes);
    kith_pack(out, options->layout);
    kith_pack(out, options->formats);
    kith_pack(out, options->with_bom);
    kith_pack(out, options->graphml);
    kith_pack(out, options->seed);
    kith_buf_double(out, options->time_limit);
}

/* The hash of `text`, which is released; 0 when it cannot be trusted. */
static enum kith_status finish_digest(struct kith_buf *text, bool is_trusted,
                                      uint64_t *digest, struct kith_error *err)
{
    enum kith_status status = kith_buf_check(text, err);
    *digest =
        is_trusted && status == KITH_OK ? kith_hash(text->data, text->length) | 1 : 0;
    kith_buf_release(text);
    return status;
}

static void write_paths(const char *const *paths, size_t count, struct kith_buf *out)
{
    for (size_t i = 0; i < count; i++)
        kith_pack_text(out, kith_str_of(paths[i]));
    kith_pack(out, count);
}

/* Of all that names are loaded from. */
static enum kith_status digest_basis(struct kith_growth *growth,
                                     const struct kith_sources *files,
                                     struct kith_error *err)
{
    const struct kith_build_options *options = growth->options;
    struct kith_buf text = {0};
    kith_basis_write_options(options, &text);
    write_paths(options->gazetteers, options->gazetteer_count, &text);
    bool is_trusted = write_files(growth, files, is_of_names, &text);
    return finish_digest(&text, is_trusted, &growth->basis, err);
}

/* Of all that goes into the run. */
static enum kith_status digest_all(struct kith_growth *growth,
                                   const struct kith_sources *sources,
                                   const struct kith_problems *problems,
                                   struct kith_error *err)
{
    const struct kith_build_options *options = growth->options;
    struct kith_buf text = {0};
    struct kith_sources files = {0};
    KITH_TRY(kith_basis_find_files(options, growth->arena, &files, err));
    KITH_TRY(digest_basis(growth, &files, err));
    kith_pack_hash(&text, growth->basis);
    write_paths(options->rules, options->rule_count, &text);
    write_making(options, &text);
    write_problems(problems, &text);
    bool is_trusted = write_files(growth, &files, is_any, &text) &&
                      write_files(growth, sources, is_any, &text);
    return finish_digest(&text, is_trusted, &growth->digest, err);
}

uint64_t kith_growth_look_at(const char *folder, struct kith_str names)
{
    uint64_t hash = 1;
    for (size_t at = 0; at < names.length; at += strlen(names.data + at) + 1) {
        char path[4096];
        struct stat facts;
        snprintf(path, sizeof path, "%s/%s", folder, names.data + at);
        if (stat(path, &facts) != 0)
            return 0;
        const uint64_t parts[] = {hash, (uint64_t)facts.st_size, (uint64_t)facts.st_ino,
                                  (uint64_t)facts.st_mtim.tv_sec,
                                  (uint64_t)facts.st_mtim.tv_nsec};
        hash = kith_hash(parts, sizeof parts);
    }
    return hash;
}

/* Do the files that the last run wrote stand as it left them? */
static enum kith_status look_at_output(struct kith_growth *growth, bool *is_as_it_was,
                                       struct kith_error *err)
{
    struct kith_buf names = {0};
    uint64_t output;
    KITH_TRY(kith_growth_get(growth, "output", &output, err));
    enum kith_status status = kith_store_get(growth->store, "files", &names, NULL, err);
    kith_buf_byte(&names, '\0');
    if (status == KITH_OK)
        status = kith_buf_check(&names, err);
    if (status == KITH_OK) {
        struct kith_str list = {names.data, names.length - 1};
        *is_as_it_was = list.length && output &&
                        output == kith_growth_look_at(growth->options->output, list);
    }
    kith_buf_release(&names);
    return status;
}

enum kith_status kith_growth_is_idle(struct kith_growth *growth,
                                     const struct kith_sources *sources,
                                     const struct kith_problems *problems, bool *is_idle,
                                     struct kith_buf *counts, struct kith_error *err)
{
    uint64_t digest;
    KITH_TRY(digest_all(growth, sources, problems, err));
    KITH_TRY(kith_growth_get(growth, "digest", &digest, err));
    *is_idle = digest && digest == growth->digest;
    if (*is_idle)
        KITH_TRY(look_at_output(growth, is_idle, err));
    return *is_idle ? kith_store_get(growth->store, "counts", counts, is_idle, err)
                    : KITH_OK;
}
