/* Runs a harness over a corpus without libFuzzer: each file as it is, then MUTATIONS
 * changed copies of it. The changes follow from the file's place and the copy's number
 * alone, so a failure comes again:
 *
 *   replay_csv FOLDER            all
 *   replay_csv FOLDER NAME N     one: copy N of the file NAME (0: unchanged)
 */
#include "fuzz.h"

#include <dirent.h>
#include <signal.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"

#define MUTATIONS 400
#define MAX_FILE ((uint64_t)1 << 20)

/* Copies are held to this, so that a large file in the corpus does not cost minutes. */
#define MAX_MUTANT ((size_t)8192)

struct corpus {
    struct kith_arena arena;
    const char *folder;
    struct kith_str *names;
    struct kith_str *items;
    uint32_t count, room, name_room;
};

/* Telling what failed */

static char running[512] = "before the first input\n";

static void tell(void)
{
    ssize_t put = write(STDERR_FILENO, running, strlen(running));
    (void)put;
}

static void tell_signal(int number)
{
    tell();
    signal(number, SIG_DFL);
    raise(number);
}

/* Sanitizers end the process without a signal, but call this first. */
void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static void watch_for_failures(void)
{
    const int signals[] = {SIGABRT, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        signal(signals[i], tell_signal);
    if (__sanitizer_set_death_callback) {
        __sanitizer_set_death_callback(tell);
        return;
    }
    signal(SIGSEGV, tell_signal);
    signal(SIGBUS, tell_signal);
}

/* The corpus */

static int by_bytes(const void *a, const void *b)
{
    return kith_str_compare(*(const struct kith_str *)a, *(const struct kith_str *)b);
}

static void list_names(struct corpus *corpus)
{
    DIR *stream = opendir(corpus->folder);
    FUZZ_CHECK(stream);
    for (const struct dirent *entry; (entry = readdir(stream));) {
        if (entry->d_name[0] == '.')
            continue;
        if (corpus->count == corpus->name_room)
            FUZZ_CHECK(kith_arena_widen(&corpus->arena, (void **)&corpus->names,
                                        &corpus->name_room, sizeof *corpus->names));
        corpus->names[corpus->count++] =
            kith_str_copy(&corpus->arena, kith_str_of(entry->d_name));
    }
    closedir(stream);
    FUZZ_CHECK(corpus->count > 0);
    qsort(corpus->names, corpus->count, sizeof *corpus->names, by_bytes);
}

static void load(struct corpus *corpus)
{
    list_names(corpus);
    corpus->items = KITH_ARRAY(&corpus->arena, struct kith_str, corpus->count);
    FUZZ_CHECK(corpus->items);
    for (uint32_t i = 0; i < corpus->count; i++) {
        char path[1024];
        struct kith_error err = {0};
        snprintf(path, sizeof path, "%s/%s", corpus->folder, corpus->names[i].data);
        if (kith_file_read(path, MAX_FILE, &corpus->arena, &corpus->items[i], &err) !=
            KITH_OK) {
            fprintf(stderr, "%s\n", err.text);
            exit(1);
        }
    }
}

/* Mutations */

static uint64_t draw(uint64_t *seed, uint64_t below)
{
    *seed += 0x9E3779B97F4A7C15u;
    return kith_hash_u64(*seed) % below;
}

/* Bytes that parsers care about. */
static const char TELLING[] =
    "\0\t\n\r !\"#&'()*,-.;:<=>?/\\[]{|}~\x7F\x80\xBF\xC2\xE2\xED"
    "\xF0\xFE\xFF"
    "0AaIs";

static void put_range(struct kith_buf *buf, struct kith_str from, uint64_t *seed)
{
    if (from.length == 0)
        return;
    size_t begin = draw(seed, from.length);
    size_t length = draw(seed, from.length - begin < 64 ? from.length - begin : 64) + 1;
    kith_buf_append(buf, from.data + begin, length);
}

/* One change at one place: `from` up to it, something else, the rest of `from`. */
static void change(struct kith_buf *to, struct kith_str from, struct kith_str other,
                   uint64_t *seed)
{
    size_t place = draw(seed, from.length + 1);
    struct kith_str rest = kith_str_slice(from, place, from.length);
    kith_buf_str(to, kith_str_slice(from, 0, place));
    switch (draw(seed, 6)) {
    case 0: /* a telling byte more */
        kith_buf_byte(to, TELLING[draw(seed, sizeof TELLING - 1)]);
        break;
    case 1: /* a byte changed */
        kith_buf_byte(to, (char)draw(seed, 256));
        rest = kith_str_slice(rest, rest.length > 0, rest.length);
        break;
    case 2: /* some bytes less */
        rest = kith_str_slice(rest, draw(seed, rest.length + 1), rest.length);
        break;
    case 3: /* a piece again */
        put_range(to, from, seed);
        break;
    case 4: /* a piece of another file */
        put_range(to, other, seed);
        break;
    default: /* a telling byte many times */
        for (uint64_t n = draw(seed, 40), c = draw(seed, sizeof TELLING - 1); n > 0; n--)
            kith_buf_byte(to, TELLING[c]);
    }
    kith_buf_str(to, rest);
}

static void mutate(const struct corpus *corpus, uint32_t item, uint32_t number,
                   struct kith_buf *result)
{
    uint64_t seed = kith_hash_u64((uint64_t)item << 32 | number);
    struct kith_str from = corpus->items[item];
    if (from.length > MAX_MUTANT)
        from.length = MAX_MUTANT;
    struct kith_buf spare = {0};
    kith_buf_str(&spare, from);
    for (uint64_t n = 1 + draw(&seed, 6); n > 0; n--) {
        kith_buf_reset(result);
        change(result, kith_buf_view(&spare), corpus->items[draw(&seed, corpus->count)],
               &seed);
        struct kith_buf swap = spare;
        spare = *result;
        *result = swap;
    }
    kith_buf_release(result);
    *result = spare;
}

/* Running */

/* The bytes are copied to a piece of their own size, so that reading past them shows. */
static void run_bytes(struct kith_str bytes)
{
    uint8_t *copy = malloc(bytes.length ? bytes.length : 1);
    FUZZ_CHECK(copy);
    if (bytes.length)
        memcpy(copy, bytes.data, bytes.length);
    LLVMFuzzerTestOneInput(copy, bytes.length);
    free(copy);
}

static void run(const struct corpus *corpus, uint32_t item, uint32_t number)
{
    snprintf(running, sizeof running, "failed on copy %u of %s; again: %s %s %u\n",
             number, corpus->names[item].data, corpus->folder, corpus->names[item].data,
             number);
    struct kith_buf mutant = {0};
    if (number > 0)
        mutate(corpus, item, number, &mutant);
    run_bytes(number > 0 ? kith_buf_view(&mutant) : corpus->items[item]);
    kith_buf_release(&mutant);
}

static void run_named(const struct corpus *corpus, const char *name, uint32_t number)
{
    for (uint32_t i = 0; i < corpus->count; i++)
        if (kith_str_equal(corpus->names[i], kith_str_of(name)))
            run(corpus, i, number);
}

int main(int count, char **arguments)
{
    if (count != 2 && count != 4) {
        fprintf(stderr, "usage: %s FOLDER [NAME NUMBER]\n", arguments[0]);
        return 2;
    }
    struct corpus corpus = {.folder = arguments[1]};
    kith_arena_init(&corpus.arena, KITH_ARENA_UNCAPPED);
    load(&corpus);
    watch_for_failures();
    if (count == 4)
        run_named(&corpus, arguments[2], (uint32_t)strtoul(arguments[3], NULL, 10));
    for (uint32_t i = 0; count == 2 && i < corpus.count; i++)
        for (uint32_t number = 0; number <= MUTATIONS; number++)
            run(&corpus, i, number);
    kith_arena_release(&corpus.arena);
    return 0;
}
