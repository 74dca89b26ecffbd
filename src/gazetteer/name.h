/* An alias as the path it takes through the names. */
#ifndef KITH_GAZETTEER_NAME_H
#define KITH_GAZETTEER_NAME_H

#include "base/arena.h"
#include "gazetteer/alias.h"
#include "gazetteer/glance.h"
#include "gazetteer/writing.h"

/* Tokens of a name, joints not counted. Bounds how far matching looks ahead. */
#define KITH_NAME_LIMIT 64

/* One token on the way. */
struct kith_step {
    struct kith_folded word; /* the token, folded */
    char letters[2];         /* its first two bytes; the second 0 when there is one */
    uint8_t kind;            /* enum kith_token_kind */
    uint8_t pattern;         /* writings that are allowed */
};

struct kith_path {
    struct kith_step steps[KITH_NAME_LIMIT];
    uint32_t count;   /* 0: the name has no word */
    bool is_too_long; /* past KITH_NAME_LIMIT */
    bool has_quotes;  /* there is a second path, without them */
};

/* Read the name `text` (at most KITH_ALIAS_LIMIT bytes) as a path; its quote marks are
 * steps or, `without_quotes`, left out. `arena` is for scratch and may be reset after. */
enum kith_status kith_name_read(struct kith_str text, enum kith_case_rule rule,
                                bool without_quotes, struct kith_arena *arena,
                                struct kith_path *path, struct kith_error *err);

#endif
