/* The insides of struct kith_store, for the files of this room that keep it. */
#ifndef KITH_STORE_STORE_BOOK_H
#define KITH_STORE_STORE_BOOK_H

#include <pthread.h>

#include "store/sql.h"
#include "store/store.h"

enum kith_question {
    KITH_ASK_FACT,
    KITH_PUT_FACT,
    KITH_ASK_FILES,
    KITH_ASK_ARTICLES,
    KITH_ASK_FOLDERS,
    KITH_CHECK,
    KITH_PUT_FILE,
    KITH_PUT_NEW_FILE,
    KITH_REMOVE_FILE,
    KITH_PUT_ARTICLE,
    KITH_REMOVE_ARTICLES,
    KITH_PUT_RECORD,
    KITH_PUT_FINDING,
    KITH_ASK_FINDING,
    KITH_ASK_CONTENTS,
    KITH_ASK_WORDS,
    KITH_REMOVE_RECORD,
    KITH_REMOVE_FINDING,
    KITH_FIND_OWNER,
    KITH_DISOWN,
    KITH_QUESTIONS
};

struct kith_store {
    char *path;
    char *lock_path;
    int lock; /* the descriptor that holds it, or -1 */
    bool is_locked;
    struct kith_sql *sql;
    struct kith_query *queries[KITH_QUESTIONS]; /* NULL: not asked yet */
    pthread_mutex_t fetching;
};

/* The query of a question; it is compiled when it is asked first. */
enum kith_status kith_store_ask(struct kith_store *store, enum kith_question question,
                                struct kith_query **query, struct kith_error *err);

/* Ask it and hand each row to `on_row`. */
enum kith_status kith_store_ask_each(struct kith_store *store,
                                     enum kith_question question,
                                     kith_query_row_fn *on_row, void *context,
                                     struct kith_error *err);

/* Run what changes the thing of this number and gives nothing back. */
enum kith_status kith_store_run_on(struct kith_store *store, enum kith_question question,
                                   int64_t number, struct kith_error *err);

#endif
