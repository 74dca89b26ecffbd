/* Numbers and texts as a row of bytes, and back: seven bits of a number a byte, the
 * lowest first; a text behind its length. What is unpacked may be damaged. */
#ifndef KITH_STORE_PACKED_H
#define KITH_STORE_PACKED_H

#include "base/buf.h"

static inline void kith_pack(struct kith_buf *out, uint64_t number)
{
    for (; number > 0x7F; number >>= 7)
        kith_buf_byte(out, (char)(number | 0x80));
    kith_buf_byte(out, (char)number);
}

/* A number whose bits are all alike to be set: eight bytes, as the machine has them. */
static inline void kith_pack_hash(struct kith_buf *out, uint64_t hash)
{
    kith_buf_append(out, (const char *)&hash, sizeof hash);
}

static inline void kith_pack_text(struct kith_buf *out, struct kith_str text)
{
    kith_pack(out, text.length);
    kith_buf_str(out, text);
}

/* Where unpacking has come to. Once it is damaged, all it gives is 0 and empty. */
struct kith_unpacker {
    const unsigned char *at, *end;
    bool is_damaged;
};

static inline struct kith_unpacker kith_unpacker_of(struct kith_str packed)
{
    const unsigned char *bytes = (const unsigned char *)packed.data;
    return (struct kith_unpacker){.at = bytes, .end = bytes + packed.length};
}

static inline uint64_t kith_unpack(struct kith_unpacker *unpacker)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && unpacker->at < unpacker->end; shift += 7) {
        unsigned char byte = *unpacker->at++;
        number |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return unpacker->is_damaged ? 0 : number;
    }
    unpacker->is_damaged = true;
    return 0;
}

/* A number of at most `most`. */
static inline uint32_t kith_unpack_up_to(struct kith_unpacker *unpacker, uint32_t most)
{
    uint64_t number = kith_unpack(unpacker);
    if (number <= most)
        return (uint32_t)number;
    unpacker->is_damaged = true;
    return 0;
}

/* How many things follow, each of which takes at least a byte. */
static inline uint32_t kith_unpack_count(struct kith_unpacker *unpacker)
{
    size_t left = (size_t)(unpacker->end - unpacker->at);
    return kith_unpack_up_to(unpacker, left < UINT32_MAX ? (uint32_t)left : UINT32_MAX);
}

/* `length` bytes as they stand. They are not copied. */
static inline struct kith_str kith_unpack_bytes(struct kith_unpacker *unpacker,
                                                uint64_t length)
{
    if (length > (uint64_t)(unpacker->end - unpacker->at) || unpacker->is_damaged) {
        unpacker->is_damaged = true;
        return (struct kith_str){0};
    }
    struct kith_str bytes = {(const char *)unpacker->at, (size_t)length};
    unpacker->at += length;
    return bytes;
}

static inline uint64_t kith_unpack_hash(struct kith_unpacker *unpacker)
{
    uint64_t hash = 0;
    struct kith_str bytes = kith_unpack_bytes(unpacker, sizeof hash);
    if (bytes.length)
        memcpy(&hash, bytes.data, sizeof hash);
    return hash;
}

static inline struct kith_str kith_unpack_text(struct kith_unpacker *unpacker)
{
    return kith_unpack_bytes(unpacker, kith_unpack(unpacker));
}

#endif
