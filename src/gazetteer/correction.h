/* Corrections: what the user says of names on every run, without touching gazetteers. One
 * plain line each; docs/FORMATS.md, Corrections.
 *
 * Read from a file, then applied to the gazetteer between loading and compiling. What is
 * never a mention is for recognising to know: recognize/rejection.h. */
#ifndef KITH_GAZETTEER_CORRECTION_H
#define KITH_GAZETTEER_CORRECTION_H

#include "gazetteer/gazetteer.h"

enum kith_correction_kind {
    KITH_MERGE,  /* merge WHAT = OTHER: WHAT's names become OTHER's */
    KITH_SPLIT,  /* split WHAT from OTHER: this name does not mean OTHER */
    KITH_REJECT, /* reject WHAT as OTHER in FILE; OTHER and FILE may be empty */
    KITH_RETYPE, /* retype WHAT = OTHER */
    KITH_RENAME  /* rename WHAT = OTHER */
};

struct kith_correction {
    enum kith_correction_kind kind;
    struct kith_str what, other, file;
    uint32_t line;
    bool is_void;   /* it names someone unknown, and does nothing */
    kith_id entity; /* split, reject: once applied, whom; KITH_NO_ID: whoever it is */
};

struct kith_corrections {
    struct kith_arena arena; /* holds the items and their strings */
    struct kith_str path;
    struct kith_correction *items;
    uint32_t count, room;
};

/* Read the file at `path`. Lines that cannot be understood go to `problems` and are left
 * out. Release also after a failure. */
enum kith_status kith_corrections_read(struct kith_corrections *corrections,
                                       const char *path, struct kith_problems *problems,
                                       struct kith_error *err);

/* {0} may be released. */
void kith_corrections_release(struct kith_corrections *corrections);

/* Apply them, in the order of the lines, to a gazetteer that is loaded and not yet
 * compiled; KITH_BAD_INPUT for an image. Unknown names go to `problems`, with the nearest
 * name that is known. Linear in the names, once more for each unknown one. */
enum kith_status kith_corrections_apply(struct kith_corrections *corrections,
                                        struct kith_gazetteer *gazetteer,
                                        struct kith_problems *problems,
                                        struct kith_error *err);

#endif
