/* A damaged image whose hashes are right all the same: the bytes say what is changed, six
 * at a time, where and to what. It is refused, or whatever is asked of it has an answer
 * that lies within it. */
#include "fuzz.h"

#include <string.h>

#include "base/file.h"
#include "gazetteer/match.h"
#include "gazetteer/tables.h"

static const char table[] = "name,type,aliases,id,note\n"
                            "Dmitry Peskov,person,Peskov|=IS,p1,speaks\n"
                            "Foreign Ministry,organisation,~FM|Ministry,,\n"
                            "New York,place,\"New York, N.Y.\",,city\n"
                            "Kara,place,Peskov,,\n";

static const char text[] = "Peskov of the FOREIGN MINISTRY (fm) went to New York, N.Y. "
                           "IS it so? Is it Dmitry Peskov, or Kara?";

struct fuzz {
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_gazetteer *gazetteer;
    struct kith_document document;
    struct kith_error err;
};

/* A whole image, made anew each time: it is small. */
static struct kith_str make_image(struct fuzz *fuzz)
{
    struct kith_gazetteer *gazetteer;
    FUZZ_CHECK(kith_gazetteer_new(&gazetteer, &fuzz->err) == KITH_OK);
    FUZZ_CHECK(kith_gazetteer_load_bytes(gazetteer, kith_str_of(table), "x.csv",
                                         &fuzz->problems, &fuzz->err) == KITH_OK);
    FUZZ_CHECK(kith_gazetteer_compile(gazetteer, &fuzz->problems, &fuzz->err) == KITH_OK);
    size_t size = gazetteer->image.size;
    char *copy = malloc(size);
    FUZZ_CHECK(copy);
    memcpy(copy, gazetteer->image.bytes, size);
    kith_gazetteer_free(gazetteer);
    return (struct kith_str){copy, size};
}

static void damage(char *bytes, size_t size, const uint8_t *data, size_t data_size)
{
    for (; data_size >= 6; data += 6, data_size -= 6) {
        uint32_t place;
        memcpy(&place, data, sizeof place);
        /* The tables of bits are most of the bytes: one change in two spares them. */
        place %= (uint32_t)(place & 1 || size < 4096 ? size : 4096);
        bytes[place] = (char)data[4];
        bytes[(place + 1) % size] ^= (char)data[5];
    }
    kith_image_seal((unsigned char *)bytes, size);
}

static void ask(struct fuzz *fuzz)
{
    const struct kith_gazetteer *gazetteer = fuzz->gazetteer;
    struct kith_buf room = {0};
    size_t seen = 0;
    for (kith_id e = 0; e < kith_gazetteer_entity_count(gazetteer) && e < 64; e++) {
        struct kith_entity entity = kith_gazetteer_entity(gazetteer, e);
        struct kith_str key = kith_gazetteer_key(gazetteer, e, &room);
        for (size_t i = 0; i < key.length; i++)
            seen += (unsigned char)key.data[i];
        for (size_t i = 0; i < entity.name.length; i++)
            seen += (unsigned char)entity.name.data[i];
        for (uint32_t c = 0; c < kith_gazetteer_column_count(gazetteer); c++)
            seen += kith_gazetteer_cell(gazetteer, e, c).length;
    }
    for (kith_id a = 0; a < kith_gazetteer_alias_count(gazetteer) && a < 64; a++)
        seen += kith_gazetteer_alias(gazetteer, a).text.length;
    kith_buf_release(&room);
    struct kith_matches matches;
    FUZZ_CHECK(kith_match_document(gazetteer, &fuzz->document, &fuzz->arena, &matches,
                                   &fuzz->err) == KITH_OK);
    for (uint32_t i = 0; i < matches.candidates.count; i++) {
        FUZZ_CHECK(matches.candidates.items[i].entity <
                   kith_gazetteer_entity_count(gazetteer));
        FUZZ_CHECK(matches.candidates.items[i].alias <
                   kith_gazetteer_alias_count(gazetteer));
    }
    FUZZ_CHECK(seen != SIZE_MAX);
}

static void read_text(struct fuzz *fuzz)
{
    struct kith_abbreviations *abbreviations = NULL;
    static struct kith_article article;
    char *bytes = kith_arena_zeroed(&fuzz->arena, sizeof text + KITH_FILE_PADDING, 1);
    memcpy(bytes, text, sizeof text);
    article = (struct kith_article){.bytes = {bytes, sizeof text - 1}};
    FUZZ_CHECK(kith_abbreviations_load(NULL, &fuzz->problems, &abbreviations,
                                       &fuzz->err) == KITH_OK);
    FUZZ_CHECK(kith_document_read(&article, abbreviations, &fuzz->arena, &fuzz->document,
                                  &fuzz->err) == KITH_OK);
    kith_abbreviations_free(abbreviations);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz fuzz = {0};
    kith_arena_init(&fuzz.arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&fuzz.problems, &fuzz.arena);
    struct kith_str image = make_image(&fuzz);
    damage((char *)(uintptr_t)image.data, image.length, data, size);
    read_text(&fuzz);
    FUZZ_CHECK(kith_gazetteer_new(&fuzz.gazetteer, &fuzz.err) == KITH_OK);
    enum kith_status status =
        kith_image_attach(fuzz.gazetteer, image, "x.kith", &fuzz.err);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT);
    if (status == KITH_OK)
        ask(&fuzz);
    kith_gazetteer_free(fuzz.gazetteer);
    free((void *)(uintptr_t)image.data);
    kith_arena_release(&fuzz.arena);
    return 0;
}
