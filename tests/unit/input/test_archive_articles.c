/* Articles in archives of all kinds, whole, broken and made to overwhelm. */
#include "support/taking.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include "base/file.h"

/* An archive being written. */
struct packing {
    struct check_taking *taking;
    struct archive *writer;
    const char *name;
};

static void begin(struct packing *packing, const char *name, int format, int filter)
{
    packing->name = name;
    packing->writer = archive_write_new();
    assert_int_equal(archive_write_set_format(packing->writer, format), ARCHIVE_OK);
    assert_int_equal(archive_write_add_filter(packing->writer, filter), ARCHIVE_OK);
    assert_int_equal(archive_write_set_bytes_in_last_block(packing->writer, 1),
                     ARCHIVE_OK);
}

static void open_it(struct packing *packing)
{
    assert_int_equal(
        archive_write_open_filename(packing->writer,
                                    check_path(&packing->taking->folder, packing->name)),
        ARCHIVE_OK);
}

static void add_entry(struct packing *packing, struct archive_entry *entry,
                      struct kith_str bytes)
{
    archive_entry_set_size(entry, (la_int64_t)bytes.length);
    archive_entry_set_perm(entry, 0644);
    /* It warns of names that the C locale has no letters for, and writes them. */
    assert_true(archive_write_header(packing->writer, entry) >= ARCHIVE_WARN);
    if (bytes.length)
        assert_int_equal(archive_write_data(packing->writer, bytes.data, bytes.length),
                         bytes.length);
    archive_entry_free(entry);
}

static struct archive_entry *entry_of(const char *path, unsigned type)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, path);
    archive_entry_set_filetype(entry, type);
    return entry;
}

static void add(struct packing *packing, const char *path, const char *text)
{
    add_entry(packing, entry_of(path, AE_IFREG), kith_str_of(text));
}

static void add_file(struct packing *packing, const char *path, const char *name)
{
    struct kith_str bytes;
    struct kith_error err = {0};
    assert_ok(kith_file_read(check_path(&packing->taking->folder, name), UINT64_MAX,
                             &packing->taking->arena, &bytes, &err),
              &err);
    add_entry(packing, entry_of(path, AE_IFREG), bytes);
}

static void end(struct packing *packing)
{
    assert_int_equal(archive_write_close(packing->writer), ARCHIVE_OK);
    archive_write_free(packing->writer);
}

static void pack_news(struct check_taking *taking, const char *name, int format,
                      int filter)
{
    struct packing packing = {.taking = taking};
    begin(&packing, name, format, filter);
    open_it(&packing);
    add(&packing, "./2024/03/22/rain.txt", "It rained.");
    add(&packing, "rows.csv", "title,text\nSun,It shone.\n");
    add(&packing, "snow.pdf", "%PDF-1.4");
    add(&packing, "w\xC3\xBCste/page", "<html><p>No rain fell in the desert.</p></html>");
    end(&packing);
}

/* One compressed file, by its own name. */
static void compress(struct check_taking *taking, const char *name, int filter,
                     const char *text)
{
    struct packing packing = {.taking = taking};
    begin(&packing, name, ARCHIVE_FORMAT_RAW, filter);
    open_it(&packing);
    add(&packing, "data", text);
    end(&packing);
}

static void members_of_all_archives_are_taken_like_files(void **state)
{
    static const struct {
        const char *name;
        int format, filter;
    } kinds[] = {
        {"n.tar", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_NONE},
        {"gnu.tar", ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_NONE},
        {"n.tar.gz", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_GZIP},
        {"n.tar.bz2", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_BZIP2},
        {"n.txz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ},
        {"n.tar.zst", ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_ZSTD},
        {"n.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE},
        {"called-otherwise", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *name = kinds[i].name;
        char wanted[600];
        snprintf(wanted, sizeof wanted,
                 "%s/2024/03/22/rain.txt|2024-03-22|It rained.|\n"
                 "%s/rows.csv#2||Sun//It shone.|\n"
                 "!%s/snow.pdf|kind|\n"
                 "%s/w\xC3\xBCste/page||No rain fell in the desert.|\n",
                 name, name, name, name);
        pack_news(*state, name, kinds[i].format, kinds[i].filter);
        check_taken_of(*state, name, wanted);
    }
}

static void a_compressed_file_goes_by_its_own_name(void **state)
{
    compress(*state, "a.txt.gz", ARCHIVE_FILTER_GZIP, "It rained.");
    check_taken_of(*state, "a.txt.gz", "a.txt.gz||It rained.|\n");
    compress(*state, "a.jsonl.zst", ARCHIVE_FILTER_ZSTD,
             "{\"text\":\"Rain\"}\n{\"text\":\"Sun\"}\n");
    check_taken_of(*state, "a.jsonl.zst", "a.jsonl.zst#1||Rain|\na.jsonl.zst#2||Sun|\n");
    compress(*state, "a.tsv.xz", ARCHIVE_FILTER_XZ,
             "date\ttext\n2024-03-22\tRain, sun\n");
    check_taken_of(*state, "a.tsv.xz", "a.tsv.xz#2|2024-03-22|Rain, sun|\n");
    compress(*state, "a.qqq.bz2", ARCHIVE_FILTER_BZIP2, "Rain");
    check_taken_of(*state, "a.qqq.bz2", "!a.qqq.bz2|kind|\n");
}

static void archives_in_archives_are_opened_four_deep(void **state)
{
    struct check_taking *taking = *state;
    struct packing packing = {.taking = taking};
    static const char *const names[] = {"1.tar", "2.tar", "3.zip", "4.tar", "5.tar"};
    static const char *const wanted[] = {
        "1.tar/a.txt||Rain|\n",
        "2.tar/1.tar/a.txt||Rain|\n",
        "3.zip/2.tar/1.tar/a.txt||Rain|\n",
        "4.tar/3.zip/2.tar/1.tar/a.txt||Rain|\n",
        "!5.tar/4.tar/3.zip/2.tar/1.tar|unreadable|\n",
    };
    for (int i = 0; i < 5; i++) {
        bool is_zip = strchr(names[i], 'z');
        begin(&packing, names[i], is_zip ? ARCHIVE_FORMAT_ZIP : ARCHIVE_FORMAT_TAR_USTAR,
              ARCHIVE_FILTER_NONE);
        open_it(&packing);
        if (i == 0)
            add(&packing, "a.txt", "Rain");
        else
            add_file(&packing, names[i - 1], names[i - 1]);
        end(&packing);
        check_taken_of(taking, names[i], wanted[i]);
    }
}

static void links_folders_and_hidden_files_are_passed_over(void **state)
{
    struct packing packing = {.taking = *state};
    struct archive_entry *entry;
    begin(&packing, "n.tar", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_NONE);
    open_it(&packing);
    add_entry(&packing, entry_of("news/", AE_IFDIR), KITH_STR(""));
    add(&packing, "news/a.txt", "Rain");
    add(&packing, "news/.a.txt.swp", "Rain");
    add(&packing, "__MACOSX/._a.txt", "Rain");
    entry = entry_of("link.txt", AE_IFLNK);
    archive_entry_set_symlink(entry, "/etc/passwd");
    add_entry(&packing, entry, KITH_STR(""));
    entry = entry_of("hard.txt", AE_IFREG);
    archive_entry_set_hardlink(entry, "news/a.txt");
    add_entry(&packing, entry, KITH_STR(""));
    add_entry(&packing, entry_of("pipe", AE_IFIFO), KITH_STR(""));
    end(&packing);
    check_taken_of(*state, "n.tar", "n.tar/news/a.txt||Rain|\n!n.tar/pipe|kind|\n");
}

static void a_name_that_leads_out_of_the_archive_is_only_a_name(void **state)
{
    struct check_taking *taking = *state;
    struct packing packing = {.taking = taking};
    begin(&packing, "n.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE);
    open_it(&packing);
    add(&packing, "../out.txt", "Rain");
    add(&packing, "/out.txt", "Sun");
    end(&packing);
    check_taken_of(taking, "n.zip", "n.zip/../out.txt||Rain|\nn.zip//out.txt||Sun|\n");
    assert_int_not_equal(access(check_path(&taking->folder, "out.txt"), F_OK), 0);
}

static void files_of_one_name_are_all_kept_and_told_apart(void **state)
{
    struct check_taking *taking = *state;
    struct packing packing = {.taking = taking};
    begin(&packing, "n.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE);
    open_it(&packing);
    add(&packing, "2024-03-22/a.txt", "Rain");
    add(&packing, "2024-03-22/a (2).txt", "Sun");
    add(&packing, "2024-03-22/a.txt", "Snow");
    add(&packing, "2024-03-22/a.txt", "Fog");
    add(&packing, "rows.csv", "title,text\nHail,It hailed.\n");
    add(&packing, "rows.csv", "title,text\nWind,It blew.\n");
    add(&packing, "v1.2/README", "Frost");
    add(&packing, "v1.2/README", "Dew");
    end(&packing);
    check_taken_of(taking, "n.zip",
                   "n.zip/2024-03-22/a.txt|2024-03-22|Rain|\n"
                   "n.zip/2024-03-22/a (2).txt|2024-03-22|Sun|\n"
                   "n.zip/2024-03-22/a (3).txt|2024-03-22|Snow|\n"
                   "n.zip/2024-03-22/a (4).txt|2024-03-22|Fog|\n"
                   "n.zip/rows.csv#2||Hail//It hailed.|\n"
                   "n.zip/rows (2).csv#2||Wind//It blew.|\n"
                   "n.zip/v1.2/README||Frost|\n"
                   "n.zip/v1.2/README (2)||Dew|\n");
}

static void an_article_in_an_archive_is_found_by_its_path(void **state)
{
    static const char *const names[] = {"n.tgz/2024/03/22/rain.txt", "n.tgz/rows.csv#2"};
    static const char *const texts[] = {"It rained.", "Sun\n\nIt shone."};
    struct check_taking *taking = *state;
    const struct kith_intake intake = {.options = taking->options};
    struct kith_unread unread;
    struct kith_error err = {0};
    char path[300];
    pack_news(taking, "n.tgz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP);
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", taking->folder.path, names[i]);
        struct kith_str wanted = kith_str_of(path);
        assert_true(kith_intake_is_inside(wanted, &taking->arena));
        assert_ok(kith_intake_find(&intake, wanted, &taking->arena, &unread, &err), &err);
        assert_str(unread.article.bytes, texts[i]);
        assert_str(unread.article.path, path);
    }
    snprintf(path, sizeof path, "%s/n.tgz/rain.txt", taking->folder.path);
    assert_int_equal(
        kith_intake_find(&intake, kith_str_of(path), &taking->arena, &unread, &err),
        KITH_BAD_INPUT);
    assert_non_null(strstr(err.text, "there is no such article in"));
}

/* Whatever is cut off, no more comes than was there, and what comes is whole. */
static void what_came_before_the_damage_is_kept(void **state)
{
    static const char *const names[] = {"n.tar", "n.tar.gz", "n.zip"};
    static const int formats[] = {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FORMAT_TAR_USTAR,
                                  ARCHIVE_FORMAT_ZIP};
    /* gzip is unpacked by blocks, of which a short archive is one. */
    static const uint32_t least[] = {4, 1, 4};
    struct check_taking *taking = *state;
    for (int i = 0; i < 3; i++) {
        struct kith_str bytes;
        struct kith_error err = {0};
        uint32_t most = 0;
        pack_news(taking, names[i], formats[i],
                  i == 1 ? ARCHIVE_FILTER_GZIP : ARCHIVE_FILTER_NONE);
        assert_ok(kith_file_read(check_path(&taking->folder, names[i]), UINT64_MAX,
                                 &taking->arena, &bytes, &err),
                  &err);
        size_t step = bytes.length / 60 + 1;
        for (size_t length = 1; length < bytes.length; length += step) {
            taking->count = 0;
            check_file_bytes(&taking->folder, names[i], kith_str_slice(bytes, 0, length));
            assert_ok(check_take(taking, names[i], &err), &err);
            assert_true(taking->count > 0 && taking->count <= 5);
            most = taking->count > most ? taking->count : most;
        }
        assert_true(most >= least[i]);
    }
}

static void what_is_encrypted_is_told(void **state)
{
    struct packing packing = {.taking = *state};
    begin(&packing, "n.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE);
    assert_int_equal(archive_write_set_options(packing.writer, "zip:encryption=zipcrypt"),
                     ARCHIVE_OK);
    assert_int_equal(archive_write_set_passphrase(packing.writer, "rain"), ARCHIVE_OK);
    open_it(&packing);
    add(&packing, "a.txt", "Rain");
    end(&packing);
    check_taken_of(*state, "n.zip", "!n.zip/a.txt|archive|\n");
}

static void what_is_no_archive_but_in_name_is_told(void **state)
{
    check_taken(*state, "n.zip", "It rained.", "!n.zip|archive|\n");
    check_taken(*state, "n.tar.gz", "\x1F\x8B\x08 no more", "!n.tar.gz|archive|\n");
}

static void a_member_larger_than_articles_are_is_told(void **state)
{
    struct check_taking *taking = *state;
    taking->options.max_size = 20;
    struct packing packing = {.taking = taking};
    begin(&packing, "n.tgz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP);
    open_it(&packing);
    add(&packing, "a.txt", "It rained for longer than that.");
    add(&packing, "b.txt", "Sun");
    end(&packing);
    check_taken_of(taking, "n.tgz", "!n.tgz/a.txt|size|\nn.tgz/b.txt||Sun|\n");
}

/* Eighty megabytes of blanks. */
static void pack_bomb(struct check_taking *taking, const char *name, int format,
                      int filter)
{
    const size_t length = (size_t)80 * 1024 * 1024;
    char *blanks = malloc(length);
    struct packing packing = {.taking = taking};
    assert_non_null(blanks);
    memset(blanks, ' ', length);
    begin(&packing, name, format, filter);
    open_it(&packing);
    add(&packing, "a.txt", "Rain");
    add_entry(&packing, entry_of("bomb.jsonl", AE_IFREG),
              (struct kith_str){blanks, length});
    add(&packing, "c.txt", "Sun");
    end(&packing);
    free(blanks);
}

static void a_bomb_ends_its_archive_and_nothing_else(void **state)
{
    pack_bomb(*state, "n.tgz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP);
    check_taken_of(*state, "n.tgz", "n.tgz/a.txt||Rain|\n!n.tgz/bomb.jsonl|archive|\n");
    pack_bomb(*state, "n.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE);
    check_taken_of(*state, "n.zip", "n.zip/a.txt||Rain|\n!n.zip/bomb.jsonl|archive|\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name)                                                                       \
    cmocka_unit_test_setup_teardown(name, check_taking_begin, check_taking_end)
        TEST(members_of_all_archives_are_taken_like_files),
        TEST(a_compressed_file_goes_by_its_own_name),
        TEST(archives_in_archives_are_opened_four_deep),
        TEST(links_folders_and_hidden_files_are_passed_over),
        TEST(a_name_that_leads_out_of_the_archive_is_only_a_name),
        TEST(files_of_one_name_are_all_kept_and_told_apart),
        TEST(an_article_in_an_archive_is_found_by_its_path),
        TEST(what_came_before_the_damage_is_kept),
        TEST(what_is_encrypted_is_told),
        TEST(what_is_no_archive_but_in_name_is_told),
        TEST(a_member_larger_than_articles_are_is_told),
        TEST(a_bomb_ends_its_archive_and_nothing_else),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
