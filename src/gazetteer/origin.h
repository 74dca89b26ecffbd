/* Where an image comes from: the files and folders it was compiled of, as they were then.
 * That is how a stale one is noticed. */
#ifndef KITH_GAZETTEER_ORIGIN_H
#define KITH_GAZETTEER_ORIGIN_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "base/str.h"

/* What an origin was read for. */
enum kith_origin_role { KITH_ORIGIN_NAMES, KITH_ORIGIN_TYPES, KITH_ORIGIN_RULES };

/* A file or folder that was loaded. Zero-terminated, in the arena of the list. */
struct kith_origin {
    struct kith_str given;    /* as the user named it */
    struct kith_str absolute; /* where it was found */
    uint32_t role;            /* enum kith_origin_role */
};

struct kith_origins {
    struct kith_origin *items;
    uint32_t count, room;
    struct kith_str languages; /* of the rules of spelling */
};

enum kith_freshness {
    KITH_ORIGINS_FRESH, /* nothing has changed, but perhaps the time of a file */
    KITH_ORIGINS_CHANGED,
    KITH_ORIGINS_GONE /* not all are there to be looked at */
};

/* Remember `path`. */
enum kith_status kith_origins_add(struct kith_origins *origins, const char *path,
                                  enum kith_origin_role role, struct kith_arena *arena,
                                  struct kith_error *err);

/* Where it is to be looked for: as given, unless that is another file now, since the
 * working folder changes; then in full. */
const char *kith_origin_path(const struct kith_origin *origin);

/* Append to `out` what the origins are, and of each file its size, time and hash. */
enum kith_status kith_origins_write(const struct kith_origins *origins,
                                    struct kith_buf *out, struct kith_error *err);

/* Read the list back; KITH_BAD_INPUT, without a sentence, when it is damaged. */
enum kith_status kith_origins_read(struct kith_origins *origins, struct kith_str written,
                                   struct kith_arena *arena);

/* Compare what was written with the files as they are. Files of the old size and time are
 * taken for unchanged; others are hashed. */
enum kith_freshness kith_origins_compare(struct kith_str written);

#endif
