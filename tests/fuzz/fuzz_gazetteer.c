/* A gazetteer and a text, whatever the bytes: the table is what stands before the first
 * line "--", the text what stands behind it.
 *
 * - entities have keys, no two alike, and names;
 * - matches lie inside a sentence, in order, one behind the other;
 * - each has candidates, exact before folded, no entity twice;
 * - an entity that is found has the alias by which it is. */
#include "fuzz.h"

#include "base/file.h"
#include "base/intern.h"
#include "support/recognize.h"

struct fuzz {
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_gazetteer *gazetteer;
    struct kith_document document;
    struct kith_error err;
};

static void check_entities(struct fuzz *fuzz)
{
    struct kith_intern keys;
    struct kith_buf room = {0};
    kith_intern_init(&keys, &fuzz->arena);
    uint32_t count = kith_gazetteer_entity_count(fuzz->gazetteer);
    for (kith_id e = 0; e < count; e++) {
        struct kith_entity entity = kith_gazetteer_entity(fuzz->gazetteer, e);
        struct kith_str key = kith_gazetteer_key(fuzz->gazetteer, e, &room);
        FUZZ_CHECK(key.length > 0 && entity.name.length > 0);
        FUZZ_CHECK(entity.type_id < kith_gazetteer_type_count(fuzz->gazetteer));
        FUZZ_CHECK(kith_intern_add(&keys, key) == e);
    }
    kith_buf_release(&room);
    kith_intern_release(&keys);
}

static void check_candidates(const struct fuzz *fuzz, const struct kith_matches *matches,
                             const struct kith_match *match)
{
    FUZZ_CHECK(match->end_candidate > match->first_candidate);
    for (uint32_t i = match->first_candidate; i < match->end_candidate; i++) {
        const struct kith_candidate *candidate = &matches->candidates.items[i];
        struct kith_alias alias = kith_gazetteer_alias(fuzz->gazetteer, candidate->alias);
        FUZZ_CHECK(alias.entity == candidate->entity);
        if (i == match->first_candidate)
            continue;
        FUZZ_CHECK(candidate[-1].is_exact >= candidate->is_exact);
        if (candidate[-1].is_exact == candidate->is_exact)
            FUZZ_CHECK(candidate[-1].entity < candidate->entity);
    }
}

static void check_matches(struct fuzz *fuzz)
{
    struct kith_matches matches;
    FUZZ_CHECK(kith_match_document(fuzz->gazetteer, &fuzz->document, &fuzz->arena,
                                   &matches, &fuzz->err) == KITH_OK);
    uint32_t end = 0, sentence = 0;
    for (uint32_t m = 0; m < matches.count; m++) {
        const struct kith_match *match = &matches.items[m];
        FUZZ_CHECK(match->first_token >= end && match->end_token > match->first_token);
        end = match->end_token;
        while (fuzz->document.sentences.items[sentence].end_token <= match->first_token)
            sentence++;
        FUZZ_CHECK(end <= fuzz->document.sentences.items[sentence].end_token);
        check_candidates(fuzz, &matches, match);
    }
}

static void check_mentions(struct fuzz *fuzz)
{
    struct kith_mentions mentions;
    FUZZ_CHECK(support_recognize(fuzz->gazetteer, &fuzz->document, &fuzz->arena,
                                 &mentions, &fuzz->err) == KITH_OK);
    for (uint32_t i = 0; i < mentions.count; i++) {
        const struct kith_mention *mention = &mentions.items[i];
        const struct kith_sentence *sentence =
            &fuzz->document.sentences.items[mention->sentence];
        FUZZ_CHECK(sentence->begin <= mention->begin && mention->begin < mention->end &&
                   mention->end <= sentence->end);
    }
}

static bool read_text(struct fuzz *fuzz, struct kith_str text)
{
    struct kith_abbreviations *abbreviations = NULL;
    struct kith_article *article = KITH_ARRAY(&fuzz->arena, struct kith_article, 1);
    char *bytes = kith_arena_zeroed(&fuzz->arena, text.length + KITH_FILE_PADDING, 1);
    if (text.length)
        memcpy(bytes, text.data, text.length);
    article->bytes = (struct kith_str){bytes, text.length};
    FUZZ_CHECK(kith_abbreviations_load(NULL, &fuzz->problems, &abbreviations,
                                       &fuzz->err) == KITH_OK);
    enum kith_status status = kith_document_read(article, abbreviations, &fuzz->arena,
                                                 &fuzz->document, &fuzz->err);
    kith_abbreviations_free(abbreviations);
    return status == KITH_OK;
}

/* Where the table ends and the text begins; without a bar all is table. */
static void split(struct kith_str input, struct kith_str *table, struct kith_str *text)
{
    *table = input;
    *text = (struct kith_str){"", 0};
    for (size_t i = 0; i + 4 <= input.length; i++)
        if (memcmp(input.data + i, "\n--\n", 4) == 0) {
            *table = kith_str_slice(input, 0, i + 1);
            *text = kith_str_slice(input, i + 4, input.length);
            return;
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz fuzz = {0};
    struct kith_str table, text;
    split(fuzz_str(data, size), &table, &text);
    kith_arena_init(&fuzz.arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&fuzz.problems, &fuzz.arena);
    FUZZ_CHECK(kith_gazetteer_new(&fuzz.gazetteer, &fuzz.err) == KITH_OK);
    enum kith_status status = kith_gazetteer_load_bytes(fuzz.gazetteer, table, "x.csv",
                                                        &fuzz.problems, &fuzz.err);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT);
    FUZZ_CHECK(kith_gazetteer_compile(fuzz.gazetteer, &fuzz.problems, &fuzz.err) ==
               KITH_OK);
    check_entities(&fuzz);
    if (read_text(&fuzz, text)) {
        check_matches(&fuzz);
        check_mentions(&fuzz);
    }
    kith_gazetteer_free(fuzz.gazetteer);
    kith_arena_release(&fuzz.arena);
    return 0;
}
