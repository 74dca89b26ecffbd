/* Statements: what sentences make of relations, by the lists in
 * gazetteers/statements.rel.
 *
 * The sentences stand in files beside this one. A file begins with rules and a line "--".
 * Then come texts, of one or several lines, and below each, indented, the relations it
 * states; "no relation" when it states none. A blank line ends a text's relations; a line
 * "/" in a text parts paragraphs. */
#include "pipeline.h"

#include "support/statements.h"

static const char cast[] = "name,type\n"
                           "Anna,person\nBoris,person\nClara,person\nDavid,person\n"
                           "Ostland,country\nWestland,country\n"
                           "Navy,agency\nGuild,organisation\nHerald,media\n";

struct fixture {
    const char *path;
    struct kith_arena arena; /* of the file */
    struct kith_str rest;    /* what has not been read */
    uint32_t line;
    struct kith_buf text, expected, found;
    struct pipeline pipeline;
    uint32_t count, wrong;
};

static struct kith_str read_line(struct fixture *f)
{
    f->line++;
    return kith_str_cut(&f->rest, '\n');
}

/* Open the file and read its rules, to the line "--". */
static void open_fixture(struct fixture *f, const char *path)
{
    struct kith_error err = {0};
    *f = (struct fixture){.path = path};
    kith_arena_init(&f->arena, KITH_ARENA_UNCAPPED);
    pipeline_open(&f->pipeline, cast);
    assert_ok(kith_file_read(path, 1 << 20, &f->arena, &f->rest, &err), &err);
    const char *begin = f->rest.data;
    struct kith_str line = read_line(f);
    while (!kith_str_equal(line, KITH_STR("--")))
        line = read_line(f);
    struct kith_str rules = {begin, (size_t)(line.data - begin)};
    assert_ok(kith_rules_load_bytes(f->pipeline.rules, rules, path, &err), &err);
    pipeline_compile(&f->pipeline);
}

static void close_fixture(struct fixture *f)
{
    pipeline_close(&f->pipeline);
    kith_buf_release(&f->text);
    kith_buf_release(&f->expected);
    kith_buf_release(&f->found);
    kith_arena_release(&f->arena);
}

/* Read the next text and what it states; false at the end of the file. */
static bool read_example(struct fixture *f)
{
    kith_buf_reset(&f->text);
    kith_buf_reset(&f->expected);
    while (f->rest.data) {
        struct kith_str line = read_line(f);
        bool is_expected = kith_str_starts_with(line, KITH_STR("    "));
        if (is_expected &&
            !kith_str_equal(kith_str_trim(line), KITH_STR("no relation"))) {
            kith_buf_str(&f->expected, kith_str_trim(line));
            kith_buf_byte(&f->expected, '\n');
        } else if (kith_str_equal(line, KITH_STR("/"))) {
            kith_buf_byte(&f->text, '\n');
        } else if (line.length && line.data[0] != '#' && !is_expected) {
            kith_buf_str(&f->text, line);
            kith_buf_byte(&f->text, '\n');
        }
        if (line.length == 0 && f->text.length)
            return true;
    }
    return f->text.length > 0;
}

/* True when the text states what it should. */
static bool check_example(struct fixture *f)
{
    kith_buf_reset(&f->found);
    pipeline_run(&f->pipeline, kith_buf_view(&f->text));
    support_write_relations(f->pipeline.gazetteer, f->pipeline.rules,
                            &f->pipeline.findings, &f->found);
    f->count++;
    if (kith_str_equal(kith_buf_view(&f->found), kith_buf_view(&f->expected)))
        return true;
    f->wrong++;
    print_message("%s:%u: %.*sshould state\n%.*sstates\n%.*s\n", f->path,
                  (unsigned)f->line - 1, KITH_STR_ARGS(kith_buf_view(&f->text)),
                  KITH_STR_ARGS(kith_buf_view(&f->expected)),
                  KITH_STR_ARGS(kith_buf_view(&f->found)));
    return false;
}

/* Every text of the file states what stands below it; there are `least` or more. */
static void check_file(const char *path, uint32_t least)
{
    struct fixture f;
    open_fixture(&f, path);
    while (read_example(&f))
        check_example(&f);
    print_message("%s: %u texts, %u wrong\n", path, (unsigned)f.count, (unsigned)f.wrong);
    assert_int_equal(f.wrong, 0);
    assert_true(f.count >= least);

    close_fixture(&f);
}

static void tells_facts_from_what_is_denied_or_open(void **state)
{
    (void)state;
    check_file("tests/unit/relate/denied.txt", 120);
    check_file("tests/unit/relate/facts.txt", 80);
}

static void tells_who_says_so(void **state)
{
    (void)state;
    check_file("tests/unit/relate/speech.txt", 200);
}

static void survives_every_cap_of_memory(void **state)
{
    (void)state;
    struct pipeline p;
    pipeline_open(&p, cast);
    pipeline_load(&p, "relation met: person = person\nA {meet} B\n");
    pipeline_compile(&p);
    pipeline_run(&p,
                 KITH_STR("“It was night,” Anna said. “Nobody came. Boris met Clara.”"));
    pipeline_check_memory(&p);
    pipeline_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_facts_from_what_is_denied_or_open),
        cmocka_unit_test(tells_who_says_so),
        cmocka_unit_test(survives_every_cap_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
