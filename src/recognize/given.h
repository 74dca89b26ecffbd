/* Given mentions: what another recognizer found, by article and offset. They are set
 * among our own, and where two overlap ours yields. */
#ifndef KITH_RECOGNIZE_GIVEN_H
#define KITH_RECOGNIZE_GIVEN_H

#include "recognize/mention.h"

struct kith_given_mention {
    uint64_t begin, end; /* half-open */
    bool in_characters;  /* the offsets count characters, not bytes */
    kith_id entity, alias;
    uint32_t line; /* where it was given */
};

struct kith_given;

enum kith_status kith_given_new(struct kith_given **out, struct kith_error *err);
void kith_given_free(struct kith_given *given);

/* Add a mention in the article at `path`. */
enum kith_status kith_given_add(struct kith_given *given, struct kith_str path,
                                struct kith_given_mention mention,
                                struct kith_error *err);

/* After the last one: sort them. From then on threads may share them. */
enum kith_status kith_given_close(struct kith_given *given, struct kith_error *err);

/* Set those of this article among `mentions`; what yields is told to `trace` (may be
 * NULL). They are known by the article's path as it was given to kith, or by the end of
 * it from a slash on. One that lies outside the text, or overlaps an earlier one, is left
 * out. NULL gives nothing. */
enum kith_status kith_given_place(const struct kith_given *given,
                                  const struct kith_document *document,
                                  struct kith_arena *arena, struct kith_trace *trace,
                                  struct kith_mentions *mentions, struct kith_error *err);

/* When all articles are read: report what was left out, and articles that were not
 * there. `file` is where the mentions were given. */
enum kith_status kith_given_report(const struct kith_given *given, const char *file,
                                   struct kith_problems *problems,
                                   struct kith_error *err);

#endif
