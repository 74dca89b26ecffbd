/* What may fill a hole of a rule: a name, described or not, or a list of names.
 *
 *     Bortnikov          the banned Islamic State       Russia's Federal Security Service
 *     Putin and Rahmon   Hamas, Hezbollah and the PLO   the Quds Force (IRGC-QF)
 *
 * Every function looks at the sentence only; which reading a rule can go on with is for
 * the matcher to find out. */
#ifndef KITH_RELATE_SLOT_H
#define KITH_RELATE_SLOT_H

#include "relate/sequence.h"

/* Names that a list may hold. */
#define KITH_MEMBER_LIMIT 12

/* Words of a bracket, and of an insertion between commas, that may be passed over. */
#define KITH_BRACKET_LIMIT 8
#define KITH_INSERTION_LIMIT 10

/* Places, the nearest first. */
struct kith_places {
    uint32_t items[5];
    uint32_t count;
};

/* Names read from one place on: members[0 .. count), the symbol behind the last one. */
struct kith_names {
    uint32_t members[KITH_MEMBER_LIMIT]; /* symbols */
    uint32_t ends[KITH_MEMBER_LIMIT];    /* behind a list of 1, 2 ... members; 0 when a
                                            list of so many does not end there */
    uint32_t count;
};

/* Where the name of a slot that begins at `at` may stand: at once, behind a description
 * ("the banned"), behind a title, or behind another name that only owns or describes it
 * ("Russia's", "Russian", "Russian energy minister", "Russia's president,"). */
void kith_slot_find(const struct kith_sequence *sequence, uint32_t at,
                    struct kith_places *places);

/* Read the list of names of the types `fits` that begins with the mention at `at`. A list
 * needs "and" or "or" before its last member. */
void kith_slot_read(const struct kith_sequence *sequence, uint32_t at, const bool *fits,
                    struct kith_names *names);

/* Where a list of names that begins with the mention at `at` might end, whatever their
 * types: every end that kith_slot_read can find, and some more. */
struct kith_reach {
    uint32_t items[2 * KITH_MEMBER_LIMIT]; /* behind a name, ascending */
    uint32_t count;
};
void kith_slot_reach(const struct kith_sequence *sequence, uint32_t at,
                     struct kith_reach *ends);

/* Where a rule may go on behind a name that ends before `at`: there, behind a bracket,
 * and, when `may_insert`, before or behind the comma that closes an insertion without a
 * mention that `fits` or `fits_other` admits, unless it stands behind "of". */
void kith_slot_pass(const struct kith_sequence *sequence, uint32_t at, bool may_insert,
                    const bool *fits, const bool *fits_other, struct kith_places *places);

/* Behind the words of the list `forces` that make the name that ends before `at` the
 * owner of who acts, "Ostland | 's army"; `at` when none stand there. */
uint32_t kith_slot_pass_forces(const struct kith_sequence *sequence, uint32_t at);

/* True when the name that ends before `at` goes on there: "Moscow | Exchange". */
bool kith_slot_is_cut(const struct kith_sequence *sequence, uint32_t at);

/* True when the name that ends before `at` only serves what follows: "Russia | 's army",
 * "US | -backed", "Russian | FSB" where `fits` or `fits_other` admit the latter. */
bool kith_slot_serves(const struct kith_sequence *sequence, uint32_t at, const bool *fits,
                      const bool *fits_other);

/* True when an apposition that a comma opened before the slot at `from` is closed before
 * `at`, or no comma opened one: "the mayor, Duarte, said", but not "he met the mayor,
 * Duarte said". */
bool kith_slot_is_closed(const struct kith_sequence *sequence, uint32_t from,
                         uint32_t at);

/* True when the mention at `at` looks like the tail of a longer name that no gazetteer
 * knows: "Bank of | Russia", "New | Mexico". */
bool kith_slot_is_tail(const struct kith_sequence *sequence, uint32_t at);

/* True when the mention at `at` belongs to a preposition before it, whatever describes it
 * in between: "of neighbouring Ostland"; but not in "In the end Anna", which sets the
 * scene. */
bool kith_slot_is_governed(const struct kith_sequence *sequence, uint32_t at);

/* True when a match may begin at `at`: the symbol is not tied to the one before by a
 * hyphen ("pro-Kremlin") and does not follow a word of the list `except` ("former"). */
bool kith_slot_may_begin(const struct kith_sequence *sequence, uint32_t at);

#endif
