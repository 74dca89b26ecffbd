/* Speech: whose words a statement is.
 *
 *     Anna said Ostland attacked Westland         Ostland attacked Westland, said Anna
 *     "Ostland attacked Westland," Anna said      according to Anna, Ostland attacked ...
 *
 * The nearest who encloses a statement has said it; docs/ALGORITHMS.md, Statements. */
#ifndef KITH_RELATE_SPEECH_H
#define KITH_RELATE_SPEECH_H

#include "relate/findings.h"
#include "relate/sequence.h"

/* Of one article; in its arena. */
struct kith_speech;

/* Nothing is read before the first question. `findings` has its document and mentions,
 * which `referents`, kept, were read from. */
enum kith_status kith_speech_new(const struct kith_referents *referents,
                                 const struct kith_findings *findings,
                                 struct kith_arena *arena, struct kith_speech **speech,
                                 struct kith_error *err);

/* Set the speaker of what stands at symbol `at` of `sequence`, which is the sentence
 * number `sentence`, whose mentions begin with number `first`. Ask sentence by sentence:
 * each is read once. */
enum kith_status kith_speech_find(struct kith_speech *speech,
                                  const struct kith_sequence *sequence, uint32_t sentence,
                                  uint32_t first, uint32_t at,
                                  struct kith_statement *statement,
                                  struct kith_error *err);

#endif
