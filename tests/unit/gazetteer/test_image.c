/* Images: the same names as the sources, noticed when stale, refused when damaged. */
#include "matching.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gazetteer/tables.h"
#include "support/folder.h"

static const char names_csv[] = "name,type,aliases,id,note\n"
                                "Dmitry Peskov,person,Peskov|=IS,p1,speaks\n"
                                "Foreign Ministry,organisation,~FM|\"The \"\"FM\"\"\",,\n"
                                "Łódź,place,Lodz,,city\n"
                                "New York,place,\"New York, N.Y.\",,\n"
                                "Kara,place,Peskov,,\n";

static const char text[] = "Peskov of the FOREIGN MINISTRY (fm) went to Lodz and New "
                           "York, N.Y. IS it so? Is it Dmitry Peskov.";

static void compile_file(struct check_reading *reading, const char *path)
{
    assert_ok(
        kith_gazetteer_load(reading->gazetteer, path, &reading->problems, &reading->err),
        &reading->err);
    check_compile(reading);
}

static void write_image(const char *sources, const char *path)
{
    struct check_reading reading;
    check_reading_init(&reading);
    compile_file(&reading, sources);
    assert_ok(kith_gazetteer_write(reading.gazetteer, path, &reading.err), &reading.err);
    check_reading_release(&reading);
}

/* The matches in `text`, and what the gazetteer knows of all entities and aliases. */
static void describe(struct check_reading *reading, struct kith_buf *out)
{
    const struct kith_gazetteer *gazetteer = reading->gazetteer;
    struct kith_matches matches;
    check_read(reading, text);
    assert_ok(kith_match_document(gazetteer, &reading->document, &reading->arena,
                                  &matches, &reading->err),
              &reading->err);
    write_matches(&reading->document, &matches, out);
    for (kith_id e = 0; e < kith_gazetteer_entity_count(gazetteer); e++) {
        struct kith_entity entity = kith_gazetteer_entity(gazetteer, e);
        struct kith_str cell = {0};
        if (kith_gazetteer_column_count(gazetteer) > 0)
            cell = kith_gazetteer_cell(gazetteer, e, 0);
        struct kith_str key = check_key(reading, e);
        kith_buf_format(out, "\n%.*s|%.*s|%.*s|%.*s:%u|%.*s", KITH_STR_ARGS(key),
                        KITH_STR_ARGS(entity.name), KITH_STR_ARGS(entity.type),
                        KITH_STR_ARGS(entity.file), entity.line, KITH_STR_ARGS(cell));
    }
    for (kith_id a = 0; a < kith_gazetteer_alias_count(gazetteer); a++) {
        struct kith_alias alias = kith_gazetteer_alias(gazetteer, a);
        kith_buf_format(out, "\n%u|%.*s|%u", alias.entity, KITH_STR_ARGS(alias.text),
                        alias.line);
    }
}

/* What the gazetteer at `path` holds; its last problem says `note`, if any is given. */
static struct kith_buf description_of(const char *path, const char *note)
{
    struct check_reading reading;
    struct kith_buf out = {0};
    check_reading_init(&reading);
    compile_file(&reading, path);
    uint32_t count = reading.problems.count;
    if (note &&
        (count == 0 || !strstr(reading.problems.items[count - 1].text.data, note)))
        fail_msg("nothing says \"%s\"", note);
    describe(&reading, &out);
    check_reading_release(&reading);
    return out;
}

static void assert_same(const char *path, const char *note, const char *other)
{
    struct kith_buf one = description_of(path, note);
    struct kith_buf two = description_of(other, NULL);
    kith_buf_byte(&two, '\0');
    assert_str(kith_buf_view(&one), two.data);
    kith_buf_release(&one);
    kith_buf_release(&two);
}

/* names.csv and names.kith in a folder of their own. */
struct pair {
    struct check_folder folder;
    struct kith_arena arena;
    char csv[512], image[512];
};

static void make_pair(struct pair *pair)
{
    check_folder_make(&pair->folder);
    kith_arena_init(&pair->arena, KITH_ARENA_UNCAPPED);
    check_file(&pair->folder, "names.csv", names_csv);
    strcpy(pair->csv, check_path(&pair->folder, "names.csv"));
    strcpy(pair->image, check_path(&pair->folder, "names.kith"));
    write_image(pair->csv, pair->image);
}

static void drop_pair(struct pair *pair)
{
    kith_arena_release(&pair->arena);
    check_folder_remove(&pair->folder);
}

static struct kith_str bytes_at(struct pair *pair, const char *path)
{
    struct kith_error err = {0};
    struct kith_str bytes;
    assert_ok(kith_file_read(path, UINT32_MAX, &pair->arena, &bytes, &err), &err);
    return bytes;
}

static void holds_what_its_source_holds(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    assert_same(pair.image, NULL, pair.csv);
    drop_pair(&pair);
}

static void two_builds_are_the_same_bytes(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    char other[512];
    strcpy(other, check_path(&pair.folder, "other.kith"));
    write_image(pair.csv, other);
    assert_true(kith_str_equal(bytes_at(&pair, pair.image), bytes_at(&pair, other)));
    drop_pair(&pair);
}

static void is_compiled_anew_when_a_source_changes(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    check_file(&pair.folder, "names.csv",
               "name,type,aliases\nNew York,city,York\nMoscow,city,\n");
    assert_same(pair.image, "compiled anew", pair.csv);
    /* The file too: nothing is said the second time. */
    struct check_reading reading;
    check_reading_init(&reading);
    compile_file(&reading, pair.image);
    assert_int_equal(reading.problems.count, 0);
    assert_int_equal(kith_gazetteer_entity_count(reading.gazetteer), 2);
    check_reading_release(&reading);
    drop_pair(&pair);
}

/* Of the same size, at another time. */
static void notices_a_change_of_one_letter(void **state)
{
    (void)state;
    struct pair pair;
    char changed[sizeof names_csv];
    make_pair(&pair);
    memcpy(changed, names_csv, sizeof changed);
    *strstr(changed, "Kara") = 'M';
    check_file(&pair.folder, "names.csv", changed);
    assert_same(pair.image, "compiled anew", pair.csv);
    drop_pair(&pair);
}

static void a_new_time_alone_is_no_change(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    struct kith_str before = bytes_at(&pair, pair.image);
    const struct timespec times[2] = {{1000, 0}, {1000, 0}};
    assert_int_equal(utimensat(AT_FDCWD, pair.csv, times, 0), 0);
    assert_same(pair.image, NULL, pair.csv);
    assert_true(kith_str_equal(bytes_at(&pair, pair.image), before));
    drop_pair(&pair);
}

static void is_used_when_its_source_is_gone(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    struct kith_buf before = description_of(pair.csv, NULL);
    assert_int_equal(unlink(pair.csv), 0);
    struct kith_buf after = description_of(pair.image, "not where they were");
    kith_buf_byte(&before, '\0');
    assert_str(kith_buf_view(&after), before.data);
    kith_buf_release(&before);
    kith_buf_release(&after);
    drop_pair(&pair);
}

static void notices_a_new_file_in_its_folder(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    write_image(pair.folder.path, pair.image);
    check_file(&pair.folder, "more.csv", "name,type\nMoscow,city\n");
    struct kith_buf found = description_of(pair.image, "compiled anew");
    kith_buf_byte(&found, '\0');
    assert_non_null(strstr(found.data, "Moscow"));
    kith_buf_release(&found);
    drop_pair(&pair);
}

static void stands_alone(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    const char *const orders[2][2] = {{pair.image, pair.csv}, {pair.csv, pair.image}};
    for (int i = 0; i < 2; i++) {
        struct check_reading reading;
        check_reading_init(&reading);
        assert_ok(kith_gazetteer_load(reading.gazetteer, orders[i][0], &reading.problems,
                                      &reading.err),
                  &reading.err);
        assert_int_equal(kith_gazetteer_load(reading.gazetteer, orders[i][1],
                                             &reading.problems, &reading.err),
                         KITH_BAD_INPUT);
        assert_non_null(strstr(reading.err.text, "do not go together"));
        check_reading_release(&reading);
    }
    drop_pair(&pair);
}

static enum kith_status attach(const unsigned char *bytes, size_t size)
{
    struct kith_gazetteer *gazetteer;
    struct kith_error err = {0};
    assert_ok(kith_gazetteer_new(&gazetteer, &err), &err);
    /* A piece of its own size, so that reading past the end shows. */
    unsigned char *copy = malloc(size + !size);
    assert_non_null(copy);
    memcpy(copy, bytes, size);
    enum kith_status status = kith_image_attach(
        gazetteer, (struct kith_str){(const char *)copy, size}, "x.kith", &err);
    if (status != KITH_OK)
        assert_non_null(strstr(err.text, "x.kith: is "));
    kith_gazetteer_free(gazetteer);
    free(copy);
    return status;
}

static void refuses_an_image_cut_off_anywhere(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    struct kith_str image = bytes_at(&pair, pair.image);
    for (size_t size = 0; size < image.length; size++)
        assert_int_equal(attach((const unsigned char *)image.data, size), KITH_BAD_INPUT);
    assert_int_equal(attach((const unsigned char *)image.data, image.length), KITH_OK);
    drop_pair(&pair);
}

static void refuses_an_image_with_any_byte_changed(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    struct kith_str image = bytes_at(&pair, pair.image);
    unsigned char *bytes =
        (unsigned char *)kith_arena_copy(&pair.arena, image.data, image.length);
    for (size_t i = 0; i < image.length; i++) {
        bytes[i] ^= (unsigned char)(1u << i % 8);
        assert_int_equal(attach(bytes, image.length), KITH_BAD_INPUT);
        bytes[i] = (unsigned char)image.data[i];
    }
    drop_pair(&pair);
}

static void refuses_what_is_no_image(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair);
    check_file(&pair.folder, "names.kith", names_csv);
    struct check_reading reading;
    check_reading_init(&reading);
    assert_int_equal(kith_gazetteer_load(reading.gazetteer, pair.image, &reading.problems,
                                         &reading.err),
                     KITH_BAD_INPUT);
    assert_non_null(strstr(reading.err.text, "names.kith: is no image of kith"));
    check_reading_release(&reading);
    drop_pair(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_what_its_source_holds),
        cmocka_unit_test(two_builds_are_the_same_bytes),
        cmocka_unit_test(is_compiled_anew_when_a_source_changes),
        cmocka_unit_test(notices_a_change_of_one_letter),
        cmocka_unit_test(a_new_time_alone_is_no_change),
        cmocka_unit_test(is_used_when_its_source_is_gone),
        cmocka_unit_test(notices_a_new_file_in_its_folder),
        cmocka_unit_test(stands_alone),
        cmocka_unit_test(refuses_an_image_cut_off_anywhere),
        cmocka_unit_test(refuses_an_image_with_any_byte_changed),
        cmocka_unit_test(refuses_what_is_no_image),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
