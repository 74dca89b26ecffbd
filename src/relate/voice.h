/* Voices: the ways in which English says one deed, each a pattern of its own.
 *
 *     A {attack/attack on} B
 *
 *     active    Ostland attacked Westland; Ostland, which has attacked Westland; Ostland,
 *               attacking Westland
 *     passive   Westland was attacked by Ostland; Westland, attacked by Ostland
 *     compound  the Ostland-backed Guild
 *     noun      Ostland's attack on Westland; the attack by Ostland on Westland; the
 *               attack on Westland by Ostland
 */
#ifndef KITH_RELATE_VOICE_H
#define KITH_RELATE_VOICE_H

#include "relate/verb.h"

enum kith_voice {
    KITH_VOICE_NONE, /* the rule has no verb in braces */
    KITH_VOICE_ACTIVE,
    KITH_VOICE_PASSIVE,
    KITH_VOICE_NOUN
};

struct kith_voiced_pattern {
    struct kith_pattern pattern;
    enum kith_voice voice;
};

struct kith_voices {
    struct kith_voiced_pattern *items;
    uint32_t count, room;
};

/* Append to `voices` the patterns that `pattern`, as parsed, stands for: itself when it
 * has no verb. The passive is made where the verb stands directly before the hole of whom
 * the deed is done to, and nothing that cannot be left out stands between the hole of who
 * does it and the verb. The patterns share the items of `pattern`. */
enum kith_status kith_voices_of(const struct kith_pattern_parser *parser,
                                const struct kith_pattern *pattern,
                                struct kith_voices *voices);

#endif
