/* What is kept of one article: its findings as bytes, from which everything that is
 * written of it can be written again, without its file and without recognising.
 *
 * Of the text there are the sentences that evidence stands in and the names; the rest of
 * it is zero bytes. Entities, aliases and rules are kept by numbers that stay
 * (numbering.h). An article that could not be used is kept, too, with its reason.
 *
 * A record comes from a file and may be damaged: it carries a hash of itself, and every
 * number in it is checked when it is read. docs/STORE.md has the layout. */
#ifndef KITH_STORE_RECORD_H
#define KITH_STORE_RECORD_H

#include "relate/findings.h"
#include "store/numbering.h"

/* Why an article could not be used. */
struct kith_record_refusal {
    struct kith_str kind, reason;
    uint64_t line;
};

/* Append the record of findings. False when they hold something that has no place in one;
 * `out` is to be thrown away then. Scratch memory is taken from `arena`. A failed append
 * shows in the buffer. */
bool kith_record_write(const struct kith_numbering *numbering,
                       const struct kith_findings *findings, struct kith_arena *arena,
                       struct kith_buf *out);

/* Append the record of an article that could not be used. */
void kith_record_write_refusal(const struct kith_record_refusal *refusal,
                               struct kith_buf *out);

/* Append the record of an article of whose date alone something is known. */
void kith_record_write_date(const struct kith_article *article, struct kith_buf *out);

/* An article read back. Not to be copied: findings and document point into it. */
struct kith_recorded {
    enum { KITH_RECORDED_REFUSAL, KITH_RECORDED_DATE, KITH_RECORDED_FINDINGS } form;
    struct kith_record_refusal refusal;
    struct kith_article
        article; /* without number, path and bytes, but for their length */
    struct kith_document document;
    struct kith_findings findings;
};

/* Read a record. KITH_BAD_INPUT, without a sentence, when it is damaged or names what the
 * run has not; KITH_NO_MEMORY. The rest lives in `arena`. Linear. */
enum kith_status kith_record_read(const struct kith_numbering *numbering,
                                  struct kith_str record, struct kith_arena *arena,
                                  struct kith_recorded *recorded);

/* Write the hash of a record that was changed: for tests of what it does not show. */
void kith_record_seal(char *record, size_t length);

#endif
