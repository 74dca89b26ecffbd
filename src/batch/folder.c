/* Opening, committing and discarding the output folder's files. */
#include "batch/folder.h"

#include <stdlib.h>

#include "base/grow.h"
#include "batch/journal.h"

/* The files, and of which format they are; 0: of none, and always there. */
static const struct {
    const char *name;
    unsigned format;
} kinds[KITH_FILE_COUNT] = {
    [KITH_FILE_GRAPHML] = {"graph.graphml", KITH_FORMAT_GRAPHML},
    [KITH_FILE_GEXF] = {"graph.gexf", KITH_FORMAT_GEXF},
    [KITH_FILE_DOT] = {"graph.dot", KITH_FORMAT_DOT},
    [KITH_FILE_VOSVIEWER] = {"vosviewer.json", KITH_FORMAT_VOSVIEWER},
    [KITH_FILE_NODES] = {"nodes.csv", KITH_FORMAT_CSV},
    [KITH_FILE_EDGES] = {"edges.csv", KITH_FORMAT_CSV},
    [KITH_FILE_ARTICLES] = {"articles.csv", KITH_FORMAT_CSV},
    [KITH_FILE_SENTENCES] = {"sentences.csv", KITH_FORMAT_CSV},
    [KITH_FILE_MENTIONS] = {"mentions.csv", KITH_FORMAT_CSV},
    [KITH_FILE_EVIDENCE] = {"evidence.csv", KITH_FORMAT_CSV},
    [KITH_FILE_COPIES] = {"copies.csv", KITH_FORMAT_CSV},
    [KITH_FILE_NODES_JSONL] = {"nodes.jsonl", KITH_FORMAT_JSONL},
    [KITH_FILE_EDGES_JSONL] = {"edges.jsonl", KITH_FORMAT_JSONL},
    [KITH_FILE_ARTICLES_JSONL] = {"articles.jsonl", KITH_FORMAT_JSONL},
    [KITH_FILE_SENTENCES_JSONL] = {"sentences.jsonl", KITH_FORMAT_JSONL},
    [KITH_FILE_MENTIONS_JSONL] = {"mentions.jsonl", KITH_FORMAT_JSONL},
    [KITH_FILE_EVIDENCE_JSONL] = {"evidence.jsonl", KITH_FORMAT_JSONL},
    [KITH_FILE_COPIES_JSONL] = {"copies.jsonl", KITH_FORMAT_JSONL},
    [KITH_FILE_PROBLEMS] = {"problems.csv", 0},
    [KITH_FILE_RUN] = {"run.json", 0},
};

const char *kith_folder_name(enum kith_folder_file file)
{
    return kinds[file].name;
}

bool kith_folder_wants(unsigned formats, unsigned format)
{
    return format == 0 || (format & formats);
}

bool kith_folder_has(unsigned formats, enum kith_folder_file file)
{
    return kith_folder_wants(formats, kinds[file].format);
}

static bool is_table(int file)
{
    return kinds[file].format == KITH_FORMAT_CSV || file == KITH_FILE_PROBLEMS;
}

static enum kith_status open_file(const struct kith_folder *folder, const char *name,
                                  bool has_mark, struct kith_output *out,
                                  struct kith_error *err)
{
    struct kith_buf path = {0};
    kith_buf_text(&path, folder->path);
    kith_buf_byte(&path, '/');
    kith_buf_text(&path, name);
    kith_buf_byte(&path, '\0');
    enum kith_status status = kith_buf_check(&path, err);
    if (status == KITH_OK)
        status = kith_output_open(out, path.data, err);
    kith_buf_release(&path);
    if (status == KITH_OK && has_mark)
        kith_buf_text(&out->buffer, "\xEF\xBB\xBF");
    return status;
}

enum kith_status kith_folder_open(struct kith_folder *folder, const char *path,
                                  unsigned formats, unsigned aside, bool bom,
                                  struct kith_error *err)
{
    *folder = (struct kith_folder){
        .path = path, .formats = formats, .written = formats | aside, .bom = bom};
    KITH_TRY(kith_folder_make(path, err));
    KITH_TRY(kith_journal_recover(path, err));
    for (int file = 0; file < KITH_FILE_COUNT; file++) {
        if (!kith_folder_has(folder->written, (enum kith_folder_file)file))
            continue;
        KITH_TRY(open_file(folder, kinds[file].name, bom && is_table(file),
                           &folder->files[file], err));
    }
    return KITH_OK;
}

enum kith_status kith_folder_add(struct kith_folder *folder, const char *name,
                                 unsigned format, struct kith_output **out,
                                 struct kith_error *err)
{
    if (!KITH_GROW(folder->more, folder->more_count, folder->more_room) ||
        !(*out = calloc(1, sizeof **out)))
        return kith_no_memory(err);
    folder->more[folder->more_count++] = (struct kith_folder_extra){*out, format};
    KITH_TRY(
        open_file(folder, name, format == KITH_FORMAT_CSV && folder->bom, *out, err));
    (*out)->stop = folder->stop;
    return KITH_OK;
}

void kith_folder_listen(struct kith_folder *folder, const volatile int *stop)
{
    folder->stop = stop;
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        folder->files[file].stop = stop;
    for (uint32_t i = 0; i < folder->more_count; i++)
        folder->more[i].file->stop = stop;
}

/* Files that are wanted, or those that are not, in `list`, which has room for all. */
static uint32_t list_files(struct kith_folder *folder, bool is_wanted,
                           struct kith_output **list)
{
    uint32_t count = 0;
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        if (kith_folder_has(folder->written, (enum kith_folder_file)file) &&
            kith_folder_has(folder->formats, (enum kith_folder_file)file) == is_wanted)
            list[count++] = &folder->files[file];
    for (uint32_t i = 0; i < folder->more_count; i++)
        if (kith_folder_wants(folder->formats, folder->more[i].format) == is_wanted)
            list[count++] = folder->more[i].file;
    return count;
}

static enum kith_status finish(struct kith_output *const *files, uint32_t count,
                               struct kith_error *err)
{
    for (uint32_t i = 0; i < count; i++)
        if (!files[i]->is_finished)
            KITH_TRY(kith_output_finish(files[i], err));
    return KITH_OK;
}

static const char *name_of(const struct kith_folder *folder,
                           const struct kith_output *file)
{
    return file->path + strlen(folder->path) + 1;
}

static enum kith_status commit(struct kith_folder *folder, struct kith_output **files,
                               struct kith_error *err)
{
    KITH_TRY(finish(files, list_files(folder, false, files), err));
    uint32_t count = list_files(folder, true, files);
    KITH_TRY(finish(files, count, err));
    for (uint32_t i = 0; i < count; i++) {
        const char *name = name_of(folder, files[i]);
        kith_buf_append(&folder->names, name, strlen(name) + 1);
    }
    KITH_TRY(kith_buf_check(&folder->names, err));
    return kith_journal_commit(folder->path, files, count, err);
}

enum kith_status kith_folder_commit(struct kith_folder *folder, struct kith_error *err)
{
    size_t room = (size_t)KITH_FILE_COUNT + folder->more_count;
    struct kith_output **files = malloc(room * sizeof *files);
    if (!files)
        return kith_no_memory(err);
    enum kith_status status = commit(folder, files, err);
    free(files);
    return status;
}

/* Is it among those that were moved to their places? */
static bool is_in_place(const struct kith_folder *folder, const char *name)
{
    struct kith_str names = kith_buf_view(&folder->names);
    for (size_t at = 0; at < names.length; at += strlen(names.data + at) + 1)
        if (strcmp(names.data + at, name) == 0)
            return true;
    return false;
}

/* The temporary file of one that is not to stand in the folder; NULL: there is none. */
static const char *find_aside(const struct kith_folder *folder, const char *name)
{
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        if (folder->files[file].temporary && strcmp(kinds[file].name, name) == 0)
            return folder->files[file].temporary;
    for (uint32_t i = 0; i < folder->more_count; i++) {
        const struct kith_output *file = folder->more[i].file;
        if (file->temporary && strcmp(name_of(folder, file), name) == 0)
            return file->temporary;
    }
    return NULL;
}

bool kith_folder_find(const struct kith_folder *folder, const char *name,
                      struct kith_buf *path)
{
    const char *aside = find_aside(folder, name);
    kith_buf_reset(path);
    if (is_in_place(folder, name))
        kith_buf_format(path, "%s/%s%c", folder->path, name, '\0');
    else if (aside)
        kith_buf_append(path, aside, strlen(aside) + 1);
    return path->length && !path->is_broken;
}

void kith_folder_discard(struct kith_folder *folder)
{
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        kith_output_discard(&folder->files[file]);
    for (uint32_t i = 0; i < folder->more_count; i++) {
        kith_output_discard(folder->more[i].file);
        free(folder->more[i].file);
    }
    kith_buf_release(&folder->names);
    free(folder->more);
    folder->more = NULL;
    folder->more_count = folder->more_room = 0;
}
