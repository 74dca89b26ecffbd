/* Runs the examples of one manual page, or one runner over the standard input.
 *
 *   spec FILE.md           every fenced example whose runner is known; fails on the first
 *                          difference of any, and when there is none to run
 *   spec --run NAME < x    what the runner writes for x: how expected output is made
 *
 * \u{2019} stands for that character: invisible ones, line ends and the forms that only
 * differ in composition can be written, and read, that way. */
#include "support/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"

static const struct spec_runner *const tables[] = {
    spec_text_runners, spec_gazetteer_runners, spec_variant_runners,
    spec_recognize_runners, spec_relate_runners};

#define FENCE "```"
#define PAGE_LIMIT ((uint64_t)1 << 24)

struct example {
    struct kith_str name;
    unsigned line; /* of the fence */
    struct kith_str input, expected;
};

static const struct spec_runner *find_runner(struct kith_str name)
{
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (const struct spec_runner *runner = tables[t]; runner->name; runner++)
            if (kith_str_equal(name, kith_str_of(runner->name)))
                return runner;
    return NULL;
}

/* The number in \u{...} at `s`, or 0; *length is that of the whole escape. */
static uint32_t read_escape(struct kith_str s, size_t *length)
{
    if (!kith_str_starts_with(s, KITH_STR("\\u{")))
        return 0;
    const char *brace = memchr(s.data, '}', s.length);
    if (!brace)
        return 0;
    *length = (size_t)(brace - s.data) + 1;
    return (uint32_t)strtoul(s.data + 3, NULL, 16);
}

static void unescape(struct kith_str input, struct kith_buf *out)
{
    for (size_t i = 0; i < input.length;) {
        size_t length = 1;
        uint32_t point = read_escape(kith_str_slice(input, i, input.length), &length);
        if (point)
            kith_utf8_append(out, point);
        else
            kith_buf_byte(out, input.data[i]);
        i += length;
    }
}

/* Run one input; the output is trimmed of line ends behind it. */
static enum kith_status run(const struct spec_runner *runner, struct kith_str input,
                            struct kith_buf *out, struct kith_error *err)
{
    static const char padding[KITH_FILE_PADDING];
    struct kith_buf padded = {0};
    unescape(input, &padded);
    size_t length = padded.length;
    kith_buf_append(&padded, padding, sizeof padding);
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        runner->run((struct kith_str){padded.data, length}, &arena, out, err);
    kith_arena_release(&arena);
    kith_buf_release(&padded);
    while (out->length > 0 && out->data[out->length - 1] == '\n')
        out->length--;
    return status;
}

static bool check(const char *path, const struct example *example)
{
    struct kith_buf out = {0}, expected = {0};
    struct kith_error err = {{0}};
    unescape(example->expected, &expected);
    enum kith_status status = run(find_runner(example->name), example->input, &out, &err);
    bool is_right = status == KITH_OK &&
                    kith_str_equal(kith_buf_view(&out), kith_buf_view(&expected));
    if (!is_right)
        printf("%s:%u: %.*s of\n%.*s\nis to be\n%.*s\nand is\n%.*s%s\n\n", path,
               example->line, KITH_STR_ARGS(example->name), KITH_STR_ARGS(example->input),
               KITH_STR_ARGS(example->expected), (int)out.length, out.data, err.text);
    kith_buf_release(&out);
    kith_buf_release(&expected);
    return is_right;
}

/* What stands between two places, without the last line end. */
static struct kith_str lines_between(const char *begin, const char *end)
{
    return (struct kith_str){begin, end > begin ? (size_t)(end - begin) - 1 : 0};
}

/* The block behind an opening fence: fills the example and moves `rest` past it. */
static bool read_block(struct kith_str *rest, unsigned *line, struct example *example)
{
    const char *begin = rest->data, *dot = NULL;
    while (rest->data) {
        const char *here = rest->data;
        struct kith_str text = kith_str_cut(rest, '\n');
        (*line)++;
        if (kith_str_equal(text, KITH_STR("."))) {
            example->input = lines_between(begin, here);
            dot = here + 2;
        } else if (kith_str_equal(text, KITH_STR(FENCE))) {
            if (dot)
                example->expected = lines_between(dot, here);
            return dot != NULL;
        }
    }
    return false;
}

static int check_page(const char *path, struct kith_str page)
{
    unsigned line = 0, count = 0, failed = 0;
    while (page.data) {
        struct kith_str text = kith_str_cut(&page, '\n');
        line++;
        if (!kith_str_starts_with(text, KITH_STR(FENCE)))
            continue;
        struct example example = {
            .name = kith_str_slice(text, strlen(FENCE), text.length), .line = line};
        bool is_whole = read_block(&page, &line, &example);
        if (!find_runner(example.name))
            continue;
        count++;
        failed += !is_whole || !check(path, &example);
    }
    printf("%s: %u examples, %u failed\n", path, count, failed);
    return failed || count == 0;
}

static int check_file(const char *path)
{
    struct kith_arena arena;
    struct kith_error err = {{0}};
    struct kith_str page;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    int result = 2;
    if (kith_file_read(path, PAGE_LIMIT, &arena, &page, &err) == KITH_OK)
        result = check_page(path, page);
    else
        fprintf(stderr, "%s\n", err.text);
    kith_arena_release(&arena);
    return result;
}

static int run_stdin(const char *name)
{
    const struct spec_runner *runner = find_runner(kith_str_of(name));
    if (!runner)
        return 2;
    struct kith_buf in = {0}, out = {0};
    struct kith_error err = {{0}};
    char piece[4096];
    size_t length;
    while ((length = fread(piece, 1, sizeof piece, stdin)) > 0)
        kith_buf_append(&in, piece, length);
    enum kith_status status = run(runner, kith_buf_view(&in), &out, &err);
    printf("%.*s\n%s", (int)out.length, out.data, err.text);
    kith_buf_release(&in);
    kith_buf_release(&out);
    return status != KITH_OK;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--run") == 0)
        return run_stdin(argv[2]);
    if (argc == 2)
        return check_file(argv[1]);
    fprintf(stderr, "usage: spec FILE.md | spec --run NAME\n");
    return 2;
}
