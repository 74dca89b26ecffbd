/* Another recognizer's mentions and an article, whatever the bytes: the mentions are what
 * stands before the first line "--", the article what stands behind it.
 *
 * - lines that cannot be used are told, and cost nobody else;
 * - all mentions, theirs and ours, stand in order inside their sentences, none over
 *   another, and name an entity and its alias. */
#include "fuzz.h"

#include <string.h>

#include "base/file.h"
#include "batch/given_file.h"
#include "support/recognize.h"

static const char names[] = "name,type,aliases,id\n"
                            "Ada Quill,person,Quill,ada\n"
                            "Port Lund,city,,\n";

struct fuzz {
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_gazetteer *gazetteer;
    struct kith_given *given;
    struct kith_document document;
    struct kith_mentions mentions;
    struct kith_error err;
};

/* What must go well does. */
#define MUST(call) FUZZ_CHECK((call) == KITH_OK)

/* Where the mentions end and the article begins; without a bar all is mentions. */
static void split(struct kith_str input, struct kith_str *mentions, struct kith_str *text)
{
    static const char bar[] = "\n--\n";
    *mentions = input;
    *text = KITH_STR("Ada Quill left Port Lund. Müller saw Quill.\n");
    for (size_t i = 0; i + 4 <= input.length; i++)
        if (memcmp(input.data + i, bar, 4) == 0) {
            *mentions = kith_str_slice(input, 0, i + 1);
            *text = kith_str_slice(input, i + 4, input.length);
            return;
        }
}

static void read_article(struct fuzz *fuzz, struct kith_str text)
{
    static struct kith_abbreviations *abbreviations; /* the process ends with it */
    struct kith_article *article = KITH_ARRAY(&fuzz->arena, struct kith_article, 1);
    char *bytes = kith_arena_zeroed(&fuzz->arena, text.length + KITH_FILE_PADDING, 1);
    FUZZ_CHECK(article && bytes);
    if (text.length)
        memcpy(bytes, text.data, text.length);
    *article = (struct kith_article){.path = KITH_STR("a/article.txt"),
                                     .bytes = {bytes, text.length}};
    if (!abbreviations)
        MUST(kith_abbreviations_load(NULL, &fuzz->problems, &abbreviations, &fuzz->err));
    if (kith_document_read(article, abbreviations, &fuzz->arena, &fuzz->document,
                           &fuzz->err) != KITH_OK)
        fuzz->document = (struct kith_document){.article = article};
}

static void check_mention(const struct fuzz *fuzz, const struct kith_mention *mention)
{
    const struct kith_sentences *sentences = &fuzz->document.sentences;
    FUZZ_CHECK(mention->begin < mention->end &&
               mention->end <= fuzz->document.text.length);
    FUZZ_CHECK(mention->sentence < sentences->count);
    const struct kith_sentence *sentence = &sentences->items[mention->sentence];
    FUZZ_CHECK(mention->first_token >= sentence->first_token &&
               mention->first_token < mention->end_token &&
               mention->end_token <= sentence->end_token);
    FUZZ_CHECK(mention->entity < kith_gazetteer_entity_count(fuzz->gazetteer));
    FUZZ_CHECK(kith_gazetteer_alias(fuzz->gazetteer, mention->alias).entity ==
               mention->entity);
}

static void check_mentions(const struct fuzz *fuzz)
{
    for (uint32_t i = 0; i < fuzz->mentions.count; i++) {
        const struct kith_mention *mention = &fuzz->mentions.items[i];
        check_mention(fuzz, mention);
        if (i > 0)
            FUZZ_CHECK(mention[-1].end <= mention->begin);
    }
}

static void place(struct fuzz *fuzz)
{
    MUST(kith_gazetteer_compile(fuzz->gazetteer, &fuzz->problems, &fuzz->err));
    MUST(support_recognize(fuzz->gazetteer, &fuzz->document, &fuzz->arena,
                           &fuzz->mentions, &fuzz->err));
    MUST(kith_given_place(fuzz->given, &fuzz->document, &fuzz->arena, NULL,
                          &fuzz->mentions, &fuzz->err));
    check_mentions(fuzz);
    MUST(kith_given_report(fuzz->given, "x.jsonl", &fuzz->problems, &fuzz->err));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz fuzz = {0};
    struct kith_str mentions, text;
    split(fuzz_str(data, size), &mentions, &text);
    kith_arena_init(&fuzz.arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&fuzz.problems, &fuzz.arena);
    MUST(kith_gazetteer_new(&fuzz.gazetteer, &fuzz.err));
    MUST(kith_gazetteer_load_bytes(fuzz.gazetteer, KITH_STR(names), "names.csv",
                                   &fuzz.problems, &fuzz.err));
    read_article(&fuzz, text);
    enum kith_status status = kith_given_read(fuzz_file(mentions), fuzz.gazetteer,
                                              &fuzz.problems, &fuzz.given, &fuzz.err);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT);
    if (status == KITH_OK)
        place(&fuzz);
    kith_given_free(fuzz.given);
    kith_gazetteer_free(fuzz.gazetteer);
    kith_arena_release(&fuzz.arena);
    return 0;
}
