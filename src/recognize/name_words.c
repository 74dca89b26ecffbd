/* The list of name words: a small table from folded words to what they may be. */
#include "recognize/name_words.h"

#include <stdlib.h>

#include "base/map.h"
#include "gazetteer/word_key.h"
#include "text/word_list.h"

/* Bits of the sieve: most words asked about are none, and are turned away at a glance. */
#define SIEVE_BITS_LOG2 14

struct kith_name_words {
    struct kith_map kinds;                       /* kith_word_key -> bits */
    uint64_t sieve[(1 << SIEVE_BITS_LOG2) / 64]; /* a bit for each key */
};

static uint64_t bit_of(uint64_t key)
{
    return key >> (64 - SIEVE_BITS_LOG2);
}

/* What English news cannot do without, should the file be missing. */
static const struct kith_listed_word built_in[] = {
    {"Mr", KITH_NAME_TITLE},
    {"Mrs", KITH_NAME_TITLE},
    {"Ms", KITH_NAME_TITLE},
    {"Dr", KITH_NAME_TITLE},
    {"President", KITH_NAME_TITLE},
    {"Minister", KITH_NAME_TITLE},
    {"Chancellor", KITH_NAME_TITLE},
    {"Mayor", KITH_NAME_TITLE},
    {"Gen", KITH_NAME_TITLE},
    {"General", KITH_NAME_TITLE},
    {"Secretary", KITH_NAME_TITLE},
    {"Sen", KITH_NAME_TITLE},
    {"Foreign", KITH_NAME_BESIDE},
    {"Prime", KITH_NAME_BESIDE},
    {"Monday", KITH_NAME_BESIDE},
    {"Tuesday", KITH_NAME_BESIDE},
    {"Wednesday", KITH_NAME_BESIDE},
    {"Thursday", KITH_NAME_BESIDE},
    {"Friday", KITH_NAME_BESIDE},
    {"Saturday", KITH_NAME_BESIDE},
    {"Sunday", KITH_NAME_BESIDE},
    {"bin", KITH_NAME_PARTICLE},
    {"al", KITH_NAME_PARTICLE},
    {"el", KITH_NAME_PARTICLE},
    {"van", KITH_NAME_PARTICLE},
    {"von", KITH_NAME_PARTICLE},
    {"de", KITH_NAME_PARTICLE},
    {"der", KITH_NAME_PARTICLE},
    {"Jr", KITH_NAME_SUFFIX},
    {"Sr", KITH_NAME_SUFFIX},
    {"II", KITH_NAME_SUFFIX},
    {"III", KITH_NAME_SUFFIX},
    {"Bank", KITH_NAME_HEAD},
    {"Ministry", KITH_NAME_HEAD},
    {"Commission", KITH_NAME_HEAD},
    {"Council", KITH_NAME_HEAD},
    {"Court", KITH_NAME_HEAD},
    {"Party", KITH_NAME_HEAD},
    {"Xi", KITH_NAME_FAMILY},
    {"Kim", KITH_NAME_FAMILY},
    {"In", KITH_NAME_OPENER},
    {"On", KITH_NAME_OPENER},
    {"At", KITH_NAME_OPENER},
    {"But", KITH_NAME_OPENER},
    {"And", KITH_NAME_OPENER},
    {"The", KITH_NAME_OPENER},
    {"For", KITH_NAME_OPENER},
    {"As", KITH_NAME_OPENER},
    {"in", KITH_NAME_LOCATIVE},
    {"near", KITH_NAME_LOCATIVE},
    {"Inc", KITH_NAME_LEGAL},
    {"Ltd", KITH_NAME_LEGAL},
    {0},
};

static const struct kith_listed_word kinds[] = {
    {"title", KITH_NAME_TITLE},
    {"beside", KITH_NAME_BESIDE},
    {"particle", KITH_NAME_PARTICLE},
    {"suffix", KITH_NAME_SUFFIX},
    {"head", KITH_NAME_HEAD},
    {"family", KITH_NAME_FAMILY},
    {"opener", KITH_NAME_OPENER},
    {"locative", KITH_NAME_LOCATIVE},
    {"legal", KITH_NAME_LEGAL},
    {"plain", KITH_NAME_PLAIN},
    {"style", KITH_NAME_STYLE},
    {"credit", KITH_NAME_CREDIT},
    {0},
};

unsigned kith_name_words_kinds(const struct kith_name_words *words, struct kith_str text,
                               const struct kith_token *word)
{
    if (word->kind != KITH_TOKEN_WORD || word->end - word->begin > KITH_LISTED_WORD_LIMIT)
        return 0;
    const uint64_t key = kith_word_key(text, word), bit = bit_of(key);
    if (!(words->sieve[bit / 64] >> bit % 64 & 1))
        return 0;
    const uint32_t *found = kith_map_find(&words->kinds, key);
    return found ? *found : 0;
}

static enum kith_status add(void *context, struct kith_str text,
                            const struct kith_token *word, unsigned kind,
                            struct kith_error *err)
{
    struct kith_name_words *words = context;
    const uint64_t key = kith_word_key(text, word), bit = bit_of(key);
    uint32_t *bits = kith_map_place(&words->kinds, key, 0, NULL);
    if (!bits)
        return kith_no_memory(err);
    *bits |= kind;
    words->sieve[bit / 64] |= (uint64_t)1 << bit % 64;
    return KITH_OK;
}

enum kith_status kith_name_words_load(const char *path, struct kith_problems *problems,
                                      struct kith_name_words **out,
                                      struct kith_error *err)
{
    *out = NULL;
    struct kith_name_words *words = calloc(1, sizeof *words);
    if (!words)
        return kith_no_memory(err);
    const struct kith_word_list list = {"word", kinds, built_in, add, words};
    enum kith_status status = kith_word_list_read(&list, path, problems, err);
    if (status != KITH_OK) {
        kith_name_words_free(words);
        return status;
    }
    *out = words;
    return KITH_OK;
}

void kith_name_words_free(struct kith_name_words *words)
{
    if (!words)
        return;
    kith_map_release(&words->kinds);
    free(words);
}
