/* Opening, committing and discarding the output folder's files. */
#include "batch/folder.h"

#include <stdlib.h>

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

bool kith_folder_has(unsigned formats, enum kith_folder_file file)
{
    return kinds[file].format == 0 || (kinds[file].format & formats);
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
                                  unsigned formats, bool bom, struct kith_error *err)
{
    *folder = (struct kith_folder){.path = path, .formats = formats, .bom = bom};
    KITH_TRY(kith_folder_make(path, err));
    KITH_TRY(kith_journal_recover(path, err));
    for (int file = 0; file < KITH_FILE_COUNT; file++) {
        if (!kith_folder_has(formats, (enum kith_folder_file)file))
            continue;
        KITH_TRY(open_file(folder, kinds[file].name, bom && is_table(file),
                           &folder->files[file], err));
    }
    return KITH_OK;
}

static bool make_room(struct kith_folder *folder)
{
    if (folder->more_count < folder->more_room)
        return true;
    uint32_t room = folder->more_room ? 2 * folder->more_room : 16;
    struct kith_output **more = realloc(folder->more, room * sizeof *more);
    if (!more)
        return false;
    folder->more = more;
    folder->more_room = room;
    return true;
}

enum kith_status kith_folder_add(struct kith_folder *folder, const char *name,
                                 bool is_table, struct kith_output **out,
                                 struct kith_error *err)
{
    if (!make_room(folder) || !(*out = calloc(1, sizeof **out)))
        return kith_no_memory(err);
    folder->more[folder->more_count++] = *out;
    KITH_TRY(open_file(folder, name, is_table && folder->bom, *out, err));
    (*out)->stop = folder->stop;
    return KITH_OK;
}

void kith_folder_listen(struct kith_folder *folder, const volatile int *stop)
{
    folder->stop = stop;
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        folder->files[file].stop = stop;
    for (uint32_t i = 0; i < folder->more_count; i++)
        folder->more[i]->stop = stop;
}

/* All files, in `list`, which has room for them. */
static uint32_t list_files(struct kith_folder *folder, struct kith_output **list)
{
    uint32_t count = 0;
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        if (kith_folder_has(folder->formats, (enum kith_folder_file)file))
            list[count++] = &folder->files[file];
    for (uint32_t i = 0; i < folder->more_count; i++)
        list[count++] = folder->more[i];
    return count;
}

static enum kith_status finish(struct kith_folder *folder,
                               struct kith_output *const *files, uint32_t count,
                               struct kith_error *err)
{
    for (uint32_t i = 0; i < count; i++) {
        const char *name = files[i]->path + strlen(folder->path) + 1;
        kith_buf_append(&folder->names, name, strlen(name) + 1);
        if (!files[i]->is_finished)
            KITH_TRY(kith_output_finish(files[i], err));
    }
    return kith_buf_check(&folder->names, err);
}

enum kith_status kith_folder_commit(struct kith_folder *folder, struct kith_error *err)
{
    size_t room = (size_t)KITH_FILE_COUNT + folder->more_count;
    struct kith_output **files = malloc(room * sizeof *files);
    if (!files)
        return kith_no_memory(err);
    uint32_t count = list_files(folder, files);
    enum kith_status status = finish(folder, files, count, err);
    if (status == KITH_OK)
        status = kith_journal_commit(folder->path, files, count, err);
    free(files);
    return status;
}

void kith_folder_discard(struct kith_folder *folder)
{
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        kith_output_discard(&folder->files[file]);
    for (uint32_t i = 0; i < folder->more_count; i++) {
        kith_output_discard(folder->more[i]);
        free(folder->more[i]);
    }
    kith_buf_release(&folder->names);
    free(folder->more);
    folder->more = NULL;
    folder->more_count = folder->more_room = 0;
}
