/* Words as bits. */
#include "store/word_set.h"

#include "gazetteer/word_key.h"

/* Of ten tokens four are a word that the article has not had yet, and of its first two
 * hundred seven, so that a word has 20 bits, of which four are set. They lie in one
 * block, which is touched at once: that errs once in 350, where four anywhere would err
 * once in 900. */
#define BYTES_A_TOKEN 1
#define LEAST_BYTES 128

/* A block of the set, and the bits of a word in it, of a key that is spread. */
static size_t block_of(uint64_t spread, size_t bytes)
{
    return (size_t)((spread >> 32) * (bytes / sizeof(uint64_t)) >> 32) * sizeof(uint64_t);
}

static uint64_t bits_of(uint64_t spread)
{
    return UINT64_C(1) << (spread & 63) | UINT64_C(1) << (spread >> 6 & 63) |
           UINT64_C(1) << (spread >> 12 & 63) | UINT64_C(1) << (spread >> 18 & 63);
}

static void add(char *set, size_t bytes, uint64_t key)
{
    uint64_t spread = kith_hash_u64(key), block;
    char *place = set + block_of(spread, bytes);
    memcpy(&block, place, sizeof block);
    block |= bits_of(spread);
    memcpy(place, &block, sizeof block);
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
    const struct kith_tokens tokens = document->tokens;
    const struct kith_str text = document->text;
    size_t bytes = (LEAST_BYTES + (size_t)tokens.count * BYTES_A_TOKEN) /
                   sizeof(uint64_t) * sizeof(uint64_t);
    char *set = append_zeros(out, bytes);
    for (uint32_t i = 0; set && i < tokens.count; i++)
        if (tokens.items[i].kind <= KITH_TOKEN_NUMBER)
            add(set, bytes, kith_word_key(text, &tokens.items[i]));
}

bool kith_word_set_has(struct kith_str set, uint64_t key)
{
    uint64_t spread = kith_hash_u64(key), block;
    if (set.length < sizeof block)
        return false;
    memcpy(&block, set.data + block_of(spread, set.length), sizeof block);
    return (block & bits_of(spread)) == bits_of(spread);
}
