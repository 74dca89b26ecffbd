/* How far rules come in a sentence, and what stops them: for who asks why a rule found
 * nothing. The rules are run as always (rule_match.h); what is told is read off the
 * states that the matcher has tried. */
#ifndef KITH_RELATE_RULE_COURSE_H
#define KITH_RELATE_RULE_COURSE_H

#include "base/buf.h"
#include "relate/rule_match.h"

enum kith_stop {
    KITH_STOP_NONE,     /* it matches */
    KITH_STOP_TYPES,    /* no two names of the sentence are of the types it wants */
    KITH_STOP_BEGIN,    /* it begins nowhere */
    KITH_STOP_WORD,     /* another word stands where one of the rule's is wanted */
    KITH_STOP_NAME,     /* no name stands where one is wanted */
    KITH_STOP_TYPE,     /* a name of another type stands there */
    KITH_STOP_PART,     /* the name there is part of a longer one, or only serves one */
    KITH_STOP_UNCLOSED, /* the apposition that a comma opened is not closed */
    KITH_STOP_MANY      /* several names for one, and no word in the plural */
};

struct kith_course {
    kith_id rule; /* of the voices of one rule, the one that came furthest */
    enum kith_stop stop;
    uint32_t item; /* of its pattern, where it stopped; all of them when it matches */
    uint32_t at;   /* symbol of the sentence; their count when the sentence was at its end
                    */
    bool is_near;  /* a name filled a hole and a word of the rule was met */
};

struct kith_courses {
    struct kith_course *items;
    uint32_t count, room;
};

/* Run every rule that is `relation` or a kind of it (KITH_NO_ID: all) over `sequence`:
 * one course each, in their order in the files. Linear in the rules. */
enum kith_status kith_courses_find(const struct kith_rules *rules, kith_id relation,
                                   const struct kith_sequence *sequence,
                                   struct kith_arena *arena, struct kith_courses *courses,
                                   struct kith_error *err);

/* The same for one sentence of a document, whose symbols are left in `sequence`. */
enum kith_status kith_courses_read(const struct kith_rules *rules, kith_id relation,
                                   const struct kith_document *document,
                                   const struct kith_mentions *mentions,
                                   uint32_t sentence, struct kith_arena *arena,
                                   struct kith_sequence *sequence,
                                   struct kith_courses *courses, struct kith_error *err);

/* The pattern with a bar where it stopped: "B <chief> | A"; when it matches without. */
void kith_course_write_pattern(const struct kith_rules *rules,
                               const struct kith_course *course, struct kith_buf *out);

/* Why it stopped there, without a full stop: "'yesterday' stands where a name is wanted
 * for A". `text` is the document's. */
void kith_course_write_reason(const struct kith_rules *rules,
                              const struct kith_sequence *sequence, struct kith_str text,
                              const struct kith_course *course, struct kith_buf *out);

#endif
