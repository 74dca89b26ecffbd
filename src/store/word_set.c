/* Words as bits. */
#include "store/word_set.h"

#include "gazetteer/word_key.h"

/* Of ten tokens four are a word that the article has not had yet, so that a word has 20
 * bits; of which four are set, which errs once in 400. */
#define BYTES_A_TOKEN 1
#define LEAST_BYTES 16
#define BITS_A_WORD 4

/* A bit of a word whose key is spread: an even share of the set for each value of 32
 * bits. */
static size_t bit_of(uint64_t spread, unsigned i, size_t bytes)
{
    uint32_t mixed = (uint32_t)(spread >> 32) + i * ((uint32_t)spread | 1);
    return (size_t)((uint64_t)mixed * (bytes * 8) >> 32);
}

static void add(char *set, size_t bytes, uint64_t key)
{
    uint64_t spread = kith_hash_u64(key);
    for (unsigned i = 0; i < BITS_A_WORD; i++) {
        size_t bit = bit_of(spread, i, bytes);
        set[bit / 8] = (char)(set[bit / 8] | 1 << bit % 8);
    }
}

/* `count` zero bytes behind what is there; NULL when memory is out. */
static char *append_zeros(struct kith_buf *out, size_t count)
{
    static const char zeros[256] = {0};
    size_t start = out->length;
    for (size_t left = count; left;) {
        size_t part = left < sizeof zeros ? left : sizeof zeros;
        kith_buf_append(out, zeros, part);
        left -= part;
    }
    return out->is_broken ? NULL : out->data + start;
}

void kith_word_set_write(const struct kith_document *document, struct kith_buf *out)
{
    const struct kith_tokens *tokens = &document->tokens;
    size_t bytes = LEAST_BYTES + (size_t)tokens->count * BYTES_A_TOKEN;
    char *set = append_zeros(out, bytes);
    for (uint32_t i = 0; set && i < tokens->count; i++)
        if (tokens->items[i].kind <= KITH_TOKEN_NUMBER)
            add(set, bytes, kith_word_key(document->text, &tokens->items[i]));
}

bool kith_word_set_has(struct kith_str set, uint64_t key)
{
    uint64_t spread = kith_hash_u64(key);
    for (unsigned i = 0; set.length && i < BITS_A_WORD; i++) {
        size_t bit = bit_of(spread, i, set.length);
        if (!((unsigned char)set.data[bit / 8] >> bit % 8 & 1))
            return false;
    }
    return set.length > 0;
}
