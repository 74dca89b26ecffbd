/* Gazetteers of awkward names. */
#ifndef KITH_TESTS_OUTPUT_FOLK_H
#define KITH_TESTS_OUTPUT_FOLK_H

#include "awkward.h"
#include "world.h"

/* Columns that must not reach Gephi under their own names, and two harmless ones. */
static const char folk_header[] = "name,type,size,Degree,gazetteer_size,Role,née\n";

static inline void folk_cell(struct kith_buf *csv, struct kith_str text)
{
    kith_buf_byte(csv, '"');
    for (size_t i = 0; i < text.length; i++) {
        kith_buf_byte(csv, text.data[i]);
        if (text.data[i] == '"')
            kith_buf_byte(csv, '"');
    }
    kith_buf_byte(csv, '"');
}

/* `count` persons whose names and notes hold what formats choke on, in an article for
 * each date. */
static inline void folk_make_dated(struct world *world, uint32_t count,
                                   const char *const *dates, size_t date_count)
{
    struct kith_buf csv = {0}, text = {0};
    kith_buf_text(&csv, folk_header);
    for (uint32_t i = 0; i < count; i++) {
        kith_buf_text(&csv, "\"N");
        kith_buf_unsigned(&csv, i);
        struct kith_str name = awkward_text(&text, i, AWKWARD_BROKEN);
        for (size_t k = 0; k < name.length; k++) {
            kith_buf_byte(&csv, name.data[k]);
            if (name.data[k] == '"')
                kith_buf_byte(&csv, '"');
        }
        kith_buf_text(&csv, "\",person,tall,deep,\"a,b\",one,");
        folk_cell(&csv, awkward_text(&text, i + count, AWKWARD_BROKEN));
        kith_buf_byte(&csv, '\n');
    }
    world_make_dated(world, kith_buf_view(&csv), dates, date_count);
    assert_int_equal(kith_network_node_count(world->network), count);
    kith_buf_release(&csv);
    kith_buf_release(&text);
}

static inline void folk_make(struct world *world, uint32_t count)
{
    folk_make_dated(world, count, (const char *const[]){""}, 1);
}

#endif
