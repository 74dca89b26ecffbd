/* A store: what is known of articles from earlier runs, in one SQLite file. docs/STORE.md
 * describes its tables.
 *
 * A store is for one run at a time: it is locked from opening to closing. What has been
 * committed stays, whatever becomes of the program. */
#ifndef KITH_STORE_STORE_H
#define KITH_STORE_STORE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "input/source.h"

struct kith_store;

/* Open the store at `path`, which is made when it is missing, and begin a transaction.
 * KITH_BAD_INPUT when the file is no store, a damaged one or a later kith's;
 * KITH_CANNOT_WRITE when another process has it open, which is named. */
enum kith_status kith_store_open(const char *path, struct kith_store **out,
                                 struct kith_error *err);

/* The same for reading alone, also while a run has it open. It must be there. */
enum kith_status kith_store_look(const char *path, struct kith_store **out,
                                 struct kith_error *err);

/* Close it; what was not committed is gone. NULL is fine. */
void kith_store_close(struct kith_store *store);

const char *kith_store_path(const struct kith_store *store);

/* Make all changes last, and begin the next transaction. */
enum kith_status kith_store_commit(struct kith_store *store, struct kith_error *err);

/* ---- facts ----------------------------------------------------------------------- */

/* A value under a name; `value` is emptied for it. *is_there tells (may be NULL). */
enum kith_status kith_store_get(struct kith_store *store, const char *name,
                                struct kith_buf *value, bool *is_there,
                                struct kith_error *err);
enum kith_status kith_store_set(struct kith_store *store, const char *name,
                                struct kith_str value, struct kith_error *err);

/* ---- files and their articles ---------------------------------------------------- */

/* An article as its file has it. */
struct kith_stored_article {
    struct kith_str place; /* what of its path stands behind the file's: "#12" or empty */
    int64_t record;        /* 0: it is to be read */
};

/* A file and the articles in it. */
struct kith_stored_file {
    int64_t id;
    struct kith_source_file file;
    bool is_complete; /* all its articles have their records */
    uint32_t first_article, end_article;
};

/* Everything that is known, files in byte order of their paths. */
struct kith_stored {
    struct {
        struct kith_stored_file *items;
        uint32_t count, room;
    } files;
    struct {
        struct kith_stored_article *items;
        uint32_t count, room;
    } articles;
};

/* List the files; all of it lives in `arena`. Linear. */
enum kith_status kith_store_list(struct kith_store *store, struct kith_arena *arena,
                                 struct kith_stored *stored, struct kith_error *err);

/* Put a file with its articles in the place of what was known of it. `id` is that of the
 * file of this path; 0: there is none. */
enum kith_status kith_store_put_file(struct kith_store *store, int64_t id,
                                     const struct kith_source_file *file,
                                     const struct kith_stored_article *articles,
                                     uint32_t count, struct kith_error *err);

enum kith_status kith_store_remove_file(struct kith_store *store, int64_t id,
                                        struct kith_error *err);

/* A folder of files, as their paths have it; of its dates the first and the last, empty
 * when none is known. */
struct kith_stored_folder {
    struct kith_str path; /* "news/2024/", or empty */
    struct kith_str first, last;
    uint64_t files, articles, size;
    uint64_t unread; /* articles that the next run has to read */
};

/* Called for each folder, by path; strings live until it returns. */
typedef enum kith_status kith_stored_folder_fn(void *context,
                                               const struct kith_stored_folder *folder,
                                               struct kith_error *err);
enum kith_status kith_store_each_folder(struct kith_store *store,
                                        kith_stored_folder_fn *on_folder, void *context,
                                        struct kith_error *err);

/* Look through the whole file. KITH_BAD_INPUT when it is damaged. */
enum kith_status kith_store_check(struct kith_store *store, struct kith_error *err);

/* ---- records --------------------------------------------------------------------- */

/* What an article's bytes are known by. */
struct kith_content {
    uint64_t low, high;
};

/* A record on its way into the store. */
struct kith_stored_record {
    struct kith_content content;
    struct kith_str words, bytes; /* word_set.h, record.h */
    /* For people who ask in SQL; may be empty. */
    struct kith_str title, date, source, language, url;
    uint64_t size;
    uint32_t sentences, mentions, evidence;
};

/* Keep a record; *id is what it is known by from now on. */
enum kith_status kith_store_put_record(struct kith_store *store,
                                       const struct kith_stored_record *record,
                                       int64_t *id, struct kith_error *err);

/* Copy the bytes of a record into `arena`; empty when there is none. May be called by any
 * thread. */
enum kith_status kith_store_fetch(struct kith_store *store, int64_t id,
                                  struct kith_arena *arena, struct kith_str *bytes,
                                  struct kith_error *err);

/* Called for each record; anything but KITH_OK ends the round. */
typedef enum kith_status kith_stored_record_fn(void *context, int64_t id,
                                               struct kith_content content,
                                               struct kith_error *err);
enum kith_status kith_store_each_record(struct kith_store *store,
                                        kith_stored_record_fn *on_record, void *context,
                                        struct kith_error *err);

/* Forget the records of whose words and number of mentions `is_touched` says so; NULL:
 * all. Their articles are to be read. */
typedef bool kith_touched_fn(void *context, struct kith_str words, uint32_t mentions);
enum kith_status kith_store_forget(struct kith_store *store, kith_touched_fn *is_touched,
                                   void *context, struct kith_error *err);

/* Forget a record if it belongs to no article any more. */
enum kith_status kith_store_release(struct kith_store *store, int64_t record,
                                    struct kith_error *err);

/* The same for all of them, and articles that belong to no file. Looks through the whole
 * store. */
enum kith_status kith_store_sweep(struct kith_store *store, struct kith_error *err);

#endif
