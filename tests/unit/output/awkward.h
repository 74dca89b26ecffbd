/* Text that formats choke on, and what must be left of it. */
#ifndef KITH_TESTS_OUTPUT_AWKWARD_H
#define KITH_TESTS_OUTPUT_AWKWARD_H

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "support/check.h"

#define FFFD "\xEF\xBF\xBD"

/* Pieces of awkward text. Those from AWKWARD_BROKEN on are not UTF-8 or not text. */
static const char *const awkward_pieces[] = {
    "a", "B", "7", "é", "Ж", "漢", "😀", "e\u0301", " ", "  ", "\t", "\n", "\r\n", "\r",
    "\u00A0", "\u2028", "\xC2\x85", "\x7F", "&", "&amp;", "&#38;", "<", ">", "<b>",
    "</a>", "]]>", "]]", "]", "<![CDATA[", "<!--", "\"", "\"\"", "'", "\\", "\\\\", "\\N",
    "\\G", "\\n", "{", "}", "|", "#", "%s", "=", "--", "->", ",", ";", ":", "=1+1", "@",
    "+", "-", "INF", FFFD,
    /* broken */
    "\x01", "\x1B", "\x1F", "\xFF", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xEF\xBF\xBE",
    "\xEF\xBF\xBF", "\xF4\x90\x80\x80", "\xE2\x82"};

#define AWKWARD_COUNT (sizeof awkward_pieces / sizeof *awkward_pieces)
#define AWKWARD_BROKEN (AWKWARD_COUNT - 11)

/* The `seed`th awkward text in `buf`, of up to 12 pieces out of the first `choice`. */
static inline struct kith_str awkward_text(struct kith_buf *buf, uint64_t seed,
                                           size_t choice)
{
    kith_buf_reset(buf);
    uint64_t dice = kith_hash_u64(seed + 1);
    uint64_t count = dice % 13;
    for (uint64_t i = 0; i < count; i++) {
        dice = kith_hash_u64(dice + i + 1);
        kith_buf_text(buf, awkward_pieces[dice % choice]);
    }
    return kith_buf_view(buf);
}

static inline bool awkward_is_blank(uint32_t point)
{
    return point == ' ' || point == '\t' || point == '\n' || point == '\r';
}

static inline bool awkward_is_legal(uint32_t point)
{
    return point >= 32 ? point != 0xFFFE && point != 0xFFFF : awkward_is_blank(point);
}

/* What a reader must get: illegal characters as U+FFFD, and with `collapses` no blank at
 * either end and a single one wherever there are some. */
static inline struct kith_str awkward_wanted(struct kith_buf *wanted,
                                             struct kith_str text, bool collapses)
{
    kith_buf_reset(wanted);
    bool owes_blank = false;
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        i += kith_utf8_decode(text.data + i, text.length - i, &point);
        if (collapses && awkward_is_blank(point)) {
            owes_blank = wanted->length > 0;
            continue;
        }
        if (owes_blank)
            kith_buf_byte(wanted, ' ');
        owes_blank = false;
        kith_utf8_append(wanted, awkward_is_legal(point) ? point : KITH_REPLACEMENT);
    }
    return kith_buf_view(wanted);
}

static inline void assert_same(struct kith_str is, struct kith_str wanted)
{
    if (!kith_str_equal(is, wanted))
        fail_msg("is \"%.*s\", not \"%.*s\"", KITH_STR_ARGS(is), KITH_STR_ARGS(wanted));
}

#endif
