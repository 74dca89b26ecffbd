/* Cues: the words of a sentence that tell who says something, and how far his words go.
 */
#ifndef KITH_RELATE_CUE_H
#define KITH_RELATE_CUE_H

#include "relate/speaker.h"

struct kith_cue {
    uint32_t begin, end; /* symbols */
    struct kith_speaker speaker;
    uint32_t on_begin, on_end; /* symbols: his words behind the cue; equal when none */
    uint32_t back_end;         /* symbols [0, back_end) are his words before it */
    uint32_t quote;            /* the quote that the cue stands in, or KITH_NO_ID */
};

struct kith_cues {
    struct kith_cue *items;
    uint32_t count, room;
};

/* Read the cues of a sentence that have a speaker, from left to right. */
enum kith_status kith_cues_read(const struct kith_speaker_scene *scene,
                                struct kith_arena *arena, struct kith_cues *cues,
                                struct kith_error *err);

#endif
