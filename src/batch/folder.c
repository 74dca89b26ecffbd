/* Opening, committing and discarding the output folder's files. */
#include "batch/folder.h"

static const char *const names[KITH_FILE_COUNT] = {
    [KITH_FILE_GRAPHML] = "graph.graphml",
    [KITH_FILE_GEXF] = "graph.gexf",
    [KITH_FILE_DOT] = "graph.dot",
    [KITH_FILE_NODES] = "nodes.csv",
    [KITH_FILE_EDGES] = "edges.csv",
    [KITH_FILE_ARTICLES] = "articles.csv",
    [KITH_FILE_SENTENCES] = "sentences.csv",
    [KITH_FILE_MENTIONS] = "mentions.csv",
    [KITH_FILE_EVIDENCE] = "evidence.csv",
    [KITH_FILE_PROBLEMS] = "problems.csv",
    [KITH_FILE_RUN] = "run.json",
};

const char *kith_folder_name(enum kith_folder_file file)
{
    return names[file];
}

static enum kith_status open_file(struct kith_folder *folder, int file,
                                  struct kith_error *err)
{
    struct kith_buf path = {0};
    kith_buf_text(&path, folder->path);
    kith_buf_byte(&path, '/');
    kith_buf_text(&path, names[file]);
    kith_buf_byte(&path, '\0');
    enum kith_status status = kith_buf_check(&path, err);
    if (status == KITH_OK)
        status = kith_output_open(&folder->files[file], path.data, err);
    kith_buf_release(&path);
    return status;
}

enum kith_status kith_folder_open(struct kith_folder *folder, const char *path,
                                  struct kith_error *err)
{
    *folder = (struct kith_folder){.path = path};
    KITH_TRY(kith_folder_make(path, err));
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        KITH_TRY(open_file(folder, file, err));
    return KITH_OK;
}

enum kith_status kith_folder_commit(struct kith_folder *folder, struct kith_error *err)
{
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        KITH_TRY(kith_output_finish(&folder->files[file], err));
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        KITH_TRY(kith_output_commit(&folder->files[file], err));
    return KITH_OK;
}

void kith_folder_discard(struct kith_folder *folder)
{
    for (int file = 0; file < KITH_FILE_COUNT; file++)
        kith_output_discard(&folder->files[file]);
}
