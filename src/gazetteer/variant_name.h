/* A name taken apart, and the forms that name rules put together from the parts: "Peskov,
 * Dmitry" and "D. Peskov" out of "Dmitry Peskov". For this room.
 *
 * A name is units parted by blanks; a unit is pieces, some of which are words that may be
 * respelt ("al-Rashid" has two). A form is a list of units, so that all forms of a name
 * share its words, and each word is respelt once. */
#ifndef KITH_GAZETTEER_VARIANT_NAME_H
#define KITH_GAZETTEER_VARIANT_NAME_H

#include "gazetteer/variant.h"
#include "gazetteer/variant_table.h"
#include "gazetteer/variant_word.h"

/* Names that have more words, or forms that would, are left alone. */
#define KITH_NAME_WORDS 16

/* A name has no more forms, itself counted. */
#define KITH_NAME_FORMS 24

#define KITH_NAME_PIECES 128
#define KITH_NAME_BYTES 1024

#define KITH_NO_WORD UINT8_MAX

struct kith_name_piece {
    struct kith_str text; /* of a piece that is no word */
    uint8_t word;         /* or KITH_NO_WORD */
};

struct kith_name_unit {
    struct kith_str key; /* folded, without dots: what literals are held against */
    uint8_t piece, piece_count;
    bool is_glued; /* no blank stands before it */
};

struct kith_name_form {
    struct kith_name_unit units[KITH_NAME_WORDS];
    uint8_t unit_count;
    uint8_t cost;
    uint8_t rule_count;
    kith_id rules[KITH_VARIANT_DEPTH];
};

/* Large: not to be cleared at every name. */
struct kith_variant_name {
    const struct kith_variant_rules *rules;
    kith_variant_types types;
    uint32_t traditions; /* bits, told by the signs among the words */
    uint32_t word_count, piece_count, form_count, byte_count;
    struct kith_variant_word words[KITH_NAME_WORDS];
    struct kith_name_piece pieces[KITH_NAME_PIECES];
    struct kith_name_form forms[KITH_NAME_FORMS]; /* the first is the name itself */
    char bytes[KITH_NAME_BYTES];                  /* of keys and initials */
};

/* Take `alias` apart; false when it has too many words or too long ones, or none. */
bool kith_variant_name_read(struct kith_variant_name *name,
                            const struct kith_variant_rules *rules, struct kith_str alias,
                            kith_variant_types types);

/* Make the forms behind the first, by name rules on the name and on what they made. */
void kith_variant_name_form(struct kith_variant_name *name);

#endif
