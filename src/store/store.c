/* Opening, locking, and what is kept under names. */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store_book.h"

/* "KITH", by which the file is known, and the layout of its tables. */
#define APPLICATION 0x4B495448
#define LAYOUT 2

#define TEXT_OF(number) #number
#define NUMBER_AS_TEXT(number) TEXT_OF(number)
#define SET_LAYOUT "PRAGMA user_version = " NUMBER_AS_TEXT(LAYOUT) ";"

/* A fact has a rowid: else SQLite copies whole values, of which one is the gazetteer, to
 * compare names. */
static const char tables[] =
    "CREATE TABLE fact ("
    " name TEXT PRIMARY KEY, value BLOB);"
    "CREATE TABLE file ("
    " id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, modified INTEGER,"
    " changed INTEGER, device INTEGER, inode INTEGER);"
    "CREATE TABLE article ("
    " file INTEGER, number INTEGER, place TEXT, record INTEGER,"
    " PRIMARY KEY (file, number)) WITHOUT ROWID;"
    "CREATE INDEX article_record ON article (record);"
    "CREATE TABLE record ("
    " id INTEGER PRIMARY KEY, content BLOB, title TEXT, date TEXT, source TEXT,"
    " language TEXT, url TEXT, size INTEGER, sentences INTEGER, mentions INTEGER,"
    " evidence INTEGER);"
    "CREATE TABLE finding ("
    " record INTEGER PRIMARY KEY, words BLOB, bytes BLOB);"
    "PRAGMA application_id = " NUMBER_AS_TEXT(APPLICATION) ";" SET_LAYOUT;

static const char set_layout[] = SET_LAYOUT;

/* ---- the lock -------------------------------------------------------------------- */

/* Beside the store, since closing a file anywhere in a process gives all its locks up,
 * and SQLite opens and closes its own. The lock ends with the process, however that ends.
 */
#define LOCK_ENDING "-lock"

static struct flock whole_file(void)
{
    return (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_SET};
}

static enum kith_status tell_holder(const struct kith_store *store,
                                    struct kith_error *err)
{
    struct flock holder = whole_file();
    if (fcntl(store->lock, F_GETLK, &holder) == 0 && holder.l_type != F_UNLCK)
        return kith_fail(err, KITH_CANNOT_WRITE,
                         "%s: process %ld is using this store; wait until it is done",
                         store->path, (long)holder.l_pid);
    return kith_fail(err, KITH_CANNOT_WRITE,
                     "%s: another process is using this store; wait until it is done",
                     store->path);
}

/* Is the file that is locked still the one that others would lock? Who closes a store
 * removes it. */
static bool is_in_place(const struct kith_store *store)
{
    struct stat held, named;
    return fstat(store->lock, &held) == 0 && stat(store->lock_path, &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

static enum kith_status try_lock(struct kith_store *store, struct kith_error *err)
{
    struct flock wanted = whole_file();
    store->lock = open(store->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (store->lock < 0)
        return kith_fail(err, KITH_CANNOT_WRITE, "%s: cannot write: %s", store->path,
                         strerror(errno));
    if (fcntl(store->lock, F_SETLK, &wanted) == 0)
        return KITH_OK;
    if (errno == EACCES || errno == EAGAIN)
        return tell_holder(store, err);
    return kith_fail(err, KITH_CANNOT_WRITE, "%s: cannot lock: %s", store->lock_path,
                     strerror(errno));
}

static enum kith_status lock(struct kith_store *store, struct kith_error *err)
{
    size_t room = strlen(store->path) + sizeof LOCK_ENDING;
    store->lock_path = malloc(room);
    if (!store->lock_path)
        return kith_no_memory(err);
    snprintf(store->lock_path, room, "%s" LOCK_ENDING, store->path);
    for (;;) {
        KITH_TRY(try_lock(store, err));
        if (is_in_place(store))
            break;
        close(store->lock);
    }
    store->is_locked = true;
    return KITH_OK;
}

static void unlock(struct kith_store *store)
{
    if (store->is_locked)
        unlink(store->lock_path);
    if (store->lock >= 0)
        close(store->lock);
    free(store->lock_path);
}

/* ---- opening --------------------------------------------------------------------- */

/* Somebody else's file is left alone. *layout is 0 when there are no tables. */
static enum kith_status check_layout(struct kith_store *store, int64_t *layout,
                                     struct kith_error *err)
{
    int64_t application, tables_there;
    KITH_TRY(kith_sql_number(store->sql, "PRAGMA application_id", &application, err));
    KITH_TRY(kith_sql_number(store->sql, "PRAGMA user_version", layout, err));
    KITH_TRY(kith_sql_number(store->sql, "SELECT count(*) FROM sqlite_master",
                             &tables_there, err));
    if (application == 0 && *layout == 0 && tables_there == 0)
        return KITH_OK;
    if (application != APPLICATION)
        return kith_fail(err, KITH_BAD_INPUT, "%s: is not a store of kith", store->path);
    if (*layout > LAYOUT)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: this store was made by a later kith than this one",
                         store->path);
    return KITH_OK;
}

static enum kith_status allocate(const char *path, struct kith_store **out,
                                 struct kith_error *err)
{
    struct kith_store *store = calloc(1, sizeof *store);
    if (!store)
        return kith_no_memory(err);
    *out = store;
    store->lock = -1;
    pthread_mutex_init(&store->fetching, NULL);
    store->path = strdup(path);
    return store->path ? KITH_OK : kith_no_memory(err);
}

/* A write-ahead log lets others read meanwhile, but has everything written twice. A new
 * store has nothing that they could read; with a journal of what was there before, most
 * of it is written once. What was committed last may be lost with the machine's power,
 * never the store. */
static enum kith_status begin(struct kith_store *store, bool is_new,
                              struct kith_error *err)
{
    KITH_TRY(kith_sql_run(
        store->sql, is_new ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL",
        err));
    return kith_sql_run(store->sql,
                        "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;"
                        "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1099511627776;"
                        "BEGIN IMMEDIATE",
                        err);
}

static enum kith_status open_for_writing(struct kith_store *store, struct kith_error *err)
{
    int64_t layout;
    KITH_TRY(lock(store, err));
    KITH_TRY(kith_sql_open(store->path, KITH_SQL_WRITE, &store->sql, err));
    KITH_TRY(check_layout(store, &layout, err));
    KITH_TRY(begin(store, layout == 0, err));
    /* An earlier layout lacks the tables of the graph, which each run makes anew. */
    if (layout < LAYOUT) {
        KITH_TRY(kith_sql_run(store->sql, layout == 0 ? tables : set_layout, err));
        KITH_TRY(kith_store_commit(store, err));
    }
    /* Any thread may ask it, but one alone may compile questions. */
    struct kith_query *fetching;
    return kith_store_ask(store, KITH_ASK_FINDING, &fetching, err);
}

static enum kith_status open_for_reading(struct kith_store *store, struct kith_error *err)
{
    int64_t layout;
    KITH_TRY(kith_sql_open(store->path, KITH_SQL_LOOK, &store->sql, err));
    /* All that is asked is of one moment, whatever a run writes meanwhile. */
    KITH_TRY(kith_sql_run(store->sql, "BEGIN", err));
    KITH_TRY(check_layout(store, &layout, err));
    if (layout == 0)
        return kith_fail(err, KITH_BAD_INPUT, "%s: is not a store of kith", store->path);
    return KITH_OK;
}

static enum kith_status open_with(const char *path,
                                  enum kith_status (*open_it)(struct kith_store *,
                                                              struct kith_error *),
                                  struct kith_store **out, struct kith_error *err)
{
    *out = NULL;
    enum kith_status status = allocate(path, out, err);
    if (status == KITH_OK)
        status = open_it(*out, err);
    if (status == KITH_OK)
        return KITH_OK;
    kith_store_close(*out);
    *out = NULL;
    return status;
}

enum kith_status kith_store_open(const char *path, struct kith_store **out,
                                 struct kith_error *err)
{
    return open_with(path, open_for_writing, out, err);
}

enum kith_status kith_store_look(const char *path, struct kith_store **out,
                                 struct kith_error *err)
{
    struct stat facts;
    *out = NULL;
    if (stat(path, &facts) != 0)
        return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", path,
                         strerror(errno));
    return open_with(path, open_for_reading, out, err);
}

void kith_store_close(struct kith_store *store)
{
    if (!store)
        return;
    kith_sql_close(store->sql);
    unlock(store);
    pthread_mutex_destroy(&store->fetching);
    free(store->path);
    free(store);
}

const char *kith_store_path(const struct kith_store *store)
{
    return store->path;
}

enum kith_status kith_store_commit(struct kith_store *store, struct kith_error *err)
{
    return kith_sql_run(store->sql, "COMMIT; BEGIN IMMEDIATE", err);
}

enum kith_status kith_store_ask(struct kith_store *store, enum kith_question question,
                                struct kith_query **query, struct kith_error *err)
{
    static const char *const questions[KITH_QUESTIONS] = {
        [KITH_ASK_FACT] = "SELECT value FROM fact WHERE name = ?",
        [KITH_PUT_FACT] = "REPLACE INTO fact VALUES (?, ?)",
        [KITH_ASK_FILES] = "SELECT id, path, size, modified, changed, device, inode"
                           " FROM file ORDER BY id",
        [KITH_ASK_ARTICLES] =
            "SELECT file, place, record FROM article ORDER BY file, number",
        /* Without what stands behind the last slash: SQLite has no word for it. */
        [KITH_ASK_FOLDERS] =
            "SELECT rtrim(f.path, replace(f.path, '/', '')), count(*),"
            " count(DISTINCT f.id), min(nullif(r.date, '')), max(nullif(r.date, '')),"
            " sum(r.size), count(n.record)"
            " FROM file f JOIN article a ON a.file = f.id"
            " LEFT JOIN record r ON r.id = a.record"
            " LEFT JOIN finding n ON n.record = a.record GROUP BY 1 ORDER BY 1",
        [KITH_CHECK] = "PRAGMA integrity_check(1)",
        [KITH_PUT_FILE] = "UPDATE file SET size = ?2, modified = ?3, changed = ?4,"
                          " device = ?5, inode = ?6 WHERE id = ?1",
        [KITH_PUT_NEW_FILE] = "INSERT INTO file VALUES (NULL, ?, ?, ?, ?, ?, ?)",
        [KITH_REMOVE_FILE] = "DELETE FROM file WHERE id = ?",
        [KITH_PUT_ARTICLE] = "INSERT INTO article VALUES (?, ?, ?, ?)",
        [KITH_REMOVE_ARTICLES] = "DELETE FROM article WHERE file = ?",
        [KITH_PUT_RECORD] =
            "INSERT INTO record VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [KITH_PUT_FINDING] = "INSERT INTO finding VALUES (?, ?, ?)",
        [KITH_ASK_FINDING] = "SELECT bytes FROM finding WHERE record = ?",
        [KITH_ASK_CONTENTS] = "SELECT id, content FROM record",
        [KITH_ASK_WORDS] = "SELECT record, words, mentions FROM finding"
                           " JOIN record ON record.id = finding.record",
        [KITH_REMOVE_RECORD] = "DELETE FROM record WHERE id = ?",
        [KITH_REMOVE_FINDING] = "DELETE FROM finding WHERE record = ?",
        [KITH_FIND_OWNER] = "SELECT file FROM article WHERE record = ? LIMIT 1",
        [KITH_DISOWN] = "UPDATE article SET record = 0 WHERE record = ?",
    };
    if (!store->queries[question])
        KITH_TRY(kith_sql_query(store->sql, questions[question],
                                &store->queries[question], err));
    *query = store->queries[question];
    return KITH_OK;
}

enum kith_status kith_store_ask_each(struct kith_store *store,
                                     enum kith_question question,
                                     kith_query_row_fn *on_row, void *context,
                                     struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, question, &query, err));
    return kith_query_each(query, on_row, context, err);
}

enum kith_status kith_store_run_on(struct kith_store *store, enum kith_question question,
                                   int64_t number, struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, question, &query, err));
    kith_query_give_number(query, 1, number);
    return kith_query_run(query, err);
}

/* ---- facts ----------------------------------------------------------------------- */

enum kith_status kith_store_get(struct kith_store *store, const char *name,
                                struct kith_buf *value, bool *is_there,
                                struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, KITH_ASK_FACT, &query, err));
    kith_query_give_text(query, 1, kith_str_of(name));
    enum kith_status status = kith_query_step(query, err);
    kith_buf_reset(value);
    if (status == KITH_OK)
        kith_buf_str(value, kith_query_bytes(query, 0));
    if (is_there)
        *is_there = status == KITH_OK;
    kith_query_reset(query);
    if (status != KITH_OK && status != KITH_END)
        return status;
    return kith_buf_check(value, err);
}

enum kith_status kith_store_set(struct kith_store *store, const char *name,
                                struct kith_str value, struct kith_error *err)
{
    struct kith_query *query;
    KITH_TRY(kith_store_ask(store, KITH_PUT_FACT, &query, err));
    kith_query_give_text(query, 1, kith_str_of(name));
    kith_query_give_bytes(query, 2, value);
    return kith_query_run(query, err);
}
