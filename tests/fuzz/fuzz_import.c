/* A public list, whatever the bytes: the first says of which kind it is taken to be, the
 * rest is the list.
 *
 * - it becomes a gazetteer, or is refused as no list of its kind;
 * - problems are sentences with lines;
 * - the gazetteer can be loaded, and has no more entities than the summary counts. */
#include "fuzz.h"

#include <string.h>

#include "gazetteer/gazetteer.h"
#include "import/format.h"

struct fuzz {
    struct kith_arena arena;
    struct kith_import_summary summary;
    struct kith_buf text; /* the gazetteer */
    uint64_t problems;
};

static bool take_text(void *context, const char *bytes, size_t length)
{
    struct fuzz *fuzz = context;
    kith_buf_append(&fuzz->text, bytes, length);
    return true;
}

static void take_problem(void *context, const struct kith_problem_line *problem)
{
    struct fuzz *fuzz = context;
    fuzz->problems++;
    FUZZ_CHECK(problem->text[0] != '\0' && strchr(problem->text, '\n') == NULL);
}

/* A list of GATE names files beside it, so that it needs a folder where none can be. */
static char folder[] = "/tmp/kith-fuzz-XXXXXX";
static char path[sizeof folder + 8];

static void remove_folder(void)
{
    unlink(path);
    rmdir(folder);
}

static void write_list(struct kith_str bytes)
{
    if (!path[0]) {
        FUZZ_CHECK(mkdtemp(folder));
        snprintf(path, sizeof path, "%s/list", folder);
        atexit(remove_folder);
    }
    FILE *file = fopen(path, "wb");
    FUZZ_CHECK(file);
    FUZZ_CHECK(fwrite(bytes.data, 1, bytes.length, file) == bytes.length);
    FUZZ_CHECK(fclose(file) == 0);
}

/* A list that gives one id to two names is told so when the gazetteer is loaded: most
 * kinds are imported without a memory of what was. */
static void check_problem(const struct fuzz *fuzz, struct kith_str text)
{
    char line[512];
    snprintf(line, sizeof line, "%.*s", KITH_STR_ARGS(text));
    bool is_known = strstr(line, " is that of ") || strstr(line, " stands for ");
    if (!is_known)
        fprintf(stderr, "%s\n%.*s\n", line, KITH_STR_ARGS(kith_buf_view(&fuzz->text)));
    FUZZ_CHECK(is_known);
}

static void check_gazetteer(struct fuzz *fuzz)
{
    struct kith_gazetteer *gazetteer;
    struct kith_problems problems;
    struct kith_error err;
    kith_problems_init(&problems, &fuzz->arena);
    FUZZ_CHECK(kith_gazetteer_new(&gazetteer, &err) == KITH_OK);
    FUZZ_CHECK(kith_gazetteer_load_bytes(gazetteer, kith_buf_view(&fuzz->text), "x.csv",
                                         &problems, &err) == KITH_OK);
    for (uint32_t i = 0; i < problems.count; i++)
        check_problem(fuzz, problems.items[i].text);
    FUZZ_CHECK(kith_gazetteer_entity_count(gazetteer) <= fuzz->summary.entities);
    kith_gazetteer_free(gazetteer);
}

/* The kind that `byte` stands for; NULL: by what the list looks like. */
static const char *kind_of(uint8_t byte)
{
    uint8_t number = byte & 15;
    for (uint8_t i = 0; i <= number; i++)
        if (!kith_import_format_kind(i))
            return NULL;
    return kith_import_format_kind(number)->name;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct fuzz fuzz = {0};
    struct kith_error err = {0};
    write_list(fuzz_str(data + 1, size - 1));
    const char *list = path;
    struct kith_import_options options = {.lists = &list,
                                          .list_count = 1,
                                          .format = kind_of(data[0]),
                                          .type = data[0] & 16 ? "thing" : NULL,
                                          .on_text = take_text,
                                          .on_problem = take_problem,
                                          .context = &fuzz};
    kith_arena_init(&fuzz.arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_import_run(&options, &fuzz.arena, &fuzz.summary, &err);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT ||
               status == KITH_CANNOT_READ);
    FUZZ_CHECK(status == KITH_OK || err.text[0] != '\0');
    if (status == KITH_OK) {
        FUZZ_CHECK(fuzz.problems == fuzz.summary.notes + fuzz.summary.faults);
        check_gazetteer(&fuzz);
    }
    kith_buf_release(&fuzz.text);
    kith_arena_release(&fuzz.arena);
    return 0;
}
