/* A list from a string literal, turned into a gazetteer in a string. */
#ifndef KITH_TESTS_IMPORTING_H
#define KITH_TESTS_IMPORTING_H

#include "support/folder.h"

#include "base/buf.h"
#include "import/format.h"

struct check_importing {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_import_options options;
    struct kith_import_summary summary;
    char paths[4][512];
    const char *lists[4];
    struct kith_buf text;     /* the gazetteer */
    struct kith_buf problems; /* "name:line: text" or "(name:line: text)" for notes */
    struct kith_buf heard;    /* "name=kind " for each list */
    struct kith_error err;
};

static inline const char *check_last_name(const char *path)
{
    return strrchr(path, '/') + 1;
}

static inline bool check_take_text(void *context, const char *bytes, size_t length)
{
    struct check_importing *importing = context;
    kith_buf_append(&importing->text, bytes, length);
    return true;
}

static inline void check_take_list(void *context, const char *path,
                                   const struct kith_import_kind *kind)
{
    struct check_importing *importing = context;
    kith_buf_format(&importing->heard, "%s=%s ", check_last_name(path), kind->name);
}

static inline void check_take_problem(void *context,
                                      const struct kith_problem_line *problem)
{
    struct check_importing *importing = context;
    kith_buf_format(
        &importing->problems, problem->is_fault ? "%s:%llu: %s\n" : "(%s:%llu: %s)\n",
        check_last_name(problem->file), (unsigned long long)problem->line, problem->text);
}

static inline void check_importing_init(struct check_importing *importing)
{
    *importing = (struct check_importing){0};
    check_folder_make(&importing->folder);
    kith_arena_init(&importing->arena, KITH_ARENA_UNCAPPED);
    importing->options.lists = importing->lists;
    importing->options.on_text = check_take_text;
    importing->options.on_list = check_take_list;
    importing->options.on_problem = check_take_problem;
    importing->options.context = importing;
}

static inline void check_importing_release(struct check_importing *importing)
{
    check_folder_remove(&importing->folder);
    kith_arena_release(&importing->arena);
    kith_buf_release(&importing->text);
    kith_buf_release(&importing->problems);
    kith_buf_release(&importing->heard);
}

/* Put a list in the folder and among the lists to import. */
static inline void check_list(struct check_importing *importing, const char *name,
                              struct kith_str bytes)
{
    size_t number = importing->options.list_count++;
    check_file_bytes(&importing->folder, name, bytes);
    strcpy(importing->paths[number], check_path(&importing->folder, name));
    importing->lists[number] = importing->paths[number];
}

static inline enum kith_status check_run(struct check_importing *importing)
{
    return kith_import_run(&importing->options, &importing->arena, &importing->summary,
                           &importing->err);
}

/* What comes of one list: its gazetteer and its problems. */
static inline void check_import(const char *name, struct kith_str list, const char *type,
                                const char *wanted, const char *problems)
{
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, name, list);
    importing.options.type = type;
    assert_ok(check_run(&importing), &importing.err);
    assert_str(kith_buf_view(&importing.problems), problems);
    assert_str(kith_buf_view(&importing.text), wanted);
    check_importing_release(&importing);
}

#define CHECK_IMPORT(name, literal, type, wanted, problems)                              \
    check_import(name, KITH_STR(literal), type, wanted, problems)

/* The list stops the run, with a sentence that has `part` in it. */
static inline void check_refused(const char *name, struct kith_str list,
                                 const char *format, enum kith_status status,
                                 const char *part)
{
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, name, list);
    importing.options.format = format;
    assert_int_equal(check_run(&importing), status);
    if (!strstr(importing.err.text, part))
        fail_msg("\"%s\" has no \"%s\"", importing.err.text, part);
    assert_int_equal(importing.text.length, 0);
    check_importing_release(&importing);
}

#endif
