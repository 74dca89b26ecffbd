/* Explaining the bundled articles, every word of them: what is found is explained as
 * found, with the same entity and row, what is not as not found, and nothing fails. */
#include "support/check.h"

#include <dirent.h>
#include <stdlib.h>

#include "kith.h"

static const char *const gazetteers[] = {"gazetteers/people.csv", "gazetteers/places.csv",
                                         "gazetteers/countries.csv"};

static const struct kith_recognize_options with_demonyms = {.with_demonyms = true};

/* An article, and what is found in it. */
struct tagged {
    struct kith_tagger *tagger;
    char path[512];
    char *mentions; /* JSON lines */
};

static struct kith_tagger *open_tagger(void)
{
    struct kith_tagger *tagger;
    struct kith_error err;
    assert_ok(kith_tagger_new(gazetteers, sizeof gazetteers / sizeof *gazetteers,
                              &with_demonyms, NULL, NULL, &tagger, &err),
              &err);
    return tagger;
}

static void tag(struct tagged *tagged)
{
    struct kith_error err;
    const char *text;
    size_t length;
    assert_ok(
        kith_tag(tagged->tagger, tagged->path, KITH_TAG_JSONL, &text, &length, &err),
        &err);
    tagged->mentions = strdup(text);
    assert_non_null(tagged->mentions);
}

/* The explanation of the word at `offset`, or NULL past the last one. */
static const char *explain(const struct tagged *tagged, uint64_t offset)
{
    const struct kith_spot spot = {.offset = offset};
    struct kith_error err;
    const char *text;
    size_t length;
    enum kith_status status =
        kith_explain(tagged->tagger, tagged->path, &spot, true, &text, &length, &err);
    if (status == KITH_BAD_INPUT)
        return NULL;
    assert_ok(status, &err);
    assert_int_equal(strlen(text), length);
    assert_int_equal(text[length - 1], '\n');
    return text;
}

static uint64_t number(const char *object, const char *key)
{
    const char *found = strstr(object, key);
    assert_non_null(found);
    return strtoull(found + strlen(key), NULL, 10);
}

/* Is some mention on the bytes from `begin` to `end`? */
static bool is_found(const struct tagged *tagged, uint64_t begin, uint64_t end)
{
    for (const char *line = tagged->mentions; *line; line = strchr(line, '\n') + 1)
        if (number(line, "\"begin\": ") < end && begin < number(line, "\"end\": "))
            return true;
    return false;
}

static void explain_mentions(const struct tagged *tagged)
{
    for (char *line = tagged->mentions; *line;) {
        char *end = strchr(line, '\n');
        *end = '\0';
        const char *text = explain(tagged, number(line, "\"begin\": "));
        assert_non_null(text);
        if (!strstr(text, line))
            fail_msg("%s: not explained: %s\n%s", tagged->path, line, text);
        *end = '\n';
        line = end + 1;
    }
}

/* Returns how many there are. */
static uint32_t explain_words(const struct tagged *tagged)
{
    uint32_t count = 0;
    uint64_t end = 0;
    for (const char *text; (text = explain(tagged, end)); count++) {
        uint64_t begin = number(text, "\"begin\": ");
        if (begin < end)
            break; /* blanks behind the last word mean it */
        end = number(text, "\"end\": ");
        bool is_mention = strstr(text, "\"is_mention\": true") != NULL;
        if (is_mention != is_found(tagged, begin, end))
            fail_msg("%s:%llu: %s", tagged->path, (unsigned long long)begin, text);
    }
    return count;
}

/* What has been explained so far. */
struct explained {
    uint32_t articles, words;
};

static void explain_folder(struct tagged *tagged, const char *path,
                           struct explained *explained)
{
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strstr(entry->d_name, ".txt"))
            continue;
        snprintf(tagged->path, sizeof tagged->path, "%s/%s", path, entry->d_name);
        tag(tagged);
        explain_mentions(tagged);
        explained->words += explain_words(tagged);
        explained->articles++;
        free(tagged->mentions);
    }
    closedir(folder);
}

static void explains_every_word_of_every_article(void **state)
{
    (void)state;
    struct tagged tagged = {.tagger = open_tagger()};
    struct explained explained = {0, 0};
    explain_folder(&tagged, "tests/articles", &explained);
    explain_folder(&tagged, "tests/articles/wire", &explained);
    kith_tagger_free(tagged.tagger);
    assert_true(explained.articles > 10);
    assert_true(explained.words > 50 * explained.articles);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(explains_every_word_of_every_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
