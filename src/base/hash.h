/* The door to xxHash: 64-bit hashes of byte strings, the same on every run and every
 * little-endian machine. For tables and fingerprints of trusted length; not for secrets.
 */
#ifndef KITH_BASE_HASH_H
#define KITH_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static inline uint64_t kith_hash(const void *bytes, size_t length)
{
    return XXH3_64bits(bytes, length);
}

/* Spread the bits of a number that is already a key. Murmur3's finaliser (Appleby). */
static inline uint64_t kith_hash_u64(uint64_t x)
{
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDu;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53u;
    x ^= x >> 33;
    return x;
}

#endif
